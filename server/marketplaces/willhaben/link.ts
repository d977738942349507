import { ownAddress } from '../reading.ts'

export const home = 'https://www.willhaben.at'

const hosts = new Set(['www.willhaben.at', 'willhaben.at'])
/** `/iad/kaufen-und-verkaufen/d/<words>-<id>`, of vehicles and homes with more in between. */
const itemPath = /^\/iad\/((?:[a-z0-9-]{1,80}\/){1,8}(?:[a-z0-9-]{1,300}-)?(\d{6,12}))\/?$/

export function isOwnHost(hostname: string): boolean {
  return hosts.has(hostname)
}

/** The ad that an address is of, however it was copied; `base` is against what a relative one stands. */
export function identify(address: string, base?: string): { externalId: string; url: string } | null {
  const url = ownAddress(address, isOwnHost, base)
  if (url === null) return null
  if (url.pathname === '/iad/object') {
    const id = url.searchParams.get('adId') ?? ''
    return /^\d{6,12}$/.test(id) ? { externalId: id, url: `${home}/iad/object?adId=${id}` } : null
  }
  const [, path, externalId] = (url.pathname.includes('/d/') && itemPath.exec(url.pathname)) || []
  return externalId === undefined ? null : { externalId, url: `${home}/iad/${path}/` }
}
