import { formatMoney } from '../core/money.ts'
import { isPlaceholderPrice } from './money.ts'
import type { Goods } from './risk-goods.ts'
import type { RiskSignal, RiskSignalName, RiskSubject } from './risk-signal.ts'
import type { RiskText } from './risk-text.ts'

/** Pairs of (x, weight), straight between them and level outside. */
type Curve = readonly number[]

/** By price ÷ low end of the interval. */
const priceCurve: Curve = [0.2, 0.5, 0.35, 0.43, 0.5, 0.28, 0.65, 0.12, 0.8, 0]
/** By the middle value in whole dollars or alike: nobody builds a swindle round a $20 lamp. */
const stakeCurve: Curve = [20, 0.2, 150, 1]
/** By account age in days, for costly goods. */
const accountCurve: Curve = [7, 0.5, 30, 0.45, 180, 0.35, 365, 0.28, 730, 0.18, 1460, 0.06, 2190, 0]
const cheapGoodsFactor = 0.6
const establishedDays = 2190
/** Fewer say nothing of an average. */
const ratingsMin = 3
const photoReuse: Curve = [0, 0, 1, 0.3, 2, 0.4, 4, 0.5]
const textReuse: Curve = [0, 0, 1, 0.2, 2, 0.3, 5, 0.45]
const ratingsCurve: Curve = [2, 0.35, 3.5, 0.2, 4.2, 0.08, 4.5, 0]

/** Weights of what figures tell, whole or as curves of (x, weight); the reasons are in docs/risk.md. */
export const factWeights = {
  'price-below-interval': priceCurve,
  'price-implausible': 0.3,
  'price-bait': 0.12,
  'new-at-low-price': 0.25,
  'shipping-only': { vehicle: 0.45, bulky: 0.35, words: 0.2, fact: 0.1, bulkyWherePaymentIsHeld: 0.15 },
  'photo-reused': photoReuse,
  'photo-stock': { used: 0.18, other: 0.12 },
  'photo-few': { none: 0.06, one: 0.1 },
  'text-reused': textReuse,
  'text-short': { empty: 0.08, bare: 0.06 },
  'seller-new': accountCurve,
  'seller-unrated': 0.1,
  'seller-ratings': ratingsCurve,
} as const

function along(curve: Curve, x: number): number {
  const last = curve.length - 2
  if (x <= curve[0]!) return curve[1]!
  if (x >= curve[last]!) return curve[last + 1]!
  let i = 2
  while (curve[i]! < x) i += 2
  const part = (x - curve[i - 2]!) / (curve[i]! - curve[i - 2]!)
  return curve[i - 1]! + (curve[i + 1]! - curve[i - 1]!) * part
}

/** The signals of figures rather than words. `shippingWords`: what the text says of sending only; null = nothing. */
export function factSignals(
  subject: RiskSubject,
  read: RiskText,
  goods: Goods,
  shippingWords: string | null,
  nowMs: number | undefined,
): RiskSignal[] {
  const signals: RiskSignal[] = []
  const add = (name: RiskSignalName, weight: number, sentence: string): void => {
    const rounded = Math.round(weight * 1000) / 1000
    if (rounded > 0) signals.push({ name, weight: rounded, sentence })
  }
  addPrice(subject, read, goods, nowMs, add)
  addShipping(subject, goods, shippingWords, add)
  addPhotos(subject, goods, add)
  addText(subject, read, goods, add)
  addSeller(subject, goods, add)
  return signals
}

type Add = (name: RiskSignalName, weight: number, sentence: string) => void

const isNewWord =
  / (?:brand new|sealed|unopened|never opened|neu ovp|originalverpackt|precintad[oa]|sin abrir|neuf sous blister|sigillat[oa]) /
const sealedFrom = 150
const vehicleCentsMin = 10_000
const bargainDaysMax = 14

function addPrice(
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
      factWeights['price-bait'],
      `${formatMoney(priceCents, currency)} is no real price: the text names ${other}`,
    )
  }
  if (isUnreal) return
  if (value !== null && value.currency === currency && value.lowCents > 0) {
    const stake = goods.amount === null ? 1 : along(stakeCurve, value.midCents / 100)
    // A whole category holds many kinds of things, and an accessory is easily compared with the thing itself.
    const ofKind = value.method === 'category' || goods.accessory ? 0.5 : 1
    const trust = (0.3 + 0.7 * Math.max(0, Math.min(1, value.confidence || 0))) * ofKind
    const ratio = priceCents / value.lowCents
    const percent = Math.min(99, Math.round((1 - ratio) * 100))
    const price = formatMoney(priceCents, currency)
    const listings = value.basis === 'sold' ? 'comparable sales brought' : 'comparable listings ask'
    const weight = along(priceCurve, ratio) * stake * trust
    // True bargains are gone within days.
    const daysUp = nowMs === undefined ? 0 : Math.floor((nowMs - subject.postedAtMs) / 86_400_000)
    const lasting = ratio < 0.5 && daysUp >= bargainDaysMax
    if (weight > 0)
      add(
        'price-below-interval',
        weight * (lasting ? 1.2 : 1),
        `${price} is ${percent} % below the low end of what ${listings} (${formatMoney(value.lowCents, currency)})${lasting ? `, and nobody took it in ${daysUp} days` : ''}`,
      )
    const half = priceCents < value.midCents / 2 && (goods.amount ?? 0) >= sealedFrom
    if (half && !goods.accessory && (subject.condition === 'new' || isNewWord.test(read.text))) {
      const share = Math.round((priceCents / value.midCents) * 100)
      add(
        'new-at-low-price',
        factWeights['new-at-low-price'] * trust,
        `Said to be new, yet ${price} is ${share} % of the usual ${formatMoney(value.midCents, currency)}`,
      )
    }
  } else if (value === null && isImpossiblyCheap(subject, goods)) {
    add(
      'price-implausible',
      factWeights['price-implausible'],
      `${formatMoney(priceCents, currency)} for a luxury name is below what genuine ones bring`,
    )
  }
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

function addShipping(subject: RiskSubject, goods: Goods, words: string | null, add: Add): void {
  if (words === null && subject.shipping !== 'only') return
  const held = subject.marketplaceHasPayment === true
  const weights = factWeights['shipping-only']
  const said = words === null ? '1 way only: it is sent' : `“${words}”`
  if (goods.bulky) {
    const weight = held ? weights.bulkyWherePaymentIsHeld : goods.vehicle ? weights.vehicle : weights.bulky
    add('shipping-only', weight, `A bulky thing that is only sent (${said}) and cannot be seen before paying`)
  } else if (!held) {
    add(
      'shipping-only',
      words === null ? weights.fact : weights.words,
      `It is only sent (${said}), so it cannot be seen before paying`,
    )
  }
}

function addPhotos(subject: RiskSubject, goods: Goods, add: Add): void {
  const reused = whole(subject.photoReusedElsewhere)
  add(
    'photo-reused',
    along(photoReuse, reused),
    `A photo of it also stands in ${times(reused, 'other listing', 'other listings')}`,
  )
  if (subject.stockPhoto === true) {
    const used = subject.condition !== null && subject.condition !== 'new'
    add(
      'photo-stock',
      factWeights['photo-stock'][used ? 'used' : 'other'],
      `A stock photo is shown${used ? ' for a used thing' : ''}, not the thing itself (0 photos of its own)`,
    )
  }
  const photos = whole(subject.photoCount)
  if (goods.costly && photos <= 1 && !isEstablished(subject)) {
    add(
      'photo-few',
      factWeights['photo-few'][photos === 0 ? 'none' : 'one'],
      `${photos === 0 ? 'No photo (0)' : 'Only 1 photo'} of a costly thing`,
    )
  }
}

/** More than a quarter of honest phone listings say less than a dozen words, so only the barest texts count. */
const fewWords = 5

function addText(subject: RiskSubject, read: RiskText, goods: Goods, add: Add): void {
  const reused = whole(subject.textReusedElsewhere)
  add(
    'text-reused',
    along(textReuse, reused),
    `The same text stands in ${times(reused, 'listing', 'listings')} in other places`,
  )
  if (!goods.costly || subject.description === null || isEstablished(subject)) return
  const words = read.wordCount - read.titleWordCount
  if (words === 0)
    add(
      'text-short',
      factWeights['text-short'].empty,
      'A costly thing is described with 0 words beyond its title',
    )
  else if (words < fewWords) {
    add(
      'text-short',
      factWeights['text-short'].bare,
      `A costly thing is described with ${times(words, 'word', 'words')} only`,
    )
  }
}

/** Known for years or by many good ratings: a bare listing of theirs is only bare. */
function isEstablished({ seller }: RiskSubject): boolean {
  const { accountAgeDays, ratingCount, ratingAverage } = seller ?? {}
  return (accountAgeDays ?? 0) >= establishedDays || ((ratingCount ?? 0) >= 20 && (ratingAverage ?? 0) >= 4.5)
}

function addSeller(subject: RiskSubject, goods: Goods, add: Add): void {
  const { seller } = subject
  if (seller === null) return
  const ageDays = known(seller.accountAgeDays)
  const count = known(seller.ratingCount)
  const average = known(seller.ratingAverage)
  if (ageDays !== null) {
    // Goods of unknown price are not taken for cheap.
    const factor = goods.costly || goods.amount === null ? 1 : cheapGoodsFactor
    add('seller-new', along(accountCurve, ageDays) * factor, `The seller's account is ${age(ageDays)} old`)
  }
  if (count === 0) add('seller-unrated', factWeights['seller-unrated'], 'The seller has 0 ratings')
  if (average !== null && count !== null && count >= ratingsMin) {
    const stars = Math.round(average * 10) / 10
    add(
      'seller-ratings',
      along(ratingsCurve, average),
      `${count} ratings of the seller average ${stars} of 5`,
    )
  }
}

/** Anything that is no figure counts as not known. */
function known(figure: number | null): number | null {
  return figure !== null && figure >= 0 && Number.isFinite(figure) ? figure : null
}

function age(days: number): string {
  if (days < 60) return times(Math.floor(days), 'day', 'days')
  if (days < 730) return times(Math.floor(days / 30.44), 'month', 'months')
  return times(Math.floor(days / 365.25), 'year', 'years')
}

function whole(count: number): number {
  return count > 0 ? Math.floor(Math.min(count, 1e9)) : 0
}

function times(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
