import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate, readDate } from './dates.ts'

describe('a date is read as it was meant', () => {
  it.each([
    // RFC 822, 850, 1123, and what programs make of them
    ['Sun, 08 Mar 2026 09:05:07 GMT', '2026-03-08T09:05:07.000Z'],
    ['08 Mar 26 09:05 EST', '2026-03-08T14:05:00.000Z'],
    ['Sunday, 08-Mar-26 09:05:07 GMT', '2026-03-08T09:05:07.000Z'],
    ['Sun, 8 Mar 2026 09:05:07 +0530', '2026-03-08T03:35:07.000Z'],
    ['Sun, Mar 8 2026 09:05:07 -0300', '2026-03-08T12:05:07.000Z'],
    ['Sun, Mar 08, 2026, 09:05:07 PDT', '2026-03-08T16:05:07.000Z'],
    ['Sun 8 Mar 2026, 09:05:07 EST', '2026-03-08T14:05:07.000Z'],
    ['Sun 08 Mar 2026 09:05', '2026-03-08T09:05:00.000Z'],
    ['Sun, 8 Mar 2026 9:05 PM EST', '2026-03-09T02:05:00.000Z'],
    ['Sunday, March 8, 2026 - 9:05pm', '2026-03-08T21:05:00.000Z'],
    ['Sun, 08 Mar 2026, 21:05', '2026-03-08T21:05:00.000Z'],
    ['Sun, 08 March 2026 00:00:00 Europe/Madrid', '2026-03-07T23:00:00.000Z'],
    ['Wed, 08 Jul 2026 12:00:00 America/New_York', '2026-07-08T16:00:00.000Z'],
    ['8th March 2026 at 9:05 a.m.', '2026-03-08T09:05:00.000Z'],
    ['Sun, 8th Mar 2026 09:05:07 UTC', '2026-03-08T09:05:07.000Z'],
    ['March 8th, 2026 9 pm', '2026-03-08T21:00:00.000Z'],
    ['Mar 8, 2026 12:10 AM', '2026-03-08T00:10:00.000Z'],
    // JavaScript, C, Ruby, date(1)
    ['Sun Mar 08 2026 09:05:07 GMT+0200 (Eastern European Standard Time)', '2026-03-08T07:05:07.000Z'],
    ['Sun Mar  8 09:05:07 2026', '2026-03-08T09:05:07.000Z'],
    ['Sun Mar 08 09:05:07 +0100 2026', '2026-03-08T08:05:07.000Z'],
    ['Sun Mar  8 09:05:07 CET 2026', '2026-03-08T08:05:07.000Z'],
    // eBay
    ['Mar-08-26 09:05:07 PST', '2026-03-08T17:05:07.000Z'],
    ['08-Mar-26 09:05:07 BST', '2026-03-08T08:05:07.000Z'],
    ['08. Mär. 2026 09:05:07 MEZ', '2026-03-08T08:05:07.000Z'],
    ['08 Mar, 2026 09:05:07 GMT', '2026-03-08T09:05:07.000Z'],
    // ISO 8601 and its relatives
    ['2026-03-08', '2026-03-08T00:00:00.000Z'],
    ['2026-03-08T09:05:07.250+01:00', '2026-03-08T08:05:07.250Z'],
    ['2026-03-08T09:05:07-05:00Z', '2026-03-08T14:05:07.000Z'],
    ['2026-03-08 09:05:07 +0100', '2026-03-08T08:05:07.000Z'],
    ['2026-03-08 09:05:07 UTC', '2026-03-08T09:05:07.000Z'],
    ['2026-03-08 09:05:07 CEST', '2026-03-08T07:05:07.000Z'],
    ['2026-03-08 09:05:07.5 +0100 CET', '2026-03-08T08:05:07.500Z'],
    ['2026-03-08T09:05:07+01:00[Europe/Paris]', '2026-03-08T08:05:07.000Z'],
    ['2026-03-08T09:05+01', '2026-03-08T08:05:00.000Z'],
    ['20260308T090507Z', '2026-03-08T09:05:07.000Z'],
    ['2026/03/08 09:05', '2026-03-08T09:05:00.000Z'],
    ['2026.03.08', '2026-03-08T00:00:00.000Z'],
    ['2026年3月8日 09:05', '2026-03-08T09:05:00.000Z'],
    // Names in the languages that we read
    ['Sonntag, 8. März 2026 um 09:05 Uhr', '2026-03-08T09:05:00.000Z'],
    ['So, 08 Mrz 2026 09:05:07 +0100', '2026-03-08T08:05:07.000Z'],
    ['Di, 08 Dez 2026 10:00:00 +0100', '2026-12-08T09:00:00.000Z'],
    ['8 février 2026', '2026-02-08T00:00:00.000Z'],
    ['dimanche 8 mars 2026 à 9h05', '2026-03-08T09:05:00.000Z'],
    ['mar. 10 mars 2026', '2026-03-10T00:00:00.000Z'],
    ['mer, 8 avr 2026 00:00:00 +0200', '2026-04-07T22:00:00.000Z'],
    ['8 de marzo de 2026', '2026-03-08T00:00:00.000Z'],
    ['martes, 10 mar 2026', '2026-03-10T00:00:00.000Z'],
    ['mar, 10 mar 2026', '2026-03-10T00:00:00.000Z'],
    ['dom, 08 ene 2023 10:00:00 +0100', '2023-01-08T09:00:00.000Z'],
    ['gio, 08 gen 2026', '2026-01-08T00:00:00.000Z'],
    ['zondag 8 maart 2026', '2026-03-08T00:00:00.000Z'],
    ['8 mrt. 2026', '2026-03-08T00:00:00.000Z'],
    ['domingo, 8 de março de 2026', '2026-03-08T00:00:00.000Z'],
    ['segunda-feira, 9 de março de 2026', '2026-03-09T00:00:00.000Z'],
    ['niedziela, 8 marca 2026', '2026-03-08T00:00:00.000Z'],
    ['8 paź 2026', '2026-10-08T00:00:00.000Z'],
    ['söndag 8 mars 2026 kl. 09:05', '2026-03-08T09:05:00.000Z'],
    ['søndag den 8. marts 2026', '2026-03-08T00:00:00.000Z'],
    ['neděle 8. března 2026', '2026-03-08T00:00:00.000Z'],
    ['воскресенье, 8 марта 2026 г.', '2026-03-08T00:00:00.000Z'],
    ['8 мая 2026, 09:05', '2026-05-08T09:05:00.000Z'],
    // Figures whose order shows
    ['31/12/2025', '2025-12-31T00:00:00.000Z'],
    ['12/31/2025 11:30 PM', '2025-12-31T23:30:00.000Z'],
    ['08.03.2026 09:05', '2026-03-08T09:05:00.000Z'],
    ['Sun, 08/03/2026', '2026-03-08T00:00:00.000Z'],
    ['Sun 03/08/2026', '2026-03-08T00:00:00.000Z'],
    ['Sun, 08 03 2026 09:05:07 +0100', '2026-03-08T08:05:07.000Z'],
    ['12/31/25 21:55:58', '2025-12-31T21:55:58.000Z'],
    ['31.12.25', '2025-12-31T00:00:00.000Z'],
    ['8 Mar 2026 GMT', '2026-03-08T00:00:00.000Z'],
    ['Mar. 2026', '2026-03-01T00:00:00.000Z'],
    ['2026-03-08 00:00:00+15:00', '2026-03-07T09:00:00.000Z'],
    ['1772960707', '2026-03-08T09:05:07.000Z'],
  ])('%s', (text, expected) => expect(isoDate(text)).toBe(expected))
})

it.each([
  '04/05/2024', '4-5-2024', '03/11/26', '11.03.26', '30 Feb 2026', '31 avril 2026', '2026-02-29', '29:00 8 Mar 2026',
  '8 Mar 2026 13:00 PM', '8 Mar 2026 25:10', 'Sun, 08 Mar 2026 09:05:07 IST', 'Sun, 08 Mar 2026 09:05:07 XYZ',
  '8 Mar 2026 09:05 +2500',
  '2026-03-08 09:05:07 +0100 EST', '8 Foo 2026', 'Foo 2026', '08 03 2026', '23.10.30', 'March', 'mar mar mar', '8 Mar', '8 Mar 2026 to 9 Mar 2026',
  '8 March or April 2026', '8 Mar 20260', '2026-W10', '1 2 3 Mar 2026', 'Sun', '9:05', 'size 8 mar 2026', '8 Mar 1889',
])('a date that is none, or more than one, is unknown: %s', (text) => {
  expect(readDate(text, Date.parse('2026-03-08'))).toBeNull()
}) // biome-ignore format: a table

it.each([
  ['3 days ago', 72], ['vor 3 Tagen', 72], ['vor einer Stunde', 1], ['il y a 2 heures', 2], ['hace 3 días', 72],
  ['3 giorni fa', 72], ['2 uur geleden', 2], ['há 5 horas', 5], ['2 godziny temu', 2], ['för 2 dagar sedan', 48],
  ['for 2 timer siden', 2], ['před 3 dny', 72], ['3 дня назад', 72], ['gestern', 24], ["aujourd'hui", 0], ['wczoraj', 24],
] as const)('%s counts back from the look at it, and only with one', (text, hours) => {
  const now = Date.parse('2026-03-08T12:00:00Z')
  expect(readDate(text, now)?.startMs).toBe(now - hours * 3_600_000)
  expect(readDate(text)).toBeNull()
}) // biome-ignore format: a table

describe('any moment is read back', () => {
  const moment = fc
    .date({ min: new Date('1995-01-01'), max: new Date('2069-12-31'), noInvalidDate: true })
    .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000))
  const languages = fc.constantFrom(
    'en', 'en-GB', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pt-PT', 'pl', 'sv', 'da', 'cs', 'ru',
  ) // biome-ignore format: a table
  const pad = (value: number) => String(value).padStart(2, '0')

  it('from every format of programs, with any offset', () => {
    const offset = fc.integer({ min: -14 * 60, max: 14 * 60 })
    fc.assert(
      fc.property(moment, offset, fc.nat(9), (date, minutes, form) => {
        const local = new Date(date.getTime() + minutes * 60_000)
        const sign = minutes < 0 ? '-' : '+'
        const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
        const zone = `${sign}${pad(hours)}${pad(rest)}`
        const [weekday, day, month, year, time] = local.toUTCString().replace(',', '').split(' ') as string[]
        const text = [
          `${weekday}, ${day} ${month} ${year} ${time} ${zone}`,
          `${weekday}, ${day}-${month}-${year!.slice(2)} ${time} ${zone}`,
          `${weekday} ${month} ${day} ${year} ${time} GMT${zone} (Some Time)`,
          `${weekday} ${month} ${day} ${time} ${year} ${zone}`,
          `${weekday} ${month} ${day} ${time} ${zone} ${year}`,
          `${day} ${month} ${year} ${time} ${zone}`,
          `${month} ${day}, ${year} ${time} ${zone}`,
          `${local.toISOString().slice(0, 19)}${sign}${pad(hours)}:${pad(rest)}`,
          `${local.toISOString().slice(0, 19).replace('T', ' ')} ${zone}`,
          `${month}-${day}-${year!.slice(2)} ${time} ${zone}`,
        ][form]!
        if (form !== 3) expect(isoDate(text), text).toBe(date.toISOString())
        else expect([date.toISOString(), undefined], text).toContain(isoDate(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('as a day from every language, long and short, or is unknown, never another', () => {
    let read = 0
    let all = 0
    fc.assert(
      fc.property(
        moment,
        languages,
        fc.constantFrom('full', 'long', 'medium'),
        (date, language, dateStyle) => {
          const text = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' }).format(date)
          const day = isoDate(text)?.slice(0, 10)
          all++
          if (day !== undefined) read++
          // "08/03/2026" is what some languages write as medium: its order does not show.
          expect([date.toISOString().slice(0, 10), undefined], text).toContain(day)
          if (/\p{L}/u.test(text)) expect(day, text).toBeDefined()
        },
      ),
      { numRuns: 3000 },
    )
    expect(read / all).toBeGreaterThan(0.9)
  })
})

it('any text is read without throwing, in time that follows its length', () => {
  const pieces = fc.constantFrom(
    '8',
    '03',
    '2026',
    'mar',
    'di',
    ' ',
    ',',
    ':',
    '-',
    '/',
    '.',
    'T',
    '+01',
    'z',
    'pm',
    'vor',
    '(',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 60 }).map((p) => p.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const period = readDate(text, Date.parse('2026-01-01'))
      if (period) expect(period.endMs).toBeGreaterThanOrEqual(period.startMs)
    }),
    { numRuns: 2000 },
  )
})
