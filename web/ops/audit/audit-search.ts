import type { AuditFilter } from '../queries.ts'

/** What of the audit log is shown, as its address says. */
export interface AuditSearch {
  kind?: string
  person?: number
  /** Days, both included. */
  from?: string
  to?: string
}

const isDay = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

export function readAuditSearch(given: Record<string, unknown>): AuditSearch {
  const person = /^[1-9]\d{0,14}$/.test(String(given.person)) ? Number(given.person) : undefined
  return {
    ...(/^[a-z-]{1,60}$/.test(String(given.kind ?? '')) && { kind: String(given.kind) }),
    ...(person !== undefined && { person }),
    ...(isDay(given.from) && { from: given.from }),
    ...(isDay(given.to) && { to: given.to }),
  }
}

/** As it is asked for: the days are those of whoever looks. */
export function auditFilterOf(
  { kind, person, from, to }: AuditSearch,
  kinds: readonly NonNullable<AuditFilter['kind']>[],
): AuditFilter {
  const known = kinds.find((one) => one === kind)
  return {
    ...(known !== undefined && { kind: known }),
    ...(person !== undefined && { person }),
    ...(from !== undefined && { since: new Date(`${from}T00:00`).toISOString() }),
    ...(to !== undefined && { until: dayAfter(to) }),
  }
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00`)
  date.setDate(date.getDate() + 1)
  return date.toISOString()
}
