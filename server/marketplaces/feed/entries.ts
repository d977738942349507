import { type AnyFeed, parseFeed } from 'feedsmith'
import { markEntries, markOf, standardJson, withoutDefaultNamespace } from './marks.ts'

/** One entry of any feed format, texts as written (entities of the feed itself decoded). */
export interface Entry {
  /** Under which readExtras() has what the library dropped. */
  mark?: string | undefined
  id?: string | undefined
  link?: string | undefined
  /** Against which relative addresses of this entry stand (`xml:base`). */
  base?: string | undefined
  title?: string | undefined
  summary?: string | undefined
  content?: string | undefined
  /** False: `content` and `summary` are plain text. */
  html: boolean
  date?: string | undefined
  category?: string | undefined
  images: (string | undefined)[]
  /** From Media RSS: amount in whole units. */
  price?: { amount: number; currency: string } | undefined
  lat?: number | undefined
  lon?: number | undefined
  place?: string | undefined
}

export interface Feed {
  format: AnyFeed['format']
  /** What was read, with the entries' marks. */
  text: string
  /** The feed's own address where it says so. */
  self?: string | undefined
  base?: string | undefined
  entries: Entry[]
}

/** Newest entries stand first by custom; what lies beyond is not read. */
export const entriesMax = 10_000

type Rss = Extract<AnyFeed, { format: 'rss' }>['feed']
type RssItem = NonNullable<Rss['items']>[number]
type Atom = Extract<AnyFeed, { format: 'atom' }>['feed']
type AtomEntry = NonNullable<Atom['entries']>[number]
type Rdf = Extract<AnyFeed, { format: 'rdf' }>['feed']
type RdfItem = NonNullable<Rdf['items']>[number]
type JsonItem = NonNullable<Extract<AnyFeed, { format: 'json' }>['feed']['items']>[number]

/** Reads RSS 0.9x/2.0, RSS 1.0, Atom or JSON Feed; throws the library's errors for anything else. */
export function readEntries(text: string): Feed {
  const marked = /^[\s\ufeff]*\{/.test(text)
    ? withoutLengths(standardJson(text))
    : markEntries(withoutDefaultNamespace(withoutLengths(text)))
  const parsed = parseFeed(marked, { maxItems: entriesMax })
  switch (parsed.format) {
    case 'rss':
      return {
        format: 'rss',
        text: marked,
        self: selfLink(parsed.feed.atom?.links),
        base: parsed.feed.xml?.base,
        entries: (parsed.feed.items ?? []).map(fromRss),
      }
    case 'rdf':
      return {
        format: 'rdf',
        text: marked,
        self: selfLink(parsed.feed.atom?.links),
        base: parsed.feed.xml?.base,
        entries: (parsed.feed.items ?? []).map(fromRdf),
      }
    case 'atom':
      return {
        format: 'atom',
        text: marked,
        self: selfLink(parsed.feed.links),
        base: parsed.feed.xml?.base,
        entries: (parsed.feed.entries ?? []).map(fromAtom),
      }
    case 'json':
      return {
        format: 'json',
        text: marked,
        self: parsed.feed.feed_url,
        base: undefined,
        entries: (parsed.feed.items ?? []).map(fromJson),
      }
  }
}

/**
 * The library takes whatever has a `length` for a list of that length, be it a metre or a thousand million; no feed
 * format has an element or a field of that name (an enclosure's is an attribute).
 */
function withoutLengths(text: string): string {
  if (!/length/i.test(text)) return text
  if (!/^[\s\ufeff]*\{/.test(text))
    return text.replace(/<(\/?)((?:[\w.-]{1,40}:)?)length(?=[\s/>])/gi, '<$1$2length-')
  const json = JSON.parse(text.replace(/^\ufeff/, ''), (name, value) =>
    name === 'length' ? undefined : value,
  )
  return JSON.stringify(json)
}

function selfLink(links: { rel?: string; href?: string }[] | undefined): string | undefined {
  return links?.find(({ rel }) => rel === 'self')?.href
}

function fromRss(item: RssItem): Entry {
  return {
    mark: markOf(item.dc?.identifiers),
    id: item.guid?.value,
    link: item.link ?? pageLink(item.atom?.links) ?? absolute(item.guid?.value),
    base: item.xml?.base,
    title: item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value,
    summary: item.description,
    content: item.content?.encoded ?? item.description ?? item.media?.description?.value,
    html: true,
    date: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published,
    category: item.categories?.find(({ name }) => name)?.name ?? item.dc?.subjects?.[0],
    images: [...imageEnclosures(item.enclosures), ...mediaImages(item.media)],
    price: mediaPrice(item.media),
    lat: item.georss?.point?.lat ?? item.geo?.lat,
    lon: item.georss?.point?.lng ?? item.geo?.long,
    place: item.georss?.featureName,
  }
}

function fromRdf(item: RdfItem): Entry {
  return {
    mark: markOf(item.dc?.identifiers),
    id: item.rdf?.about,
    link: item.link ?? absolute(item.rdf?.about),
    base: item.xml?.base,
    title: item.title ?? item.dc?.titles?.[0],
    summary: item.description,
    content: item.content?.encoded ?? item.description,
    html: true,
    date: item.dc?.dates?.[0] ?? item.dcterms?.created?.[0],
    category: item.dc?.subjects?.[0],
    images: mediaImages(item.media),
    price: mediaPrice(item.media),
    lat: item.georss?.point?.lat,
    lon: item.georss?.point?.lng,
    place: item.georss?.featureName,
  }
}

function fromAtom(entry: AtomEntry): Entry {
  const links = entry.links ?? []
  const enclosures = links.filter(({ rel }) => rel === 'enclosure')
  return {
    mark: markOf(entry.dc?.identifiers),
    id: entry.id,
    link: pageLink(links) ?? absolute(entry.id),
    base: entry.xml?.base,
    title: entry.title?.value,
    summary: entry.summary?.value,
    content: entry.content?.value ?? entry.summary?.value ?? entry.media?.groups?.[0]?.description?.value,
    html: true,
    date: entry.published ?? entry.updated,
    category: entry.categories?.map(({ label, term }) => label ?? term).find((name) => name),
    images: [
      ...imageEnclosures(enclosures.map(({ href, type }) => ({ url: href, type }))),
      ...mediaImages(entry.media),
    ],
    price: mediaPrice(entry.media),
    lat: entry.georss?.point?.lat ?? entry.geo?.lat,
    lon: entry.georss?.point?.lng ?? entry.geo?.long,
    place: entry.georss?.featureName,
  }
}

function fromJson(item: JsonItem): Entry {
  return {
    mark: markOf([item.language]),
    id: item.id,
    link: item.url ?? item.external_url ?? absolute(item.id),
    title: item.title,
    summary: item.summary,
    content: item.content_html ?? item.content_text ?? item.summary,
    html: item.content_html !== undefined,
    date: item.date_published ?? item.date_modified,
    category: item.tags?.[0],
    images: [
      item.image,
      item.banner_image,
      ...imageEnclosures(item.attachments?.map(({ url, mime_type }) => ({ url, type: mime_type }))),
    ],
  }
}

type Link = { href?: string; rel?: string; type?: string }

/** Where a person reads the entry: a web page before the machine's copy, what is called alternate before itself. */
function pageLink(links: readonly Link[] | undefined): string | undefined {
  const isRel = (link: Link, rel: string) =>
    link.href !== undefined && (link.rel ?? 'alternate').toLowerCase().replace(/^.*\//, '') === rel
  const alternates = (links ?? []).filter((link) => isRel(link, 'alternate'))
  const page = alternates.find(({ type }) => type === undefined || /html/i.test(type)) ?? alternates[0]
  return (page ?? links?.find((link) => isRel(link, 'self')))?.href
}

/** An id stands in for a missing link only when it is an address, never resolved as one. */
function absolute(id: string | undefined): string | undefined {
  return id && /^https?:\/\//i.test(id) ? id : undefined
}

const imageFile = /\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])/i

function isImage(url: string | undefined, type: string | undefined): boolean {
  return type ? /^image(?:$|\/)/i.test(type.trim()) : imageFile.test(url ?? '')
}

function imageEnclosures(
  enclosures: { url?: string | undefined; type?: string | undefined }[] | undefined,
): (string | undefined)[] {
  return (enclosures ?? []).filter(({ url, type }) => isImage(url, type)).map(({ url }) => url)
}

/** Pictures first; thumbnails only where there is nothing larger. */
function mediaImages(media: RssItem['media']): (string | undefined)[] {
  if (!media) return []
  const groups = media.groups ?? []
  const contents = [...(media.contents ?? []), ...groups.flatMap((group) => group.contents ?? [])]
  const pictures = contents
    .filter(({ url, type, medium }) => (medium ? medium === 'image' : isImage(url, type)))
    .map(({ url }) => url)
  if (pictures.length > 0) return pictures
  return [media, ...groups, ...contents].flatMap(({ thumbnails }) => thumbnails ?? []).map(({ url }) => url)
}

function mediaPrice(media: RssItem['media']): Entry['price'] {
  const levels = media ? [media, ...(media.groups ?? []), ...(media.contents ?? [])] : []
  for (const { price, currency, type } of levels.flatMap(({ prices }) => prices ?? []))
    if (price !== undefined && currency && (type === undefined || type === 'purchase'))
      return { amount: price, currency }
  return undefined
}
