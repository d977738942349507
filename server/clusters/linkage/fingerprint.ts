import { foldText } from '../../core/text.ts'
import { splitChunk } from '../../model/product/codes.ts'
import type { ListingRecord } from '../schema.ts'
import { type HashSet, hashSet, hashText } from './hash.ts'
import { bandKeys, shingles } from './minhash.ts'
import { type ProductText, readDescription, readProduct } from './reading.ts'

/** What is kept of a listing to recognise the thing again. */
export interface Fingerprint {
  record: ListingRecord
  product: ProductText
  /** Of the title's words in any order; 0 for a title without words. */
  titleKey: number
  /** Of the description's words in order; 0 for a description of fewer than `textWordsMin` words. */
  textKey: number
  /** Words of the description, at most what is read of it. */
  textWords: number
  /** Each two words in a row of the description. */
  textShingles: HashSet
  /** Attributes that belong to one physical thing (VIN, IMEI, serial number), letters and digits only. */
  serials: ReadonlyMap<string, string>
  /** Folded seller, or '' where the site does not tell. */
  seller: string
}

/** A shorter description ("works great, cash only") is anybody's. */
export const textWordsMin = 6

const serialAttribute = /^(?:vin|imei|serial(?: ?(?:no|number|#))?|hull id|frame ?(?:no|number))\.?$/
const sellerAttribute =
  /^(?:seller|dealer|user|shop|store|vendor|posted by|contact)(?:[ _-]?(?:id|name|username))?$/
const serialCharsMin = 6
const noSerials: ReadonlyMap<string, string> = new Map()

/** Also returns the band keys of the description, which only the index keeps. */
export function readRecord(record: ListingRecord): { print: Fingerprint; bands: readonly number[] } {
  const description = readDescription(record.description)
  const product = readProduct(record, description)
  const textWords = description.flatMap(splitChunk)
  const known = textWords.length >= textWordsMin
  const textShingles = hashSet(known ? shingles(textWords) : [])
  let serials = noSerials
  let seller = ''
  for (const [key, value] of Object.entries(record.attributes)) {
    const name = foldText(key.slice(0, 40))
    const text = foldText(value.slice(0, 80)).replace(/[^\p{L}\p{N}]/gu, '')
    if (serialAttribute.test(name) && text.length >= serialCharsMin && /\d/.test(text))
      serials = new Map([...serials, [name, text]])
    else if (seller === '' && sellerAttribute.test(name)) seller = text
  }
  const print: Fingerprint = {
    record,
    product,
    titleKey: product.tokens.length === 0 ? 0 : hashText([...product.tokens].sort().join(' ')),
    textKey: known ? hashText(textWords.join(' ')) : 0,
    textWords: textWords.length,
    textShingles,
    serials,
    seller,
  }
  return { print, bands: known ? bandKeys(textShingles) : [] }
}
