import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { badInput } from '../server/core/errors.ts'
import { toSeenListing } from '../server/imports/map.ts'
import { readRows } from '../server/imports/rows/read.ts'
import { normalize } from '../server/listings/normalize/normalize.ts'
import type { FairValue } from '../server/model/score-schema.ts'
import { fitRows } from '../server/scoring/price-model/price-net.ts'
import { type Appraiser, createAppraiser, type Priced } from '../server/scoring/value/appraiser.ts'
import { benchListings } from './lib-listings.ts'
import { baselineNames, fitBaselines } from './lib-value-baselines.ts'
import { errorsOf, measureWays } from './lib-value-ways.ts'

/** One priced row of a file, as the program would take it in. */
export interface ValueRow extends Priced {
  source: string
}

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url))

/**
 * `npm run bench -- value --train FILE… --test FILE… [--junk 0.1] [--seed 1] [--json]`: values the test rows by the train rows, per
 * source, beside three baselines fitted on the same rows in the same run. A listing that stands in both (another
 * snapshot of it) is never evidence for itself, neither here nor in the baselines; `ownHistory` tells the error where
 * its other snapshots do count, as they do in evaluations that split rows. Without files: a fifth of each file
 * of the shared data by its other four fifths (another fifth with another seed), and once more with a tenth of the train
 * prices spoiled. `ways` asks each test row by its title alone, by title and description, and by all that is told.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const options = readArgs(args)
  if (options === null) {
    return { skipped: 'name files: --train FILE… --test FILE… (the shared data is not on this machine)' }
  }
  const ids = new Map<string, number>()
  const train = await readFiles(options.train, ids)
  const test = options.test === null ? [] : await readFiles(options.test, ids)
  const [learned, asked] = options.test === null ? split(train, options.seed) : [train, test]
  // Alone, before anything else takes memory.
  const { bytesPerComp, ...speedAt100k } = await speedAt(100_000)
  const clean = await measure(learned, asked, true)
  const junk = options.junk ?? (options.test === null ? 0.1 : null)
  if (junk === null) return { ...clean, bytesPerComp, speedAt100k }
  const spoiled = await measure(spoil(learned, junk), asked)
  return {
    ...(options.junk === null ? clean : spoiled),
    bytesPerComp,
    junk: junkFigures(junk, clean.sources, spoiled.sources),
    speedAt100k,
  }
}

interface Options {
  train: string[]
  test: string[] | null
  junk: number | null
  seed: number
}

function readArgs(args: string[]): Options | null {
  const lists: Record<string, string[]> = {}
  let list: string[] | null = null
  // parseArgs takes one value for an option; here several files follow one.
  for (const arg of args) {
    if (arg === '--train' || arg === '--test') {
      list = []
      lists[arg.slice(2)] = list
    } else if (arg.startsWith('--')) list = null
    else list?.push(arg)
  }
  const { values } = parseArgs({
    args: args.filter(
      (arg, i) => /^--(?:junk|seed)/.test(arg) || /^--(?:junk|seed)$/.test(args[i - 1] ?? ''),
    ),
    options: { junk: { type: 'string' }, seed: { type: 'string' } },
  })
  const seed = Number(values.seed ?? 0)
  if (!Number.isInteger(seed)) throw badInput('--seed takes a whole number.')
  const junk = values.junk === undefined ? null : Number(values.junk)
  if (junk !== null && !(junk >= 0 && junk < 1)) throw badInput('--junk takes a share below 1, such as 0.1.')
  for (const file of [...(lists.train ?? []), ...(lists.test ?? [])]) {
    if (!existsSync(file)) throw badInput(`There is no file ${file}.`)
  }
  if (lists.train && lists.test) return { train: lists.train, test: lists.test, junk, seed }
  if (lists.train || lists.test) throw badInput('Name both --train FILE… and --test FILE….')
  if (!existsSync(data)) return null
  const files = readdirSync(data).filter((name) => name.endsWith('.jsonl.gz'))
  return { train: files.map((name) => data + name), test: null, junk, seed }
}

/** Rows with a price, in the order of the files; several snapshots of a listing share an id. */
export async function readFiles(files: string[], ids: Map<string, number>): Promise<ValueRow[]> {
  const rows: ValueRow[] = []
  for (const file of files) {
    const reader = readRows(createReadStream(file), { kind: 'jsonl', gzip: file.endsWith('.gz') })
    for await (const line of reader) {
      if (!('value' in line)) continue
      const mapped = toSeenListing(line.value, { source: basename(file).split('.')[0]! })
      if (!mapped.ok) continue
      const observedAtMs = mapped.observedAt === undefined ? 0 : Date.parse(mapped.observedAt)
      const listing = normalize(mapped.seen, { marketplace: mapped.source, observedAtMs })
      if (!listing.priceCents || listing.currency === null) continue
      const key = `${mapped.source} ${listing.externalId}`
      const listingId = ids.get(key) ?? ids.size + 1
      ids.set(key, listingId)
      rows.push({
        listingId,
        source: mapped.source,
        title: listing.title,
        category: listing.category,
        condition: listing.condition,
        basis: listing.basis ?? 'asking',
        marketplace: mapped.source,
        siteCategory: listing.siteCategory,
        brand: listing.brand,
        description: listing.description,
        attributes: listing.attributes,
        photoCount: listing.imageUrls.length || null,
        priceCents: listing.priceCents,
        currency: listing.currency,
        observedAtMs,
      })
    }
  }
  return rows
}

/** A number from 0 to 1 for a row, always the same. */
export function dice(seed: number): number {
  let t = Math.imul(seed ^ 0x6d2b_79f5, 0x85eb_ca6b)
  t = Math.imul(t ^ (t >>> 13), 0xc2b2_ae35)
  return ((t ^ (t >>> 16)) >>> 0) / 4_294_967_296
}

/** By listing, not by row: another snapshot of a listing would give its price away. */
function split(rows: ValueRow[], seed: number): [ValueRow[], ValueRow[]] {
  const test = new Map<number, ValueRow>()
  const train: ValueRow[] = []
  for (const row of rows) {
    if (dice(row.listingId + seed * 1_000_003) < 0.2) test.set(row.listingId, row)
    else train.push(row)
  }
  return [train, [...test.values()]]
}

function spoil(rows: ValueRow[], share: number): ValueRow[] {
  return rows.map((row, i) => {
    if (dice(i * 2 + 1) >= share) return row
    const factor = dice(i * 2 + 2) < 0.5 ? 0.1 : 10
    return { ...row, priceCents: Math.max(1, Math.round(row.priceCents * factor)) }
  })
}

interface SourceFigures {
  n: number
  valued: number
  share: number
  rmsle: number
  mdape: number
  coverage80: number
  relativeWidthMedian: number
  baselines: Record<string, { rmsle: number; mdape: number }>
  /** Of test rows whose listing is also in the train rows: the errors where that counts as evidence. */
  ownHistory?: { n: number; rmsle: number; mdape: number }
}

async function measure(train: ValueRow[], test: ValueRow[], isAskedAllWays = false) {
  const newest = new Map<string, number>()
  for (const { source, observedAtMs } of [...train, ...test]) {
    newest.set(source, Math.max(newest.get(source) ?? 0, observedAtMs))
  }
  // Of several snapshots the last stands, as it would in the program.
  const latest = new Map<number, ValueRow>()
  for (const row of train) {
    const before = latest.get(row.listingId)
    if (!before || before.observedAtMs <= row.observedAtMs) latest.set(row.listingId, row)
  }
  // Files of different years are asked at one moment, as if each had been read to its end just now.
  const nowMs = Math.max(0, ...newest.values())
  const rows = [...latest.values()].map((row) => {
    const newestMs = newest.get(row.source)!
    return { ...row, observedAtMs: nowMs - newestMs + (row.observedAtMs || newestMs) }
  })
  const appraiser = createAppraiser({ capacity: Math.max(200_000, rows.length) })
  const fillStartedAt = performance.now()
  for (const row of rows) appraiser.upsert(row)
  const fillMicros = ((performance.now() - fillStartedAt) * 1000) / Math.max(1, rows.length)
  const fit = await fitAll(appraiser, nowMs)

  const values: (FairValue | null)[] = []
  // The first estimates warm the code.
  for (const row of test.slice(0, 300)) appraiser.estimate(row, nowMs)
  const startedAt = performance.now()
  for (const row of test) values.push(appraiser.estimate(row, nowMs))
  const microsPerEstimate = ((performance.now() - startedAt) * 1000) / Math.max(1, test.length)

  const again = test.filter(({ listingId }) => latest.has(listingId))
  const withHistory = Map.groupBy(
    again.map(({ listingId: _own, ...row }) => ({
      row,
      value: appraiser.estimate(row, nowMs),
    })),
    ({ row }) => row.source,
  )
  const baseline = fitBaselines(rows)
  const bySource = Map.groupBy(
    test.map((row, i) => ({ row, value: values[i]! })),
    ({ row }) => row.source,
  )
  const sources: Record<string, SourceFigures> = {}
  for (const [source, list] of bySource) {
    const known = (withHistory.get(source) ?? []).flatMap(({ row, value }) =>
      value === null ? [] : [[row.priceCents, value.midCents] as [number, number]],
    )
    sources[source] = {
      ...figures(list, baseline),
      ...(known.length > 0 && { ownHistory: { n: known.length, ...errorsOf(known) } }),
    }
  }
  return {
    sources,
    total: figures([...bySource.values()].flat(), baseline),
    microsPerEstimate: round(microsPerEstimate, 1),
    comps: appraiser.size,
    alsoInTrain: again.length,
    microsPerUpsert: round(fillMicros, 1),
    fitCpuSeconds: round(fit.learnCpuSeconds, 1),
    measureCpuSeconds: round(fit.measureCpuSeconds, 1),
    ...(isAskedAllWays && { ways: measureWays(appraiser, rows, test, nowMs) }),
  }
}

/** In seconds of one core, which a busy machine makes no longer. */
async function fitAll(appraiser: Appraiser, nowMs: number) {
  let learnCpuSeconds = 0
  let measureCpuSeconds = 0
  for (const currency of appraiser.due()) {
    const from = process.cpuUsage()
    const snapshot = appraiser.snapshot(currency)
    const known = { listingIds: snapshot.listingIds, logPrices: snapshot.rows.logPrices }
    const fitted = fitRows(snapshot.rows)
    const between = process.cpuUsage()
    await appraiser.adopt(currency, known, fitted, nowMs)
    learnCpuSeconds += cpuSeconds(from) - cpuSeconds(between)
    measureCpuSeconds += cpuSeconds(between)
  }
  return { learnCpuSeconds, measureCpuSeconds }
}

function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

type Baseline = ReturnType<typeof fitBaselines>

function figures(list: { row: ValueRow; value: FairValue | null }[], baseline: Baseline): SourceFigures {
  const valued = list.filter(({ value }) => value !== null) as { row: ValueRow; value: FairValue }[]
  const within = valued.filter(
    ({ row, value }) => row.priceCents >= value.lowCents && row.priceCents <= value.highCents,
  )
  return {
    n: list.length,
    valued: valued.length,
    share: round(valued.length / Math.max(1, list.length), 3),
    ...errorsOf(valued.map(({ row, value }) => [row.priceCents, value.midCents])),
    coverage80: round(within.length / Math.max(1, valued.length), 3),
    relativeWidthMedian: round(
      median(valued.map(({ value }) => (value.highCents - value.lowCents) / value.midCents)),
      3,
    ),
    baselines: Object.fromEntries(
      baselineNames.map((name) => [
        name,
        errorsOf(valued.map(({ row }) => [row.priceCents, baseline[name](row)])),
      ]),
    ),
  }
}

function junkFigures(
  share: number,
  clean: Record<string, SourceFigures>,
  spoiled: Record<string, SourceFigures>,
): Record<string, unknown> {
  return {
    share,
    rmsleGrowth: Object.fromEntries(
      Object.keys(clean).map((source) => [
        source,
        round(spoiled[source]!.rmsle / clean[source]!.rmsle - 1, 3),
      ]),
    ),
    mdapeGrowth: Object.fromEntries(
      Object.keys(clean).map((source) => [
        source,
        round(spoiled[source]!.mdape / clean[source]!.mdape - 1, 3),
      ]),
    ),
  }
}

/** Time of an estimate among so many comps: real listings as far as there are any, then made-up ones. */
async function speedAt(count: number): Promise<Record<string, unknown>> {
  const { rows, origin } = await benchListings(count)
  const nowMs = Date.now()
  let appraiser: Appraiser | null = createAppraiser({ capacity: count })
  const priced = rows.map(({ marketplace, seen }, i): Priced => {
    const listing = normalize(seen, { marketplace, observedAtMs: nowMs })
    return {
      listingId: i + 1,
      title: listing.title,
      category: listing.category,
      condition: listing.condition,
      basis: 'asking',
      marketplace,
      siteCategory: listing.siteCategory,
      brand: listing.brand,
      description: listing.description,
      attributes: listing.attributes,
      photoCount: listing.imageUrls.length || null,
      priceCents: listing.priceCents ?? 0,
      currency: listing.currency ?? 'USD',
      observedAtMs: nowMs,
    }
  })
  // The same things again under other ids and prices, until there are enough.
  for (let i = 0; appraiser.size < count && i < count * 2; i++) {
    const row = priced[i % priced.length]!
    appraiser.upsert({
      ...row,
      listingId: i + 1,
      priceCents: i < priced.length ? row.priceCents : Math.round(row.priceCents * (0.7 + 0.6 * dice(i))),
    })
  }
  const fit = await fitAll(appraiser, nowMs)
  const queries = priced.filter((_, i) => i % 20 === 0).slice(0, 3000)
  for (const query of queries.slice(0, 300)) appraiser.estimate(query, nowMs)
  const times: number[] = []
  for (const query of queries) {
    const startedAt = performance.now()
    appraiser.estimate(query, nowMs)
    times.push((performance.now() - startedAt) * 1000)
  }
  const comps = appraiser.size
  const held = memoryUsed()
  // What is let go is what it held, whatever else came into memory meanwhile.
  appraiser = null
  const bytes = held - memoryUsed()
  return {
    comps,
    microsPerEstimate: round(times.reduce((sum, time) => sum + time, 0) / times.length, 1),
    p50Micros: round(median(times), 1),
    bytesPerComp: Math.round(bytes / comps),
    fitCpuSeconds: round(fit.learnCpuSeconds, 1),
    measureCpuSeconds: round(fit.measureCpuSeconds, 1),
    origin,
  }
}

function memoryUsed(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function median(values: number[]): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[sorted.length >> 1] ?? Number.NaN
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
