import { useTranslations } from 'use-intl'
import { Moment } from '../lib/figures/figures.tsx'
import type { SourceRun } from './queries.ts'
import { secondsOf } from './source.ts'

/** What scans brought, newest first; of each that failed why. */
export function RunList({ runs }: { runs: readonly SourceRun[] }) {
  const t = useTranslations('sources.runs')
  const words = useTranslations('sources.words')
  return (
    <ul className="divide-y divide-line text-sm">
      {runs.map((run) => {
        const { id, startedAt, outcome, reason, found, added, changed } = run
        const isSeen = outcome === 'ok' || outcome === 'empty'
        return (
          <li
            key={id}
            className="grid gap-x-4 py-2 sm:grid-cols-[11rem_minmax(0,1fr)_auto] sm:items-baseline"
          >
            <Moment at={startedAt} brief />
            <p className="min-w-0">
              <span className={isSeen ? '' : 'font-semibold text-danger'}>{words(outcome)}</span>
              {reason !== null && <span className="text-muted"> {reason}</span>}
              <span className="line-clamp-1 text-xs text-muted">{askedBy(run)}</span>
            </p>
            <p className="text-muted">{t('brought', { found, added, changed, took: secondsOf(run) })}</p>
          </li>
        )
      })}
    </ul>
  )
}

/** The words of a search tell it from others of the source. */
const askedBy = ({ request }: SourceRun) => request.q ?? request.query ?? ''
