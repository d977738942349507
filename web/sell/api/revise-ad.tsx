import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { moneyText, toMajor } from '../../lib/money.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/states.tsx'
import { readAmount } from '../amounts.ts'
import { BestOffer, type Terms } from './best-offer.tsx'
import { type ApiPost, noteApiPost, type Revision, reviseAd, type Where } from './queries.ts'
import { changesOf } from './revision.ts'

/** Another price, number, title, text or other offers of an ad that stands there: what changes is shown before it is sent. */
export function ReviseAd({ post, where }: { post: ApiPost; where: Where }) {
  const t = useTranslations('sell.api')
  const client = useQueryClient()
  const { sent, there } = post
  const now = there ?? sent
  const [terms, setTerms] = useState<Terms>(sent?.bestOffer ?? null)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const [asked, setAsked] = useState<Revision | null>(null)
  const revise = useMutation({
    mutationFn: (change: Revision) => reviseAd(where, change),
    onSuccess(next) {
      setAsked(null)
      noteApiPost(client, where, next)
    },
    // What is wrong stands beside its field.
    onError: () => setAsked(null),
  })
  if (sent === null || now === null) return null
  const { currency } = sent
  const fields: Record<string, string | undefined> = {
    ...(revise.error instanceof ApiProblem ? revise.error.fields : {}),
    ...wrong,
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    revise.reset()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const price = readAmount(text('price'), currency)
    const quantity = /^\d{1,5}$/.test(text('quantity')) ? Number(text('quantity')) : 0
    const found = {
      ...((price == null || price === 0) && { price: t('noAmount') }),
      ...(quantity === 0 && { quantity: t('noNumber') }),
      ...(text('title') === '' && { title: t('notEmpty') }),
      ...(text('description') === '' && { description: t('notEmpty') }),
    }
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const [title, description] = [text('title'), text('description')]
    setAsked(
      changesOf(
        { ...sent, ...now, title: sent.title },
        { title, description, priceCents: price!, quantity, bestOffer: terms },
      ),
    )
  }
  return (
    <details className="mt-4">
      <summary className="min-h-6 cursor-pointer py-1 font-semibold">{t('revise')}</summary>
      <form onSubmit={submit} onChange={() => setAsked(null)} className="mt-3 grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('price')}
          name="price"
          inputMode="decimal"
          unit={currency}
          defaultValue={toMajor(now.priceCents, currency)}
          problem={fields.price ?? fields.priceCents}
        />
        <TextField
          label={t('quantity')}
          name="quantity"
          inputMode="numeric"
          defaultValue={now.quantity}
          problem={fields.quantity}
        />
        <div className="sm:col-span-2">
          <TextField label={t('title')} name="title" defaultValue={sent.title} problem={fields.title} />
        </div>
        <div className="sm:col-span-2">
          <TextArea
            label={t('description')}
            name="description"
            rows={8}
            defaultValue={sent.description}
            problem={fields.description}
          />
        </div>
        <BestOffer
          terms={terms}
          currency={currency}
          problem={fields.bestOffer}
          onChange={(next) => {
            setAsked(null)
            setTerms(next)
          }}
        />
        {asked === null && (
          <p className="sm:col-span-2">
            <Button type="submit" disabled={post.wish !== null || revise.isPending}>
              {t('showChanges')}
            </Button>
          </p>
        )}
      </form>
      {asked !== null && (
        <Changes
          {...{ sent, now, asked }}
          busy={revise.isPending}
          onSend={() => revise.mutate(asked)}
          onKeep={() => setAsked(null)}
        />
      )}
      {revise.isError && (
        <div className="mt-4">
          <Problem error={revise.error} />
        </div>
      )}
    </details>
  )
}

/** What it is there and what it will be; nothing is sent before the person says so. */
function Changes({
  sent,
  now,
  asked,
  busy,
  onSend,
  onKeep,
}: {
  sent: NonNullable<ApiPost['sent']>
  now: { priceCents: number; quantity: number }
  asked: Revision
  busy: boolean
  onSend(): void
  onKeep(): void
}) {
  const t = useTranslations('sell.api')
  const money = (cents: number | null) => (cents === null ? t('nothing') : moneyText(cents, sent.currency))
  const offers = (terms: Terms) =>
    terms === null
      ? t('noOffers')
      : t('offerTerms', { accept: money(terms.acceptCents), refuse: money(terms.refuseBelowCents) })
  const { priceCents, quantity, title, description, bestOffer } = asked
  const lines = [
    priceCents !== undefined && ([t('price'), money(now.priceCents), money(priceCents)] as const),
    quantity !== undefined && ([t('quantity'), String(now.quantity), String(quantity)] as const),
    title !== undefined && ([t('title'), sent.title, title] as const),
    description !== undefined && ([t('description'), sent.description, description] as const),
    bestOffer !== undefined && ([t('offers'), offers(sent.bestOffer), offers(bestOffer)] as const),
  ].filter((line) => line !== false)
  if (lines.length === 0) return <p className="mt-4 font-semibold">{t('nothingChanges')}</p>
  return (
    <div className="mt-4 rounded-md border border-line bg-card p-4">
      <h3 className="mb-2 font-semibold">{t('changes')}</h3>
      <dl className="mb-4 space-y-3 text-sm">
        {lines.map(([field, before, after]) => (
          <div key={field}>
            <dt className="font-semibold">{field}</dt>
            <dd className="whitespace-pre-line wrap-anywhere">
              <del className="block text-muted">{before}</del>
              <ins className="block no-underline">{after}</ins>
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-3">
        <Button look="main" disabled={busy} onClick={onSend}>
          {t('reviseNow')}
        </Button>
        <Button look="bare" onClick={onKeep}>
          {t('keep')}
        </Button>
      </div>
    </div>
  )
}
