import { isMadeOfParts } from '../product/quantity.ts'
import { conjunctions, fillers } from './head-words.ts'
import { wordSet } from './phrases.ts'
import type { Add } from './subject.ts'
import { numberless, type Segment } from './text.ts'

/** How a text counts what is offered: "3 x", "(2)", "set of 4", "5 books". */
export interface Quantity {
  how: 'times' | 'pieces' | 'pack' | 'pair' | 'of' | 'brackets' | 'lead' | 'word'
  count: number
}

const numbers: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, i + 1]),
)
const pieces = wordSet(
  'pc pcs piece pieces item items books games dvds cds lps records bottles boxes tins tubes shirts tops',
)
const packs = wordSet('pack packs pk pks ct count')
const pairs = wordSet('pair pairs prs')
/** What a number before one of these measures is one thing. */
const measures = wordSet(
  'speed speeds door doors drawer drawers seater seat seats person man way wheel wheels wheeled inch inches in ft foot feet cm mm m ' +
    'gb tb g kg lb lbs oz ml l ltr litre litres liter watt watts w v volt volts cyl cylinder owner year years yr yrs month months ' +
    'day days hour hours hp cc k mp gears gear burner shelf shelves tier tiers channel channels port ports piece door man season ' +
    'seasons mile miles band string key keys step player players bed bedroom quart qt gallon amp hz mph player mode axis size',
)
const groups = wordSet('set lot bundle pack collection box group pair case')
/** "3xl" is a size, no count. */
const glued = /^(?!\d{1,2}xl(?:t|s|arge)?$)(\d{1,4})(x|pcs?|pieces?|pack|pk|ct|pairs?|prs)\p{L}*$/u

/** The first count of a text. */
export function quantityOf(segments: readonly Segment[]): Quantity | null {
  for (const [index, { words, bracketed }] of segments.entries()) {
    for (let i = 0; i < words.length; i++) {
      const found = countAt(words, i, index === 0 && i === 0, bracketed)
      if (found !== null) return found
    }
  }
  return null
}

function countAt(words: readonly string[], i: number, isLead: boolean, bracketed: boolean): Quantity | null {
  const word = words[i]!
  const next = words[i + 1] ?? ''
  const joined = glued.exec(word)
  if (joined !== null) {
    const unit = joined[2]!
    const how =
      unit === 'x'
        ? 'times'
        : unit.startsWith('pa') && unit !== 'pack'
          ? 'pair'
          : unit.startsWith('pc') || unit.startsWith('pi')
            ? 'pieces'
            : 'pack'
    return { how, count: Number(joined[1]) }
  }
  if (/^x\d{1,3}$/.test(word) && i > 0) return { how: 'times', count: Number(word.slice(1)) }
  const spoken = numbers.get(word)
  const count = spoken ?? (/^\d{1,4}$/.test(word) ? Number(word) : 0)
  if (count < 1) return null
  if (next === 'x' || (i > 0 && words[i - 1] === 'x')) return { how: 'times', count }
  if (pieces.has(next)) return { how: 'pieces', count }
  if (packs.has(next)) return { how: 'pack', count }
  if (pairs.has(next)) return { how: 'pair', count }
  if (words[i - 1] === 'of' && groups.has(words[i - 2] ?? '')) return { how: 'of', count }
  if (bracketed && words.length === 1 && count < 100) return { how: 'brackets', count }
  if (measures.has(next) || next === '' || count > 200) return null
  if (spoken !== undefined) return { how: 'word', count }
  return isLead && /^\p{L}/u.test(next) ? { how: 'lead', count } : null
}

/** Whether a title counts more than one: "3 x", "25pcs", "7 chairs". */
export function isSeveral({ text, segments }: { text: string; segments: readonly Segment[] }): boolean {
  const found = quantityOf(segments)
  return found !== null && found.count > 1 && !(found.how === 'pieces' && isMadeOfParts(text))
}

/** How many things title and description count, and whether the title names one more behind "and", "+" or a comma. */
export function addQuantities(
  add: Add,
  { text, segments: title }: { text: string; segments: readonly Segment[] },
  texts: readonly Segment[],
  category: string,
  description: string,
): void {
  const plural = isPlural(headOf(title))
  const inTitle = quantityOf(title)
  if (inTitle !== null && !(inTitle.how === 'pieces' && isMadeOfParts(text))) {
    const many = sizeOf(inTitle.count)
    add('quantity', `${inTitle.how} ${many}`)
    add('quantity in', `${inTitle.how} ${many} ${category}`)
    add('quantity plural', `${inTitle.how} ${plural}`)
    add('quantity of', `${many} ${numberless(headOf(title))}`)
  }
  const inText = quantityOf(texts.slice(0, 3))
  if (inText !== null) {
    const many = sizeOf(inText.count)
    add('text quantity', `${inText.how} ${many}`)
    add('text quantity in', `${inText.how} ${category} ${plural}`)
  }
  addJoined(add, title, category)
  const moneys = description.match(/[$£€]\s?\d/g)?.length ?? 0
  if (moneys > 1) add('moneys', `${Math.min(4, moneys)} ${category}`)
  if (moneys > 1) add('moneys', Math.min(4, moneys))
  const listed = description.match(/(?:^|\n|\s-\s)\s*\(?\d{1,2}(?:\s?x|[.)])?\s+\p{L}/gu)?.length ?? 0
  if (listed > 1) add('listed', Math.min(4, listed))
}

const sizeOf = (count: number) => (count > 9 ? 'ten' : count > 4 ? 'five' : count > 2 ? 'three' : count)

function headOf(title: readonly Segment[]): string {
  return title.find(({ bracketed }) => !bracketed)?.words.findLast((word) => !fillers.has(word)) ?? ''
}

const isPlural = (word: string) => word.length > 3 && /[^su]s$/.test(word)

const joinedMax = 3

function addJoined(add: Add, title: readonly Segment[], category: string): void {
  let joined = 0
  for (const [index, { words, bracketed }] of title.entries()) {
    if (bracketed) continue
    let from = 0
    for (let i = 0; i <= words.length; i++) {
      const word = words[i]
      if (word !== undefined && !conjunctions.has(word) && word !== 'plus') continue
      const isLater = from > 0 || index > 0
      const last = words.slice(from, i).findLast((each) => !fillers.has(each))
      if (isLater && last !== undefined && joined < joinedMax) {
        const by = from > 0 ? words[from - 1]! : ','
        add('joined', numberless(last))
        add('joined by', `${by} ${category}`)
        joined++
      }
      from = i + 1
    }
  }
}
