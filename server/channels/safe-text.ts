/**
 * Makes untrusted text one well-formed line of at most `unitsMax` UTF-16 units: control characters, line breaks and
 * direction overrides cannot forge a header, a line or another order of reading.
 */
export function oneLine(text: string, unitsMax: number): string {
  const line = text
    // Bounds the work on huge input; what is cut here would not be shown anyway.
    .slice(0, unitsMax * 4 + 64)
    .toWellFormed()
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return truncate(line, unitsMax)
}

/**
 * Cuts between graphemes so that the encoded result, ellipsis included, has at most `unitsMax` UTF-16 units;
 * `encode` (an escape function) is applied to whole graphemes, so that an escape sequence is never cut in two.
 */
export function truncate(
  text: string,
  unitsMax: number,
  encode: (part: string) => string = (part) => part,
): string {
  if (text.length <= unitsMax) {
    const whole = encode(text)
    if (whole.length <= unitsMax) return whole
  }
  // The last grapheme of the slice may be a part of a longer one, but then it ends beyond the limit.
  const slice = text.slice(0, unitsMax + 1)
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(slice)
  const shortened = fill(
    Array.from(graphemes, ({ segment }) => segment),
    unitsMax - 1,
    encode,
  )
  // One grapheme with hundreds of marks can be longer than the limit: then code points have to do.
  return `${(shortened || fill(Array.from(slice.toWellFormed()), unitsMax - 1, encode)).trimEnd()}…`
}

function fill(parts: string[], unitsMax: number, encode: (part: string) => string): string {
  let filled = ''
  for (const part of parts) {
    const encoded = encode(part)
    if (filled.length + encoded.length > unitsMax) break
    filled += encoded
  }
  return filled
}

/** The address in normal form when a person may follow it (http or https, no user name in it), else null. */
export function webUrl(url: string | null | undefined): string | null {
  if (!url || url.length > 4000 || !URL.canParse(url)) return null
  const parsed = new URL(url)
  const followable = parsed.protocol === 'https:' || parsed.protocol === 'http:'
  return followable && !parsed.username && !parsed.password ? parsed.href : null
}

/** The address when it is not longer than the provider accepts, else null: half an address leads elsewhere. */
export function urlWithin(url: string | null, lengthMax: number): string | null {
  return url !== null && url.length <= lengthMax ? url : null
}

/** Breaks one line at spaces into lines of at most `columns` including their indents; a longer word stays whole. */
export function wrap(line: string, columns: number, firstIndent = '', indent = firstIndent): string {
  const lines: string[] = []
  let current = firstIndent
  let isEmpty = true
  for (const word of line.split(' ').filter(Boolean)) {
    if (!isEmpty && current.length + 1 + word.length > columns) {
      lines.push(current)
      current = indent
      isEmpty = true
    }
    current += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, current].join('\n')
}
