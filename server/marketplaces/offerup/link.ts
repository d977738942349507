import { ownAddress } from '../reading.ts'

export const home = 'https://offerup.com'

const hosts = new Set(['offerup.com', 'www.offerup.com'])
/** Ids are UUIDs; those of old addresses are numbers. */
const itemPath =
  /^\/item\/detail\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{5,15})\/?$/i

export function isOwnHost(hostname: string): boolean {
  return hosts.has(hostname)
}

export function itemUrl(id: string): string {
  return `${home}/item/detail/${id}`
}

export function identify(address: string): { externalId: string; url: string } | null {
  const url = ownAddress(address, isOwnHost)
  const externalId = url === null ? undefined : itemPath.exec(url.pathname)?.[1]?.toLowerCase()
  return externalId === undefined ? null : { externalId, url: itemUrl(externalId) }
}
