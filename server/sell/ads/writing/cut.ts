const ellipsis = '…'

/** Characters as people and forms count them: what is seen as one is one. */
const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })
export const lengthOf = (text: string): number => {
  let count = 0
  for (const _ of segments.segment(text)) count++
  return count
}

/** As much as fits, ended at a word; a first word that is longer than all of it is cut, with a sign that it was. */
export function cutAtWord(text: string, charactersMax: number | null): string {
  const whole = text.trim()
  if (charactersMax === null || lengthOf(whole) <= charactersMax) return whole
  const parts = [...segments.segment(whole)].map(({ segment }) => segment)
  // Longer by one: a word may end just there.
  const start = parts.slice(0, charactersMax + 1)
  const lastSpace = start.findLastIndex((part) => /\s/.test(part))
  const cut = start
    .slice(0, Math.max(0, lastSpace))
    .join('')
    .replace(/[\s,;:–—\-/(&+]+$/u, '')
  if (cut !== '') return cut
  return charactersMax < 2 ? '' : parts.slice(0, charactersMax - 1).join('') + ellipsis
}
