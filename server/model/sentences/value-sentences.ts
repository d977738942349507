import { formatMoney } from '../../core/money.ts'
import type { Condition } from '../listing-schema.ts'

/** What a title says of a thing that is not the plain thing itself. */
export const valuedKinds = {
  wanted: 'wanted, not offered',
  service: 'a service',
  rental: 'for rent',
  trade: 'for trade',
  broken: 'broken or for parts',
  fake: 'a copy, not the real thing',
  accessory: 'an accessory',
  part: 'a part',
  lot: 'a lot',
} as const
export type ValuedKind = keyof typeof valuedKinds

export const surenessWords = {
  'quite-sure': 'quite sure',
  'fairly-sure': 'fairly sure',
  'rough-guide': 'a rough guide',
  guess: 'little more than a guess',
} as const

/** Prices of the comparables themselves; null where they are not known apart. */
interface SeenParams {
  compsLowCents: number | null
  compsHighCents: number | null
  currency: string
}

export interface UnderstoodParams {
  /** First words of a title that names no maker. */
  terms: readonly string[]
  brand: string | null
  model: string | null
  generation: string | null
  /** 0 = not told, as `year`. */
  storageGb: number
  year: number
  size: string | null
  material: string | null
  quantity: number
  kinds: readonly string[]
  condition: Condition | null
  category: string | null
}

export interface ValueParams extends SeenParams {
  midCents: number
  lowCents: number
  highCents: number
  basis: 'asking' | 'sold' | 'mixed'
  /** It is what it should sell for, else what is usually asked. */
  isSold: boolean
  method: 'similar' | 'category'
  count: number
  newestDays: number
  oldestDays: number
  sureness: keyof typeof surenessWords
  confidencePct: number
}

/** What a thing is worth, what its words were taken for, and what should be known beside it. */
export const valueSentences = {
  /** "$240 is what is usually asked, 8 of 10 between $190 and $300; by 14 similar listings (all asked, 2 to 40 days old): …". */
  'value-is': (p: ValueParams) => {
    const money = (cents: number) => formatMoney(cents, p.currency)
    const what = p.method === 'similar' ? 'similar listings' : 'listings of the whole category'
    const basis = { asking: 'all asked', sold: 'all sold', mixed: 'asked and sold' }[p.basis]
    const days = p.newestDays === p.oldestDays ? String(p.newestDays) : `${p.newestDays} to ${p.oldestDays}`
    return (
      `${money(p.midCents)} is ${p.isSold ? 'what it should sell for' : 'what is usually asked'}, ` +
      `8 of 10 between ${money(p.lowCents)} and ${money(p.highCents)}; by ${p.count} ${what} ` +
      `(${seenWords(p)}${basis}, ${days} days old): ` +
      `${surenessWords[p.sureness]} (confidence ${p.confidencePct} %).`
    )
  },
  /** "apple iphone 8, 64 GB, in good condition, under phones.": every part is a word of the title, or names what it is. */
  'value-understood': (p: UnderstoodParams) => {
    const named = [p.brand, p.model].filter((part) => part !== null).join(' ')
    return parts([
      named === '' && p.terms.length > 0 && p.terms.join(' '),
      named === '' ? 'no maker recognised' : named,
      isOwnGeneration(p) && `generation ${p.generation}`,
      p.storageGb > 0 && storageWords(p.storageGb),
      p.year > 0 && String(p.year),
      p.size !== null && `size ${p.size}`,
      p.material,
      p.quantity > 1 && `${p.quantity} pieces`,
      p.kinds.length > 0 && p.kinds.map((kind) => valuedKinds[kind as ValuedKind] ?? kind).join(', '),
      p.condition !== null &&
        (p.condition === 'for-parts' ? 'for parts' : `in ${p.condition.replace('-', ' ')} condition`),
      p.category === null ? 'its category is unknown' : `under ${p.category}`,
    ])
  },
  'value-sale-ratio': ({ percent }: { percent: number }) =>
    percent === 0
      ? 'Such things sell for about what is asked.'
      : `Such things sell for about ${Math.abs(percent)} % ${percent < 0 ? 'less' : 'more'} than is asked.`,
  'value-note-condition': (p: { given: string }) =>
    `The condition ${JSON.stringify(p.given)} is not one that is known, so it counts as unknown. Say new, like new, excellent, good, fair, poor or for parts.`,
  'value-note-demo': () => "By the demo's made-up listings: no real thing is worth that.",
  'value-note-other-models': () =>
    'None of the comparables is of this very model: the range is that of others, and little to go by.',
  'value-note-other-names': () =>
    'None of the comparables is called like it: the range is that of others, and little to go by.',
  'value-note-category': () =>
    'Nothing similar enough is known: this is the range of its whole category. Maker and model help.',
  'value-note-wide': () =>
    'The words fit things that differ, so the range is that of all of them. Model, size, storage or year would narrow it.',
  'value-note-unlearned': () =>
    'What details are worth is not learned yet (too few prices, or learning is under way): comparables are adjusted for their condition only.',
  /** `perComp`: pieces of a comparable; null = as many as of the thing. */
  'value-note-pieces': (p: { quantity: number; perComp: number | null }) => {
    const all = `The value is for all ${p.quantity} pieces together`
    if (p.perComp === null) return `${all}, as the comparables are.`
    return p.perComp === 1
      ? `${all}: ${p.quantity} times that of one, which the comparables are.`
      : `${all}; the comparables are of ${p.perComp} pieces, so it is theirs in proportion.`
  },
  'value-note-lot': () => 'The value is for the whole lot together.',
  'value-note-accessory': () => 'By its title it is an accessory or a part, and valued as one.',
  'value-note-old': (p: { days: number }) =>
    `The newest comparable is ${p.days} days old: the market may have moved.`,
}

/** "most at $120 to $180, ": of the listings themselves, where the interval is about the thing. */
function seenWords({ compsLowCents, compsHighCents, currency }: SeenParams): string {
  if (compsLowCents === null || compsHighCents === null || compsLowCents === compsHighCents) return ''
  return `most at ${formatMoney(compsLowCents, currency)} to ${formatMoney(compsHighCents, currency)}, `
}

export const storageWords = (gb: number) => (gb >= 1024 && gb % 1024 === 0 ? `${gb / 1024} TB` : `${gb} GB`)

/** Told apart from a model that names it. */
export const isOwnGeneration = ({ generation, model }: UnderstoodParams) =>
  generation !== null && !(model ?? '').split(' ').includes(generation)

export const parts = (all: readonly (string | false | null)[]) =>
  `${all.filter((part) => part !== false && part !== null).join(', ')}.`
