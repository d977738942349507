import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { readRule } from '../server/alerts/rules.ts'
import { ruleInputSchema } from '../server/alerts/schema.ts'
import { changeRules, insertRule } from '../server/alerts/store.ts'
import { type App, createApp, loadAllAdapters } from '../server/app.ts'
import { loadConfig } from '../server/config.ts'
import { ingest } from '../server/pipeline.ts'
import { benchListings, benchRules } from './lib-listings.ts'

const batch = 500

/**
 * Listings per second through the whole pipeline (recognise, value, score, match against 1,000 rules, write listings
 * and notifications), and of the same rows by one bare INSERT … SELECT FROM unnest in equal batches, on one database.
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
    env: { DEAL_SCOUT_DATA: dataDir, DEAL_SCOUT_DEMO: 'off' },
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
        await insertRule(tx, app.owner, readRule(app.rules, ruleInputSchema.parse(rule)), false, new Date())
      }
    })
    const page = (from: number) => ({
      sightings: rows.slice(from, from + batch).map((row) => ({ ...row, observedAtMs: Date.now() })),
      sourceId: null,
      scanId: null,
      demo: false,
    })
    // The first batches warm the code, the places and the plans.
    await ingest(app.pipeline, page(0))
    await ingest(app.pipeline, page(batch))
    let matches = 0
    let notifications = 0
    let listings = 0
    const startedAt = performance.now()
    for (let from = 2 * batch; from < rows.length; from += batch) {
      const result = await ingest(app.pipeline, page(from))
      matches += result.matches
      notifications += result.notifications
      listings += result.added
    }
    const listingsPerSecond = listings / ((performance.now() - startedAt) / 1000)
    const bareInsertPerSecond = await bareInsert(app)
    return {
      listingsPerSecond: Math.round(listingsPerSecond),
      bareInsertPerSecond: Math.round(bareInsertPerSecond),
      ratio: Number((listingsPerSecond / bareInsertPerSecond).toFixed(3)),
      listings,
      rules: 1000,
      matches,
      notifications,
      batch,
      origin,
    }
  } finally {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The rows that the pipeline wrote, into a table with the same columns and indexes. */
async function bareInsert(app: App): Promise<number> {
  await app.db.query('CREATE TABLE bare (LIKE listings INCLUDING ALL)')
  const { rows: columns } = await app.db.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = 'listings'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'id' ORDER BY attnum`,
  )
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const { rows } = await app.db.query<Record<string, string | null>>(
    `SELECT ${columns.map(({ name }) => `"${name}"::text`).join(', ')} FROM listings ORDER BY id OFFSET ${2 * batch}`,
  )
  const insert = `INSERT INTO bare (${names}) SELECT ${names} FROM unnest(${columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ')}) AS t(${names})`
  const startedAt = performance.now()
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch)
    await app.db.query(
      insert,
      columns.map(({ name }) => part.map((row) => row[name])),
      'bare',
    )
  }
  return rows.length / ((performance.now() - startedAt) / 1000)
}
