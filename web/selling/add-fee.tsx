import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Section } from '../ui/page.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { addFee, type Selling, sellingQuery } from './queries.ts'
import { type FeeField, readFee } from './selling-form.ts'

const today = () => new Date().toISOString().slice(0, 10)

/** A row of fees that counts from a day on; what counted before stays. */
export function AddFee({ selling }: { selling: Selling }) {
  const t = useTranslations('selling.add')
  const all = useTranslations('selling')
  const nameOf = useTranslations('deals.categories')
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [wrong, setWrong] = useState<readonly FeeField[]>([])
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: addFee,
    async onSuccess(saved) {
      form.current?.reset()
      client.setQueryData(sellingQuery.queryKey, saved)
      // Profits are others now.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'selling' })
      toasts.add({ title: all('saved') })
    },
  })
  const fields = error instanceof ApiProblem ? error.fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    reset()
    const data = new FormData(event.currentTarget)
    const read = readFee((name) => String(data.get(name) ?? ''), today())
    setWrong('wrong' in read ? read.wrong : [])
    if ('row' in read) mutate(read.row)
  }
  const problemOf = (name: FeeField) =>
    wrong.includes(name) ? t(name.toLowerCase().endsWith('share') ? 'noShare' : 'noAmount') : undefined
  const { effective } = selling
  const categories = Object.keys(
    effective.outboundShippingCents,
  ) as (keyof Selling['effective']['outboundShippingCents'])[]
  return (
    <Section id="add-fee" title={t('title')}>
      <p className="mb-4 text-muted">{t('lead')}</p>
      <form ref={form} onSubmit={submit} className="space-y-4">
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          <TextField
            label={all('fee.marketplace')}
            name="marketplace"
            required
            maxLength={100}
            defaultValue={effective.resaleMarketplace}
            problem={fields.marketplace}
          />
          <TextField
            label={t('validFrom')}
            name="validFrom"
            type="date"
            required
            defaultValue={today()}
            problem={fields.validFrom}
          />
          <SelectField
            label={t('delivery')}
            name="delivery"
            options={(['shipped', 'local'] as const).map((value) => ({
              value,
              text: all(`deliveries.${value}`),
            }))}
          />
          <SelectField
            label={t('category')}
            name="category"
            options={[
              { value: '', text: t('everything') },
              ...categories.map((value) => ({ value, text: nameOf(value) })),
            ]}
          />
          <TextField
            label={all('fee.share')}
            name="share"
            unit="%"
            inputMode="decimal"
            required
            problem={problemOf('share')}
          />
          <TextField label={t('order')} name="order" inputMode="decimal" problem={problemOf('order')} />
          <TextField label={t('least')} name="least" inputMode="decimal" problem={problemOf('least')} />
          <TextField
            label={t('currency')}
            name="currency"
            maxLength={3}
            required
            defaultValue={effective.currency}
            problem={fields.currency}
          />
          <TextField
            label={all('fee.payment')}
            name="paymentShare"
            unit="%"
            inputMode="decimal"
            problem={problemOf('paymentShare')}
          />
          <TextField
            label={t('paymentFixed')}
            name="paymentFixed"
            inputMode="decimal"
            problem={problemOf('paymentFixed')}
          />
          <div className="col-span-2">
            <TextField label={t('source')} name="source" maxLength={500} hint={t('sourceHint')} />
          </div>
        </div>
        {error !== null && <Problem error={error} />}
        <Button type="submit" disabled={isPending}>
          {t('save')}
        </Button>
      </form>
    </Section>
  )
}
