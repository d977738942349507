import { expect, it } from 'vitest'
import { capacityFor, predict, type UnitCosts } from './lib-capacity.ts'

const units: UnitCosts = {
  ...{ listingMs: 10, matchMsPerMillion: 2, alertMs: 4, deliveryMs: 5, editMs: 20 },
  ...{ listingWalBytes: 1_000, alertWalBytes: 2_000, listingBytes: 500, alertBytes: 700 },
  ...{ sharedRuleMemoryBytes: 0, ruleMemoryBytes: 100, ruleBytes: 800 },
}

it('work costs the sum of what one of each costs, matching by how many rules there are', () => {
  const work = { listings: 100, alerts: 10, deliveries: 6, edits: 1, rules: 500_000 }
  expect(predict(units, work)).toEqual({
    seconds: (100 * 11 + 10 * 4 + 6 * 5 + 20) / 1_000,
    walBytes: 100 * 1_000 + 10 * 2_000,
    bytes: 100 * 500 + 10 * 700,
  })
})

it('ten times the people at the same market cost less than ten times as much, and what breaks first stands first', () => {
  const [some, many] = [10_000, 100_000].map((people) => capacityFor(people, units, { database: 0.5 }, 1))
  expect(many!.alertsPerSecondPeak).toBeCloseTo(10 * some!.alertsPerSecondPeak)
  expect(many!.cores).toBeGreaterThan(some!.cores)
  expect(many!.cores).toBeLessThan(10 * some!.cores)
  expect(many!.ruleMemoryBytes).toBe(100_000 * 100)
  expect(some!.shares.map(({ share }) => share)).toEqual(
    some!.shares.map(({ share }) => share).toSorted((a, b) => b - a),
  )
  const vast = capacityFor(100_000_000, units, { database: 0.5 }, 1)
  expect(vast.shares[0]!.what).toBe('database processors')
  expect(vast.shares[0]!.share).toBeGreaterThan(1)
})
