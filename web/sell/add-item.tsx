import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Problem } from '../ui/states.tsx'
import { digitsCurrency, readAmount } from './amounts.ts'
import { addItem, forgetSell } from './queries.ts'

const formId = 'add-item'

/** Puts a thing into the stock by hand; the rest of it is told on its own page. */
export function AddItem({ onClose }: { onClose(): void }) {
  const t = useTranslations('sell')
  const { currency } = usePerson()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const { mutate, isPending, error } = useMutation({
    mutationFn: addItem,
    async onSuccess({ id }) {
      await forgetSell(client)
      void navigate({ to: '/sell/$id', params: { id: String(id) } })
    },
  })
  const fields = { ...(error instanceof ApiProblem ? error.fields : {}), ...wrong }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const code = text('currency').toUpperCase()
    const unit = digitsCurrency(code, currency)
    const cost = readAmount(text('cost'), unit)
    const quantity = Number(text('quantity') || '1')
    const found = {
      ...(text('title') === '' && { title: t('add.noTitle') }),
      ...(cost === undefined && { cost: t('noAmount') }),
      ...(!(Number.isInteger(quantity) && quantity > 0) && { quantity: t('noCount') }),
    }
    setWrong(found)
    if (Object.keys(found).length > 0) return
    mutate({
      title: text('title'),
      quantity,
      ...(cost != null && { costCents: cost, currency: code }),
      ...(text('note') !== '' && { note: text('note') }),
    })
  }
  return (
    <Sheet
      open
      title={t('add.title')}
      onClose={onClose}
      actions={
        <Button type="submit" form={formId} look="main" disabled={isPending}>
          {t('add.save')}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="space-y-4">
        <TextField label={t('fields.title')} name="title" maxLength={300} problem={fields.title} />
        <div className="grid grid-cols-[1fr_6rem] gap-3">
          <TextField
            label={t('fields.cost')}
            name="cost"
            inputMode="decimal"
            hint={t('add.costHint')}
            problem={fields.cost ?? fields.costCents}
          />
          <TextField
            label={t('fields.currency')}
            name="currency"
            maxLength={3}
            defaultValue={currency}
            problem={fields.currency}
          />
        </div>
        <TextField
          label={t('fields.quantity')}
          name="quantity"
          inputMode="numeric"
          defaultValue="1"
          problem={fields.quantity}
        />
        <TextArea label={t('fields.note')} name="note" rows={3} maxLength={5000} problem={fields.note} />
        {error !== null && <Problem error={error} />}
      </form>
    </Sheet>
  )
}
