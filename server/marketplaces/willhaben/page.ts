import type { SearchPage } from '../contract.ts'
import { bodyText } from '../html-page.ts'
import { type NoticeWords, readNotice } from '../page-notice.ts'
import { gatherRows } from '../page-rows.ts'
import { asArray, asRecord } from '../reading.ts'
import { objectsWhere, scriptById } from '../script-json.ts'
import type { SiteReading } from '../site-calls.ts'
import { identify } from './link.ts'
import { readListing } from './listing.ts'

/** The bytes of an answer, see readText. */
export function readBody(
  body: Uint8Array,
  contentType: string | undefined,
  url: string,
  page?: number,
): SiteReading {
  return readText(bodyText(body, contentType), url, page)
}

const notice: NoticeWords = {
  name: 'willhaben',
  blocked: /access denied|zugriff verweigert|you have been blocked/,
  expected: 'a result page nor a listing of willhaben',
}

/** Tells results, a listing, an ended one and a refusal apart; never throws. `page` is the one that was asked for. */
export function readText(text: string, url?: string, page = 1): SiteReading {
  const data = scriptById(text, '__NEXT_DATA__')
  if (data === undefined) return readNotice(text, notice)
  const [result] = objectsWhere(data, (record) => 'advertSummaryList' in record && 'rowsFound' in record)
  if (result) return { kind: 'search', page: readResult(result, page) }
  const [own] = objectsWhere(data, (record) => 'advertDetails' in record)
  if (!own) return readNotice(text, notice)
  if (own.advertDetails === null)
    return { kind: 'gone', reason: 'willhaben says that the listing has ended.' }
  const read = readListing(own.advertDetails)
  if ('leftOut' in read) return { kind: 'wanted', reason: read.leftOut }
  if ('reason' in read) return { kind: 'unknown', reason: `The listing could not be read: ${read.reason}.` }
  const asked = url === undefined ? undefined : identify(url)?.externalId
  return asked === undefined || asked === read.listing.externalId
    ? { kind: 'item', listing: read.listing }
    : { kind: 'unknown', reason: 'The page shows another listing.' }
}

function readResult(result: Record<string, unknown>, number: number): SearchPage {
  const rows = asArray(asRecord(result.advertSummaryList).advertSummary).slice(0, 1000)
  const { page, unread, leftOut, drifted, drift } = gatherRows(rows, readListing)
  if (drifted) return drifted
  const { rowsFound: total } = result
  const count = typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 ? total : undefined
  if (rows.length === 0)
    return count === 0
      ? { ...page, outcome: 'empty', complete: true }
      : drift('willhaben lists nothing, but does not say that there is nothing.')
  const isAll = number === 1 && count !== undefined && rows.length >= count && unread === 0
  if (page.listings.length === 0)
    return { ...page, outcome: 'empty', reason: `All ${leftOut} listings of the page are looked for.` }
  return { ...page, outcome: 'ok', complete: isAll, next: isAll ? null : String(number + 1) }
}
