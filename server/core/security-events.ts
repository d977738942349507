import { originNow } from './audit.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'

/** What is noted of those who try what they should not: who reads the log depends on the names. */
export const securityEvents = {
  'input-refused': 'Input that no route takes as it is: a value, a parameter, a body, a damaged link.',
  'limit-hit': 'More requests than a limit allows, or too many tries that failed.',
  'foreign-origin': 'A page of another site that would write, or one without the token of the session.',
  'foreign-host': 'A name that the server does not go by, or none, or several.',
  'key-refused': 'A key that is none, is over or was ended.',
  'right-refused': 'Somebody who is known, and has no right to it. It is in the audit log, too.',
  'address-refused': 'An address within the network of the machine, which the program was to call.',
} as const

export type SecurityEventKind = keyof typeof securityEvents

/** Whence, who, and what was asked for as the route is written; nothing of what was sent. */
export interface SecurityNote {
  kind: SecurityEventKind
  requestId: string | null
  address: string | null
  person: number | null
  key: number | null
  route?: string
  code?: string
  host?: string
}

export interface SecurityEvents {
  note(event: SecurityNote): void
  /** Of a way out, for whoever asks now. */
  addressRefused(host: string): void
}

const linesPerMinute = 20
const minuteMs = 60_000

/** Every event is counted; of each kind so many a minute are a line of the log, which nobody can flood: how many more there were is said after it. */
export function createSecurityEvents({
  log,
  clock,
  count,
}: {
  log: Log
  clock: Clock
  count(kind: SecurityEventKind): void
}): SecurityEvents {
  const minutes = new Map<SecurityEventKind, { minute: number; seen: number }>()

  function note({ kind, ...event }: SecurityNote): void {
    count(kind)
    const minute = Math.floor(clock.now().getTime() / minuteMs)
    const before = minutes.get(kind)
    if (before?.minute === minute) before.seen++
    else {
      const unlogged = Math.max(0, (before?.seen ?? 0) - linesPerMinute)
      if (unlogged > 0) log.warn({ event: kind, unlogged }, 'security events that have no line of their own')
      minutes.set(kind, { minute, seen: 1 })
    }
    if (minutes.get(kind)!.seen > linesPerMinute) return
    // A form that is filled in wrong is one, too.
    log[kind === 'input-refused' ? 'info' : 'warn']({ event: kind, ...event }, 'security event')
  }

  return {
    note,
    addressRefused(host) {
      const { requestId = null, address, actorId, keyId } = originNow()
      note({ kind: 'address-refused', requestId, address, person: actorId, key: keyId, host })
    },
  }
}

const refusedInput: ReadonlySet<string> = new Set([
  ...['bad-cursor', 'bad-idempotency-key', 'bad-request', 'malformed-json', 'unknown-parameter'],
  ...['confirm-link-invalid', 'unsubscribe-link-invalid', 'notice-not-genuine'],
  ...['body-too-large', 'address-too-long', 'media-type-not-taken', 'headers-too-large', 'not-multipart'],
])

/** Which event an answer is; null of one that is none. `code`: of the problem, '' of a page. */
export function securityEventOf(answer: {
  status: number
  code: string
  hasKey: boolean
}): SecurityEventKind | null {
  const { status, code, hasKey } = answer
  if (code === 'foreign-origin' || code === 'csrf-token-missing') return 'foreign-origin'
  if (code === 'foreign-host' || code === 'bad-host') return 'foreign-host'
  if (status === 429) return 'limit-hit'
  if (status === 401) return hasKey ? 'key-refused' : null
  if (status === 403) return 'right-refused'
  return status === 422 || refusedInput.has(code) ? 'input-refused' : null
}
