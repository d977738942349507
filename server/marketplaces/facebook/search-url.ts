import type { Condition } from '../../model/listing-schema.ts'
import { type SearchAddress, searchNumber, searchParameter } from '../../model/search-address.ts'
import { isOwnHost } from './link.ts'

/** "Used - good" holds what we tell apart as excellent and good. */
const means: Readonly<Record<string, readonly Condition[]>> = {
  new: ['new'],
  used_like_new: ['like-new'],
  used_good: ['excellent', 'good'],
  used_fair: ['fair'],
}

export function readSearchUrl(url: URL): SearchAddress | null {
  const path = url.pathname.split('/').filter((part) => part !== '')
  const words = searchParameter(url, 'query')
  if (!isOwnHost(url.hostname) || path[0] !== 'marketplace' || words === undefined) return null
  const notes: string[] = []
  const city = path[1] !== undefined && path[1] !== 'search' && path[1] !== 'category' ? path[1] : undefined
  if (city !== undefined)
    notes.push(`The city "${city.slice(0, 60)}" is Facebook's own name: give the rule a place.`)
  const radius = searchNumber(searchParameter(url, 'radius'))
  if (radius !== undefined) notes.push(`The radius of ${radius} km was not carried over: it has no place.`)
  const delivery = searchParameter(url, 'deliveryMethod')
  const codes =
    searchParameter(url, 'itemCondition')
      ?.split(/[,|]/)
      .filter((code) => code !== '') ?? []
  return {
    words,
    priceMin: searchParameter(url, 'minPrice'),
    priceMax: searchParameter(url, 'maxPrice'),
    currency: 'USD',
    country: 'US',
    conditions: codes.map((code) => ({ code, means: Object.hasOwn(means, code) ? means[code]! : null })),
    ...(delivery === 'local_pick_up' && { handover: 'local' as const }),
    ...(delivery === 'shipping' && { handover: 'ships' as const }),
    notes,
  }
}
