import type { RiskSignal, RiskSubject } from '../../model/risk.ts'
import { say } from '../../model/sentences/sentences.ts'
import { along, type Curve } from '../curve.ts'
import { type Add, known, whole } from './risk-figures.ts'
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
  const add: Add = (name, weight, said) => {
    const rounded = Math.round(weight * 1000) / 1000
    if (rounded > 0) signals.push({ name, weight: rounded, ...said })
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
  if (goods.bulky) {
    const weight = held ? weights.bulkyWherePaymentIsHeld : goods.vehicle ? weights.vehicle : weights.bulky
    add('shipping-only', weight, say('risk-shipping-bulky', { quote: words }))
  } else if (!held) {
    const bait = isFarBelow(subject, read, goods)
    add(
      'shipping-only',
      bait ? weights.farBelow : words === null ? weights.fact : weights.words,
      say('risk-shipping-only', { quote: words, isFarBelow: bait }),
    )
  }
}

function addPhotos(subject: RiskSubject, goods: Goods, add: Add): void {
  const reused = whole(subject.photoReusedElsewhere)
  add('photo-reused', along(photoReuse, reused), say('risk-photo-reused', { listings: reused }))
  if (subject.stockPhoto === true) {
    const used = subject.condition !== null && subject.condition !== 'new'
    add(
      'photo-stock',
      factWeights['photo-stock'][used ? 'used' : 'other'],
      say('risk-photo-stock', { isUsed: used }),
    )
  }
  const photos = whole(subject.photoCount)
  if (goods.costly && photos <= 1 && !isEstablished(subject)) {
    add(
      'photo-few',
      factWeights['photo-few'][photos === 0 ? 'none' : 'one'],
      say('risk-photo-few', { photos }),
    )
  }
}

/** More than a quarter of honest phone listings say less than a dozen words, so only the barest texts count. */
const fewWords = 5

function addText(subject: RiskSubject, read: RiskText, goods: Goods, add: Add): void {
  const reused = whole(subject.textReusedElsewhere)
  add('text-reused', along(textReuse, reused), say('risk-text-reused', { listings: reused }))
  if (!goods.costly || subject.description === null || isEstablished(subject)) return
  const words = ownWordCount(read)
  if (words === 0) add('text-short', factWeights['text-short'].empty, say('risk-text-short', { words }))
  else if (words < fewWords) {
    add('text-short', factWeights['text-short'].bare, say('risk-text-short', { words }))
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
    add('seller-new', along(accountCurve, ageDays) * factor, say('risk-seller-new', { days: ageDays }))
  }
  if (count === 0) add('seller-unrated', factWeights['seller-unrated'], say('risk-seller-unrated'))
  if (average !== null && count !== null && count >= ratingsMin) {
    const stars = Math.round(average * 10) / 10
    add('seller-ratings', along(ratingsCurve, average), say('risk-seller-ratings', { ratings: count, stars }))
  }
}
