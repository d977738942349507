import { load } from 'cheerio'

/** Local name of the first element in lower case (`rss`, `feed`, `rdf`, `html` …), `{` for JSON, else null. */
export function rootOf(text: string): string | null {
  let at = /^[\s\ufeff]*/.exec(text)![0].length
  if (text[at] === '{') return '{'
  while (text.startsWith('<?', at) || text.startsWith('<!', at)) {
    const end = text.startsWith('<?', at)
      ? text.indexOf('?>', at) + 1
      : text.startsWith('<!--', at)
        ? text.indexOf('-->', at + 4) + 2
        : endOfDoctype(text, at)
    if (end <= at + 2) return null
    at = end + 1
    while (/\s/.test(text[at] ?? '')) at++
  }
  const name = /^<(?:[\w.-]{1,40}:)?([\w.-]{1,40})/.exec(text.slice(at, at + 100))?.[1]
  return name?.toLowerCase() ?? null
}

/** Index of the `>` that ends a document type, whose internal subset stands in brackets. */
function endOfDoctype(text: string, at: number): number {
  const close = text.indexOf('>', at)
  const bracket = text.indexOf('[', at)
  return bracket === -1 || bracket > close ? close : text.indexOf('>', text.indexOf(']', bracket))
}

/** True when the root element is closed: the reader is forgiving and would take a half feed for a whole one. */
export function isWhole(text: string, root: string): boolean {
  const tail = text.slice(-20_000).toLowerCase()
  for (let at = tail.lastIndexOf('</'); at !== -1; at = at === 0 ? -1 : tail.lastIndexOf('</', at - 1)) {
    const name = /^<\/(?:[\w.-]{1,40}:)?([\w.-]{1,40})\s*>/.exec(tail.slice(at, at + 120))?.[1]
    if (name === root) return true
  }
  return false
}

const feedTypes = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
])

/** Feeds that a web page names in its head, absolute; at most three. */
export function feedsOfPage(html: string, url: string | undefined): string[] {
  const $ = load(html.slice(0, 200_000), { xml: { xmlMode: false, decodeEntities: true } })
  const found = new Set<string>()
  for (const link of $('link[href]').toArray().slice(0, 500)) {
    const { rel = '', type = '', href = '' } = link.attribs
    const isFeed =
      rel.toLowerCase().split(/\s+/).includes('alternate') && feedTypes.has(type.toLowerCase().trim())
    const address = isFeed ? webAddress(href, url) : undefined
    if (address) found.add(address)
  }
  return [...found].slice(0, 3)
}

/** An absolute http(s) address, resolved against `base`; undefined for anything else. */
export function webAddress(address: string | undefined, base: string | undefined): string | undefined {
  const text = address?.trim()
  if (!text || text.length > 4000 || !URL.canParse(text, base)) return undefined
  const url = new URL(text, base)
  return /^https?:$/.test(url.protocol) && url.href.length <= 4000 ? url.href : undefined
}
