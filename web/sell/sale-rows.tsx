import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { moneyText } from '../lib/money.ts'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { Problem } from '../ui/states.tsx'
import { Nets } from './money.tsx'
import { SaleOrder } from './orders/sale-order.tsx'
import { changeSale, forgetSell, type Sale } from './queries.ts'
import { useDay } from './use-day.ts'

/** Sales with their amounts; each can be told what became of it. */
export function SaleRows({ sales, withTitles = false }: { sales: readonly Sale[]; withTitles?: boolean }) {
  return (
    <ul className="divide-y divide-line">
      {sales.map((sale) => (
        <SaleRow key={sale.id} sale={sale} withTitle={withTitles} />
      ))}
    </ul>
  )
}

function SaleRow({ sale, withTitle }: { sale: Sale; withTitle: boolean }) {
  const t = useTranslations('sell')
  const { mayWrite } = usePerson()
  const day = useDay()
  /** What cannot be taken back waits for a second press. */
  const [asked, setAsked] = useState<Sale['state'] | null>(null)
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (state: Sale['state']) => changeSale(sale.id, { state }),
    onSuccess: () => forgetSell(client),
  })
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 grow basis-64">
        {withTitle && (
          <Link
            to="/sell/$id"
            params={{ id: String(sale.itemId) }}
            className="block font-semibold wrap-anywhere hover:underline"
          >
            {sale.title}
          </Link>
        )}
        <p className="text-sm text-muted">
          {t('soldLine', { day: day(sale.soldOn), place: sale.marketplace })}
        </p>
        <details className="mt-1 text-sm">
          <summary className="cursor-pointer py-1">
            {t('leftOfIt')} <Nets amounts={sale.net} />
          </summary>
          <ul className="mt-1 space-y-0.5 ps-4">
            {sale.money.map((row) => (
              <li key={row.id}>
                {t(`kinds.${row.kind}`)} {moneyText(row.cents, row.currency)}
                {row.source === 'rule' && <span className="text-muted"> {t('byRule')}</span>}
                {row.isEstimate && row.source === 'api' && (
                  <span className="text-muted"> {t('byEstimate')}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
        <SaleOrder sale={sale} />
        {sale.feesFrom === null && <p className="text-sm text-muted">{t('feesUnknown')}</p>}
        {change.isError && <Problem error={change.error} />}
      </div>
      <div className="w-44">
        {asked !== null && (
          <div role="alert" className="mb-2 text-sm">
            <p>{t('goesBack')}</p>
            <p className="mt-2 flex gap-2">
              <Button
                look="danger"
                onClick={() => {
                  change.mutate(asked)
                  setAsked(null)
                }}
              >
                {t('goBack')}
              </Button>
              <Button onClick={() => setAsked(null)}>{t('stay')}</Button>
            </p>
          </div>
        )}
        {mayWrite && sale.next.length > 0 ? (
          <SelectField
            label={t('saleState')}
            value={asked ?? sale.state}
            disabled={change.isPending}
            onChange={({ target }) => {
              const state = sale.next.find((one) => one === target.value)
              if (state === 'cancelled' || state === 'refunded') setAsked(state)
              else if (state) change.mutate(state)
            }}
            options={[sale.state, ...sale.next].map((value) => ({ value, text: t(`saleStates.${value}`) }))}
          />
        ) : (
          <p className="text-sm">
            {t(`saleStates.${sale.state}`)}
            {sale.isReturned && `, ${t('cameBack')}`}
          </p>
        )}
      </div>
    </li>
  )
}
