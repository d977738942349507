import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { CheckField, SelectField, TextField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { digitsCurrency, readAmount } from './amounts.ts'
import { forgetSell, type Item, recordSale } from './queries.ts'

const formId = 'record-sale'
const elsewhere = 'elsewhere'
const amountNames = ['price', 'shippingPaid', 'fee', 'label'] as const

/** Writes a sale down; fees that are left open are counted by the person's fees. */
export function RecordSale({ item, onClose }: { item: Item; onClose(): void }) {
  const t = useTranslations('sell')
  const { currency } = usePerson()
  const client = useQueryClient()
  const open = item.posts.filter(({ state }) => state !== 'ended')
  const [post, setPost] = useState(open.length > 0 ? String(open[0]!.id) : elsewhere)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const { mutate, isPending, error } = useMutation({
    mutationFn: recordSale,
    async onSuccess({ money }) {
      await forgetSell(client)
      const fee = money.find(({ kind, source }) => kind === 'marketplace-fee' && source === 'rule')
      toasts.add({ title: t(fee ? 'sold.doneByRule' : 'sold.done') })
      onClose()
    },
  })
  const fields = { ...(error instanceof ApiProblem ? error.fields : {}), ...wrong }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const code = text('currency').toUpperCase()
    const unit = digitsCurrency(code, currency)
    const amounts = Object.fromEntries(amountNames.map((name) => [name, readAmount(text(name), unit)]))
    const found = Object.fromEntries(
      amountNames
        .filter((name) => amounts[name] === undefined || (name === 'price' && amounts[name] === null))
        .map((name) => [name, t('noAmount')]),
    )
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const { price, shippingPaid, fee, label } = amounts
    mutate({
      itemId: item.id,
      ...(post === elsewhere ? { marketplace: text('marketplace') } : { postId: Number(post) }),
      ...{ priceCents: price!, currency: code, delivery: form.get('local') === null ? 'shipped' : 'local' },
      ...(shippingPaid != null && { shippingPaidCents: shippingPaid }),
      ...(fee != null && { feeCents: fee }),
      ...(label != null && { labelCents: label }),
      ...(text('soldOn') !== '' && { soldOn: text('soldOn') }),
    })
  }
  return (
    <Sheet
      open
      title={t('sold.title')}
      onClose={onClose}
      actions={
        <Button type="submit" form={formId} look="main" disabled={isPending}>
          {t('sold.save')}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="space-y-4">
        {open.length > 0 && (
          <SelectField
            label={t('sold.where')}
            value={post}
            onChange={({ target }) => setPost(target.value)}
            options={[
              ...open.map(({ id, marketplace }) => ({ value: String(id), text: marketplace })),
              { value: elsewhere, text: t('sold.elsewhere') },
            ]}
          />
        )}
        {post === elsewhere && (
          <TextField
            label={t('fields.marketplace')}
            name="marketplace"
            hint={t('posts.placeHint')}
            maxLength={50}
            problem={fields.marketplace}
          />
        )}
        <div className="grid grid-cols-[1fr_6rem] gap-3">
          <TextField
            label={t('fields.soldFor')}
            name="price"
            inputMode="decimal"
            problem={fields.price ?? fields.priceCents}
          />
          <TextField
            label={t('fields.currency')}
            name="currency"
            maxLength={3}
            defaultValue={currency}
            problem={fields.currency}
          />
        </div>
        <CheckField name="local" label={t('sold.local')} />
        <TextField
          label={t('fields.shippingPaid')}
          name="shippingPaid"
          inputMode="decimal"
          problem={fields.shippingPaid}
        />
        <TextField
          label={t('fields.fee')}
          name="fee"
          inputMode="decimal"
          hint={t('sold.feeHint')}
          problem={fields.fee}
        />
        <TextField label={t('fields.label')} name="label" inputMode="decimal" problem={fields.label} />
        <TextField label={t('fields.soldOn')} name="soldOn" type="date" problem={fields.soldOn} />
        {error !== null && <Problem error={error} />}
      </form>
    </Sheet>
  )
}
