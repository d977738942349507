import type { FieldSpec, FieldValues } from '../../core/fields.ts'
import type { Marketplace, QueryFilter, SearchQuery } from '../../marketplaces/contract.ts'
import { queryFilters } from '../../marketplaces/contract.ts'
import { everything } from '../scanning/planner.ts'

/** `site` = it filters by it, `partly` = more loosely than asked, `here` = what it shows is filtered here. */
export type FilteredBy = 'site' | 'partly' | 'here'

/** The same of a source; null where its settings cannot be used. */
export function filtersWith(
  marketplace: Pick<Marketplace, 'compile' | 'fields'>,
  settings: FieldValues,
): Record<QueryFilter, FilteredBy> | null {
  try {
    return filtersOf(marketplace, settings)
  } catch {
    return null
  }
}

/** A wish by each filter alone, as most people have them. */
const wishes: Readonly<Record<QueryFilter, Partial<SearchQuery>>> = {
  all: { all: ['lamp'] },
  any: { any: ['lamp', 'lantern'] },
  none: { none: ['broken'] },
  categories: { categories: ['furniture'] },
  conditions: { conditions: ['good'] },
  price: { priceCentsMin: 1000, priceCentsMax: 10_000 },
  place: { place: { lat: 37.77, lon: -122.42, radiusKm: 30, country: 'US', postalCode: '94103' } },
}

/** The values of fields that a form begins with; where there are none, what shows how they look. */
export function exampleSettings(fields: readonly FieldSpec[]): FieldValues {
  return Object.fromEntries(
    fields.flatMap(({ name, default: usual, placeholder }) => {
      const value = usual ?? placeholder
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** What a marketplace can filter by itself, with these settings or those that its form begins with. */
export function filtersOf(
  marketplace: Pick<Marketplace, 'compile' | 'fields'>,
  settings: FieldValues = exampleSettings(marketplace.fields),
): Record<QueryFilter, FilteredBy> {
  const by = (filter: QueryFilter): FilteredBy => {
    const { pushed, residual } = marketplace.compile({ ...everything, ...wishes[filter] }, settings)
    if (!pushed.includes(filter)) return 'here'
    return residual.includes(filter) ? 'partly' : 'site'
  }
  return Object.fromEntries(queryFilters.map((filter) => [filter, by(filter)])) as Record<
    QueryFilter,
    FilteredBy
  >
}
