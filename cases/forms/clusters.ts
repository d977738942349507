import { checker } from '../checker.ts'
import { importInputs } from './imports.ts'

type Answer = 'one cluster' | 'not in one cluster'

/** Two listings that say the same but for what is named as "queen/king" or "size 26.5/29.5". */
export const clusterPairs = checker<Answer>({
  form: 'cluster pairs',
  fits: ({ run, rows }) =>
    /\bclusters list\b/.test(run) &&
    rows.every(({ pair, expected }) => valuesOf(String(pair)) !== null && isClustered(expected) !== null),
  async ask(folder, world) {
    const { program } = await importInputs(folder, world)
    const listings = await program.listings()
    const answers: Answer[] = []
    for (const { pair } of folder.rows) {
      const found = pairOf(String(pair), listings)
      if (found === null) throw new Error(`no two listings are ${JSON.stringify(pair)}`)
      const [one, other] = found
      const { cluster } = await program.get<{ cluster: { members: { listingId: number }[] } | null }>(
        `/api/listings/${one.id}/cluster`,
      )
      const together = cluster?.members.some(({ listingId }) => listingId === other.id) === true
      answers.push(together ? 'one cluster' : 'not in one cluster')
    }
    return answers
  },
  judge: ({ expected }, answer) => ({
    right: isClustered(expected) === (answer === 'one cluster'),
    got: answer,
  }),
  mistakes: ({ expected }) => [isClustered(expected) ? 'not in one cluster' : 'one cluster'],
})

function isClustered(expected: unknown): boolean | null {
  if (expected === 'not in one cluster') return false
  return expected === 'one cluster' || expected === 'in one cluster' ? true : null
}

/** "size 26.5/29.5" → 26.5 and 29.5. */
function valuesOf(pair: string): [string, string] | null {
  const found = /([\p{L}\p{N}.,"'-]+)\s*\/\s*([\p{L}\p{N}.,"'-]+)/u.exec(pair.toLowerCase())
  return found && [found[1]!, found[2]!]
}

/** Two listings of which one has the first value where the other has the second, and that are the same else. */
export function pairOf<Listing extends { title: string }>(
  pair: string,
  listings: readonly Listing[],
): [Listing, Listing] | null {
  const [first, second] = valuesOf(pair)!
  for (const one of listings)
    for (const other of listings)
      if (one !== other && differsBy(tokens(one.title), tokens(other.title), first, second))
        return [one, other]
  return null
}

function differsBy(one: string[], other: string[], first: string, second: string): boolean {
  const at = one.findIndex((token, index) => token !== other[index])
  if (at < 0 || one.length !== other.length) return false
  const isRest = one.slice(at + 1).every((token, index) => token === other[at + 1 + index])
  return isRest && one[at] === first && other[at] === second
}

/** Words and numbers; a number stands apart from its unit. */
function tokens(title: string): string[] {
  return title.toLowerCase().match(/\d+(?:[.,]\d+)?|\p{L}+/gu) ?? []
}
