import {
  type Fields,
  type ImportContext,
  type Imported,
  type ImportedRule,
  namedRule,
  shown,
} from './imported.ts'
import { readSearchUrl } from './search-url.ts'
import { withExpressions } from './words.ts'

/** A page that a tool watched for changes. */
export interface WatchedPage {
  where: string
  name: string | undefined
  url: string
  fields: Fields
  /** What must be met beside the words of the search. */
  expressions: string[]
  notes: string[]
}

/** Pages that are searches become rules; of the others is said that they did not. */
export function rulesOfPages(pages: readonly WatchedPage[], context: ImportContext): Imported {
  const rules: ImportedRule[] = []
  const notes: string[] = []
  for (const { where, name, url, fields, expressions, notes: own } of pages) {
    const search = readSearchUrl(url, context)
    if (search === null) {
      notes.push(
        `${where} became no rule: ${shown(url)} is no search on a site whose addresses are read here.`,
      )
      continue
    }
    const otherwise = `Search on ${search.site}`
    const more: string[] = []
    const whole = withExpressions({ ...search.fields, ...fields }, expressions, more)
    rules.push({
      where,
      rule: { name: namedRule(name, otherwise), ...whole },
      notes: [
        ...search.notes,
        ...own,
        ...more,
        `It looks on every marketplace, not on ${search.site} alone.`,
      ],
    })
  }
  return { rules, notes }
}
