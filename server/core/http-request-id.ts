import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

type Range = ReturnType<typeof ipaddr.parseCIDR>

/**
 * The id under which a request is in the log: what a proxy that is believed gave it (`X-Request-Id`: a UUID, or its 32 digits
 * as nginx writes them), so that its log and ours say the same; of anybody else a new one.
 */
export function requestIds(
  trustedProxies: readonly string[],
): (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string {
  const ranges = trustedProxies.map(rangeOf)
  return ({ headers, socket }) => {
    const id = uuidIn(headers['x-request-id'])
    return id !== null && isWithin(ranges, socket.remoteAddress) ? id : randomUUID()
  }
}

function rangeOf(network: string): Range {
  if (network.includes('/')) return ipaddr.parseCIDR(network)
  const address = ipaddr.process(network)
  return [address, address.kind() === 'ipv4' ? 32 : 128] as Range
}

function isWithin(ranges: readonly Range[], from: string | undefined): boolean {
  if (from === undefined || !ipaddr.isValid(from)) return false
  const address = ipaddr.process(from)
  return ranges.some(
    ([network, prefix]) => network.kind() === address.kind() && address.match(network, prefix),
  )
}

function uuidIn(given: string | string[] | undefined): string | null {
  if (typeof given !== 'string') return null
  const parts = /^([\da-f]{8})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{12})$/.exec(
    given.toLowerCase(),
  )
  return parts === null ? null : parts.slice(1).join('-')
}
