import { outcomeOf } from '../core/audit.ts'
import { type AuditCode, auditCodes } from '../core/audit-codes.ts'
import type { StoredEvent } from './audit-store.ts'
import type { AuditEventView } from './schema.ts'

export function eventView(event: StoredEvent): AuditEventView {
  const isKnown = Object.hasOwn(auditCodes, event.what)
  const kind = event.what as AuditCode
  return {
    ...{ id: event.id, at: event.at.toISOString(), kind },
    // A newer version, which shares the database, may have written what this one does not know.
    says: isKnown ? auditCodes[kind].says : 'This version does not know what it was.',
    outcome: isKnown ? outcomeOf(kind) : 'done',
    by: { via: event.via, id: event.actorId, name: event.actorName, keyId: event.keyId },
    person: event.personId,
    target:
      event.targetKind === null || event.targetId === null
        ? null
        : { kind: event.targetKind, id: event.targetId },
    ...{ address: event.address, userAgent: event.userAgent, times: event.times },
    details: { ...event.details },
  }
}
