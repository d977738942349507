import { type SearchAddress, searchNumber, searchParameter } from '../../model/search-address.ts'
import { siteOfHost, sites } from './sites.ts'

/**
 * `/q/fiets/#postcode:1012AB|distanceMeters:10000|PriceCentsTo:25000`: words in the path, the rest behind the sign that
 * browsers do not send; `/l/<category>/q/<words>/` inside a category.
 */
export function readSearchUrl(url: URL): SearchAddress | null {
  const site = siteOfHost(url.hostname)
  if (site === undefined) return null
  const inPath = /^\/(?:l\/[^/]+\/(?:[^/]+\/)?)?q\/([^/]+)\/?/.exec(url.pathname)?.[1]
  const words = inPath === undefined ? searchParameter(url, 'query') : decoded(inPath.replace(/\+/g, ' '))
  if (words === undefined) return null
  const behind = new Map(
    decoded(url.hash.slice(1))
      .split('|')
      .slice(0, 50)
      .map((part): [string, string] => {
        const at = part.indexOf(':')
        return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)]
      }),
  )
  const euros = (name: string) => {
    const cents = searchNumber(behind.get(name))
    return cents === undefined ? undefined : String(cents / 100)
  }
  const metres = searchNumber(behind.get('distanceMeters'))
  return {
    words,
    priceMin: euros('PriceCentsFrom'),
    priceMax: euros('PriceCentsTo'),
    currency: 'EUR',
    country: sites[site].country,
    place: behind.get('postcode') || undefined,
    ...(metres !== undefined && { radiusKm: metres / 1000 }),
    notes: url.pathname.startsWith('/l/')
      ? ["The site's category was not carried over: give the rule one."]
      : [],
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
