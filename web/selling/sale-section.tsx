import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Money } from '../lib/figures/figures.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { type ResaleAsk, resaleQuery } from './queries.ts'

/** Where one sells by the settings is among them, wherever it stands. */
const shownAtFirst = 5

/** What selling a thing at what it is worth would leave, by marketplace; with the profit where it is known what it costs. */
export function SaleSection({
  ask,
  costCents,
  nameOf,
}: {
  ask: ResaleAsk
  /** What is asked for it, in the currency of the value; null = not told. */
  costCents: number | null
  nameOf(marketplace: string): string
}) {
  const t = useTranslations('selling.sale')
  const { data, error, refetch } = useQuery(resaleQuery(ask))
  const [isWhole, setWhole] = useState(false)
  const sales = data?.sales ?? []
  const shown = isWhole ? sales : sales.filter(({ isUsual }, index) => isUsual || index < shownAtFirst)
  const head = 'py-1.5 ps-3 text-end font-semibold whitespace-nowrap first:ps-0 first:text-start'
  const cell = 'py-2 ps-3 text-end'
  return (
    <Section id="sell" title={t('title')}>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <div aria-busy="true">
          <Skeleton className="h-44" />
        </div>
      )}
      {data?.unknown && <p>{data.unknown}</p>}
      {data && data.sales.length > 0 && (
        <>
          <table className="w-full text-sm">
            <caption className="mb-2 text-start text-muted">
              {t.rich(costCents === null ? 'caption' : 'captionBought', {
                money: () => <Money cents={data.priceCents} currency={data.currency} whole />,
                cost: () => <Money cents={costCents} currency={data.currency} />,
              })}
            </caption>
            <thead>
              <tr className="border-b border-ink">
                <th scope="col" className={head}>
                  {t('where')}
                </th>
                <th scope="col" className={head}>
                  {t('fees')}
                </th>
                <th scope="col" className={`${head} max-sm:hidden`}>
                  {t('shipping')}
                </th>
                <th scope="col" className={head}>
                  {t('leaves')}
                </th>
                {costCents !== null && (
                  <th scope="col" className={head}>
                    {t('profit')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((sale) => {
                const { marketplace, delivery, feeCents, paymentCents, shippingCents, leavesCents } = sale
                const money = (cents: number) =>
                  cents === 0 ? '–' : <Money cents={cents} currency={data.currency} />
                const profit = costCents === null ? null : leavesCents - costCents
                return (
                  <tr key={`${marketplace} ${delivery}`} className="border-b border-line align-top">
                    <th scope="row" className="py-2 text-start font-semibold">
                      {nameOf(marketplace)}
                      <span className="block text-xs font-normal text-muted">
                        {t(`deliveries.${delivery}`)}
                        {sale.isUsual && ` · ${t('usual')}`}
                        {shippingCents > 0 && (
                          <span className="block sm:hidden">
                            {t.rich('ship', {
                              money: () => <Money cents={shippingCents} currency={data.currency} />,
                            })}
                          </span>
                        )}
                      </span>
                    </th>
                    <td className={cell}>{money(feeCents + paymentCents)}</td>
                    <td className={`${cell} max-sm:hidden`}>{money(shippingCents)}</td>
                    <td className={`${cell} font-bold`}>
                      <Money cents={leavesCents} currency={data.currency} whole signed={leavesCents <= 0} />
                    </td>
                    {profit !== null && (
                      <td className={`${cell} font-bold ${profit > 0 ? 'text-under' : 'text-over'}`}>
                        <Money cents={profit} currency={data.currency} whole signed />
                      </td>
                    )}
                  </tr>
                )
              })}
            </tbody>
          </table>
          {shown.length < sales.length && (
            <Button look="bare" className="mt-2" onClick={() => setWhole(true)}>
              {t('all', { count: sales.length })}
            </Button>
          )}
          <p className="mt-3 text-sm text-muted">
            {data.chance}. {t('feesFrom', data.fees)}
          </p>
        </>
      )}
      {data && (
        <p className="mt-3">
          <Link to="/settings/selling" className={buttonClass()}>
            {t('setUp')}
          </Link>
        </p>
      )}
    </Section>
  )
}
