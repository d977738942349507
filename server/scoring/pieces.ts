import { readIdentity } from './identity.ts'
import type { FairValue } from './schema.ts'
import { titleTraits } from './title.ts'

const countWords =
  /\b(?:job ?lot|lot|set|pack|bundle|box|qty|quantity|pair)\s*(?:of\s*)?(?:\d{1,3}|two|three|four|five|six|eight|ten|dozen)?\b|\b\d{1,3}\s*x\b|\bx\s*\d{1,3}\b|\b\d{1,3}\s*(?:pack|pk|pcs?|pieces|count|ct)\b/gi

/** A title of several pieces as one of a single piece, and how many they are; null where it is not that plain. */
export function singlePieces(title: string): { title: string; count: number } | null {
  const { quantity } = readIdentity({ title })
  if (quantity < 2) return null
  const single = title.replace(countWords, ' ').replace(/\s+/g, ' ').trim()
  const left = readIdentity({ title: single })
  const isSingle = left.quantity === 1 && (left.traits & titleTraits.lot) === 0 && left.tokens.length > 0
  return isSingle ? { title: single, count: quantity } : null
}

/** What several pieces fetch together may be less than so many times one, by a quarter at the low end. */
const lotDiscount = 0.75
const piecesConfidenceMax = 0.45

/** The value of so many pieces by that of one. */
export function valueOfPieces(value: FairValue, count: number): FairValue {
  if (count === 1) return value
  return {
    ...value,
    lowCents: Math.max(1, Math.round(value.lowCents * count * lotDiscount)),
    midCents: value.midCents * count,
    highCents: value.highCents * count,
    confidence: Math.min(value.confidence, piecesConfidenceMax),
  }
}
