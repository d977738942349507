import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { loadAllAdapters } from '../server/app/adapters.ts'
import { type App, createApp } from '../server/app/app.ts'
import { loadConfig } from '../server/app/config.ts'
import { findPlace } from '../server/core/places.ts'
import { readAhead } from '../server/flows/ingest.ts'
import { recognise } from '../server/listings/normalize/normalize.ts'
import { ruleInputSchema } from '../server/model/rule-schema.ts'
import { readRule } from '../server/rules/rules.ts'
import { changeRules, insertRule } from '../server/rules/store.ts'
import { benchListings, benchRules, type Row } from './lib-listings.ts'

const batch = 500
/** Pages written side by side, as the scan loop does; of one marketplace one at a time. Each lane reads ahead, as an import does. */
const lanes = 2

/**
 * Listings per second through the whole pipeline (recognise, value, score, match against 1,000 rules, write listings
 * and notifications), and of the same rows by one bare INSERT … SELECT FROM unnest in equal batches, on one database, both in two lanes.
 * Besides, what of that is reading: microseconds of processor to recognise a listing, and one that is as it was at the last look.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const count = Number(args[args.indexOf('--rows') + 1] || 20_000) || 20_000
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(dataDir, 0o711)
  const adapters = await loadAllAdapters()
  const adapterOptions = [...adapters.marketplaces.values(), ...adapters.channels.values()].flatMap(
    ({ options }) => options,
  )
  const config = loadConfig({
    // Matched and told in the page itself, not when the market has been learned: it is part of what is measured.
    env: { DEAL_SCOUT_DATA: dataDir, DEAL_SCOUT_DEMO: 'off', LEARN_FIRST: 'off' },
    cwd: dataDir,
    adapterOptions,
  })
  const app = await createApp(config, adapters, { log: pino({ level: 'silent' }) })
  try {
    await app.openQueue(false)
    const { rows, origin } = await benchListings(count + 2 * batch)
    await app.db.transaction(async (tx) => {
      await changeRules(tx)
      for (const rule of benchRules(rows, 1000)) {
        await insertRule(
          tx,
          app.owner,
          readRule(app.rules, { findPlace }, ruleInputSchema.parse(rule)),
          false,
          new Date(),
        )
      }
    })
    const pages = pagesOf(rows)
    const read = (page: Row[]) =>
      readAhead(app.pipeline, {
        sightings: page.map((row) => ({ ...row, observedAtMs: Date.now() })),
        sourceId: null,
        scanId: null,
        demo: false,
      })
    // The first pages warm the code, the places and the plans.
    for (const page of pages.splice(0, warmUpPages)) {
      const write = await read(page)
      await write()
    }
    let matches = 0
    let notifications = 0
    let listings = 0
    const startedAt = performance.now()
    await inLanes(pages, read, async (write) => {
      const result = await write()
      matches += result.matches
      notifications += result.notifications
      listings += result.added
    })
    const listingsPerSecond = listings / ((performance.now() - startedAt) / 1000)
    const bareInsertPerSecond = await bareInsert(
      app,
      listings,
      pages.map(({ length }) => length),
    )
    return {
      listingsPerSecond: Math.round(listingsPerSecond),
      bareInsertPerSecond: Math.round(bareInsertPerSecond),
      ratio: Number((listingsPerSecond / bareInsertPerSecond).toFixed(3)),
      ...readingMicros(app, rows),
      listings,
      rules: 1000,
      matches,
      notifications,
      batch,
      lanes,
      origin,
    }
  } finally {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const warmUpPages = 3
const readMax = 4000

function readingMicros(app: App, rows: Row[]): { microsToRead: number; microsToReadUnchanged: number } {
  const { profiles, owner } = app.pipeline
  const { home } = profiles.of(owner)
  // At a price of their own, so that none was read before.
  const fresh = evenly(rows, readMax).map(({ marketplace, seen }) => ({
    marketplace,
    seen: { ...seen, priceCents: (seen.priceCents ?? 0) + 1 },
  }))
  const micros = () => {
    const before = process.threadCpuUsage()
    for (const { marketplace, seen } of fresh)
      recognise(seen, { marketplace, observedAtMs: Date.now(), findPlace, home })
    const { user, system } = process.threadCpuUsage(before)
    return Number(((user + system) / fresh.length).toFixed(1))
  }
  return { microsToRead: micros(), microsToReadUnchanged: micros() }
}

function evenly<T>(items: T[], max: number): T[] {
  const step = Math.max(1, items.length / max)
  return Array.from({ length: Math.min(max, items.length) }, (_, i) => items[Math.floor(i * step)]!)
}

/** Pages of one marketplace each, of several marketplaces in turn. */
function pagesOf(rows: Row[]): Row[][] {
  const byMarketplace = Map.groupBy(rows, ({ marketplace }) => marketplace)
  const pages = [...byMarketplace.values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / batch) }, (_, index) => ({
      index,
      page: own.slice(index * batch, (index + 1) * batch),
    })),
  )
  return pages.sort((a, b) => a.index - b.index).map(({ page }) => page)
}

/** In each lane the next item is prepared while one runs. */
async function inLanes<T, Ready>(
  items: T[],
  prepare: (item: T) => Ready | Promise<Ready>,
  run: (ready: Ready) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  const next = async () => {
    const item = waiting.shift()
    return item === undefined ? null : { ready: await prepare(item) }
  }
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let item = await next(); item !== null; ) {
        const [following] = await Promise.all([next(), run(item.ready)])
        item = following
      }
    }),
  )
}

/** The rows that the pipeline wrote, in pages of the same sizes, into a table with the same columns and indexes. */
async function bareInsert(app: App, count: number, sizes: number[]): Promise<number> {
  await app.db.query('CREATE TABLE bare (LIKE listings INCLUDING ALL)')
  const { rows: columns } = await app.db.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = 'listings'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'id' ORDER BY attnum`,
  )
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const { rows } = await app.db.query<Record<string, string | null>>(
    `SELECT ${columns.map(({ name }) => `"${name}"::text`).join(', ')} FROM listings ORDER BY id DESC LIMIT ${count}`,
  )
  const pages = sizes.map((size) => rows.splice(0, size))
  const insert = `INSERT INTO bare (${names}) SELECT ${names} FROM unnest(${columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ')}) AS t(${names})`
  const startedAt = performance.now()
  await inLanes(
    pages,
    (page) => columns.map(({ name }) => page.map((row) => row[name])),
    async (values) => void (await app.db.query(insert, values, 'bare')),
  )
  return count / ((performance.now() - startedAt) / 1000)
}
