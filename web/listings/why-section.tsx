import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bell, BellOff } from 'lucide-react'
import { useEffect } from 'react'
import { useTimeZone, useTranslations } from 'use-intl'
import { Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { type Trace, tracesQuery } from './queries.ts'

/** Why each rule did or did not tell of it. */
export function WhySection({ id }: { id: number }) {
  const t = useTranslations('listing')
  const timeZone = useTimeZone() ?? 'UTC'
  const traces = useQuery(tracesQuery(id, timeZone))
  // A link that leads here was followed before there was anything to scroll to.
  useEffect(() => {
    if (location.hash === '#why') document.getElementById('why')?.scrollIntoView()
  }, [])
  return (
    <Section id="why" title={t('sections.why')}>
      {traces.isPending && <Skeleton className="h-24" />}
      {traces.isError && <Problem error={traces.error} onRetry={() => void traces.refetch()} />}
      {traces.data?.items.length === 0 && <p>{t('noRules')}</p>}
      <ul className="space-y-1">
        {traces.data?.items.map((trace) => (
          <li key={trace.ruleId}>
            <RuleTrace trace={trace} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function RuleTrace({ trace }: { trace: Trace }) {
  const t = useTranslations('listing')
  const isMatch = trace.match !== null
  const Icon = isMatch ? Bell : BellOff
  return (
    <details className="group rounded-md border border-line bg-card">
      <summary className="flex min-h-11 items-start gap-3 px-4 py-2.5">
        <Icon aria-hidden size={18} className={`mt-0.5 shrink-0 ${isMatch ? 'text-under' : 'text-muted'}`} />
        <span className="min-w-0">
          <span className="font-semibold">{trace.ruleName}</span>
          <span className="block text-sm text-muted">{trace.headline}</span>
        </span>
      </summary>
      <div className="space-y-3 border-t border-line px-4 py-3 text-sm">
        <ul className="space-y-1.5">
          {trace.fits?.conditions.map(({ condition, outcome, sentence }) => (
            <li key={condition} className="flex gap-2">
              <span
                className={`w-20 shrink-0 font-semibold ${outcome === 'yes' ? 'text-under' : 'text-muted'}`}
              >
                {t(`outcomes.${outcome}`)}
              </span>
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
        <ol className="space-y-1 text-muted">
          {trace.story.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <Link
          to="/rules/$id"
          params={{ id: String(trace.ruleId) }}
          className="inline-flex min-h-8 items-center font-semibold underline underline-offset-4"
        >
          {t('toRule')}
        </Link>
      </div>
    </details>
  )
}
