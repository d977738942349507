import type { Marketplace } from '../../marketplaces/contract.ts'

/** A site whose pages can be handed in. */
export interface ReadableSite {
  id: string
  name: string
  homepage: string
}

/** Sites whose pages are read as a person's browser shows them. */
export function readableSites(marketplaces: ReadonlyMap<string, Marketplace>): ReadableSite[] {
  return [...marketplaces.values()]
    .filter(({ readRendered, owns }) => readRendered !== undefined && owns !== undefined)
    .map(({ id, name, homepage }) => ({ id, name, homepage }))
}

/** All of them, and the one that a host is of. */
export function captureSites(
  marketplaces: ReadonlyMap<string, Marketplace>,
  host: string | undefined,
): { items: ReadableSite[]; site: ReadableSite | null } {
  const items = readableSites(marketplaces)
  const found = host === undefined ? null : siteOfPage(marketplaces, `https://${host}/`)
  return { items, site: items.find(({ id }) => id === found?.id) ?? null }
}

/** Sites whose listings are known by their addresses alone. */
export function linkedSites(marketplaces: ReadonlyMap<string, Marketplace>): ReadableSite[] {
  return [...marketplaces.values()]
    .filter(({ identify }) => identify !== undefined)
    .map(({ id, name, homepage }) => ({ id, name, homepage }))
}

/**
 * Whose page is at an address: null for what is no plain address of the web (another scheme, a port, a name and a
 * password in it), and for every host that no marketplace says is its own, however alike the two look.
 */
export function siteOfPage(
  marketplaces: ReadonlyMap<string, Marketplace>,
  address: string,
): Marketplace | null {
  const url = pageAddress(address)
  if (url === null) return null
  return (
    [...marketplaces.values()].find(
      ({ readRendered, owns }) => readRendered !== undefined && owns?.(url.hostname) === true,
    ) ?? null
  )
}

/** The listing that an address is of, and on which site; null for any other address. */
export function listingAt(
  marketplaces: ReadonlyMap<string, Marketplace>,
  address: string,
): { marketplace: Marketplace; externalId: string; url: string } | null {
  if (pageAddress(address) === null) return null
  for (const marketplace of marketplaces.values()) {
    const found = marketplace.identify?.(address)
    if (found) return { marketplace, ...found }
  }
  return null
}

function pageAddress(address: string): URL | null {
  const url = address.length <= 4000 ? URL.parse(address) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return url.port === '' && url.username === '' && url.password === '' ? url : null
}

/** Browsers write it at the top of what they save; the page itself says it in its head. */
const headLengthMax = 200_000

/** Where a saved page says that it is from; null where it says nothing of it. */
export function addressInPage(html: string): string | null {
  const head = html.slice(0, headLengthMax)
  const saved = /<!--\s{0,10}saved from url=\(\d{1,6}\)([^\s<>]{1,4000})/.exec(head)?.[1]
  if (saved !== undefined) return saved
  for (const [tag] of head.matchAll(/<(?:link|meta)\b[^<>]{1,5000}>/gi)) {
    const isIt = /\brel=["']?canonical\b/i.test(tag) || /\bproperty=["']?og:url\b/i.test(tag)
    const said = isIt ? /\b(?:href|content)=["']?(https?:\/\/[^\s"'<>]{1,4000})/i.exec(tag)?.[1] : undefined
    if (said !== undefined) return said.replaceAll('&amp;', '&')
  }
  return null
}
