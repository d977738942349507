/** A moment in a time zone: "2026-11-22 12:00 UTC". */
export function momentWords(at: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute} ${timeZone}`
}

/** "3 seconds", "12 minutes", "5 hours", "2 days". */
export function spanWords(seconds: number): string {
  const [count, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 5_400
        ? [seconds / 60, 'minute']
        : seconds < 129_600
          ? [seconds / 3_600, 'hour']
          : [seconds / 86_400, 'day']
  const rounded = Math.round(count)
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`
}

const holdWords: Readonly<Record<string, string>> = {
  digest: 'it goes into your next digest',
  'quiet-hours': 'your quiet hours',
  'cap-hour': 'your limit of messages per hour is reached',
  'cap-day': 'your limit of messages per day is reached',
  cooldown: 'the rule is in its cooldown after its last message',
  snooze: 'the rule is snoozed',
  'channel-off': 'the channel is switched off',
  unconfirmed: 'you have not confirmed the channel yet',
}

/** Why a delivery is held back, as the end of a sentence. */
export function holdReasonWords(reason: string | null): string {
  return reason === null ? 'it waits for its moment' : (holdWords[reason] ?? reason)
}
