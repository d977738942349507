import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { channelsQuery, readyChannelNames } from '../../lib/api/channels.ts'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckList } from '../../ui/check-list.tsx'
import { SelectField, TextArea, TextField } from '../../ui/field.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { toasts } from '../../ui/toast.tsx'
import { Agreement } from '../describe/agreement.tsx'
import { changeStyle, forgetSell, type Style, styleQuery } from '../queries.ts'
import { SellPage } from '../sell-page.tsx'

const tones = ['plain', 'friendly', 'short'] as const
const handovers = ['pick-up', 'shipping', 'both'] as const
const languages = ['en', 'de', 'nl'] as const
const sides = ['opening', 'closing'] as const

/** How a person's ads are written. */
export function StylePage() {
  const t = useTranslations('sell.style')
  const { data, error, refetch } = useQuery(styleQuery)
  return (
    <SellPage title={t('title')} lead={t('lead')}>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <div aria-busy="true">
          <Skeleton className="h-96" />
        </div>
      )}
      {data !== undefined && <StyleForm style={data} />}
      <Agreement />
    </SellPage>
  )
}

function StyleForm({ style }: { style: Style }) {
  const t = useTranslations('sell.style')
  const { mayWrite } = usePerson()
  const client = useQueryClient()
  const [language, setLanguage] = useState<(typeof languages)[number]>('en')
  const told = useTranslations('watching.tell')
  const channels = useQuery(channelsQuery).data?.items ?? []
  const [tasksOn, setTasksOn] = useState(style.tasksOn)
  const { mutate, isPending, error } = useMutation({
    mutationFn: changeStyle,
    async onSuccess() {
      toasts.add({ title: t('saved') })
      await forgetSell(client)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const own = (side: (typeof sides)[number]) => {
      const { [language]: _, ...others } = style[side]
      return text(side) === '' ? others : { ...others, [language]: text(side) }
    }
    mutate({
      tone: tones.find((one) => one === text('tone')) ?? 'plain',
      handover: handovers.find((one) => one === text('handover')) ?? 'pick-up',
      place: text('place') || null,
      ...{ opening: own('opening'), closing: own('closing'), tasksOn },
    })
  }
  return (
    <form onSubmit={submit} className="max-w-xl space-y-4">
      <fieldset disabled={!mayWrite} className="space-y-4">
        <SelectField
          label={t('tone')}
          name="tone"
          defaultValue={style.tone}
          options={tones.map((value) => ({ value, text: t(`tones.${value}`) }))}
        />
        <SelectField
          label={t('handover')}
          name="handover"
          defaultValue={style.handover}
          options={handovers.map((value) => ({ value, text: t(`handovers.${value}`) }))}
        />
        <TextField
          label={t('place')}
          name="place"
          hint={t('placeHint')}
          maxLength={100}
          defaultValue={style.place ?? ''}
        />
        <SelectField
          label={t('language')}
          value={language}
          onChange={({ target }) => setLanguage(languages.find((one) => one === target.value) ?? 'en')}
          options={languages.map((value) => ({ value, text: t(`languages.${value}`) }))}
        />
        {sides.map((side) => (
          <TextArea
            key={`${side} ${language}`}
            label={t(side)}
            name={side}
            rows={2}
            maxLength={500}
            hint={t('ownHint')}
            defaultValue={style[side][language] ?? ''}
          />
        ))}
        <div>
          <p className="text-sm text-muted">{t('tasks')}</p>
          <CheckList
            legend={told('by')}
            none={told('byNobody')}
            options={readyChannelNames(channels, tasksOn, (channel) => told('allTargets', { channel }))}
            chosen={tasksOn}
            onChange={setTasksOn}
          />
        </div>
      </fieldset>
      {error !== null && <Problem error={error} />}
      {mayWrite && (
        <Button type="submit" look="main" disabled={isPending}>
          {t('save')}
        </Button>
      )}
    </form>
  )
}
