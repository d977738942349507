import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePeriod } from './dates.ts'

const iso = (value: unknown, reference?: string) => {
  const period = parsePeriod(value, reference === undefined ? undefined : Date.parse(reference))
  return period === null ? null : [period.startMs, period.endMs].map((ms) => new Date(ms).toISOString())
}
const start = (value: unknown, reference?: string) => iso(value, reference)?.[0] ?? null

describe('parsePeriod', () => {
  it.each([
    ['2019-11-19', '2019-11-19T00:00:00.000Z'],
    ['2019-11-19 17:51', '2019-11-19T17:51:00.000Z'],
    ['2019-11-19T17:51:30Z', '2019-11-19T17:51:30.000Z'],
    ['2026-06-15T14:00Z', '2026-06-15T14:00:00.000Z'],
    ['2026-06-15T14:00:00.123456+02:00', '2026-06-15T12:00:00.000Z'],
    ['Sold  Dec 21, 2022', '2022-12-21T00:00:00.000Z'],
    ['Sep 3, 2024', '2024-09-03T00:00:00.000Z'],
    ['September 3rd 2024', '2024-09-03T00:00:00.000Z'],
    ['3 Sep 2024 10:30', '2024-09-03T10:30:00.000Z'],
    ['Sep 3, 2024 at 5:30 PM', '2024-09-03T17:30:00.000Z'],
    ['Tue, 03 Sep 2024 10:30:05 GMT', '2024-09-03T10:30:05.000Z'],
    ['31.12.2023', '2023-12-31T00:00:00.000Z'],
    ['03.04.2024', '2024-04-03T00:00:00.000Z'],
    ['12/31/2023', '2023-12-31T00:00:00.000Z'],
    ['31/12/2023', '2023-12-31T00:00:00.000Z'],
    [1_700_000_000, '2023-11-14T22:13:20.000Z'],
    ['1700000000000', '2023-11-14T22:13:20.000Z'],
  ])('reads %j as UTC', (value, expected) => {
    expect(start(value)).toBe(expected)
  })

  it('knows how exactly a moment is written', () => {
    expect(iso('2017-05')).toEqual(['2017-05-01T00:00:00.000Z', '2017-05-31T23:59:59.999Z'])
    expect(iso('2019-11-19')).toEqual(['2019-11-19T00:00:00.000Z', '2019-11-19T23:59:59.999Z'])
    expect(iso('2019-11-19 17:51')).toEqual(['2019-11-19T17:51:00.000Z', '2019-11-19T17:51:59.999Z'])
  })

  it('counts back from the reference, and only with one', () => {
    const reference = '2019-11-23T23:59:59.999Z'
    expect(start('1 hour', reference)).toBe('2019-11-23T22:59:59.999Z')
    expect(start('3 days ago', reference)).toBe('2019-11-20T23:59:59.999Z')
    expect(start('a month', reference)).toBe('2019-10-24T23:59:59.999Z')
    expect(start('yesterday', reference)).toBe('2019-11-22T23:59:59.999Z')
    expect(start('1 hour')).toBeNull()
  })

  it.each([
    '',
    'soon',
    '04/05/2024',
    '2024-02-30',
    '2024-13-01',
    '2024-01-01 25:00',
    '0000-00-00',
    'Foo 3, 2024',
    5,
    -1,
    Number.NaN,
    null,
    {},
    'Dec 21, 2022 to Dec 24, 2022',
    '9'.repeat(200),
    '9999 years ago',
  ])('leaves %j alone', (value) => {
    expect(parsePeriod(value, Date.parse('2024-01-01'))).toBeNull()
  })

  it('gives back any moment written as ISO 8601', () => {
    const moments = fc.date({ min: new Date('1995-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (date) => {
        expect(parsePeriod(date.toISOString())!.startMs).toBe(Math.floor(date.getTime() / 1000) * 1000)
      }),
    )
  })

  it('never throws, and never ends before it starts', () => {
    fc.assert(
      fc.property(fc.anything(), fc.integer(), (value, reference) => {
        const period = parsePeriod(value, reference)
        if (period !== null) expect(period.endMs).toBeGreaterThanOrEqual(period.startMs)
      }),
    )
  })
})
