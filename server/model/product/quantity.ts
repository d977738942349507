import type { TitleWord } from './words.ts'

const counts: ReadonlyMap<string, number> = new Map(
  'two:2 pair:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 twelve:12 dozen:12 twenty:20'
    .split(' ')
    .map((pair) => pair.split(':'))
    .map(([word, count]) => [word!, Number(count)]),
)
const set = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** What is worn or used in twos is one thing: its price is that of the pair. */
const pairedThings = set(
  'shoe shoes sneaker sneakers trainers trainer boot boots sandals heels slippers cleats loafers jordans jordan yeezy ' +
    'socks gloves mittens earrings earring jeans pants trousers shorts leggings glasses sunglasses skis ski skates ' +
    'crutches scissors pliers tongs headphones earbuds airpods binoculars poles cufflinks contacts pajamas uggs crocs ' +
    'converse vans nikes waders oars',
)
const holders = set('lot lote lotto set pack bundle box case bag')
const ofWords = set('of de di von van')
const named = set('lot qty quantity')
const pieceWords = set(
  'pack packs pcs pc pieces piece count ct units bottles boxes cans bags tubes jars rolls packets tickets tins cartons ' +
    'stuck stueck stk pezzi piezas unidades uds pecas sztuki sztuk szt stuks stycken adet kusy kusu',
)
/** `10x` before these enlarges. */
const enlarged = set(
  'zoom optical optic magnification lens scope digital speed faster cd dvd usb hdmi loupe mag microscope',
)
const most = 1000

/** How many are sold together, and which words say so: `length` of them from `at` on. */
export interface Quantity {
  count: number
  at: number
  length: number
}

/** What comes in so many parts is one thing with a price of its own: "1000 piece jigsaw", "dining set, 6 pcs". */
const partsPattern =
  /\d[ -]?(?:pieces?|pcs?|pces?|teilig|teile|stu(?:e?c)?k|stk|piezas|pezzi|pecas|stuks|sztuk)\b/i
const ofPartsPattern =
  /\d[ -]?(?:piece|pc|pce)\b[ -]+\p{L}|\b(?:sets?|suites?|systems?|kits?|jigsaws?|puzzles?|lego|duplo|playmobil|ensemble|outfit|sectional|sofa|couch|suit|swimsuit|bikini|cookware|luggage|furniture|puzzel|teilig)\b/iu

/** Whether the pieces that a title counts are parts of one thing. */
export const isMadeOfParts = (title: string): boolean =>
  partsPattern.test(title) && ofPartsPattern.test(title)

const onePiece: Quantity = { count: 1, at: 0, length: 0 }

/** One piece where nothing says that it is several. `list` is without kits of memory. */
export function readQuantity(list: readonly TitleWord[]): Quantity {
  for (let i = 0; i < list.length; i++) {
    const found = countAt(list, i)
    if (found !== undefined && found.count > 1 && found.count <= most) return { ...found, at: i }
  }
  return onePiece
}

const numberOf = (word: string | undefined): number =>
  word === undefined ? 0 : /^\d{1,3}$/.test(word) ? Number(word) : (counts.get(word) ?? 0)

type Found = Omit<Quantity, 'at'> | undefined

function countAt(list: readonly TitleWord[], at: number): Found {
  const { text, measure } = list[at]!
  const next = list[at + 1]?.text ?? ''
  // `6pcs`, `3 pack`, `24-pack`.
  if (measure?.kind === 'pieces') return { count: measure.value, length: 1 }
  if (measure?.kind === 'times') return timesAt(list, at, measure.value)
  if (measure !== null) return undefined
  if (holders.has(text) || named.has(text)) {
    const isOf = ofWords.has(next)
    const [count, length] = isOf ? [numberOf(list[at + 2]?.text), 3] : [numberOf(next), 2]
    const isOfPairs = /^pairs?$/.test(list[at + length]?.text ?? '')
    return !isOfPairs && (isOf || named.has(text)) ? { count, length } : undefined
  }
  if (text === 'pair' && next === 'of')
    return list.some((word) => pairedThings.has(word.text)) ? undefined : { count: 2, length: 2 }
  if (pieceWords.has(next)) return { count: numberOf(text), length: 2 }
  if (text === 'x') return timesBehind(list, at, numberOf(next), 2)
  const behind = /^x(\d{1,2})$/.exec(text)
  if (behind) return timesBehind(list, at, Number(behind[1]), 1)
  return at === 0 && next === 'x' && isThing(list[2]) ? { count: numberOf(text), length: 2 } : undefined
}

/** `2x iPhone`: at the beginning, and not of what enlarges or measures. */
function timesAt(list: readonly TitleWord[], at: number, count: number): Found {
  const next = list[at + 1]
  return at === 0 && isThing(next) && !enlarged.has(next.text) ? { count, length: 1 } : undefined
}

/** `iPhone 7 x2`: at the end, behind a word that may be several; `BMW X2` is one. */
function timesBehind(list: readonly TitleWord[], at: number, count: number, length: number): Found {
  const previous = list[at - 1]
  if (previous === undefined || at + length !== list.length || isSized(previous)) return undefined
  return /\d|s$/.test(previous.text) || at >= 3 ? { count, length } : undefined
}

const isSized = ({ measure }: TitleWord): boolean => measure !== null && measure.kind !== 'GB'
const isThing = (word: TitleWord | undefined): word is TitleWord =>
  word !== undefined && !isSized(word) && (word.measure !== null || !/^\d/.test(word.text))
