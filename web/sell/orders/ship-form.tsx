import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/states.tsx'
import { digitsCurrency, readAmount } from '../amounts.ts'
import { forgetSell, type Sale, shipSale } from '../queries.ts'

/** How a sale travels, and what its label cost: the marketplace of its order is told, the label is an amount of the sale. */
export function ShipForm({ sale }: { sale: Sale }) {
  const t = useTranslations('sell.orders')
  const person = usePerson()
  const [wrong, setWrong] = useState<string>()
  const client = useQueryClient()
  const ship = useMutation({
    mutationFn: (shipment: Parameters<typeof shipSale>[1]) => shipSale(sale.id, shipment),
    onSuccess: () => forgetSell(client),
  })
  const fields = ship.error instanceof ApiProblem ? ship.error.fields : {}
  const ownCurrency = sale.net[0]?.currency ?? person.currency
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const currency = text('currency').toUpperCase()
    const labelCents = readAmount(text('label'), digitsCurrency(currency, ownCurrency))
    setWrong(labelCents === undefined ? t('noAmount') : undefined)
    if (labelCents === undefined) return
    ship.mutate({
      ...{ carrier: text('carrier'), tracking: text('tracking') },
      ...(labelCents !== null && { labelCents, currency }),
    })
  }
  return (
    <details>
      <summary className="min-h-6 cursor-pointer py-1">{t('ship')}</summary>
      <form className="mt-1 grid gap-3 sm:grid-cols-2" onSubmit={submit}>
        <TextField label={t('carrier')} name="carrier" required maxLength={50} problem={fields.carrier} />
        <TextField label={t('tracking')} name="tracking" required maxLength={100} problem={fields.tracking} />
        <div className="grid grid-cols-[1fr_6rem] gap-3">
          <TextField
            label={t('label')}
            name="label"
            inputMode="decimal"
            hint={t('labelHint')}
            problem={wrong ?? fields.labelCents}
          />
          <TextField
            label={t('currency')}
            name="currency"
            maxLength={3}
            defaultValue={ownCurrency}
            problem={fields.currency}
          />
        </div>
        <p>
          <Button type="submit" disabled={ship.isPending}>
            {t('sent')}
          </Button>
        </p>
      </form>
      {ship.isError && (
        <div className="mt-3">
          <Problem error={ship.error} />
        </div>
      )}
    </details>
  )
}
