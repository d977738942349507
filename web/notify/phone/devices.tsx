import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { type Channel, channelsQuery } from '../../lib/api/channels.ts'
import { Age } from '../../lib/figures/figures.tsx'
import { deviceHere, leaveHere } from '../../lib/push.ts'
import { Button } from '../../ui/button.tsx'
import { toasts } from '../../ui/toast.tsx'
import { removeChannel } from '../queries.ts'
import { lastToldQuery } from './queries.ts'

/** Every browser that is told, wherever it is. */
export function Devices({ targets }: { targets: readonly Channel[] }) {
  const t = useTranslations('phone')
  const told = targets.filter(({ isSetUp }) => isSetUp)
  if (told.length === 0) return <p className="text-sm text-muted">{t('noDevices')}</p>
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-card">
      {told.map((target) => (
        <Device key={target.id} target={target} />
      ))}
    </ul>
  )
}

function Device({ target }: { target: Channel }) {
  const t = useTranslations('phone')
  const queryClient = useQueryClient()
  const lastTold = useQuery(lastToldQuery(target.id)).data
  const isThis = deviceHere()?.target === target.id
  const name = target.label ?? target.name
  const remove = useMutation({
    mutationFn: async () => (isThis ? leaveHere() : removeChannel(target.id)),
    onError: (error) => toasts.add({ title: error.message }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: channelsQuery.queryKey })
      toasts.add({ title: t('removed', { name }) })
    },
  })
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow basis-52">
        <p className="font-semibold">
          {name}
          {isThis && <span className="ms-2 text-sm font-normal text-muted">{t('thisOne')}</span>}
        </p>
        <p className="text-sm text-muted">
          {lastTold === null && t('neverTold')}
          {lastTold && t.rich('lastTold', { age: () => <Age at={lastTold} /> })}
        </p>
        {!target.enabled && (
          <p className="mt-1 text-sm font-medium text-caution">
            {target.off ? t('offSince', { reason: target.off.reason }) : t('isOff')}
          </p>
        )}
      </div>
      <Button
        aria-label={t('removeOne', { name })}
        onClick={() => remove.mutate()}
        disabled={remove.isPending}
      >
        {t('remove')}
      </Button>
    </li>
  )
}
