import { existsSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultTravel } from '../server/accounts/profile.ts'
import ebay from '../server/marketplaces/ebay/index.ts'
import { isPlaceholderPrice } from '../server/model/placeholder-price.ts'
import type { FairValue, ScoreSubject } from '../server/model/score-schema.ts'
import { resaleOf } from '../server/scoring/resale/profit.ts'
import { defaultSellingSettings } from '../server/scoring/resale/profit-settings.ts'
import { sellThrough } from '../server/scoring/resale/sell-through.ts'
import { scoreTotal } from '../server/scoring/score.ts'
import { conditionRatio } from '../server/scoring/value/condition.ts'
import { weightPresets } from '../server/scoring/weights.ts'
import { isAuction, type Market, type Row, readMarket, valuedFromOthers } from './lib-markets.ts'
import { areaUnderCurve, share, spearman } from './lib-statistics.ts'

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url))
/** Fixed-price and auction listings with a flag for what sold. */
const soldFile = 'ebay-ipads-2015.jsonl.gz'
const perFileMax = 1500

/**
 * What the deal score means on real listings: the share of fixed-price listings that sold by price ratio and by score
 * (it must rise with the score), how the scores of a mixture of listings spread, and the time per score.
 * `--per-file N` listings of each file are scored, every one valued from the others; `--only NAME,NAME` takes these files.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  if (!existsSync(data)) return { skipped: 'the shared data is absent' }
  const perFile = Number(args[args.indexOf('--per-file') + 1]) || perFileMax
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1]!.split(',') : null
  const files = readdirSync(data)
    .filter((name) => name.endsWith('.jsonl.gz') && (only?.includes(basename(name, '.jsonl.gz')) ?? true))
    .sort()
  const scored = new Map<string, Scored[]>()
  for (const file of files) {
    const market = await readMarket(data + file)
    scored.set(file, scoreSome(market, file === soldFile ? Number.POSITIVE_INFINITY : perFile))
  }
  const mixture = [...scored.values()].flat()
  const fixedPrice = (scored.get(soldFile) ?? []).filter(({ row }) => !isAuction(row))
  return {
    estimator: calibration(fixedPrice),
    sameModel: calibration(valuedByModel(fixedPrice)),
    mixture: { listings: mixture.length, ...histogram(mixture) },
    valued: histogram(mixture.filter(({ subject }) => subject.value !== null)),
    byPreset: Object.fromEntries(
      Object.entries(weightPresets).map(([name, weights]) => [
        name,
        histogram(mixture.map((each) => ({ ...each, score: scoreTotal(each.subject, each.nowMs, weights) }))),
      ]),
    ),
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

interface Scored {
  row: Row
  subject: ScoreSubject
  nowMs: number
  score: number
}

const selling = defaultSellingSettings([ebay])

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
    const value = valuedFromOthers(market, row)
    const subject: ScoreSubject = {
      priceCents: isPlaceholderPrice(priceCents, currency) ? null : priceCents,
      shippingCents: listing.shippingCents ?? null,
      currency,
      condition: listing.condition,
      postedAtMs: listing.postedAtMs ?? listing.observedAtMs,
      photoCount: listing.imageUrls.length,
      distanceKm: null,
      keywordMatch: null,
      value,
      resale: resaleOf({ value, category: listing.category }, selling, {
        sellThrough: sellThrough([], listing.category, selling.sellWithinDays),
        day: new Date(market.nowMs).toISOString().slice(0, 10),
      }),
    }
    found.push({ row, subject, nowMs: market.nowMs, score: scoreTotal(subject, market.nowMs) })
  }
  return found
}

/** The others of a group below that say too little of its prices. */
const sameModelMin = 5

/**
 * The same listings, each valued by the others with its model, storage and radio: what the score is worth once the
 * value is as good as these few columns make it. Measures the score apart from the estimator.
 */
function valuedByModel(rows: Scored[]): Scored[] {
  const groups = Map.groupBy(rows, ({ row: { listing } }) =>
    ['productline', 'storage', 'cellular'].map((name) => listing.attributes[name]).join(' '),
  )
  return [...groups.values()].flatMap((group) =>
    group.flatMap((each) => {
      const inGood = group
        .filter((other) => other !== each)
        .map(
          ({ row: { listing } }) =>
            listing.priceCents! * conditionRatio(each.subject.condition, listing.condition),
        )
        .sort((a, b) => a - b)
      if (inGood.length < sameModelMin) return []
      const at = (part: number) => Math.max(1, Math.round(inGood[Math.floor(part * (inGood.length - 1))]!))
      const value: FairValue = {
        lowCents: at(0.1),
        midCents: at(0.5),
        highCents: at(0.9),
        currency: each.subject.currency,
        count: inGood.length,
        basis: 'mixed',
        method: 'similar',
        confidence: 1,
        oldestAtMs: each.nowMs,
        newestAtMs: each.nowMs,
        compIds: [],
      }
      const subject = { ...each.subject, value }
      return [{ ...each, subject, score: scoreTotal(subject, each.nowMs) }]
    }),
  )
}

const ratioEdges = [0.6, 0.8, 0.95, 1.05, 1.25, 1.5]

/** How the share of what sold goes with the price and with the score. */
function calibration(rows: Scored[]): Record<string, unknown> {
  const isSold = ({ row }: Scored) => row.listing.basis === 'sold'
  const valued = rows.filter(({ subject }) => subject.value !== null && subject.priceCents !== null)
  const binOfRatio = ({ subject }: Scored) => {
    const ratio = subject.priceCents! / subject.value!.midCents
    return ratioEdges.filter((edge) => ratio >= edge).length
  }
  const soldIn = (within: Scored[]) => ({
    listings: within.length,
    sold: share(within.filter(isSold).length, within.length),
  })
  const byRatio = [...ratioEdges, null].map((to, bin) => ({
    ratio: to === null ? `${ratioEdges[bin - 1]}+` : `${ratioEdges[bin - 1] ?? 0}-${to}`,
    ...soldIn(valued.filter((each) => binOfRatio(each) === bin)),
  }))
  const byScore = Array.from({ length: 10 }, (_, bin) => ({
    score: binName(bin),
    ...soldIn(valued.filter(({ score }) => binOf(score) === bin)),
  }))
  const judged = byScore.filter(({ listings }) => listings >= binCountMin)
  const falls = judged.slice(1).map(({ sold, listings }, i) => {
    const { sold: before, listings: listingsBefore } = judged[i]!
    const noise = Math.sqrt((sold * (1 - sold)) / listings + (before * (1 - before)) / listingsBefore)
    return { fall: before - sold, noise }
  })
  const sold = valued.map(isSold)
  const scores = valued.map(({ score }) => score)
  return {
    valued: { of: rows.length, ...soldIn(valued) },
    soldByPriceRatio: byRatio,
    /** Bins with fewer than 30 listings are left out of what follows. */
    soldByScore: byScore,
    spearman: spearman(judged.map(({ sold }) => sold)),
    /** Neighbouring bins where the share falls, and those where it does by more than one standard error. */
    falls: falls.filter(({ fall }) => fall > 0).length,
    fallsBeyondNoise: falls.filter(({ fall, noise }) => fall > noise).length,
    aucOfSold: areaUnderCurve(scores, sold),
    aucOfPriceRatio: areaUnderCurve(
      valued.map(({ subject }) => -(subject.priceCents! / subject.value!.midCents)),
      sold,
    ),
    aucOfPriceAlone: areaUnderCurve(
      valued.map(({ subject }) => -subject.priceCents!),
      sold,
    ),
  }
}

/** Of so many a share of a fifth is known to seven points, about what neighbouring bins differ by; of fewer it says nothing. */
const binCountMin = 30

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

/** As rules score: from a place, with a way that costs, for words and for profit. */
function timeOf(rows: Scored[]): number {
  const subjects = rows.map(({ subject }, i) => ({
    ...subject,
    distanceKm: i % 200,
    keywordMatch: (i % 4) / 3,
    travel: defaultTravel,
  }))
  const nowMs = Math.max(...rows.map((each) => each.nowMs))
  const weights = weightPresets.flipper
  const rounds = Math.max(1, Math.ceil(1_000_000 / rows.length))
  let sum = 0
  for (const subject of subjects) sum += scoreTotal(subject, nowMs, weights)
  const startedAt = performance.now()
  for (let round = 0; round < rounds; round++)
    for (const subject of subjects) sum += scoreTotal(subject, nowMs, weights)
  const tookMs = performance.now() - startedAt
  if (!Number.isInteger(sum)) throw new Error('a score was not whole')
  return Number(((tookMs * 1000) / (rounds * rows.length)).toFixed(3))
}
