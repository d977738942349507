import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { toasts } from '../../ui/toast.tsx'
import { prove } from './queries.ts'

/**
 * Does what only the person may do, not whoever sits down at a browser that was left open: where the server asks for it, the
 * password is asked for, and then it goes on.
 */
export function useProved<Of>(run: (of: Of) => Promise<unknown>, onDone: () => void) {
  const [waiting, setWaiting] = useState<{ of: Of } | null>(null)
  const act = useMutation({
    mutationFn: run,
    onSuccess: onDone,
    onError(error, of) {
      if (error instanceof ApiProblem && error.code === 'session-not-fresh') setWaiting({ of })
      else toasts.add({ title: error.message, priority: 'high' })
    },
  })
  const sheet: ReactNode = waiting && (
    <ProofSheet
      onClose={() => setWaiting(null)}
      onProved={() => {
        setWaiting(null)
        act.mutate(waiting.of)
      }}
    />
  )
  return { act: act.mutate, isPending: act.isPending, sheet }
}

function ProofSheet({ onClose, onProved }: { onClose(): void; onProved(): void }) {
  const t = useTranslations('security')
  const { mutate, isPending, error } = useMutation({ mutationFn: prove, onSuccess: onProved })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(String(new FormData(event.currentTarget).get('password')))
  }
  return (
    <Sheet title={t('prove')} open onClose={onClose}>
      <form className="space-y-4" onSubmit={submit}>
        <p>{t('proveLead')}</p>
        <TextField
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          problem={error?.message}
        />
        <Button look="main" type="submit" disabled={isPending}>
          {t('goOn')}
        </Button>
      </form>
    </Sheet>
  )
}
