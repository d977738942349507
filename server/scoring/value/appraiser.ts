import type { Category, Condition, PriceBasis } from '../../model/listing-schema.ts'
import { isPlaceholderPrice } from '../../model/placeholder-price.ts'
import type { FairValue } from '../../model/score-schema.ts'
import type { CompSubject, SimilarComp } from '../comps/comps.ts'
import { type CompIndex, createCompIndex, mostOf } from '../comps/comps.ts'
import { identityKey, type ModelName, modelName, voiceOf } from '../comps/exact.ts'
import { comparisonTitle, type Identity, ownPartOf } from '../comps/identity.ts'
import { signatureOf } from '../comps/signature.ts'
import { isNotForSale, titleTraits } from '../comps/title.ts'
import {
  featuresOf,
  fieldsOf,
  type Identities,
  identitiesOf,
  type PriceSubject,
} from '../price-model/features.ts'
import { createPriceModel, type KnownRows, type ModelSnapshot } from '../price-model/price-model.ts'
import type { Fitted } from '../price-model/price-net.ts'
import { tellingOf } from './calibration.ts'
import { learnedShifts, tableShift, tableShifts } from './condition.ts'
import { type CurrencyModel, expectationOf, groupOf, shiftTo } from './expectation.ts'
import { type Expectation, fairValueOf, type Gathered, gather, similarCompsMax } from './fair-value.ts'
import { countKeyOf, type Holding, holdingsOf } from './held-counts.ts'
import { createHeldListings } from './held-listings.ts'
import { calibrate, conditionResiduals, gapsOf } from './measuring.ts'
import { isUnseen } from './strength.ts'

/** A priced observation with everything about it that tells its price. */
export interface Priced extends PriceSubject {
  listingId: number
  priceCents: number
  currency: string
  /** When it was posted or, lacking that, first seen; epoch ms. */
  observedAtMs: number
  /** Whose evidence alone it is, which nothing is learned from; null = everybody's. */
  ownerId?: number | null
}

/** What is to be valued. `listingId` of a held one keeps it from being evidence for itself. */
export interface ValueQuery extends Omit<PriceSubject, 'basis'> {
  listingId?: number
  /** Listings that a person struck out: no evidence in this answer. */
  without?: ReadonlySet<number>
  currency: string
  /** For whom: their own comparables count beside those of the market, which alone count for null. */
  ownerId?: number | null
  /** The level that the value is wanted on; by default what sales tell where they are known, else what is asked. */
  basis?: PriceBasis
  /** The category is the site's or the asker's; by default it is where the site's category is told. */
  isCategorySure?: boolean
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
  /** That of most of the evidence. */
  category: Category
  strength: Gathered['strength']
  /** None of the comps is of the maker and model that are named, and little else is told: the value is no answer. */
  isUnseen: boolean
  /** Comps were carried over by what was learned of such prices; else only by their condition. */
  learned: boolean
}
type Features = ReturnType<typeof featuresOf>

export interface Appraiser {
  upsert(priced: Priced): void
  remove(listingId: number): void
  /** Observations held. */
  readonly size: number
  /** Null where there is too little to compare with, or the title offers nothing for sale. */
  estimate(query: ValueQuery, nowMs: number): FairValue | null
  appraise(query: ValueQuery, nowMs: number): Appraisal | null
  /** What `identityKey` reads of it. */
  keyOf(query: ValueQuery): Int32Array
  /** Observations by currency, most first, and how many of them are of that category: of the market and of a person. */
  holdings(category: Category, ownerId?: number | null): Holding[]
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
    pause?: () => Promise<void> | undefined,
  ): Promise<void>
}

/** What a value is made of. */
interface Prepared {
  own: CurrencyModel
  level: PriceBasis
  features: Features
  category: Category
  found: Gathered
  expectation: Expectation | null
  isUnseen: boolean
}

/** What a subject is, in the forms in which it is compared. */
interface Named {
  identities: Identities
  /** See `comparisonTitle`. */
  title: string
  /** `modelName` and `identityKey` of all that is told. */
  name: ModelName
  key: Int32Array
}

/** What was read of a subject, as far as it was asked for. */
interface Reading {
  subject: Partial<PriceSubject>
  named: Named
  features: Features | null
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

/** So many comps of the very thing tell its level. */
const levelExactMin = 3

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
  const held = createHeldListings()
  const readings = new Map<object, Reading>()

  function identify(subject: Omit<PriceSubject, 'basis'>): Named {
    const known = subject.attributes && readings.get(subject.attributes)
    if (known?.subject.title === subject.title && known.subject.brand === subject.brand) return known.named
    const identities = identitiesOf(subject)
    const name = modelName(identities.told)
    const title = comparisonTitle(subject)
    const named = { identities, title, name, key: identityKey(identities.told, name) }
    keep({ subject, named, features: null })
    return named
  }

  /** A listing is valued before it is written and becomes evidence after: it is read once for both. */
  function read(subject: PriceSubject): Features {
    const known = subject.attributes && readings.get(subject.attributes)
    if (known?.features && comparedFields.every((name) => known.subject[name] === subject[name]))
      return known.features
    const named = identify(subject)
    const features = featuresOf(subject, named.identities)
    keep({ subject, named, features })
    return features
  }

  function keep(reading: Reading): void {
    const key = reading.subject.attributes
    if (!key) return
    if (readings.size >= readingsMax && !readings.has(key)) readings.delete(readings.keys().next().value!)
    readings.set(key, reading)
  }

  function modelOf(currency: string): CurrencyModel {
    let own = currencies.get(currency)
    if (!own) {
      own = {
        model: createPriceModel(),
        calibrations: new Map(),
        counts: new Map(),
        shift: tableShifts,
        gaps: new Map(),
      }
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
    const { title, key } = identify(priced)
    const ownerId = priced.ownerId ?? undefined
    index.upsert(
      {
        listingId,
        ...(ownerId !== undefined && { ownerId }),
        title,
        category: priced.category,
        condition: conditionOf(priced.condition, features.identity),
        priceCents,
        currency,
        basis: priced.basis,
        observedAtMs: priced.observedAtMs,
        voice: voiceOf(priced),
      },
      key,
    )
    // An index that is full drops its oldest, which may be the one that just came.
    if (index.get(listingId) === undefined) {
      forget(listingId)
      return
    }
    const known = held.get(listingId)
    if (known && known.currency !== currency) forget(listingId)
    const { model, counts } = modelOf(currency)
    const countKey = countKeyOf(priced.category, priced.basis, ownerId)
    if (known?.countKey !== countKey || known.currency !== currency) {
      if (known && held.get(listingId) !== undefined)
        counts.set(known.countKey, counts.get(known.countKey)! - 1)
      counts.set(countKey, (counts.get(countKey) ?? 0) + 1)
    }
    const groupKey = groupOf(priced)
    const marketplace = priced.marketplace ?? ''
    const [ownFrom, ownTo] = ownPartOf(title, priced.title)
    held.set(listingId, { signature, ownerId, currency, marketplace, countKey, groupKey, ownFrom, ownTo })
    if (ownerId !== undefined) return
    // What the condition is worth is known by the table and by what is learned of it alone.
    const logPrice = Math.log(priceCents) - tableShift(conditionOf(priced.condition, features.identity))
    model.upsert(listingId, features, logPrice, groupKey)
  }

  function prepare(query: ValueQuery, nowMs: number): Prepared | null {
    const own = currencies.get(query.currency)
    if (!own) return null
    const { identities, title, name, key } = identify(query)
    const identity = identities.told
    if (isNotForSale(identity.traits)) return null
    const condition = conditionOf(query.condition, identity)
    const base: CompSubject = {
      ...(query.listingId !== undefined && { listingId: query.listingId }),
      ...(query.without && { without: query.without }),
      ...{ title, name, key },
      category: query.category,
      condition,
      currency: query.currency,
      ...(query.ownerId != null && { ownerId: query.ownerId }),
      isGuess: !(query.isCategorySure ?? Boolean(query.siteCategory)),
    }
    const { level, similar } = levelOf(own, query, base, nowMs)
    const category = base.isGuess ? (mostOf(similar) ?? query.category) : query.category
    const subject = { ...base, category, basis: level }
    const asked = { ...query, category, basis: level }
    const features = read(asked)
    const told = fieldsOf(asked)
    const expectation = expectationOf(own, own.model.expected(features, query.listingId, told), {
      group: groupOf(asked),
      marketplace: query.marketplace ?? '',
      level,
      told,
      category,
      condition,
    })
    const found = gather(index, subject, nowMs, expectation, { similar, shift: shiftTo(own, condition) })
    return (
      found && {
        own,
        level,
        features,
        category,
        found,
        expectation,
        isUnseen: isUnseen(found.strength, identity, {
          isWhole: tellingOf(told) === 'full',
          isGuess: Boolean(base.isGuess),
          categories: [query.category, category],
        }),
      }
    )
  }

  /**
   * Asked and sold prices never meet in one value. Where the level is left open it is that of sales where three of the
   * very thing are known, else what is asked for it, else the level with more that is alike.
   */
  function levelOf(own: CurrencyModel, query: ValueQuery, subject: CompSubject, nowMs: number) {
    const similarAt = (basis: PriceBasis) => index.similar({ ...subject, basis }, nowMs, similarCompsMax)
    if (query.basis !== undefined) {
      const similar = similarAt(query.basis)
      return { level: query.basis, similar }
    }
    const both = bases.map((level) => ({ level, similar: similarAt(level) }))
    const [asking, sold] = both as [(typeof both)[number], (typeof both)[number]]
    const exact = ({ similar }: { similar: SimilarComp[] }) =>
      similar.filter(({ sameness }) => sameness === 'exact').length
    if (exact(sold) >= levelExactMin) return sold
    if (exact(asking) >= levelExactMin || exact(asking) > exact(sold)) return asking
    const alike = ({ level, similar }: { level: PriceBasis; similar: SimilarComp[] }) =>
      similar.reduce((sum, { similarity }) => sum + similarity ** 2, 0) +
      (own.counts.get(`${subject.category} ${level}`) ?? 0) * 1e-6
    return alike(sold) > alike(asking) ? sold : asking
  }

  /** What sales fetch of asking prices for such a thing. */
  function saleRatio(own: CurrencyModel, category: string): number | null {
    const gap = own.gaps.get(category)
    return gap === undefined ? null : Math.exp(gap)
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
      const prepared = prepare(query, nowMs)
      return prepared && !prepared.isUnseen ? valueFor(prepared, query.currency) : null
    },
    appraise(query, nowMs) {
      const prepared = prepare(query, nowMs)
      if (!prepared) return null
      const { own, level, features, category, found, expectation, isUnseen } = prepared
      let total = 0
      for (const { weight } of found.evidence) total += weight
      return {
        value: valueFor(prepared, query.currency),
        comps: found.evidence.map(({ comp, similarity, sameness, logPrice, ownLogPrice, weight }) => ({
          listingId: comp.listingId,
          similarity,
          weightShare: weight / total,
          adjustedCents: Math.max(1, Math.round(Math.exp(sameness === 'exact' ? ownLogPrice : logPrice))),
        })),
        saleRatio: saleRatio(own, category),
        understood: features.identity,
        level,
        category,
        strength: found.strength,
        isUnseen,
        learned: expectation !== null,
      }
    },
    keyOf: (query) => identify(query).key,
    holdings: (category, ownerId) => holdingsOf(currencies, category, ownerId ?? undefined),
    isRaw: (currency, more) => modelOf(currency).model.isRaw(more),
    due: () => [...currencies].filter(([, { model }]) => model.due).map(([currency]) => currency),
    snapshot: (currency) => modelOf(currency).model.snapshot(),
    async adopt(currency, known, fitted, nowMs, pause) {
      const own = modelOf(currency)
      own.model.adopt(known, fitted)
      const world = { index, held, currency, own }
      own.shift = learnedShifts(conditionResiduals(world))
      own.calibrations = await calibrate(world, nowMs, pause)
      own.gaps = gapsOf(world, nowMs)
    },
  }
}

function valueFor({ found, expectation }: Prepared, currency: string): FairValue {
  return fairValueOf(found, currency, expectation)
}

/** The condition that is told, or that a broken thing has by its title. */
function conditionOf(condition: Condition | null, identity: Identity): Condition | null {
  return condition ?? ((identity.traits & titleTraits.broken) !== 0 ? 'for-parts' : null)
}
