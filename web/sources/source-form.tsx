import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { CheckField, SelectField, TextField } from '../ui/field.tsx'
import { SpecFields, specProblems, specValues } from '../ui/spec-fields.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { changeSource, type Marketplace, type Source } from './queries.ts'
import { rhythmsOf } from './source.ts'

/** No field of a marketplace has such names. */
const own = { name: 'name of the source', browse: 'read whole', shared: 'for all', rhythm: 'rhythm' } as const

/** The settings of a source, which its marketplace declares; secrets stand in them as their mask. */
export function SourceForm({ source, marketplace }: { source: Source; marketplace: Marketplace }) {
  const t = useTranslations('sources.form')
  const queryClient = useQueryClient()
  const { mayAdmin } = usePerson()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (form: FormData) =>
      changeSource(source.id, {
        marketplace: source.marketplace,
        name: String(form.get(own.name) ?? '').trim() || source.name,
        settings: specValues(marketplace.fields, form),
        enabled: source.enabled,
        browse: form.get(own.browse) === 'on',
        intervalMs: Number(form.get(own.rhythm)),
        ...(mayAdmin && { shared: form.get(own.shared) === 'on' }),
      }),
    async onSuccess({ name }) {
      toasts.add({ title: t('saved', { name }) })
      for (const queryKey of [['sources'], ['summary']]) await queryClient.invalidateQueries({ queryKey })
    },
  })
  const problems = specProblems(error)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(new FormData(event.currentTarget))
  }
  return (
    <form className="max-w-xl space-y-4" onSubmit={submit}>
      <TextField
        name={own.name}
        label={t('name')}
        defaultValue={source.name}
        problem={problems.name}
        maxLength={200}
        required
      />
      <SpecFields fields={marketplace.fields} values={source.settings} problems={problems} />
      <SelectField
        name={own.rhythm}
        label={t('rhythm')}
        hint={t('rhythmHint', { minutes: marketplace.intervalMsMin / 60_000, name: marketplace.name })}
        problem={problems.intervalMs}
        defaultValue={String(Math.max(source.intervalMs, marketplace.intervalMsMin))}
        options={rhythmsOf(source.intervalMs, marketplace.intervalMsMin).map((minutes) => ({
          value: String(minutes * 60_000),
          text: t('every', { minutes }),
        }))}
      />
      <div>
        <CheckField name={own.browse} label={t('browse')} defaultChecked={source.browse} />
        {problems.browse !== undefined && (
          <p className="text-sm font-medium text-danger">{problems.browse}</p>
        )}
      </div>
      {mayAdmin ? (
        <CheckField name={own.shared} label={t('shared')} defaultChecked={source.shared} />
      ) : (
        <p className="text-sm text-muted">{t('notShared')}</p>
      )}
      {error !== null && Object.keys(problems).length === 0 && <Problem error={error} />}
      <Button look="main" type="submit" disabled={isPending}>
        {t('save')}
      </Button>
    </form>
  )
}
