import type { SeenListing } from '../model/listing-schema.ts'
import type { SearchPage } from './contract.ts'

/** One row of a page; `leftOut` is one that was read and is nothing that is offered. */
export type RowReading = { listing: SeenListing } | { reason: string } | { leftOut: string }

export interface GatheredRows {
  /** What a page of them begins with. */
  page: Pick<SearchPage, 'listings' | 'next' | 'complete' | 'rejected'>
  /** How many could not be read, and how many were left out. */
  unread: number
  leftOut: number
  /** The page where more than half of the rows could not be read, which says that they are written otherwise now. */
  drifted: SearchPage | null
  drift(reason: string): SearchPage
}

/** Reads rows, each on its own, in their order; of two with one id the first counts. */
export function gatherRows<Row>(
  rows: readonly Row[],
  read: (row: Row, at: number) => RowReading,
): GatheredRows {
  const found = new Map<string, SeenListing>()
  const rejected: { row: number; reason: string }[] = []
  let leftOut = 0
  let firstUnread = ''
  rows.forEach((row, at) => {
    const result = read(row, at)
    if ('listing' in result) {
      if (!found.has(result.listing.externalId)) found.set(result.listing.externalId, result.listing)
    } else if ('leftOut' in result) {
      leftOut++
      rejected.push({ row: at, reason: result.leftOut })
    } else {
      firstUnread ||= result.reason
      rejected.push({ row: at, reason: result.reason })
    }
  })
  const page = {
    listings: [...found.values()],
    next: null,
    complete: false,
    ...(rejected.length > 0 && { rejected }),
  }
  const unread = rejected.length - leftOut
  const drift = (reason: string): SearchPage => ({ ...page, listings: [], outcome: 'parse-drift', reason })
  const drifted =
    unread * 2 > rows.length
      ? drift(`${unread} of ${rows.length} listings could not be read: ${firstUnread}.`)
      : null
  return { page, unread, leftOut, drifted, drift }
}
