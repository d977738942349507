import { useMutation, useQueryClient } from '@tanstack/react-query'
import { BellRing, Check as CheckIcon, Circle, Download, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { type Channel, channelsQuery } from '../../lib/api/channels.ts'
import { ApiProblem } from '../../lib/api/client.ts'
import { installOffer } from '../../lib/install.ts'
import { usePerson } from '../../lib/person.tsx'
import { deviceHere, leaveHere, switchOnHere } from '../../lib/push.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/states.tsx'
import { toasts } from '../../ui/toast.tsx'
import { TestPart } from '../channel-check.tsx'
import { type Check, checksOf, isAllThere } from './checks.ts'
import { useFacts } from './use-facts.ts'

/** Whether this very browser is told, and what it needs for that. */
export function ThisDevice({
  targets,
  keysProblem,
}: {
  targets: readonly Channel[]
  keysProblem: string | null
}) {
  const t = useTranslations('phone')
  const person = usePerson()
  const queryClient = useQueryClient()
  const checks = checksOf(useFacts(keysProblem))
  const device = deviceHere()
  const target =
    device?.person === person.id
      ? targets.find(({ id, isSetUp, enabled }) => id === device.target && isSetUp && enabled)
      : undefined
  const isOn = target !== undefined && isAllThere(checks)
  const after = (title: string) => async () => {
    await queryClient.invalidateQueries({ queryKey: channelsQuery.queryKey })
    toasts.add({ title })
  }
  const switchOn = useMutation({
    mutationFn: () => switchOnHere(person.id),
    onSuccess: async (isTold) => (isTold ? after(t('switchedOn'))() : undefined),
  })
  const switchOff = useMutation({ mutationFn: leaveHere, onSuccess: after(t('switchedOff')) })
  const { error } = switchOn
  return (
    <div className="space-y-4">
      <div className="rounded-md border border-line bg-card p-4">
        <p className="flex items-center gap-3 text-lg font-bold">
          <BellRing aria-hidden size={20} className={isOn ? 'text-under' : 'text-muted'} />
          {isOn ? t('on', { name: target.label ?? target.name }) : t('off')}
        </p>
        {isOn && <p className="mt-1 text-sm text-muted">{t('onLead')}</p>}
        <div className="mt-4 flex flex-wrap items-center gap-3">
          {isOn ? (
            <Button onClick={() => switchOff.mutate()} disabled={switchOff.isPending}>
              {t('switchOff')}
            </Button>
          ) : (
            isAllThere(checks) && (
              <Button look="main" onClick={() => switchOn.mutate()} disabled={switchOn.isPending}>
                {t('switchOn')}
              </Button>
            )
          )}
          <InstallButton />
        </div>
        {isOn && <TestPart channel={target} />}
        {error !== null && (
          <div className="mt-4">
            {error instanceof ApiProblem ? (
              <Problem error={error} />
            ) : (
              <p role="alert" className="text-sm font-medium text-danger">
                {t('refused', { reason: error.message })}
              </p>
            )}
          </div>
        )}
      </div>
      <h3 className="font-bold">{t('checks')}</h3>
      <ul className="divide-y divide-line rounded-md border border-line bg-card">
        {checks.map((check) => (
          <CheckLine key={check.id} check={check} keysProblem={keysProblem} />
        ))}
      </ul>
    </div>
  )
}

const looks = {
  ok: { Icon: CheckIcon, look: 'text-under' },
  open: { Icon: Circle, look: 'text-muted' },
  missing: { Icon: X, look: 'text-danger' },
}

function CheckLine({ check: { id, state }, keysProblem }: { check: Check; keysProblem: string | null }) {
  const t = useTranslations('phone')
  const { Icon, look } = looks[state]
  const text = id === 'keys' ? (keysProblem ?? '') : t(`check.${id}.${state}` as 'check.secure.ok')
  return (
    <li className="flex items-start gap-3 px-4 py-3 text-sm">
      <Icon aria-hidden size={18} className={`mt-0.5 shrink-0 ${look}`} />
      <span>
        <span className="sr-only">{t(`states.${state}`)}: </span>
        {text}
      </span>
    </li>
  )
}

function InstallButton() {
  const t = useTranslations('phone')
  const offer = installOffer.use()
  if (offer === null) return null
  const install = () => {
    installOffer.set(null)
    void offer.prompt()
  }
  return (
    <Button onClick={install}>
      <Download aria-hidden size={16} />
      {t('install')}
    </Button>
  )
}
