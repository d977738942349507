import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Problem } from '../ui/states.tsx'
import { Known } from './known.tsx'
import { fetchRates, type Rates, ratesQuery, typeRate, untypeRate } from './queries.ts'

/** What one euro is in each currency, typed or fetched. */
export function RatesPage() {
  const t = useTranslations('admin.rates')
  return (
    <Page wide title={t('title')} lead={t('lead')}>
      <Known query={useQuery(ratesQuery)} block="h-14" count={4}>
        {(rates) => (
          <>
            <All rates={rates} />
            <div className="mt-8">
              <Section id="type" title={t('type')}>
                <TypeRate />
              </Section>
            </div>
          </>
        )}
      </Known>
    </Page>
  )
}

/** A change answers with all rates as they are then. */
function useRates<Input>(change: (input: Input) => Promise<Rates>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (rates) => client.setQueryData(ratesQuery.queryKey, rates),
  })
}

function All({ rates: { items, isFetched } }: { rates: Rates }) {
  const t = useTranslations('admin.rates')
  const locale = useLocale()
  const fetching = useRates(() => fetchRates())
  const removing = useRates(untypeRate)
  const figure = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 })
  const dayOf = (day: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day))
  return (
    <>
      <p className="mb-3 text-sm text-muted">
        {isFetched ? t('fetched') : t.rich('notFetched', { code: (text) => <code>{text}</code> })}
      </p>
      {isFetched && (
        <Button onClick={() => fetching.mutate(undefined)} disabled={fetching.isPending}>
          {t('fetchNow')}
        </Button>
      )}
      {[fetching, removing].map(({ error }) => error !== null && <Problem key="problem" error={error} />)}
      {items.length === 0 ? (
        <p className="mt-3 font-semibold">{t('none')}</p>
      ) : (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {items.map(({ currency, perEuro, day, source }) => (
            <li key={currency} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span className="font-semibold tabular-nums">
                {t('oneEuro', { figure: figure.format(perEuro), currency })}
              </span>
              <span className="text-sm text-muted">{t(`of.${source}`, { day: dayOf(day) })}</span>
              {source === 'typed' && (
                <Button
                  onClick={() => removing.mutate(currency)}
                  disabled={removing.isPending}
                  aria-label={t('removeOf', { currency })}
                >
                  {t('remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function TypeRate() {
  const t = useTranslations('admin.rates')
  const typing = useRates(typeRate)
  const problems = typing.error instanceof ApiProblem ? typing.error.fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const perEuro = Number(String(given.get('perEuro')).replace(',', '.'))
    typing.mutate(
      { currency: String(given.get('currency')).trim(), perEuro },
      { onSuccess: () => form.reset() },
    )
  }
  return (
    <form onSubmit={submit} className="flex max-w-xl flex-wrap items-end gap-3">
      <TextField
        label={t('currency')}
        hint={t('currencyHint')}
        name="currency"
        required
        maxLength={3}
        autoCapitalize="characters"
        problem={problems['params.currency']}
      />
      <TextField
        label={t('perEuro')}
        hint={t('perEuroHint')}
        name="perEuro"
        required
        inputMode="decimal"
        problem={problems.perEuro}
      />
      <Button type="submit" disabled={typing.isPending}>
        {t('save')}
      </Button>
      {typing.isError && <Problem error={typing.error} />}
    </form>
  )
}
