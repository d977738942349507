/** Country sites of eBay, as the ends of their host names. */
const siteHost =
  /^(?:(?:www|m|cgi|cafr|befr|benl)\.)?ebay\.(com|co\.uk|de|fr|it|es|ca|at|ch|ie|nl|pl|be|ph|vn|com\.(?:au|hk|my|sg))$/

/** What the country sites are priced in; those of the others, such as Switzerland's, name theirs beside each amount. */
const currencies: Readonly<Record<string, string>> = {
  ...{ com: 'USD', 'co.uk': 'GBP', ca: 'CAD', 'com.au': 'AUD', pl: 'PLN' },
  ...Object.fromEntries(['de', 'fr', 'it', 'es', 'at', 'ie', 'nl', 'be'].map((end) => [end, 'EUR'])),
}

/** What a bare "$" means at a listing's address. */
export function currencyAt(address: string): string | undefined {
  const end = siteHost.exec(URL.parse(address)?.hostname ?? '')?.[1]
  return end === undefined ? undefined : currencies[end]
}

const itemPath = /^\/(?:[a-z]{2}\/)?(?:itm(?:\/[^/]{1,300})?|i)\/(\d{9,15})\/?$/i
/** Of the time before item pages had short addresses; such links stand in old messages and still lead there. */
const oldProgram = /^\/ws\/eBayISAPI\.dll$/i
const oldPath = /QQitemZ(\d{9,15})(?:QQ|$)/i

const productPath = /^\/(?:[a-z]{2}\/)?p\/\d{1,20}\/?$/i
const listingNumber = /^\d{9,15}$/

/**
 * The listing behind an address of an item's page: the variation that it names, which has a price of its own, else under
 * the id that its variations share. Null for everything else: a product page (`/p/`) stands for many listings unless it
 * names one, and where a short link leads only eBay knows.
 */
export function identifyEbay(address: string): { externalId: string; url: string } | null {
  const url = address.length <= 4000 ? URL.parse(address) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.port !== '' || url.username !== '') return null
  const site = siteHost.exec(url.hostname)?.[1]
  const itemId = itemPath.exec(url.pathname)?.[1] ?? itemOfProduct(url) ?? oldItemId(url)
  if (site === undefined || itemId === undefined) return null
  const variation = url.searchParams.get('var') ?? ''
  const page = `https://www.ebay.${site}/itm/${itemId}`
  return listingNumber.test(variation)
    ? { externalId: `v1|${itemId}|${variation}`, url: `${page}?var=${variation}` }
    : { externalId: `v1|${itemId}|0`, url: page }
}

function itemOfProduct(url: URL): string | undefined {
  const item = url.searchParams.get('iid') ?? ''
  return productPath.test(url.pathname) && listingNumber.test(item) ? item : undefined
}

function oldItemId(url: URL): string | undefined {
  const fromPath = oldPath.exec(url.pathname)?.[1]
  if (fromPath !== undefined || !oldProgram.test(url.pathname)) return fromPath
  const isItem = [...url.searchParams.keys()].some((name) => name.toLowerCase() === 'viewitem')
  const item = [...url.searchParams].find(([name]) => name.toLowerCase() === 'item')?.[1] ?? ''
  return isItem && listingNumber.test(item) ? item : undefined
}
