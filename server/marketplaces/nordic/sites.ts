import { ownAddress } from '../reading.ts'

/** One platform under four names, each in its country's language and money. */
export const sites = {
  se: { name: 'Blocket', domain: 'blocket.se', country: 'SE', currency: 'SEK', language: 'sv' },
  no: { name: 'FINN', domain: 'finn.no', country: 'NO', currency: 'NOK', language: 'nb' },
  fi: { name: 'Tori', domain: 'tori.fi', country: 'FI', currency: 'EUR', language: 'fi' },
  dk: { name: 'DBA', domain: 'dba.dk', country: 'DK', currency: 'DKK', language: 'da' },
} as const

export type SiteKey = keyof typeof sites
export const siteKeys = Object.keys(sites) as SiteKey[]

export function originOf(key: SiteKey): string {
  return `https://www.${sites[key].domain}`
}

export function siteOfHost(hostname: string): SiteKey | undefined {
  return siteKeys.find((key) => hostname === sites[key].domain || hostname === `www.${sites[key].domain}`)
}

export function itemUrl(key: SiteKey, id: string): string {
  return `${originOf(key)}/recommerce/forsale/item/${id}`
}

const itemPath = /^\/recommerce\/forsale\/item\/(\d{4,15})\/?$/

export interface AdLink {
  /** With its country, since the four count alike. */
  externalId: string
  url: string
  site: SiteKey
}

/** Null unless the address is that of an ad on one of the four; DBA shares addresses with the number alone. */
export function adLink(href: string | undefined, base?: string): AdLink | null {
  const url = ownAddress(href, (hostname) => siteOfHost(hostname) !== undefined, base)
  const site = url === null ? undefined : siteOfHost(url.hostname)
  if (url === null || site === undefined) return null
  const short = site === 'dk' ? /^\/(\d{6,15})\/?$/.exec(url.pathname)?.[1] : undefined
  const id = itemPath.exec(url.pathname)?.[1] ?? short
  return id === undefined ? null : { externalId: `${site}-${id}`, url: itemUrl(site, id), site }
}

export function identify(address: string): { externalId: string; url: string } | null {
  const link = adLink(address)
  return link && { externalId: link.externalId, url: link.url }
}
