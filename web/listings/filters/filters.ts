import {
  GetDealsFree,
  type GetDealsParams,
  type GetDealsSort,
  GetDealsState,
  GetTrendsCategory,
  GetTrendsCondition,
} from '../../../clients/typescript/api.ts'
import { toMinor } from '../../lib/money.ts'
import { boxText, readBox } from '../../ui/map/box.ts'

/** What of whoever asks a filter needs. */
export interface Asking {
  currency: string
}

interface Filter<Value> {
  /** How it is set: written, one or several chosen of `options`, or a whole figure of a unit. */
  kind: 'text' | 'choice' | 'choices' | 'figure'
  /** None of `choices` = those that the server counts. */
  options?: readonly string[]
  unit?: 'money' | 'distance'
  /** It comes by a link, and stands in no form. */
  isLinked?: true
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
/** Several, with commas between them in the address, where no name has one. */
const choices = (
  options: readonly string[] | undefined,
  ask: (values: string[]) => GetDealsParams,
): Filter<readonly string[]> => ({
  kind: 'choices',
  ...(options && { options }),
  read(given) {
    const names = new Set(partsOf(given).filter((name) => options?.includes(name) ?? name.length <= 100))
    return names.size === 0 ? undefined : [...names].slice(0, 50)
  },
  ask: (values) => ask([...values]),
})
const partsOf = (given: string) =>
  given
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
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
  category: choices(Object.values(GetTrendsCategory), (category) => ({ category })),
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
  landed: figure(
    [1, 1e8],
    (landed, { currency }) => ({ landedCentsMax: toMinor(landed, currency), currency }),
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
  condition: choices(Object.values(GetTrendsCondition), (condition) => ({ condition })),
  source: choices(undefined, (marketplace) => ({ marketplace })),
  near: text(200, (near) => ({ near })),
  km: figure([1, 20_000], (withinKm) => ({ withinKm }), 'distance'),
  free: choice([GetDealsFree.also, GetDealsFree.only], (free) => ({ free })),
  mark: choice(Object.values(GetDealsState), (state) => ({ state })),
  /** Listings that are one thing are one card otherwise. */
  same: choice(['each'] as const, () => ({})),
  rule: { ...figure([1, 1e8], (ruleId) => ({ ruleId })), isLinked: true },
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
export type DealSearch = DealFilters & {
  sort?: DealSort
  /** A list otherwise. */
  view?: 'gallery' | 'map'
  /** The part of the map that is looked at; without it, wherever there are some. */
  box?: string
  /** The saved view that was opened, whatever was changed since. */
  saved?: number
}

/** What holds where the address says nothing: what is new and good. */
export const usual = { sort: 'newest', score: 60 } as const

/** What is no filter and stands in the address, too. */
const others = {
  sort: (given: string) => dealSorts.find((one) => one === given),
  view: (given: string) => (['list', 'gallery', 'map'] as const).find((one) => one === given),
  box: (given: string) => {
    const box = readBox(given)
    return box === null ? undefined : boxText(box)
  },
  saved: (given: string) => (/^[1-9]\d{0,9}$/.test(given) ? Number(given) : undefined),
}
const isUsual = (key: string, value: unknown) =>
  (key === 'score' && value === usual.score) ||
  (key === 'sort' && value === usual.sort) ||
  (key === 'view' && value === 'list')

/** An address as a search; what it cannot be read of is dropped, and so is what holds anyway. */
export function readDealSearch(given: Record<string, unknown>): DealSearch {
  const found: Record<string, unknown> = {}
  for (const [key, read] of readers) {
    const value = read(String(given[key] ?? ''))
    if (value !== undefined && !isUsual(key, value)) found[key] = value
  }
  if (found.view !== 'map') delete found.box
  return found as DealSearch
}

const readers = new Map<string, (given: string) => unknown>([
  ...filterKeys.map((key) => [key, dealFilters[key].read] as const),
  ...Object.entries(others),
])

/** What of an address means nothing here, as it stands there: `max=abc`. */
export function droppedOf(given: Record<string, unknown>): string[] {
  return Object.entries(given).flatMap(([key, value]) => {
    const text = String(value ?? '')
    const read = readers.get(key)?.(text)
    const isWhole = Array.isArray(read) ? read.length === new Set(partsOf(text)).size : read !== undefined
    return isWhole || (text.trim() === '' && readers.has(key)) ? [] : [text === '' ? key : `${key}=${text}`]
  })
}

/** The filters that are on, in their order, the usual ones among them. */
export function filtersOn(search: DealSearch): FilterOn[] {
  const all = { ...search, score: search.score ?? usual.score }
  return filterKeys.flatMap((key) => {
    const value = all[key]
    return value === undefined || value === 0 ? [] : [{ key, value }]
  })
}
export interface FilterOn {
  key: FilterKey
  value: string | number | readonly string[]
}

/** A search without one of its filters; of what is usual that is a choice of its own. */
export function without(search: DealSearch, key: FilterKey): DealSearch {
  const { [key]: _, ...rest } = search
  return key === 'score' ? { ...rest, score: 0 } : rest
}

/** All filters as they usually are; how it is looked at stays. */
export function withoutFilters({ sort, view, box }: DealSearch): DealSearch {
  return { ...(sort && { sort }), ...(view && { view }), ...(box && { box }) }
}

/** What of deals is asked for, as the API takes it; the order left out. */
export function filterOf(search: DealSearch, asking: Asking): Omit<GetDealsParams, 'sort'> {
  const asked = filtersOn(search).map(({ key, value }) =>
    (dealFilters[key] as Filter<FilterOn['value']>).ask(value, asking),
  )
  const { same, view, box } = search
  return Object.assign(
    {},
    same !== 'each' && { collapse: 'cluster' as const },
    view === 'map' && box !== undefined && { bbox: box },
    ...asked,
  )
}

/** A search as the API takes it. */
export function askOf(search: DealSearch, asking: Asking): GetDealsParams {
  const sort = search.sort ?? usual.sort
  // Amounts of several currencies cannot be put in an order.
  const isByMoney = sort === 'price' || sort === 'profit'
  return { sort, ...(isByMoney && { currency: asking.currency }), ...filterOf(search, asking) }
}

/** As it stands in an address, without what holds anyway: the same for every search that shows the same. */
export function searchText(search: DealSearch): string {
  const given = Object.entries(readDealSearch(search)).map(([key, value]) => [key, String(value)])
  return new URLSearchParams(given.toSorted(([a], [b]) => (a! < b! ? -1 : 1)))
    .toString()
    .replaceAll('%2C', ',')
}
