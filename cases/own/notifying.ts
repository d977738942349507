import { wakeDeliveries } from '../../server/notify/delivery/queue-store.ts'
import { until } from '../../test/harness/until.ts'
import type { Program } from '../world.ts'

/** A channel that is filled in, and the person has shown to be theirs. */
export async function setChannel(program: Program, id: string, settings: object): Promise<void> {
  await program.send('PUT', `/api/channels/${id}`, { settings })
  await program.app.db.query('UPDATE channel_settings SET confirmed_at = now() WHERE channel = $1', [id])
}

/** A rule for the longest word of a title, or for everything. */
export async function addRule(program: Program, channel: string, title: string | null = null): Promise<void> {
  const all = title === null ? [] : [longestWord(title)]
  await program.send('POST', '/api/rules', {
    name: 'Case',
    keywords: { all, any: [], none: [] },
    channels: [channel],
  })
}

function longestWord(title: string): string {
  const words = title.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [title]
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest))
}

/** Waits until everything that is due was delivered, or given up. */
export async function delivered(program: Program): Promise<void> {
  await wakeDeliveries(program.app.db)
  await until(async () => {
    const { rows } = await program.app.db.query<{ idle: boolean }>(
      `SELECT NOT EXISTS (SELECT FROM channel_queues WHERE next_at <= $1 OR release_at <= $1)
          AND NOT EXISTS (SELECT FROM deliveries WHERE state = 'leased') AS idle`,
      [program.app.clock.now()],
    )
    return rows[0]!.idle
  }, 20_000)
}

/** What became of the deliveries of a channel: state and reason. */
export async function ledgerOf(program: Program, channel: string): Promise<string[]> {
  const { items } = await program.get<{ items: { state: string; reason: string | null }[] }>(
    `/api/deliveries?channel=${channel}`,
  )
  return items.map(({ state, reason }) => (reason === null ? state : `${state}: ${reason}`))
}

/** Imports one listing, as a file of one JSON row. */
export async function importOne(program: Program, listing: object): Promise<void> {
  const imported = await program.import({ name: 'listing.jsonl', text: JSON.stringify(listing) })
  if (imported.rejected > 0 || imported.status >= 400)
    throw new Error(`not imported: ${imported.message ?? JSON.stringify(imported.rejects)}`)
}
