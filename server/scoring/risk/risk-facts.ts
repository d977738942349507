import type { RiskSignal, RiskSignalName, RiskSubject } from '../../model/risk.ts'
import { along, type Curve } from '../curve.ts'
import { type Add, known, times, whole } from './risk-figures.ts'
import type { Goods } from './risk-goods.ts'
import { addPrice, isFarBelow } from './risk-price.ts'
import type { RiskText } from './risk-text.ts'

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
  'shipping-only': {
    vehicle: 0.45,
    bulky: 0.35,
    words: 0.2,
    fact: 0.1,
    farBelow: 0.35,
    bulkyWherePaymentIsHeld: 0.15,
  },
  'photo-reused': photoReuse,
  'photo-stock': { used: 0.18, other: 0.12 },
  'photo-few': { none: 0.06, one: 0.1 },
  'text-reused': textReuse,
  'text-short': { empty: 0.08, bare: 0.06 },
  'seller-new': accountCurve,
  'seller-unrated': 0.1,
  'seller-ratings': ratingsCurve,
} as const

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
  addShipping(subject, read, goods, shippingWords, add)
  addPhotos(subject, goods, add)
  addText(subject, read, goods, add)
  addSeller(subject, goods, add)
  return signals
}

function addShipping(
  subject: RiskSubject,
  read: RiskText,
  goods: Goods,
  words: string | null,
  add: Add,
): void {
  if (words === null && subject.shipping !== 'only') return
  const held = subject.marketplaceHasPayment === true
  const weights = factWeights['shipping-only']
  const said = words === null ? 'so the listing is set' : `“${words}”`
  if (goods.bulky) {
    const weight = held ? weights.bulkyWherePaymentIsHeld : goods.vehicle ? weights.vehicle : weights.bulky
    add('shipping-only', weight, `A bulky thing that is only sent (${said}) and cannot be seen before paying`)
  } else if (!held) {
    const bait = isFarBelow(subject, read, goods)
    add(
      'shipping-only',
      bait ? weights.farBelow : words === null ? weights.fact : weights.words,
      `It is only sent (${said}), so it cannot be seen before paying${bait ? ', for far less than it is worth' : ''}`,
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
  const words = ownWordCount(read)
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

/** Words of the description that do not only say the title again. */
function ownWordCount({ tokens, titleText, wordCount, titleWordCount }: RiskText): number {
  if (wordCount - titleWordCount > fewWords * 3) return wordCount - titleWordCount
  const title = new Set(titleText.split(' '))
  return tokens.filter((word) => word !== '.' && word !== ',' && !title.has(word)).length
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

function age(days: number): string {
  if (days < 60) return times(Math.floor(days), 'day', 'days')
  if (days < 730) return times(Math.floor(days / 30.44), 'month', 'months')
  return times(Math.floor(days / 365.25), 'year', 'years')
}
