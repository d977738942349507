import { authorized } from '../core/actor.ts'
import { dealsPage } from '../listings/deals/deals.ts'
import { oneListing } from '../listings/listing-pages.ts'
import type { ListingDetail, ListingView } from '../listings/schema.ts'
import { answerValue } from '../scoring/value/answer/value-answer.ts'
import { valueInputSchema } from '../scoring/value/answer/value-schema.ts'
import {
  type DealShown,
  listingInput,
  listingOutput,
  searchInput,
  searchOutput,
  valueOutput,
} from './schema.ts'
import { type Tool, tool } from './tool.ts'
import { descriptionUnitsMax, lineUnitsMax, type Marker, plainUrl } from './untrusted.ts'

/** More of these than an agent reads are not told. */
const attributesMax = 30
const compsMax = 10
const pricesMax = 20

function dealShown(view: ListingView, marks: Marker): DealShown {
  const { value, risk } = view
  return {
    listingId: view.id,
    title: marks.line(view.title),
    url: plainUrl(view.url),
    marketplace: view.marketplace,
    kind: view.kind,
    priceMeaning: view.priceMeaning,
    priceCents: view.priceCents,
    currency: view.currency,
    shippingCents: view.shippingCents,
    condition: view.condition,
    category: view.category,
    brand: marks.lineOrNull(view.brand),
    location: marks.lineOrNull(view.location),
    distanceKm: view.distanceKm,
    state: view.state,
    postedAt: view.postedAt,
    firstSeenAt: view.firstSeenAt,
    score: view.score,
    reason: view.reason,
    value: value && {
      lowCents: value.lowCents,
      midCents: value.midCents,
      highCents: value.highCents,
      currency: value.currency,
      basis: value.basis,
      count: value.count,
      confidence: value.confidence,
    },
    risk: { score: risk.score, level: risk.level },
    demo: view.demo,
  }
}

function listingShown(view: ListingDetail, marks: Marker) {
  const { description } = view
  return {
    ...dealShown(view, marks),
    description: description === null ? null : marks.text(description),
    descriptionIsCut: (description?.length ?? 0) > descriptionUnitsMax,
    conditionText: marks.lineOrNull(view.conditionText),
    attributes: Object.entries(view.attributes)
      .slice(0, attributesMax)
      .map(([name, value]) => ({ name: marks.line(name, 100), value: marks.line(value) })),
    // A sentence may quote the listing.
    scoreParts: view.scoreParts.map(({ name, points, pointsMax, sentence }) => {
      return { name, points, pointsMax, sentence: marks.line(sentence, lineUnitsMax) }
    }),
    riskSignals: view.riskSignals.map(({ name, sentence }) => {
      return { name, sentence: marks.line(sentence, lineUnitsMax) }
    }),
    profitCents: view.flipProfit?.profitCents ?? null,
    profitUnknown: view.profitUnknown,
    priceHistory: view.priceHistory.slice(-pricesMax),
    comps: view.comps.slice(0, compsMax).map((comp) => ({
      listingId: comp.id,
      title: marks.line(comp.title),
      url: plainUrl(comp.url),
      marketplace: comp.marketplace,
      priceCents: comp.priceCents,
      currency: comp.currency,
      condition: comp.condition,
      basis: comp.basis,
    })),
  }
}

/** Looking for deals, and what things are worth. */
export const dealTools: readonly Tool[] = [
  tool({
    name: 'search_deals',
    title: 'Search deals',
    description:
      'What is for sale now on the marketplaces that are watched, best deal score first, with price, fair value and risk. Amounts are in minor units (cents).',
    right: 'read',
    input: searchInput,
    output: searchOutput,
    async run({ listings }, actor, { words, kinds, category, marketplace, condition, ...query }, marks) {
      const found = await dealsPage(listings, authorized(actor, 'read'), {
        ...{ ...query, q: words, kind: kinds },
        category: category && [category],
        marketplace: marketplace === undefined ? undefined : [marketplace],
        condition: condition && [condition],
      })
      const items = found.items.map((view) => dealShown(view, marks))
      return { untrusted: marks.told, items, next: found.next }
    },
  }),
  tool({
    name: 'get_listing',
    title: 'One listing',
    description:
      'Everything about one listing: its description, the parts of its score, signs of a swindle, earlier prices and what its value rests on.',
    right: 'read',
    input: listingInput,
    output: listingOutput,
    async run({ listings }, actor, { listingId }, marks) {
      const found = await oneListing(listings, authorized(actor, 'read'), listingId)
      return { untrusted: marks.told, listing: listingShown(found, marks) }
    },
  }),
  tool({
    name: 'value_thing',
    title: 'What a thing is worth',
    description:
      'What a thing is worth by comparable listings, with an 80 % interval and the comparables; where too few are known the value is null and the reason says what would help.',
    right: 'read',
    input: valueInputSchema,
    output: valueOutput,
    async run({ value }, actor, input, marks) {
      const { comps, ...answer } = await answerValue(value, authorized(actor, 'read'), input)
      return {
        untrusted: marks.told,
        ...answer,
        comps: comps.slice(0, compsMax).map((comp) => ({
          ...comp,
          title: marks.line(comp.title),
          url: plainUrl(comp.url),
          // Names what differs in the comparable's own words.
          adjustments: marks.line(comp.adjustments, lineUnitsMax),
        })),
      }
    },
  }),
]
