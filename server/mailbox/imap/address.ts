import { lookup as systemLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { abortable } from '../../core/abortable.ts'
import type { Lookup } from '../../core/fetch.ts'
import { type Outbound, outboundRefusal } from '../../core/outbound.ts'
import { isPublicAddress } from '../../core/public-address.ts'
import { MailboxFailure } from '../problems.ts'
import type { Security } from '../schema.ts'

/** Which mail servers may be called. */
export interface Reach {
  outbound: Outbound
  /** By the operator: people may name servers in private networks. */
  allowPrivate: boolean
  /** Resolves a name; default: the system's resolver. */
  lookup?: Lookup
  /** The longest time of any answer; default: each command's own. */
  patienceMs?: number
  /** Told of a host that is not public, where only public ones may be called. */
  onRefused?(host: string): void
}

export interface ServerName {
  host: string
  port: number
  security: Security
}

/**
 * The address of a person's mail server, which is the one that is then connected to: what DNS says a moment later counts no more.
 * Throws a MailboxFailure for whom the program must not call.
 */
export async function addressOf(reach: Reach, server: ServerName, signal: AbortSignal): Promise<string> {
  const { host, port, security } = server
  const scheme = security === 'none' ? 'http' : 'https'
  const url = URL.parse(`${scheme}://${isIP(host) === 6 ? `[${host}]` : host}:${port}`)
  if (url === null) throw new MailboxFailure('unknown-host')
  if (outboundRefusal(url, reach.outbound) !== null) throw new MailboxFailure('host-not-allowed')
  const lookup = reach.lookup ?? ((name) => systemLookup(name, { all: true }))
  const found =
    isIP(host) === 0
      ? await abortable(lookup(host), signal).catch((error: unknown) => {
          const { code } = error as { code?: unknown }
          throw new MailboxFailure(code === 'EAI_AGAIN' ? 'unreachable' : 'unknown-host', error)
        })
      : [{ address: host, family: isIP(host) }]
  const [first] = found
  if (first === undefined) throw new MailboxFailure('unknown-host')
  const isPublic = found.every(({ address }) => isPublicAddress(address))
  if (!isPublic && !reach.allowPrivate) {
    reach.onRefused?.(host)
    throw new MailboxFailure('private-host')
  }
  if (security === 'none' && isPublic) throw new MailboxFailure('plain-not-allowed')
  return first.address
}
