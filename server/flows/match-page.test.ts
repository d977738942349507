import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { changeProfile } from '../accounts/me.ts'
import { findPlace } from '../core/places.ts'
import { sellerKey } from '../core/seller-key.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import type { TravelCost } from '../model/score-schema.ts'
import { weightPresetNames } from '../model/score-schema.ts'
import { listNotifications } from '../notify/inbox-store.ts'
import { createRule, draftRule, readRule } from '../rules/rules.ts'
import { lockRulesForEdit } from '../rules/store.ts'
import { changeSelling } from '../scoring/resale/selling.ts'
import { ingest } from './ingest.ts'
import { matchRule } from './match-rule.ts'
import { previewStored } from './preview-rule.ts'

const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ overrides: { clock } })
  const cameras = Array.from({ length: 14 }, (_, i) =>
    seenListing({ title: 'Canon EOS R6 camera body', priceCents: 100_000 + i * 1_000 }),
  )
  await take(cameras)
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await changeSelling(test.app.selling, test.app.owner, {})
  await travels(null)
  await test.app.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    await tx.query('DELETE FROM rules')
  })
})

const travels = (travel: TravelCost | null) =>
  changeProfile(test.app.me, { userId: test.app.owner, roles: ['owner'] }, { travel })

async function take(listings: SeenListing[]) {
  const observedAtMs = clock.now().getTime()
  const sightings = listings.map((seen) => ({ marketplace: 'shop', seen, observedAtMs }))
  return ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
}

const camera = (over: Partial<SeenListing> = {}) =>
  seenListing({
    title: 'Canon EOS R6 camera body',
    priceCents: 45_000,
    condition: 'good',
    postedAt: clock.now().toISOString(),
    ...over,
  })

const rule = (over: Record<string, unknown>) =>
  ruleInput({ name: 'Cameras', keywords: { all: ['canon eos'] }, ...over })
const make = (over: Record<string, unknown>) => createRule(test.app.rules, test.app.owner, rule(over))

async function matchScore(ruleId: number): Promise<number | null> {
  const { rows } = await test.app.db.query<{ score: number }>(
    'SELECT score FROM matches WHERE rule_id = $1 ORDER BY listing_id DESC LIMIT 1',
    [ruleId],
  )
  return rows[0]?.score ?? null
}

async function lastItem() {
  const [last] = await listNotifications(test.app.db, { userId: test.app.owner, beforeId: null, limit: 1 })
  return last!.message.items[0]!
}

describe('weights of a rule', () => {
  it('decide about one listing for each rule by its own', async () => {
    const bargain = await make({ weights: 'bargain', scoreMin: 70 })
    const collector = await make({ weights: 'collector', scoreMin: 70 })
    await take([camera({ condition: 'poor' })])
    expect(await matchScore(bargain.id)).toBeGreaterThanOrEqual(70)
    expect(await matchScore(collector.id)).toBeNull()
  })

  it('count alike when a listing comes in, when a rule looks at what is there, and in its preview', async () => {
    const own = { price: 10, profit: 40, condition: 30, recency: 20 }
    for (const [index, weights] of [null, ...weightPresetNames, own].entries()) {
      const before = await make({ weights })
      const listing = camera({ url: `https://example.com/cameras/${index}` })
      await take([listing])
      const later = await make({ weights, name: 'Made later' })
      await matchRule(test.app.reconsider, later.id, later.revision)
      const draft = draftRule(readRule(test.app.rules, { findPlace }, rule({ weights })), test.app.owner)
      const preview = await previewStored(test.app.reconsider, draft)
      const seen = preview.items.find(({ url }) => url === listing.url)
      expect(seen?.score, JSON.stringify(weights)).toBe(await matchScore(before.id))
      expect(await matchScore(later.id), JSON.stringify(weights)).toBe(seen?.score)
    }
  })

  it('show in the message: the parts of the rule that it suits best, with the profit', async () => {
    await make({ weights: 'flipper' })
    await take([camera()])
    const { score, profit } = await lastItem()
    const part = score.parts.find(({ name }) => name === 'profit')
    expect(part).toMatchObject({ pointsMax: expect.toSatisfy((max: number) => max >= 55) })
    expect(part?.sentence).toMatch(/^Selling it again should bring \$\d/)
    expect(profit).toBeUndefined()
    expect(score.parts.reduce((sum, { points }) => sum + points, 0)).toBe(score.total)
  })

  it('that ask for the profit have it notified also where another rule suits better', async () => {
    await make({ weights: 'flipper', name: 'To sell' })
    await make({ weights: 'bargain', name: 'To keep' })
    // Expensive to ship and to sell, so that there is hardly a profit in it.
    await changeSelling(test.app.selling, test.app.owner, { outboundShippingCents: { cameras: 60_000 } })
    await take([camera()])
    const { score, profit } = await lastItem()
    expect(score.parts.map(({ name }) => name)).not.toContain('profit')
    expect(profit).toMatch(/a loss of \$/)
  })

  it('without profit leave selling again unasked', async () => {
    await make({ weights: 'collector' })
    await take([camera()])
    expect((await lastItem()).profit).toBeUndefined()
  })
})

describe('how a person sells', () => {
  it('counts for the next listing after it was changed', async () => {
    const flipper = await make({ weights: 'flipper' })
    await take([camera()])
    const before = (await matchScore(flipper.id))!
    await changeSelling(test.app.selling, test.app.owner, { sellWithinDays: 1 })
    await take([camera()])
    expect(await matchScore(flipper.id)).toBeLessThan(before)
  })

  it('makes what is far away more expensive by the way there', async () => {
    const near = { place: 'Oakland, CA', radiusKm: 500 }
    const far = { lat: 36.75, lon: -119.77 }
    const buyer = await make(near)
    await travels({ centsPerKm: 0, currency: 'USD' })
    await take([camera({ ...far, priceCents: 98_000 })])
    const free = (await matchScore(buyer.id))!
    await travels({ centsPerKm: 70, currency: 'USD' })
    await take([camera({ ...far, priceCents: 98_000 })])
    expect(await matchScore(buyer.id)).toBeLessThan(free)
  })
})

describe('what a rule limits beyond what a listing states', () => {
  const found = async (over: Record<string, unknown>, url: string): Promise<boolean> => {
    const draft = draftRule(readRule(test.app.rules, { findPlace }, rule(over)), test.app.owner)
    const { items } = await previewStored(test.app.reconsider, draft)
    return items.some((item) => item.url === url)
  }
  const taken = async (over: Partial<SeenListing>): Promise<string> => {
    const listing = camera({ url: `https://example.com/limits/${Math.random()}`, ...over })
    await take([listing])
    return listing.url
  }

  it('is the price with shipping, or with the way from the nearest of its places', async () => {
    const shipped = await taken({ priceCents: 45_000, shippingCents: 1_000 })
    expect(await found({ landedCentsMax: 46_000 }, shipped)).toBe(true)
    expect(await found({ landedCentsMax: 45_999 }, shipped)).toBe(false)
    await travels({ centsPerKm: 50, currency: 'USD' })
    const far = await taken({ lat: 36.75, lon: -119.77, priceCents: 45_000 })
    const places = [
      { place: 'Portland, OR', radiusKm: 2_000 },
      { place: 'Fresno, CA', radiusKm: 2_000 },
    ]
    expect(await found({ landedCentsMax: 46_000, places }, far)).toBe(true)
    expect(await found({ landedCentsMax: 46_000, places: places.slice(0, 1) }, far)).toBe(false)
  })

  it('is the profit by how its person sells', async () => {
    const url = await taken({ priceCents: 20_000 })
    expect(await found({ profitCentsMin: 1_000 }, url)).toBe(true)
    expect(await found({ profitCentsMin: 10_000_000 }, url)).toBe(false)
    await changeSelling(test.app.selling, test.app.owner, { outboundShippingCents: { cameras: 90_000 } })
    expect(await found({ profitCentsMin: 1_000 }, url)).toBe(false)
  })

  it('is the discount, but none for a price that stands for "make an offer"', async () => {
    const half = await taken({ priceCents: 45_000 })
    expect(await found({ discountPctMin: 40, confidencePctMin: 1 }, half)).toBe(true)
    expect(await found({ discountPctMin: 90 }, half)).toBe(false)
    expect(await found({ discountPctMin: 40 }, await taken({ priceCents: 100 }))).toBe(false)
  })

  it('is the seller, by name', async () => {
    const url = await taken({ attributes: { sellerKey: sellerKey('Anna_K')! } })
    expect(await found({ sellersOnly: ['anna_k'] }, url)).toBe(true)
    expect(await found({ sellersNot: ['anna_k'] }, url)).toBe(false)
    expect(await found({ sellersNot: ['anna'] }, url)).toBe(true)
  })
})
