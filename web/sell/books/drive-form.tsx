import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { moneyText } from '../../lib/money.ts'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import { toasts } from '../../ui/toast.tsx'
import { addDrive, booksQuery, forgetSell } from '../queries.ts'
import { useDay } from '../use-day.ts'
import { perUnitText, readDistance, readRate } from './rates.ts'

const units = ['mi', 'km'] as const

/** Books a drive by the rate of its day, or one that is typed. */
export function DriveForm() {
  const t = useTranslations('sell.drive')
  const { currency, units: own } = usePerson()
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: addDrive,
    async onSuccess({ cents, currency: of }) {
      form.current?.reset()
      await forgetSell(client)
      toasts.add({ title: t('done', { amount: moneyText(cents, of) }) })
    },
  })
  const fields = { ...(error instanceof ApiProblem ? error.fields : {}), ...wrong }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    reset()
    const data = new FormData(event.currentTarget)
    const text = (name: string) => String(data.get(name) ?? '').trim()
    const code = text('currency').toUpperCase()
    const distance = readDistance(text('distance'))
    const rate = readRate(text('rate'), code)
    const found = {
      ...(distance === undefined && { distance: t('noDistance') }),
      ...(rate === undefined && { rate: t('noRate') }),
    }
    setWrong(found)
    if (distance === undefined || rate === undefined) return
    mutate({
      ...{ distance, unit: text('unit') === 'km' ? 'km' : 'mi' },
      ...(rate !== null && { centsPerUnit: rate, currency: code }),
      ...(text('onDate') !== '' && { onDate: text('onDate') }),
      ...(text('note') !== '' && { note: text('note') }),
    })
  }
  return (
    <Section id="drive" title={t('title')}>
      <p className="mb-4 text-muted">{t('lead')}</p>
      <form ref={form} onSubmit={submit} className="max-w-2xl space-y-4">
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          <TextField
            label={t('distance')}
            name="distance"
            inputMode="decimal"
            required
            problem={fields.distance}
          />
          <SelectField
            label={t('unit')}
            name="unit"
            defaultValue={own === 'km' ? 'km' : 'mi'}
            options={units.map((value) => ({ value, text: t(`units.${value}`) }))}
          />
          <TextField label={t('onDate')} name="onDate" type="date" problem={fields.onDate} />
          <TextField
            label={t('rate')}
            name="rate"
            inputMode="decimal"
            hint={t('rateHint')}
            problem={fields.rate ?? fields.centsPerUnit}
          />
          <TextField
            label={t('currency')}
            name="currency"
            maxLength={3}
            defaultValue={currency}
            problem={fields.currency}
          />
          <TextField label={t('note')} name="note" maxLength={500} problem={fields.note} />
        </div>
        {error !== null && <Problem error={error} />}
        <Button type="submit" disabled={isPending}>
          {t('save')}
        </Button>
      </form>
      <Rates />
    </Section>
  )
}

/** What a mile or a kilometre counts, on which days, and where that was read. */
function Rates() {
  const t = useTranslations('sell.drive')
  const day = useDay()
  const { data } = useQuery(booksQuery)
  if (data === undefined) return null
  return (
    <details className="mt-4">
      <summary className="cursor-pointer py-1 font-semibold">{t('rates')}</summary>
      <ul className="mt-2 divide-y divide-line border-y border-line text-sm">
        {data.mileageRates.map((rate) => (
          <li key={JSON.stringify(rate)} className="py-2">
            <span className="font-semibold">
              {t('perUnit', { rate: perUnitText(rate), unit: t(`units.${rate.unit}`) })}
            </span>{' '}
            <span className="text-muted wrap-anywhere">
              {[
                rate.validFrom !== null && t('from', { day: day(rate.validFrom) }),
                rate.validTo !== null && t('to', { day: day(rate.validTo) }),
                rate.isOwn && t('own'),
                rate.source,
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
