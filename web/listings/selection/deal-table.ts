import { type Cell, csvText } from '../../lib/csv.ts'
import { toMajor } from '../../lib/money.ts'
import type { Deal } from '../queries.ts'

/** As the server has them in its own table of deals. */
const columns: Readonly<Record<string, (deal: Deal) => Cell>> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  marketplace: ({ marketplace }) => marketplace,
  price: (deal) => amount(deal, deal.priceCents),
  landed: (deal) => amount(deal, deal.landedCents),
  fairValue: (deal) =>
    deal.value !== null && deal.value.currency === deal.currency ? amount(deal, deal.value.midCents) : null,
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
  note: ({ mark }) => mark.note,
  tags: ({ mark }) => mark.tags.join(', '),
  demo: ({ demo }) => (demo ? 'demo' : null),
  url: ({ url }) => url,
}

function amount({ currency }: Deal, cents: number | null): number | null {
  return cents === null ? null : currency === null ? cents : toMajor(cents, currency)
}

/** These deals as a table for a spreadsheet (CSV, UTF-8 with its mark); what begins like a formula gets an apostrophe before it. */
export function dealTable(deals: readonly Deal[]): string {
  const rows = deals.map((deal) => Object.values(columns).map((cell) => cell(deal)))
  return csvText([Object.keys(columns), ...rows])
}
