import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toSeenListing } from '../server/imports/map.ts'
import { readRows } from '../server/imports/read.ts'
import { type RecognisedListing, recognise } from '../server/listings/recognise.ts'
import { type CompIndex, createCompIndex } from '../server/scoring/comps.ts'
import { estimate } from '../server/scoring/fair-value.ts'
import { isPlaceholderPrice } from '../server/scoring/money.ts'
import type { FairValue, ScoreSubject } from '../server/scoring/schema.ts'
import { scoreTotal } from '../server/scoring/score.ts'
import { titleWithBrand } from '../server/scoring/valuer.ts'

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url))
/** Fixed-price and auction listings with a flag for what sold. */
const soldFile = 'ebay-ipads-2015.jsonl.gz'
const perFileMax = 1500

/**
 * What the deal score means on real listings: the share of fixed-price listings that sold by price ratio and by score
 * (it must rise with the score), how the scores of a mixture of listings spread, and the time per score.
 * `--per-file N` listings of each file are scored, every one valued from the others.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  if (!existsSync(data)) return { skipped: 'the shared data is absent' }
  const perFile = Number(args[args.indexOf('--per-file') + 1]) || perFileMax
  const files = readdirSync(data)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort()
  const scored = new Map<string, Scored[]>()
  for (const file of files) {
    const market = await readMarket(file)
    scored.set(file, scoreSome(market, file === soldFile ? Number.POSITIVE_INFINITY : perFile))
  }
  const mixture = [...scored.values()].flat()
  return {
    ...calibration((scored.get(soldFile) ?? []).filter(({ row }) => !isAuction(row))),
    mixture: { listings: mixture.length, ...histogram(mixture) },
    valued: { ...histogram(mixture.filter(({ subject }) => subject.value !== null)) },
    byFile: Object.fromEntries(
      [...scored].map(([file, rows]) => [
        basename(file, '.jsonl.gz'),
        {
          listings: rows.length,
          unvalued: share(rows.filter(({ subject }) => !subject.value).length, rows.length),
          ...histogram(rows),
        },
      ]),
    ),
    microsecondsPerScore: timeOf(mixture),
  }
}

interface Row {
  id: number
  listing: RecognisedListing
}

interface Market {
  index: CompIndex
  rows: Row[]
  nowMs: number
}

interface Scored {
  row: Row
  subject: ScoreSubject
  nowMs: number
  score: number
}

/** A file's listings as the program would hold them, the newest look at each; "now" is the last day of the file. */
async function readMarket(file: string): Promise<Market> {
  const byKey = new Map<string, RecognisedListing>()
  const undatedMs = Date.UTC(2020, 0, 1)
  let nowMs = 0
  for await (const row of readRows(createReadStream(data + file), { kind: 'jsonl', gzip: true })) {
    if (!('value' in row)) continue
    const mapped = toSeenListing(row.value, {})
    if (!mapped.ok) continue
    const observedAtMs = mapped.observedAt === undefined ? undatedMs : Date.parse(mapped.observedAt)
    const listing = recognise(mapped.seen, { marketplace: mapped.source, observedAtMs })
    nowMs = Math.max(nowMs, observedAtMs)
    const known = byKey.get(listing.externalId)
    if (known === undefined || known.observedAtMs <= observedAtMs) byKey.set(listing.externalId, listing)
  }
  const rows = [...byKey.values()].map((listing, id) => ({ id: id + 1, listing }))
  const index = createCompIndex()
  for (const { id, listing } of rows) {
    // The first bid of an auction that nobody bid on is no price that anyone asks.
    if (isAuction({ id, listing }) && listing.basis !== 'sold') continue
    if (listing.priceCents === undefined || listing.priceCents === null || listing.currency === null) continue
    index.upsert({
      listingId: id,
      title: titleWithBrand(listing.title, listing.brand),
      category: listing.category,
      condition: listing.condition,
      priceCents: listing.priceCents,
      currency: listing.currency,
      basis: listing.basis ?? 'asking',
      observedAtMs: Math.min(nowMs, listing.postedAtMs ?? listing.observedAtMs),
    })
  }
  return { index, rows, nowMs }
}

function isAuction({ listing }: Row): boolean {
  return listing.buyingFormat === 'auction' || listing.attributes.biddable === '1'
}

/** From all the other listings: the index keeps a listing from being evidence for itself. */
function valuedFromOthers(market: Market, { id, listing }: Row): FairValue | null {
  return estimate(
    market.index,
    {
      listingId: id,
      title: titleWithBrand(listing.title, listing.brand),
      category: listing.category,
      condition: listing.condition,
      currency: listing.currency ?? 'XXX',
    },
    market.nowMs,
  )
}

/** An even sample, as the list of deals shows it without a home: no distance, no wanted words. */
function scoreSome(market: Market, count: number): Scored[] {
  const priced = market.rows.filter(({ listing }) => (listing.priceCents ?? null) !== null)
  const step = Math.max(1, priced.length / count)
  const found: Scored[] = []
  for (let at = 0; at < priced.length; at += step) {
    const row = priced[Math.floor(at)]!
    const { listing } = row
    const currency = listing.currency ?? 'XXX'
    const priceCents = listing.priceCents!
    const subject: ScoreSubject = {
      priceCents: isPlaceholderPrice(priceCents, currency) ? null : priceCents,
      shippingCents: listing.shippingCents ?? null,
      currency,
      condition: listing.condition,
      postedAtMs: listing.postedAtMs ?? listing.observedAtMs,
      photoCount: listing.imageUrls.length,
      distanceKm: null,
      keywordMatch: null,
      value: valuedFromOthers(market, row),
    }
    found.push({ row, subject, nowMs: market.nowMs, score: scoreTotal(subject, market.nowMs) })
  }
  return found
}

const ratioEdges = [0.6, 0.8, 0.95, 1.05, 1.25, 1.5]

/** How the share of what sold goes with the price and with the score. */
function calibration(rows: Scored[]): Record<string, unknown> {
  const isSold = ({ row }: Scored) => row.listing.basis === 'sold'
  const valued = rows.filter(({ subject }) => subject.value !== null && subject.priceCents !== null)
  const byRatio = [...ratioEdges, Number.POSITIVE_INFINITY].map((to, i) => {
    const from = ratioEdges[i - 1] ?? 0
    const within = valued.filter(({ subject }) => {
      const ratio = subject.priceCents! / subject.value!.midCents
      return ratio >= from && ratio < to
    })
    return {
      ratio: to === Number.POSITIVE_INFINITY ? `${from}+` : `${from}-${to}`,
      listings: within.length,
      sold: share(within.filter(isSold).length, within.length),
    }
  })
  const byScore = Array.from({ length: 10 }, (_, bin) => {
    const within = valued.filter(({ score }) => binOf(score) === bin)
    return {
      score: binName(bin),
      listings: within.length,
      sold: share(within.filter(isSold).length, within.length),
    }
  })
  const judged = byScore.filter(({ listings }) => listings >= binCountMin)
  return {
    fixedPrice: {
      listings: rows.length,
      valued: valued.length,
      sold: share(valued.filter(isSold).length, valued.length),
    },
    soldByPriceRatio: byRatio,
    soldByScore: byScore,
    /** Of the bins with enough listings: rank correlation of score and share sold, and neighbours that fall. */
    spearman: spearman(judged.map(({ sold }) => sold)),
    fallingNeighbours: judged.filter(({ sold }, i) => i > 0 && sold < judged[i - 1]!.sold).length,
    aucOfSold: areaUnderCurve(
      valued.map(({ score }) => score),
      valued.map(isSold),
    ),
    aucOfPriceRatio: areaUnderCurve(
      valued.map(({ subject }) => -(subject.priceCents! / subject.value!.midCents)),
      valued.map(isSold),
    ),
  }
}

/** Fewer listings than that say nothing about a share. */
const binCountMin = 20

const binOf = (score: number) => Math.min(9, Math.floor(score / 10))
const binName = (bin: number) => `${bin * 10}-${bin === 9 ? 100 : bin * 10 + 9}`

function histogram(rows: Scored[]): { histogram: number[]; fullestBin: number } {
  const counts = new Array<number>(10).fill(0)
  for (const { score } of rows) counts[binOf(score)]!++
  return {
    /** Share of the scores 0-9, 10-19, … 90-100. */
    histogram: counts.map((count) => share(count, rows.length)),
    fullestBin: share(Math.max(...counts), rows.length),
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Number((part / whole).toFixed(3))
}

/** Rank correlation of values with their order; 1 = always rising. */
function spearman(values: number[]): number {
  const ranks = ranksOf(values)
  const middle = (values.length + 1) / 2
  let both = 0
  let own = 0
  let order = 0
  for (const [i, rank] of ranks.entries()) {
    both += (rank - middle) * (i + 1 - middle)
    own += (rank - middle) ** 2
    order += (i + 1 - middle) ** 2
  }
  return Number((both / Math.sqrt(own * order)).toFixed(3))
}

/** The chance that one that sold has the higher value than one that did not; ties count half. */
function areaUnderCurve(values: number[], isSold: boolean[]): number {
  const ranks = ranksOf(values)
  let sold = 0
  let rankSum = 0
  for (const [i, rank] of ranks.entries()) {
    if (!isSold[i]) continue
    sold++
    rankSum += rank
  }
  return Number(((rankSum - (sold * (sold + 1)) / 2) / (sold * (values.length - sold))).toFixed(3))
}

/** From 1; equal values share the middle of their ranks. */
function ranksOf(values: number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Array<number>(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++
    for (let at = from; at <= to; at++) ranks[order[at]!] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}

function timeOf(rows: Scored[]): number {
  const rounds = Math.max(1, Math.ceil(1_000_000 / rows.length))
  let sum = 0
  for (const { subject, nowMs } of rows) sum += scoreTotal(subject, nowMs)
  const startedAt = performance.now()
  for (let round = 0; round < rounds; round++)
    for (const { subject, nowMs } of rows) sum += scoreTotal(subject, nowMs)
  const tookMs = performance.now() - startedAt
  if (!Number.isInteger(sum)) throw new Error('a score was not whole')
  return Number(((tookMs * 1000) / (rounds * rows.length)).toFixed(3))
}
