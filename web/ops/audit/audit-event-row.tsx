import { useTranslations } from 'use-intl'
import { Moment } from '../../lib/figures/figures.tsx'
import { Badge } from '../badge.tsx'
import type { AuditEvent } from '../queries.ts'
import { useEventWords } from '../words.ts'
import { detailsText } from './audit-table.ts'

/** One thing that was done: by whom, what, about whom, and from where. */
export function AuditEventRow({
  event,
  people,
}: {
  event: AuditEvent
  people: readonly { id: number; name: string }[]
}) {
  const t = useTranslations('admin.audit')
  const words = useEventWords()
  const { at, kind, outcome, by, person, target, address, userAgent, times, details } = event
  const told = detailsText(details)
  const who = by.id === null ? t(`via.${by.via}`) : (by.name ?? t('accountGone', { id: by.id }))
  return (
    <article>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{who}</strong>
        <span>{words(kind)}</span>
        {outcome === 'refused' && <Badge tone="bad">{t('refused')}</Badge>}
        {times > 1 && <Badge tone="care">{t('times', { count: times })}</Badge>}
        <span className="text-sm text-muted">
          <Moment at={at} />
        </span>
      </p>
      <p className="mt-1 text-sm text-muted">
        <code>{told === '' ? kind : `${kind}: ${told}`}</code>
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-muted">
        {person !== null && person !== by.id && (
          <span>{t('about', { name: people.find(({ id }) => id === person)?.name ?? String(person) })}</span>
        )}
        {target !== null && (
          <span>
            {target.kind} {target.id}
          </span>
        )}
        {by.keyId !== null && <span>{t('key', { id: by.keyId })}</span>}
        {address !== null && <span>{address}</span>}
        {userAgent !== null && <span className="max-w-full truncate">{userAgent}</span>}
      </p>
    </article>
  )
}
