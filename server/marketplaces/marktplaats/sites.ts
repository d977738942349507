import { ownAddress } from '../reading.ts'

/** The three faces of one platform; the Belgian two show the same ads in two languages. */
export const sites = {
  nl: { name: 'Marktplaats', domain: 'marktplaats.nl', country: 'NL', language: 'nl' },
  'be-nl': { name: '2dehands', domain: '2dehands.be', country: 'BE', language: 'nl' },
  'be-fr': { name: '2ememain', domain: '2ememain.be', country: 'BE', language: 'fr' },
} as const

export type SiteKey = keyof typeof sites
export const siteKeys = Object.keys(sites) as SiteKey[]

export function originOf(key: SiteKey): string {
  return `https://www.${sites[key].domain}`
}

/** Which site a host belongs to; `link.` is where shared addresses begin. */
export function siteOfHost(hostname: string): SiteKey | undefined {
  return siteKeys.find((key) => {
    const { domain } = sites[key]
    return (
      hostname === domain ||
      hostname === `www.${domain}` ||
      hostname === `link.${domain}` ||
      hostname === `m.${domain}`
    )
  })
}

/** `/v/<category>/<subcategory>/m2400000001-words`, older `/a/….html`; shared addresses have the id alone. */
const adPath = /^\/(?:(?:v|a)\/[^/]{1,120}\/[^/]{1,160}\/)?([am]\d{6,15})(?:-[^/]{0,300})?\/?$/

export interface AdLink {
  externalId: string
  /** Without query and fragment. */
  url: string
  site: SiteKey
}

/** Null unless the address is that of an ad on one of the sites. */
export function adLink(href: string | undefined, base?: string): AdLink | null {
  const url = ownAddress(href, (hostname) => siteOfHost(hostname) !== undefined, base)
  const site = url === null ? undefined : siteOfHost(url.hostname)
  if (url === null || site === undefined) return null
  const id = adPath.exec(url.pathname)?.[1]
  if (id === undefined) return null
  const { domain } = sites[site]
  const path = url.pathname.replace(/\/$/, '')
  return {
    externalId: id,
    url:
      path.startsWith('/v/') || path.startsWith('/a/') ? `https://www.${domain}${path}` : shortUrl(site, id),
    site,
  }
}

/** What the sites themselves give to be shared. */
export function shortUrl(site: SiteKey, id: string): string {
  return `https://link.${sites[site].domain}/${id}`
}

export function identify(address: string): { externalId: string; url: string } | null {
  const link = adLink(address)
  return link && { externalId: link.externalId, url: link.url }
}
