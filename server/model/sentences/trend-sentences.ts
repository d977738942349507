/** What to know before trusting the figures of a market. */
export const trendSentences = {
  'trend-demo': () => 'These listings are made up by the demo: they tell nothing about a real market.',
  /** `others`: "3 EUR", listings in a currency. */
  'trend-currencies': (p: { currency: string; others: readonly string[] }) =>
    `Amounts are in ${p.currency}; listings in other currencies are left out: ${p.others.map((one) => one.replace(' ', ' in ')).join(', ')}.`,
  /** `places`: "eBay (3)". */
  'trend-left-out': (p: { places: readonly string[] }) =>
    `Left out because the terms of the marketplace forbid using its listings for statistics: ${p.places.join(', ')}.`,
  'trend-placeholders': (p: { count: number }) =>
    `${p.count} ${p.count === 1 ? 'price was' : 'prices were'} left out that nobody means, such as 1 or 1234.`,
  'trend-found-late': (p: { listings: number; count: number }) =>
    `${p.count} of ${p.listings} listings were found a week or more after their posting: of those weeks only what nobody bought is known, so their prices are rather too high.`,
  'trend-young': (p: { weeks: number; days: number }) =>
    `Sell-through is not shown for the latest ${p.weeks === 1 ? 'week' : `${p.weeks} weeks`}: their listings are younger than ${p.days} days.`,
  'trend-of-rule': () =>
    'The words, categories, conditions and marketplaces of the rule apply; its price limits, place and score do not, because they would hide the market around them.',
  'trend-truncated': () =>
    'More listings fit than are looked at: the oldest are left out. Narrow the search or ask for fewer weeks.',
}
