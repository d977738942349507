import type { Tx } from './db.ts'
import type { LiveNote } from './live-schema.ts'

/** Wakes the processes that hand events on to whoever looks. */
export const liveChannel = 'deal_scout_live'

/**
 * Writes what this transaction changed for those who look at the moment: it commits with it, or never was. It is found by
 * looking each second, so that pages of listings and deliveries send no notices.
 */
export async function tellLive(tx: Pick<Tx, 'query'>, notes: readonly LiveNote[]): Promise<void> {
  if (notes.length === 0) return
  await tx.query(
    `INSERT INTO live_events (user_id, kind, data)
     SELECT e.user_id, e.kind, e.data FROM unnest($1::bigint[], $2::text[], $3::jsonb[]) AS e(user_id, kind, data)`,
    [
      notes.map(({ userId }) => userId),
      notes.map(({ kind }) => kind),
      notes.map(({ data }) => JSON.stringify(data)),
    ],
    'tell-live',
  )
}

/** The same at once: what a person did, who has it before them elsewhere. */
export async function tellLiveNow(
  tx: Pick<Tx, 'query' | 'notify'>,
  notes: readonly LiveNote[],
): Promise<void> {
  await tellLive(tx, notes)
  if (notes.length > 0) await tx.notify(liveChannel)
}
