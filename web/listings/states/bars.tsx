import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CloudOff, EyeOff, Link2Off, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { Moment } from '../../lib/figures/figures.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { droppedHere } from '../filters/dropped.ts'
import { summaryQuery } from '../queries.ts'

/** A line above the list that says what should be known of it. */
function Bar({ look, icon, children }: { look: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <div
      role="status"
      className={`mb-3 flex items-start gap-3 rounded-md px-4 py-2 text-sm font-medium ${look}`}
    >
      {icon}
      <div className="min-w-0 grow self-center">{children}</div>
    </div>
  )
}

const icon = { 'aria-hidden': true, size: 18, className: 'mt-1 shrink-0' } as const

/** What of the address means nothing here, and was left out. */
export function DroppedBar() {
  const t = useTranslations('deals.bars')
  const dropped = droppedHere.use()
  if (dropped.length === 0) return null
  return (
    <div
      role="status"
      className="mb-3 flex items-center gap-3 rounded-md bg-caution-soft py-1 pe-1 ps-4 text-sm font-medium text-caution"
    >
      <Link2Off aria-hidden size={18} className="shrink-0" />
      <p className="min-w-0 grow">
        {t('dropped', { count: dropped.length, parts: dropped.map((part) => `“${part}”`).join(', ') })}
      </p>
      <IconButton name={t('understood')} className="text-caution" onClick={() => droppedHere.set([])}>
        <X aria-hidden size={18} />
      </IconButton>
    </div>
  )
}

/** Sources that show nothing at present, which every count here is without. */
export function BlindBar() {
  const t = useTranslations('deals.bars')
  const blind = useQuery(summaryQuery).data?.blindSources ?? []
  if (blind.length === 0) return null
  return (
    <Bar look="bg-caution-soft text-caution" icon={<EyeOff {...icon} />}>
      <p className="font-bold">
        {t('blind', { names: blind.map(({ name }) => name).join(', ') })}{' '}
        <Link to="/sources" className="inline-block min-h-6 underline underline-offset-4">
          {t('blindLook')}
        </Link>
      </p>
      <ul>
        {blind.map(({ id, name, since, sentence }) => (
          <li key={id}>
            {since === null
              ? t('blindOne', { name })
              : t.rich('blindSince', { name, moment: () => <Moment brief at={since} /> })}{' '}
            {sentence}
          </li>
        ))}
      </ul>
    </Bar>
  )
}

/** Names of what is blind; empty = nothing is. */
export const useBlindNames = () => useQuery(summaryQuery).data?.blindSources.map(({ name }) => name) ?? []

/** What is shown is of before: asked again, nobody answered. */
export function StaleBar({ asOf, error, onRetry }: { asOf: string; error: unknown; onRetry(): void }) {
  const t = useTranslations('deals.bars')
  return (
    <Bar look="bg-danger-soft text-danger" icon={<CloudOff {...icon} />}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p>
          {t.rich('stale', { moment: () => <Moment brief at={asOf} /> })}{' '}
          {error instanceof ApiProblem ? error.message : t('unreachable')}
        </p>
        <Button onClick={onRetry}>{t('retry')}</Button>
      </div>
    </Bar>
  )
}

/** Some of it was made up. */
export function DemoBar() {
  const t = useTranslations('deals')
  return (
    <p className="mb-3 rounded-md bg-mark px-4 py-2 text-sm font-medium text-mark-ink">
      {t('demoBar')}{' '}
      <Link to="/welcome" className="inline-block min-h-6 font-bold underline underline-offset-4">
        {t('say')}
      </Link>
    </p>
  )
}
