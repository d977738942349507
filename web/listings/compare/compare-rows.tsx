import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Age, Distance, Money, Score } from '../../lib/figures/figures.tsx'
import { moneyText } from '../../lib/money.ts'
import { RangeBar } from '../../ui/charts/range-bar.tsx'
import { gapPercent, rangeOf } from '../deal.ts'
import type { Listing } from '../queries.ts'
import { type Compared, commonScale, compared, inOneCurrency, partNames } from './compare.ts'

export interface CompareRow extends Compared {
  key: string
  name: string
  cells: readonly ReactNode[]
}

/** What listings are compared by, a row each. */
export function useCompareRows(listings: readonly Listing[]): CompareRow[] {
  const t = useTranslations('compare')
  const parts = useTranslations('listing.parts')
  const deals = useTranslations('deals')
  const unknown = <span className="text-muted">{t('unknown')}</span>
  const row = (
    key: string,
    name: string,
    values: readonly (number | string | null)[],
    wants: 'least' | 'most' | null,
    cell: (listing: Listing, at: number) => ReactNode,
  ): CompareRow => ({
    ...{
      key,
      name,
      cells: listings.map((listing, at) => (values[at] === null ? unknown : cell(listing, at))),
    },
    ...compared(values, wants),
  })
  const money = (
    key: 'price' | 'shipping' | 'profit',
    wants: 'least' | 'most',
    of: (listing: Listing) => number | null,
    isSigned = false,
  ): CompareRow => {
    const cents = listings.map(of)
    const { best, differs } = compared(inOneCurrency(listings, cents), wants)
    return {
      ...row(key, t(key), cents, null, ({ currency }, at) => (
        <Money cents={cents[at]!} currency={currency} signed={isSigned} />
      )),
      ...{ best, differs: differs || new Set(cents).size > 1 },
    }
  }
  const partOf = ({ scoreParts }: Listing, name: string) => scoreParts.find((part) => part.name === name)
  return [
    money('price', 'least', ({ priceCents }) => priceCents),
    money('shipping', 'least', ({ shippingCents }) => shippingCents),
    row('value', t('value'), listings.map(gapPercent), 'least', (listing) => (
      <Worth listing={listing} listings={listings} />
    )),
    row(
      'score',
      t('score'),
      listings.map(({ score }) => score),
      'most',
      ({ score }) => <Score score={score} />,
    ),
    ...partNames(listings).map((name) =>
      row(
        `part-${name}`,
        t('part', { name: parts(name as 'price') }),
        listings.map((listing) => partOf(listing, name)?.points ?? null),
        'most',
        (listing) => {
          const part = partOf(listing, name)!
          return (
            <span className="figure" title={part.sentence}>
              {t('points', { points: part.points, max: part.pointsMax })}
            </span>
          )
        },
      ),
    ),
    money('profit', 'most', ({ flipProfit }) => flipProfit?.profitCents ?? null, true),
    row(
      'risk',
      t('risk'),
      listings.map(({ risk }) => risk.score),
      'least',
      ({ risk }) => (
        <span className={risk.level === 'low' ? '' : 'font-bold text-caution'}>
          {deals(`risks.${risk.level}`)} ({risk.score})
        </span>
      ),
    ),
    row(
      'distance',
      t('distance'),
      listings.map(({ distanceKm }) => distanceKm),
      'least',
      ({ distanceKm }) => <Distance km={distanceKm} />,
    ),
    row(
      'place',
      t('place'),
      listings.map(({ location }) => location),
      null,
      ({ location }) => location,
    ),
    row(
      'condition',
      t('condition'),
      listings.map(({ condition }) => condition),
      null,
      ({ condition }) => deals(`conditions.${condition!}`),
    ),
    row(
      'age',
      t('age'),
      listings.map(({ postedAt, firstSeenAt }) => postedAt ?? firstSeenAt),
      null,
      ({ postedAt, firstSeenAt }) => <Age at={postedAt ?? firstSeenAt} />,
    ),
  ]
}

/** Its own bar, and all on one scale where they are of one currency. */
function Worth({ listing, listings }: { listing: Listing; listings: readonly Listing[] }) {
  const t = useTranslations('deals')
  const range = rangeOf(listing)
  if (range === null) return null
  const { currency, lowCents, midCents, highCents } = listing.value!
  const shown = (cents: number) => moneyText(cents, currency, { whole: true })
  const words = { low: shown(lowCents), mid: shown(midCents), high: shown(highCents) }
  const gap = gapPercent(listing)!
  const isOne = new Set(listings.map((one) => one.value?.currency ?? currency)).size === 1
  const scale = isOne ? commonScale(listings) : null
  return (
    <span className="block">
      <span className={`figure font-bold ${gap < 0 ? 'text-under' : gap > 0 ? 'text-over' : ''}`}>
        {t(gap > 0 ? 'above' : 'below', { percent: Math.abs(gap) })}
      </span>
      <RangeBar
        range={range}
        label={t('bar', { price: shown(range.at), ...words })}
        {...(scale && { scale })}
      />
      <span aria-hidden className="figure block whitespace-normal! text-xs font-normal text-muted">
        {t('worth', words)}
      </span>
    </span>
  )
}
