import { sellThroughDays, type Trend } from './schema.ts'

/** What to know before trusting the figures, one sentence each. */
export function notesOf(trend: Omit<Trend, 'notes'>, isOfRule: boolean): string[] {
  const { overall, weeks } = trend
  const others = trend.otherCurrencies.map(({ currency, count }) => `${count} in ${currency}`)
  const leftOut = trend.leftOut.map(({ marketplace, count }) => `${marketplace} (${count})`)
  const young = weeks.filter(({ sellThrough }) => !sellThrough.complete).length
  const says = (isTrue: boolean, sentence: string) => (isTrue ? [sentence] : [])
  return [
    ...says(trend.demo, 'These listings are made up by the demo: they tell nothing about a real market.'),
    ...says(
      others.length > 0,
      `Amounts are in ${trend.currency}; listings in other currencies are left out: ${others.join(', ')}.`,
    ),
    ...says(
      leftOut.length > 0,
      `Left out because the terms of the marketplace forbid using its listings for statistics: ${leftOut.join(', ')}.`,
    ),
    ...says(
      trend.placeholders > 0,
      `${trend.placeholders} ${trend.placeholders === 1 ? 'price was' : 'prices were'} left out that nobody means, such as 1 or 1234.`,
    ),
    ...says(
      overall.newListings > 0 && overall.foundLate * 2 > overall.newListings,
      `${overall.foundLate} of ${overall.newListings} listings were found a week or more after their posting: of those weeks only what nobody bought is known, so their prices are rather too high.`,
    ),
    ...says(
      young > 0 && overall.newListings > 0,
      `Sell-through is not shown for the latest ${young === 1 ? 'week' : `${young} weeks`}: their listings are younger than ${sellThroughDays} days.`,
    ),
    ...says(
      isOfRule,
      'The words, categories, conditions and marketplaces of the rule apply; its price limits, place and score do not, because they would hide the market around them.',
    ),
    ...says(
      trend.truncated,
      'More listings fit than are looked at: the oldest are left out. Narrow the search or ask for fewer weeks.',
    ),
  ]
}
