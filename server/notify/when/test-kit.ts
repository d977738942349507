import { Temporal } from 'temporal-polyfill'

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs
const testedFrom = Temporal.Instant.from('2026-11-01T00:00Z')
const testedUntil = Temporal.Instant.from('2029-12-31T00:00Z')

/** Zones whose clocks agree from 2026-11-01 to 2029-12-31, by one of them, and when those change. */
export interface RuleSet {
  timeZone: string
  zones: string[]
  changes: number[]
}

export function everyRuleSet(): RuleSet[] {
  const sets = new Map<string, RuleSet>()
  for (const timeZone of new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])) {
    let local = testedFrom.toZonedDateTimeISO(timeZone)
    const offsets = [local.offset]
    const changes: number[] = []
    for (;;) {
      const next = local.getTimeZoneTransition('next')
      if (next === null || Temporal.Instant.compare(next.toInstant(), testedUntil) > 0) break
      local = next
      offsets.push(`${local.epochMilliseconds} ${local.offset}`)
      changes.push(local.epochMilliseconds)
    }
    const known = sets.get(offsets.join())
    if (known === undefined) sets.set(offsets.join(), { timeZone, zones: [timeZone], changes })
    else known.zones.push(timeZone)
  }
  return [...sets.values()]
}

/** Clock changes stranger than those to come: a day left out, midnight jumped over and put back over, a change of 3 h. */
export const strangeChanges = [
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['America/St_Johns', '2010-11-07T02:31:00Z'],
  ['America/St_Johns', '2011-03-13T03:31:00Z'],
  ['Antarctica/Casey', '2020-10-03T16:01:00Z'],
  ['Asia/Pyongyang', '2015-08-14T15:00:00Z'],
  ['Africa/Casablanca', '2024-03-10T02:00:00Z'],
].map(([timeZone, at]) => ({ timeZone: timeZone!, change: Date.parse(at!) }))

const minutesOfDay = 1440

/**
 * What a zone's clock shows minute by minute, read off Intl.DateTimeFormat, and the questions of this folder answered
 * from that alone. Slow, and knows nothing of offsets. Times are minutes: `HH:MM` as HH·60+MM, moments by their index.
 */
export class MinuteTable {
  readonly fromMs: number
  /** What the clock shows, as minutes since 1970-01-01 00:00 on it. */
  private readonly shown: Int32Array
  private readonly occurrences = new Map<number, { first: number; last: number }>()

  constructor(timeZone: string, fromMs: number, untilMs: number) {
    this.fromMs = fromMs
    this.shown = new Int32Array((untilMs - fromMs) / 60_000)
    const clock = clockOf(timeZone)
    // An hour that the clock takes an hour for is read at its ends only.
    for (let from = 0; from < this.shown.length; from += 60) {
      const [start, end] = [clock(this.msOf(from)), clock(this.msOf(from + 60))]
      for (let index = from; index < Math.min(from + 60, this.shown.length); index++) {
        this.show(index, end - start === 60 ? start + index - from : clock(this.msOf(index)))
      }
    }
  }

  private show(index: number, shown: number): void {
    this.shown[index] = shown
    const known = this.occurrences.get(shown)
    if (known === undefined) this.occurrences.set(shown, { first: index, last: index })
    else known.last = index
  }

  msOf(index: number): number {
    return this.fromMs + index * 60_000
  }
  timeAt(index: number): number {
    return this.shown[index]! % minutesOfDay
  }
  dateAt(index: number): number {
    return Math.floor(this.shown[index]! / minutesOfDay)
  }
  get length(): number {
    return this.shown.length
  }
  /** Days of which the whole is in the table (and a day on each side). */
  dates(): number[] {
    const [first, last] = [this.dateAt(0) + 1, this.dateAt(this.length - 1) - 1]
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  }
  isShown(date: number): boolean {
    const [start, next] = [this.momentsOf(date, 0), this.momentsOf(date + 1, 0)]
    return start.first !== next.first
  }

  momentsOf(date: number, time: number): { first: number; last: number } {
    const wanted = date * minutesOfDay + time
    const known = this.occurrences.get(wanted)
    if (known !== undefined) return known
    const jump = this.shown.findIndex((shown) => shown > wanted)
    return { first: jump, last: jump }
  }

  /** Per minute, whether it is quiet. */
  quiet(from: number, to: number): Uint8Array {
    const quiet = new Uint8Array(this.length)
    const dates = this.dates()
    for (const date of [dates[0]! - 1, ...dates]) {
      const start = this.momentsOf(date, from).first
      const end = this.momentsOf(from > to ? date + 1 : date, to).last
      if (start !== -1) quiet.fill(1, start, end === -1 ? this.length : end)
    }
    return quiet
  }

  hourStarts(): number[] {
    const hourAt = (index: number) => Math.floor(this.shown[index]! / 60)
    return this.indices().filter(
      (index) => this.shown[index]! % 60 === 0 || (index > 0 && hourAt(index) > hourAt(index - 1)),
    )
  }

  dayStarts(): number[] {
    let latest = this.dateAt(0)
    return this.indices().filter((index) => {
      if (this.dateAt(index) <= latest) return false
      latest = this.dateAt(index)
      return true
    })
  }

  private indices(): number[] {
    return Array.from(this.shown, (_, index) => index)
  }
}

/** What a zone's clock shows, in minutes since 1970-01-01 00:00 on it. */
export function clockOf(timeZone: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (atMs) => {
    // 11/25/2026, 07:05
    const text = format.format(atMs)
    const part = (from: number, to: number) => Number(text.slice(from, to))
    return Date.UTC(part(6, 10), part(0, 2) - 1, part(3, 5), part(12, 14), part(15, 17)) / 60_000
  }
}

export function timeText(minutes: number): string {
  const time = ((minutes % minutesOfDay) + minutesOfDay) % minutesOfDay
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`
}

export function timeNumber(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}
