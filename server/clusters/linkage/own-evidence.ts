import type { SamePhoto } from '../../model/photo.ts'
import { saysRepost } from '../relation.ts'
import type { Part } from './evidence.ts'
import type { Fingerprint } from './fingerprint.ts'
import { commonHashes, hasHash } from './hash.ts'

/** How widely a description or a photo is used, as far as the index knows; 0 for one that it does not know. */
export interface Usage {
  /** Different titles that stand over exactly this listing's description. */
  titlesOfText(print: Fingerprint): number
  /** Different titles that a photo with exactly this hash, or at this address, is shown with. */
  titlesOfPhoto(print: Fingerprint, hashOrUrl: string): number
  /** Idf of two words in a row of descriptions, by their hash in `textShingles`. */
  phraseIdf(shingle: number): number
}

/** Evidence that belongs to one physical thing, not to its model: what the site says, serial numbers, photos, the text. */
export function compareOwn(a: Fingerprint, b: Fingerprint, samePhoto: SamePhoto, usage: Usage): Part[] {
  return [
    compareSite(a, b),
    compareSerials(a, b),
    comparePhotos(a, b, samePhoto, usage),
    compareTexts(a, b, usage),
  ]
    .filter((part) => part !== undefined)
    .filter(({ weight }) => weight !== 0)
}

function compareSite({ record: a }: Fingerprint, { record: b }: Fingerprint): Part | undefined {
  if (saysRepost(a, b) || saysRepost(b, a))
    return { name: 'site', weight: 9, sentence: () => 'The site says that one is a repost of the other' }
  const both = a.repostOf !== null && a.repostOf === b.repostOf && a.marketplace === b.marketplace
  return both
    ? { name: 'site', weight: 9, sentence: () => 'The site says that both are reposts of one listing' }
    : undefined
}

function compareSerials(a: Fingerprint, b: Fingerprint): Part | undefined {
  for (const [name, value] of a.serials) {
    const other = b.serials.get(name)
    if (other === undefined) continue
    return value === other
      ? { name: 'serial', weight: 8, sentence: () => `Both have the ${name} ${value.toUpperCase()}` }
      : { name: 'serial', weight: -8, sentence: () => `Their ${name}s differ` }
  }
  return undefined
}

/** Used under more and more different titles, a text or photo is a dealer's or a maker's and says less and less. */
const usageFactor = (titles: number) => (titles <= 3 ? 1 : titles <= 4 ? 0.7 : titles <= 5 ? 0.5 : 0.25)

const photosCompared = 4
const surePhoto = 0.9
const likelyPhoto = 0.6
const photoWeight = 7
const furtherPhotoWeight = 0.7
const noPhotoCommonWeight = -0.5

function comparePhotos(a: Fingerprint, b: Fingerprint, samePhoto: SamePhoto, usage: Usage): Part | undefined {
  const shared = sharedAddress(a, b)
  if (shared !== undefined) {
    const shown = Math.max(usage.titlesOfPhoto(a, shared), usage.titlesOfPhoto(b, shared))
    const stock = usageFactor(shown) < 1 ? `, which ${shown} different things show` : ''
    const weight = usageFactor(shown) * photoWeight
    return { name: 'photo', weight, sentence: () => `They show the very same picture${stock}` }
  }
  const photosA = a.record.photoHashes.slice(0, photosCompared)
  const photosB = b.record.photoHashes.slice(0, photosCompared)
  if (photosA.length === 0 || photosB.length === 0) return undefined
  let best = 0
  let matching = 0
  let titles = 0
  for (const x of photosA) {
    let own = 0
    for (const y of photosB) {
      const sure = x === y ? 1 : Math.min(samePhoto(x, y), samePhoto(y, x))
      if (sure > own) own = sure
      if (sure > best) {
        best = sure
        titles = Math.max(usage.titlesOfPhoto(a, x), usage.titlesOfPhoto(b, y))
      }
    }
    if (own >= surePhoto) matching++
  }
  if (best < likelyPhoto)
    return { name: 'photo', weight: noPhotoCommonWeight, sentence: () => 'None of the photos is the same' }
  const factor = usageFactor(titles)
  const further = Math.min(matching, photosA.length, photosB.length) - 1
  const weight =
    factor * (best >= surePhoto ? photoWeight + Math.max(0, further) * furtherPhotoWeight : photoWeight / 2)
  const stock = factor < 1 ? `, which ${titles} different things show` : ''
  const sentence = () =>
    best >= surePhoto
      ? `They show the same photo${stock}`
      : `Two photos are probably the same (${Math.round(best * 100)} %)${stock}`
  return { name: 'photo', weight, sentence }
}

/** A picture at one address is one picture, also where photos are not fetched. The demo's drawings are shared by kind. */
function sharedAddress({ record: a }: Fingerprint, { record: b }: Fingerprint): string | undefined {
  return a.demo ? undefined : a.imageUrls.find((url) => b.imageUrls.includes(url))
}

const textWeight = 8
const otherTextWeight = -1.5
const longTextWords = 20
/** Idf of the common phrases, summed, from which on equal texts are copies; below the least they are what anybody says. */
const fullInformation = 60
const leastInformation = 15
/** A phrase that nobody else uses is as often a slip. */
const phraseIdfMax = 7

function compareTexts(a: Fingerprint, b: Fingerprint, usage: Usage): Part | undefined {
  if (a.textKey === 0 || b.textKey === 0) return undefined
  const similarity = textSimilarity(a, b)
  const value = textWeight * ramp(similarity)
  if (value <= 0)
    return similarity < 0.1 && Math.min(a.textWords, b.textWords) >= longTextWords
      ? { name: 'text', weight: otherTextWeight, sentence: () => 'The descriptions have nothing in common' }
      : undefined
  const information = commonInformation(a, b, usage)
  const own = Math.min(
    1,
    Math.max(0, (information - leastInformation) / (fullInformation - leastInformation)),
  )
  const titles = Math.max(usage.titlesOfText(a), usage.titlesOfText(b))
  const factor = usageFactor(titles)
  const sentence = () =>
    [
      similarity === 1
        ? 'The descriptions are the same'
        : `The descriptions share ${Math.round(similarity * 100)} % of their words`,
      ...(factor < 1 ? [`a text that stands under ${titles} different titles`] : []),
      ...(own < 0.5 ? ['but of words that many use'] : []),
    ].join(', ')
  return { name: 'text', weight: value * own * factor, sentence }
}

function commonInformation(a: Fingerprint, b: Fingerprint, { phraseIdf }: Usage): number {
  let information = 0
  for (const shingle of a.textShingles)
    if (hasHash(b.textShingles, shingle)) information += Math.min(phraseIdfMax, phraseIdf(shingle))
  return information
}

/**
 * Share of the pairs of neighbouring words that both descriptions have, 0–1; a text that is cut short, as some views
 * show it, counts nearly as the whole.
 */
export function textSimilarity(a: Fingerprint, b: Fingerprint): number {
  if (a.textKey === b.textKey) return 1
  const least = Math.min(a.textShingles.length, b.textShingles.length)
  if (least === 0) return 0
  const common = commonHashes(a.textShingles, b.textShingles)
  const share = common / (a.textShingles.length + b.textShingles.length - common)
  return least >= longTextWords ? Math.max(share, 0.9 * (common / least) ** 2) : share
}

/** What a similarity of texts is worth, 0–1: half of the word pairs in common is more than chance, nine tenths is a copy. */
function ramp(similarity: number): number {
  if (similarity < 0.25) return 0
  if (similarity < 0.5) return (similarity - 0.25) * 1.6
  return similarity < 0.85 ? 0.4 + ((similarity - 0.5) * 0.5) / 0.35 : 0.9 + (similarity - 0.85) / 1.5
}
