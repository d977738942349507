import { useTranslations } from 'use-intl'
import { Age, Moment, Money } from '../../lib/figures/figures.tsx'
import type { Watch } from './queries.ts'
import { lastOf } from './watching.ts'

const hoursMs = 20 * 3_600_000
const colours: Partial<Record<NonNullable<ReturnType<typeof lastOf>>['event'], string>> = {
  drop: 'text-under',
  below: 'text-under',
  back: 'text-under',
  rise: 'text-over',
}

/** What happened last, and when: "Down $40 on Tuesday". */
export function Last({ watch, className }: { watch: Watch; className: string }) {
  const t = useTranslations('watching.last')
  const last = lastOf(watch)
  if (last === null)
    return (
      <p className={`text-muted ${className}`}>
        {watch.state === 'unread'
          ? t(watch.problem === null ? 'unread' : 'notRead')
          : t.rich('none', { when: () => <When at={watch.createdAt} /> })}
      </p>
    )
  const { event, at, priceCents, byCents, currency } = last
  const parts = {
    by: () => <Money cents={byCents} currency={currency} />,
    now: () => <Money cents={priceCents} currency={currency} />,
    when: () => <When at={at} />,
  }
  return (
    <p className={`font-semibold ${colours[event] ?? 'text-ink'} ${className}`}>
      {t.rich(event === 'back' && priceCents === null ? 'backUnpriced' : event, parts)}
    </p>
  )
}

/** Within a day how long ago, else on which day. */
function When({ at }: { at: string }) {
  const t = useTranslations('watching.last')
  if (Date.now() - Date.parse(at) < hoursMs) return t.rich('ago', { age: () => <Age at={at} /> })
  return t.rich('on', { moment: () => <Moment brief at={at} /> })
}
