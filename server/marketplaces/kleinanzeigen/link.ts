/** The site's name, its old one included: addresses of before 2023 are still passed on. */
const hosts = new Set(
  ['kleinanzeigen.de', 'ebay-kleinanzeigen.de'].flatMap((host) => [host, `www.${host}`, `m.${host}`]),
)

export const home = 'https://www.kleinanzeigen.de'

/** `/s-anzeige/<words>/<id>-<category>-<place>`; the words and what follows the id may be missing. */
const adPath = /^\/s-anzeige\/(?:([^/]{1,300})\/)?(\d{5,15})(?:-(\d{1,6})-(\d{1,8}))?\/?$/

export interface AdLink {
  externalId: string
  /** On the site, without query and fragment. */
  url: string
  /** The site's number of its category. */
  category?: string
}

export function isOwnHost(hostname: string): boolean {
  return hosts.has(hostname)
}

/** Null unless the address is that of an ad on the site, or on the host of `base` (where the site has been moved to). */
export function adLink(href: string | undefined, base: string = home): AdLink | null {
  const url = href !== undefined && href.length <= 2000 ? URL.parse(href, base) : null
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  const isOwn = isOwnHost(url.hostname) && url.port === ''
  if ((!isOwn && url.host !== URL.parse(base)?.host) || url.username !== '' || url.password !== '')
    return null
  const [, , externalId, category] = adPath.exec(url.pathname) ?? []
  if (externalId === undefined) return null
  return {
    externalId,
    url: home + url.pathname.replace(/\/$/, ''),
    ...(category !== undefined && { category }),
  }
}

/** The ad that an address is of, as people copy it. */
export function identify(address: string): { externalId: string; url: string } | null {
  const url = URL.parse(address)
  const link = url === null || !isOwnHost(url.hostname) ? null : adLink(address)
  return link && { externalId: link.externalId, url: link.url }
}
