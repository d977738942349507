import type { Authorized } from '../../../core/actor.ts'
import { isPlaceholderPrice } from '../../../model/placeholder-price.ts'
import { discountFromValue } from '../../../model/price-against-value.ts'
import { readProductTitle, titleOfOnePiece } from '../../../model/product/title.ts'
import type { FairValue } from '../../../model/score-schema.ts'
import { type Said, saidAlone } from '../../../model/sentences/said.ts'
import { say } from '../../../model/sentences/sentences.ts'
import { comparisonTitle } from '../../comps/identity.ts'
import { isNotForSale } from '../../comps/title.ts'
import { reasonOf } from '../../score-sentences.ts'
import type { PiecesAppraisal } from '../pieces.ts'
import { openDetails } from './open-details.ts'
import { type Asked, understand, type ValueDeps } from './value-asked.ts'
import { compListings, compViews, type PricedListing } from './value-comps.ts'
import { notesOn, whyNot } from './value-reason.ts'
import type { ValueAnswer, ValueInput } from './value-schema.ts'
import { widened } from './value-vague.ts'
import { kindWords, saleRatioSentence, surenessOf, understoodSentence, valueSentence } from './value-words.ts'

/** What a thing is worth by comparable listings, with them and with what its words were taken for; never a made-up number. */
export async function answerValue(
  deps: ValueDeps,
  person: Authorized<'read'>,
  input: ValueInput,
): Promise<ValueAnswer> {
  await deps.db.transaction((tx) => deps.valuer.catchUp(tx))
  const nowMs = deps.clock.now().getTime()
  const understood = understand(deps, person, input)
  const best = isNotForSale(understood.identity.traits) ? null : bestAppraisal(deps, understood)
  const asked = best ? byEvidence(best.asked, best.appraisal) : understood
  // What none of its maker and model is known of may cost anything: the evidence is named, but makes no value.
  const unseen = best?.appraisal.isUnseen ? best.appraisal : null
  const found = unseen ? null : (best?.appraisal ?? null)
  const listings = found ? await compListings(deps, asked, found) : new Map<number, PricedListing>()
  const appraisal = found && { ...found, value: wholeValue(asked, found, listings) }
  const value = appraisal?.value ?? null
  const notes = notesOn(asked, appraisal, value !== null && value !== found?.value, nowMs)
  return {
    value: value && valueView(value),
    ...reasonIs(
      appraisal ? valueSentence(appraisal.value, appraisal.level, nowMs) : whyNot(deps, asked, unseen),
    ),
    understood: understoodView(asked),
    comps: appraisal ? compViews(asked, appraisal, listings, nowMs, input.compsMax) : [],
    openDetails: appraisal ? openDetails(asked, appraisal, listings) : [],
    saleRatio:
      appraisal?.saleRatio == null
        ? null
        : { ratio: rounded(appraisal.saleRatio), ...saleRatioSentence(appraisal.saleRatio) },
    price: priceView(asked, value, nowMs),
    notes: notes.map(({ sentence }) => sentence),
    notesSaid: notes.map(saidAlone),
  }
}

/** An answer's `reason` with what it says. */
export const reasonIs = (said: Said) => ({ reason: said.sentence, reasonSaid: saidAlone(said) })

/** In the currency that is named, else in the one in which the thing is known best. */
function bestAppraisal(deps: ValueDeps, asked: Asked): { asked: Asked; appraisal: PiecesAppraisal } | null {
  const currencies = asked.isCurrencyOpen
    ? [
        ...new Set([
          asked.currency,
          ...deps.valuer.holdings(asked.category, asked.input.demo, asked.person).map((one) => one.currency),
        ]),
      ]
    : [asked.currency]
  const found = currencies.slice(0, currenciesMax).flatMap((currency) => {
    const own = { ...asked, currency }
    const appraisal = appraise(deps, own)
    return appraisal ? [{ asked: own, appraisal }] : []
  })
  const rank = ({ appraisal }: (typeof found)[number]) => strengths.indexOf(appraisal.strength)
  return found.sort((a, b) => rank(a) - rank(b))[0] ?? null
}
const currenciesMax = 6
/** Best known first. */
const strengths: readonly PiecesAppraisal['strength'][] = [
  'many',
  'few',
  'one',
  'model',
  'namesake',
  'alike',
  'nameless',
  'maker',
  'stranger',
  'far',
  'category',
]

/** A category that the title did not tell, or told otherwise, is that of what is most alike. */
function byEvidence(asked: Asked, { category, value, isUnseen }: PiecesAppraisal): Asked {
  if (isUnseen || asked.categoryFrom === 'given' || category === 'other' || value.method === 'category')
    return asked
  return { ...asked, category, categoryFrom: 'inferred' }
}

function appraise(deps: ValueDeps, asked: Asked): PiecesAppraisal | null {
  const { person, input, category, condition, currency } = asked
  const appraisal = deps.valuer.appraise({
    ownerId: person,
    title: input.title,
    category,
    ...(asked.categoryFrom === 'given' && { isCategorySure: true }),
    condition,
    currency,
    marketplace: input.marketplace ?? null,
    siteCategory: input.siteCategory ?? null,
    brand: input.brand ?? null,
    description: input.description ?? null,
    ...(input.attributes && { attributes: input.attributes }),
    ...(input.basis && { basis: input.basis }),
    demo: input.demo,
    ...(input.exclude.length > 0 && { without: new Set(input.exclude) }),
  })
  // The whole of "other" is no category: its middle would be a number about nothing in particular.
  const isBaseless = asked.categoryFrom === 'unknown' && appraisal?.value.method === 'category'
  return isBaseless ? null : appraisal
}

/** A value as it is answered. */
export function valueView(value: FairValue): NonNullable<ValueAnswer['value']> {
  const { lowCents, midCents, highCents, currency, basis, method, count, confidence } = value
  return {
    lowCents,
    midCents,
    highCents,
    currency,
    basis,
    method,
    count,
    oldestAt: new Date(value.oldestAtMs).toISOString(),
    newestAt: new Date(value.newestAtMs).toISOString(),
    confidence,
    sureness: surenessOf(confidence),
  }
}

function understoodView(asked: Asked): ValueAnswer['understood'] {
  const { identity, category, categoryFrom, condition } = asked
  const { brand, model, generation, size, storageGb, year, material, quantity, traits } = identity
  return {
    category,
    categoryFrom,
    condition,
    brand,
    model,
    generation,
    size,
    storageGb: storageGb || null,
    year: year || null,
    material,
    quantity,
    kind: kindWords(traits),
    ...understoodSentence(identity, condition, categoryFrom === 'unknown' ? null : category),
  }
}

function wholeValue(
  { input, condition }: Asked,
  { value, comps, pieces }: PiecesAppraisal,
  listings: ReadonlyMap<number, PricedListing>,
): FairValue {
  const raw = comps.flatMap(({ listingId, weightShare }) => {
    const listing = listings.get(listingId)
    if (listing === undefined) return []
    const priceCents = Math.round(listing.priceCents * (pieces === null ? 1 : pieces.count / pieces.perComp))
    return { title: comparisonTitle(listing), condition: listing.condition, priceCents, weightShare }
  })
  const title = comparisonTitle(input)
  const words = pieces === null ? title : titleOfOnePiece(readProductTitle(title))
  return widened(value, words, condition, raw)
}

/** What is said of the price that is asked beside what the thing is worth. */
export function priceView(
  asked: Pick<Asked, 'priceCents' | 'currency' | 'condition'>,
  value: FairValue | null,
  nowMs: number,
): ValueAnswer['price'] {
  const { priceCents, currency, condition } = asked
  if (priceCents === null) return null
  const said = isPlaceholderPrice(priceCents, currency)
    ? say('score-price-typed', { priceCents, currency })
    : reasonOf(
        'price',
        {
          priceCents,
          shippingCents: 0,
          currency,
          condition,
          postedAtMs: nowMs,
          photoCount: 0,
          distanceKm: null,
          keywordMatch: null,
          value,
        },
        nowMs,
      )
  const discount = discountFromValue({ priceCents, currency, value })
  return { priceCents, currency, percentFromMid: discount === null ? null : -discount || 0, ...said }
}

const rounded = (value: number) => Math.round(value * 1000) / 1000
