import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { testDatabase } from '../../test/harness/database.ts'
import { migrate } from '../core/migrate.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import { neutralScore } from '../scoring/score.ts'

const log = pino({ level: 'silent' })
const all = join(import.meta.dirname, '../../migrations')

/** Runs every migration that comes before the one of this name. */
async function migrateUntil(db: Parameters<typeof migrate>[0], name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-upgrade-'))
  const files = readdirSync(all)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
  const end = files.findIndex((file) => file.includes(name))
  expect(end).toBeGreaterThan(0)
  for (const file of files.slice(0, end)) copyFileSync(join(all, file), join(folder, file))
  await migrate(db, folder, log)
  rmSync(folder, { recursive: true })
}

it('an upgrade takes addresses out of names and sentences, and gives every delivery a key', async () => {
  await using database = await testDatabase({ empty: true })
  const { db } = database
  await migrateUntil(db, 'delivery_keys')
  const address = 'https://ann:hunter2@feeds.example.com:8443/t0k3n/rss.xml?sig=s1gn'
  const name = `RSS, Atom or JSON feed ${address}`
  const reason = `The page names a feed: ${address} ${address}`
  await db.query(
    `INSERT INTO users (id, name, role, created_at) VALUES (1, 'Owner', 'owner', now()) ON CONFLICT DO NOTHING`,
  )
  await db.query(
    `INSERT INTO sources (id, user_id, marketplace, name, settings, demo, browse, interval_ms, created_at, last_reason)
     VALUES (1, 1, 'feed', $1, 'v1.x.y', false, true, 300000, now(), $2),
            (2, 1, 'feed', 'My feed', 'v1.x.y', false, true, 300000, now(), NULL)`,
    [name, reason],
  )
  await db.query(
    `INSERT INTO scans (id, source_id, request_key, request, rule_ids, due_at, last_reason)
     VALUES (1, 1, '{}', '{}', '[]', now(), $1)`,
    [reason],
  )
  await db.query(
    `INSERT INTO scan_runs (scan_id, started_at, finished_at, outcome, reason, pages, found, added, changed, rejected)
     VALUES (1, now(), now(), 'parse-drift', $1, 1, 0, 0, 0, 0)`,
    [reason],
  )
  const message = (kind: string, over = {}) =>
    JSON.stringify({ kind, title: 'A title', items: [], itemCount: 0, demo: false, ...over })
  const kept = [{ url: 'https://x.example/ad/1?id=1' }]
  await db.query(
    `INSERT INTO notifications (id, user_id, dedupe_key, kind, message, demo, created_at)
     VALUES (1, 1, 'a', 'blind', $1, false, now()), (2, 1, 'b', 'digest', $2, false, now()),
            (3, 1, 'c', 'new-match', $3, false, now())`,
    [
      message('blind', { title: `Cannot see ${name} since`, lines: [`“${name}” ${reason}`] }),
      message('digest', { lines: [`Cannot see ${name} since`], items: kept }),
      message('new-match', { items: kept }),
    ],
  )
  await db.query(
    `INSERT INTO deliveries (notification_id, user_id, channel, state, due_at)
     SELECT 1, 1, 'channel ' || n, 'pending', now() FROM generate_series(1, 50) n`,
  )
  await migrate(db, all, log)

  const { rows: names } = await db.query('SELECT name FROM sources ORDER BY id')
  expect(names).toEqual([{ name: 'RSS, Atom or JSON feed feeds.example.com:8443' }, { name: 'My feed' }])
  for (const table of ['sources', 'scans', 'scan_runs', 'notifications']) {
    const { rows } = await db.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${table} t`)
    expect(rows.map(({ row }) => row).join('\n'), table).not.toMatch(/hunter2|t0k3n|s1gn/)
  }
  const { rows: messages } = await db.query<{ message: { items: unknown; lines?: string[] } }>(
    'SELECT message FROM notifications ORDER BY id',
  )
  expect(messages[0]!.message.lines).toEqual([
    '“RSS, Atom or JSON feed feeds.example.com:8443 The page names a feed: feeds.example.com:8443 feeds.example.com:8443',
  ])
  expect(messages[1]!.message).toMatchObject({
    items: kept,
    lines: ['Cannot see RSS, Atom or JSON feed feeds.example.com:8443 since'],
  })
  expect(messages[2]!.message.items).toEqual(kept)
  const { rows: keys } = await db.query<{ key: string }>('SELECT DISTINCT key::text AS key FROM deliveries')
  expect(keys).toHaveLength(50)
})

it('what waited for a shard of the rules waits for all parts, once', async () => {
  await using database = await testDatabase({ empty: true })
  const { db } = database
  await migrateUntil(db, 'rule_parts')
  // The queue's own, as far as this reads it.
  await db.query(`CREATE SCHEMA jobs; CREATE TABLE jobs.job (name text, data jsonb, state text)`)
  const written = { listingIds: [7, 8], sourceId: 3, scanId: null, details: true, demo: false }
  await db.query(
    `INSERT INTO jobs.job VALUES ('match-shard-0', $1, 'created'), ('match-shard-1', $1, 'active'),
       ('match-shard-1', $2, 'completed'), ('rescore', '{}', 'created')`,
    [JSON.stringify(written), JSON.stringify({ ...written, listingIds: [1] })],
  )
  await migrate(db, all, log)
  const { rows } = await db.query(
    `SELECT cardinality(parts) AS parts, listing_ids AS "listingIds", source_id AS "sourceId", scan_id AS "scanId",
       demo, details FROM part_pages`,
  )
  expect(rows).toEqual([{ parts: 256, ...written }])
  const { rows: left } = await db.query('SELECT name, state FROM jobs.job ORDER BY name')
  expect(left).toEqual([
    { name: 'match-shard-1', state: 'completed' },
    { name: 'rescore', state: 'created' },
  ])
})

it('what is for sale is ranked by the value that it has until it is valued anew, and an amount that stands for none is no bargain', async () => {
  await using database = await testDatabase({ empty: true })
  const { db } = database
  await migrateUntil(db, 'neutral_score')
  const value = {
    ...{ lowCents: 20_000, midCents: 30_000, highCents: 42_000, currency: 'USD', count: 9, confidence: 0.7 },
    ...{ basis: 'asking' as const, method: 'similar' as const, oldestAtMs: 0, newestAtMs: 0, compIds: [] },
  }
  const prices = [18_000, 29_000, 30_000, 55_000, 0, 100, 12_300]
  await db.query(
    `INSERT INTO listings (marketplace, external_id, demo, title, url, category, image_urls, state, basis, attributes,
       first_seen_at, last_seen_at, score, scored_at, search, price_cents, shipping_cents, currency, condition, value,
       value_mid_cents, kind, kind_probability, thing_probability, price_meaning)
     SELECT 'shop', n, false, 't', 'u', 'other', '["a", "b"]', 'active', 'asking', '{}', now(), now(), 99, now(), '', price, 500,
       'USD', 'good', $2, 30000, 'thing', 0.9, 0.8, 'asked' FROM unnest($1::bigint[]) WITH ORDINALITY AS p(price, n)`,
    [prices, JSON.stringify(value)],
  )
  await migrate(db, all, log)
  const { rows } = await db.query<{ priceShare: number | null; neutral: number }>(
    'SELECT price_share AS "priceShare", neutral FROM listings ORDER BY id',
  )
  for (const [at, priceCents] of prices.entries()) {
    const { priceShare, points } = neutralScore({
      ...{
        shippingCents: 500,
        currency: 'USD',
        condition: 'good',
        postedAtMs: 0,
        photoCount: 2,
        value,
        offered: 0.8,
      },
      priceCents: meantPriceCents(priceCents, 'USD'),
    })
    expect(rows[at]!.neutral, String(priceCents)).toBeCloseTo(points, 6)
    if (priceShare === null) expect(rows[at]!.priceShare).toBeNull()
    else expect(rows[at]!.priceShare).toBeCloseTo(priceShare, 6)
  }
  const { rows: passes } = await db.query('SELECT currency, demo FROM comp_passes')
  expect(passes).toEqual([{ currency: 'USD', demo: false }])
})

it('words that are stored are those of today: reasons of dismissals, kinds of messages', async () => {
  await using database = await testDatabase({ empty: true })
  const { db } = database
  await migrateUntil(db, '_words.sql')
  await db.query(
    `INSERT INTO users (id, name, role, created_at) VALUES (1, 'Owner', 'owner', now()) ON CONFLICT DO NOTHING`,
  )
  const message = (kind: string) =>
    JSON.stringify({ kind, title: 'A title', items: [], itemCount: 0, demo: false })
  await db.query(
    `INSERT INTO notifications (id, user_id, dedupe_key, kind, message, demo, created_at)
     VALUES (1, 1, 'blind:1:2', 'blind', $1, false, now()), (2, 1, 'seeing:1:2', 'seeing', $2, false, now()),
            (3, 1, 'blind date', 'digest', $3, false, now())`,
    [message('blind'), message('seeing'), message('digest')],
  )
  // Without the rule and the listing that a match is of.
  await db.query('ALTER TABLE matches DISABLE TRIGGER ALL')
  await db.query(
    `INSERT INTO matches (rule_id, listing_id, user_id, score, created_at, dismissed_at, dismiss_reason)
     VALUES (1, 1, 1, 50, now(), now(), 'too-dear'), (1, 2, 1, 50, now(), now(), 'too-far')`,
  )
  await migrate(db, all, log)

  const { rows } = await db.query(
    `SELECT kind, message->>'kind' AS said, dedupe_key AS key FROM notifications ORDER BY id`,
  )
  expect(rows).toEqual([
    { kind: 'outage', said: 'outage', key: 'outage:1:2' },
    { kind: 'recovered', said: 'recovered', key: 'recovered:1:2' },
    { kind: 'digest', said: 'digest', key: 'blind date' },
  ])
  const { rows: matches } = await db.query('SELECT dismiss_reason AS reason FROM matches ORDER BY listing_id')
  expect(matches).toEqual([{ reason: 'too-expensive' }, { reason: 'too-far' }])
})
