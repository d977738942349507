import { createHash } from 'node:crypto'
import type { Authorized } from '../core/actor.ts'
import { type Audit, type AuditEvent, originNow } from '../core/audit.ts'
import { isFolding } from '../core/audit-codes.ts'
import type { Clock } from '../core/clock.ts'
import type { Db, Sql } from '../core/db.ts'
import { addEvent, countEvent, eventsOf, type NewEvent, type StoredEvent } from './audit-store.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** Of events that anybody can cause: 1.8 million rows in a year of an attack that never ends. */
const foldedRowsPerHourMax = 200
const textMax = 200

/** Writes what happened, where it came from and when; what comes in floods is counted. */
export function createAudit({ clock }: { clock: Clock }): Audit {
  return {
    async note(sql, event) {
      const row = rowOf(event, clock.now())
      await (isFolding(event.what) ? count(sql, row) : addEvent(sql, row))
    },
  }
}

function rowOf(event: AuditEvent, at: Date): NewEvent {
  const { actorId, userAgent, requestId: _, ...origin } = originNow()
  const details = Object.entries(event.details ?? {}).map(([name, value]) => [name, capped(value)])
  return {
    ...{ at, what: event.what, ...origin, userAgent: capped(userAgent) },
    ...{ actorId: event.actor ?? actorId, personId: event.person },
    ...{ targetKind: event.target?.[0] ?? null, targetId: capped(event.target?.[1].toString() ?? null) },
    details: Object.fromEntries(details) as NewEvent['details'],
  }
}

function capped<Value>(value: Value): Value {
  return typeof value === 'string'
    ? (value.toWellFormed().replaceAll('\0', '').slice(0, textMax) as Value)
    : value
}

/** One row for each kind, account, address and minute; once an hour has too many of them, one of the kind for the rest. */
async function count(sql: Sql, row: NewEvent): Promise<void> {
  const { at, what, actorId, personId, address, targetKind, targetId, details } = row
  const of = [what, actorId, personId, address, targetKind, targetId, details]
  const key = createHash('sha256').update(JSON.stringify(of)).digest('base64url')
  const minute = Math.floor(at.getTime() / minuteMs)
  const hour = Math.floor(at.getTime() / hourMs)
  const fold = { key: `${minute} ${key}`, hour, rowsMax: foldedRowsPerHourMax }
  if (await countEvent(sql, row, fold)) return
  const rest: NewEvent = {
    ...{ at, what, via: row.via, actorId: null, keyId: null, personId: null, details: {} },
    ...{ targetKind: null, targetId: null, address: null, userAgent: null },
  }
  await countEvent(sql, rest, { key: `rest ${hour} ${what}`, hour, rowsMax: Number.MAX_SAFE_INTEGER })
}

export interface AuditDeps {
  db: Db
}

/** An event as a person may see it: where others were is not for them to know. */
export function ownView(userId: number, event: StoredEvent): StoredEvent {
  if (event.actorId === null || event.actorId === userId) return event
  return { ...event, actorName: null, keyId: null, address: null, userAgent: null }
}

const rowsAtOnce = 500

/** All events of a person, oldest first, for an export. */
export async function* exportedEvents({ db }: AuditDeps, userId: Authorized<'self'>): AsyncGenerator<object> {
  let beforeId = 0
  for (;;) {
    const rows = await eventsOf(db, userId, { beforeId, limit: rowsAtOnce, isBack: true })
    for (const row of rows) {
      const { actorName: _, ...event } = ownView(userId, row)
      yield event
    }
    if (rows.length < rowsAtOnce) return
    beforeId = rows.at(-1)!.id
  }
}
