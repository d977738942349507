import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { Button } from '../ui/button.tsx'
import { CheckField, SelectField, TextField } from '../ui/field.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { type Preferences, preferencesQuery, savePreferences } from './queries.ts'

const rhythms = ['immediately', 'hourly', 'daily', 'weekly'] as const
const usualQuiet = { from: '22:00', to: '07:00' }

/** When to be told. */
export function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const t = useTranslations('channels')
  const queryClient = useQueryClient()
  const [isQuiet, setQuiet] = useState(preferences.quietHours !== null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: savePreferences,
    onSuccess(saved) {
      queryClient.setQueryData(preferencesQuery.queryKey, saved)
      toasts.add({ title: t('saved') })
    },
  })
  const fields = error instanceof ApiProblem ? error.fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const count = (name: string) => (text(name) === '' ? null : Number(text(name)))
    mutate({
      rhythm: rhythms.find((one) => one === text('rhythm')) ?? preferences.rhythm,
      digestTime: text('digestTime'),
      quietHours: isQuiet ? { from: text('from'), to: text('to') } : null,
      perHourMax: count('perHourMax'),
      perDayMax: count('perDayMax'),
    })
  }
  const quiet = preferences.quietHours ?? usualQuiet
  return (
    <form className="space-y-4" onSubmit={submit}>
      <div className="grid grid-cols-2 gap-4">
        <SelectField
          label={t('rhythm')}
          name="rhythm"
          defaultValue={preferences.rhythm}
          problem={fields.rhythm}
          options={rhythms.map((value) => ({ value, text: t(`rhythms.${value}`) }))}
        />
        <TextField
          label={t('digestTime')}
          name="digestTime"
          type="time"
          required
          defaultValue={preferences.digestTime}
          problem={fields.digestTime}
        />
        <TextField
          label={t('perHour')}
          name="perHourMax"
          inputMode="numeric"
          pattern="\d*"
          hint={t('limitHint')}
          defaultValue={preferences.perHourMax ?? ''}
          problem={fields.perHourMax}
        />
        <TextField
          label={t('perDay')}
          name="perDayMax"
          inputMode="numeric"
          pattern="\d*"
          defaultValue={preferences.perDayMax ?? ''}
          problem={fields.perDayMax}
        />
      </div>
      <CheckField
        label={t('quietOn')}
        checked={isQuiet}
        onChange={({ target }) => setQuiet(target.checked)}
      />
      {isQuiet && (
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
      {error !== null && Object.keys(fields).length === 0 && <Problem error={error} />}
      <Button look="main" type="submit" disabled={isPending}>
        {t('save')}
      </Button>
    </form>
  )
}
