import { foldText } from '../../core/text.ts'

/** One run of words between two marks that part a text (comma, bracket, dash between spaces, sentence end …). */
export interface Segment {
  words: string[]
  /** It stood in brackets. */
  bracketed: boolean
}

const pattern =
  /([\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\.\p{N}+)*)|([([{])|([)\]}])|([,;:|!?*~•·"#]+|[.…]+(?=\s|$)|\s[-–—−+]+(?=\s)|\s[-–—]+(?=\S))|(&)/gu

/** Short forms written with an apostrophe as one word: "won't" → "wont"; two marks of one thing as one word. */
function joined(text: string): string {
  return foldText(text)
    .replace(/n['’`´]t\b/g, 'nt')
    .replace(/\bw\//g, ' with ')
    .replace(/\bi[ -](?=(?:cloud|phone|pad|pod|mac)s?\b)/g, 'i')
    .replace(/(\p{L})\+/gu, '$1 plus ')
}

/** Letters are drawn out in titles only; longer texts are not looked at for it. */
const titleCharsMax = 240
/** "Waaaanted", "SELLLL": letters drawn out. */
const stretched = /(\p{L})\1\1/u

/** A text cut at its marks, folded; "&" becomes the word "and". */
export function segmentsOf(text: string): Segment[] {
  const plain = joined(text)
  const isStretched = text.length <= titleCharsMax && stretched.test(plain)
  const segments: Segment[] = []
  let words: string[] = []
  let depth = 0
  const close = () => {
    if (words.length > 0) segments.push({ words, bracketed: depth > 0 })
    words = []
  }
  for (const [, word, open, shut, , and] of plain.matchAll(pattern)) {
    if (word !== undefined)
      words.push(isStretched && stretched.test(word) ? word.replace(/(\p{L})\1+/gu, '$1') : word)
    else if (and !== undefined) words.push('and')
    else if (open !== undefined) {
      close()
      depth++
    } else {
      close()
      if (shut !== undefined && depth > 0) depth--
    }
  }
  close()
  return segments
}

/** Digits say how many, not what: "0" stands for each. */
export function numberless(word: string): string {
  return /\d/.test(word) ? word.replace(/\d/g, '0') : word
}
