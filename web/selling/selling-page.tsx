import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { FeeTable } from './fee-table.tsx'
import { type Selling, saveSelling, sellingQuery } from './queries.ts'
import { changed, readShipping, shippingText } from './selling-form.ts'

/** How a person sells again what they buy: the profit on every card is counted with it. */
export function SellingPage() {
  const t = useTranslations('selling')
  const { data, error, refetch } = useQuery(sellingQuery)
  return (
    <Page title={t('title')} lead={t('lead')}>
      {data === undefined && error === null && (
        <div aria-busy="true">
          <Skeleton className="h-96" />
        </div>
      )}
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <SellingForm key={JSON.stringify(data.own)} selling={data} />
          <FeeTable selling={data} />
        </>
      )}
    </Page>
  )
}

function SellingForm({ selling }: { selling: Selling }) {
  const t = useTranslations('selling')
  const nameOf = useTranslations('deals.categories')
  const client = useQueryClient()
  const [problems, setProblems] = useState<Record<string, string>>({})
  const { mutate, isPending, error } = useMutation({
    mutationFn: saveSelling,
    async onSuccess(saved) {
      client.setQueryData(sellingQuery.queryKey, saved)
      // Profits are others now.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'selling' })
      toasts.add({ title: t('saved') })
    },
  })
  const { effective, own } = selling
  const { currency, fees, outboundShippingCents: shipping } = effective
  const categories = Object.keys(shipping) as (keyof typeof shipping)[]
  const marketplaces = [...new Set(fees.rows.map(({ marketplace }) => marketplace))].toSorted()
  const options = marketplaces.map((value) => ({ value, text: value }))
  const fields = error instanceof ApiProblem ? error.fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    const days = Number(text('sellWithinDays'))
    const read = new Map([...categories, 'else'].map((name) => [name, readShipping(text(name), currency)]))
    const wrong = Object.fromEntries([
      ...[...read].filter(([, cents]) => cents === undefined).map(([name]) => [name, t('noAmount')]),
      ...(Number.isInteger(days) && days > 0 ? [] : [['sellWithinDays', t('noDays')]]),
    ])
    setProblems(wrong)
    if (Object.keys(wrong).length > 0) return
    mutate(
      changed(selling, {
        ...{ resaleMarketplace: text('resaleMarketplace'), localMarketplace: text('localMarketplace') },
        ...{ country: text('country').trim().toUpperCase() || null, sellWithinDays: days },
        shipping: Object.fromEntries(categories.map((name) => [name, read.get(name) ?? null])),
        shippingElse: read.get('else') ?? null,
      }),
    )
  }
  return (
    <form onSubmit={submit}>
      <div className="mb-8 grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
        <SelectField
          label={t('resaleMarketplace')}
          name="resaleMarketplace"
          defaultValue={effective.resaleMarketplace}
          options={options}
          problem={fields.resaleMarketplace}
        />
        <SelectField
          label={t('localMarketplace')}
          name="localMarketplace"
          defaultValue={effective.localMarketplace}
          options={options}
          problem={fields.localMarketplace}
        />
        <TextField
          label={t('country')}
          name="country"
          maxLength={2}
          hint={t('countryHint')}
          defaultValue={effective.country ?? ''}
          problem={fields.country}
        />
        <TextField
          label={t('sellWithinDays')}
          name="sellWithinDays"
          inputMode="numeric"
          defaultValue={effective.sellWithinDays}
          problem={problems.sellWithinDays ?? fields.sellWithinDays}
        />
      </div>
      <Section id="shipping" title={t('shipping')}>
        <p className="mb-4 text-muted">{t('shippingLead')}</p>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          {[...categories, 'else' as const].map((name) => (
            <TextField
              key={name}
              label={name === 'else' ? t('everythingElse') : nameOf(name)}
              name={name}
              unit={currency}
              inputMode="decimal"
              defaultValue={shippingText(
                name === 'else' ? effective.outboundShippingCentsElse : shipping[name],
                currency,
              )}
              problem={problems[name]}
            />
          ))}
        </div>
      </Section>
      {error !== null && <Problem error={error} />}
      <div className="flex flex-wrap gap-3">
        <Button look="main" type="submit" disabled={isPending}>
          {t('save')}
        </Button>
        {Object.keys(own).length > 0 && (
          <Button disabled={isPending} onClick={() => mutate({})}>
            {t('reset')}
          </Button>
        )}
      </div>
    </form>
  )
}
