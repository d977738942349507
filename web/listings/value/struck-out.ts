/** What of a listing's address is the page's: comparables that the person struck out, `?without=17,40`. */
export interface ListingSearch {
  without?: string
}

/** As many as the server takes. */
const struckOutMax = 100

/** Keeps what is a list of numbers, in the form in which it is written. */
export function readListingSearch({ without }: Record<string, unknown>): ListingSearch {
  const ids = typeof without === 'string' ? struckOutOf({ without }) : []
  return ids.length === 0 ? {} : { without: ids.join(',') }
}

/** The listings that are struck out, each once. */
export function struckOutOf({ without = '' }: ListingSearch): number[] {
  const ids = without.split(',').map(Number)
  return [...new Set(ids.filter((id) => Number.isSafeInteger(id) && id > 0))].slice(0, struckOutMax)
}

/** The address with one more struck out, or with one that counts again. */
export function toggled(search: ListingSearch, id: number): ListingSearch {
  const ids = struckOutOf(search)
  const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]
  return { without: next.length === 0 ? undefined : next.join(',') }
}
