import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Moment, Money } from '../../lib/figures/figures.tsx'
import { moneyText } from '../../lib/money.ts'
import { StepLines } from '../../ui/charts/step-lines.tsx'
import { Section } from '../../ui/page.tsx'
import { useMarketplaceName } from '../marketplace-name.ts'
import { type PriceRow, pricesOf, rowsOf, storyOf } from './prices.ts'
import type { WatchDetail } from './queries.ts'
import { titleOf } from './watching.ts'

const marksMax = 12
const linkLook = 'inline-block min-h-6 underline decoration-line underline-offset-4 hover:decoration-ink'

/** How the price of the thing went in all its listings, and what the person was told of it. */
export function PriceSection({ watch }: { watch: WatchDetail }) {
  const t = useTranslations('watching.prices')
  const [nowMs] = useState(() => Date.now())
  const prices = pricesOf(watch, nowMs)
  if (prices === null)
    return (
      <Section id="price" title={t('title')}>
        <p>{t('none')}</p>
        {watch.told.length > 0 && (
          <ul className="mt-3 space-y-1 text-sm">
            {watch.told.map(({ notificationId, at, title }) => (
              <li key={notificationId} className="flex flex-wrap gap-x-3">
                <Moment at={at} />
                <Message id={notificationId} title={title} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    )
  const { currency, lines, told } = prices
  const money = (cents: number) => moneyText(cents, currency)
  const { first, last, changes, listings } = storyOf(prices)
  const story = t('story', { first: money(first), last: money(last), changes, listings })
  const { thresholdCents } = watch
  const hasLevel = thresholdCents !== null && watch.currency === currency
  return (
    <Section id="price" title={t('title')}>
      <StepLines
        lines={lines.map(({ listingId, points, untilMs, isOwn }) => ({
          ...{ key: String(listingId), steps: points, untilMs, isMain: isOwn },
        }))}
        level={
          hasLevel ? { value: thresholdCents, text: t('yours', { price: money(thresholdCents) }) } : null
        }
        marks={told.slice(-marksMax)}
        caption={watch.cluster === null ? story : `${story} ${watch.cluster.summary}.`}
        shown={money}
      />
      <ol className="mt-3 divide-y divide-line border-y border-line text-sm" aria-label={t('list')}>
        {rowsOf(prices).map((row) => (
          <li
            key={row.key}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-1.5 sm:grid-cols-[11.5rem_minmax(0,1fr)_auto] sm:items-baseline"
          >
            <span className="text-muted">
              <Moment at={new Date(row.atMs).toISOString()} />
            </span>
            <span className="max-sm:order-last max-sm:col-span-2">
              <What row={row} watch={watch} />
            </span>
            <strong className="text-end">
              {row.kind === 'price' && <Money cents={row.value} currency={currency} />}
            </strong>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function What({ row, watch }: { row: PriceRow; watch: WatchDetail }) {
  const t = useTranslations('watching.prices')
  const nameOf = useMarketplaceName()
  if (row.kind === 'told')
    return (
      <span className="flex items-start gap-2">
        <span className="figure mt-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-full border border-ink bg-mark text-2xs font-bold text-mark-ink">
          <span className="sr-only">{t('mark')} </span>
          {row.number}
        </span>
        <Message id={row.notificationId} title={shortOf(row.title, titleOf(watch))} />
      </span>
    )
  if (row.isOwn) return t(row.isFirst ? 'first' : 'changed')
  const other = watch.cluster?.listings.find(({ id }) => id === row.listingId)
  if (other === undefined) return null
  return (
    <Link to="/listings/$id" params={{ id: String(other.id) }} className={linkLook}>
      {t(row.isFirst ? 'otherFirst' : 'otherChanged', { marketplace: nameOf(other.marketplace) })}
    </Link>
  )
}

function Message({ id, title }: { id: number; title: string }) {
  const t = useTranslations('watching.prices')
  return (
    <Link to="/notifications/$id" params={{ id: String(id) }} className={linkLook}>
      {t('told', { title })}
    </Link>
  )
}

/** What a message says, without the title of the thing whose page this is. */
const shortOf = (said: string, title: string) =>
  said.endsWith(`: ${title}`) ? said.slice(0, -title.length - 2) : said
