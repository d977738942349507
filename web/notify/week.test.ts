import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Hours, weekOf } from './week.ts'

const usual: Hours = { quietHours: null, rhythm: 'immediately', digestTime: '08:00', digestWeekday: 1 }
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

it('quiet hours over midnight stand at both ends of each day', () => {
  const [monday] = weekOf({ ...usual, quietHours: { from: '22:00', to: '07:30' } })
  expect(monday!.quiet).toEqual([
    { from: 0, to: 450 },
    { from: 1320, to: 1440 },
  ])
  const [other] = weekOf({ ...usual, quietHours: { from: '12:00', to: '13:00' } })
  expect(other!.quiet).toEqual([{ from: 720, to: 780 }])
})

it('a weekly digest comes once, on its day; within quiet hours at their end, which may be the day after', () => {
  const at = (hours: Partial<Hours>) =>
    weekOf({ ...usual, rhythm: 'weekly', ...hours }).flatMap(({ weekday, digests }) =>
      digests.map((minute) => [weekday, minute]),
    )
  expect(at({ digestWeekday: 3 })).toEqual([[3, 480]])
  const quietHours = { from: '22:00', to: '09:00' }
  expect(at({ digestWeekday: 3, quietHours })).toEqual([[3, 540]])
  expect(at({ digestWeekday: 7, digestTime: '23:00', quietHours })).toEqual([[1, 540]])
})

it('no digest falls into quiet hours, and each day has the same quiet, whatever is chosen', () => {
  fc.assert(
    fc.property(
      fc.record({
        quietHours: fc.option(fc.record({ from: time, to: time })),
        rhythm: fc.constantFrom('immediately', 'hourly', 'daily', 'weekly'),
        digestTime: time,
        digestWeekday: fc.integer({ min: 1, max: 7 }),
      }),
      (hours) => {
        const week = weekOf(hours)
        expect(week.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7])
        for (const { quiet, digests } of week)
          for (const minute of digests)
            expect(quiet.every(({ from, to }) => minute < from || minute >= to)).toBe(true)
        const count = week.flatMap(({ digests }) => digests).length
        if (hours.rhythm === 'daily') expect(count).toBe(7)
        if (hours.rhythm === 'weekly') expect(count).toBe(1)
        if (hours.rhythm === 'immediately') expect(count).toBe(0)
      },
    ),
  )
})
