import type { Category, PriceBasis } from '../listings/schema.ts'
import { isPlaceholderPrice } from '../model/placeholder-price.ts'
import { type CompIndex, createCompIndex } from './comps.ts'
import {
  type Calibration,
  corrected,
  type Expectation,
  estimate,
  gather,
  uncalibrated,
} from './fair-value.ts'
import { featuresOf, type PriceSubject } from './features.ts'
import { comparisonTitle } from './identity.ts'
import { createPriceModel, type KnownRows, type ModelSnapshot, type PriceModel } from './price-model.ts'
import type { Fitted } from './price-net.ts'
import type { FairValue } from './schema.ts'
import { isNotForSale } from './title.ts'

/** A priced observation with everything about it that tells its price. */
export interface Priced extends PriceSubject {
  listingId: number
  priceCents: number
  currency: string
  /** When it was posted or, lacking that, first seen; epoch ms. */
  observedAtMs: number
}

/** What is to be valued. `listingId` of a held one keeps it from being evidence for itself. */
export interface ValueQuery extends Omit<PriceSubject, 'basis'> {
  listingId?: number
  currency: string
  /** The level that the value is wanted on; by default what sales tell where they are known, else what is asked. */
  basis?: PriceBasis
}

/** A value with the comps behind it, for people who want to see. */
export interface Appraisal {
  value: FairValue
  /** Most alike first; `adjustedCents` is the comp's price carried over to the subject. */
  comps: { listingId: number; similarity: number; weightShare: number; adjustedCents: number }[]
  /** What sales fetch of what is asked, where both were seen often enough for it to be known. */
  saleRatio: number | null
  understood: Features['identity']
  /** What the value stands for: what such things sell for, or what is asked for them. */
  level: PriceBasis
  /** Comps were carried over by what was learned of such prices; else only by their condition. */
  learned: boolean
}
type Features = ReturnType<typeof featuresOf>

export interface Holding {
  currency: string
  count: number
  inCategory: number
}

export interface Appraiser {
  upsert(priced: Priced): void
  remove(listingId: number): void
  /** Observations held. */
  readonly size: number
  /** Null where there is too little to compare with, or the title offers nothing for sale. */
  estimate(query: ValueQuery, nowMs: number): FairValue | null
  appraise(query: ValueQuery, nowMs: number): Appraisal | null
  /** Observations held by currency, most first, and how many of them are of that category. */
  holdings(category: Category): Holding[]
  /** Currencies for which another fit is worth it. */
  due(): string[]
  /** Values in this currency will be much different once it has been fitted to what is held, and so many more. */
  isRaw(currency: string, more: number): boolean
  /** Copies of one currency's rows, for fitting elsewhere. */
  snapshot(currency: string): ModelSnapshot
  /** Takes over a fit and measures on held prices how wide intervals must be; in steps that let others run. */
  adopt(
    currency: string,
    known: KnownRows,
    fitted: Fitted,
    nowMs: number,
    pause?: () => Promise<void>,
  ): Promise<void>
}

/** Everything of one currency that was learned. */
interface CurrencyModel {
  model: PriceModel
  /** By method, alone and with a marketplace or a group. */
  calibrations: Map<string, Calibration>
  /** Observations by category and basis. */
  counts: Map<string, number>
}

/** Two pages. */
const readingsMax = 1024
const comparedFields = [
  'title',
  'category',
  'condition',
  'basis',
  'marketplace',
  'siteCategory',
  'brand',
  'description',
  'photoCount',
] as const satisfies (keyof PriceSubject)[]

interface Held {
  /** Of everything that was observed; the same again changes nothing. */
  signature: number
  currency: string
  marketplace: string
  countKey: string
  groupKey: string
}

/** Held prices of each marketplace that intervals are measured on, and the fewest that stand for a group. */
const calibrationMax = 800
const calibrationGroupMin = 60
const calibrationMin = 20
const expectationWeights = [0.1, 0.25, 0.6, 1.5, 4] as const
/**
 * A held price is judged by the one net that has not seen it, a new listing by all nets together, which err a little
 * less: the round figure by which intervals measured on the one are too wide for the other.
 */
const together = 0.97
/** Fewer sales or asking prices than this of a category tell nothing about the gap between them. */
const gapCountMin = 20

const bases = ['asking', 'sold'] as const

/**
 * Comparables of one world (the real one or the demo's), with the price models of each currency. Prices of two
 * currencies never meet.
 */
export function createAppraiser(options: { capacity?: number } = {}): Appraiser {
  const index: CompIndex = createCompIndex({
    ...options,
    onEvict: (listingId) => forget(listingId),
  })
  const currencies = new Map<string, CurrencyModel>()
  const held = new Map<number, Held>()
  const readings = new Map<object, { subject: PriceSubject; features: Features }>()

  /** A listing is valued before it is written and becomes evidence after: it is read once for both. */
  function read(subject: PriceSubject): Features {
    const key = subject.attributes
    const known = key && readings.get(key)
    if (known && comparedFields.every((name) => known.subject[name] === subject[name])) return known.features
    const features = featuresOf(subject)
    if (!key) return features
    if (readings.size >= readingsMax) readings.delete(readings.keys().next().value!)
    readings.set(key, { subject, features })
    return features
  }

  function modelOf(currency: string): CurrencyModel {
    let own = currencies.get(currency)
    if (!own) {
      own = { model: createPriceModel(), calibrations: new Map(), counts: new Map() }
      currencies.set(currency, own)
    }
    return own
  }

  function forget(listingId: number): void {
    const known = held.get(listingId)
    if (!known) return
    held.delete(listingId)
    const { model, counts } = modelOf(known.currency)
    model.remove(listingId)
    counts.set(known.countKey, counts.get(known.countKey)! - 1)
  }

  function upsert(priced: Priced): void {
    const { listingId, priceCents, currency } = priced
    const signature = signatureOf(priced)
    if (held.get(listingId)?.signature === signature) return
    const usable =
      priceCents > 0 && Number.isFinite(priced.observedAtMs) && !isPlaceholderPrice(priceCents, currency)
    const features = usable ? read(priced) : null
    if (features === null || isNotForSale(features.identity.traits)) {
      index.remove(listingId)
      forget(listingId)
      return
    }
    index.upsert({
      listingId,
      title: comparisonTitle(priced),
      category: priced.category,
      condition: priced.condition,
      priceCents,
      currency,
      basis: priced.basis,
      observedAtMs: priced.observedAtMs,
    })
    // An index that is full drops its oldest, which may be the one that just came.
    if (index.get(listingId) === undefined) {
      forget(listingId)
      return
    }
    const known = held.get(listingId)
    if (known && known.currency !== currency) forget(listingId)
    const { model, counts } = modelOf(currency)
    const countKey = `${priced.category} ${priced.basis}`
    if (known?.countKey !== countKey || known.currency !== currency) {
      if (known && held.has(listingId)) counts.set(known.countKey, counts.get(known.countKey)! - 1)
      counts.set(countKey, (counts.get(countKey) ?? 0) + 1)
    }
    const groupKey = groupOf(priced)
    held.set(listingId, { signature, currency, marketplace: priced.marketplace ?? '', countKey, groupKey })
    model.upsert(listingId, features, priceCents, groupKey)
  }

  /** Sales where the category has both, else what it has more of. */
  function basisFor(own: CurrencyModel, category: string): PriceBasis {
    const [asking, sold] = bases.map((basis) => own.counts.get(`${category} ${basis}`) ?? 0) as [
      number,
      number,
    ]
    return sold > asking || (sold >= gapCountMin && asking >= gapCountMin) ? 'sold' : 'asking'
  }

  function expectationOf(own: CurrencyModel, features: Features, query: ValueQuery): Expectation | null {
    const expected = own.model.expected(features, query.listingId)
    if (expected === null) return null
    const group = groupOf(query)
    return {
      logPrice: expected.mean,
      carry: expected.carry,
      spread: own.model.spread(group),
      calibration: (method) =>
        own.calibrations.get(`${method} ${group}`) ??
        own.calibrations.get(`${method} ${query.marketplace ?? ''}`) ??
        own.calibrations.get(method) ??
        uncalibrated,
    }
  }

  function prepare(query: ValueQuery) {
    const own = currencies.get(query.currency)
    if (!own) return null
    const basis = query.basis ?? basisFor(own, query.category)
    const features = read({ ...query, basis })
    if (isNotForSale(features.identity.traits)) return null
    const subject = { ...query, title: comparisonTitle(query) }
    return { own, basis, features, subject, expectation: expectationOf(own, features, query) }
  }

  /** What sales fetch of asking prices for such a thing. */
  function saleRatio(own: CurrencyModel, query: ValueQuery): number | null {
    if (bases.some((basis) => (own.counts.get(`${query.category} ${basis}`) ?? 0) < gapCountMin)) return null
    const logs = bases.map((basis) => own.model.expected(featuresOf({ ...query, basis }))?.mean)
    if (logs[0] == null || logs[1] == null) return null
    return Math.exp(logs[1] - logs[0])
  }

  return {
    upsert,
    remove(listingId) {
      index.remove(listingId)
      forget(listingId)
    },
    get size() {
      return index.size
    },
    estimate(query, nowMs) {
      const prepared = prepare(query)
      return prepared && estimate(index, prepared.subject, nowMs, prepared.expectation)
    },
    appraise(query, nowMs) {
      const prepared = prepare(query)
      const found = prepared && gather(index, prepared.subject, nowMs, prepared.expectation)
      const value = prepared && estimate(index, prepared.subject, nowMs, prepared.expectation)
      if (!prepared || !found || !value) return null
      let total = 0
      for (const { weight } of found.evidence) total += weight
      return {
        value,
        comps: found.evidence.map(({ comp, similarity, logPrice, weight }) => ({
          listingId: comp.listingId,
          similarity,
          weightShare: weight / total,
          adjustedCents: Math.max(1, Math.round(Math.exp(logPrice))),
        })),
        saleRatio: saleRatio(prepared.own, query),
        understood: prepared.features.identity,
        level: prepared.basis,
        learned: prepared.expectation !== null,
      }
    },
    holdings: (category) =>
      [...currencies]
        .map(([currency, { model, counts }]) => ({
          currency,
          count: model.size,
          inCategory: bases.reduce((sum, basis) => sum + (counts.get(`${category} ${basis}`) ?? 0), 0),
        }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1)),
    isRaw: (currency, more) => modelOf(currency).model.isRaw(more),
    due: () => [...currencies].filter(([, { model }]) => model.due).map(([currency]) => currency),
    snapshot: (currency) => modelOf(currency).model.snapshot(),
    async adopt(currency, known, fitted, nowMs, pause) {
      const own = modelOf(currency)
      own.model.adopt(known, fitted)
      own.calibrations = await calibrate(currency, own, nowMs, pause)
    },
  }

  /**
   * On held prices: how much the expectation is to weigh against the comps so that the error is least, and how far
   * prices then are from the middle, by group, by marketplace and over all.
   */
  async function calibrate(
    currency: string,
    own: CurrencyModel,
    nowMs: number,
    pause: (() => Promise<void>) | undefined,
  ): Promise<CurrencyModel['calibrations']> {
    const trials = new Map<string, Trial[]>()
    for (const listingId of calibrationSample(currency)) {
      await pause?.()
      const comp = index.get(listingId)
      const known = held.get(listingId)
      const logPrice = own.model.mean(listingId)
      if (!comp || !known || logPrice === undefined) continue
      const expectation: Expectation = {
        logPrice,
        carry(compId) {
          const residual = own.model.residual(compId)
          return residual === undefined ? undefined : logPrice + residual
        },
        spread: own.model.spread(known.groupKey),
        calibration: () => uncalibrated,
      }
      const found = gather(index, comp, nowMs, expectation)
      if (found === null) continue
      const trial = expectationWeights.map((expectationWeight) => {
        const calibration = () => ({ ...uncalibrated, expectationWeight })
        const { logMiddle, spread } = corrected(found.evidence, currency, found.method, {
          ...expectation,
          calibration,
        })
        return { error: Math.log(comp.priceCents) - logMiddle, spread }
      })
      for (const key of [` ${known.groupKey}`, ` ${known.marketplace}`, '']) {
        const list = trials.get(found.method + key)
        if (list) list.push(trial)
        else trials.set(found.method + key, [trial])
      }
    }
    const calibrations = new Map<string, Calibration>()
    for (const [name, list] of trials) {
      if (list.length >= (name.includes(' ') ? calibrationGroupMin : calibrationMin)) {
        calibrations.set(name, calibrationOf(list))
      }
    }
    return calibrations
  }

  /** An even sample of each marketplace's listings. */
  function calibrationSample(currency: string): number[] {
    const byMarketplace = new Map<string, number[]>()
    for (const [listingId, known] of held) {
      if (known.currency !== currency) continue
      const list = byMarketplace.get(known.marketplace)
      if (list) list.push(listingId)
      else byMarketplace.set(known.marketplace, [listingId])
    }
    return [...byMarketplace.values()].flatMap((list) => {
      const count = Math.min(calibrationMax, list.length)
      return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]!)
    })
  }

  function groupOf(subject: { marketplace?: string | null; category: string }): string {
    return `${subject.marketplace ?? ''} ${subject.category}`
  }
}

/** A hash of 32 bits over what was observed, with the day of it. */
function signatureOf(priced: Priced): number {
  let hash = 0x811c_9dc5
  const take = (text: string) => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193)
    hash = Math.imul(hash ^ 0x1f, 0x0100_0193)
  }
  const { title, category, condition, basis, marketplace, siteCategory, brand, description } = priced
  for (const part of [title, category, condition, basis, marketplace, siteCategory, brand]) take(part ?? '')
  take(description?.slice(0, 1500) ?? '')
  for (const name of Object.keys(priced.attributes ?? {}).sort()) take(`${name}=${priced.attributes![name]}`)
  take(
    `${priced.photoCount} ${priced.priceCents} ${priced.currency} ${Math.floor(priced.observedAtMs / 86_400_000)}`,
  )
  return hash
}

/** One held price: its error and the spread under each of `expectationWeights`. */
type Trial = { error: number; spread: number }[]

function calibrationOf(trials: Trial[]): Calibration {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  expectationWeights.forEach((_, i) => {
    const loss = trials.reduce((sum, trial) => sum + Math.min(2, Math.abs(trial[i]!.error)), 0)
    if (loss >= least) return
    best = i
    least = loss
  })
  const errors = Float64Array.from(trials, (trial) => trial[best]!.error / trial[best]!.spread).sort()
  const count = errors.length
  // With the correction for small samples that makes a share hold for the next one.
  const at = (share: number) =>
    errors[Math.max(0, Math.min(count - 1, Math.round(share * (count + 1)) - 1))]! * together
  return { bounds: [at(0.1), at(0.9)], expectationWeight: expectationWeights[best]! }
}
