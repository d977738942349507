import {
  GetDealsFree,
  type GetDealsParams,
  type GetDealsSort,
  GetTrendsCategory,
  GetTrendsCondition,
} from '../../clients/typescript/api.ts'
import { toMinor } from '../lib/money.ts'

/** What of whoever asks a filter needs. */
export interface Asking {
  currency: string
}

interface Filter<Value> {
  /** How it is set: written, chosen of `options`, or a whole figure of a unit. */
  kind: 'text' | 'choice' | 'figure'
  options?: readonly Value[]
  unit?: 'money' | 'distance'
  /** From the address; undefined = it says nothing of use, and is dropped. */
  read(text: string): Value | undefined
  /** What it is for the API. */
  ask(value: Value, asking: Asking): GetDealsParams
}

const text = (lengthMax: number, ask: (value: string) => GetDealsParams): Filter<string> => ({
  kind: 'text',
  read: (given) => given.trim().slice(0, lengthMax) || undefined,
  ask,
})
const choice = <Value extends string>(
  options: readonly Value[],
  ask: (value: Value) => GetDealsParams,
): Filter<Value> => ({ kind: 'choice', options, read: (given) => options.find((one) => one === given), ask })
const figure = (
  [min, max]: [number, number],
  ask: (value: number, asking: Asking) => GetDealsParams,
  unit?: Filter<number>['unit'],
): Filter<number> => ({
  kind: 'figure',
  ...(unit && { unit }),
  read: (given) =>
    /^\d{1,9}$/.test(given) && Number(given) >= min && Number(given) <= max ? Number(given) : undefined,
  ask,
})

/**
 * What deals can be filtered by, each once: its key is its name in the address, its words are `deals.filters` of the texts,
 * and form, chips and request are made of it. A further filter is one entry here and its words there.
 */
export const dealFilters = {
  q: text(200, (q) => ({ q })),
  category: choice(Object.values(GetTrendsCategory), (category) => ({ category })),
  max: figure(
    [1, 1e8],
    (max, { currency }) => ({ priceCentsMax: toMinor(max, currency), currency }),
    'money',
  ),
  min: figure(
    [1, 1e8],
    (min, { currency }) => ({ priceCentsMin: toMinor(min, currency), currency }),
    'money',
  ),
  score: figure([0, 100], (scoreMin) => (scoreMin === 0 ? {} : { scoreMin })),
  below: figure([1, 100], (discountPctMin) => ({ discountPctMin })),
  profit: figure(
    [1, 1e8],
    (profit, { currency }) => ({ profitCentsMin: toMinor(profit, currency), currency }),
    'money',
  ),
  risk: figure([0, 100], (riskMax) => ({ riskMax })),
  condition: choice(Object.values(GetTrendsCondition), (condition) => ({ condition })),
  source: text(100, (marketplace) => ({ marketplace })),
  near: text(200, (near) => ({ near })),
  km: figure([1, 20_000], (withinKm) => ({ withinKm }), 'distance'),
  free: choice([GetDealsFree.also, GetDealsFree.only], (free) => ({ free })),
} as const

export type FilterKey = keyof typeof dealFilters
export const filterKeys = Object.keys(dealFilters) as FilterKey[]
export type DealSort = (typeof GetDealsSort)[keyof typeof GetDealsSort]
export const dealSorts = [
  'newest',
  'score',
  'discount',
  'profit',
  'price',
  'distance',
  'ends',
] as const satisfies DealSort[]

export type DealFilters = {
  [Key in FilterKey]?: (typeof dealFilters)[Key] extends Filter<infer Value> ? Value : never
}
export type DealSearch = DealFilters & { sort?: DealSort }

/** What holds where the address says nothing: what is new and good. */
export const usual = { sort: 'newest', score: 60 } as const

/** An address as a search; what it cannot be read of is dropped, and so is what holds anyway. */
export function readDealSearch(given: Record<string, unknown>): DealSearch {
  const found: Record<string, unknown> = {}
  for (const key of filterKeys) {
    const value = dealFilters[key].read(String(given[key] ?? ''))
    if (value !== undefined && !(key === 'score' && value === usual.score)) found[key] = value
  }
  const sort = dealSorts.find((one) => one === given.sort)
  if (sort !== undefined && sort !== usual.sort) found.sort = sort
  return found as DealSearch
}

/** The filters that are on, in their order, the usual ones among them. */
export function filtersOn(search: DealSearch): { key: FilterKey; value: string | number }[] {
  const all = { ...search, score: search.score ?? usual.score }
  return filterKeys.flatMap((key) => {
    const value = all[key]
    return value === undefined || value === 0 ? [] : [{ key, value }]
  })
}

/** A search without one of its filters; of what is usual that is a choice of its own. */
export function without(search: DealSearch, key: FilterKey): DealSearch {
  const { [key]: _, ...rest } = search
  return key === 'score' ? { ...rest, score: 0 } : rest
}

/** A search as the API takes it. */
export function askOf(search: DealSearch, asking: Asking): GetDealsParams {
  const sort = search.sort ?? usual.sort
  const asked = filtersOn(search).map(({ key, value }) =>
    (dealFilters[key] as Filter<string | number>).ask(value, asking),
  )
  // Amounts of several currencies cannot be put in an order.
  const isByMoney = sort === 'price' || sort === 'profit'
  return Object.assign({ sort }, isByMoney && { currency: asking.currency }, ...asked)
}
