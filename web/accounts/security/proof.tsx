import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { toasts } from '../../ui/toast.tsx'
import { PasswordForm } from './password-form.tsx'
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
  return (
    <Sheet title={t('prove')} open onClose={onClose}>
      <PasswordForm
        lead={t('proveLead')}
        button={t('goOn')}
        problem={error?.message}
        {...{ isPending, onGiven: mutate }}
      />
    </Sheet>
  )
}
