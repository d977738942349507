import { modelLines } from './lines.ts'
import type { Quantity } from './quantity.ts'
import type { TitleWord } from './words.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))
const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair) => pair.split(':') as [string, string]))

const romans = pairs('i:1 ii:2 iii:3 iv:4 v:5 vi:6 vii:7 viii:8 ix:9 x:10')
/** A number, whether written in digits or as the Romans did. */
export const plainNumber = (word: string): string => romans.get(word) ?? word.replace(/^0+(?=\d)/, '')

const yearPattern = /^(?:19[5-9]|20[0-4])\d$/
const isCounted = set(
  'obo firm cash dollars usd eur gbp miles mile mi km psi mah lumens points pts sqft month months year years yrs yo weeks days',
)

/** Model years that the title names; numbers that a word behind them makes something else are none. */
export function readYears(list: readonly TitleWord[]): number[] {
  const years: number[] = []
  for (let i = 0; i < list.length; i++) {
    const { text, measure } = list[i]!
    if (measure === null && yearPattern.test(text) && !isCounted.has(list[i + 1]?.text ?? ''))
      years.push(Number(text))
  }
  return years
}

/** What of a pair or a row something is, by kind: sides, volumes, seasons, editions, generations. */
export interface Mark {
  kind:
    | 'side'
    | 'seat'
    | 'end'
    | 'volume'
    | 'season'
    | 'number'
    | 'edition'
    | 'generation'
    | 'trim'
    | 'bigness'
  value: string
}

const sides: ReadonlyMap<string, readonly [Mark['kind'], string]> = new Map([
  ['left', ['side', 'left']],
  ['lh', ['side', 'left']],
  ['lefty', ['side', 'left']],
  ['right', ['side', 'right']],
  ['rh', ['side', 'right']],
  ['links', ['side', 'left']],
  ['rechts', ['side', 'right']],
  ['linke', ['side', 'left']],
  ['linker', ['side', 'left']],
  ['linkes', ['side', 'left']],
  ['rechte', ['side', 'right']],
  ['rechter', ['side', 'right']],
  ['rechtes', ['side', 'right']],
  ['gauche', ['side', 'left']],
  ['izquierdo', ['side', 'left']],
  ['izquierda', ['side', 'left']],
  ['derecho', ['side', 'right']],
  ['derecha', ['side', 'right']],
  ['sinistro', ['side', 'left']],
  ['sinistra', ['side', 'left']],
  ['destro', ['side', 'right']],
  ['lewy', ['side', 'left']],
  ['lewa', ['side', 'left']],
  ['prawy', ['side', 'right']],
  ['prawa', ['side', 'right']],
  ['vorne', ['end', 'front']],
  ['hinten', ['end', 'rear']],
  ['driver', ['seat', 'driver']],
  ['drivers', ['seat', 'driver']],
  ['passenger', ['seat', 'passenger']],
  ['passengers', ['seat', 'passenger']],
  ['front', ['end', 'front']],
  ['rear', ['end', 'rear']],
  ['back', ['end', 'rear']],
  ['small', ['bigness', 'small']],
  ['medium', ['bigness', 'medium']],
  ['large', ['bigness', 'large']],
])
/** Versions of a car. */
const trims = set(
  'lx ex exl dx si lt ls le se sel sle slt sxt xle xlt xls gt gti gts gl gls glx glt lxi srt sv sl sr sr5 ltz lariat laredo limited touring sport hybrid',
)
const rows = new Map<string, Mark['kind']>([
  ...['vol', 'vols', 'volume', 'volumes', 'tome', 'band', 'bd', 'book', 'part', 'teil'].map(
    (word) => [word, 'volume'] as const,
  ),
  ...['season', 'staffel', 'saison', 'seasons'].map((word) => [word, 'season'] as const),
  ...['no', 'nr', 'issue', 'number', 'num', 'episode'].map((word) => [word, 'number'] as const),
])
const generationWords = set('gen generation mk mark series version ver')
const rowNumber = /^(?:\d{1,4}|[ivx]{1,4})$/
const ordinal = /^(\d{1,3})(?:st|nd|rd|th)$/
const ordinalWords = pairs(
  'first:1 second:2 third:3 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10',
)
const editions = set(
  'limited special collectors collector deluxe standard ultimate premium anniversary gold game goty definitive complete launch kids digital international',
)

/** "Links" that are those of a chain, and not the German for left. */
const isOfChain = (list: readonly TitleWord[], at: number): boolean =>
  list[at + 1]?.text === 'of' ||
  ofLinks.has(list[at - 1]?.text ?? '') ||
  list.some(({ text }) => chains.has(text))
const chains = set(
  'watch watches bracelet bracelets necklace chain chains cuff cufflink cufflinks band bands',
)
const ofLinks = set('extra spare additional all original removed removable missing adjustable')

export function readMarks(list: readonly TitleWord[]): Mark[] {
  const marks: Mark[] = []
  const add = (kind: Mark['kind'], value: string) => marks.push({ kind, value })
  for (let i = 0; i < list.length; i++) {
    const { text } = list[i]!
    const next = list[i + 1]?.text ?? ''
    const side = sides.get(text)
    // "right now", "back to school", "front wheel drive" tell no side.
    if (
      side &&
      !(text === 'right' && /^(?:now|here|on|away|out)$/.test(next)) &&
      !(text === 'links' && isOfChain(list, i)) &&
      !(side[0] === 'end' && /^(?:to|in|wheel|row|pack|up)$/.test(next))
    )
      add(...side)
    if (trims.has(text) && i > 0) add('trim', text)
    const row = rows.get(text)
    if (row !== undefined && rowNumber.test(next)) {
      const end = list[i + 2]?.text ?? ''
      const isRange = /^(?:volumes|vols|seasons)$/.test(text) && /^\d{1,3}$/.test(end)
      add(row, isRange ? `${plainNumber(next)}–${end}` : plainNumber(next))
    }
    const glued = /^(?:vol|bk)(\d{1,3})$/.exec(text)
    if (glued) add('volume', glued[1]!)
    const season = /^s0?(\d{1,2})e\d+$/.exec(text)
    if (season) add('season', season[1]!)
    const nth = ordinal.exec(text)?.[1] ?? ordinalWords.get(text)
    if (nth !== undefined && /^(?:edition|ed|edn|auflage|edizione)$/.test(next)) add('edition', nth)
    if (nth !== undefined && /^(?:season|staffel)$/.test(next)) add('season', nth)
    if (next === 'edition' && editions.has(text)) add('edition', text.replace(/s$/, ''))
  }
  const generation = readGeneration(list)
  if (generation !== null) add('generation', plainNumber(generation))
  return marks
}

/** "3", "ii", "m1" …: which of several generations of a model; as written. */
export function readGeneration(list: readonly TitleWord[]): string | null {
  for (let i = 0; i < list.length; i++) {
    const word = list[i]!.text
    const next = list[i + 1]?.text ?? ''
    const nth = ordinal.exec(word)?.[1] ?? ordinalWords.get(word)
    if (nth !== undefined && /^gen(?:eration)?$/.test(next)) return nth
    if (generationWords.has(word) && /^(?:\d{1,2}|[ivx]{1,4})$/.test(next)) return next
    const joined = /^(?:gen|mk|v)(\d{1,2})$/.exec(word)
    if (joined && !(word.startsWith('v') && /^v(?:6|8|10|12)$/.test(word))) return joined[1]!
    if (/^m[1-5]$/.test(word) || /^(?:ii|iii|iv|vi|vii|viii)$/.test(word)) return word
  }
  return null
}

/** Words that make another model of the one they stand behind. */
const strongVariants = set('plus pro max ultra fe xr xs se lite mini')
/** The same, where they stand beside a number or the name of a line; else they are words as others. */
const weakVariants = set('air active edge note neo slim nano classic sport touch oled xl duo zoom fold flip')
const nothingMore = set(
  'charger case box extras accessories cover free shipping tax fees a an the one two more many lots screen other some bonus extra games controller cash trade ps shop',
)

/** The variants that a title names: "13 pro max" has two, "no plus" and "plus charger" none. */
export function readVariants(list: readonly TitleWord[]): string[] {
  const found: string[] = []
  for (let i = 0; i < list.length; i++) {
    const { text } = list[i]!
    const isStrong = strongVariants.has(text)
    if (!isStrong && !weakVariants.has(text)) continue
    if (found.includes(text)) continue
    if (isDenied(list, i)) continue
    if (text === 'plus' && (i === 0 || nothingMore.has(list[i + 1]?.text ?? ''))) continue
    const before = modelBefore(list, i)
    const isModel =
      before !== undefined &&
      ((/\d/.test(before) && !before.includes('.') && !yearPattern.test(before)) ||
        modelLines.has(before) ||
        strongVariants.has(before) ||
        before === 'x')
    if (
      isModel ||
      (isStrong && i > 0 && text !== 'mini' && text !== 'max' && text !== 'pro' && text !== 'se')
    )
      found.push(text)
  }
  return found
}

/** A word that names the model, and the word before it: `13` after `iphone`, `s10` after `galaxy`. */
export interface Designation {
  word: string
  after: string
}

/** What names a model without a digit, behind the name of its line. */
const letterModels = set('x xr xs se s e y')
const letteredNames = set('one series model type')
/** A number before or behind these is none of a model. */
const countedBefore = set(
  'asking price approx about over under with size sz section row seats seat call text zip vol volume no nr tel phone from',
)
const digitsOfWord = /\d/
const isOther = /^(?:\d+(?:st|nd|rd|th|k|x\d.*|x|in\d+)|\d{5,}|x\d+)$/

/** The words that name the model, as far as digits or the name of its line tell; years, counts, prices and sizes aside. */
export function readDesignations(list: readonly TitleWord[], { at, length }: Quantity): Designation[] {
  const found: Designation[] = []
  for (let i = 0; i < list.length; i++) {
    const { text, measure } = list[i]!
    if (measure !== null || (i >= at && i < at + length)) continue
    const after = modelBefore(list, i) ?? ''
    const isNamed = digitsOfWord.test(text)
      ? !isOther.test(text) &&
        !yearPattern.test(text) &&
        !isCounted.has(list[i + 1]?.text ?? '') &&
        !countedBefore.has(after) &&
        !rows.has(after) &&
        !generationWords.has(after)
      : letterModels.has(text) && (modelLines.has(after) || letteredNames.has(after))
    if (isNamed) found.push({ word: text, after })
  }
  return found
}

function isDenied(list: readonly TitleWord[], at: number): boolean {
  const [one, two] = [list[at - 1]?.text ?? '', list[at - 2]?.text ?? '']
  return (
    /^(?:not|no|non|without|isnt)$/.test(one) || (/^(?:a|an|the)$/.test(one) && /^(?:not|no|isnt)$/.test(two))
  )
}

/** What a variant belongs to: the word before it, sizes and storage aside. */
function modelBefore(list: readonly TitleWord[], at: number): string | undefined {
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) if (list[i]!.measure === null) return list[i]!.text
  return undefined
}
