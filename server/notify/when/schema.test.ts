import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namedTimeZone } from '../../core/time-zone.ts'
import { describeWhen } from './describe.ts'
import { defaultPreferences } from './preferences.ts'
import { whenInputSchema, whenSchema } from './schema.ts'

/** `path: message` of each refusal. */
function refusals(input: unknown): string[] {
  const result = whenInputSchema.safeParse(input)
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('preferences as a person sends them', () => {
  it('need nothing: the rest is as for a person who never chose, and the time zone stays', () => {
    expect(whenInputSchema.parse({ timeZone: 'Asia/Kolkata' })).toEqual(defaultPreferences('Asia/Kolkata'))
    const { timeZone: _, ...rest } = defaultPreferences('Asia/Kolkata')
    expect(whenInputSchema.parse({})).toEqual(rest)
  })
  it('name a zone, in whatever case', () => {
    expect(whenInputSchema.parse({ timeZone: 'europe/berlin' }).timeZone).toBe('Europe/Berlin')
    expect(whenInputSchema.parse({ timeZone: 'UTC' }).timeZone).toBe('UTC')
  })
  it.each([
    ['+02:00'],
    ['-05'],
    ['Z'],
    ['Mars/Olympus'],
    [''],
    ['2026-11-25T00:00+01:00[Europe/Berlin]'],
    ['Europe/Berlin\u0000'],
    ['Europe/Berlin\n'],
    ['../../etc/passwd'],
    [`Europe/${'a/'.repeat(30)}`],
  ])('refuse %j for a zone, and say what one looks like', (timeZone) => {
    const refused = refusals({ timeZone })
    expect(refused).toEqual([expect.stringContaining('use a name such as Europe/Berlin')])
  })
  it('refuse what cannot be meant, by name', () => {
    const input = {
      timeZone: 'Europe/Berlin',
      rhythm: 'yearly',
      digestTime: '24:00',
      digestWeekday: 0,
      quietHours: { from: '7:00', to: '22:00' },
      perHourMax: 0,
      perDayMax: 1.5,
      urgentScore: 101,
      quietDays: [],
    }
    const fields = refusals(input).map((refusal) => refusal.split(':')[0])
    expect(fields.sort()).toEqual([
      '',
      'digestTime',
      'digestWeekday',
      'perDayMax',
      'perHourMax',
      'quietHours.from',
      'rhythm',
      'urgentScore',
    ])
  })
  it('refuse quiet hours without length, and say how to have none', () => {
    const input = { timeZone: 'UTC', quietHours: { from: '22:00', to: '22:00' } }
    expect(refusals(input)).toEqual([expect.stringMatching(/^quietHours\.to: .*leave quietHours out/)])
    expect(whenInputSchema.parse({ timeZone: 'UTC', quietHours: null }).quietHours).toBeNull()
  })
  it('of any text refuse it as a zone or take it as one that clocks know', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('', 'UTC', 'Europe/Berlin'),
        fc.string(),
        (before, zone, after) => {
          const name = namedTimeZone(before + zone + after)
          if (name !== null) expect(() => new Intl.DateTimeFormat('en', { timeZone: name })).not.toThrow()
        },
      ),
    )
  })
  it('have a wire shape that carries them and their words', () => {
    const preferences = defaultPreferences('Europe/Berlin')
    const sent = { ...preferences, inWords: describeWhen(preferences) }
    expect(whenSchema.parse(sent)).toEqual(sent)
  })
})
