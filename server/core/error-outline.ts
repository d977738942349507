/** Longer ones say no more. */
const lengthMax = 240

/**
 * A sentence of an error as whoever runs the program may read it of other people's work: what went wrong, without what
 * may be theirs. Addresses, e-mails, what stands in quotation marks or brackets of the database, and long numbers are left out.
 */
export function errorOutline(text: string): string {
  const outline = text
    .split('\n', 1)[0]!
    .replaceAll(/[a-z][a-z\d+.-]*:\/\/[^\s"'”’>)]+/gi, '(an address)')
    .replaceAll(/[^\s@<>"'(]+@[^\s@<>"')]+/g, '(an e-mail)')
    .replaceAll(/=\([^)]*\)/g, '=(…)')
    .replaceAll(/"[^"]*"?|“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|`[^`]*`?|(?<!\w)'[^']*'?/g, '“…”')
    .replaceAll(/\+?\d[\d ().-]{6,}\d/g, '(a number)')
    .trim()
  return outline.length <= lengthMax ? outline : `${outline.slice(0, lengthMax - 1)}…`
}
