import { AsyncLocalStorage } from 'node:async_hooks'
import { isDeepStrictEqual } from 'node:util'
import { type AuditCode, auditCodes } from './audit-codes.ts'
import type { Sql } from './db.ts'

/** What did it: a request, a command on the machine, or the program by itself. */
export const auditVias = ['http', 'cli', 'program'] as const
export type AuditVia = (typeof auditVias)[number]

/** What the id of a target is of. */
export const auditTargets = [
  'account',
  'channel',
  'delivery',
  'invitation',
  'key',
  'mailbox',
  'notification',
  'passkey',
  'session',
  'source',
] as const
export type AuditTarget = (typeof auditTargets)[number]

/** Small, and nothing secret: numbers, yes or no, and words of the program. */
export type EventDetails = Readonly<Record<string, string | number | boolean | null>>

/** Where what happens comes from, as this program saw it. */
export interface Origin {
  via: AuditVia
  /** Who proved to be somebody; null of nobody, and of who has the machine. */
  actorId: number | null
  keyId: number | null
  address: string | null
  userAgent: string | null
  /** Of a request, under which the log has it. */
  requestId?: string
}

/** Something that happened, of the codes in core/audit-codes.ts. */
export interface AuditEvent<Code extends AuditCode = AuditCode> {
  what: Code
  /** Whose account or rows it is about; null = nobody's. */
  person: number | null
  /** Who did it, where that is known better than by who asks, such as at a sign-in. */
  actor?: number
  target?: readonly [kind: AuditTarget, id: string | number]
  details?: { readonly [Name in (typeof auditCodes)[Code]['details'][number]]?: EventDetails[string] }
}

/** Writes events: in the transaction of the change where there is one, so that there is none without the other. */
export interface Audit {
  note<Code extends AuditCode>(sql: Sql, event: AuditEvent<Code>): Promise<void>
}

/** Names of what is another value now, as an event tells them; '' = nothing is. */
export function namesOfChanged(before: object, after: object): string {
  const [old, now] = [before, after] as Readonly<Record<string, unknown>>[]
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names]
    .filter((name) => !isDeepStrictEqual(old![name], now![name]))
    .toSorted()
    .join(', ')
}

const unknownOrigin: Origin = { via: 'program', actorId: null, keyId: null, address: null, userAgent: null }
const origins = new AsyncLocalStorage<Origin>()

/** Runs what a request or command asks for; events that it writes come from there. It lets nobody do anything. */
export function withOrigin<T>(origin: Origin, run: () => T): T {
  return origins.run(origin, run)
}

/** Where what happens now comes from; the program itself where nobody asked. */
export function originNow(): Origin {
  return origins.getStore() ?? unknownOrigin
}

export function outcomeOf(what: AuditCode): 'done' | 'refused' {
  return auditCodes[what].outcome
}
