/** What the server tells while somebody looks (server/core/live-schema.ts), and where the stream itself stands. */
export type LiveEvent = { id: string } & (
  | { kind: 'listings-new'; data: { count: number; ids: number[] } }
  | {
      kind: 'prices-changed'
      data: { listings: { id: number; priceCents: number | null; currency: string | null }[] }
    }
  | { kind: 'listings-ended'; data: { listings: { id: number; state: string }[] } }
  | { kind: 'told'; data: { ids: number[] } }
  | { kind: 'inbox-read'; data: { ids: number[] | null; read: boolean } }
  | { kind: 'deliveries-changed'; data: { notificationIds: number[] } }
  | { kind: 'rules-changed'; data: { ids: number[] } }
  | { kind: 'sources-changed'; data: { ids: number[] } }
  | { kind: 'scan-progress'; data: ScanProgress }
  | { kind: 'import-progress'; data: ImportProgress }
  | { kind: 'watches-changed'; data: { ids: number[] } }
  | { kind: 'sell-changed'; data: { itemIds: number[] } }
  | { kind: 'marks-changed'; data: { ids: number[] | null; seenUpTo?: string | null } }
  /** What was told before may not be all that happened: read anew what is shown. */
  | { kind: 'reset'; data: object }
  /** What follows is live. */
  | { kind: 'ready'; data: object }
  /** It still is. */
  | { kind: 'beat'; data: object }
)
export type LiveKind = LiveEvent['kind']

export interface ScanProgress {
  sourceId: number
  scanId: number
  state: 'running' | 'ended'
  pages: number
  found: number
  added: number
  changed: number
  outcome: string | null
}

export interface ImportProgress {
  ticket: string
  rows: number
  added: number
  changed: number
  unchanged: number
  rejected: number
}

/** A key for each, so that none is left out. */
const kinds: Record<LiveKind, true> = {
  ...{ 'listings-new': true, 'prices-changed': true, 'listings-ended': true, told: true, 'inbox-read': true },
  ...{ 'sources-changed': true, 'scan-progress': true, 'import-progress': true },
  ...{ 'deliveries-changed': true, 'rules-changed': true, 'marks-changed': true, 'watches-changed': true },
  'sell-changed': true,
  ...{ reset: true, ready: true, beat: true },
}
export const liveKinds = Object.keys(kinds) as LiveKind[]
