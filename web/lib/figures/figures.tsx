import { FlaskConical } from 'lucide-react'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import { distanceText, distanceTitle } from '../distance.ts'
import { moneyText } from '../money.ts'
import { usePerson } from '../person.tsx'

/** An amount; null = nobody told. */
export function Money(figure: {
  cents: number | null
  currency: string | null
  /** Without what is below one, for values that are estimates. */
  whole?: boolean
  signed?: boolean
}) {
  const t = useTranslations('figures')
  const { cents, currency, whole = false, signed = false } = figure
  if (cents === null || currency === null) return <span className="text-muted">{t('noPrice')}</span>
  if (cents === 0 && !signed) return <span className="figure">{t('free')}</span>
  return <span className="figure">{moneyText(cents, currency, { whole, signed })}</span>
}

/** From the person's home, or the place that was asked for; nothing where it is not known. */
export function Distance({ km }: { km: number | null }) {
  const { units } = usePerson()
  if (km === null) return null
  return (
    <span className="figure whitespace-nowrap" title={distanceTitle(km)}>
      {distanceText(km, units)}
    </span>
  )
}

/** How long ago, to the minute; the moment itself in the person's zone stands behind it. */
export function Age({ at }: { at: string }) {
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  const { hourCycle } = usePerson()
  const date = new Date(at)
  // A server whose clock is ahead by seconds has seen nothing in the future.
  const shown = date > now ? now : date
  return (
    <time
      dateTime={at}
      title={format.dateTime(date, {
        dateStyle: 'full',
        timeStyle: 'short',
        ...(hourCycle && { hourCycle }),
      })}
      className="figure whitespace-nowrap"
    >
      {format.relativeTime(shown, { now, style: 'narrow' })}
    </time>
  )
}

/** How long until a moment to come, in words; what is over says so. */
export function Until({ at }: { at: string }) {
  const t = useTranslations('figures')
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  const date = new Date(at)
  return (
    <time
      dateTime={at}
      title={format.dateTime(date, { dateStyle: 'full', timeStyle: 'short' })}
      className="figure whitespace-nowrap"
    >
      {date <= now ? t('over') : format.relativeTime(date, { now, style: 'narrow' })}
    </time>
  )
}

const weekMs = 6 * 86_400_000

/** A moment as it is read on a clock and a calendar; `brief` names the day of this week alone. */
export function Moment({ at, brief = false }: { at: string; brief?: boolean }) {
  const format = useFormatter()
  const { hourCycle } = usePerson()
  const isNear = brief && Date.now() - Date.parse(at) < weekMs
  return (
    <time dateTime={at} className="figure">
      {format.dateTime(new Date(at), {
        ...(isNear
          ? { weekday: 'long', hour: 'numeric', minute: '2-digit' }
          : { dateStyle: 'medium', timeStyle: 'short' }),
        ...(hourCycle && { hourCycle }),
      })}
    </time>
  )
}

export const scoreBands = ['great', 'good', 'fair', 'weak'] as const
/** What a score of 0–100 comes to in a word. */
export function bandOf(score: number): (typeof scoreBands)[number] {
  return score >= 80 ? 'great' : score >= 60 ? 'good' : score >= 40 ? 'fair' : 'weak'
}

const bandColours = {
  great: 'bg-under text-card',
  good: 'bg-under-soft text-under',
  fair: 'bg-sunk text-ink',
  weak: 'border border-line text-muted',
}

/** 0–100 with its word; docs/design.md says what the colours mean. */
export function Score({ score, big = false }: { score: number; big?: boolean }) {
  const t = useTranslations('figures')
  const band = bandOf(score)
  return (
    <span
      className={`figure inline-flex shrink-0 flex-col items-center justify-center rounded-tag leading-none ${bandColours[band]} ${big ? 'h-20 w-20' : 'h-13 w-14'}`}
    >
      <span className="sr-only">{t('score', { score })}</span>
      <span aria-hidden className={`font-extrabold ${big ? 'text-4xl' : 'text-2xl'}`}>
        {score}
      </span>
      <span className={`mt-0.5 font-semibold ${big ? 'text-sm' : 'text-2xs'}`}>{t(`bands.${band}`)}</span>
    </span>
  )
}

/** Made up by the demo: wherever something of it is shown. */
export function DemoMark({ demo }: { demo: boolean }) {
  const t = useTranslations('figures')
  if (!demo) return null
  return (
    <span
      className="inline-flex items-center gap-1 rounded-tag bg-mark px-1.5 text-2xs font-bold text-mark-ink"
      title={t('demoTitle')}
    >
      <FlaskConical aria-hidden size={11} />
      {t('demo')}
    </span>
  )
}
