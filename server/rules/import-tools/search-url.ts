import { searchParameter } from '../../model/search-address.ts'
import { type Fields, type ImportContext, shown } from './imported.ts'
import { fieldsOf, otherSites } from './search-sites.ts'

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
  const notes: string[] = []
  const found = askedOf(url, context, notes)
  return found && { ...found, fields: withKnownPlace(found.fields, context, notes), notes }
}

function askedOf(
  url: URL,
  { sites }: ImportContext,
  notes: string[],
): { site: string; fields: Fields } | null {
  for (const { name, readSearchUrl: read } of sites) {
    const asked = read?.(url)
    if (asked) return { site: name, fields: fieldsOf(asked, notes) }
  }
  const other = otherSites.find(({ hosts }) => hosts.test(url.hostname))
  const get = (...names: string[]) => searchParameter(url, ...names)
  const fields = other?.read({ url, get, path: pathOf(url), notes })
  return other && fields ? { site: other.name, fields } : null
}

function withKnownPlace(fields: Fields, context: ImportContext, notes: string[]): Fields {
  const { places, ...rest } = fields
  const [place] = Array.isArray(places) ? (places as { place: string }[]) : []
  if (place === undefined || context.knowsPlace(place.place)) return fields
  notes.push(`The place ${shown(place.place)} is not known here: give the rule a place.`)
  return rest
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
