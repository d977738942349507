import { minorDigits, parsePrice, toMinorUnits } from '../../core/money.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import { asRecord, clean } from '../reading.ts'

type Price = Pick<SeenListing, 'priceCents' | 'currency'>

/**
 * The price of a listing's data: the amount, in the currency that the data or the sign before the shown amount names.
 * Where the two readings differ by more than rounding, nothing is said of the price. `dollars` is what a bare "$" means
 * where the thing is; undefined = not known.
 */
export function priceOf(data: unknown, shown: string | undefined, dollars: string | undefined): Price {
  const price = asRecord(data)
  const text = clean(
    [shown, price.formatted_amount, price.formatted_amount_zeros_stripped, price.text].find(
      (value): value is string => typeof value === 'string' && value.trim() !== '',
    ),
  )
  const named =
    typeof price.currency === 'string' && /^[A-Z]{3}$/.test(price.currency) ? price.currency : undefined
  const written = text === '' ? null : parsePrice(text, named ?? dollars)
  const amount =
    typeof price.amount === 'string' || typeof price.amount === 'number' ? price.amount : undefined
  if (amount === undefined) return written === null ? {} : shownPrice(text, dollars)
  const currency = named ?? currencyIn(text, dollars)
  const cents = toMinorUnits(amount, currency ?? 'XXX')
  if (cents === null) return {}
  const isFree = written?.priceCents === 0
  // "Free" beside an amount, or an amount of 0 that is not shown as free.
  if ((cents === 0) !== isFree && written !== null) return {}
  const unit = 10 ** minorDigits(currency ?? 'XXX')
  const sameMoney = written?.currency == null || currency === undefined || written.currency === currency
  if (written !== null && sameMoney && Math.abs(written.priceCents - cents) >= unit) return {}
  return { priceCents: cents, ...(currency !== undefined && { currency }) }
}

/** A price as a person sees it: "$1,200", "CA$15", "Free". */
export function shownPrice(text: string, dollars: string | undefined): Price {
  const currency = currencyIn(text, dollars)
  const price = parsePrice(clean(text), currency)
  if (price === null) return {}
  return { priceCents: price.priceCents, ...(currency !== undefined && { currency }) }
}

/** A bare "$" is the dollar (or peso) of the place; other signs and letters say it themselves. */
function currencyIn(text: string, dollars: string | undefined): string | undefined {
  if (/^[^\p{L}]*\$[^\p{L}]*$/u.test(text.replace(/\/.*$/, ''))) return dollars
  return parsePrice(text)?.currency ?? (/\d/.test(text) ? undefined : dollars)
}

const usa =
  'alabama AL alaska AK arizona AZ arkansas AR california CA colorado CO connecticut CT delaware DE district of columbia DC florida FL georgia GA hawaii HI idaho ID illinois IL indiana IN iowa IA kansas KS kentucky KY louisiana LA maine ME maryland MD massachusetts MA michigan MI minnesota MN mississippi MS missouri MO montana MT nebraska NE nevada NV new hampshire NH new jersey NJ new mexico NM new york NY north carolina NC north dakota ND ohio OH oklahoma OK oregon OR pennsylvania PA rhode island RI south carolina SC south dakota SD tennessee TN texas TX utah UT vermont VT virginia VA washington WA west virginia WV wisconsin WI wyoming WY puerto rico PR'
const canada =
  'alberta AB british columbia BC manitoba MB new brunswick NB newfoundland and labrador NL nova scotia NS ontario ON prince edward island PE quebec QC québec QC saskatchewan SK yukon YT'
const australia =
  'new south wales NSW queensland QLD south australia SA tasmania TAS victoria VIC australian capital territory ACT'

/** By the full name and by the letters, where these mean one thing. */
const dollarsOf = new Map<string, string>([
  ...regions(usa).map((region): [string, string] => [region, 'USD']),
  ...regions(canada).map((region): [string, string] => [region, 'CAD']),
  ...regions(australia).map((region): [string, string] => [region, 'AUD']),
  ['western australia', 'AUD'],
])

function regions(list: string): string[] {
  return list.split(/(?<= [A-Z]{2,3}) /).flatMap((entry) => {
    const at = entry.lastIndexOf(' ')
    return [entry.slice(0, at), entry.slice(at + 1).toLowerCase()]
  })
}

/** What "$" means at a place such as "Houston, Texas" or "Toronto, ON"; undefined where that is not known. */
export function dollarsAt(place: string | undefined): string | undefined {
  const last = place?.split(',').at(-1)?.trim().toLowerCase()
  return last === undefined ? undefined : dollarsOf.get(last)
}
