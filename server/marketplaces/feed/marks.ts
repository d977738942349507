import { parseJsonExact } from '../../core/json-exact.ts'

const markText = 'deal-scout-entry-'

/** The mark of an entry among what the library read as its identifiers. */
export function markOf(identifiers: readonly (string | undefined)[] | undefined): string | undefined {
  return identifiers?.find((text) => text?.startsWith(markText))
}

const entryOrAside =
  /<!\[CDATA\[|<!--|<(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s>])[^"'<>]{0,500}(?:(?:"[^"<]{0,1000}"|'[^'<]{0,1000}')[^"'<>]{0,500}){0,60}>/gi

/**
 * Gives each entry a number of its own, so that what two readers find of it comes together and none is lost: ids and
 * links may be absent or equal, and the library leaves out entries in which it knows nothing.
 */
export function markEntries(xml: string): string {
  const parts: string[] = []
  let from = 0
  let count = 0
  entryOrAside.lastIndex = 0
  for (let match = entryOrAside.exec(xml); match; match = entryOrAside.exec(xml)) {
    const end = match[0] === '<!--' ? '-->' : match[0] === '<![CDATA[' ? ']]>' : null
    if (end !== null) {
      const at = xml.indexOf(end, entryOrAside.lastIndex)
      if (at === -1) break
      entryOrAside.lastIndex = at + end.length
      continue
    }
    if (match[0].endsWith('/>')) continue
    parts.push(
      xml.slice(from, entryOrAside.lastIndex),
      `<dc:identifier>${markText}${count++}</dc:identifier>`,
    )
    from = entryOrAside.lastIndex
  }
  return parts.join('') + xml.slice(from)
}

/** Some write RSS with Atom's (or another) namespace as the default one; RSS itself has none. */
export function withoutDefaultNamespace(xml: string): string {
  const root = /<rss(?=[\s>])[^<>]{0,4000}>/i.exec(xml.slice(0, 50_000))
  if (!root) return xml
  const head = xml
    .slice(root.index, root.index + 5000)
    .replace(/(<(?:rss|channel)\b[^<>]{0,4000}?)\sxmlns\s*=\s*(?:"[^"]{0,300}"|'[^']{0,300}')/gi, '$1')
  return xml.slice(0, root.index) + head + xml.slice(root.index + 5000)
}

/** A JSON Feed as the standard has it: numbers as ids, `link` for `url`, a picture as an object, no version. */
export function standardJson(text: string): string {
  const feed = parseJsonExact(text.replace(/^\ufeff/, '')) as Record<string, unknown>
  if (!Array.isArray(feed.items)) return JSON.stringify(feed)
  const items = feed.items.map((item: unknown, at): Record<string, unknown> => {
    // A field of the standard that is of no use to us.
    const language = `${markText}${at}`
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return { language }
    const own = item as Record<string, unknown>
    return { ...own, url: own.url ?? own.external_url ?? own.link, image: addressIn(own.image), language }
  })
  const isFeed = items.some((item) => 'title' in item && ('id' in item || item.url !== undefined))
  const version = feed.version ?? (isFeed ? 'https://jsonfeed.org/version/1.1' : undefined)
  return JSON.stringify({ ...feed, version, items })
}

function addressIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as { url?: unknown }).url : value
}
