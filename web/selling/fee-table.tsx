import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Money } from '../lib/figures/figures.tsx'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { AddFee } from './add-fee.tsx'
import { FeeFile } from './fee-file.tsx'
import type { FeeRow, Selling } from './queries.ts'

/** What marketplaces take, since when, and where that was read: what is the person's own and where they sell first. */
export function FeeTable({ selling }: { selling: Selling }) {
  const t = useTranslations('selling')
  const { mayWrite } = usePerson()
  const [isWhole, setWhole] = useState(false)
  const { fees, currency, resaleMarketplace, localMarketplace } = selling.effective
  const isFirst = (row: FeeRow) =>
    row.isOwn === true ||
    (row.currency === currency && [resaleMarketplace, localMarketplace].includes(row.marketplace))
  const rows = isWhole ? fees.rows : fees.rows.filter(isFirst)
  return (
    <div className="mt-8">
      <Section id="fees" title={t('fees')}>
        <p className="mb-3 text-muted">{t('feesLead')}</p>
        <ul className="divide-y divide-line border-y border-line text-sm">
          {rows.map((row) => (
            <FeeLine key={JSON.stringify(row)} row={row} />
          ))}
        </ul>
        {rows.length < fees.rows.length && (
          <Button look="bare" className="mt-2" onClick={() => setWhole(true)}>
            {t('allFees', { count: fees.rows.length })}
          </Button>
        )}
        <p className="mt-3 text-sm text-muted">{t('feesFrom', { asOf: fees.asOf, source: fees.source })}</p>
      </Section>
      {mayWrite && <AddFee selling={selling} />}
      <FeeFile />
    </div>
  )
}

function FeeLine({ row }: { row: FeeRow }) {
  const t = useTranslations('selling')
  const categoryName = useTranslations('rule.categories')
  const nameOf = (one: string) => (categoryName.has(one as 'books') ? categoryName(one as 'books') : one)
  const { marketplace, delivery, currency, categories, country, isOwn } = row
  const about = [t(`deliveries.${delivery}`), currency, country, ...(categories ?? []).map(nameOf)]
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">
          {marketplace}
          {isOwn === true && <span className="ms-2 text-xs font-normal text-muted">{t('ownFee')}</span>}
        </p>
        <p className="text-xs text-muted">{about.filter(Boolean).join(', ')}</p>
      </div>
      <Figures row={row} />
      <Origin row={row} />
    </li>
  )
}

function Figures({ row }: { row: FeeRow }) {
  const t = useTranslations('selling')
  const format = useFormatter()
  const percent = (bps: number) => format.number(bps / 10_000, { style: 'percent', maximumFractionDigits: 2 })
  const { currency, bands, orderCents, payment } = row
  const money = (cents: number) => () => <Money cents={cents} currency={currency} />
  return (
    <div className="figure sm:text-end">
      {bands.map(({ upToCents, bps }) => (
        <span key={String(upToCents)} className="block">
          {upToCents === null
            ? percent(bps)
            : t.rich('upTo', { percent: percent(bps), money: money(upToCents) })}
        </span>
      ))}
      {orderCents !== undefined && orderCents > 0 && (
        <span className="block">{t.rich('perOrder', { money: money(orderCents) })}</span>
      )}
      {payment !== undefined && (payment.bps > 0 || payment.fixedCents > 0) && (
        <span className="block">
          {t.rich('forPayment', { percent: percent(payment.bps), money: money(payment.fixedCents) })}
        </span>
      )}
    </div>
  )
}

/** Since when it counts, where it was read and when. */
function Origin({ row }: { row: FeeRow }) {
  const t = useTranslations('selling')
  const format = useFormatter()
  const day = (text: string) =>
    format.dateTime(new Date(`${text}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  const { validFrom, source, readOn } = row
  return (
    <p className="text-xs text-muted wrap-anywhere sm:col-span-2">
      {validFrom ? t('since', { day: day(validFrom) }) : t('sinceEver')}
      {source && ' · '}
      {source &&
        (/^https:\/\//.test(source) ? (
          <a href={source} rel="noreferrer" target="_blank" className="inline-block py-1 underline">
            {source}
          </a>
        ) : (
          source
        ))}
      {readOn && ` · ${t('readOn', { day: day(readOn) })}`}
    </p>
  )
}
