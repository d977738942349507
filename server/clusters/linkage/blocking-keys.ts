import type { PhotoHash } from '../../model/photo.ts'
import { siteIdsOf } from '../relation.ts'
import type { Fingerprint } from './fingerprint.ts'
import { hashPair, hashText } from './hash.ts'
import type { Idf } from './product-part.ts'

/** Numbers that hashes of one picture have in common; see `photoKeys` of the photos. */
export type PhotoKeys = (hash: PhotoHash) => readonly number[]

/** Under which a thing is filed, and what it is worth as a sign of likeness when two things have it in common. */
export interface BlockingKey {
  key: number
  weight: number
}

/** The most keys that `blockingKeys` makes. */
export const blockingKeysMax = 100

const wordsMax = 12
const codesMax = 4
const photosMax = 4
const addressesMax = 2
const wordWeightMax = 2
/** Every common key must leave a trace. */
const wordWeightMin = 0.05
const wordsPerWeight = 4

/** Seeds that keep the kinds of key apart. */
const seeds = {
  word: 1,
  title: 2,
  priced: 3,
  code: 4,
  band: 5,
  text: 6,
  photo: 7,
  site: 8,
  serial: 9,
  pair: 10,
  piece: 11,
}
const demoSeed = 0x1000

type Kind = keyof typeof seeds
const keyOf = ({ thing }: Fingerprint, kind: Kind, value: number) => {
  const key = hashPair(value, seeds[kind] | (thing.demo ? demoSeed : 0))
  return thing.ownerId === null ? key : hashPair(key, hashText(String(thing.ownerId)))
}
/** The key of all things with exactly this description. */
export const textBlockingKey = (print: Fingerprint): number => keyOf(print, 'text', print.textKey)
/** The key of all things with exactly this photo hash, or a photo at this address, among their first. */
export const photoBlockingKey = (print: Fingerprint, hashOrUrl: string): number =>
  keyOf(print, 'photo', hashText(hashOrUrl))

/**
 * What same things have in common, the most telling first: the site's own ids, serial numbers, photos, the text, the
 * title, model numbers, seldom words, bands of the text's MinHash. Made-up things, and those
 * that only one person sees, have keys of their own.
 */
export function blockingKeys(
  print: Fingerprint,
  bands: readonly number[],
  idf: Idf,
  photoKeys: PhotoKeys,
): BlockingKey[] {
  const { thing, product } = print
  const keys: BlockingKey[] = []
  const add = (kind: Kind, value: number, weight: number) => {
    if (keys.length < blockingKeysMax) keys.push({ key: keyOf(print, kind, value), weight })
  }
  const site = hashText(thing.marketplace)
  for (const id of siteIdsOf(thing)) add('site', hashText(id, site), 20)
  if (thing.repostOf !== null) add('site', hashText(thing.repostOf, site), 20)
  for (const [name, value] of [...print.serials].slice(0, 2))
    add('serial', hashText(value, hashText(name)), 20)
  for (const hash of new Set(thing.photoHashes.slice(0, photosMax))) add('photo', hashText(hash), 6)
  if (!thing.demo) for (const url of thing.imageUrls.slice(0, addressesMax)) add('photo', hashText(url), 6)
  if (print.textKey !== 0) {
    add('text', print.textKey, 6)
    // Of a text under many titles the same title is wanted, and that among the newest.
    add('text', hashPair(print.textKey, print.titleKey), 8)
  }
  if (print.titleKey !== 0) {
    add('title', print.titleKey, 3)
    if (thing.priceCents !== null) add('priced', hashPair(print.titleKey, thing.priceCents), 3)
  }
  for (const code of product.codes.slice(0, codesMax)) add('code', hashText(code), 2)
  const words = rarestWords(product.tokens, idf)
  for (let i = 0; i + 1 < words.length && i < 2; i++)
    add('pair', hashText([words[i]!.word, words[i + 1]!.word].sort().join(' ')), 2)
  for (const { word, rarity } of words.slice(0, wordsMax))
    add('word', hashText(word), Math.min(wordWeightMax, Math.max(wordWeightMin, rarity / wordsPerWeight)))
  for (const band of bands) add('band', band, 1)
  for (const hash of thing.photoHashes.slice(0, photosInPieces))
    for (const piece of photoKeys(hash)) add('piece', piece, 1.5)
  return keys
}

/** Photos by whose parts a thing is found; the others of a listing are compared once it is. */
const photosInPieces = 1

function rarestWords(tokens: readonly string[], idf: Idf): { word: string; rarity: number }[] {
  return tokens.map((word) => ({ word, rarity: idf(word) })).sort((x, y) => y.rarity - x.rarity)
}
