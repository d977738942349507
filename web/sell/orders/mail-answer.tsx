import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type FormEvent, useDeferredValue, useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { digitsCurrency, readAmount } from '../amounts.ts'
import { type Finding, itemQuery, itemsQuery, type settleFinding } from '../queries.ts'

type Answer = Parameters<typeof settleFinding>[1]
interface Asked {
  finding: Finding
  isBusy: boolean
  onAnswer(answer: Answer): void
}

/** A mail left open which thing sold: the person's things, the one that its title suggests first. */
export function WhichThing({ finding, isBusy, onAnswer }: Asked) {
  const t = useTranslations('sell.orders')
  const [words, setWords] = useState('')
  const q = useDeferredValue(words.trim())
  const { data } = useInfiniteQuery(itemsQuery(q === '' ? {} : { q }))
  const suggested = useQuery({ ...itemQuery(finding.itemId ?? 0), enabled: finding.itemId !== null })
  const found = data?.pages.flatMap((page) => page.items) ?? []
  const items = [
    ...(suggested.data === undefined ? [] : [suggested.data]),
    ...found.filter(({ id }) => id !== finding.itemId),
  ]
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const itemId = Number(new FormData(event.currentTarget).get('itemId'))
    if (itemId > 0) onAnswer({ state: 'repaired', itemId })
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <TextField
        label={t('findThing')}
        type="search"
        maxLength={200}
        value={words}
        onChange={({ currentTarget: { value } }) => setWords(value)}
      />
      <SelectField
        key={suggested.isSuccess ? 'suggested' : 'open'}
        name="itemId"
        label={t('whichThing')}
        defaultValue={String(finding.itemId ?? '')}
        options={[
          { value: '', text: t('noThing') },
          ...items.map(({ id, title, sku }) => ({ value: String(id), text: `${title} (${sku})` })),
        ]}
      />
      <Button type="submit" disabled={isBusy}>
        {t('itIsThis')}
      </Button>
    </form>
  )
}

/** A mail told a sale without an amount that is certain. */
export function WhatPaid({ isBusy, onAnswer }: Asked) {
  const t = useTranslations('sell.orders')
  const { currency } = usePerson()
  const [problem, setProblem] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const code = String(form.get('currency') ?? '')
      .trim()
      .toUpperCase()
    const priceCents = readAmount(String(form.get('paid') ?? ''), digitsCurrency(code, currency))
    setProblem(priceCents == null ? t('noAmount') : undefined)
    if (priceCents != null) onAnswer({ state: 'repaired', priceCents, currency: code })
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <TextField name="paid" label={t('whatPaid')} inputMode="decimal" problem={problem} />
      <TextField name="currency" label={t('currency')} maxLength={3} defaultValue={currency} />
      <Button type="submit" disabled={isBusy}>
        {t('savePaid')}
      </Button>
    </form>
  )
}
