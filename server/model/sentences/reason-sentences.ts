import { againstValue } from '../price-against-value.ts'

const nearlyCertainFrom = 95

/** Why a listing stands where it does among others. */
export const reasonSentences = {
  'reason-given-away': () => 'given away',
  'reason-against-value': (p: {
    /** Below the middle of the value; negative = above it. */
    discountPct: number
    /** That it is worth more, or less, than its price. */
    surePct: number
    /** Said to be new or nearly. */
    condition: 'new' | 'like-new' | null
    /** Posted within a day. */
    isFresh: boolean
  }) =>
    [
      againstText(p),
      ...(p.condition === null ? [] : [p.condition.replace('-', ' ')]),
      ...(p.isFresh ? ['posted within a day'] : []),
    ].join('; '),
}

/** "62 % below its value, 71 % sure". */
export function againstText({ discountPct, surePct }: { discountPct: number; surePct: number }): string {
  if (discountPct === 0) return 'asks its value'
  return `${againstValue(discountPct)} its value, ${surePct >= nearlyCertainFrom ? 'nearly certain' : `${surePct} % sure`}`
}
