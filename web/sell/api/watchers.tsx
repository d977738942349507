import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { moneyText } from '../../lib/money.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/states.tsx'
import { type ApiPost, callsQuery, offerToWatchers, type Where } from './queries.ts'

const percentMin = 5
const percentMax = 90

/** A lower price for those who watch it: shown first, sent once the person says so. */
export function Watchers({ post, where }: { post: ApiPost; where: Where }) {
  const t = useTranslations('sell.api')
  const client = useQueryClient()
  const [asked, setAsked] = useState<{ percentOff: number; message: string } | null>(null)
  const [wrong, setWrong] = useState<string>()
  const send = useMutation({
    mutationFn: (offer: { percentOff: number; message: string }) => offerToWatchers(where, offer),
    onSettled: () => {
      setAsked(null)
      void client.invalidateQueries({ queryKey: callsQuery(where).queryKey })
    },
  })
  const now = post.there ?? post.sent
  if (now === null) return null
  const fields = send.error instanceof ApiProblem ? send.error.fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send.reset()
    const form = new FormData(event.currentTarget)
    const percentOff = Number(form.get('percentOff'))
    const isGood = Number.isInteger(percentOff) && percentOff >= percentMin && percentOff <= percentMax
    setWrong(isGood ? undefined : t('percentHint'))
    if (isGood) setAsked({ percentOff, message: String(form.get('message') ?? '').trim() })
  }
  const price = (percentOff: number) =>
    moneyText(Math.round((now.priceCents * (100 - percentOff)) / 100), now.currency)
  return (
    <details className="mt-4">
      <summary className="min-h-6 cursor-pointer py-1 font-semibold">{t('watchers')}</summary>
      <form onSubmit={submit} onChange={() => setAsked(null)} className="mt-3 space-y-4">
        <TextField
          label={t('percentOff')}
          name="percentOff"
          inputMode="numeric"
          unit="%"
          defaultValue={10}
          hint={t('percentHint')}
          problem={wrong ?? fields['body.percentOff']}
        />
        <TextArea
          label={t('messageToWatchers')}
          name="message"
          rows={3}
          maxLength={2000}
          problem={fields['body.message']}
        />
        {asked === null && (
          <Button type="submit" disabled={send.isPending}>
            {t('showOffer')}
          </Button>
        )}
      </form>
      {asked !== null && (
        <div className="mt-4 rounded-md border border-line bg-card p-4">
          <p className="mb-3 font-semibold">
            {t('offerReally', { price: price(asked.percentOff), percent: asked.percentOff })}
          </p>
          <div className="flex flex-wrap gap-3">
            <Button look="main" disabled={send.isPending} onClick={() => send.mutate(asked)}>
              {t('offerNow')}
            </Button>
            <Button look="bare" onClick={() => setAsked(null)}>
              {t('keep')}
            </Button>
          </div>
        </div>
      )}
      {send.isSuccess && (
        <p role="status" className="mt-3 font-semibold">
          {t('offersSent', { count: send.data.sent })}
        </p>
      )}
      {send.isError && (
        <div className="mt-3">
          <Problem error={send.error} />
        </div>
      )}
    </details>
  )
}
