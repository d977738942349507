import type { Fingerprint } from './fingerprint.ts'
import { hashPair, hashText } from './hash.ts'
import type { Usage } from './own-evidence.ts'

/** More titles than this change nothing in what a text is worth. */
const titlesMax = 16
const photosMax = 8

/** Counts under how many different titles each description and each photo stands. */
export function createUsageCounts(): Usage & { change(print: Fingerprint, by: 1 | -1): void } {
  /** By hash of the text or photo: title → how many things have both. */
  const uses = new Map<number, Map<number, number>>()

  function change(key: number, title: number, by: 1 | -1): void {
    let titles = uses.get(key)
    if (titles === undefined) {
      if (by < 0) return
      titles = new Map()
      uses.set(key, titles)
    }
    const count = (titles.get(title) ?? 0) + by
    if (count > 0 && (titles.has(title) || titles.size < titlesMax)) titles.set(title, count)
    else if (count <= 0) {
      titles.delete(title)
      if (titles.size === 0) uses.delete(key)
    }
  }

  return {
    titlesOfText: (textKey) => uses.get(textKey)?.size ?? 0,
    titlesOfPhoto: (hash) => uses.get(photoKey(hash))?.size ?? 0,
    change({ textKey, titleKey, thing }, by) {
      if (textKey !== 0) change(textKey, titleKey, by)
      for (const hash of new Set(thing.photoHashes.slice(0, photosMax))) change(photoKey(hash), titleKey, by)
    },
  }
}

/** Apart from the keys of texts. */
const photoKey = (hash: string) => hashPair(hashText(hash), 0x70686f74)
