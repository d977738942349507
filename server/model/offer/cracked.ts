import { unglued } from './text.ts'

const cracked = '(?:crack(?:s|ed|ing)?|shatter(?:s|ed)?|smashed|broken)'
const glass = '(?:screen|glass|lcd|display|digitizer|back)'
const hint = /crack|shatter|smash|broken/i
/** Within a sentence: nothing between but a few words. */
const said = new RegExp(
  `\\b${glass}\\b(?:\\W+\\w+){0,4}?\\W+${cracked}\\b|\\b${cracked}\\b(?:\\W+\\w+){0,4}?\\W+${glass}\\b`,
  'gi',
)
/** It has none, had one, or it is the film above the glass. */
const denied = /\b(?:no|not|never|without|zero|none|isn['’]?t|nothing|nor|free of|if)\b/i
const elsewhere = /\b(?:replaced|fixed|repaired|replacement|protectors?|film|case)\b/i
/** Behind a mark another thing is said. */
const apart = /[.!?;]/
const beforeChars = 24

/** True where a text says that the glass of a device is cracked, and does not deny it. */
export function saysCracked(text: string): boolean {
  if (!hint.test(text)) return false
  const plain = unglued(text)
  for (const match of plain.matchAll(said)) {
    if (apart.test(match[0])) continue
    const before = plain
      .slice(Math.max(0, match.index - beforeChars), match.index)
      .split(/[.!?;,]/)
      .at(-1)!
    const after = /^(?:[^\w.!?;,]+\w+){0,2}/.exec(plain.slice(match.index + match[0].length))?.[0] ?? ''
    if (!denied.test(before + match[0]) && !elsewhere.test(before + match[0] + after)) return true
  }
  return false
}
