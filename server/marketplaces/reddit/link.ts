import { ownAddress } from '../reading.ts'

export const home = 'https://www.reddit.com'
export const api = 'https://oauth.reddit.com'

const hosts = new Set([
  ...['reddit.com', 'www.reddit.com', 'old.reddit.com', 'new.reddit.com', 'sh.reddit.com', 'np.reddit.com'],
  ...['m.reddit.com', 'i.reddit.com', 'amp.reddit.com'],
])
const shortHost = 'redd.it'
const postPath = /^(?:\/r\/([A-Za-z0-9_]{2,21}))?\/comments\/([a-z0-9]{4,10})(?:\/[^/]{0,300})?\/?$/

/** Of whom answers are taken. */
export function isApiHost(hostname: string): boolean {
  return hostname === 'oauth.reddit.com' || hostname === 'www.reddit.com'
}

/** Where a post is read by people; the group in it is for them alone. */
export function postUrl(id: string, group?: string): string {
  return group === undefined ? `${home}/comments/${id}/` : `${home}/r/${group}/comments/${id}/`
}

/** The post that an address is of. Addresses of `/s/…` say it only to who follows them. */
export function identify(address: string): { externalId: string; url: string } | null {
  const url = ownAddress(address, (hostname) => hosts.has(hostname) || hostname === shortHost)
  if (url === null) return null
  if (url.hostname === shortHost) {
    const id = /^\/([a-z0-9]{4,10})\/?$/.exec(url.pathname)?.[1]
    return id === undefined ? null : { externalId: `t3_${id}`, url: postUrl(id) }
  }
  const [, group, id] = postPath.exec(url.pathname) ?? []
  return id === undefined ? null : { externalId: `t3_${id}`, url: postUrl(id, group) }
}
