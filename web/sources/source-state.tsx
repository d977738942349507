import { useTranslations } from 'use-intl'
import { Age, DemoMark, Moment } from '../lib/figures/figures.tsx'
import type { Source } from './queries.ts'
import { secondsOf, type Tone, toneOf, triedAgainAt, wordOf } from './source.ts'

const looks: Record<Tone, string> = {
  good: 'bg-under-soft text-under',
  bad: 'bg-danger-soft text-danger',
  quiet: 'bg-sunk text-muted',
}

/** How a source is, in a word, and whether somebody has seen that it is read rightly. */
export function StateBadge({ source }: { source: Source }) {
  const t = useTranslations('sources')
  const look = 'rounded-tag px-1.5 py-0.5 text-2xs font-bold whitespace-nowrap'
  return (
    <span className="inline-flex gap-1">
      <span className={`${look} ${looks[toneOf(source)]}`}>{t(`words.${wordOf(source)}`)}</span>
      {source.unproven && <span className={`${look} ${looks.quiet}`}>{t('unproven')}</span>}
    </span>
  )
}

/** What a person should know of it beside how it is: that it is unproven, and what is left while the site refuses. */
function Beside({ source }: { source: Source }) {
  const t = useTranslations('sources')
  return (
    <>
      {source.unproven && <p className="text-sm text-muted">{t('unprovenHow')}</p>}
      {source.alternatives.map((way) => (
        <p key={way} className="text-sm">
          {t(`alternatives.${way}`)}
        </p>
      ))}
    </>
  )
}

/** How a source is, in sentences: what is seen, or since when not, why, what to do, and when it is tried again. */
export function StateText({ source }: { source: Source }) {
  return (
    <>
      <Sentences source={source} />
      <Beside source={source} />
    </>
  )
}

function Sentences({ source }: { source: Source }) {
  const t = useTranslations('sources.state')
  const { state, outageSince, why, remedy, lastOkAt, stateReason } = source
  const again = triedAgainAt(source, Date.now())
  if (state === 'outage')
    return (
      <div className="space-y-1 text-sm">
        <p className="font-semibold text-danger">
          {outageSince === null
            ? t('blind')
            : t.rich('blindSince', { moment: () => <Moment at={outageSince} brief /> })}
        </p>
        <p>
          {why} {remedy}
        </p>
        {again !== null && (
          <p className="text-muted">{t.rich('again', { moment: () => <Moment at={again} brief /> })}</p>
        )}
      </div>
    )
  return (
    <p className="text-sm">
      {state === 'ok' && lastOkAt !== null
        ? t.rich(source.lastOutcome === 'empty' ? 'empty' : 'ok', { age: () => <Age at={lastOkAt} /> })
        : source.offBecause === 'terms'
          ? t('terms')
          : source.offBecause === 'paused'
            ? t('paused')
            : stateReason}
    </p>
  )
}

/** The last scan with its figures, the next one, and what is left of the day's calls. */
export function ScanFacts({ source }: { source: Source }) {
  const t = useTranslations('sources.facts')
  const { lastRun, nextScanAt, queries, running, quota } = source.activity
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {source.demo && (
        <li>
          <DemoMark demo />
        </li>
      )}
      <li>
        {lastRun === null
          ? t('never')
          : t.rich('last', {
              age: () => <Age at={lastRun.finishedAt} />,
              ...{ found: lastRun.found, added: lastRun.added, changed: lastRun.changed },
              took: secondsOf(lastRun),
            })}
      </li>
      {running ? (
        <li className="font-semibold text-ink">{t('running')}</li>
      ) : (
        nextScanAt !== null && (
          <li>
            {Date.parse(nextScanAt) <= Date.now()
              ? t('due')
              : t.rich('next', { moment: () => <Moment at={nextScanAt} brief /> })}
          </li>
        )
      )}
      <li>{t('queries', { count: queries })}</li>
      {quota !== null && (
        <li className={quota.used >= quota.perDay ? 'font-semibold text-caution' : ''}>
          {t.rich('quota', {
            ...{ left: quota.perDay - quota.used, perDay: quota.perDay },
            moment: () => <Moment at={quota.resetAt} brief />,
          })}
        </li>
      )}
    </ul>
  )
}
