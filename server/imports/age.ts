import type { SeenListing } from '../model/listing-schema.ts'

/** What decides whether a row says what things cost now. */
export interface EvidenceRules {
  /** Older prices are evidence no more. */
  evidenceMs: number
  /** Whether prices of this source may be evidence. */
  mayBeEvidence(marketplace: string): boolean
}

export interface AgedRow {
  seen: SeenListing
  observedAtMs: number
  /** Its price is evidence of what such things cost. */
  isEvidence: boolean
  /** Last seen so long ago that nothing says that it is for sale still. */
  isHistory: boolean
}

/**
 * A row as it counts by its age. It was seen when its file says; where the file does not say, a date of its posting that
 * is long gone must not make it a thing for sale today. History is kept as what is gone: never notified, and no deal.
 */
export function aged(
  row: { marketplace: string; seen: SeenListing; observedAt: string | undefined },
  rules: EvidenceRules,
  nowMs: number,
): AgedRow {
  const { seen, marketplace } = row
  const postedAtMs = timeOf(seen.postedAt)
  const saidAtMs = timeOf(row.observedAt) ?? postedAtMs
  const isOld = saidAtMs !== null && nowMs - saidAtMs > rules.evidenceMs
  const isOver = seen.state === 'sold' || seen.state === 'gone'
  const observedAtMs = Math.min(nowMs, (isOld ? saidAtMs : timeOf(row.observedAt)) ?? nowMs)
  const isPriced = (seen.priceCents ?? 0) > 0 && seen.currency !== undefined && seen.currency !== null
  return {
    seen: isOld && !isOver ? { ...seen, state: 'gone' } : seen,
    observedAtMs,
    isEvidence:
      isPriced &&
      rules.mayBeEvidence(marketplace) &&
      nowMs - (postedAtMs ?? observedAtMs) <= rules.evidenceMs,
    isHistory: isOld,
  }
}

function timeOf(text: string | undefined | null): number | null {
  const atMs = text === undefined || text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(atMs) ? null : atMs
}
