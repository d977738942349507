import type { Command } from 'commander'
import { authorized } from '../core/actor.ts'
import { type Open, type Output, table } from '../core/commands.ts'
import { badInput } from '../core/errors.ts'
import { formatMoney } from '../core/money.ts'
import { type Prices, sellThroughDays, type Trend, trendQuery } from './schema.ts'
import { readTrend, type TrendDeps } from './trend.ts'

/** `deal-scout trends`. */
export function trendCommands(program: Command, open: Open<TrendDeps>, output: () => Output): void {
  program
    .command('trends [words...]')
    .description('what things ask, sell for and how fast they go, by week')
    .option('--category <name>', 'only this category')
    .option('--marketplace <id>', 'only this marketplace')
    .option('--condition <name>', 'only this condition')
    .option('--currency <code>', 'prices in this currency (default: the most frequent)')
    .option('--weeks <n>', 'how many weeks back', '26')
    .option('--rule <n>', 'what this rule looks for, instead of words and the filters above')
    .option('--demo', 'made-up listings instead of real ones')
    .action((search: string[], flags: Record<string, string | boolean | undefined>) =>
      open(async (deps, actor) => {
        const query = trendQuery.safeParse({
          q: search.length > 0 ? search.join(' ') : undefined,
          category: flags.category,
          marketplace: flags.marketplace,
          condition: flags.condition,
          currency: flags.currency,
          weeks: flags.weeks,
          ruleId: flags.rule,
          demo: flags.demo === true ? 'true' : undefined,
        })
        if (!query.success) {
          throw badInput(
            query.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
          )
        }
        const trend = await readTrend(deps, authorized(actor, 'read'), query.data)
        output().print(trend, () => trendText(trend))
      }),
    )
}

const bars = '▁▂▃▄▅▆▇█'

/** One character per value from the lowest to the highest; `·` where there is none. */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null)
  const least = Math.min(...known)
  const span = Math.max(...known) - least
  return values
    .map((value) =>
      value === null
        ? '·'
        : bars[
            span === 0 ? 3 : Math.min(bars.length - 1, Math.floor(((value - least) / span) * bars.length))
          ],
    )
    .join('')
}

export function trendText(trend: Trend): string {
  const { overall, weeks } = trend
  if (overall.newListings === 0 && overall.sold === null && overall.ended.count === 0) {
    return [
      'No listings fit in these weeks. Search for other words, or ask for more weeks: --weeks 52',
      ...trend.notes,
    ].join('\n')
  }
  const money = (cents: number) => (trend.currency === null ? '' : formatMoney(cents, trend.currency))
  const median = (prices: Prices) => (prices === null ? null : money(prices.medianCents))
  const range = (prices: Prices) =>
    prices === null ? null : `${money(prices.q1Cents)}–${money(prices.q3Cents)}`
  const rows = [
    ...weeks.map((week) => ({ name: week.partial ? `${week.week} so far` : week.week, ...week })),
    { name: 'all', ...overall },
  ]
  return [
    table(
      ['week', 'new', 'asks', 'middle half', 'sold for', 'ended', 'days', `gone in ${sellThroughDays} d`],
      rows.map((row) => [
        row.name,
        row.newListings,
        median(row.asking),
        range(row.asking),
        median(row.sold),
        row.ended.count,
        days(row.daysOnMarket),
        percent(row.sellThrough),
      ]),
    ),
    '',
    `new   ${sparkline(weeks.map(({ newListings }) => newListings))}`,
    `asks  ${sparkline(weeks.map(({ asking }) => asking?.medianCents ?? null))}`,
    ...(overall.sold === null
      ? []
      : [`sold  ${sparkline(weeks.map(({ sold }) => sold?.medianCents ?? null))}`]),
    ...(trend.notes.length === 0 ? [] : ['', ...trend.notes]),
  ].join('\n')
}

function days({ medianDays, watchedDays }: Trend['overall']['daysOnMarket']): string | null {
  if (medianDays !== null) return String(medianDays)
  return watchedDays === 0 ? null : `> ${watchedDays}`
}

function percent({ share, complete }: Trend['overall']['sellThrough']): string | null {
  if (share !== null) return `${Math.round(share * 100)} %`
  return complete ? null : 'too early'
}
