import type { Condition } from '../../model/listing-schema.ts'
import { type SearchAddress, searchParameter } from '../../model/search-address.ts'
import { isOwnHost } from './link.ts'

const means: Readonly<Record<string, readonly Condition[]>> = {
  NEW: ['new'],
  OPEN_BOX: ['like-new'],
  REFURBISHED: ['like-new'],
  USED: ['like-new', 'excellent', 'good', 'fair', 'poor'],
  BROKEN: ['for-parts'],
}

export function readSearchUrl(url: URL): SearchAddress | null {
  const words = searchParameter(url, 'q')
  if (!isOwnHost(url.hostname) || words === undefined) return null
  const codes =
    searchParameter(url, 'condition')
      ?.toUpperCase()
      .split(/[,|]/)
      .filter((code) => code !== '') ?? []
  return {
    words,
    priceMin: searchParameter(url, 'price_min'),
    priceMax: searchParameter(url, 'price_max'),
    currency: 'USD',
    country: 'US',
    conditions: codes.map((code) => ({ code, means: Object.hasOwn(means, code) ? means[code]! : null })),
    notes: [],
  }
}
