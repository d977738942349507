import { useMutation } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { toasts } from '../ui/toast.tsx'
import { readAll, unreadAgain } from './queries.ts'

/** Reads everything up to the newest message that is shown, and takes it back; what comes meanwhile stays unread. */
export function ReadAll({ upTo, onDone }: { upTo: number; onDone(): void }) {
  const t = useTranslations('inbox')
  const onError = (error: Error) => toasts.add({ title: error.message })
  const undo = useMutation({ mutationFn: unreadAgain, onSuccess: onDone, onError })
  const read = useMutation({
    mutationFn: () => readAll(upTo),
    onError,
    onSuccess({ read: count, readAt }) {
      onDone()
      toasts.add({
        title: t('readCount', { count }),
        ...(readAt !== null && {
          actionProps: { children: t('undo'), onClick: () => undo.mutate(readAt) },
        }),
      })
    },
  })
  return (
    <Button onClick={() => read.mutate()} disabled={read.isPending}>
      <CheckCheck aria-hidden size={16} />
      {t('readAll')}
    </Button>
  )
}
