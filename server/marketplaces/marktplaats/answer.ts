import type { SearchPage } from '../contract.ts'
import { gatherRows } from '../page-rows.ts'
import { asArray, asRecord } from '../reading.ts'
import { zonedDays } from '../zoned-days.ts'
import { readRow } from './listing.ts'
import { type SiteKey, siteOfHost } from './sites.ts'

export interface PageFacts {
  site?: SiteKey
  /** When the page was made. */
  nowMs?: number
}

/** Beyond it the site answers with nothing. */
const rowsMax = 5000

export function isAnswer(value: Record<string, unknown>): boolean {
  return (
    Array.isArray(value.listings) &&
    (typeof value.totalResultCount === 'number' || Array.isArray(value.topBlock))
  )
}

/** Reads the answer of a search, which pages hold in the same form; bought places above the results are left out. */
export function readAnswer(answer: Record<string, unknown>, facts: PageFacts): SearchPage {
  const rows = asArray(answer.listings).slice(0, rowsMax)
  const site = facts.site ?? siteOf(rows)
  const rowFacts = {
    site,
    days: zonedDays('europe/amsterdam', facts.nowMs),
    categoryNames: categoryNames(answer),
  }
  const { page, unread, drifted, drift } = gatherRows(rows, (row) => readRow(row, rowFacts))
  if (drifted) return drifted
  const total = typeof answer.totalResultCount === 'number' ? answer.totalResultCount : undefined
  if (rows.length === 0)
    return total === 0 && answer.hasErrors !== true
      ? { ...page, outcome: 'empty', complete: true }
      : drift('The site lists nothing, but does not say that there is nothing.')
  const { offset, limit } = pagination(answer)
  const end = offset === undefined ? undefined : offset + Math.max(limit ?? 0, 1)
  const pages = typeof answer.maxAllowedPageNumber === 'number' ? answer.maxAllowedPageNumber : 50
  const isLast = end === undefined || total === undefined || end >= total || end >= pages * (limit ?? 1)
  const organic = page.listings.filter(({ externalId }) => externalId.startsWith('m')).length
  return {
    ...page,
    outcome: 'ok',
    complete:
      offset === 0 && total !== undefined && organic >= total && unread === 0 && answer.hasErrors !== true,
    next: isLast ? null : String(end),
  }
}

function pagination(answer: Record<string, unknown>): { offset?: number; limit?: number } {
  const { offset, limit } = asRecord(asRecord(answer.searchRequest).pagination)
  return {
    ...(typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0 && { offset }),
    ...(typeof limit === 'number' && Number.isSafeInteger(limit) && limit > 0 && { limit }),
  }
}

/** Pictures are kept by the site that shows them; where none tells, the ads' country does. */
function siteOf(rows: readonly unknown[]): SiteKey {
  for (const row of rows.slice(0, 30).map(asRecord)) {
    const address = asArray(row.imageUrls).find((url) => typeof url === 'string')
    const host = typeof address === 'string' ? URL.parse(address, 'https://x.invalid')?.hostname : undefined
    const domain = host && /(?:^|\.)(marktplaats|2dehands|2ememain)\.(?:com|nl|be)$/.exec(host)?.[1]
    if (domain === 'marktplaats') return 'nl'
    if (domain) return isFrench(rows) ? 'be-fr' : 'be-nl'
  }
  const countries = rows.map((row) => asRecord(asRecord(row).location).countryAbbreviation)
  const belgian = countries.filter((country) => country === 'BE').length
  return belgian * 2 <= rows.length ? 'nl' : isFrench(rows) ? 'be-fr' : 'be-nl'
}

/** The Belgian sites differ in the language of what is the same on every page. */
function isFrench(rows: readonly unknown[]): boolean {
  return rows.some((row) => {
    const { date, attributes } = asRecord(row)
    const values = asArray(attributes).map((attribute) => asRecord(attribute).value)
    return (
      (typeof date === 'string' && /^(?:aujourd|hier$|avant-hier)/i.test(date)) ||
      values.some(
        (value) =>
          typeof value === 'string' && /^(?:utilisé|comme neuf|neuf|enlèvement|envoi|retrait)\b/i.test(value),
      )
    )
  })
}

/** "Fietsen en Brommers > Fietsen | Dames" by the number of the category, from the filters beside the results. */
function categoryNames(answer: Record<string, unknown>): Map<number, string> {
  const names = new Map<number, string>()
  const parents = new Map<number, number>()
  for (const facet of asArray(answer.facets).map(asRecord))
    for (const { id, label, parentId } of asArray(facet.categories).slice(0, 500).map(asRecord)) {
      if (typeof id !== 'number' || typeof label !== 'string') continue
      names.set(id, label)
      if (typeof parentId === 'number') parents.set(id, parentId)
    }
  return new Map(
    [...names].map(([id, label]) => {
      const parent = names.get(parents.get(id) ?? Number.NaN)
      return [id, parent === undefined ? label : `${parent} > ${label}`]
    }),
  )
}

export function siteOfAddress(url: string | undefined): SiteKey | undefined {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname
  return host === undefined ? undefined : siteOfHost(host)
}
