import { foldText } from '../../core/text.ts'

/** One run of words between two marks that part a text (comma, bracket, dash between spaces, sentence end …). */
export interface Segment {
  words: string[]
  /** It stood in brackets. */
  bracketed: boolean
}

/** Words, brackets, "&", and marks that part a text: each is known by its first sign. */
const pattern =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\.\p{N}+)*|[([{)\]}&]|[,;:|!?*~•·"#]+|[.…]+(?=\s|$)|\s[-–—−+]+(?=\s)|\s[-–—]+(?=\S)/gu
const openers = '([{'
const closers = ')]}'
const markStart = /^[([{)\]}&,;:|!?*~•·"#.…\s]/

/** Short forms written with an apostrophe as one word: "won't" → "wont"; two marks of one thing as one word. */
function joined(text: string): string {
  const plain = foldText(text)
    .replace(/n['’`´]t\b/g, 'nt')
    .replace(/\bw\//g, ' with ')
    .replace(/\bi[ -](?=(?:cloud|phone|pad|pod|mac)s?\b)/g, 'i')
    .replace(/\b(head|ear) (?=(?:phones?|buds?|sets?)\b)/g, '$1')
  const measured = inchSign.test(plain) ? plain.replace(inchSigns, '$1 inch ') : plain
  return measured.includes('+')
    ? measured
        .replace(/\b(engine|motor|moteur|motore|silnik)\s*\+/g, '$1 and ')
        .replace(/(\p{L})\+/gu, '$1 plus ')
    : measured
}

/** `18"`: inches, which part no text; `"24"` in quotes is none. */
const inchSign = /\d(?:"|''|”|″)/
const inchSigns = /(?<!["“”\p{L}\p{N}])(\d{1,3}(?:\.\d)?)(?:"|''|”|″)(?!\p{L}{0,2}\d)/gu

/** Letters are drawn out in titles only; longer texts are not looked at for it. */
const titleCharsMax = 240
/** "Waaaanted", "SELLLL": letters drawn out. Three s are a folded "ßs". */
const stretched = /(?!sss(?!s))(\p{L})\1\1/u

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
  for (const piece of plain.match(pattern) ?? []) {
    const first = piece[0]!
    if (!markStart.test(first))
      words.push(isStretched && stretched.test(piece) ? piece.replace(/(\p{L})\1+/gu, '$1') : piece)
    else if (first === '&') words.push('and')
    else if (openers.includes(first)) {
      close()
      depth++
    } else {
      close()
      if (closers.includes(first) && depth > 0) depth--
    }
  }
  close()
  return segments
}

/** Digits say how many, not what: "0" stands for each. */
export function numberless(word: string): string {
  return /\d/.test(word) ? word.replace(/\d/g, '0') : word
}

/** A sentence that begins where the one before ended, since the site's line break was lost: "in good conditionCash only". */
const glued = new RegExp(
  // A word that begins small and has a capital inside; names ("iPhone", "eBay") have it sooner.
  '((?<![\\p{L}\\p{N}])\\p{Ll}{3,}|\\d[GT]B|' +
    // After whatever else, only where a word follows that sentences begin with: "PlayStation" is one.
    '\\p{Ll}{2,}(?=(?:All|Any|Best|Brand|Can|Cash|Collect|Collection|Comes|Could|Excellent|Free|From|Good|Great|Has|Have|In|It|Just|' +
    'Must|Need|Needs|New|No|Not|Offers|Only|Open|Perfect|Pick|Please|Price|Priced|Selling|Size|Sold|Some|Still|The|There|They|This|' +
    'Used|Very|Will|Works|Would|You)(?!\\p{L})))(?=\\p{Lu}\\p{Ll})',
  'gu',
)

/** A text whose sentences stand apart again. */
export function unglued(text: string): string {
  return mayBeGlued.test(text) ? text.replace(glued, '$1. ') : text
}

/** Of most texts nothing is. */
const mayBeGlued = /[\p{Ll}B]\p{Lu}\p{Ll}/u
