import type { MarkView } from './mark-schema.ts'
import type { MarkRow } from './mark-store.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

/** A mark as it is shown; of what was never marked, one that says nothing. */
export function markView(mark: MarkRow | undefined): MarkView {
  return {
    seenAt: iso(mark?.seenAt ?? null),
    hiddenAt: iso(mark?.hiddenAt ?? null),
    hiddenReason: mark?.hiddenReason ?? null,
    contactedAt: iso(mark?.contactedAt ?? null),
    boughtAt: iso(mark?.boughtAt ?? null),
    note: mark?.note ?? null,
    tags: mark?.tags ?? [],
  }
}
