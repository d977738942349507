import type { Comp } from '../../model/score-schema.ts'
import { type CompIndex, type CompSubject, mostOf } from '../comps/comps.ts'
import { identityKey, modelName } from '../comps/exact.ts'
import { identityByTitle } from '../comps/identity.ts'
import { titleTraits } from '../comps/title.ts'
import { fields } from '../price-model/features.ts'
import { createTrials, tellings } from './calibration.ts'
import type { ConditionResidual } from './condition.ts'
import { type CurrencyModel, expectationOf, groupOf, namesOf, shiftTo } from './expectation.ts'
import { gather, similarCompsMax } from './fair-value.ts'
import type { Held, HeldListings } from './held-listings.ts'

/** Everything that is held of one currency, among others. */
export interface World {
  index: CompIndex
  held: HeldListings
  currency: string
  own: CurrencyModel
}

/** Held prices of each marketplace that intervals are measured on, and the fewest that stand for a group. */
const calibrationMax = 400
const toldLessMax = 300
/** Fewer sales or asking prices than this of a category tell nothing about the gap between them. */
const gapCountMin = 20

const gapPairsMax = 200
/** How far prices are from what is expected whatever their condition. */
export function conditionResiduals({ index, held, currency, own }: World): ConditionResidual[] {
  const rows: ConditionResidual[] = []
  for (const [listingId, known] of held.entries()) {
    if (known.currency !== currency || known.ownerId !== undefined) continue
    const residual = own.model.residual(listingId)
    const comp = index.get(listingId)
    if (residual !== undefined && comp) rows.push({ ...comp, residual })
  }
  return rows
}

/**
 * On held prices, asked with all that is told of them and with less: how much the expectation is to weigh against the
 * comps so that the error is least, and how far prices then are from the middle, by group, by marketplace and over all.
 */
export async function calibrate(
  world: World,
  nowMs: number,
  pause: (() => Promise<void> | undefined) | undefined,
): Promise<CurrencyModel['calibrations']> {
  const { index, held, own } = world
  const trials = createTrials()
  for (const isWhole of [true, false]) {
    for (const listingId of calibrationSample(world, isWhole ? calibrationMax : toldLessMax)) {
      await pause?.()
      const comp = index.get(listingId)
      const known = held.get(listingId)
      if (!comp || !known) continue
      const subject = heldSubject(index, comp, known, isWhole)
      const similar = index.similar(subject, nowMs, similarCompsMax)
      for (const telling of isWhole ? (['full'] as const) : (['title', 'described'] as const)) {
        // As it would be guessed of a question; where that is wrong, what the category tells is left out.
        const category = isWhole ? comp.category : (mostOf(similar) ?? comp.category)
        const about = {
          group: isWhole ? known.groupKey : groupOf({ category }),
          marketplace: known.marketplace,
          level: comp.basis,
          told: tellings[telling] | (category === comp.category ? fields.category : 0),
          category,
          condition: subject.condition,
        }
        const expectation = expectationOf(own, own.model.expectedOf(listingId, about.told), about)
        if (expectation === null) continue
        const found = gather(index, subject, nowMs, expectation, {
          similar,
          shift: shiftTo(own, subject.condition),
        })
        if (found === null) continue
        const names = namesOf(found.strength, about)
        trials.add(names, found, expectation, Math.log(comp.priceCents))
      }
    }
  }
  return trials.calibrations()
}

/** A held listing as it would be asked about, with all that is told of it or by its title alone. */
function heldSubject(index: CompIndex, comp: Comp, known: Held, isWhole: boolean): CompSubject {
  if (isWhole) {
    return {
      ...comp,
      key: index.keyOf(comp.listingId)!,
      // Seldom asked for, and read anew for most.
      get name() {
        return modelName(identityByTitle(comp.title))
      },
    }
  }
  const title = comp.title.slice(known.ownFrom, known.ownTo)
  const identity = identityByTitle(title)
  return {
    ...comp,
    title,
    condition: (identity.traits & titleTraits.broken) !== 0 ? 'for-parts' : null,
    isGuess: true,
    key: identityKey(identity),
    name: modelName(identity),
  }
}

/** Of the same things only: what is asked for other things tells nothing of what these sell for. */
export function gapsOf({ index, held, currency, own }: World, nowMs: number): Map<string, number> {
  const logs = new Map<string, number[]>()
  for (const [listingId, known] of held.entries()) {
    const comp = index.get(listingId)
    if (known.currency !== currency || known.ownerId !== undefined || comp?.basis !== 'sold') continue
    const list = logs.get(comp.category) ?? []
    logs.set(comp.category, list)
    if (list.length >= gapPairsMax || (own.counts.get(`${comp.category} asking`) ?? 0) < gapCountMin) continue
    const subject: CompSubject = { ...comp, basis: 'asking', key: index.keyOf(listingId)! }
    const shift = shiftTo(own, comp.condition)
    const exact = index
      .similar(subject, nowMs, similarCompsMax)
      .filter(({ sameness }) => sameness === 'exact')
      .map(({ comp }) => Math.log(comp.priceCents) + shift(comp))
      .sort((a, b) => a - b)
    if (exact.length > 0) list.push(Math.log(comp.priceCents) - exact[exact.length >> 1]!)
  }
  return new Map(
    [...logs].flatMap(([category, list]) =>
      list.length < gapCountMin ? [] : [[category, list.sort((a, b) => a - b)[list.length >> 1]!]],
    ),
  )
}

/** An even sample of each marketplace's listings. */
function calibrationSample({ held, currency }: World, max: number): number[] {
  const byMarketplace = new Map<string, number[]>()
  for (const [listingId, known] of held.entries()) {
    if (known.currency !== currency || known.ownerId !== undefined) continue
    const list = byMarketplace.get(known.marketplace)
    if (list) list.push(listingId)
    else byMarketplace.set(known.marketplace, [listingId])
  }
  return [...byMarketplace.values()].flatMap((list) => {
    const count = Math.min(max, list.length)
    return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]!)
  })
}
