import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Channel, channelsQuery } from '../lib/api/channels.ts'
import { Button } from '../ui/button.tsx'
import { SpecFields, specProblems, specValues } from '../ui/spec-fields.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { ConfirmPart, TestPart } from './channel-check.tsx'
import { removeChannel, saveChannel } from './queries.ts'

/** One way to be told: what it is, how it stands, and its form, which its fields declare. */
export function ChannelCard({ channel }: { channel: Channel }) {
  const t = useTranslations('channels')
  const [isOpen, setOpen] = useState(false)
  const { name, description, ready, unavailable, fields, off, needsConfirmation } = channel
  const state = off ? 'broken' : ready ? 'ready' : unavailable ? 'unavailable' : 'off'
  return (
    <article className="rounded-md border border-line bg-card p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 grow basis-60">
          <h3 className="flex flex-wrap items-center gap-x-3 font-bold">
            {name}
            <span
              className={`rounded-tag px-1.5 text-2xs font-bold ${state === 'ready' ? 'bg-under-soft text-under' : state === 'broken' ? 'bg-danger-soft text-danger' : 'bg-sunk text-muted'}`}
            >
              {t(state)}
            </span>
          </h3>
          <p className="mt-1 text-sm text-muted">{description}</p>
          {[off?.reason, unavailable].map(
            (text) =>
              text && (
                <p key={text} className="mt-2 text-sm font-medium text-caution">
                  {text}
                </p>
              ),
          )}
        </div>
        <div className="flex gap-2">
          {fields.length > 0 && unavailable === null && (
            <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t('setUp')}
            </Button>
          )}
        </div>
      </div>
      {ready && <TestPart channel={channel} />}
      {needsConfirmation && unavailable === null && <ConfirmPart channel={channel} />}
      {isOpen && <ChannelForm channel={channel} onDone={() => setOpen(false)} />}
    </article>
  )
}

function ChannelForm({ channel, onDone }: { channel: Channel; onDone(): void }) {
  const t = useTranslations('channels')
  const queryClient = useQueryClient()
  const done = (title: string) => async () => {
    await queryClient.invalidateQueries({ queryKey: channelsQuery.queryKey })
    toasts.add({ title })
    onDone()
  }
  const save = useMutation({
    mutationFn: (settings: Record<string, unknown>) => saveChannel(channel.id, settings, true),
    onSuccess: done(t('savedChannel', { name: channel.name })),
  })
  const remove = useMutation({
    mutationFn: () => removeChannel(channel.id),
    onSuccess: done(t('removed', { name: channel.name })),
  })
  const problems = specProblems(save.error)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate(specValues(channel.fields, new FormData(event.currentTarget)))
  }
  return (
    <form className="mt-4 space-y-4 border-t border-line pt-4" onSubmit={submit}>
      <SpecFields fields={channel.fields} values={channel.settings} problems={problems} />
      {[save.error, remove.error].map(
        (error) =>
          error && Object.keys(problems).length === 0 && <Problem key={error.message} error={error} />,
      )}
      <div className="flex gap-3">
        <Button look="main" type="submit" disabled={save.isPending}>
          {t('save')}
        </Button>
        {channel.ready && (
          <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {t('remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
