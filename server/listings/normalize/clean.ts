// biome-ignore-all lint/suspicious/noControlCharactersInRegex: removing control characters is what this file does.

/**
 * Text from outside made fit for storage and display. PostgreSQL refuses NUL and lone surrogates; zero-width and
 * direction marks make two equal titles differ and let a text show other than it reads.
 */

/** One line: spaces collapsed, at most `max` UTF-16 units, no half characters. */
export function cleanLine(text: string, max: number): string {
  // Bounds the work before any scan; the factor leaves room for what the scans remove.
  const bounded = text.length > max * 4 ? text.slice(0, max * 4) : text
  const visible = plainLine.test(bounded)
    ? bounded
    : bounded.toWellFormed().replace(lineBreaks, ' ').replace(hidden, '')
  return cut(visible.replace(spaces, ' ').trim(), max)
}

/** Several lines: line ends become \n, at most one blank line in a row, no trailing spaces. */
export function cleanText(text: string, max: number): string {
  const bounded = text.length > max * 2 ? text.slice(0, max * 2) : text
  const visible = plainText.test(bounded)
    ? bounded
    : bounded
        .toWellFormed()
        .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
        .replace(hidden, '')
  return cut(
    visible
      .replace(gaps, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    max,
  )
}

const plainLine = /^[\x20-\x7e\xa1-\xac\xae-\u02ff]*$/
const plainText = /^[\n\x20-\x7e\xa1-\xac\xae-\u02ff]*$/
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
/** Other than one space. */
const gaps = / [^\S\n]+|[^\S\n ][^\S\n]*/g
const spaces = /\s{2,}|[^\S ]/g
/**
 * Control characters but \t and \n, soft hyphen, zero-width characters, direction marks and isolates,
 * interlinear marks, tags. A zero-width joiner stays where it joins emoji.
 */
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu

/** At most `max` UTF-16 units, never half of a surrogate pair. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const end = (text.charCodeAt(max - 1) & 0xfc00) === 0xd800 ? max - 1 : max
  return text.slice(0, end).trimEnd()
}
