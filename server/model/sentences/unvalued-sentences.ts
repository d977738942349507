import { formatMoney } from '../../core/money.ts'
import { kindNames, type OfferKind } from '../offer/kinds.ts'

export interface UnseenParams {
  brand: string | null
  model: string | null
  /** What the nearest are instead. */
  nearest: 'maker' | 'category' | 'words'
  compsLowCents: number | null
  compsHighCents: number | null
  currency: string
  count: number
  basis: 'asking' | 'sold' | 'mixed'
}

export interface FewParams {
  similarMin: number
  category: string
  currency: string
  inCategory: number
  categoryMin: number
  /** Older ones are not counted. */
  days: number
  /** Of the category in another currency, where that has more; 0 = in none. */
  elsewhere: number
  elsewhereCurrency: string | null
}

const offered = {
  wanted: 'somebody looks for the thing',
  service: 'a service is offered, not the thing',
  rental: 'the thing is let, not sold',
  trade: 'the thing is offered in trade, not for money',
  fake: 'it is a copy of the thing',
} as const
export type NotForSale = keyof typeof offered

const few = 'Not enough comparable listings:'

/** Why there is no value, and what would help. */
export const unvaluedSentences = {
  'unvalued-not-for-sale': (p: { offered: NotForSale }) =>
    `This is not an offer to sell: by its title, ${offered[p.offered]}. Ask with the title that the thing itself would have.`,
  'unvalued-unseen': (p: UnseenParams) => {
    const named = [p.brand, p.model].filter((part) => part !== null).join(' ')
    const missing = named === '' ? 'called like it' : `of ${named}`
    const others = {
      maker: `others, some of ${p.brand ?? p.model}`,
      category: 'listings of its category',
      words: 'others with similar words',
    }[named === '' && p.nearest === 'maker' ? 'words' : p.nearest]
    const prices =
      p.compsLowCents === null || p.compsHighCents === null
        ? ''
        : ` The ${p.count} nearest are ${others}, most ${p.basis === 'sold' ? 'sold' : 'asked'} at ${formatMoney(p.compsLowCents, p.currency)} to ${formatMoney(p.compsHighCents, p.currency)}: that says nothing of this one.`
    return `Unknown: none of the comparable listings is ${missing}.${prices} Scan a source or import listings of it${named === '' ? ', or name its category for the range of that' : ''}.`
  },
  'unvalued-demo-off': () => `${few} the demo is not running. Ask without demo.`,
  'unvalued-demo-only': () =>
    `${few} only the demo's made-up listings are here so far. Scan a source or import a file of listings; or ask with demo to see how it works.`,
  'unvalued-nothing': () =>
    `${few} no priced listings are here yet. Scan a source or import a file of listings.`,
  'unvalued-currency': (p: { known: readonly string[]; currency: string }) =>
    `${few} there are comparables in ${p.known.join(', ')}, none in ${p.currency}; currencies are never mixed or converted. Ask in one of those, or import listings in ${p.currency}.`,
  'unvalued-words': () =>
    `${few} the title has no words that could be compared. Write what it is: maker, model, size.`,
  'unvalued-kind': (p: { similarMin: number }) =>
    `${few} fewer than ${p.similarMin} are similar, and the title does not tell what kind of thing it is. Write maker and model, or name the category.`,
  'unvalued-few': (p: FewParams) => {
    const known =
      p.inCategory < p.categoryMin
        ? `of ${p.category} in ${p.currency} there ${p.inCategory === 1 ? 'is 1' : `are ${p.inCategory}`} in all (${p.categoryMin} are needed)`
        : `of the ${p.inCategory} of ${p.category} in ${p.currency} too few are of the last ${p.days} days`
    const elsewhere =
      p.elsewhere > 0 && p.elsewhereCurrency !== null
        ? `There are ${p.elsewhere} in ${p.elsewhereCurrency}; currencies are never mixed. `
        : ''
    return `${few} fewer than ${p.similarMin} are similar, and ${known}. ${elsewhere}More listings of the kind would help: scan a source, import a file, or check the category.`
  },
  'unvalued-no-currency': () => 'Its price names no currency: nothing can be compared with it.',
  'unvalued-kind-of-offer': (p: { kind: OfferKind }) =>
    `It was read as ${kindNames[p.kind]}: only things as a whole are valued.`,
}
