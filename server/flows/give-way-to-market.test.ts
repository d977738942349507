import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { addPerson } from '../../test/harness/people.ts'
import type { Authorized } from '../core/actor.ts'
import { dealQuery } from '../listings/deals/deal-schema.ts'
import { dealsPage } from '../listings/deals/deals.ts'
import { readListings } from '../listings/store.ts'
import type { StoredListing } from '../listings/stored-listing.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { listNotifications } from '../notify/inbox-store.ts'
import { savePhotoHashes } from '../photos/store.ts'
import { createRule } from '../rules/rules.ts'
import { follow, showWatch } from '../watches/following.ts'
import { watchInputSchema } from '../watches/schema.ts'
import { ingest } from './ingest.ts'
import { matchRule } from './match-rule.ts'
import { notePhotos } from './note-photos.ts'
import { revalue } from './revalue.ts'

const minute = 60_000
const clock = stubClock()
let test: TestApp
let anna: Authorized<'write'>
let ben: Authorized<'write'>
beforeAll(async () => {
  test = await testApp({ overrides: { clock } })
  anna = await addPerson(test.app.db, 'Anna')
  ben = await addPerson(test.app.db, 'Ben')
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('TRUNCATE watches, listings, notifications, rules CASCADE')
})
afterEach(() => clock.advance(1440 * minute))

/** A look at a listing by the market, or by one person alone. */
const take = (seen: SeenListing | SeenListing[], ownerId: number | null) =>
  ingest(test.app.pipeline, {
    sightings: [seen]
      .flat()
      .map((one) => ({ marketplace: 'shop', seen: one, observedAtMs: clock.now().getTime() })),
    ...{ sourceId: null, scanId: null, demo: false, ownerId },
  })
async function viewOf(seen: SeenListing, ownerId: number | null): Promise<StoredListing | undefined> {
  const key = { marketplace: 'shop', externalId: seen.externalId }
  return [...(await readListings(test.app.db, [key], ownerId)).values()][0]
}
const addRule = (person: Authorized<'write'>) =>
  createRule(test.app.rules, person, ruleInput({ dropPctMin: null }))
async function notified(person: Authorized<'write'>): Promise<string[]> {
  const rows = await listNotifications(test.app.db, { userId: person, beforeId: null, limit: 100 })
  return rows.map(({ message }) => message.title).reverse()
}
const listed = async (person: Authorized<'write'>) =>
  (await dealsPage(test.app.listings, person, dealQuery.parse({ kind: 'any' }))).items

describe('views of one listing by the market and by people', () => {
  it('are rows of their own: none changes another, in whatever order they come', async () => {
    const seen = seenListing({ description: 'Of the market.' })
    await take(seen, null)
    await take({ ...seen, priceCents: 100, description: 'Of Anna, for subscribers.' }, anna)
    await take({ ...seen, priceCents: 200, description: 'Of Ben.' }, ben)
    await take({ ...seen, priceCents: 25_000 }, null)
    const of = async (ownerId: number | null) => (await viewOf(seen, ownerId))?.listing
    expect(await of(null)).toMatchObject({ priceCents: 25_000, description: 'Of the market.' })
    expect(await of(anna)).toMatchObject({ priceCents: 100, description: 'Of Anna, for subscribers.' })
    expect(await of(ben)).toMatchObject({ priceCents: 200, description: 'Of Ben.' })
    // Seen again as they were, nothing is new.
    expect(
      await take({ ...seen, priceCents: 100, description: 'Of Anna, for subscribers.' }, anna),
    ).toMatchObject({
      added: 0,
      changed: 0,
    })
  })

  it('fit the rules of their owner alone', async () => {
    for (const person of [anna, ben]) await addRule(person)
    await take(seenListing(), anna)
    expect([(await notified(anna)).length, (await notified(ben)).length]).toEqual([1, 0])
    // A rule that is made later looks at what its person sees.
    const late = await addRule(ben)
    await matchRule(test.app.pipeline, late.id, late.revision)
    const { rows } = await test.app.db.query('SELECT FROM matches WHERE user_id = $1', [ben])
    expect(rows).toEqual([])
  })

  it('of the market take the place of one’s own: listed once, and notified once unless cheaper', async () => {
    await addRule(anna)
    const seen = seenListing()
    await take(seen, anna)
    expect(await notified(anna)).toHaveLength(1)
    expect((await listed(anna)).map(({ personal }) => personal)).toEqual([true])
    clock.advance(minute)
    await take(seen, null)
    expect(await notified(anna)).toHaveLength(1)
    expect((await listed(anna)).map(({ personal }) => personal)).toEqual([false])
    // What her own view shows from here on is nothing new to her.
    await take({ ...seen, priceCents: 10_000 }, anna)
    await revalue(test.app.pipeline, [(await viewOf(seen, anna))!.id])
    expect(await notified(anna)).toHaveLength(1)
    clock.advance(minute)
    await take({ ...seen, priceCents: 20_000 }, null)
    expect(await notified(anna)).toHaveLength(2)
  })

  it('of one person are evidence no more, in the process that read the market as well', async () => {
    const seen = seenListing()
    await take(seen, anna)
    const { valuer } = test.app
    const catchUp = () => test.app.db.transaction((tx) => valuer.catchUp(tx))
    await catchUp()
    const before = valuer.size
    await take(seen, null)
    clock.advance(minute)
    await catchUp()
    // The market's came and hers went.
    expect(valuer.size).toBe(before)
  })

  it('that come after the market are not notified at all', async () => {
    await addRule(anna)
    const seen = seenListing()
    await take(seen, null)
    await take({ ...seen, priceCents: 100 }, anna)
    await revalue(test.app.pipeline, [(await viewOf(seen, anna))!.id, (await viewOf(seen, null))!.id])
    expect(await notified(anna)).toHaveLength(1)
  })

  it('are followed by their owner, who follows the market’s once there is one, with what was notified before', async () => {
    const seen = seenListing()
    await take(seen, anna)
    const own = (await viewOf(seen, anna))!
    const input = watchInputSchema.parse({ listingId: own.id })
    await expect(follow(test.app.watches, ben, input)).rejects.toThrow('no such listing')
    const { id } = await follow(test.app.watches, anna, input)
    clock.advance(minute)
    await take({ ...seen, priceCents: 20_000 }, anna)
    expect(await notified(anna)).toHaveLength(1)
    clock.advance(minute)
    await take({ ...seen, priceCents: 20_000 }, null)
    expect(await notified(anna)).toHaveLength(1)
    expect((await showWatch(test.app.watches, anna, id)).listing?.id).toBe((await viewOf(seen, null))!.id)
    clock.advance(minute)
    await take({ ...seen, priceCents: 15_000 }, ben)
    await take({ ...seen, priceCents: 14_000 }, anna)
    expect(await notified(anna)).toHaveLength(1)
    await take({ ...seen, priceCents: 15_000 }, null)
    expect(await notified(anna)).toHaveLength(2)
  })
})

it('whoever follows their own view beside the market’s follows the market’s', async () => {
  const seen = seenListing()
  await take(seen, null)
  await take(seen, anna)
  const input = watchInputSchema.parse({ listingId: (await viewOf(seen, anna))!.id })
  const { listing } = await follow(test.app.watches, anna, input)
  expect(listing?.id).toBe((await viewOf(seen, null))!.id)
  clock.advance(minute)
  await take({ ...seen, priceCents: 20_000 }, null)
  expect(await notified(anna)).toHaveLength(1)
})

describe('signs of a swindle', () => {
  const text =
    'I moved abroad and sell this for my late aunt, who had kept it in a dry room for twenty years.'
  const inTown = (location: string, lat: number) => seenListing({ description: text, location, lat, lon: 0 })

  it('are not taken from what another person alone has seen: neither texts nor photos', async () => {
    await take([inTown('York', 10), inTown('Leeds', 20), inTown('Hull', 30)], anna)
    const market = inTown('Bath', 40)
    await take(market, null)
    await take(market, ben)
    const [known, bens] = [(await viewOf(market, null))!, (await viewOf(market, ben))!]
    const isReused = ({ risk }: StoredListing) => JSON.stringify(risk ?? '').includes('text-reused')
    expect([isReused(known), isReused(bens)]).toEqual([false, false])
    const { rows } = await test.app.db.query<{ id: number }>('SELECT id FROM listings ORDER BY id')
    const hash = '0123456789abcdef'.repeat(4)
    await test.app.db.transaction(async (tx) => {
      await savePhotoHashes(
        tx,
        rows.map(({ id }) => ({
          ...{ listingId: id, position: 0, url: `https://photos.example/${id}`, hash, unusable: null },
          ...{ width: 800, height: 600, hashedAt: clock.now(), attempts: 0 },
        })),
      )
      for (const { id } of rows) await notePhotos(tx, id)
    })
    const reuses = async (seen: SeenListing, owner: number | null) => (await viewOf(seen, owner))!.photoReuses
    expect([await reuses(market, null), await reuses(market, ben)]).toEqual([0, 0])
    const another = inTown('Perth', 50)
    await take(another, anna)
    expect(isReused((await viewOf(another, anna))!)).toBe(true)
  })
})

describe('clusters', () => {
  it('are of the market’s listings, or of one person’s', async () => {
    const description =
      'Bosch GKS 190 circular saw, serial 8834-221-77, bought in May with case and two blades.'
    const saw = (over: object) => seenListing({ title: 'Bosch GKS 190 circular saw', description, ...over })
    const people = [null, null, anna, anna, ben]
    for (const person of people) {
      clock.advance(minute)
      await take(saw({}), person)
    }
    const { rows } = await test.app.db.query<{ owners: (number | null)[] }>(
      `SELECT array_agg(l.owner_id) AS owners FROM cluster_members m JOIN listings l ON l.id = m.listing_id
       GROUP BY m.cluster_id ORDER BY min(l.id)`,
    )
    expect(rows.map(({ owners }) => owners)).toEqual([
      [null, null],
      [anna, anna],
    ])
  })
})
