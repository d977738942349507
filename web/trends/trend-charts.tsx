import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { moneyText } from '../lib/money.ts'
import { BandChart } from '../ui/charts/band-chart.tsx'
import { BarChart } from '../ui/charts/bar-chart.tsx'
import { ChartTable } from '../ui/charts/chart-table.tsx'
import type { Trend, TrendWeek } from './queries.ts'
import { movedOf, newPerWeek, shownWeeks } from './trend.ts'

/** Four charts over the same weeks, each with its sentence and its table. */
export function TrendCharts({ trend }: { trend: Trend }) {
  const t = useTranslations('trends')
  const format = useFormatter()
  const weeks = shownWeeks(trend)
  const { overall } = trend
  const currency = trend.currency ?? 'USD'
  const money = (cents: number) => moneyText(cents, currency, { whole: true })
  const dayOf = ({ startsAt }: TrendWeek) =>
    // Weeks are those of UTC, wherever one is.
    format.dateTime(new Date(startsAt), { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const nameOf = (week: TrendWeek) => (week.partial ? t('soFar', { day: dayOf(week) }) : dayOf(week))
  const stepOf = (week: TrendWeek) => ({ key: week.week, name: dayOf(week), isPartial: week.partial })
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  const days = (count: number) => format.number(count, { maximumFractionDigits: 1 })
  const rows = (cells: (week: TrendWeek) => string[]) =>
    weeks.map((week) => ({ key: week.week, cells: [nameOf(week), ...cells(week)] }))
  const moved = movedOf(weeks)
  const perWeek = newPerWeek(weeks)
  const { asking, daysOnMarket, sellThrough, newListings } = overall
  return (
    <div className="space-y-6">
      <Figure
        title={t('asking.title')}
        isKnown={weeks.some((week) => week.asking !== null)}
        none={t('asking.none')}
        table={
          <ChartTable
            summary={t('table', { of: t('asking.title') })}
            heads={[
              t('week'),
              t('asking.low'),
              t('asking.mid'),
              t('asking.high'),
              t('count'),
              t('asking.sold'),
            ]}
            rows={rows(({ asking: own, sold }) => [
              ...(own ? [own.q1Cents, own.medianCents, own.q3Cents].map(money) : ['–', '–', '–']),
              ...[String(own?.count ?? 0), sold ? `${money(sold.medianCents)} (${sold.count})` : '–'],
            ])}
          />
        }
      >
        <BandChart
          steps={weeks.map((week) => ({
            ...stepOf(week),
            band: week.asking && {
              ...{ low: week.asking.q1Cents, mid: week.asking.medianCents, high: week.asking.q3Cents },
            },
            mark: week.sold?.medianCents ?? null,
          }))}
          shown={money}
          caption={[
            asking &&
              t('asking.caption', {
                ...{ count: asking.count, low: money(asking.q1Cents), mid: money(asking.medianCents) },
                high: money(asking.q3Cents),
              }),
            moved &&
              t(moved.percent === 0 ? 'asking.same' : moved.percent < 0 ? 'asking.fell' : 'asking.rose', {
                ...{ from: dayOf(moved.from), to: dayOf(moved.to), percent: Math.abs(moved.percent) },
              }),
            overall.sold &&
              t('asking.soldCaption', {
                ...{ count: overall.sold.count, mid: money(overall.sold.medianCents) },
              }),
          ]
            .filter(Boolean)
            .join(' ')}
        />
      </Figure>
      <Figure
        title={t('supply.title')}
        isKnown={newListings > 0}
        none={t('supply.none')}
        table={
          <ChartTable
            summary={t('table', { of: t('supply.title') })}
            heads={[t('week'), t('supply.new'), t('supply.late')]}
            rows={rows((week) => [String(week.newListings), String(week.foundLate)])}
          />
        }
      >
        <BarChart
          steps={weeks.map((week) => ({ ...stepOf(week), value: week.newListings }))}
          shown={(value) => format.number(value)}
          caption={t(perWeek === null ? 'supply.first' : 'supply.caption', {
            ...{ count: newListings, perWeek: format.number(perWeek ?? 0, { maximumFractionDigits: 1 }) },
          })}
        />
      </Figure>
      <Figure
        title={t('days.title')}
        isKnown={weeks.some((week) => week.daysOnMarket.medianDays !== null)}
        none={t('days.none', { days: days(daysOnMarket.watchedDays), watched: daysOnMarket.watched })}
        table={
          <ChartTable
            summary={t('table', { of: t('days.title') })}
            heads={[t('week'), t('days.half'), t('days.ended'), t('days.watched')]}
            rows={rows(({ daysOnMarket: own }) => [
              own.medianDays === null ? '–' : days(own.medianDays),
              ...[String(own.ended), String(own.watched)],
            ])}
          />
        }
      >
        <BarChart
          steps={weeks.map((week) => ({ ...stepOf(week), value: week.daysOnMarket.medianDays }))}
          shown={days}
          caption={
            daysOnMarket.medianDays === null
              ? t('days.notYet', { days: days(daysOnMarket.watchedDays) })
              : t('days.caption', { days: days(daysOnMarket.medianDays), count: daysOnMarket.watched })
          }
        />
      </Figure>
      <Figure
        title={t('through.title')}
        isKnown={weeks.some((week) => week.sellThrough.share !== null && week.sellThrough.complete)}
        none={t('through.none')}
        table={
          <ChartTable
            summary={t('table', { of: t('through.title') })}
            heads={[t('week'), t('through.share'), t('through.ended'), t('through.watched')]}
            rows={rows(({ sellThrough: own }) => [
              own.share === null ? '–' : percent(own.share),
              ...[String(own.endedInTime), String(own.watched)],
            ])}
          />
        }
      >
        <BarChart
          most={1}
          steps={weeks.map((week) => ({ ...stepOf(week), value: week.sellThrough.share }))}
          shown={percent}
          caption={
            sellThrough.share === null
              ? t('through.notYet')
              : t('through.caption', { share: percent(sellThrough.share), count: sellThrough.watched })
          }
        />
      </Figure>
    </div>
  )
}

/** A chart with its table; where nothing of it is known, a sentence instead. */
function Figure({
  title,
  isKnown,
  none,
  table,
  children,
}: {
  title: string
  isKnown: boolean
  none: string
  table: ReactNode
  children: ReactNode
}) {
  return (
    <div>
      <h3 className="font-bold">{title}</h3>
      {isKnown ? (
        <>
          {children}
          {table}
        </>
      ) : (
        <p className="text-sm text-muted">{none}</p>
      )}
    </div>
  )
}
