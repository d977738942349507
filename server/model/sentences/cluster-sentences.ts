import { formatPrice } from '../message.ts'

/** How the price of a thing went where it is now what it was at first. */
export type SteadyPrice = 'one' | 'always' | 'again' | 'still'

export interface StoryParams {
  listed: number
  /** On so many marketplaces. */
  sites: number
  spanDays: number
  /** null = no price in a known currency. */
  firstCents: number | null
  lastCents: number | null
  currency: string | null
  steady: SteadyPrice
  /** Currencies that are not compared. */
  other: readonly string[]
  isOver: boolean
}

const openings = {
  repost: 'Posted again',
  'cross-post': 'Also on another marketplace',
  'multi-listing': 'Listed more than once at the same time',
} as const
export type Relation = keyof typeof openings

/** What became of a thing through all its listings, and why a listing is of it. */
export const clusterSentences = {
  /** "Listed 3 times in 6 weeks, down 40 % from $500 to $300". */
  'cluster-story': (p: StoryParams) =>
    [
      `Listed ${times(p.listed)}${p.sites > 1 ? ` on ${p.sites} marketplaces` : ''} ${spanWords(p.spanDays)}`,
      priceWords(p),
      p.other.length > 0 ? `; prices in ${p.other.join(', ')} are not compared` : '',
      p.isOver ? '; no longer for sale' : '',
    ].join(''),
  /** "Posted again: the descriptions share 96 % of their words"; `why` is said in English alone, null = a person said so. */
  'cluster-member': (p: { relation: Relation; why: string | null }) =>
    `${openings[p.relation]}: ${p.why ?? 'you said that it is the same thing'}`,
}

/** "once", "twice", "3 times". */
const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

/** How long in the largest unit that says enough; null = within a day. */
export function spanOf(days: number): { count: number; unit: 'day' | 'week' | 'month' | 'year' } | null {
  if (days < 1) return null
  const [count, unit] =
    days < 14
      ? ([days, 'day'] as const)
      : days < 60
        ? ([days / 7, 'week'] as const)
        : days < 730
          ? ([days / 30.44, 'month'] as const)
          : ([days / 365.25, 'year'] as const)
  return { count: Math.round(count), unit }
}

/** "within a day", "in 5 days", "in 6 weeks", "in 3 months", "in 2 years". */
function spanWords(days: number): string {
  const span = spanOf(days)
  return span === null ? 'within a day' : `in ${span.count} ${span.unit}${span.count === 1 ? '' : 's'}`
}

/** Against the first price, whole percent, negative = down; null = from free, or without two prices. */
export function changePercent(firstCents: number | null, lastCents: number | null): number | null {
  if (firstCents === null || lastCents === null || firstCents === 0) return null
  return Math.round(((lastCents - firstCents) / firstCents) * 100) || 0
}

const steadyWords = { one: 'for', always: 'always for', again: 'again for', still: 'still for' }

function priceWords({ firstCents, lastCents, currency, steady }: StoryParams): string {
  if (firstCents === null || lastCents === null || currency === null) return ''
  const [first, last] = [formatPrice(firstCents, currency), formatPrice(lastCents, currency)]
  if (firstCents === lastCents) return `, ${steadyWords[steady]} ${first}`
  const percent = changePercent(firstCents, lastCents)
  const amount = percent === null || percent === 0 ? '' : ` ${Math.abs(percent)} %`
  return `, ${lastCents < firstCents ? 'down' : 'up'}${amount} from ${first} to ${last}`
}
