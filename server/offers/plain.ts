/** Controls, what changes the order of reading or joins characters, and letters that cannot be seen. */
const unseen = /[\p{Cc}\p{Cf}\u115f\u1160\u3164]/gu

// Bounded repetitions: no text takes long. Names of hosts only under endings that mail and chat programs make links of.
const links = [
  /[a-z0-9+.-]{0,20}:\/\/\S*/giu,
  /(?<![\p{L}\p{N}])(?:mailto|tel|sms|javascript|data|whatsapp|tg):\S+/giu,
  /(?<![\p{L}\p{N}])www\.\S+/giu,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu,
  /(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:com|net|org|info|biz|io|co|me|app|shop|store|online|site|xyz|top|club|link|ly|gl|cc|tv|us|uk|eu|de|at|ch|fr|es|it|nl|be|pl|ru|cn)(?![\p{L}\p{N}-])(?:[/?#:]\S*)?/giu,
]

/** Without links, again and again until taking one out makes no new one. */
function withoutLinks(text: string): string {
  let before: string
  let after = text
  do {
    before = after
    for (const link of links) after = after.replace(link, ' ')
  } while (after !== before)
  return after
}

/** Untrusted text as one line without controls or links, cut between characters to `unitsMax`; null = nothing is left. */
export function plainLine(text: string | null | undefined, unitsMax: number): string | null {
  if (!text) return null
  const line = withoutLinks(
    text
      // Bounds the work; what is cut here would not be shown anyway.
      .slice(0, unitsMax * 4 + 64)
      .toWellFormed()
      .replace(/[\s\u2028\u2029]+/gu, ' ')
      .replace(unseen, ''),
  )
    .replace(/\s+/gu, ' ')
    .trim()
  return cut(line, unitsMax) || null
}

/** A whole draft without controls or links; lines keep their breaks, at most one of them empty in a row. */
export function plainText(text: string): string {
  return withoutLinks(
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .split('\n')
      .map((line) => line.replace(/\s+/gu, ' ').replace(unseen, ''))
      .join('\n'),
  )
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function cut(line: string, unitsMax: number): string {
  if (line.length <= unitsMax) return line
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(
    line.slice(0, unitsMax + 64),
  )) {
    if (kept.length + segment.length > unitsMax - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** The address in normal form when a person may follow it (http or https, no user name in it), else null. */
export function followableUrl(url: string): string | null {
  if (url.length > 4000 || !URL.canParse(url)) return null
  const parsed = new URL(url)
  const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:'
  return isWeb && !parsed.username && !parsed.password ? parsed.href : null
}
