import { formatMoney, minorDigits } from '../core/money.ts'
import type { FairValue } from '../scoring/schema.ts'
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
const confidenceMin = 0.5
/** An offer inside the usual range is at least this share of the asking price; above it at least `floorAbove`. */
const floorInside = 0.7
const floorAbove = 0.5
const mild = 0.1
const carefulMax = 0.1
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

/** The logic of docs/quick-message.md: a first offer from the interval of fair value and the time on the market. */
export function openingOffer(facts: OfferFacts): OpeningOffer | NoOffer {
  const { priceCents, currency, value } = facts
  if (facts.state === 'sold' || facts.state === 'gone') return none('It is no longer for sale.')
  if (priceCents === 0)
    return { none: 'It is given away: ask for it politely, there is nothing to offer.', free: true }
  if (priceCents === null) return none('It states no price: ask for that first.')
  if (currency === null) return none('Nobody said which currency the price is in: ask for that first.')
  const money = (cents: number) => formatMoney(cents, currency)
  const usable = value !== null && value.currency === currency && isInterval(value) ? value : null
  const isWeak = usable !== null && (usable.method === 'category' || usable.confidence < confidenceMin)
  if (facts.buyingFormat === 'auction') {
    return none(
      usable && !isWeak
        ? `It is an auction: bids decide, not messages. Comparable ones are worth about ${money(usable.midCents)}.`
        : 'It is an auction: bids decide, not messages.',
    )
  }
  if (facts.isPlaceholder) {
    return none(
      `Its price of ${money(priceCents)} looks typed only because a form wanted one: ask for the real price.`,
    )
  }

  const asking = (reason: string, sentences: string[] = []): OpeningOffer => ({
    offerCents: priceCents,
    walkAwayCents: priceCents,
    style: 'asking',
    reason,
    sentences: [...sentences, ...about(facts)],
  })
  const stance = firmness(`${facts.title}\n${facts.description ?? ''}`, facts.buyingFormat)
  const evidence = usable === null ? [] : [evidenceSentence(usable, money)]
  if (stance === 'firm') {
    const isDear = usable !== null && !isWeak && priceCents > usable.highCents
    return asking(
      'The seller says that the price stands: pay it or leave it, do not haggle.',
      isDear
        ? [...evidence, `It asks more than nearly all comparable ones: leaving it is the better choice.`]
        : evidence,
    )
  }

  const share = patience(facts)
  const limited = stance === 'careful' ? Math.min(share, carefulMax) : share
  const under = (targetCents: number, floor: number, walkAwayCents: number, reason: string): OpeningOffer => {
    const offerCents = humanOffer(targetCents, priceCents, priceCents * floor, currency)
    return {
      offerCents,
      walkAwayCents: Math.min(priceCents, Math.max(offerCents, walkAwayCents)),
      style: offerCents === priceCents ? 'asking' : 'under',
      reason,
      sentences: [
        ...evidence,
        ...(stance === 'careful' ? ['The seller takes offers but asks for no low ones.'] : []),
        ...about(facts),
        offerCents === priceCents
          ? 'The offer is the asking price: less would be no amount that people say.'
          : `The offer is ${Math.round((1 - offerCents / priceCents) * 100)} % under the asking price.`,
      ],
    }
  }

  if (usable === null || isWeak) {
    return under(
      priceCents * (1 - mild),
      floorInside,
      priceCents,
      usable === null
        ? 'There is too little to compare it with: a mild 10 % under the asking price.'
        : 'What it can be compared with says little: a mild 10 % under the asking price.',
    )
  }
  if (priceCents <= usable.lowCents) {
    return asking(
      'It asks no more than the cheapest comparable ones: take the bargain, do not haggle.',
      evidence,
    )
  }
  if (priceCents <= usable.highCents) {
    const target = Math.max(Math.min(priceCents * (1 - limited), usable.midCents), usable.lowCents)
    return under(
      stance === 'careful' ? Math.max(target, priceCents * (1 - carefulMax)) : target,
      floorInside,
      usable.midCents,
      'It asks what comparable ones ask: somewhat under that, the more so the longer it has been for sale.',
    )
  }
  if (usable.midCents < priceCents * floorAbove) {
    return none(
      `It asks more than twice what comparable ones are worth (about ${money(usable.midCents)}): an offer at that would only annoy. Wait for the price to fall.`,
    )
  }
  return under(
    usable.midCents * (1 - (limited - base) / 2),
    floorAbove,
    usable.midCents,
    'It asks more than nearly all comparable ones: the offer starts from what those are worth, not from its price.',
  )
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
