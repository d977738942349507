import { csvText } from '../../lib/csv.ts'
import type { AuditEvent } from '../queries.ts'

const head = ['at', 'kind', 'says', 'outcome', 'via', 'byId', 'by', 'keyId', 'person']
const more = ['targetKind', 'targetId', 'address', 'userAgent', 'times', 'details']

/** Events as a table for a spreadsheet (CSV); what begins like a formula gets an apostrophe before it. */
export function auditTable(events: readonly AuditEvent[]): string {
  const rows = events.map((event) => {
    const { at, kind, says, outcome, by, person, target, address, userAgent, times, details } = event
    return [
      ...[at, kind, says, outcome, by.via, by.id, by.name, by.keyId, person],
      ...[target?.kind ?? null, target?.id ?? null, address, userAgent, times, detailsText(details)],
    ]
  })
  return csvText([[...head, ...more], ...rows])
}

/** `role member, replaced 0`; '' = there are none. */
export const detailsText = (details: AuditEvent['details']): string =>
  Object.entries(details)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
