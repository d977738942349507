import type { SearchPage } from '../contract.ts'
import { bodyText } from '../html-page.ts'
import { gatherRows } from '../page-rows.ts'
import { asArray, asRecord, clean, tryJson } from '../reading.ts'
import type { SiteReading } from '../site-calls.ts'
import { isOwnHost } from './link.ts'
import { readListing } from './listing.ts'

/** The bytes of an answer, see readText. */
export function readBody(
  body: Uint8Array,
  contentType: string | undefined,
  region: string | undefined,
): SiteReading {
  return readText(bodyText(body, contentType), region)
}

/** Tells the answer of a search, one listing and an error apart; never throws. */
export function readText(text: string, region?: string): SiteReading {
  const start = text.slice(0, 200).trimStart()
  if (!start.startsWith('{') && !start.startsWith('['))
    return { kind: 'unknown', reason: 'It is not an answer of Reverb’s interface, which is JSON.' }
  const value = tryJson(text)
  if (value === undefined) return { kind: 'unknown', reason: 'The answer is JSON that was cut off.' }
  const answer = asRecord(value)
  if (Array.isArray(answer.listings)) return { kind: 'search', page: readAnswer(answer, region) }
  if (answer.id !== undefined && answer.title !== undefined) {
    const read = readListing(answer, region)
    return 'listing' in read
      ? { kind: 'item', listing: read.listing }
      : { kind: 'unknown', reason: `The listing could not be read: ${read.reason}.` }
  }
  const message = typeof answer.message === 'string' ? clean(answer.message).slice(0, 200) : undefined
  return {
    kind: 'unknown',
    reason: message === undefined ? 'The answer is not one of a search.' : `Reverb says: ${message}`,
    ...(message !== undefined && { message }),
  }
}

function readAnswer(answer: Record<string, unknown>, region: string | undefined): SearchPage {
  const rows = asArray(answer.listings).slice(0, 1000)
  const { page, unread, drifted, drift } = gatherRows(rows, (row) => readListing(row, region))
  if (drifted) return drifted
  const { total } = answer
  if (page.listings.length === 0)
    return total === 0
      ? { ...page, outcome: 'empty', complete: true }
      : drift('Reverb lists nothing, but does not say that there is nothing.')
  const next = nextPage(asRecord(answer._links))
  const isAll =
    next === null &&
    (answer.current_page ?? 1) === 1 &&
    typeof total === 'number' &&
    page.listings.length >= total
  return { ...page, outcome: 'ok', next, complete: isAll && unread === 0 }
}

/** Path and query of the next page as the site links it; of its own interface alone. */
function nextPage(links: Record<string, unknown>): string | null {
  const { href } = asRecord(links.next)
  const url =
    typeof href === 'string' && href.length <= 2000 ? URL.parse(href, 'https://api.reverb.com/api/') : null
  if (!url || !isOwnHost(url.hostname) || !/^\/api\/listings(?:\/all)?\/?$/.test(url.pathname)) return null
  return `${url.pathname}${url.search}`
}
