import { ownAddress } from '../reading.ts'

export const home = 'https://www.facebook.com'

/** `www.`, `m.`, `de-de.` and the like; `fb.com` leads there. */
const host = /^(?:(?:www|m|web|mbasic|touch|[a-z]{2}-[a-z]{2})\.)?facebook\.com$/
const shortHost = /^(?:www\.)?fb\.com$/
const itemPath = /^\/(?:marketplace\/(?:[^/]{1,80}\/)?item|commerce\/listing)\/(\d{6,25})\/?$/

export function isOwnHost(hostname: string): boolean {
  return host.test(hostname) || shortHost.test(hostname)
}

export function itemUrl(id: string): string {
  return `${home}/marketplace/item/${id}/`
}

/**
 * The listing that an address is of. Addresses of `/share/…` say it only to who follows them, which is asking the site: they
 * are none here.
 */
export function identify(address: string): { externalId: string; url: string } | null {
  const url = ownAddress(address, isOwnHost)
  const externalId = url === null ? undefined : itemPath.exec(url.pathname)?.[1]
  return externalId === undefined ? null : { externalId, url: itemUrl(externalId) }
}
