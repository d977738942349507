import { describe, expect, it } from 'vitest'
import { describeHold, describeWhen } from './describe.ts'
import { defaultPreferences, type WhenPreferences } from './preferences.ts'
import { holdReasons } from './when-to-notify.ts'

const berlin = defaultPreferences('Europe/Berlin')

describe('a hold in words', () => {
  it('says until when, on the person’s own clock, and why', () => {
    const until = new Date('2026-11-26T06:00:00Z')
    const sentences = holdReasons.map((reason) => describeHold(reason, until, berlin))
    expect(sentences).toEqual([
      'Held until Thursday 26 November 07:00 (Europe/Berlin): your next digest.',
      'Held until Thursday 26 November 07:00 (Europe/Berlin): your quiet hours.',
      'Held until Thursday 26 November 07:00 (Europe/Berlin): your limit of 10 an hour is reached.',
      'Held until Thursday 26 November 07:00 (Europe/Berlin): your limit of 50 a day is reached.',
      'Held until Thursday 26 November 07:00 (Europe/Berlin): the rule notified you a moment ago and is in its cooldown.',
    ])
  })
  it('never names a minute before the moment', () => {
    const until = new Date('2026-12-31T22:59:00.001Z')
    expect(describeHold('cooldown', until, berlin)).toContain('Friday 1 January 00:00 (Europe/Berlin)')
  })
  it('tells apart the two moments at which the clock shows the same', () => {
    const [first, second] = ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'].map((iso) =>
      describeHold('cooldown', new Date(iso), berlin),
    )
    expect(first).toContain('Sunday 31 October 02:30 (Europe/Berlin, UTC+02:00)')
    expect(second).toContain('Sunday 31 October 02:30 (Europe/Berlin, UTC+01:00)')
  })
})

describe('preferences in words', () => {
  it('say everything that is set', () => {
    const wanted: WhenPreferences = {
      timeZone: 'America/New_York',
      rhythm: 'weekly',
      digestTime: '18:30',
      digestWeekday: 5,
      quietHours: { from: '22:00', to: '07:00' },
      perHourMax: 5,
      perDayMax: null,
      urgentScore: 95,
    }
    expect(describeWhen(wanted)).toBe(
      'Notified in a digest every Friday at 18:30. ' +
        'Quiet from 22:00 to 07:00: what comes then waits until their end. At most 5 an hour; more waits. ' +
        'Deals scored 95 or more are notified at once, past digests, quiet hours and limits. ' +
        'Times are those of America/New_York.',
    )
  })
  it('say what is not set', () => {
    expect(describeWhen({ ...berlin, perHourMax: null, perDayMax: null })).toBe(
      'Notified at once. No quiet hours. No limit of how many. Times are those of Europe/Berlin.',
    )
    expect(describeWhen({ ...berlin, rhythm: 'hourly' })).toContain(
      'every hour. No quiet hours. At most 10 an hour and 50 a day;',
    )
    expect(describeWhen({ ...berlin, rhythm: 'daily' })).toContain('every day at 08:00.')
  })
})
