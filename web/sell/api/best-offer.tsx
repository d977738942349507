import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { toMajor } from '../../lib/money.ts'
import { CheckField, TextField } from '../../ui/field.tsx'
import { readAmount } from '../amounts.ts'
import type { ApiPost } from './queries.ts'

export type Terms = ApiPost['draft']['bestOffer']

/** Whether offers are taken, and which by themselves; told as soon as a field is left. */
export function BestOffer({
  terms,
  currency,
  problem,
  onChange,
}: {
  terms: Terms
  currency: string
  problem: string | undefined
  onChange(terms: Terms): void
}) {
  const t = useTranslations('sell.api')
  const typed = (cents: number | null | undefined) => (cents == null ? '' : String(toMajor(cents, currency)))
  const [accept, setAccept] = useState(typed(terms?.acceptCents))
  const [refuse, setRefuse] = useState(typed(terms?.refuseBelowCents))
  const acceptCents = readAmount(accept, currency)
  const refuseBelowCents = readAmount(refuse, currency)
  const tell = () => {
    if (acceptCents !== undefined && refuseBelowCents !== undefined)
      onChange({ acceptCents, refuseBelowCents })
  }
  const noAmount = (cents: number | null | undefined) => (cents === undefined ? t('noAmount') : undefined)
  return (
    <fieldset className="sm:col-span-2">
      <legend className="sr-only">{t('offers')}</legend>
      <CheckField
        label={t('takesOffers')}
        checked={terms !== null}
        onChange={({ target }) =>
          target.checked
            ? onChange({ acceptCents: acceptCents ?? null, refuseBelowCents: refuseBelowCents ?? null })
            : onChange(null)
        }
      />
      {terms !== null && (
        <div className="mt-2 grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('acceptFrom')}
            inputMode="decimal"
            unit={currency}
            value={accept}
            problem={noAmount(acceptCents) ?? problem}
            onChange={({ target }) => setAccept(target.value)}
            onBlur={tell}
          />
          <TextField
            label={t('refuseBelow')}
            inputMode="decimal"
            unit={currency}
            value={refuse}
            problem={noAmount(refuseBelowCents)}
            onChange={({ target }) => setRefuse(target.value)}
            onBlur={tell}
          />
        </div>
      )}
    </fieldset>
  )
}
