import { hostOf, isLoopback } from './loopback.ts'

/** Whom the operator lets the program call. */
export interface Outbound {
  /** Names, `*.example.com` for all below one; empty = anybody. */
  hosts: readonly string[]
  /** Nothing goes over the network unencrypted. */
  encryptedOnly: boolean
}

export const anywhere: Outbound = { hosts: [], encryptedOnly: false }

/** A host name as it stands in an address, in lower case and Punycode, or with `*.` before it for all below. */
export function isHostPattern(text: string): boolean {
  const name = text.replace(/^\*\./, '')
  return /^[a-z\d][a-z\d.-]*$/.test(name) && URL.parse(`https://${name}`)?.host === name
}

/**
 * Why this may not be called, as a sentence; null = it may. What stays on this machine may: whom people can name there is for
 * the guard of private networks.
 */
export function outboundRefusal(url: URL, { hosts, encryptedOnly }: Outbound): string | null {
  const host = hostOf(url)
  if (isLoopback(host) || host === '0.0.0.0' || host === '::') return null
  if (hosts.length > 0 && !hosts.some((pattern) => fits(host, pattern)))
    return `${url.host} is not among the hosts that the operator allows (DEAL_SCOUT_OUTBOUND_HOSTS).`
  if (encryptedOnly && url.protocol !== 'https:')
    return `${url.host} would be called without encryption, which the operator does not allow (DEAL_SCOUT_OUTBOUND_PLAIN): use its https address.`
  return null
}

function fits(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
}
