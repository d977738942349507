import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { idfFrom, judgeProducts } from '../server/clusters/linkage/products.ts'
import { type ProductText, readProduct } from '../server/clusters/linkage/reading.ts'
import { createThingIndex } from '../server/clusters/linkage/thing-index.ts'
import type { Thing } from '../server/clusters/schema.ts'
import { toSeenListing } from '../server/imports/map.ts'
import { readRows } from '../server/imports/rows/read.ts'
import type { SeenListing } from '../server/model/listing-schema.ts'
import { benchListings } from './lib-listings.ts'
import { type GoldPair, readGoldPairs, type Side } from './lib-pairs.ts'
import { clusterStream, goldReposts, pairOf } from './lib-reposts.ts'

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url))
const pairsFolder = join(data, 'same-thing')
const repostsFile = join(data, 'craigslist-eastbay-2017.jsonl.gz')
const rowsDefault = 100_000

/**
 * How well products and things are recognised: F1 on files of gold pairs (`--pairs FILE…`, else all shared ones), with
 * one threshold for all and idf from the file's own texts, labels unseen; pairwise precision and recall of the clusters
 * that a stream of real postings makes (see `goldReposts`); microseconds and candidates per listing for look-up and
 * taking in, over a stream of `--rows` listings.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const files = pairFiles(args)
  const sets = Object.fromEntries(files.map(({ name, path }) => [name, scoreSet(readGoldPairs(path))]))
  return { sets, ...(await speed(rowsOf(args))), reposts: await reposts() }
}

/** The files under the names by which they were asked for. */
function pairFiles(args: string[]): { name: string; path: string }[] {
  const at = args.indexOf('--pairs')
  if (at < 0) {
    if (existsSync(pairsFolder))
      return readdirSync(pairsFolder).map((name) => ({ name, path: join(pairsFolder, name) }))
    process.stderr.write('No files of gold pairs here: name some with --pairs FILE…\n')
    return []
  }
  const end = args.findIndex((arg, index) => index > at && arg.startsWith('--'))
  return args.slice(at + 1, end < 0 ? undefined : end).flatMap((name) => {
    const path = resolve(name)
    if (existsSync(path)) return [{ name, path }]
    process.stderr.write(`${name} is not there: left out\n`)
    return []
  })
}

function rowsOf(args: string[]): number {
  const at = args.indexOf('--rows')
  return (at >= 0 && Number(args[at + 1])) || rowsDefault
}

function scoreSet(pairs: readonly GoldPair[]) {
  const read = new Map<string, ProductText>()
  const counts = new Map<string, number>()
  const textOf = (side: Side) => {
    const key = JSON.stringify(side)
    let text = read.get(key)
    if (text === undefined) {
      text = readSide(side)
      read.set(key, text)
      for (const word of new Set([...text.tokens, ...text.codes]))
        counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    return text
  }
  const texts = pairs.map(({ left, right, same }) => ({ left: textOf(left), right: textOf(right), same }))
  const idf = idfFrom(
    (word: string) => counts.get(word) ?? 0,
    () => read.size,
  )
  let [hits, wrong, missed] = [0, 0, 0]
  for (const { left, right, same } of texts) {
    const found = judgeProducts(left, right, idf).logOdds > 0
    if (found && same) hits++
    else if (found) wrong++
    else if (same) missed++
  }
  return ratios(hits, wrong, missed)
}

const rounded = (value: number) => Number(value.toFixed(4))
const share = (part: number, rest: number) => (part + rest === 0 ? 0 : part / (part + rest))
const ratios = (hits: number, wrong: number, missed: number) => ({
  precision: rounded(share(hits, wrong)),
  recall: rounded(share(hits, missed)),
  f1: rounded(share(2 * hits, wrong + missed)),
})

function readSide(side: Side): ProductText {
  const price = Number((side.price ?? '').replace(/[^\d.]/g, ''))
  const priced = Number.isFinite(price) && price > 0
  return readProduct({
    title: side.title ?? side.name ?? '',
    description: side.description ?? null,
    brand: side.brand || side.manufacturer || null,
    priceCents: priced ? Math.round(price * 100) : null,
    currency: priced ? 'USD' : null,
    attributes: side.modelno === undefined ? {} : { model: side.modelno },
  })
}

async function speed(count: number) {
  const { things, origin } = await stream(count)
  const index = createThingIndex({ samePhoto: (a, b) => Number(a === b), capacity: count })
  const heapBefore = memory()
  let candidates = 0
  let lateMicros = 0
  const late = Math.floor(things.length * 0.9)
  const cpuBefore = process.cpuUsage()
  const startedAt = performance.now()
  for (const [at, thing] of things.entries()) {
    if (at === late) lateMicros = performance.now()
    index.find(thing, 10)
    candidates += index.lastCandidates
    index.upsert(thing)
  }
  const endedAt = performance.now()
  const cpu = process.cpuUsage(cpuBefore)
  return {
    microsPerListing: rounded(((endedAt - startedAt) * 1000) / things.length),
    // What other programs on the machine take does not count here, what several threads do at once counts for each.
    cpuMicrosPerListing: rounded((cpu.user + cpu.system) / things.length),
    candidatesPerListing: rounded(candidates / things.length),
    microsPerListingWhenFull: rounded(((endedAt - lateMicros) * 1000) / (things.length - late)),
    listings: index.size,
    bytesPerListing: Math.round((memory() - heapBefore) / things.length),
    origin,
  }
}

/** Real listings or made-up ones; where they are too few, again with half of their words changed into others. */
async function stream(count: number): Promise<{ things: Thing[]; origin: string }> {
  const { rows, origin } = await benchListings(count)
  const things = rows.map(({ marketplace, seen }, index) => thingOf(marketplace, seen, index))
  const real = things.length
  for (let index = real; index < count && real > 0; index++) {
    const { marketplace, seen } = rows[index % real]!
    const round = Math.floor(index / real)
    const other = (text: string) =>
      text.replace(/[\p{L}\p{N}]{3,}/gu, (word, at: number) =>
        (at + word.length) % 2 === 0 ? word : word + round,
      )
    const changed = {
      ...seen,
      externalId: `${seen.externalId}-${round}`,
      title: other(seen.title),
      ...(seen.description !== undefined && { description: other(seen.description) }),
    }
    things.push(thingOf(marketplace, changed, index))
  }
  return { things, origin: real < count ? `${origin}, ${real} of them as they are` : origin }
}

/** Bytes in use once the garbage is gone. */
function memory(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function thingOf(marketplace: string, seen: SeenListing, index: number): Thing {
  return {
    listingId: index + 1,
    marketplace,
    externalId: seen.externalId,
    title: seen.title,
    description: seen.description ?? null,
    brand: seen.brand ?? null,
    category: 'other',
    condition: null,
    priceCents: seen.priceCents ?? null,
    currency: seen.currency ?? null,
    lat: seen.lat ?? null,
    lon: seen.lon ?? null,
    location: seen.location ?? null,
    postedAtMs: index * 60_000,
    state: 'active',
    attributes: seen.attributes ?? {},
    imageUrls: seen.imageUrls ?? [],
    photoHashes: [],
    repostOf: seen.repostOf ?? null,
    ownerId: null,
    demo: false,
  }
}

async function reposts(): Promise<Record<string, unknown> | null> {
  if (!existsSync(repostsFile)) {
    process.stderr.write('No shared listings here: reposts are not measured\n')
    return null
  }
  const things: Thing[] = []
  const seen = new Set<string>()
  for await (const row of readRows(createReadStream(repostsFile), { kind: 'jsonl', gzip: true })) {
    const mapped = 'value' in row ? toSeenListing(row.value, {}) : { ok: false as const }
    if (!mapped.ok || seen.has(mapped.seen.externalId)) continue
    seen.add(mapped.seen.externalId)
    things.push(thingOf(mapped.source, mapped.seen, things.length))
  }
  const gold = goldReposts(things)
  // The gold is made of texts, so texts alone are measured by it; what pictures add is told beside.
  const textOnly = pairsOf(things.map((thing) => ({ ...thing, imageUrls: [] })))
  const withPictures = pairsOf(things)
  const recallOf = (pairs: ReadonlySet<string>) =>
    rounded(countIn(pairs, textOnly.together) / Math.max(1, pairs.size))
  const further = [...withPictures.together].filter((pair) => !gold.near.has(pair))
  const pictures = new Map(things.map(({ listingId, imageUrls }) => [listingId, imageUrls]))
  return {
    precision: rounded(countIn(gold.near, textOnly.together) / Math.max(1, textOnly.together.size)),
    recall: recallOf(gold.exact),
    nearRecall: recallOf(gold.near),
    goldPairs: gold.exact.size,
    nearPairs: gold.near.size,
    clusteredPairs: textOnly.together.size,
    largestCluster: textOnly.largest,
    listings: things.length,
    withPictures: {
      clusteredPairs: withPictures.together.size,
      largestCluster: withPictures.largest,
      recall: rounded(countIn(gold.exact, withPictures.together) / Math.max(1, gold.exact.size)),
      beyondGold: further.length,
      ofThemWithOnePicture: further.filter((pair) => {
        const [x, y] = pair.split(':').map((id) => pictures.get(Number(id))!)
        return x!.some((url) => y!.includes(url))
      }).length,
    },
  }
}

function pairsOf(things: readonly Thing[]): { together: ReadonlySet<string>; largest: number } {
  const clusterOf = clusterStream(createThingIndex({ samePhoto: () => 0 }), things)
  const clusters = [...Map.groupBy(clusterOf.keys(), (id) => clusterOf.get(id)!).values()]
  const pairs = clusters.flatMap((members) =>
    members.flatMap((a, at) => members.slice(at + 1).map((b) => pairOf(a, b))),
  )
  return { together: new Set(pairs), largest: Math.max(...clusters.map(({ length }) => length)) }
}

function countIn(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  let count = 0
  for (const one of some) if (all.has(one)) count++
  return count
}
