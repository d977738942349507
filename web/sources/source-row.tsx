import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { Switch } from '../ui/switch.tsx'
import { toasts } from '../ui/toast.tsx'
import { type Source, switchSource } from './queries.ts'
import { ScanPart } from './scan-part.tsx'
import { ScanFacts, StateBadge, StateText } from './source-state.tsx'

/** A source in the list: how it is, what its scans do, and what can be done at once. */
export function SourceRow({ source }: { source: Source }) {
  const { mayWrite } = usePerson()
  return (
    <div className="space-y-2">
      <div className="flex items-start justify-between gap-3">
        <h3 className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 font-bold">
          <Link
            to="/sources/$id"
            params={{ id: String(source.id) }}
            className="inline-block min-h-6 underline underline-offset-4"
          >
            {source.name}
          </Link>
          <StateBadge source={source} />
        </h3>
        {mayWrite && !source.demo && <PauseSwitch source={source} />}
      </div>
      <StateText source={source} />
      <ScanFacts source={source} />
      {mayWrite && <ScanPart source={source} />}
    </div>
  )
}

/** Whether it is scanned. */
export function PauseSwitch({ source }: { source: Source }) {
  const t = useTranslations('sources')
  const queryClient = useQueryClient()
  const { id, name, enabled } = source
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (isOn: boolean) => switchSource(id, isOn),
    onSuccess: (_, isOn) => toasts.add({ title: t(isOn ? 'resumed' : 'pausedNow', { name }) }),
    onError: (error) => toasts.add({ title: error.message }),
    onSettled: async () => {
      for (const queryKey of [['sources'], ['summary']]) await queryClient.invalidateQueries({ queryKey })
    },
  })
  return (
    <Switch
      name={t('isScanned', { name })}
      checked={isPending ? variables : enabled}
      onChange={(isOn) => mutate(isOn)}
    />
  )
}
