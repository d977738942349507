/** Languages that sentences are written in. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** The language that a tag asks for (`de-AT` → `de`); null = there are no sentences in it. */
export function languageOf(tag: string): Language | null {
  const primary = tag.split('-', 1)[0]!.toLowerCase()
  return languages.find((one) => one === primary) ?? null
}

/** In which language somebody wants to be spoken to; what there is none of is English. */
export const languageFor = (tag: string | null): Language => (tag === null ? null : languageOf(tag)) ?? 'en'

/** So many are read at most: nobody speaks more, and a header may hold thousands. */
const rangesMax = 20

/** The tag of `Accept-Language` (RFC 9110) that is wanted most of those that `isOffered`; `fallback` where it is none of them. */
export function negotiated(
  header: string | undefined,
  isOffered: (tag: string) => boolean,
  fallback: string,
) {
  const wanted = (header ?? '')
    .split(',', rangesMax)
    .map(readRange)
    .filter((range) => range !== null && range.quality > 0)
    .toSorted((one, other) => other!.quality - one!.quality)
  for (const range of wanted) {
    if (range!.tag === '*') return fallback
    if (isOffered(range!.tag)) return range!.tag
  }
  return fallback
}

function readRange(text: string): { tag: string; quality: number } | null {
  const found =
    /^\s*(\*|[a-z]{1,8}(?:-[a-z\d]{1,8}){0,4})\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i.exec(text)
  return found === null ? null : { tag: found[1]!, quality: Number(found[2] ?? 1) }
}
