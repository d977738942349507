import { fillStock } from '../bench/lib-stock.ts'
import type { App } from '../server/app/app.ts'
import { ruleInputSchema } from '../server/model/rule-schema.ts'
import { createRule } from '../server/rules/rules.ts'

/** How many rows there are of what belongs to a market of so many listings. */
export interface FilledMarket {
  listings: number
  people: number
  ruleId: number
  /** Of the listing that is looked at. */
  listingId: number
}

/** A market of so many listings with what people make of it: prices, rules, matches, messages and their ledger. */
export async function fillMarket(app: App, listings: number): Promise<FilledMarket> {
  await fillStock(app, listings)
  const people = Math.max(20, Math.round(listings / 1_000))
  const { db, owner } = app
  const { id: ruleId } = await createRule(
    app.rules,
    owner,
    ruleInputSchema.parse({ name: 'Guitars', keywords: { all: ['guitar'] }, enabled: false }),
  )
  return db.session(async (session) => {
    const run = (text: string, values: unknown[] = []) => session.query<{ id: number }>(text, values)
    await run(
      `INSERT INTO users (name, role, created_at) SELECT 'Person ' || n, 'member', now() FROM generate_series(1, $1) n`,
      [people],
    )
    await run(
      `INSERT INTO price_changes (listing_id, price_cents, currency, seen_at)
       SELECT id, price_cents + 500 * d, currency, first_seen_at - d * interval '1 day' FROM listings, generate_series(0, 1) d`,
    )
    await run(
      `INSERT INTO notifications (user_id, dedupe_key, kind, message, demo, created_at, score)
       SELECT CASE n % 20 WHEN 0 THEN $2 ELSE 1 + (SELECT max(id) FROM users) - (n % $3) - 1 END, 'hot:' || n, 'new-match',
         '{"kind":"new-match","title":"A thing","items":[],"itemCount":0,"demo":false}', false,
         now() - ($1 - n) * interval '20 seconds', 70
       FROM generate_series(1, $1::int) n`,
      [Math.round(listings / 2), owner, people],
    )
    await run(
      `INSERT INTO deliveries (notification_id, user_id, channel, state, due_at, created_at, finished_at, attempts)
       SELECT id, user_id, 'inbox', 'sent', created_at, created_at, created_at, 1 FROM notifications`,
    )
    await run(
      `INSERT INTO delivery_attempts (delivery_id, user_id, started_at, finished_at, outcome, undecided)
       SELECT id, user_id, created_at, created_at, 'sent', false FROM deliveries ORDER BY id`,
    )
    return { people, ...(await matchesOf(run, owner, ruleId, listings)), listings }
  })
}

type Run = (text: string, values?: unknown[]) => Promise<{ rows: { id: number }[] }>

/** A twentieth of the market fits the rule. */
async function matchesOf(run: Run, owner: number, ruleId: number, listings: number) {
  const { rows } = await run(
    `INSERT INTO matches (rule_id, listing_id, user_id, score, created_at)
     SELECT $1, id, $2, 60, now() FROM listings ORDER BY id DESC LIMIT $3 RETURNING listing_id AS id`,
    [ruleId, owner, Math.round(listings / 20)],
  )
  await run('VACUUM ANALYZE')
  return { ruleId, listingId: rows[0]!.id }
}
