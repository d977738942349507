import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Channel, channelsQuery, channelTitle } from '../lib/api/channels.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { DeliveryLine } from './delivery-line.tsx'
import { confirmChannel, notificationQuery, sendConfirmation, testChannel } from './queries.ts'

/** That the target is the person's own: a code is sent, typed, and then it is confirmed. */
export function ConfirmPart({ channel }: { channel: Channel }) {
  const { id, confirmation } = channel
  const name = channelTitle(channel)
  const t = useTranslations('channels.confirmation')
  const queryClient = useQueryClient()
  const done = async () => {
    await queryClient.invalidateQueries({ queryKey: channelsQuery.queryKey })
    toasts.add({ title: t('confirmed', { name }) })
  }
  const send = useMutation({
    mutationFn: () => sendConfirmation(id),
    onSuccess: ({ confirmed }) => (confirmed ? done() : undefined),
  })
  const confirm = useMutation({ mutationFn: (code: string) => confirmChannel(id, code), onSuccess: done })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    confirm.mutate(String(new FormData(event.currentTarget).get('code')).trim())
  }
  const isSent = send.data !== undefined
  return (
    <div className="mt-4 space-y-3 border-t border-line pt-4">
      <p role="status" className="text-sm">
        {send.data?.sentence ?? t('first', { name })}
      </p>
      {send.error !== null && <Problem error={send.error} />}
      {isSent && confirmation !== 'challenge' && (
        <form className="flex flex-wrap items-start gap-3" onSubmit={submit}>
          <div className="w-48">
            <TextField
              label={t('code')}
              name="code"
              required
              autoComplete="one-time-code"
              problem={confirm.error?.message}
            />
          </div>
          <Button look="main" type="submit" className="mt-6" disabled={confirm.isPending}>
            {t('confirm')}
          </Button>
        </form>
      )}
      <Button onClick={() => send.mutate()} disabled={send.isPending}>
        {t(isSent ? 'again' : confirmation === 'challenge' ? 'ask' : 'send')}
      </Button>
    </div>
  )
}

/** Sends a test, and shows what becomes of it while it does. */
export function TestPart({ channel }: { channel: Channel }) {
  const t = useTranslations('channels')
  const [sentId, setSent] = useState<number | null>(null)
  const send = useMutation({
    mutationFn: () => testChannel(channel.id),
    onSuccess: ({ notificationId }) => setSent(notificationId),
  })
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <Button onClick={() => send.mutate()} disabled={send.isPending}>
        {t(sentId === null ? 'test' : 'testAgain')}
      </Button>
      {send.error !== null && <Problem error={send.error} />}
      {sentId !== null && <TestLine id={sentId} channel={channel} />}
    </div>
  )
}

function TestLine({ id, channel }: { id: number; channel: Channel }) {
  const deliveries = useQuery(notificationQuery(id)).data?.deliveries ?? []
  return (
    <ul className="min-w-0 grow basis-52">
      {deliveries
        .filter((delivery) => delivery.channel === channel.id)
        .map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} name={channelTitle(channel)} />
        ))}
    </ul>
  )
}
