import { type SearchAddress, searchParameter } from '../../model/search-address.ts'
import { conditionCodes } from './conditions.ts'
import { isOwnHost } from './link.ts'

/** `/marketplace?query=…&price_max=…&condition[]=mint`, in other languages `/de/marketplace`. */
export function readSearchUrl(url: URL): SearchAddress | null {
  if (!isOwnHost(url.hostname) || !/^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/marketplace\/?$/.test(url.pathname))
    return null
  const words = searchParameter(url, 'query', 'make')
  if (words === undefined) return null
  const codes = [...url.searchParams].flatMap(([name, value]) =>
    /^conditions?(?:\[\])?$/.test(name) ? value.split(',') : [],
  )
  const currency = searchParameter(url, 'currency')?.toUpperCase()
  return {
    words,
    priceMin: searchParameter(url, 'price_min'),
    priceMax: searchParameter(url, 'price_max'),
    currency: currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : 'USD',
    country: 'US',
    conditions: codes
      .filter((code) => code !== '' && code !== 'all')
      .map((code) => ({ code, means: Object.hasOwn(conditionCodes, code) ? [conditionCodes[code]!] : null })),
    notes:
      searchParameter(url, 'product_type', 'category') === undefined
        ? []
        : ["The site's category was not carried over: give the rule one."],
  }
}
