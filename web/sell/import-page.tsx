import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { moneyText } from '../lib/money.ts'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { DropZone } from '../ui/drop-zone.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Problem } from '../ui/states.tsx'
import { forgetSell, type Imported, importThings } from './queries.ts'
import { SellPage } from './sell-page.tsx'
import { useDay } from './use-day.ts'

const bytesMax = 5_000_000
const orders = ['month-first', 'day-first'] as const

interface Table {
  name: string
  text: string
}

/** A table of things for sale or sold: looked at first, then taken. */
export function ImportPage() {
  const t = useTranslations('sell.import')
  const { mayWrite } = usePerson()
  const [table, setTable] = useState<Table | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const take = async (file: File | null) => {
    setTable(null)
    if (file === null) return setWrong(t('oneAtATime'))
    if (file.size > bytesMax) return setWrong(t('tooLarge'))
    setWrong(null)
    setTable({ name: file.name, text: await file.text() })
  }
  return (
    <SellPage title={t('title')} lead={t('lead')}>
      {mayWrite ? (
        <>
          <DropZone
            label={t('drop')}
            button={t('choose')}
            hint={t('hint')}
            accept=".csv,.tsv,.txt,text/csv"
            onFile={(file) => void take(file)}
          />
          {wrong !== null && (
            <p role="alert" className="mt-3 font-medium text-danger">
              {wrong}
            </p>
          )}
          {table !== null && <Looked key={`${table.name} ${table.text.length}`} table={table} />}
        </>
      ) : (
        <p className="text-muted">{t('readOnly')}</p>
      )}
    </SellPage>
  )
}

function Looked({ table }: { table: Table }) {
  const t = useTranslations('sell.import')
  const { currency } = usePerson()
  const client = useQueryClient()
  const look = useMutation({ mutationFn: importThings })
  const take = useMutation({ mutationFn: importThings, onSuccess: () => forgetSell(client) })
  const asked = (form: HTMLFormElement, dryRun: boolean) => {
    const data = new FormData(form)
    const text = (name: string) => String(data.get(name) ?? '').trim()
    return {
      ...{ text: table.text, dryRun, currency: text('currency').toUpperCase() || currency },
      marketplace: text('marketplace').toLowerCase() || null,
      dateOrder: orders.find((one) => one === text('dateOrder')) ?? null,
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    take.reset()
    look.mutate(asked(event.currentTarget, true))
  }
  const isLooked = look.data !== undefined && take.data === undefined
  return (
    <form onSubmit={submit} className="mt-6 space-y-4">
      <h2 className="text-lg font-bold wrap-anywhere">{table.name}</h2>
      <div className="grid max-w-2xl gap-4 sm:grid-cols-3">
        <TextField label={t('currency')} name="currency" maxLength={3} defaultValue={currency} />
        <TextField label={t('marketplace')} name="marketplace" maxLength={50} hint={t('marketplaceHint')} />
        <SelectField
          label={t('dateOrder')}
          name="dateOrder"
          options={[
            { value: '', text: t('orders.shown') },
            ...orders.map((value) => ({ value, text: t(`orders.${value}`) })),
          ]}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look={isLooked ? 'plain' : 'main'} disabled={look.isPending}>
          {t('look')}
        </Button>
        {isLooked && look.data.rows > look.data.rejected.length && (
          <Button
            look="main"
            disabled={take.isPending}
            onClick={({ currentTarget }) =>
              currentTarget.form && take.mutate(asked(currentTarget.form, false))
            }
          >
            {t('take')}
          </Button>
        )}
      </div>
      {(look.error ?? take.error) !== null && <Problem error={look.error ?? take.error} />}
      {take.data !== undefined ? (
        <Outcome done={take.data} />
      ) : (
        look.data !== undefined && <Outcome done={look.data} />
      )}
    </form>
  )
}

function Outcome({ done }: { done: Imported }) {
  const t = useTranslations('sell.import')
  const day = useDay()
  const { items, sales, posts, known, rejected, rejectedMore, unread, sample, dryRun } = done
  return (
    <div className="space-y-4">
      <p role="status" className="font-semibold">
        {t(dryRun ? 'would' : 'done', { items, sales, posts, known })}
      </p>
      {!dryRun && (
        <p>
          <Link to="/sell" className="inline-flex min-h-6 items-center underline">
            {t('toStock')}
          </Link>
        </p>
      )}
      {unread.length > 0 && <p className="text-sm text-muted">{t('unread', { names: unread.join(', ') })}</p>}
      {dryRun && (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {sample.map((row) => (
            <li key={row.row} className="flex flex-wrap justify-between gap-x-4 py-2">
              <span className="font-semibold wrap-anywhere">{row.title}</span>
              <span className="text-muted">
                {[
                  row.costCents !== null && t('cost', { amount: moneyText(row.costCents, row.currency) }),
                  row.soldCents !== null && t('sold', { amount: moneyText(row.soldCents, row.currency) }),
                  row.soldOn !== null && day(row.soldOn),
                  row.marketplace,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {rejected.length > 0 && (
        <details open={rejected.length <= 5}>
          <summary className="cursor-pointer font-semibold">
            {t('rejected', { count: rejected.length + rejectedMore })}
          </summary>
          <ul className="mt-2 space-y-1 text-sm">
            {rejected.map(({ row, reason }) => (
              <li key={`${row} ${reason}`} className="wrap-anywhere">
                {t('rejectedRow', { row, reason })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
