import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Authorized } from '../../core/actor.ts'
import { minorDigits } from '../../core/money.ts'
import { discountFromValue } from '../../model/price-against-value.ts'
import type { DealDeps } from '../listing-pages.ts'
import type { DealView } from './card-schema.ts'
import type { DealsCsvQuery } from './deal-schema.ts'
import { askedDeals, dealCards, refuseOrder } from './deals.ts'
import type { At } from './position.ts'

const readAtOnce = 200

/** Amounts are in whole units of the currency beside them, as tables count. */
const columns: Readonly<Record<string, (deal: DealView) => string | number | null>> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  marketplace: ({ marketplace }) => marketplace,
  price: (deal) => amount(deal, deal.priceCents),
  shipping: (deal) => amount(deal, deal.shippingCents),
  landed: (deal) => amount(deal, deal.landedCents),
  fairValue: (deal) => (deal.value?.currency === deal.currency ? amount(deal, deal.value!.midCents) : null),
  discountPct: (deal) => discountFromValue(deal),
  profit: (deal) => amount(deal, deal.profitCents),
  currency: ({ currency }) => currency,
  score: ({ score }) => score,
  reason: ({ reason }) => reason,
  risk: ({ risk }) => risk.level,
  condition: ({ condition }) => condition,
  category: ({ category }) => category,
  location: ({ location }) => location,
  distanceKm: ({ distanceKm }) => distanceKm,
  postedAt: ({ postedAt }) => postedAt,
  firstSeenAt: ({ firstSeenAt }) => firstSeenAt,
  endsAt: ({ endsAt }) => endsAt,
  sameThing: ({ cluster }) => cluster?.size ?? null,
  note: ({ mark }) => mark.note,
  tags: ({ mark }) => mark.tags.join(', '),
  demo: ({ demo }) => (demo ? 'demo' : null),
  url: ({ url }) => url,
}

function amount({ currency }: DealView, cents: number | null): number | null {
  return cents === null ? null : cents / 10 ** minorDigits(currency ?? '')
}

/**
 * The deals of a query as a table for a spreadsheet, read while it is sent. What strangers wrote stays text: a title that
 * begins like a formula gets an apostrophe before it.
 */
export async function dealsCsv(
  deps: DealDeps,
  person: Authorized<'read'>,
  { limit, ...query }: DealsCsvQuery,
): Promise<Readable> {
  const asOfMs = deps.clock.now().getTime()
  const asked = await askedDeals(deps, person, query, { asOfMs, limit: readAtOnce })
  refuseOrder(query, asked)
  async function* rows() {
    let at: At = null
    for (let left = asked.isUnsearchable ? 0 : limit; left > 0; left -= readAtOnce) {
      const filter = { ...asked.filter, limit: Math.min(left, readAtOnce) }
      const found = await dealCards(deps, person, { ...asked, filter }, query.sort, at)
      for (const { view } of found) yield Object.values(columns).map((cell) => cell(view))
      const last = found.at(-1)
      if (found.length < filter.limit || last === undefined) return
      at = { id: last.id, key: last.key, isBack: false }
    }
  }
  return Readable.from(rows()).pipe(
    stringify({ bom: true, header: true, columns: Object.keys(columns), escape_formulas: true }),
  )
}
