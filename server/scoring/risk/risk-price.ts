import { minorDigits } from '../../core/money.ts'
import { isPlaceholderPrice } from '../../model/placeholder-price.ts'
import type { RiskSubject } from '../../model/risk.ts'
import type { FairValue } from '../../model/score-schema.ts'
import { say } from '../../model/sentences/sentences.ts'
import { along, type Curve } from '../curve.ts'
import { type Add, known } from './risk-figures.ts'
import type { Goods } from './risk-goods.ts'
import { isDeniedState } from './risk-negation.ts'
import type { RiskText } from './risk-text.ts'

/** By price ÷ low end of the interval. Bait must be believable: a tenth of the value is a slip, or another thing. */
const priceCurve: Curve = [0.05, 0.08, 0.15, 0.25, 0.25, 0.5, 0.35, 0.43, 0.5, 0.28, 0.65, 0.12, 0.8, 0]
/** By price ÷ middle value of what is said to be new. */
const newCurve: Curve = [0.1, 0.08, 0.25, 0.38, 0.5, 0.33, 0.6, 0.26, 0.75, 0]
/** By the middle value in whole dollars or alike: nobody builds a swindle round a $20 lamp. */
const stakeCurve: Curve = [50, 0.2, 250, 1]
/** What is picked up by van is often all but given away, and an old car is cheap for a reason that its text leaves out. */
const bulkyStakeCurve: Curve = [150, 0.2, 600, 1]
const vehicleStakeCurve: Curve = [3000, 0.2, 10_000, 1]
/** Weights of what a price tells; the reasons are in docs/risk.md. */
export const priceWeights = {
  'price-below-interval': priceCurve,
  'price-implausible': 0.3,
  'price-bait': 0.12,
  'new-at-low-price': newCurve,
} as const

/** A value with less behind it is no measure for a price. */
const sureConfidenceMin = 0.7
const sureCountMin = 5
/** High ÷ low end: prices farther apart are those of different things. */
const sureSpanMax = 2.5
const farBelowShare = 0.7

/** The value that a price can be held against; null = it is not sure, is that of other things, or the text says why. */
function sureValue(subject: RiskSubject, read: RiskText, goods: Goods): FairValue | null {
  const { value, currency, condition } = subject
  if (value === null || value.currency !== currency || !(value.lowCents > 0)) return null
  if (value.method !== 'similar' || !(value.confidence >= sureConfidenceMin)) return null
  if (value.count < sureCountMin || condition === 'for-parts' || goods.accessory) return null
  const { kind, price } = goods.offered()
  return kind === 'thing' && price === 'asked' && !tellsFault(read) ? value : null
}

const faultWords =
  / (?:cracks?|cracked|shattered|broken|damaged?|faulty|(?:some |has |have |an? )?(?:issues?|problems?) (?:with|is|are|when)|needs? (?:a |an |some |new |work|repairs?|fixing|tlc)[^ ]*|ticking|leaks?|leaking|not work(?:ing)?|doesnt work|kaputt|defekt|casse|roto|rotto|kapot|uszkodzon[ya]) /g
const faultsMax = 12

/** A fault that is told of is reason enough for a low price. */
function tellsFault({ text, titleText }: RiskText): boolean {
  faultWords.lastIndex = 0
  for (let i = 0; i < faultsMax; i++) {
    const found = faultWords.exec(text)
    if (found === null) return false
    const end = found.index + found[0].length
    faultWords.lastIndex = end - 1
    if (!isDeniedState(text, found.index, end, found.index < titleText.length)) return true
  }
  return false
}

/** Costly, and asked for far less than it is surely worth. */
export function isFarBelow(subject: RiskSubject, read: RiskText, goods: Goods): boolean {
  const { priceCents } = subject
  if (priceCents === null || !goods.costly || !(priceCents > 0)) return false
  const value = sureValue(subject, read, goods)
  return value !== null && priceCents <= value.midCents * farBelowShare
}

const newThing =
  / (?:brand new|sealed|unopened|never opened|neu ovp|originalverpackt|precintad[oa]|sin abrir|neuf sous blister|sigillat[oa]) /
/** Further down, "brand new" is mostly said of a part: tyres, a battery, a charger. */
const newInText =
  / (?:(?:factory |still |new |box )sealed|never opened|(?<! (?:looks?|like|almost|practically|nearly|as|basically)(?: like)? )brand new (?:in (?:the )?box|sealed|never|unused|unopened|phone|[.,])|neu ovp|originalverpackt|precintad[oa]|sin abrir|neuf sous blister|sigillat[oa]) /
const sealedFrom = 150
const vehicleTrust = 0.6
const vehicleCentsMin = 10_000
const bargainDaysMax = 14

/** What the price tells beside the fair value and the text. */
export function addPrice(
  subject: RiskSubject,
  read: RiskText,
  goods: Goods,
  nowMs: number | undefined,
  add: Add,
): void {
  const { priceCents, currency, value } = subject
  if (priceCents === null || currency === null || known(priceCents) === null) return
  // Nobody sells a car for $15: it stands for 15,000 or for nothing.
  const isUnreal =
    priceCents === 0 ||
    isPlaceholderPrice(priceCents, currency) ||
    (goods.vehicle && goods.amount !== null && priceCents < vehicleCentsMin)
  const other = isUnreal ? amountIn(read.folded) : null
  if (other !== null && subject.category !== 'free') {
    add(
      'price-bait',
      priceWeights['price-bait'],
      say('risk-price-unreal', { priceCents, currency, quote: other }),
    )
  }
  if (isUnreal) return
  const sure = sureValue(subject, read, goods)
  if (sure !== null && sure.highCents <= sure.lowCents * sureSpanMax && goods.isExact()) {
    const named = askedInText(read.folded, priceCents, currency)
    if (named !== null) {
      add(
        'price-bait',
        priceWeights['price-bait'],
        say('risk-price-other', { priceCents, currency, quote: named }),
      )
      return
    }
    const stakes = goods.vehicle ? vehicleStakeCurve : goods.bulky ? bulkyStakeCurve : stakeCurve
    const stake = goods.amount === null ? 1 : along(stakes, sure.midCents / 100)
    // What a car is worth hangs on much that no title tells.
    const trust = (0.3 + 0.7 * Math.min(1, sure.confidence)) * (goods.vehicle ? vehicleTrust : 1)
    const ratio = priceCents / sure.lowCents
    const belowPct = Math.min(99, Math.round((1 - ratio) * 100))
    const weight = along(priceCurve, ratio) * stake * trust
    // True bargains are gone within days.
    const daysUp = nowMs === undefined ? 0 : Math.floor((nowMs - subject.postedAtMs) / 86_400_000)
    const lasting = ratio < 0.5 && daysUp >= bargainDaysMax
    if (weight > 0)
      add(
        'price-below-interval',
        weight * (lasting ? 1.2 : 1),
        say('risk-price-below', {
          ...{ priceCents, lowCents: sure.lowCents, currency, belowPct },
          ...{ isSold: sure.basis === 'sold', days: lasting ? daysUp : null },
        }),
      )
    if (ratio < 1 && (goods.amount ?? 0) >= sealedFrom && !goods.bulky && isSaidNew(subject, read)) {
      const sharePct = Math.round((priceCents / sure.midCents) * 100)
      add(
        'new-at-low-price',
        along(newCurve, priceCents / sure.midCents) * trust,
        say('risk-price-new', { priceCents, usualCents: sure.midCents, currency, sharePct }),
      )
    }
  } else if (value === null && isImpossiblyCheap(subject, goods)) {
    add(
      'price-implausible',
      priceWeights['price-implausible'],
      say('risk-price-implausible', { priceCents, currency }),
    )
  }
}

function isSaidNew({ condition }: RiskSubject, { titleText, headText }: RiskText): boolean {
  return condition === 'new' || newThing.test(titleText) || newInText.test(headText)
}

/** A luxury watch or bag, itself and not its strap, for less than any genuine one. */
function isImpossiblyCheap(subject: RiskSubject, goods: Goods): boolean {
  const watchOrBag = subject.category === 'watches' || subject.category === 'bags'
  return watchOrBag && goods.amount !== null && goods.amount < 150 && !goods.accessory && goods.isTopLuxury()
}

const amountPattern =
  /(?:[$€£] ?[1-9]\d{0,2}(?:[,.]\d{3}|\d{1,4})|(?<![\d.,])[1-9]\d{1,5} ?(?:€|eur\b|usd\b|dollars?\b|pounds\b|euros?\b|obo\b|vb\b|firm\b))/g
const formerPrice =
  /(?:\b(?:was|new|paid|worth|retails?|retailed|originally|cost|costs|rrp|msrp|value|valued|neupreis|np|uvp)\b|\bover)[^.!?\n]{0,14}$/
const amountsMax = 8

/** An amount of at least two figures with a currency that is not said of the past; null = none. */
function amountIn(folded: string): string | null {
  amountPattern.lastIndex = 0
  for (let i = 0; i < amountsMax; i++) {
    const found = amountPattern.exec(folded)
    if (found === null) return null
    if (!formerPrice.test(folded.slice(Math.max(0, found.index - 30), found.index)))
      return found[0].slice(0, 20)
  }
  return null
}

const askedPattern =
  /(?:\b(?:asking|ask|price(?: is)?|selling (?:it )?(?:for|at)|sell(?:s)? for|want|yours for|preis|precio|prix|prezzo|cena|prijs) ?:? ?(?:is |only |now )?[$€£]? ?([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{1,6})(?![\d.,]*\d|\s?(?:gb|g\b|%|mi|km))|[$€£] ?([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{1,6})(?=(?: (?:cash|or))? (?:obo|firm|ono|o\.b\.o|best offer|vb)\b))/g
const otherPriceShare = 1.5

/** What the text says is asked where that is far more than the price, which it never names; null = nothing. */
function askedInText(folded: string, priceCents: number, currency: string): string | null {
  const unit = 10 ** minorDigits(currency)
  let higher: string | null = null
  let looked = 0
  for (const found of folded.matchAll(askedPattern)) {
    if (looked++ === amountsMax) break
    if (formerPrice.test(folded.slice(Math.max(0, found.index - 30), found.index))) continue
    const cents = Number((found[1] ?? found[2])!.replaceAll(',', '')) * unit
    if (cents <= priceCents * otherPriceShare) return null
    higher ??= found[0].trim().slice(0, 30)
  }
  return higher
}
