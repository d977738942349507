import { brandLevels } from '../price-model/price-priors.ts'
import { linesByCategory, makersByCategory } from './makers-data.ts'

/** Makers whose name is more often an everyday word: a title alone does not tell them. */
const everydayWords: ReadonlySet<string> = new Set(
  (
    'nothing honor palm essential sharp element mission infinity alpine zoom quad crown wolf candy rainbow stoves sage ' +
    'baker lane purple article seven spot open factor bird orange time look rose focus ghost evil revel priority genesis ' +
    'linus sunday public bikes smart mini seat saturn mercury rover lotus seven zero victory indian beta ranger tracker ' +
    'hunter laser regal cobalt pursuit perception pelican swift keystone thor illinois concord next express loft ' +
    'pink boss guess buckle vince theory mango camper keen prince head line ride smith jones ' +
    'warrior king dean bach conn sire martin taylor guild vintage halo hatch spectra lush benefit philosophy ' +
    'avon stila becca origins halo radley chrome hobo echo jet husky titan hobart miller fein ' +
    'target circle basic george arizona chaps express buckle palace huf kith rebel joie open silhouette ' +
    'singer brother threshold essence suave dove glade starter candies cricket boost emerson magna sonoma ivory catalina ' +
    'malibu thule lange head sole rogue total ping cobra odyssey cleveland orient red'
  ).split(' '),
)
/** Of names of three letters or fewer, those that are hardly anything else. */
const shortNames: ReadonlySet<string> = new Set(
  'lg hp bmw vw kia gmc msi ibm jbl jvc htc zte tcl ktm dji rca amd aeg ugg nyx bmc prs akg kef aoc iwc mcm dkny nad g2'.split(
    ' ',
  ),
)

interface Makers {
  names: Set<string>
  /** First word of a name → most words of a name that begins so. */
  starts: Map<string, number>
  lines: Map<string, string>
}
// Static data, indexed at first use.
let known: Makers | undefined

function makers(): Makers {
  if (known === undefined) {
    const names = new Set(Object.values(makersByCategory).flatMap((list) => list.split('|')))
    for (const [, list] of brandLevels) for (const name of list.split('|')) names.add(name)
    for (const word of everydayWords) names.delete(word)
    for (const name of names) if (name.length <= 3 && !shortNames.has(name)) names.delete(name)
    const starts = new Map<string, number>()
    for (const name of names) {
      const parts = name.split(' ')
      starts.set(parts[0]!, Math.max(starts.get(parts[0]!) ?? 0, parts.length))
    }
    const lines = new Map<string, string>()
    for (const list of Object.values(linesByCategory)) {
      for (const pair of list.split(' ')) {
        const [line, maker] = pair.split(':').map((name) => name.replaceAll('_', ' ')) as [string, string]
        if (!lines.has(line)) lines.set(line, maker)
      }
    }
    known = { names, starts, lines }
  }
  return known
}

/** Makers that are known without having seen a listing of theirs, folded. */
export function isKnownMaker(name: string): boolean {
  return makers().names.has(name)
}

/** Of the makers' names that begin with a word, the words of the longest; 0 = none begins so. */
export function longestMakerFrom(word: string): number {
  return makers().starts.get(word) ?? 0
}

/** The maker that the name of a product line stands for: civic → honda. */
export function makerOfLine(word: string): string | undefined {
  return makers().lines.get(word)
}
