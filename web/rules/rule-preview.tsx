import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Money, Score } from '../lib/figures/figures.tsx'
import { usePerson } from '../lib/person.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { previewQuery } from './queries.ts'
import { bodyOf, type RuleForm, ruleFormSchema } from './rule-form.ts'

/** A preview looks through all that is stored: it waits until nothing was typed for so long. */
const calmMs = 900
const shownMax = 5

/** What the rule would find now, and how often it would tell. */
export function RulePreview({ currency }: { currency: string }) {
  const t = useTranslations('rule')
  const person = usePerson()
  const form = useCalm(useFormContext<RuleForm>().watch(), calmMs)
  const read = ruleFormSchema.safeParse(form)
  const body = bodyOf(read.success ? read.data : form, { ...person, currency })
  const { name: _, ...asked } = body
  const query = useQuery({
    ...previewQuery({ name: t('preview.name'), ...asked, enabled: true }),
    enabled: read.success,
    placeholderData: keepPreviousData,
  })
  const found = query.data
  return (
    <section
      aria-labelledby="preview"
      className="rounded-lg border border-line bg-card p-5 lg:sticky lg:top-5"
    >
      <h2 id="preview" className="font-bold">
        {t('preview.title')}
      </h2>
      {query.isError && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && read.success && (
        <div aria-busy="true">
          <Skeleton className="mt-3 h-40" />
        </div>
      )}
      {found && (
        <div className={query.isFetching ? 'opacity-60' : ''} aria-live="polite">
          <p className="figure mt-2 text-3xl font-extrabold">
            {t('preview.matches', { count: found.matches })}
          </p>
          <p className="mt-1 text-sm text-muted">
            {t('preview.rate', { perDay: perDay(found.lastWeek), lookedAt: found.lookedAt })}
          </p>
          <ul className="mt-4 space-y-3">
            {found.items.slice(0, shownMax).map((item) => (
              <li key={item.listingId} className="flex items-center gap-3">
                <Score score={item.score} />
                <span className="min-w-0 text-sm">
                  <Link
                    to="/listings/$id"
                    params={{ id: String(item.listingId) }}
                    className="line-clamp-2 min-h-6 font-semibold hover:underline"
                  >
                    {item.title}
                  </Link>
                  <Money cents={item.priceCents} currency={item.currency} />
                </span>
              </li>
            ))}
          </ul>
          {found.matches === 0 && <p className="mt-3 text-sm">{t('preview.nothing')}</p>}
        </div>
      )}
    </section>
  )
}

/** Of a week, a day; what is rare is told apart from never. */
function perDay(lastWeek: number): string {
  const mean = lastWeek / 7
  return mean >= 2 || mean === 0 ? String(Math.round(mean)) : mean.toFixed(1)
}

/** What was last said before it became quiet. */
function useCalm<Value>(value: Value, waitMs: number): Value {
  const [calm, setCalm] = useState(value)
  const key = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form gives a new object each time.
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), waitMs)
    return () => clearTimeout(timer)
  }, [key, waitMs])
  return calm
}
