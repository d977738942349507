import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../server/app/app.ts'
import { asProgram } from '../server/core/actor.ts'
import { badInput } from '../server/core/errors.ts'
import { ingest } from '../server/flows/ingest.ts'
import { matchSubject } from '../server/flows/match-subject.ts'
import { revalueStale } from '../server/flows/revalue-stale.ts'
import { normalize } from '../server/listings/normalize/normalize.ts'
import { noRates } from '../server/model/exchange-rates.ts'
import { patchRule } from '../server/rules/rules.ts'
import { openBenchApp } from './lib-app.ts'
import { capacityFor, memoryFor, predict, type UnitCosts, type Work } from './lib-capacity.ts'
import {
  chunksOf,
  filledMatcher,
  memoryOf,
  openStock,
  type Stock,
  stockCounts,
} from './lib-capacity-stock.ts'
import type { Row } from './lib-listings.ts'
import { type MailSink, startMailSink } from './lib-mail-sink.ts'
import { writePeople, writeRules } from './lib-people.ts'
import { processorTime } from './lib-processor-time.ts'

/** Fed in each part of a run, and edited. */
const counts = { fed: stockCounts.fed, edits: 20 }
const pageSize = 25
const rulesForUnits = 3_000
const rulesForMatching = 50_000
/** Two, since what all rules share is there with few of them already. */
const rulesForMemory = [20_000, 200_000] as const
const mayDifferBy = 0.3
/** Of a town's market, a country's and the world's, new and changed ones together. */
const markets = [
  { people: 10_000, listingsPerSecond: 0.5 },
  { people: 1_000_000, listingsPerSecond: 10 },
  { people: 100_000_000, listingsPerSecond: 500 },
]

/**
 * What one listing, match, alert, mail and edit costs, measured one at a time with few rules; what a mixture of all of them is to
 * cost by that with `--rules 10000,100000,1000000`, beside what it did cost; and what follows for 10 thousand, a million and
 * a hundred million people. docs/scale.md.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const at = args.indexOf('--rules')
  const sizes = (at < 0 ? '10000,100000,1000000' : (args[at + 1] ?? '')).split(',').map(Number)
  if (!sizes.every((size) => Number.isInteger(size) && size >= 1_000))
    throw badInput('--rules takes numbers of at least 1000, such as 10000,100000')
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  await using sink = await startMailSink()
  const { stock, origin } = await openStock()
  say('what one of each costs …')
  const { units, share } = await measureUnits(stock, sink)
  const runs = []
  for (const rules of sizes) {
    say(`a mixture with ${rules} rules …`)
    const checked = await check(rules, units, stock, sink)
    say(JSON.stringify(checked))
    runs.push(checked)
  }
  const meets = runs.every(({ isWithin }) => isWithin)
  // For who runs it to hear of it.
  if (args.includes('--check') && !meets) process.exitCode = 1
  const models = markets.map(({ people, listingsPerSecond }) => ({
    listingsPerSecond,
    ...capacityFor(people, units, { database: share }, listingsPerSecond),
  }))
  return {
    units: rounded(units),
    databaseShare: Number(share.toFixed(2)),
    runs,
    meets,
    models: models.map((one) => rounded(one)),
    ...{ origin, loadAverage: loadavg().map((one) => Number(one.toFixed(1))) },
  }
}

interface Used {
  program: number
  database: number
  walBytes: number
  bytes: number
}

/** A house with a market that was learned, and what the work in it used. */
async function openHouse({ known }: Stock, sink: MailSink) {
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(dataDir, 0o711)
  const app = await openBenchApp(dataDir, {
    env: {
      ...{ SMTP_URL: `${sink.url}?ignoreTLS=true`, MAIL_FROM: 'Deal Scout <deals@example.com>' },
    },
  })
  await app.openQueue(false)
  await feed(app, known)
  app.pipeline.valuer.forget()
  await revalueStale(app.pipeline, new AbortController().signal)
  const pid = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  const sizes = async () => {
    const { rows } = await app.db.query<{ wal: string; bytes: string }>(
      `SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS wal, pg_database_size(current_database()) AS bytes`,
    )
    return { wal: Number(rows[0]!.wal), bytes: Number(rows[0]!.bytes) }
  }
  /** Of processors in seconds, with what the program does beside it. */
  async function used(work: () => Promise<void>): Promise<Used> {
    const [before, began] = [await sizes(), processorTime(pid)]
    await work()
    const [after, ended] = [await sizes(), processorTime(pid)]
    return {
      ...{ program: ended.program - began.program, database: ended.database - began.database },
      ...{ walBytes: after.wal - before.wal, bytes: after.bytes - before.bytes },
    }
  }
  return {
    ...{ app, used },
    async [Symbol.asyncDispose]() {
      await app.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function feed(app: App, rows: readonly Row[]): Promise<void> {
  for (const own of Map.groupBy(rows, ({ marketplace }) => marketplace).values())
    for (let from = 0; from < own.length; from += pageSize)
      await ingest(app.pipeline, {
        sightings: own.slice(from, from + pageSize).map((row) => ({ ...row, observedAtMs: Date.now() })),
        ...{ sourceId: null, scanId: null, demo: false },
      })
}

/** Until every mail is gone and every job done; one that the mail server was too late for is tried again in a minute, and not waited for. */
async function settled(app: App): Promise<void> {
  for (const deadline = performance.now() + 300_000; performance.now() < deadline; await sleep(50)) {
    const { rows } = await app.db.query<{ count: string }>(
      `SELECT (SELECT count(*) FROM deliveries WHERE state IN ('pending', 'leased'))
            + (SELECT count(*) FROM jobs.job WHERE state < 'completed' AND name IN ('match-existing', 'replan')) AS count`,
    )
    if (Number(rows[0]!.count) === 0) return
  }
  throw new Error('the work was not over within five minutes')
}

async function alertsOf(app: App): Promise<{ alerts: number; mails: number }> {
  const { rows } = await app.db.query<{ alerts: number; mails: number }>(
    `SELECT (SELECT count(*) FROM notifications)::int AS alerts,
            (SELECT count(*) FROM deliveries WHERE channel = 'email' AND state = 'sent')::int AS mails`,
  )
  return rows[0]!
}

/**
 * Each in a house of its own with the same market and the same listings to come: without rules, with rules that tell in the inbox,
 * and with rules that tell by mail. What one costs is what it cost more.
 */
async function measureUnits(stock: Stock, sink: MailSink): Promise<{ units: UnitCosts; share: number }> {
  const listing = await partOf(null, stock, sink)
  const inbox = await partOf('inbox', stock, sink)
  const mailed = await partOf('email', stock, sink)
  const ms = ({ fed }: Part) => (fed.program + fed.database) * 1_000
  const more = (one: Part, key: 'walBytes' | 'bytes') => Math.max(0, one.fed[key] - listing.fed[key])
  const alertMs = Math.max(0, ms(inbox) - ms(listing)) / inbox.alerts
  const deliveryMs = Math.max(0, ms(mailed) - ms(listing) - mailed.alerts * alertMs) / mailed.mails
  const all = [listing, inbox, mailed]
  const sum = (key: 'program' | 'database') => all.reduce((total, { fed }) => total + fed[key], 0)
  return {
    units: {
      ...{
        listingMs: ms(listing) / counts.fed,
        alertMs,
        deliveryMs,
        editMs: (inbox.editMs + mailed.editMs) / 2,
      },
      ...{ listingWalBytes: listing.fed.walBytes / counts.fed, listingBytes: listing.fed.bytes / counts.fed },
      ...{
        alertWalBytes: more(mailed, 'walBytes') / mailed.mails,
        alertBytes: more(mailed, 'bytes') / mailed.mails,
      },
      ...{ ...(await matching(stock)), ruleBytes: mailed.ruleBytes },
    },
    share: sum('database') / (sum('database') + sum('program')),
  }
}

interface Part {
  fed: Used
  alerts: number
  mails: number
  editMs: number
  ruleBytes: number
}

async function partOf(channel: 'inbox' | 'email' | null, stock: Stock, sink: MailSink): Promise<Part> {
  await using house = await openHouse(stock, sink)
  const { app, used } = house
  const rules = channel === null ? 0 : rulesForUnits
  const { bytes } = await used(async () => {
    if (rules > 0) await fillRules(app, rules, stock)
  })
  if (channel !== null) await app.db.query('UPDATE rules SET channels = $1', [JSON.stringify([channel])])
  await app.db.query('ANALYZE')
  await app.db.transaction((tx) => app.sources.replan(tx))
  await app.start(['worker'])
  const part = await mixture(house, stock)
  return { ...part, editMs: rules > 0 ? part.editMs : 0, ruleBytes: bytes / Math.max(1, rules) }
}

/** Listings come, and rules are changed; the first listings load the rules and warm the code, and do not count. */
async function mixture({ app, used }: Awaited<ReturnType<typeof openHouse>>, { feeds: [own] }: Stock) {
  await feed(app, own!.warm)
  await settled(app)
  const before = await alertsOf(app)
  const fed = await used(async () => {
    await feed(app, own!.rows)
    await settled(app)
  })
  const after = await alertsOf(app)
  const edited = await used(() => edit(app))
  return {
    ...{ fed, alerts: after.alerts - before.alerts, mails: after.mails - before.mails },
    editMs: ((edited.program + edited.database) * 1_000) / counts.edits,
  }
}

/** Rules of different people, one after the other, each with what follows from it. */
async function edit(app: App): Promise<void> {
  const { rows } = await app.db.query<{ id: number; userId: number }>(
    `SELECT id, user_id AS "userId" FROM rules ORDER BY id DESC LIMIT $1`,
    [counts.edits],
  )
  for (const [n, { id, userId }] of rows.entries())
    await patchRule(app.rules, asProgram(userId), id, { name: `Edited ${n}` })
  await settled(app)
}

/** Of the matcher alone: what a rule takes of memory, and what looking through a million takes for one listing. */
async function matching(stock: Stock) {
  const [, own] = stock.feeds
  const fed = own!.rows
  const matcher = await filledMatcher(rulesForMatching, stock)
  const subjects = fed.map(({ marketplace, seen }) => {
    const listing = { ...normalize(seen, { marketplace, observedAtMs: 0 }), state: 'active', basis: 'asking' }
    return matchSubject({ listing: listing as never, value: null, risk: null }, false, noRates)
  })
  const facts = { score: () => 100, landedCents: () => 0, profitCents: () => 1e9 }
  for (const subject of subjects) matcher.match(subject, facts)
  const from = process.cpuUsage()
  for (const subject of subjects) matcher.match(subject, facts)
  const { user, system } = process.cpuUsage(from)
  const perListingMs = (user + system) / 1_000 / subjects.length
  return {
    ...(await ruleMemory()),
    matchMsPerMillion: (perListingMs * 1e6) / rulesForMatching,
  }
}

async function ruleMemory(): Promise<Pick<UnitCosts, 'ruleMemoryBytes' | 'sharedRuleMemoryBytes'>> {
  const [few, many] = rulesForMemory
  const [bytesOfFew, bytesOfMany] = [await memoryOf(few), await memoryOf(many)]
  const ruleMemoryBytes = (bytesOfMany - bytesOfFew) / (many - few)
  return { ruleMemoryBytes, sharedRuleMemoryBytes: Math.max(0, bytesOfFew - few * ruleMemoryBytes) }
}

async function check(rules: number, units: UnitCosts, stock: Stock, sink: MailSink) {
  const memoryBytes = await memoryOf(rules)
  await using house = await openHouse(stock, sink)
  const { app } = house
  await fillRules(app, rules, stock)
  await app.db.query('ANALYZE')
  await app.db.transaction((tx) => app.sources.replan(tx))
  await app.start(['worker'])
  const { fed, alerts, mails, editMs } = await mixture(house, stock)
  const work: Work = { listings: counts.fed, alerts, deliveries: mails, edits: counts.edits, rules }
  const predicted = predict(units, work)
  const measured = {
    seconds: fed.program + fed.database + (editMs * counts.edits) / 1_000,
    ...{ walBytes: fed.walBytes, bytes: fed.bytes },
  }
  const ratios = {
    seconds: measured.seconds / predicted.seconds,
    bytes: measured.bytes / predicted.bytes,
    ruleMemory: memoryBytes / memoryFor(units, rules),
  }
  return {
    ...work,
    editMs: Number(editMs.toFixed(1)),
    predicted: rounded(predicted),
    measured: rounded(measured),
    ratios: rounded(ratios),
    // Of so few rows the disk says little: tables and indexes grow in steps.
    isWithin: [ratios.seconds, ratios.ruleMemory].every((ratio) => Math.abs(ratio - 1) <= mayDifferBy),
  }
}

async function fillRules(app: App, rules: number, stock: Stock): Promise<void> {
  const now = new Date()
  const first = (persons: number) =>
    app.db.transaction((tx) => writePeople(tx, persons, app.notify.secrets.seal, now))
  for await (const made of chunksOf(rules, stock, first))
    await app.db.transaction((tx) => writeRules(tx, made, now))
}

/** To three figures. */
function rounded<T extends object>(figures: T): T {
  return JSON.parse(
    JSON.stringify(figures, (_key, value) =>
      typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value,
    ),
  ) as T
}
