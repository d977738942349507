import { ownAddress } from '../reading.ts'

export const home = 'https://reverb.com'
export const api = 'https://api.reverb.com'

const hosts = new Set(['reverb.com', 'www.reverb.com'])
/** `/item/91000001-words`, in other languages `/de/item/…`. */
const itemPath = /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/item\/((\d{3,15})(?:-[^/]{0,400})?)\/?$/

export function isOwnHost(hostname: string): boolean {
  return hosts.has(hostname) || hostname === 'api.reverb.com'
}

export function identify(address: string): { externalId: string; url: string } | null {
  const url = ownAddress(address, (hostname) => hosts.has(hostname))
  const [, name, externalId] = (url && itemPath.exec(url.pathname)) ?? []
  return externalId === undefined ? null : { externalId, url: `${home}/item/${name}` }
}
