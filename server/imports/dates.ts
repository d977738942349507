/** A moment known as exactly as it was written: a day, a minute. Epoch ms, UTC, both inclusive. */
export interface Period {
  startMs: number
  endMs: number
}

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const isoPattern =
  /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i
const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/i
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})/i
const figures = /^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})/
const clock = /[ ,T](\d{1,2}):(\d{2})(?::(\d{2}))? ?([ap])?\.?m?\.?(?: ?(?:Z|UTC|GMT))?$/i
const ago =
  /^(?:about |over |almost )?(\d{1,4}|an?) ?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mos?|months?|y|yrs?|years?)(?: ago)?$/i

/**
 * The moment that a text or a number states, read as UTC where it names no zone; null when it is no date that we
 * know, or is ambiguous (04/05/2024). "2 hours ago" counts back from `referenceMs` and is null without it.
 */
export function parsePeriod(value: unknown, referenceMs?: number): Period | null {
  if (typeof value === 'number') return epoch(value)
  if (typeof value !== 'string' || value.length > 100) return null
  const text = value
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:sold|ended|listed|posted|on|updated|date)(?: on)?:? /i, '')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? /i, '')
  if (text === '') return null
  if (/^\d{10}(?:\.\d+)?$|^\d{13}$/.test(text)) return epoch(Number(text))
  return iso(text) ?? named(text) ?? numeric(text) ?? relative(text, referenceMs)
}

function epoch(value: number): Period | null {
  const ms = value >= 1e12 ? value : value * secondMs
  return ms >= Date.UTC(1995, 0, 1) && ms < Date.UTC(2100, 0, 1) ? { startMs: ms, endMs: ms } : null
}

function iso(text: string): Period | null {
  const match = isoPattern.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second, zone] = match
  if (day === undefined) {
    const first = dayOf(Number(year), Number(month), 1)
    return first === null ? null : { startMs: first, endMs: Date.UTC(Number(year), Number(month), 1) - 1 }
  }
  const date = dayOf(Number(year), Number(month), Number(day))
  if (date === null) return null
  if (hour === undefined) return { startMs: date, endMs: date + dayMs - 1 }
  return timeOn(date, Number(hour), Number(minute), second, zoneMs(zone))
}

/** Distance of a written zone from UTC. */
function zoneMs(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '')
  if (match === null) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * hourMs + Number(match[3]) * minuteMs)
}

function named(text: string): Period | null {
  const first = monthFirst.exec(text)
  const match = first ?? dayFirst.exec(text)
  if (match === null) return null
  const name = (first === null ? match[2]! : match[1]!).toLowerCase()
  const month = months.indexOf(name.slice(0, 3))
  if (month < 0) return null
  const date = dayOf(Number(match[3]), month + 1, Number(first === null ? match[1] : match[2]))
  return date === null ? null : withClock(date, text.slice(match[0].length))
}

function numeric(text: string): Period | null {
  const match = figures.exec(text)
  if (match === null) return null
  const [, a, separator, b, year] = match
  const [first, second] = [Number(a), Number(b)]
  // Dots are written day first; with other separators the order shows only when one figure is no month.
  const dayIsFirst = separator === '.' || first > 12
  if (!dayIsFirst && second <= 12 && first !== second) return null
  const date = dayIsFirst ? dayOf(Number(year), second, first) : dayOf(Number(year), first, second)
  return date === null ? null : withClock(date, text.slice(match[0].length))
}

/** A remainder that is neither empty nor a time ("Dec 21, 2022 to …") makes the whole unreadable. */
function withClock(date: number, rest: string): Period | null {
  if (rest === '') return { startMs: date, endMs: date + dayMs - 1 }
  const match = clock.exec(rest)
  if (match === null || match.index > 4) return null
  const [, hourText, minute, second, half] = match
  const hour = Number(hourText)
  const pm = half?.toLowerCase() === 'p'
  const hour24 = half === undefined ? hour : hour === 12 ? (pm ? 12 : 0) : pm ? hour + 12 : hour
  return timeOn(date, hour24, Number(minute), second, 0)
}

function timeOn(
  date: number,
  hour: number,
  minute: number,
  second: string | undefined,
  offset: number,
): Period | null {
  if (hour > 23 || minute > 59 || Number(second ?? 0) > 60) return null
  const startMs = date + hour * hourMs + minute * minuteMs + Number(second ?? 0) * secondMs - offset
  return { startMs, endMs: second === undefined ? startMs + minuteMs - 1 : startMs }
}

function dayOf(year: number, month: number, day: number): number | null {
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1995 && year < 2100 ? ms : null
}

const unitMs: [start: RegExp, ms: number][] = [
  [/^mo/, 30 * dayMs],
  [/^s/, secondMs],
  [/^m/, minuteMs],
  [/^h/, hourMs],
  [/^d/, dayMs],
  [/^w/, 7 * dayMs],
  [/^y/, 365 * dayMs],
]

function relative(text: string, referenceMs: number | undefined): Period | null {
  if (referenceMs === undefined) return null
  const lower = text.toLowerCase()
  const at = (ms: number): Period => ({ startMs: ms, endMs: ms })
  if (lower === 'just now' || lower === 'now' || lower === 'today') return at(referenceMs)
  if (lower === 'yesterday') return at(referenceMs - dayMs)
  const match = ago.exec(lower)
  if (match === null) return null
  const count = match[1]!.startsWith('a') ? 1 : Number(match[1])
  const ms = referenceMs - count * unitMs.find(([start]) => start.test(match[2]!))![1]
  return ms >= Date.UTC(1995, 0, 1) ? at(ms) : null
}
