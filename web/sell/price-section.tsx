import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { moneyText } from '../lib/money.ts'
import { Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { Net } from './money.tsx'
import { type Prices, pricesQuery } from './queries.ts'

/** What to ask for a thing, what that leaves where, and the listings that say so. */
export function PriceSection({ itemId }: { itemId: number }) {
  const t = useTranslations('sell.prices')
  const { data, error, refetch } = useQuery(pricesQuery(itemId))
  return (
    <Section id="prices" title={t('title')}>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton className="h-40" />}
      {data && <p className="mb-4 text-muted">{data.reason}</p>}
      {data?.value && <Suggestions prices={data} currency={data.value.currency} />}
    </Section>
  )
}

function Suggestions({ prices, currency }: { prices: Prices; currency: string }) {
  const t = useTranslations('sell.prices')
  return (
    <>
      <ul className="grid gap-3 sm:grid-cols-3">
        {prices.suggestions.map(({ name, priceCents, askMore, of, places }) => (
          <li key={name} className="rounded-md border border-line bg-card p-3">
            <p className="text-sm text-muted">{t(`names.${name}`)}</p>
            <p className="text-2xl font-extrabold tabular-nums">{moneyText(priceCents, currency)}</p>
            <p className="text-sm text-muted">{t('askMore', { askMore, of })}</p>
            <ul className="mt-2 space-y-1 text-sm">
              {places.map((place) => (
                <li key={`${place.marketplace} ${place.delivery}`} className="flex justify-between gap-2">
                  <span className="min-w-0">
                    {t(place.delivery === 'local' ? 'local' : 'shipped', { place: place.marketplace })}
                  </span>
                  {place.profitCents === null ? (
                    <span className="tabular-nums">{moneyText(place.leavesCents, currency)}</span>
                  ) : (
                    <Net cents={place.profitCents} currency={currency} />
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-muted">
        {prices.floorCents === null
          ? t('leaves')
          : t('floor', { price: moneyText(prices.floorCents, currency) })}
      </p>
      <details className="mt-2 text-sm">
        <summary className="cursor-pointer py-1 font-semibold">
          {t('comps', { count: prices.comps.length })}
        </summary>
        <ul className="divide-y divide-line">
          {prices.comps.map((comp) => (
            <li key={comp.listingId} className="flex justify-between gap-3 py-1.5">
              <Link
                to="/listings/$id"
                params={{ id: String(comp.listingId) }}
                className="min-w-0 underline wrap-anywhere"
              >
                {comp.title}
              </Link>
              <span className="tabular-nums">{moneyText(comp.priceCents, comp.currency)}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
