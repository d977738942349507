import { formatMoney, minorDigits } from '../core/money.ts'
import type { OfferKind, PriceMeaning } from '../model/offer/kinds.ts'
import type { FairValue } from '../model/score-schema.ts'
import { firmness } from './firmness.ts'
import type { OfferFacts } from './schema.ts'

export interface OpeningOffer {
  /** Never above the asking price. */
  offerCents: number
  /** What to pay at most; from the offer to the asking price. */
  walkAwayCents: number
  /** `asking` = the asking price is offered and there is no haggling. */
  style: 'asking' | 'under'
  reason: string
  /** What it rests on, with its figures. */
  sentences: string[]
}

export interface NoOffer {
  none: string
  /** It is given away: ask, do not offer. */
  free: boolean
}

/** Below this a value says too little to anchor an offer on. */
const confidenceMin = 0.6
const countMin = 3
/** No offer is a smaller share of the asking price: less insults, and the answer is silence. */
const floor = 0.7
/** The same where the price is within what comparable ones ask. */
const usualFloor = 0.8
/** The same where the value is not sure. */
const unsureFloor = 0.85
/** The same where the seller asks for no low offers. */
const carefulFloor = 0.9
/** A price up to here, of the middle, is fair. */
const fairShare = 1.05
const mild = 0.1
const base = 0.05
const perDrop = 0.02
const dropsMax = 3
/** Days on the market → share of the price; straight between, level after. */
const daysCurve: [days: number, share: number][] = [
  [0, 0],
  [7, 0.02],
  [14, 0.04],
  [30, 0.07],
  [60, 0.09],
]

const notSold: Partial<Record<OfferKind, string>> = {
  wanted: 'It is wanted, not offered: there is nothing to buy.',
  rental: 'It is let, not sold: ask for the terms.',
  service: 'It is a service: ask what it costs for you.',
  trade: 'It is offered in exchange, not for money: ask what is wanted for it.',
  fake: 'Its words say that it is a copy: an offer would take it for the real thing.',
}
const noPrice: Partial<Record<PriceMeaning, string>> = {
  placeholder: 'was typed only because a form wanted one',
  periodic: 'is a rate or a deposit, not the price of the thing',
  unit: 'is for one of several',
  offers: 'stands where offers are asked for',
}

type Usable = FairValue | null

/** The logic of docs/quick-message.md: a first offer from the interval of fair value and the time on the market. */
export function openingOffer(facts: OfferFacts): OpeningOffer | NoOffer {
  const { priceCents, currency, value } = facts
  const usable = value !== null && value.currency === currency && isInterval(value) ? value : null
  const sure = usable !== null && isSure(usable, facts) ? usable : null
  const refusal = whyNone(facts, sure)
  if (refusal !== null) return refusal
  if (priceCents === null || currency === null) return none('It states no price: ask for that first.')

  const money = (cents: number) => formatMoney(cents, currency)
  const evidence = usable === null ? [] : [evidenceSentence(usable, money)]
  const asking = (reason: string, sentences: string[] = evidence): OpeningOffer => ({
    offerCents: priceCents,
    walkAwayCents: priceCents,
    style: 'asking',
    reason,
    sentences: [...sentences, ...about(facts)],
  })
  const stance = firmness(`${facts.title}\n${facts.description ?? ''}`, facts.buyingFormat)
  const isCareful = stance === 'careful'
  const isAbove = sure !== null && priceCents > sure.highCents
  const least = isCareful ? carefulFloor : sure === null ? unsureFloor : isAbove ? floor : usualFloor
  if (sure !== null && priceCents <= sure.midCents * fairShare) {
    return asking(
      priceCents <= sure.lowCents
        ? 'It asks no more than the cheapest comparable ones: pay what is asked, do not haggle.'
        : 'Its price is fair by comparable ones: pay what is asked.',
    )
  }
  if (sure !== null && isAbove && sure.midCents < priceCents * least) {
    return none(
      `It is expensive: it asks ${money(priceCents)}, and comparable ones are worth about ${money(sure.midCents)}. An offer near that would only annoy. Wait for the price to fall.`,
    )
  }
  if (stance === 'firm') {
    return asking(
      'The seller says that the price stands: pay it or leave it, do not haggle.',
      isAbove
        ? [...evidence, 'It asks more than nearly all comparable ones: leaving it is the better choice.']
        : evidence,
    )
  }

  const under = (targetCents: number, walkAwayCents: number, why: string, how: string): OpeningOffer => {
    const step = humanStep(priceCents, currency)
    const offerCents = humanOffer(targetCents, priceCents, priceCents * least, currency)
    return {
      offerCents,
      walkAwayCents: Math.min(priceCents, Math.max(offerCents, Math.round(walkAwayCents / step) * step)),
      style: offerCents === priceCents ? 'asking' : 'under',
      reason: `${why}: ${offerCents === priceCents ? 'pay what is asked, as less would be no amount that people say.' : how}`,
      sentences: [
        ...evidence,
        ...(isCareful ? ['The seller takes offers but asks for no low ones.'] : []),
        ...about(facts),
        ...(offerCents === priceCents
          ? []
          : [`The offer is ${Math.round((1 - offerCents / priceCents) * 100)} % under the asking price.`]),
      ],
    }
  }
  if (sure === null) {
    return under(
      priceCents * (1 - mild),
      priceCents,
      usable === null
        ? 'What it is worth is not known'
        : `What it is worth is not sure (${unsureOf(usable, facts)})`,
      'a modest 10 % under the asking price, as is usual.',
    )
  }
  const share = patience(facts)
  if (!isAbove) {
    return under(
      Math.min(priceCents * (1 - share), sure.midCents),
      sure.midCents,
      'It asks what the more expensive of the comparable ones ask',
      'somewhat under that, the more so the longer it has been for sale.',
    )
  }
  return under(
    Math.min(priceCents * (1 - share), sure.midCents * (1 - (share - base) / 2)),
    sure.midCents,
    'It is expensive, as it asks more than nearly all comparable ones',
    'the offer starts from what those are worth, not from its price.',
  )
}

/** What is no offer whatever the value says; null = nothing speaks against one. */
function whyNone(facts: OfferFacts, sure: Usable): NoOffer | null {
  const { priceCents, currency, offered } = facts
  if (facts.state === 'sold' || facts.state === 'gone') return none('It is no longer for sale.')
  const kind = notSold[offered.kind]
  if (kind !== undefined) return none(kind)
  if (offered.price === 'free')
    return { none: 'It is given away: ask for it politely, there is nothing to offer.', free: true }
  if (priceCents === null) return none('It states no price: ask for that first.')
  if (currency === null) return none('Nobody said which currency the price is in: ask for that first.')
  const money = (cents: number) => formatMoney(cents, currency)
  if (facts.buyingFormat === 'auction') {
    const worth = sure === null ? '' : ` Comparable ones are worth about ${money(sure.midCents)}.`
    return none(`It is an auction: bids decide, not messages.${worth}`)
  }
  const meaning = noPrice[offered.price]
  if (meaning !== undefined)
    return none(`Its price of ${money(priceCents)} ${meaning}: ask for the real price.`)
  return priceCents > 0 ? null : none('It states no price: ask for that first.')
}

/** Whether a value is that of this thing and to be relied on. */
function isSure({ method, confidence, count }: FairValue, { offered, condition }: OfferFacts): boolean {
  return (
    method === 'similar' &&
    confidence >= confidenceMin &&
    count >= countMin &&
    offered.kind === 'thing' &&
    condition !== 'for-parts'
  )
}

function unsureOf({ method, confidence }: FairValue, { offered, condition }: OfferFacts): string {
  if (offered.kind !== 'thing' || condition === 'for-parts') return 'the comparable ones are whole things'
  if (method === 'category') return 'only the whole category is known'
  return confidence < confidenceMin ? `confidence ${Math.round(confidence * 100)} %` : 'too few are known'
}

const none = (reason: string): NoOffer => ({ none: reason, free: false })

function isInterval({ lowCents, midCents, highCents }: FairValue): boolean {
  return lowCents > 0 && lowCents <= midCents && midCents <= highCents
}

/** The share of the price to start under it: 5 %, up to 9 % more for days and 6 % for price drops. */
function patience({ daysOnMarket, priceDropCount }: OfferFacts): number {
  const drops = Math.min(dropsMax, Math.max(0, priceDropCount || 0))
  return base + curve(Math.max(0, daysOnMarket || 0)) + drops * perDrop
}

function curve(days: number): number {
  const index = daysCurve.findIndex(([until]) => days <= until)
  if (index === -1) return daysCurve.at(-1)![1]
  if (index === 0) return daysCurve[0]![1]
  const [[fromDays, from], [toDays, to]] = [daysCurve[index - 1]!, daysCurve[index]!]
  return from + ((days - fromDays) / (toDays - fromDays)) * (to - from)
}

/**
 * An amount that people say, near the target: a multiple of 1, 5, 10, 50 … whole units, the largest that is at most
 * 7 % of the asking price (half units for what asks less than 5). From the floor to the asking price.
 */
export function humanOffer(
  targetCents: number,
  askingCents: number,
  floorCents: number,
  currency: string,
): number {
  const step = humanStep(askingCents, currency)
  const candidates = [
    Math.round(targetCents / step) * step,
    Math.floor(targetCents / step) * step,
    Math.ceil(floorCents / step) * step,
  ]
  return candidates.find((cents) => cents > 0 && cents >= floorCents && cents < askingCents) ?? askingCents
}

function humanStep(askingCents: number, currency: string): number {
  const unit = 10 ** minorDigits(currency)
  if (askingCents < 5 * unit) return Math.max(1, unit / 2)
  let step = unit
  for (let factor = 5; step * factor <= askingCents * 0.07; factor = factor === 5 ? 2 : 5) step *= factor
  return step
}

function evidenceSentence(value: FairValue, money: (cents: number) => string): string {
  const what = value.basis === 'sold' ? 'sold for' : value.basis === 'asking' ? 'ask' : 'ask or sold for'
  const kind = value.method === 'category' ? 'Things of the same category' : 'Comparable ones'
  return `${kind} ${what} ${money(value.lowCents)} to ${money(value.highCents)}, the middle is ${money(value.midCents)} (${value.count} of them).`
}

function about({ daysOnMarket, priceDropCount, condition }: OfferFacts): string[] {
  const days = Math.floor(Math.max(0, daysOnMarket || 0))
  return [
    ...(days >= 7 ? [`It has been for sale for ${days} days.`] : []),
    ...(priceDropCount > 0
      ? [`Its price fell ${priceDropCount === 1 ? 'once' : `${priceDropCount} times`} already.`]
      : []),
    ...(condition === null ? ['Its condition is not stated: ask before you commit.'] : []),
    ...(condition === 'for-parts' ? ['It is sold for parts: ask what works.'] : []),
  ]
}
