/** How often a rule notifies: at once, or collected into digests. */
export const rhythms = ['immediately', 'hourly', 'daily', 'weekly'] as const
export type Rhythm = (typeof rhythms)[number]
/** The rhythms that collect. */
export type DigestRhythm = Exclude<Rhythm, 'immediately'>

/** When a person wants to be notified. What each of these means to a person: docs/when.md. */
export interface WhenPreferences {
  /** IANA name, as in Europe/Berlin; every other time of these preferences is local to it. */
  timeZone: string
  /** For rules that set none. */
  rhythm: Rhythm
  /** `HH:MM` of daily and weekly digests. */
  digestTime: string
  /** Of weekly digests: ISO, 1 = Monday … 7 = Sunday. */
  digestWeekday: number
  /** `HH:MM`, from inclusive, to exclusive; may cross midnight; never equal. */
  quietHours: { from: string; to: string } | null
  perHourMax: number | null
  perDayMax: number | null
  /** 0–100: deals scored at least this pass quiet hours, caps and digests. */
  urgentScore: number | null
}

/** What a person has who never chose: everything at once, and not more than is bearable. */
export function defaultPreferences(timeZone: string): WhenPreferences {
  return {
    timeZone,
    rhythm: 'immediately',
    digestTime: '08:00',
    digestWeekday: 1,
    quietHours: null,
    perHourMax: 10,
    perDayMax: 50,
    urgentScore: null,
  }
}
