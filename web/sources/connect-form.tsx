import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
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
  const form = useRef<HTMLFormElement>(null)
  const { id, name, fields, steps } = marketplace
  const { mutate, isPending, error } = useMutation({
    mutationFn: (isTried: boolean) =>
      connectSource(id, specValues(fields, new FormData(form.current!)), isTried),
    async onSuccess({ tried }) {
      toasts.add({ title: t('connected', { name, sentence: tried.sentence }) })
      for (const queryKey of [['sources'], ['summary']]) await queryClient.invalidateQueries({ queryKey })
      onDone()
    },
  })
  const problems = specProblems(error)
  const isUnread = error instanceof ApiProblem && error.code === 'source-not-readable'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(true)
  }
  return (
    <form ref={form} className="space-y-4 border-t border-line pt-4" onSubmit={submit}>
      {steps.length > 0 && (
        <div className="text-sm">
          <h3 className="font-semibold">{t('steps')}</h3>
          <ol className="mt-1 list-decimal space-y-1 ps-5">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
      <SpecFields fields={fields} values={noValues} problems={problems} />
      {error !== null && Object.keys(problems).length === 0 && <Problem error={error} />}
      <div className="flex flex-wrap gap-3">
        <Button look="main" type="submit" disabled={isPending}>
          {t(isPending ? 'trying' : 'connect')}
        </Button>
        {isUnread && (
          <Button disabled={isPending} onClick={() => mutate(false)}>
            {t('untried')}
          </Button>
        )}
        <Button look="bare" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
