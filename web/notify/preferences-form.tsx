import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { Button } from '../ui/button.tsx'
import { CheckField, SelectField, TextField } from '../ui/field.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { type Preferences, preferencesQuery, savePreferences } from './queries.ts'
import { WeekFigure } from './week-figure.tsx'

const rhythms = ['immediately', 'hourly', 'daily', 'weekly'] as const
const usualQuiet = { from: '22:00', to: '07:00' }
const weekdays = [1, 2, 3, 4, 5, 6, 7]
/** A Monday. */
const aMonday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000

type Draft = Pick<
  Preferences,
  'rhythm' | 'digestTime' | 'digestWeekday' | 'quietHours' | 'perHourMax' | 'perDayMax' | 'urgentScore'
>
const limit = { inputMode: 'numeric', pattern: '\\d*' } as const

/** When to be told: the week as it is, and the fields that make it. */
export function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const t = useTranslations('channels')
  const format = useFormatter()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState<Draft>(preferences)
  const { mutate, isPending, error } = useMutation({
    mutationFn: savePreferences,
    onSuccess(saved) {
      queryClient.setQueryData(preferencesQuery.queryKey, saved)
      toasts.add({ title: t('saved') })
    },
  })
  const fields = error instanceof ApiProblem ? error.fields : {}
  const quiet = preferences.quietHours ?? usualQuiet
  const read = (form: HTMLFormElement) => setDraft((before) => readDraft(form, before, quiet))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(readDraft(event.currentTarget, draft, quiet))
  }
  const { rhythm } = draft
  const isDigest = rhythm === 'daily' || rhythm === 'weekly'
  return (
    <div className="space-y-6">
      <WeekFigure hours={draft} perHourMax={draft.perHourMax} perDayMax={draft.perDayMax} />
      <form className="space-y-4" onSubmit={submit} onChange={({ currentTarget }) => read(currentTarget)}>
        <div className="grid grid-cols-2 gap-4">
          <SelectField
            label={t('rhythm')}
            name="rhythm"
            defaultValue={preferences.rhythm}
            problem={fields.rhythm}
            options={rhythms.map((value) => ({ value, text: t(`rhythms.${value}`) }))}
          />
          {isDigest && (
            <TextField
              label={t('digestTime')}
              name="digestTime"
              type="time"
              required
              defaultValue={draft.digestTime}
              problem={fields.digestTime}
            />
          )}
          {rhythm === 'weekly' && (
            <SelectField
              label={t('digestDay')}
              name="digestWeekday"
              defaultValue={String(draft.digestWeekday)}
              problem={fields.digestWeekday}
              options={weekdays.map((day) => ({
                value: String(day),
                text: format.dateTime(new Date(aMonday + (day - 1) * dayMs), {
                  timeZone: 'UTC',
                  weekday: 'long',
                }),
              }))}
            />
          )}
        </div>
        <CheckField label={t('quietOn')} name="isQuiet" defaultChecked={preferences.quietHours !== null} />
        {draft.quietHours !== null && (
          <div className="grid grid-cols-2 gap-4">
            <TextField
              label={t('from')}
              name="from"
              type="time"
              required
              defaultValue={quiet.from}
              problem={fields['quietHours.from']}
            />
            <TextField
              label={t('to')}
              name="to"
              type="time"
              required
              defaultValue={quiet.to}
              problem={fields['quietHours.to']}
            />
          </div>
        )}
        <div className="grid grid-cols-2 gap-4">
          <TextField
            {...limit}
            label={t('perHour')}
            name="perHourMax"
            hint={t('limitHint')}
            defaultValue={preferences.perHourMax ?? ''}
            problem={fields.perHourMax}
          />
          <TextField
            {...limit}
            label={t('perDay')}
            name="perDayMax"
            defaultValue={preferences.perDayMax ?? ''}
            problem={fields.perDayMax}
          />
        </div>
        <TextField
          {...limit}
          label={t('urgent')}
          name="urgentScore"
          hint={t('urgentHint')}
          defaultValue={preferences.urgentScore ?? ''}
          problem={fields.urgentScore}
        />
        {error !== null && Object.keys(fields).length === 0 && <Problem error={error} />}
        <Button look="main" type="submit" disabled={isPending}>
          {t('save')}
        </Button>
      </form>
    </div>
  )
}

/** What stands in the form; what it does not show now stays as it was. */
function readDraft(form: HTMLFormElement, before: Draft, quiet: typeof usualQuiet): Draft {
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const count = (name: string) => (text(name) === '' ? null : Number(text(name)))
  return {
    rhythm: rhythms.find((one) => one === text('rhythm')) ?? before.rhythm,
    digestTime: text('digestTime') || before.digestTime,
    digestWeekday: count('digestWeekday') ?? before.digestWeekday,
    quietHours: data.has('isQuiet') ? { from: text('from') || quiet.from, to: text('to') || quiet.to } : null,
    ...{ perHourMax: count('perHourMax'), perDayMax: count('perDayMax'), urgentScore: count('urgentScore') },
  }
}
