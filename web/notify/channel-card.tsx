import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Channel, channelsQuery, channelTitle, nextTarget } from '../lib/api/channels.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { SpecFields, specProblems, specValues } from '../ui/spec-fields.tsx'
import { Problem } from '../ui/states.tsx'
import { Switch } from '../ui/switch.tsx'
import { toasts } from '../ui/toast.tsx'
import { ConfirmPart, TestPart } from './channel-check.tsx'
import { removeChannel, saveChannel, switchChannel } from './queries.ts'

/** One way to be told: what it is, how it stands, and its form, which its fields declare. */
export function ChannelCard({ channel }: { channel: Channel }) {
  const t = useTranslations('channels')
  const [open, setOpen] = useState<'own' | 'another' | null>(null)
  const { id, description, ready, unavailable, fields, off, needsConfirmation, isSetUp } = channel
  const isFirst = id === channel.channel
  // What a browser fills in nobody types.
  const isTyped = fields.length > 0 && channel.subscribeKey === null
  const state =
    off || (isSetUp && !channel.enabled) ? 'broken' : ready ? 'ready' : unavailable ? 'unavailable' : 'off'
  return (
    <article className="rounded-md border border-line bg-card p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 grow basis-60">
          <h3 className="flex flex-wrap items-center gap-x-3 font-bold">
            {channelTitle(channel)}
            <span
              className={`rounded-tag px-1.5 text-2xs font-bold ${state === 'ready' ? 'bg-under-soft text-under' : state === 'broken' ? 'bg-danger-soft text-danger' : 'bg-sunk text-muted'}`}
            >
              {t(state)}
            </span>
          </h3>
          {isFirst && <p className="mt-1 text-sm text-muted">{description}</p>}
          {[off?.reason, unavailable].map(
            (text) =>
              text && (
                <p key={text} className="mt-2 text-sm font-medium text-caution">
                  {text}
                </p>
              ),
          )}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {channel.subscribeKey !== null && isFirst && (
            <Link to="/settings/phone" className={buttonClass()}>
              {t('byBrowser')}
            </Link>
          )}
          {isTyped && unavailable === null && (
            <Button aria-expanded={open === 'own'} onClick={() => setOpen(open === 'own' ? null : 'own')}>
              {t('setUp')}
            </Button>
          )}
          {isTyped && isFirst && isSetUp && channel.several && unavailable === null && (
            <Button
              aria-expanded={open === 'another'}
              onClick={() => setOpen(open === 'another' ? null : 'another')}
            >
              {t('another')}
            </Button>
          )}
          {isSetUp && fields.length > 0 && <OnSwitch channel={channel} />}
        </div>
      </div>
      {ready && <TestPart channel={channel} />}
      {needsConfirmation && unavailable === null && <ConfirmPart channel={channel} />}
      {open === 'own' && <ChannelForm channel={channel} onDone={() => setOpen(null)} />}
      {open === 'another' && <AnotherForm channel={channel} onDone={() => setOpen(null)} />}
    </article>
  )
}

/** A form for one more target of the channel. */
function AnotherForm({ channel, onDone }: { channel: Channel; onDone(): void }) {
  const channels = useQuery(channelsQuery).data?.items ?? []
  const id = nextTarget(channel.channel, channels)
  const blank = { ...channel, id, label: null, settings: {}, isSetUp: false, ready: false }
  return <ChannelForm key={id} channel={blank} onDone={onDone} />
}

function OnSwitch({ channel }: { channel: Channel }) {
  const t = useTranslations('channels')
  const queryClient = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (isOn: boolean) => switchChannel(channel.id, isOn),
    onSettled: () => queryClient.invalidateQueries({ queryKey: channelsQuery.queryKey }),
    onError: (error) => toasts.add({ title: error.message }),
  })
  const name = t('isOn', { name: channelTitle(channel) })
  return <Switch name={name} checked={channel.enabled} onChange={(isOn) => mutate(isOn)} />
}

/** No field of a channel has this name. */
const labelField = 'label of the target'

function ChannelForm({ channel, onDone }: { channel: Channel; onDone(): void }) {
  const t = useTranslations('channels')
  const queryClient = useQueryClient()
  const done = (title: string) => async () => {
    await queryClient.invalidateQueries({ queryKey: channelsQuery.queryKey })
    toasts.add({ title })
    onDone()
  }
  const save = useMutation({
    mutationFn: (form: { settings: Record<string, unknown>; label: string | null }) =>
      saveChannel(channel.id, form),
    onSuccess: (saved) => done(t('savedChannel', { name: channelTitle(saved) }))(),
  })
  const remove = useMutation({
    mutationFn: () => removeChannel(channel.id),
    onSuccess: done(t('removed', { name: channelTitle(channel) })),
  })
  const problems = specProblems(save.error)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const label = String(form.get(labelField) ?? '').trim()
    save.mutate({ settings: specValues(channel.fields, form), label: label === '' ? null : label })
  }
  return (
    <form className="mt-4 space-y-4 border-t border-line pt-4" onSubmit={submit}>
      {channel.several && (channel.isSetUp || channel.id !== channel.channel) && (
        <TextField
          name={labelField}
          label={t('label')}
          hint={t('labelHint')}
          problem={problems.label}
          defaultValue={channel.label ?? ''}
          maxLength={60}
        />
      )}
      <SpecFields fields={channel.fields} values={channel.settings} problems={problems} />
      {[save.error, remove.error].map(
        (error) =>
          error && Object.keys(problems).length === 0 && <Problem key={error.message} error={error} />,
      )}
      <div className="flex gap-3">
        <Button look="main" type="submit" disabled={save.isPending}>
          {t('save')}
        </Button>
        {channel.isSetUp && (
          <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {t('remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
