import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Answered, figuresOf, recoveredAfterMs, slopePerMinute } from './figures.ts'
import { broken, loadReport } from './report.ts'
import { choose, shapes, stepTimes } from './shapes.ts'

const random = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
const draws = (values: IterableIterator<number>) => () => values.next().value as number

it('somebody takes a step each second to three, whatever the answers take', () => {
  fc.assert(
    fc.property(random, (values) => {
      const times = stepTimes(draws(values), 60_000)
      expect(times.length).toBeGreaterThanOrEqual(19)
      expect(times.length).toBeLessThanOrEqual(60)
      for (const [at, time] of times.slice(1).entries()) {
        expect(time - times[at]!).toBeGreaterThan(999)
        expect(time - times[at]!).toBeLessThan(3_001)
      }
    }),
  )
})

it('each choice comes as often as its weight, and one without weight never', () => {
  const choices = [{ weight: 3 }, { weight: 0 }, { weight: 1 }]
  const counts = [0, 0, 0]
  for (let n = 0; n < 4_000; n++) counts[choices.indexOf(choose(() => (n + 0.5) / 4_000, choices))]!++
  expect(counts).toEqual([3_000, 0, 1_000])
})

const answer = (dueMs: number, ms: number, status = 200): Answered => ({
  ...{ step: 'deals', dueMs, endMs: dueMs + ms, status },
})

it('a server that stood still for a second is seen in the percentiles, and failures by their status', () => {
  const answered = Array.from({ length: 100 }, (_, n) => answer(n * 100, n >= 50 && n < 60 ? 1_000 : 10))
  const { all, steps, failures, requestsPerSecond } = figuresOf(
    [...answered, answer(5, 20, 503), answer(6, 20, 0)],
    10,
  )
  expect(all.p50Ms).toBeCloseTo(10, 0)
  expect(all.p95Ms).toBeGreaterThan(990)
  expect([all.count, all.failed, steps.length, requestsPerSecond]).toEqual([102, 2, 1, 10.2])
  expect(failures).toEqual({ 0: 1, 503: 1 })
})

it('what is quick again for three seconds has recovered since the first of them; what is not in the end has not', () => {
  const before = Array.from({ length: 100 }, (_, n) => answer(n * 100, 10))
  const slow = Array.from({ length: 20 }, (_, n) => answer(10_000 + n * 100, 800))
  const after = Array.from({ length: 80 }, (_, n) => answer(12_000 + n * 100, 20))
  expect(recoveredAfterMs([...before, ...slow, ...after], 10_000, 20_000)).toBe(2_000)
  expect(recoveredAfterMs([...before, ...slow], 10_000, 12_000)).toBeNull()
  expect(recoveredAfterMs([...before, ...after], 10_000, 20_000)).toBe(0)
})

it('a slope is that of the line, whatever wavers about it', () => {
  const points = Array.from({ length: 60 }, (_, n) => ({ atMs: n * 1_000, value: 100 + n * 0.5 + (n % 2) }))
  expect(slopePerMinute(points)).toBeCloseTo(30, 0)
  expect(slopePerMinute([{ atMs: 0, value: 5 }])).toBe(0)
})

it('a report says what was asked, what was kept and what was not', () => {
  const figures = figuresOf([answer(0, 900), answer(1, 20, 502)], 1)
  const text = loadReport({
    name: 'baseline',
    shape: shapes.baseline,
    ...{ figures, bare: figuresOf([answer(0, 3)], 1).all, loadAverage: 1.25 },
    recoveredMs: null,
    soak: null,
  })
  expect(text).toMatch(/p95 .*900.* at most 500 ms: \*\*not kept\*\*/)
  expect(text).toMatch(/50 % of the requests failed, at most 1 %: \*\*not kept\*\*/)
  expect(text).toContain('| deals | 2 |')
  expect(text).toContain('502: 1')
  expect(text).toMatch(/\*a bare server\* \| 1 \| 3/)
})

it('a soak in which one process keeps files open has not kept the floor, and says which', () => {
  const figures = figuresOf([answer(0, 9)], 1)
  const grown = (filesPerMinute: number) => [
    { process: 'api-1', memoryMibPerMinute: 0.2, filesPerMinute },
    { process: 'worker-1', memoryMibPerMinute: -1, filesPerMinute: 0 },
  ]
  const load = (filesPerMinute: number) => ({
    ...{ shape: { ...shapes.sustained, seconds: 1_800 }, figures, soak: grown(filesPerMinute) },
  })
  expect(broken(load(0.1))).toEqual([])
  expect(broken(load(3))).toEqual(['open files grow by at most 0.5 a minute, api-1 by 3.0'])
})
