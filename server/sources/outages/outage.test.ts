import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanOutcomes } from '../../marketplaces/contract.ts'
import { decideOutages, type OpenNotice, outageReason, type ScannedSource } from './outage.ts'

const minute = 60_000
const start = Date.parse('2026-11-22T12:00:00Z')
const at = (minutes: number) => new Date(start + minutes * minute)
const source = (over: Partial<ScannedSource> = {}): ScannedSource => ({
  id: 1,
  name: 'A feed',
  demo: false,
  on: true,
  intervalMs: 5 * minute,
  lastOkAt: at(0),
  lastOutcome: 'blocked',
  lastReason: 'Refused',
  cooldownUntil: null,
  plannedSince: at(-100),
  ...over,
})
const dependence = { userId: 7, sourceId: 1, rules: ['Sofa'] }
const decide = (
  minutes: number,
  over: Partial<ScannedSource> = {},
  open: OpenNotice[] = [],
  dependences = [dependence],
  awakeSince = at(-100),
) => {
  const { outages, recovered, closed } = decideOutages({
    now: at(minutes),
    awakeSince,
    sources: [source(over)],
    dependences,
    open,
  })
  return {
    outages: outages.map(({ since }) => since),
    recovered: recovered.map(({ since }) => since),
    closed,
  }
}
const nothing = { outages: [], recovered: [], closed: [] }
const notice = { userId: 7, sourceId: 1, outageSince: at(0) }

describe('a source that is not seen', () => {
  it('is notified after twice its interval and the tenth by which a scan may be late, not before', () => {
    expect(decide(11)).toEqual(nothing)
    expect(decide(11.1)).toEqual({ ...nothing, outages: [at(0)] })
  })

  it('is told whether its scans fail or do not run, and never while none is planned', () => {
    expect(decide(60, { lastOutcome: 'ok' }).outages).toEqual([at(0)])
    expect(decide(60, { lastOkAt: null, lastOutcome: null }).outages).toEqual([at(-100)])
    expect(decide(60, { plannedSince: null })).toEqual(nothing)
    expect(decide(60, {}, [], [])).toEqual(nothing)
  })

  it('has its time from the moment from which scans are planned', () => {
    expect(decide(60, { lastOkAt: at(-9000), plannedSince: at(50) })).toEqual(nothing)
    expect(decide(62, { lastOkAt: at(-9000), plannedSince: at(50) }).outages).toEqual([at(50)])
  })

  it('has an interval to be seen after the program was off', () => {
    expect(decide(60, {}, [], [dependence], at(55))).toEqual(nothing)
    expect(decide(61, {}, [], [dependence], at(55)).outages).toEqual([at(0)])
  })

  it('is not notified of the demo, nor of a source that is off', () => {
    expect(decide(60, { demo: true })).toEqual(nothing)
    expect(decide(60, { on: false })).toEqual(nothing)
  })

  it('is notified once, and the all-clear once it is seen', () => {
    expect(decide(60, {}, [notice])).toEqual(nothing)
    expect(decide(60, { lastOkAt: at(59) }, [notice])).toEqual({ ...nothing, recovered: [at(0)] })
  })

  it('gets no all-clear when it was switched off, is needed no more, or is lost again already', () => {
    expect(decide(60, { on: false, lastOkAt: at(59) }, [notice])).toEqual({ ...nothing, closed: [notice] })
    expect(decide(60, { lastOkAt: at(59) }, [notice], [])).toEqual({ ...nothing, closed: [notice] })
    expect(decide(60, { lastOkAt: at(20) }, [notice])).toEqual({
      outages: [at(20)],
      recovered: [],
      closed: [notice],
    })
  })
})

it('every reason says why and what to do', () => {
  for (const lastOutcome of [...scanOutcomes, null]) {
    const { why, remedy } = outageReason({ lastOutcome, lastReason: null })
    expect(why.sentence).toMatch(/^\S.*\.$/)
    expect(remedy.sentence).toMatch(/^[A-Z].{30,}\.$/)
  }
})

describe('whatever happens, minute by minute', () => {
  /** What happens in a minute: a scan that sees, and how often somebody decides, perhaps with a clock that is slow. */
  const minutes = fc.array(
    fc.record({
      sees: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      ticks: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
      off: fc.integer({ min: 0, max: 30 }).map((n) => n === 0),
    }),
    { maxLength: 120 },
  )

  it('an outage is notified once, in its time, and ended once, after something was seen', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 10 }), (steps, interval) => {
        let lastOkAt = at(0)
        let on = true
        let open: OpenNotice[] = []
        const notified: number[] = []
        const ended: number[] = []
        steps.forEach((step, index) => {
          const now = index + 1
          if (step.off) on = !on
          if (step.sees) lastOkAt = at(now)
          for (const slow of step.ticks) {
            const seen = source({ intervalMs: interval * minute, lastOkAt, on })
            const decision = decideOutages({
              now: at(now - slow),
              awakeSince: at(-100),
              sources: [seen],
              dependences: [dependence],
              open,
            })
            for (const { since } of decision.outages) {
              expect(on).toBe(true)
              expect(at(now - slow).getTime() - since.getTime()).toBeGreaterThan(2 * interval * minute)
              expect(since).toEqual(lastOkAt)
              notified.push(since.getTime())
            }
            for (const { since } of decision.recovered) {
              expect(lastOkAt > since).toBe(true)
              ended.push(since.getTime())
            }
            const over = [
              ...decision.recovered.map(({ since }) => since),
              ...decision.closed.map((one) => one.outageSince),
            ]
            open = open.filter(({ outageSince }) => !over.includes(outageSince))
            // The store takes an outage that was notified before for told.
            open.push(
              ...decision.outages.map(({ since }) => ({ userId: 7, sourceId: 1, outageSince: since })),
            )
            expect(open.length).toBeLessThanOrEqual(1)
            const lateMs = at(now - slow).getTime() - lastOkAt.getTime()
            if (on && lateMs > 2.2 * interval * minute)
              expect(open.map(({ outageSince }) => outageSince)).toEqual([lastOkAt])
          }
        })
        expect(new Set(ended).size).toBe(ended.length)
        for (const since of ended) expect(notified).toContain(since)
        if (!steps.some(({ off }) => off)) expect(new Set(notified).size).toBe(notified.length)
      }),
      { numRuns: 300 },
    )
  })
})
