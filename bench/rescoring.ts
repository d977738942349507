import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../server/app/app.ts'
import type { Clock } from '../server/core/clock.ts'
import { ingest } from '../server/flows/ingest.ts'
import { revalueStale } from '../server/flows/revalue-stale.ts'
import { dealQuery } from '../server/listings/deals/deal-schema.ts'
import { dealsPage } from '../server/listings/deals/deals.ts'
import { openBenchApp } from './lib-app.ts'
import type { Row } from './lib-listings.ts'
import { peopleRules, writePeople, writeRules } from './lib-people.ts'
import { percentile } from './lib-statistics.ts'
import { fillStock } from './lib-stock.ts'

const minuteMs = 60_000
const minutes = 60
const changed = [10, 100, 1_000]
const changedPerModel = 10
const pageSize = 100
const looks = 60
/** A connection that has nothing to do hands in what it read after ten seconds. */
const handInMs = 11_000

/**
 * What valuing again costs in an hour of its schedule, once a minute on a fast clock, among `--listings N` (default
 * 50,000) active listings and `--rules N` (default 10,000): when nothing moved, and when so many listings changed their
 * price. Rows are those that the database says it read of the listings and of what counts their comparables. Beside it,
 * how long the first pages of deals take there. Prices are not learned: that has everything valued once, and is meant to.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const numberOf = (name: string, otherwise: number) =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) || otherwise : otherwise
  const listings = numberOf('--listings', 50_000)
  const rules = numberOf('--rules', 10_000)
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(dataDir, 0o711)
  let now = Date.now()
  const app = await openApp(dataDir, { now: () => new Date(now) })
  try {
    await app.openQueue(false)
    const filledFrom = performance.now()
    const models = await fillStock(app, listings)
    await fillRules(app, rules, models)
    const fillSeconds = Math.round((performance.now() - filledFrom) / 1000)

    const hour = async () => {
      const before = await rowsRead(app)
      const startedAt = performance.now()
      let valued = 0
      for (let minute = 0; minute < minutes; minute++) {
        now += minuteMs
        valued += await revalueStale(app.pipeline, new AbortController().signal)
      }
      const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(1))
      return { rowsRead: (await rowsRead(app)) - before, valued, seconds }
    }
    // Fills the memory of comparables and of rules.
    await change(app, models, 10, 1)
    await hour()
    const quiet = await hour()
    const moved = []
    for (const count of changed) {
      await change(app, models, count)
      moved.push({ changed: count, ...(await hour()) })
    }
    return {
      listings,
      rules,
      fillSeconds,
      quietHour: quiet,
      hoursAfterChanges: moved,
      deals: await dealTimes(app),
    }
  } finally {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function openApp(dataDir: string, clock: Clock): Promise<App> {
  const learn = () => Promise.reject(new Error('prices are not learned here'))
  return openBenchApp(dataDir, {
    env: { DEAL_SCOUT_HOME: 'Oakland, CA', LEARN_FIRST: 'off' },
    overrides: { clock, learn },
  })
}

async function fillRules(app: App, count: number, models: readonly Row[]): Promise<void> {
  const persons = Math.max(1, Math.round(count / 10))
  const made = new Date()
  await app.db.transaction(async (tx) => {
    const firstUser = await writePeople(tx, persons, app.notify.secrets.seal, made)
    const asked = { persons, rules: count, corpus: models, fed: models, matchesPerListing: 1 }
    await writeRules(tx, peopleRules(asked, firstUser), made)
  })
  await app.db.query('ANALYZE')
}

/** So many listings are seen at a new price, ten of each of some models: a tenth of all of it. */
async function change(app: App, models: readonly Row[], count: number, revision = 0): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => {
    const { marketplace, seen } = models[Math.floor(n / changedPerModel) % models.length]!
    const own = 1 + (n % changedPerModel)
    const priceCents = seen.priceCents! + 1_000 + 3 * count + revision
    // Copies are dealt to the models in turn, from the newest model on.
    const externalId = `x${own * models.length + (models.length - 1 - Math.floor(n / changedPerModel))}`
    return {
      marketplace,
      seen: { ...seen, externalId, priceCents },
      observedAtMs: app.pipeline.clock.now().getTime(),
    }
  })
  for (let at = 0; at < rows.length; at += pageSize)
    await ingest(app.pipeline, {
      sightings: rows.slice(at, at + pageSize),
      sourceId: null,
      scanId: null,
      demo: false,
    })
}

/** Rows of listings and of what counts comparables that anybody has read so far. */
async function rowsRead(app: App): Promise<number> {
  await sleep(handInMs)
  const { rows } = await app.db.query<{ read: string }>(
    `SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) AS read FROM pg_stat_user_tables
     WHERE relname IN ('listings', 'comp_moves', 'comp_groups', 'comp_worlds', 'comp_passes')`,
  )
  return Number(rows[0]!.read)
}

/** The first page of the best deals and the three after it, as somebody turns them, from a home and with a way that costs. */
async function dealTimes(app: App): Promise<Record<string, unknown>> {
  const times: number[][] = [[], [], [], []]
  for (let look = 0; look <= looks; look++) {
    let cursor: string | undefined
    for (const own of times) {
      const from = performance.now()
      const { next } = await dealsPage(
        app.listings,
        app.owner,
        dealQuery.parse({ ...(cursor && { cursor }) }),
      )
      // The first look warms up.
      if (look > 0) own.push(performance.now() - from)
      cursor = next ?? undefined
    }
  }
  return Object.fromEntries(
    times.map((own, page) => [
      `page${page + 1}Ms`,
      { p50: Math.round(percentile(own, 50)!), p95: Math.round(percentile(own, 95)!) },
    ]),
  )
}
