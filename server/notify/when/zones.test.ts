import { beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../core/random.ts'
import { namedTimeZone } from '../../core/time-zone.ts'
import { capWindows } from './caps.ts'
import { nextDigestAt } from './digest.ts'
import { type DigestRhythm, defaultPreferences, type WhenPreferences } from './preferences.ts'
import { quietSpan, quietUntil } from './quiet.ts'
import {
  dayMs,
  everyRuleSet,
  hourMs,
  MinuteTable,
  type RuleSet,
  strangeChanges,
  timeNumber,
  timeText,
} from './test-world.ts'

/** A stretch of days in a zone, with times around which its clock does something. */
interface Place {
  name: string
  timeZone: string
  table: MinuteTable
  times: string[]
}

const minuteMs = 60_000
const random = seededRandom(7)
const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!

let ruleSets: RuleSet[]
let places: Place[]
beforeAll(() => {
  ruleSets = everyRuleSet()
  const changing = ruleSets.flatMap(({ timeZone, changes }) =>
    changes.map((change) => ({ timeZone, change })),
  )
  const still = ruleSets
    .filter(({ changes }) => changes.length === 0)
    .map(({ timeZone }) => ({ timeZone, change: Date.parse('2028-02-29T12:00:00Z') }))
  places = [...changing, ...still, ...strangeChanges].map(({ timeZone, change }) =>
    placeAround(timeZone, change),
  )
})

/** Four days on each side of a clock change (or of any moment). */
function placeAround(timeZone: string, change: number): Place {
  const table = new MinuteTable(timeZone, change - 4 * dayMs, change + 4 * dayMs)
  const index = (change - table.fromMs) / minuteMs
  const [before, after] = [table.timeAt(index - 1) + 1, table.timeAt(index)]
  const times = [before, after, (before + after) / 2].flatMap((time) =>
    [-60, -15, -1, 0, 1, 15, 60].map((minutes) => timeText(Math.floor(time) + minutes)),
  )
  return { name: `${timeZone} ${new Date(change).toISOString()}`, timeZone, table, times }
}

/** Preferences that put the clock change where it hurts: `count` for each place. */
function* cases(count: number): Generator<Place & { preferences: WhenPreferences; label: string }> {
  for (const place of places) {
    for (let made = 0; made < count; made++) {
      const time = () => pick(random() < 0.75 ? place.times : ['22:00', '07:00', '12:34'])
      const quietHours = { from: time(), to: time() }
      const preferences: WhenPreferences = {
        ...defaultPreferences(place.timeZone),
        digestTime: time(),
        digestWeekday: 1 + Math.floor(random() * 7),
        quietHours: quietHours.from === quietHours.to || random() < 0.15 ? null : quietHours,
      }
      const { digestTime, digestWeekday } = preferences
      const quiet = JSON.stringify(preferences.quietHours)
      yield { ...place, preferences, label: `${place.name} ${digestTime} ${digestWeekday} ${quiet}` }
    }
  }
}

/** Per minute of the table, whether it is quiet by what the clock shows. */
function quietMinutes({
  table,
  preferences: { quietHours },
}: {
  table: MinuteTable
  preferences: WhenPreferences
}) {
  return quietHours === null
    ? new Uint8Array(table.length)
    : table.quiet(timeNumber(quietHours.from), timeNumber(quietHours.to))
}

/** The minutes that are asked about: not the outer ones, so that the table holds all that leads to an answer. */
function asked(table: MinuteTable, hours = 36): { from: number; until: number } {
  return { from: table.length / 2 - hours * 60, until: table.length / 2 + hours * 60 }
}

it('looks at every zone and at every clock change until the end of 2029', () => {
  expect(ruleSets.flatMap(({ zones }) => zones).length).toBeGreaterThan(400)
  expect(ruleSets.flatMap(({ changes }) => changes).length).toBeGreaterThan(150)
  for (const { zones } of ruleSets) for (const zone of zones) expect(namedTimeZone(zone)).toBe(zone)
})

describe('quiet hours', () => {
  it('begin and end exactly where a clock read minute by minute says', () => {
    for (const { table, preferences, label } of cases(3)) {
      const quiet = quietMinutes({ table, preferences })
      const { from, until } = asked(table)
      for (let index = from; index < until; ) {
        const span = quietSpan(preferences, table.msOf(index))
        expect([label, index, span.isQuiet]).toEqual([label, index, quiet[index] === 1])
        const end = Math.min((span.untilMs - table.fromMs) / minuteMs, until)
        const changed = quiet.subarray(index, end).findIndex((minute) => minute !== quiet[index])
        expect([label, index, changed]).toEqual([label, index, -1])
        index = end
      }
    }
  })
  it('contain every minute at which the clock shows a quiet time, and end', () => {
    for (const { table, preferences, label } of cases(1)) {
      if (preferences.quietHours === null) continue
      const { from, until } = asked(table)
      for (let index = from; index < until; index += 1 + Math.floor(random() * 300)) {
        const end = quietUntil(preferences, new Date(table.msOf(index)))
        if (end === null) {
          const isShown = isQuietTime(preferences, table.timeAt(index))
          expect([label, index, isShown]).toEqual([label, index, false])
        } else {
          expect(quietUntil(preferences, end)).toBeNull()
          const lastsMs = end.getTime() - table.msOf(index)
          expect(lastsMs > 0 && lastsMs <= 2 * dayMs + 3 * hourMs).toBe(true)
        }
      }
    }
  })
})

describe('windows of the caps', () => {
  it('are the hours and days that a clock read minute by minute begins, one after the other', () => {
    for (const { timeZone, table, name } of places) {
      const hours = table.hourStarts()
      const days = table.dayStarts()
      const { from, until } = asked(table)
      const startOf = (starts: number[], index: number) => starts.findLast((start) => start <= index)!
      const endOf = (starts: number[], index: number) => starts.find((start) => start > index)!
      const at = (index: number) => new Date(table.msOf(index))
      const around = Array.from({ length: 12 }, (_, step) => table.length / 2 - 78 + step * 13)
      const anywhere = Array.from({ length: 4 }, () => from + Math.floor(random() * (until - from)))
      const edges = [...hours, ...days].filter((index) => Math.abs(index - table.length / 2) < 130)
      for (const index of [...around, ...anywhere, ...edges, ...edges.map((edge) => edge - 1)]) {
        expect([name, index, capWindows({ timeZone }, at(index))]).toEqual([
          name,
          index,
          {
            hourStart: at(startOf(hours, index)),
            hourEnd: at(endOf(hours, index)),
            dayStart: at(startOf(days, index)),
            dayEnd: at(endOf(days, index)),
          },
        ])
      }
    }
  })
})

describe('digests', () => {
  it.each<DigestRhythm>(['hourly', 'daily', 'weekly'])(
    'of the rhythm %s go out exactly when a clock read minute by minute says',
    (rhythm) => {
      for (const { table, preferences, label } of cases(rhythm === 'hourly' ? 1 : 2)) {
        const expected = digestMinutes(table, preferences, rhythm)
        const { from, until } = asked(table, rhythm === 'hourly' ? 12 : 36)
        const found: number[] = []
        for (let index = from; ; ) {
          const next = nextDigestAt(preferences, rhythm, new Date(table.msOf(index)))
          index = (next.getTime() - table.fromMs) / minuteMs
          if (index >= until) break
          found.push(index)
        }
        expect([label, found]).toEqual([label, expected.filter((index) => index > from && index < until)])
        // In between, and a moment before each, the answer is the same.
        for (let times = 0; times < 5; times++) {
          const index = from + Math.floor(random() * (until - from))
          const next = expected.find((moment) => moment > index)
          const answer = nextDigestAt(preferences, rhythm, new Date(table.msOf(index) + 59_999))
          if (next !== undefined && next < until)
            expect([label, index, answer]).toEqual([label, index, new Date(table.msOf(next))])
        }
      }
    },
  )
  it('come once on every day that has room for one, never in quiet hours', () => {
    for (const { table, preferences, label } of cases(1)) {
      const quiet = quietMinutes({ table, preferences })
      const { from, until } = asked(table)
      const perDate = new Map<number, number>()
      for (let at = new Date(table.msOf(from)); ; ) {
        at = nextDigestAt(preferences, 'daily', at)
        const index = (at.getTime() - table.fromMs) / minuteMs
        if (index >= until) break
        expect([label, index, quiet[index]]).toEqual([label, index, 0])
        perDate.set(table.dateAt(index), (perDate.get(table.dateAt(index)) ?? 0) + 1)
      }
      const starts = table.dayStarts()
      for (const [number, start] of starts.entries()) {
        const end = starts[number + 1]
        if (start <= from || end === undefined || end >= until) continue
        const date = table.dateAt(start)
        const dueOf = (day: number) => table.momentsOf(day, timeNumber(preferences.digestTime)).first
        // What is jumped over at the end of a day comes at the first moment of the next day, which has its own as well.
        if ([start, end].some((index) => timeText(table.timeAt(index - 1)) !== '23:59')) continue
        const hasRoom = isQuietTime(preferences, timeNumber(preferences.digestTime))
          ? quiet.subarray(start, end).includes(0)
          : quiet.subarray(dueOf(date), end).includes(0)
        expect([label, date, perDate.get(date) ?? 0]).toEqual([label, date, hasRoom ? 1 : 0])
      }
    }
  })
  it('of a week are still to come when quiet hours and a clock change fill the day after theirs', () => {
    const preferences: WhenPreferences = {
      ...defaultPreferences('Europe/Berlin'),
      digestTime: '12:00',
      digestWeekday: 6,
      // The half hour between them does not exist on Sunday, 2027-03-28.
      quietHours: { from: '02:45', to: '02:15' },
    }
    const monday = new Date('2027-03-29T00:15:00Z')
    for (const iso of ['2027-03-27T11:00:00Z', '2027-03-28T12:00:00Z', '2027-03-29T00:14:59.999Z']) {
      expect(nextDigestAt(preferences, 'weekly', new Date(iso))).toEqual(monday)
    }
  })
  it('of a day come once on each of 1,157 days, at their time where the clock shows it', () => {
    for (const { timeZone } of ruleSets.filter(({ changes }) => changes.length > 0).slice(0, 2)) {
      for (const digestTime of ['02:30', '08:00']) {
        const preferences = { ...defaultPreferences(timeZone), digestTime, quietHours: null }
        let at = new Date('2026-11-01T12:00:00Z')
        let count = 0
        while (at < new Date('2030-01-01T12:00:00Z')) {
          const next = nextDigestAt(preferences, 'daily', at)
          if (count > 0) expect(Math.abs(next.getTime() - at.getTime() - dayMs)).toBeLessThanOrEqual(hourMs)
          at = next
          count++
        }
        expect([timeZone, count]).toEqual([timeZone, 1158])
      }
    }
  })
})

/** Whether what the clock shows, in minutes since midnight, is a quiet time. */
function isQuietTime({ quietHours }: WhenPreferences, time: number): boolean {
  if (quietHours === null) return false
  const sinceFrom = (minutes: number) => (minutes - timeNumber(quietHours.from) + 1440) % 1440
  return sinceFrom(time) < sinceFrom(timeNumber(quietHours.to))
}

/** The minutes of the table at which digests go out, from what the clock shows. */
function digestMinutes(table: MinuteTable, preferences: WhenPreferences, rhythm: DigestRhythm): number[] {
  const quiet = quietMinutes({ table, preferences })
  const outOfQuiet = (index: number) => {
    let moved = index
    while (moved < table.length && quiet[moved] === 1) moved++
    return moved
  }
  const time = timeNumber(preferences.digestTime)
  const moments = (() => {
    if (rhythm === 'hourly') return table.hourStarts().map(outOfQuiet)
    const dates = table.dates()
    return dates.flatMap((date) => {
      const due = table.momentsOf(date, time).first
      const moved = outOfQuiet(due)
      // 1970-01-01 was a Thursday.
      if (rhythm === 'weekly') return (date + 3) % 7 === preferences.digestWeekday - 1 ? [moved] : []
      if (!table.isShown(date)) return []
      const isLaterDay = moved >= table.length || table.dateAt(moved) > table.dateAt(due)
      return isLaterDay && !isQuietTime(preferences, time) ? [] : [moved]
    })
  })()
  return [...new Set(moments)].sort((a, b) => a - b)
}
