import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { SpecFields, specProblems, specValues } from '../ui/spec-fields.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { connectSource, type Marketplace } from './queries.ts'

const noValues = {}

/** The fields that a marketplace declares; it is read once before it is connected. */
export function ConnectForm({ marketplace, onDone }: { marketplace: Marketplace; onDone(): void }) {
  const t = useTranslations('sources')
  const queryClient = useQueryClient()
  const { id, name, fields } = marketplace
  const { mutate, isPending, error } = useMutation({
    mutationFn: (settings: Record<string, unknown>) => connectSource(id, settings),
    async onSuccess({ tried }) {
      toasts.add({ title: t('connected', { name, sentence: tried.sentence }) })
      for (const queryKey of [['sources'], ['summary']]) await queryClient.invalidateQueries({ queryKey })
      onDone()
    },
  })
  const problems = specProblems(error)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(specValues(fields, new FormData(event.currentTarget)))
  }
  return (
    <form className="space-y-4 border-t border-line pt-4" onSubmit={submit}>
      <SpecFields fields={fields} values={noValues} problems={problems} />
      {error !== null && Object.keys(problems).length === 0 && <Problem error={error} />}
      <div className="flex gap-3">
        <Button look="main" type="submit" disabled={isPending}>
          {t(isPending ? 'trying' : 'connect')}
        </Button>
        <Button look="bare" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
