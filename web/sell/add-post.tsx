import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Problem } from '../ui/states.tsx'
import { digitsCurrency, readAmount } from './amounts.ts'
import { addPost, forgetSell, type Item } from './queries.ts'

const formId = 'add-post'

/** That a thing stands on a marketplace now, as the person says. */
export function AddPost({ item, onClose }: { item: Item; onClose(): void }) {
  const t = useTranslations('sell')
  const { currency } = usePerson()
  const client = useQueryClient()
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const { mutate, isPending, error } = useMutation({
    mutationFn: (post: Parameters<typeof addPost>[1]) => addPost(item.id, post),
    async onSuccess() {
      await forgetSell(client)
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
    const isAmount = readAmount(text('price'), unit) !== undefined
    setWrong(isAmount ? {} : { price: t('noAmount') })
    if (!isAmount) return
    const priceCents = text('price') === '' ? null : (readAmount(text('price'), unit) ?? null)
    mutate({
      marketplace: text('marketplace'),
      ...(text('url') !== '' && { url: text('url') }),
      ...(priceCents !== null && { priceCents, currency: code }),
    })
  }
  return (
    <Sheet
      open
      title={t('posts.addTitle')}
      onClose={onClose}
      actions={
        <Button type="submit" form={formId} look="main" disabled={isPending}>
          {t('posts.save')}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="space-y-4">
        <TextField
          label={t('fields.marketplace')}
          name="marketplace"
          hint={t('posts.placeHint')}
          maxLength={50}
          problem={fields.marketplace}
        />
        <TextField
          label={t('fields.url')}
          name="url"
          type="url"
          hint={t('posts.urlHint')}
          problem={fields.url}
        />
        <div className="grid grid-cols-[1fr_6rem] gap-3">
          <TextField
            label={t('fields.price')}
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
        {error !== null && <Problem error={error} />}
      </form>
    </Sheet>
  )
}
