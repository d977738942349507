import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badInput } from '../../core/errors.ts'
import type { Marketplace, SearchQuery } from '../../marketplaces/contract.ts'
import type { Rule } from '../../model/rule-schema.ts'
import { planScans } from '../test-kit.ts'
import { beginPlan, everything, nextDueAt, type PlannedSource, ruleQuery, ruleSearches } from './planner.ts'

/** Asks a site for the words only, in the source's area; cannot be asked without one. */
function stubMarketplace(id: string): Marketplace {
  return {
    id,
    compile: (query: SearchQuery, { area = '' }) => ({
      // Keys in an order of chance: the same request all the same.
      request:
        query.all.length % 2
          ? { q: query.all.toSorted().join(' '), area: `${area}` }
          : { area: `${area}`, q: query.all.toSorted().join(' ') },
      pushed: ['all'],
      residual: [],
      ...(query.all.length === 0 && id === 'picky' && { impossible: 'It cannot be asked without a word.' }),
    }),
  } as unknown as Marketplace
}

const marketplaces = new Map(['open', 'picky', 'other'].map((id) => [id, stubMarketplace(id)]))

const rule = (over: Partial<Rule> & { id: number }): Rule => ({
  userId: 1,
  name: `Rule ${over.id}`,
  all: ['lamp'],
  any: [],
  none: [],
  categories: [],
  conditions: [],
  kinds: [],
  priceCentsMin: null,
  priceCentsMax: null,
  currency: 'USD',
  otherCurrencies: false,
  places: [],
  handover: 'any',
  query: null,
  landedCentsMax: null,
  scoreMin: null,
  discountPctMin: null,
  confidencePctMin: null,
  riskMax: null,
  profitCentsMin: null,
  sellersOnly: [],
  sellersNot: [],
  fallbackChannels: [],
  rhythm: null,
  cooldownMinutes: null,
  onlyNew: false,
  dropCentsMin: null,
  dropPctMin: null,
  expiresAt: null,
  snoozedUntil: null,
  weights: null,
  marketplaces: [],
  channels: [],
  enabled: true,
  ...over,
})

const rules: fc.Arbitrary<Rule[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 50 }),
      all: fc.subarray(['lamp', 'oak', 'red']),
      marketplaces: fc.subarray(['open', 'picky', 'gone']),
      enabled: fc.boolean(),
      priceCentsMax: fc.option(fc.nat()),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  .map((drafts) => drafts.map(rule))

/** Of everybody. */
const shared = { userId: 1, shared: true, quota: 'one' }

const sources: fc.Arbitrary<PlannedSource[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 20 }),
    userId: fc.constantFrom(1, 2),
    shared: fc.boolean(),
    quota: fc.constantFrom('one', 'another'),
    marketplace: fc.constantFrom('open', 'picky', 'other', 'unknown'),
    settings: fc.record({ area: fc.constantFrom('north', 'south') }),
    demo: fc.boolean(),
    browse: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 6 },
)

const shuffled = <T>(items: fc.Arbitrary<T[]>) =>
  items.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))

describe('the plan', () => {
  it('holds one scan for all rules that ask a source the same', () => {
    const [open] = [{ ...shared, id: 7, marketplace: 'open', settings: {}, demo: false, browse: false }]
    const many = Array.from({ length: 100 }, (_, i) => rule({ id: 100 - i, priceCentsMax: i }))
    const plan = planScans([...many, rule({ id: 101, all: ['oak'] })], [open!], marketplaces)
    expect(plan.map(({ ruleIds }) => ruleIds.length).toSorted()).toEqual([1, 100])
    expect(plan.find(({ ruleIds }) => ruleIds.length === 100)?.ruleIds).toEqual(
      many.map(({ id }) => id).toSorted((a, b) => a - b),
    )
  })

  it('does not depend on the order of rules and sources, nor on that of keys in a request', () => {
    fc.assert(
      fc.property(shuffled(rules), shuffled(sources), ([a, b], [x, y]) => {
        expect(planScans(b, y, marketplaces)).toEqual(planScans(a, x, marketplaces))
      }),
    )
  })

  it('does not depend on how many rules come at a time', () => {
    fc.assert(
      fc.property(rules, sources, fc.nat(), (allRules, allSources, at) => {
        const plan = beginPlan(allSources, marketplaces)
        const cut = at % (allRules.length + 1)
        for (const page of [allRules.slice(0, cut), allRules.slice(cut)]) plan.add(page)
        expect(plan.scans()).toEqual(planScans(allRules, allSources, marketplaces))
      }),
    )
  })

  it('serves every enabled rule by exactly one scan on every source for everybody or of its own person, unless it cannot be asked there', () => {
    fc.assert(
      fc.property(rules, sources, (allRules, allSources) => {
        const plan = planScans(allRules, allSources, marketplaces)
        const keys = plan.map(({ sourceId, requestKey }) => `${sourceId} ${requestKey}`)
        expect(new Set(keys).size).toBe(keys.length)
        for (const source of allSources) {
          const marketplace = marketplaces.get(source.marketplace)
          const scans = plan.filter(({ sourceId }) => sourceId === source.id)
          for (const each of allRules) {
            const wanted = each.marketplaces.length === 0 || each.marketplaces.includes(source.marketplace)
            const possible =
              marketplace && marketplace.compile(ruleQuery(each), source.settings).impossible === undefined
            const serving = scans.filter(({ ruleIds }) => ruleIds.includes(each.id))
            const served = source.shared || source.userId === each.userId
            expect(serving).toHaveLength(each.enabled && wanted && possible && served ? 1 : 0)
            if (serving[0])
              expect(serving[0].request).toEqual(
                marketplace!.compile(ruleQuery(each), source.settings).request,
              )
          }
          const browsed =
            marketplace &&
            source.browse &&
            marketplace.compile(everything, source.settings).impossible === undefined
          for (const scan of scans) expect(scan.ruleIds.length > 0 || browsed).toBe(true)
          if (browsed) expect(scans.some(({ request }) => request.q === '')).toBe(true)
        }
      }),
    )
  })

  it('leaves out a source whose settings do not compile any more, and says why, without harm to the others', () => {
    const broken = {
      ...stubMarketplace('broken'),
      compile() {
        throw badInput('That area is nowhere.')
      },
    }
    const both = new Map([...marketplaces, ['broken', broken]])
    const source = (id: number, marketplace: string) => ({
      ...shared,
      id,
      marketplace,
      settings: {},
      demo: false,
      browse: true,
    })
    const plan = planScans([rule({ id: 1 })], [source(1, 'broken'), source(2, 'open')], both)
    expect(new Set(plan.map(({ sourceId }) => sourceId))).toEqual(new Set([2]))
    expect(ruleSearches([rule({ id: 1 })], source(1, 'broken'), broken)).toMatchObject([
      { query: { impossible: 'That area is nowhere.' } },
    ])
  })
})

describe('the next time', () => {
  const intervals = fc.integer({ min: 60_000, max: 86_400_000 })
  const times = fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true })

  it('is between one interval and 1.1 intervals after the start, and always the same for a scan and its round', () => {
    fc.assert(
      fc.property(fc.nat(), times, intervals, (id, startedAt, intervalMs) => {
        const waitMs = nextDueAt(id, startedAt, intervalMs).getTime() - startedAt.getTime()
        expect(waitMs).toBeGreaterThanOrEqual(intervalMs)
        expect(waitMs).toBeLessThanOrEqual(intervalMs * 1.1)
        expect(nextDueAt(id, startedAt, intervalMs).getTime() - startedAt.getTime()).toBe(waitMs)
      }),
    )
  })

  it('spreads scans that start together evenly', () => {
    const startedAt = new Date('2026-11-22T12:00:00Z')
    const tenths = new Array<number>(10).fill(0)
    for (let id = 1; id <= 1000; id++) {
      const share = (nextDueAt(id, startedAt, 300_000).getTime() - startedAt.getTime() - 300_000) / 30_000
      tenths[Math.min(9, Math.floor(share * 10))]!++
    }
    for (const count of tenths) expect(count).toBeGreaterThan(60)
  })
})
