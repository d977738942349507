import { useFormatter, useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { WeekStrip } from '../ui/charts/week-strip.tsx'
import { type Hours, weekOf } from './week.ts'

/** A Monday. */
const aMonday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000
const firstDays = { monday: 1, saturday: 6, sunday: 7 } as const

/** Quiet hours, digests and limits as they fall on a week. */
export function WeekFigure({
  hours,
  perHourMax,
  perDayMax,
}: {
  hours: Hours
  perHourMax: number | null
  perDayMax: number | null
}) {
  const t = useTranslations('channels.week')
  const format = useFormatter()
  const { hourCycle, weekStart } = usePerson()
  const clock = (minute: number) =>
    format.dateTime(new Date(aMonday + minute * 60_000), {
      ...{ timeZone: 'UTC', hour: 'numeric', minute: '2-digit' },
      ...(hourCycle && { hourCycle }),
    })
  const dayName = (weekday: number, style: 'short' | 'long') =>
    format.dateTime(new Date(aMonday + (weekday - 1) * dayMs), { timeZone: 'UTC', weekday: style })
  const first = firstDays[weekStart ?? 'monday']
  const { quietHours, rhythm, digestTime, digestWeekday } = hours
  const time = (text: string) => clock(Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)))
  const caption = [
    t(`rhythms.${rhythm}`, { time: time(digestTime), day: dayName(digestWeekday, 'long') }),
    quietHours === null
      ? t('neverQuiet')
      : t('quiet', { from: time(quietHours.from), to: time(quietHours.to) }),
    perHourMax === null ? null : t('perHour', { count: perHourMax }),
    perDayMax === null ? null : t('perDay', { count: perDayMax }),
  ]
  return (
    <WeekStrip
      rows={weekOf(hours)
        .toSorted((a, b) => ((a.weekday - first + 7) % 7) - ((b.weekday - first + 7) % 7))
        .map(({ weekday, quiet, digests }) => ({
          ...{ key: weekday, name: dayName(weekday, 'short'), filled: quiet, marks: digests },
          words: [
            dayName(weekday, 'long'),
            quiet.map(({ from, to }) => t('span', { from: clock(from), to: clock(to) })).join(', ') ||
              t('none'),
            digests.map(clock).join(', ') || t('none'),
          ],
        }))}
      caption={caption.filter((part) => part !== null).join(' ')}
      heads={[t('day'), t('quietHead'), t('digestHead')]}
      hourText={(hour) => clock(hour * 60).replace(/[.:]00/, '')}
    />
  )
}
