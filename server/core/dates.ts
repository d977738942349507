import { type DateWord, dateWord } from './date-names.ts'
import { relativeMs } from './dates-relative.ts'
import { foldText } from './text.ts'
import { zoneOffsetMs } from './zones.ts'

/** A moment known as exactly as it was written: a month, a day, a minute. Epoch ms, UTC, both inclusive. */
export interface Period {
  startMs: number
  endMs: number
}

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const firstMs = Date.UTC(1990, 0, 1)
const endMs = Date.UTC(2100, 0, 1)

/**
 * The moment that a text or a number states: RFC 822, 850 and 1123, ISO 8601, what JavaScript and C write, eBay's, and
 * days and months by their names in the languages that we read (docs/reading.md). Without a zone it is read as UTC.
 * Null when it is no date, has a zone that we do not know, or is ambiguous (04/05/2024): never another day than was
 * meant. "2 hours ago" counts back from `referenceMs` and is null without it.
 */
export function readDate(value: unknown, referenceMs?: number): Period | null {
  if (typeof value === 'number') return epoch(value)
  if (typeof value !== 'string' || value.length > 100) return null
  const text = foldText(value)
    .replace(/[\s\u200e\u200f]+/g, ' ')
    .trim()
    .replace(/ ?(?:\([^()]*\)|\[[^[\]]*\])$/, '')
    .replace(
      /^(?:sold|ended|ends|listed|posted|published|updated|date|verkauft|beendet|vendu|vendido|venduto)\b(?: on| am| le| il| el)?:? /,
      '',
    )
    .replace(/^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/, '$1-$2-$3')
  if (text === '') return null
  if (/^\d{10}(?:\.\d+)?$|^\d{13}$/.test(text)) return epoch(Number(text))
  return written(text) ?? relative(text, referenceMs)
}

/** ISO 8601 in UTC of readDate()'s beginning. */
export function isoDate(value: unknown): string | undefined {
  const period = readDate(value)
  return period === null ? undefined : new Date(period.startMs).toISOString()
}

function epoch(value: number): Period | null {
  const ms = value >= 1e12 ? value : value * secondMs
  return ms >= Date.UTC(1995, 0, 1) && ms < endMs ? { startMs: ms, endMs: ms } : null
}

function relative(text: string, referenceMs: number | undefined): Period | null {
  const ago = referenceMs === undefined ? null : relativeMs(text)
  if (ago === null) return null
  const ms = referenceMs! - ago
  return ms >= firstMs ? { startMs: ms, endMs: ms } : null
}

interface Clock {
  ms: number
  /** How exactly it is written. */
  stepMs: number
}

const clockPattern =
  /(^|[ ,t-])(\d{1,2})(?:[:h](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.? ?m\b\.?)?| ?([ap])\.? ?m\b\.?)(?= |$|[,z+-])(?: uhr| h\b)?/
const zonePattern =
  /^ ?((?:utc|gmt|ut|z)?[+-]\d{1,2}(?::?\d{2})?z?|[a-z]+(?:_[a-z]+)*\/[a-z_/+-]+|z|[a-z]{2,5})(?=$|[ ,])/

/** Takes time and zone out of the text; what remains must be a date and nothing else ("… to Dec 24, 2022" is none). */
function written(text: string): Period | null {
  const month = /^(\d{4})[-/](\d{1,2})$/.exec(text)
  if (month) {
    const first = dayOf(Number(month[1]), Number(month[2]), 1)
    return first === null
      ? null
      : { startMs: first, endMs: Date.UTC(Number(month[1]), Number(month[2]), 1) - 1 }
  }
  const compact = /^(\d{4})(\d{2})(\d{2})(?:t(\d{2})(\d{2})(\d{2})?(.*))?$/.exec(text)
  if (compact) {
    const [, y, m, d, hour, minute, second, rest = ''] = compact
    const time = hour === undefined ? '' : `t${hour}:${minute}${second ? `:${second}` : ''}${rest}`
    return written(`${y}-${m}-${d}${time}`)
  }
  const named = /^(\p{L}{3,})\.? (\d{4})$/u.exec(text)
  const namedMonth = named === null ? undefined : dateWord(named[1]!)?.month
  if (namedMonth !== undefined) return written(`${named![2]}-${namedMonth}`)
  const found = clockPattern.exec(text)
  if (found === null) {
    const day = dayIn(
      text.replace(/^(\d{4}-\d{2}-\d{2})(?:z|[+-]\d{2}:?\d{2})$/, '$1').replace(/ (?:gmt|utc)$/, ''),
    )
    return day === null ? null : { startMs: day, endMs: day + dayMs - 1 }
  }
  const clock = clockOf(found)
  if (clock === null) return null
  let after = text.slice(found.index + found[0].length)
  const zone = zonePattern.exec(after)
  let offset: string | undefined
  if (zone && dateWord(zone[1]!) === undefined && !fillers.has(zone[1]!)) {
    offset = zone[1]!
    after = after.slice(zone[0].length)
    // Go writes both: "+0100 CET".
    const again = /^[+-]/.test(offset) ? /^ ([a-z]{3,5})(?=$| )/.exec(after)?.[1] : undefined
    if (again !== undefined && zoneOffsetMs(again, 0) === zoneOffsetMs(offset, 0))
      after = after.slice(again.length + 1)
  }
  const day = dayIn(`${text.slice(0, found.index)} ${after}`.trim())
  if (day === null) return null
  const localMs = day + clock.ms
  const offsetMs = offset === undefined ? 0 : zoneOffsetMs(offset, localMs)
  if (offsetMs === null) return null
  const startMs = localMs - offsetMs
  return { startMs, endMs: clock.stepMs === 0 ? startMs : startMs + clock.stepMs - 1 }
}

function clockOf(found: RegExpExecArray): Clock | null {
  const [, , hourText, minute = '0', second, fraction = '', half = found[7]] = found
  const hour = Number(hourText)
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  const hour24 = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  if (hour24 > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const ms = hour24 * hourMs + Number(minute) * minuteMs + Number(second ?? 0) * secondMs + thousandths
  return { ms, stepMs: second !== undefined ? 0 : found[3] === undefined ? hourMs : minuteMs }
}

/** Words that stand in a date and say nothing. */
const fillers: ReadonlySet<string> = new Set(
  'at on the of de del di du da do d le la el il den der am um om kl klo alle ore a as las o h ora uhr feira г года в и dnia v'.split(
    ' ',
  ),
)

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/
const yearLast = /^(\d{1,2})([-/. ]) ?(\d{1,2})\2 ?(\d{4}|\d{2})\.?$/

/** Start of the day that the text names, with nothing else in it. */
function dayIn(text: string): number | null {
  if (text.includes('#')) return null
  const words: DateWord[] = []
  let rest = ''
  for (const [token] of text.matchAll(/\d+(?:st|nd|rd|th|er|[ªº°])?(?!\p{L})|\p{L}+|[^\p{L}\d]/gu)) {
    if (/^\d/.test(token)) rest += token.replace(/\D+$/, '')
    else if (!/^\p{L}/u.test(token)) rest += token
    else {
      const word = dateWord(token)
      if (word) {
        words.push(word)
        // "#0" stands for the name's place; weekdays leave nothing.
        rest += word.month === undefined ? ' ' : ` #${words.length - 1} `
      } else if (fillers.has(token)) rest += ' '
      else return null
    }
  }
  const weekdays = words.flatMap(({ month, weekdays }) => (month === undefined ? (weekdays ?? []) : []))
  return rest.includes('#') ? namedDay(rest, words) : figuresDay(plain(rest), weekdays)
}

/** Without what stands around a date: "(Fri), 3.11.2026". */
function plain(rest: string): string {
  return rest.replace(/^[ ,.-]+|[ ,-]+$/g, '')
}

function namedDay(rest: string, words: readonly DateWord[]): number | null {
  const marks = [...rest.matchAll(/#(\d+)/g)].map((match) => ({
    mark: match[0],
    word: words[Number(match[1])]!,
  }))
  const months = marks.filter(({ word }) => word.weekdays === undefined)
  // "mar 17 mar 2026": what may be either is the weekday beside a month, and the month when it stands last.
  const meant = months.length > 0 ? months : marks.slice(-1)
  if (meant.length !== 1) return null
  const { mark, word } = meant[0]!
  let text = rest
  for (const other of marks) if (other.mark !== mark) text = text.replace(other.mark, ' ')
  const parts = text
    .replace(mark, ' m ')
    .split(/[ ,./'’-]+/)
    .filter((part) => part !== '')
  if (parts.length !== 3 || !parts.every((part) => part === 'm' || /^\d{1,4}$/.test(part))) return null
  const [first, second, third] = parts as [string, string, string]
  if (third === 'm') return null
  if (first.length === 4 && second === 'm' && third.length <= 2)
    return dayOf(Number(first), word.month!, Number(third))
  const day = first === 'm' ? second : first
  if (day.length > 2 || (third.length !== 4 && third.length !== 2)) return null
  const year = third.length === 4 ? Number(third) : Number(third) + (Number(third) < 70 ? 2000 : 1900)
  return dayOf(year, word.month!, Number(day))
}

function figuresDay(text: string, weekdays: readonly number[]): number | null {
  const iso = yearFirst.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4]))
  const match = yearLast.exec(text)
  if (match === null) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  const year = match[4]!.length === 4 ? Number(match[4]) : shortYear(first, second, Number(match[4]))
  if (year === null) return null
  const dayFirst = dayOf(year, second, first)
  // Dots are written day first; with other separators the order shows when only one of them is a day, or that weekday.
  if (match[2] === '.') return dayFirst
  const both = [dayFirst, dayOf(year, first, second)].filter((day) => day !== null)
  const distinct = [...new Set(both)]
  if (distinct.length <= 1) return distinct[0] ?? null
  const named = distinct.filter((day) => weekdays.includes(new Date(day).getUTCDay()))
  return named.length === 1 ? named[0]! : null
}

/**
 * The year of "30.10.23", where one figure can only be a day; null where the year may as well stand first (03/11/26), or
 * is so far ahead that it does (23.10.30).
 */
function shortYear(first: number, second: number, year: number): number | null {
  return Math.max(first, second) > 12 && year < 30 ? 2000 + year : null
}

/** Null for days that there are not. */
function dayOf(year: number, month: number, day: number): number | null {
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && ms >= firstMs && ms < endMs ? ms : null
}
