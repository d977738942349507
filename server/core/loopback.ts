import { isIP } from 'node:net'

/** Whether only this machine reaches what listens there, and what is sent there does not leave it. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** The host of an address as isLoopback() and isIP() take it: IPv6 without its brackets, no dot at the end. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
