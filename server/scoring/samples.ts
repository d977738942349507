import { seededRandom } from '../core/random.ts'
import type { Condition } from '../model/listing-schema.ts'
import type { RiskSubject } from '../model/risk.ts'
import type { FairValue } from '../model/score-schema.ts'
import { fitRows } from './price-model/price-net.ts'
import { type Appraiser, createAppraiser, type Priced } from './value/appraiser.ts'

export const dayMs = 86_400_000
export const nowMs = Date.UTC(2026, 4, 1)

/** A fair value of twelve comparables, $150 to $260; a test names what it is about. */
export const sampleValue = (over: Partial<FairValue> = {}): FairValue => ({
  lowCents: 15_000,
  midCents: 20_000,
  highCents: 26_000,
  currency: 'USD',
  count: 12,
  basis: 'asking',
  method: 'similar',
  confidence: 1,
  oldestAtMs: nowMs - 30 * dayMs,
  newestAtMs: nowMs - dayMs,
  compIds: [1, 2, 3],
  ...over,
})

/** Has an appraiser learn what its prices teach, in this thread. */
export async function teach(appraiser: Appraiser, atMs = nowMs, pause?: () => Promise<void>): Promise<void> {
  for (const currency of appraiser.due()) {
    const { rows, listingIds } = appraiser.snapshot(currency)
    await appraiser.adopt(
      currency,
      { listingIds, logPrices: rows.logPrices.slice() },
      fitRows(rows),
      atMs,
      pause,
    )
  }
}

/** One that holds these and has learned from them. */
export async function taught(rows: readonly Priced[]): Promise<Appraiser> {
  const appraiser = createAppraiser()
  for (const row of rows) appraiser.upsert(row)
  await teach(appraiser)
  return appraiser
}

/** Invented makers and what their name does to a price. */
const makers = { zorvane: 1, quillon: 1.6, brakspar: 0.7, telmora: 2.4 } as const
const models = { p1: 1, p2: 1.3, p3: 1.8 } as const
const storages = [32, 64, 128, 256] as const
/** What a condition does to a price of the law. */
export const conditionFactors = { new: 1.4, excellent: 1.15, good: 1, fair: 0.75, poor: 0.5 } as const
const remarks = [
  '',
  'unlocked',
  'boxed',
  'quick pickup',
  'barely touched',
  'dual sim',
  'one owner',
  'as pictured',
]

export interface LawOptions {
  seed?: number
  /** Standard deviation of the logarithm of the prices around the law. */
  noise?: number
  firstId?: number
  change?: (row: LawRow, random: () => number) => Partial<LawRow>
}
export interface LawRow extends Priced {
  /** What the law says before the noise, minor units. */
  lawCents: number
}

/** Listings whose prices follow a known law: $100 × maker × model × (storage ÷ 64)^0.4 × condition × noise. */
export function lawRows(count: number, options: LawOptions = {}): LawRow[] {
  const random = seededRandom(options.seed ?? 1)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  return Array.from({ length: count }, (_, i) => {
    const maker = pick(Object.keys(makers) as (keyof typeof makers)[])
    const model = pick(Object.keys(models) as (keyof typeof models)[])
    const storageGb = pick(storages)
    const condition = pick(Object.keys(conditionFactors) as (keyof typeof conditionFactors)[])
    const lawCents =
      10_000 * makers[maker] * models[model] * (storageGb / 64) ** 0.4 * conditionFactors[condition]
    const normal = Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random())
    const row: LawRow = {
      listingId: (options.firstId ?? 1) + i,
      title: `${maker} ${model} ${storageGb}GB ${pick(remarks)} ${pick(remarks)}`.trim(),
      brand: maker,
      category: 'phones',
      condition: condition satisfies Condition,
      basis: 'asking',
      marketplace: 'test-market',
      priceCents: Math.max(1, Math.round(lawCents * Math.exp((options.noise ?? 0.1) * normal))),
      lawCents,
      currency: 'USD',
      observedAtMs: nowMs - Math.floor(random() * 30) * dayMs,
    }
    return { ...row, ...options.change?.(row, random) }
  })
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

/** Relative errors of told against true prices. */
export function errorsOf(pairs: readonly (readonly [told: number, truth: number])[]): number[] {
  return pairs.map(([told, truth]) => Math.abs(told / truth - 1))
}

/** When the samples of risk are looked at. */
export const sampleNowMs = Date.UTC(2026, 5, 15)

/** A plain private sale, for the tests. */
export function sampleRiskSubject(over: Partial<RiskSubject> = {}): RiskSubject {
  return {
    title: 'Oak coffee table',
    description:
      'Solid oak coffee table with a few scratches on one leg. From a smoke free home, pick up in town.',
    category: 'furniture',
    condition: 'good',
    priceCents: 8000,
    currency: 'USD',
    value: null,
    shipping: null,
    location: 'Springfield',
    photoCount: 4,
    stockPhoto: null,
    photoReusedElsewhere: 0,
    textReusedElsewhere: 0,
    seller: null,
    postedAtMs: sampleNowMs - dayMs,
    ...over,
  }
}
