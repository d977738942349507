import type { Category } from '../../model/listing-schema.ts'
import { hashOf, modelOfKey } from './exact.ts'

/** The comparables whose coming, leaving and changing of prices move a listing's value. */
export interface Neighbourhood {
  /** Those of its maker and model; where it names none, those of its market. */
  group: number
  /** All of its category and currency. */
  market: number
}

/** `key` is what `identityKey` reads. The numbers are stored, so what is equal must stay equal over releases. */
export function neighbourhoodOf(
  key: Int32Array,
  { category, currency, demo }: { category: Category; currency: string; demo: boolean },
): Neighbourhood {
  const world = `${demo ? 'demo' : 'real'} ${currency}`
  const market = wideHash(`${world} ${category}`)
  const model = modelOfKey(key)
  return { group: model === null ? market : wideHash(`${world} ${model}`), market }
}

/** 52 bits. */
function wideHash(text: string): number {
  return hashOf(text) * 0x20_0000 + (hashOf(`${text} again`) & 0x1f_ffff)
}
