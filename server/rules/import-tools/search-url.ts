import { type Fields, type ImportContext, shown } from './imported.ts'
import { sites } from './search-sites.ts'

/** What the address of a site's search says, as fields of a rule. */
export interface SearchUrl {
  /** The site's name for people. */
  site: string
  fields: Fields
  /** What the address says and a rule cannot, a sentence each. */
  notes: string[]
}

const addressMax = 4_000

/** Null for what is no address of a search on a site that we know. */
export function readSearchUrl(address: string, context: ImportContext): SearchUrl | null {
  const text = address.trim().replace(/^source:/, '')
  if (text.length > addressMax || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  const site = sites.find(({ hosts }) => hosts.test(url.hostname))
  if (site === undefined) return null
  const notes: string[] = []
  const fields = site.read({ url, get: (...names) => parameter(url, names), path: pathOf(url), notes })
  return fields && { site: site.name, fields: withKnownPlace(fields, context, notes), notes }
}

function withKnownPlace(fields: Fields, context: ImportContext, notes: string[]): Fields {
  const { places, ...rest } = fields
  const [place] = Array.isArray(places) ? (places as { place: string }[]) : []
  if (place === undefined || context.knowsPlace(place.place)) return fields
  notes.push(`The place ${shown(place.place)} is not known here: give the rule a place.`)
  return rest
}

function parameter(url: URL, names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const [key, value] of url.searchParams) {
      const plain = value.replace(/\s+/g, ' ').trim()
      if (key.toLowerCase() === name.toLowerCase() && plain !== '') return plain
    }
  }
  return undefined
}

function pathOf(url: URL): string[] {
  return url.pathname.split('/').flatMap((part) => {
    if (part === '') return []
    try {
      return [decodeURIComponent(part.replace(/\+/g, ' '))]
    } catch {
      return []
    }
  })
}
