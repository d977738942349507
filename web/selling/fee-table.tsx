import { useFormatter, useTranslations } from 'use-intl'
import { Money } from '../lib/figures/figures.tsx'
import { Section } from '../ui/page.tsx'
import type { Selling } from './queries.ts'

type Fees = Selling['effective']['fees']

/** What the marketplaces in question take, as the profits are counted; the rest of the table stands in the API. */
export function FeeTable({ fees, of, currency }: { fees: Fees; of: readonly string[]; currency: string }) {
  const t = useTranslations('selling')
  const rows = fees.rows.filter((row) => of.includes(row.marketplace) && row.currency === currency)
  return (
    <div className="mt-8">
      <Section id="fees" title={t('fees')}>
        <table className="w-full text-sm">
          <thead>
            <tr className="border-b border-ink text-left">
              <th scope="col" className="py-1.5 pr-3 font-semibold">
                {t('fee.marketplace')}
              </th>
              <th scope="col" className="py-1.5 pr-3 font-semibold">
                {t('fee.share')}
              </th>
              <th scope="col" className="py-1.5 text-right font-semibold">
                {t('fee.payment')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FeeLine key={JSON.stringify(row)} row={row} />
            ))}
          </tbody>
        </table>
        <p className="mt-3 text-sm text-muted">{t('feesFrom', { asOf: fees.asOf, source: fees.source })}</p>
      </Section>
    </div>
  )
}

function FeeLine({ row }: { row: Fees['rows'][number] }) {
  const t = useTranslations('selling')
  const format = useFormatter()
  const percent = (bps: number) => format.number(bps / 10_000, { style: 'percent', maximumFractionDigits: 2 })
  const { marketplace, delivery, currency, bands, payment, categories } = row
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-2 pr-3 text-left font-semibold">
        {marketplace}
        <span className="block text-xs font-normal text-muted">
          {[t(`deliveries.${delivery}`), currency, ...(categories ?? [])].join(', ')}
        </span>
      </th>
      <td className="figure py-2 pr-3">
        {bands.map(({ upToCents, bps }) => (
          <span key={String(upToCents)} className="block">
            {upToCents === null
              ? percent(bps)
              : t.rich('upTo', {
                  percent: percent(bps),
                  money: () => <Money cents={upToCents} currency={currency} whole />,
                })}
          </span>
        ))}
      </td>
      <td className="figure py-2 text-right">
        {payment.bps > 0 || payment.fixedCents > 0 ? (
          <>
            {percent(payment.bps)} + <Money cents={payment.fixedCents} currency={currency} />
          </>
        ) : (
          '–'
        )}
      </td>
    </tr>
  )
}
