import { useMutation } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Age } from '../lib/figures/figures.tsx'
import { Button } from '../ui/button.tsx'
import { toasts } from '../ui/toast.tsx'
import { type Notification, sendAgain } from './queries.ts'

/** Where a message went and what became of it, as it happens; what failed can be sent again. */
export function DeliveryLine({
  delivery,
  name,
}: {
  delivery: Notification['deliveries'][number]
  name: string
}) {
  const t = useTranslations('inbox')
  const { id, state, finishedAt, reason, holdReason } = delivery
  const again = useMutation({
    mutationFn: () => sendAgain(id),
    onError: (error) => toasts.add({ title: error.message }),
  })
  const isOver = state === 'failed' || state === 'dead'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <strong>{name}</strong>
      <span role="status" className={isOver ? 'font-semibold text-danger' : ''}>
        {t(`states.${state}`)}
      </span>
      {finishedAt !== null && <Age at={finishedAt} />}
      {isOver && (
        <Button className="ms-auto" onClick={() => again.mutate()} disabled={again.isPending}>
          <RotateCw aria-hidden size={16} />
          {t('sendAgain')}
        </Button>
      )}
      {(reason ?? holdReason) !== null && state !== 'sent' && (
        <span className="w-full text-muted">{reason ?? holdReason}</span>
      )}
    </li>
  )
}
