/**
 * Text folded for comparison: NFKD, marks removed, lower case, ß → ss, ligatures and full-width forms resolved.
 * Rules, search and comparables all compare folded text, so what one of them finds the others find too.
 */
export function foldText(text: string): string {
  return /^[\t\n\r\x20-\x7e]*$/.test(text)
    ? text.toLowerCase()
    : text
        // First out with loose marks: normalising a long run of them takes time quadratic in its length.
        .replace(/\p{M}+/gu, '')
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/ß/g, 'ss')
        .replace(/æ/g, 'ae')
        .replace(/œ/g, 'oe')
        .replace(/ø/g, 'o')
        .replace(/đ/g, 'd')
        .replace(/ł/g, 'l')
}

const wordPattern = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu

/** The folded words of a text in order: runs of letters and digits; `27.5` stays one word. */
export function words(text: string): string[] {
  return foldText(text).match(wordPattern) ?? []
}

/** False for what PostgreSQL stores neither as text nor in JSON: NUL, and half a character. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

/** A name as one line: a line end in it could make part of it look like a line of ours. NUL stays, to be refused. */
export function oneLine(text: string): string {
  return text.replace(/[[\p{Cc}\p{Zl}\p{Zp}]--\0]+/gv, ' ').trim()
}

/** A copy with its own memory: a string cut out of a page would keep the whole page alive. */
export function ownString(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}
