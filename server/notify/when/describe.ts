import type { WhenPreferences } from './preferences.ts'
import type { HoldReason } from './when-to-notify.ts'
import { firstMoment, lastMoment, localAt } from './zone.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

/** As in "Held until Thursday 26 November 07:00 (Europe/Berlin): your quiet hours." */
export function describeHold(reason: HoldReason, until: Date, preferences: WhenPreferences): string {
  return `Held until ${localMoment(preferences.timeZone, until)}: ${why(reason, preferences)}.`
}

/** The preferences as sentences for the person whose they are. */
export function describeWhen(preferences: WhenPreferences): string {
  const { timeZone, quietHours, urgentScore } = preferences
  const sentences = [
    rhythmInWords(preferences),
    quietHours === null
      ? 'No quiet hours.'
      : `Quiet from ${quietHours.from} to ${quietHours.to}: what comes then waits until their end.`,
    capsInWords(preferences),
    urgentScore === null
      ? null
      : `Deals scored ${urgentScore} or more are notified at once, past digests, quiet hours and limits.`,
    `Times are those of ${timeZone}.`,
  ]
  return sentences.filter((sentence) => sentence !== null).join(' ')
}

function rhythmInWords({ rhythm, digestTime, digestWeekday }: WhenPreferences): string {
  switch (rhythm) {
    case 'immediately':
      return 'Notified at once.'
    case 'hourly':
      return 'Notified in a digest every hour.'
    case 'daily':
      return `Notified in a digest every day at ${digestTime}.`
    case 'weekly':
      return `Notified in a digest every ${weekdays[digestWeekday - 1]} at ${digestTime}.`
  }
}

function capsInWords({ perHourMax, perDayMax }: WhenPreferences): string {
  const caps = [
    perHourMax === null ? null : `${perHourMax} an hour`,
    perDayMax === null ? null : `${perDayMax} a day`,
  ].filter((cap) => cap !== null)
  return caps.length === 0 ? 'No limit of how many.' : `At most ${caps.join(' and ')}; more waits.`
}

function why(reason: HoldReason, { perHourMax, perDayMax }: WhenPreferences): string {
  switch (reason) {
    case 'digest':
      return 'your next digest'
    case 'quiet-hours':
      return 'your quiet hours'
    case 'cap-hour':
      return `your limit${perHourMax === null ? '' : ` of ${perHourMax}`} an hour is reached`
    case 'cap-day':
      return `your limit${perDayMax === null ? '' : ` of ${perDayMax}`} a day is reached`
    case 'cooldown':
      return 'the rule notified you a moment ago and is in its cooldown'
  }
}

/** To the minute, never before the moment; with the offset where the clock shows that minute twice. */
function localMoment(timeZone: string, at: Date): string {
  const local = localAt(timeZone, Math.ceil(at.getTime() / 60_000) * 60_000)
  const shown = local.toPlainDateTime()
  const isTwice = firstMoment(timeZone, shown) !== lastMoment(timeZone, shown)
  const zone = isTwice ? `${timeZone}, UTC${local.offset}` : timeZone
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return `${weekdays[local.dayOfWeek - 1]} ${local.day} ${months[local.month - 1]} ${time} (${zone})`
}
