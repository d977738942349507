import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { type FakeServer, startFakeServer } from '../../test/harness/fake-server.ts'
import { createFetch } from '../core/fetch.ts'
import { listNewest } from '../listings/list-store.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { listNotifications } from '../notify/inbox-store.ts'
import { samplePhoto } from '../photos/hash/samples.ts'
import { createRule } from '../rules/rules.ts'
import { ingest } from './ingest.ts'

let test: TestApp
let site: FakeServer
let photo: Buffer

beforeAll(async () => {
  photo = await samplePhoto(5, 640, 480)
  const cropped = await sharp(photo).extract({ left: 30, top: 0, width: 610, height: 470 }).jpeg().toBuffer()
  site = await startFakeServer(async (request, response) => {
    const body = request.url.pathname === '/cropped.jpg' ? cropped : photo
    response.writeHead(200, { 'content-type': 'image/jpeg' }).end(body)
  })
  test = await testApp({
    roles: ['api', 'worker', 'scheduler'],
    env: { PHOTO_HASHES: 'on', COMPS_SOURCES: 'shop, other-shop' },
    overrides: { fetch: createFetch({ userAgent: 'test', isPublic: () => true }) },
  })
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const take = (marketplace: string, ...listings: SeenListing[]) =>
  ingest(test.app.pipeline, {
    sightings: listings.map((seen) => ({ marketplace, seen, observedAtMs: Date.now() })),
    sourceId: null,
    scanId: null,
    demo: false,
  })

async function storedAs(title: string, marketplace: string) {
  const rows = await listNewest(
    test.app.db,
    {
      person: test.app.owner,
      words: [],
      categories: [],
      marketplaces: [marketplace],
      conditions: [],
      kinds: [],
      priceMeanings: [],
      state: null,
      demo: null,
      priceCentsMin: null,
      priceCentsMax: null,
      scoreMin: null,
      currency: null,
      within: null,
      limit: 100,
    },
    null,
  )
  return rows.filter(({ listing }) => listing.title === title)
}

const notified = () => listNotifications(test.app.db, { userId: test.app.owner, beforeId: null, limit: 50 })

const sofaText =
  'Grey three seat sofa from our living room, bought in 2019 at a small maker in Vermont, one cushion has a tea stain ' +
  'the size of a coin on its back, legs are ash, from a home without pets or smoke, stairs to carry it down are narrow'

describe('a thing that comes again', () => {
  it('is notified once, however often and wherever it is posted, and again when it is cheaper', async () => {
    await createRule(test.app.rules, test.app.owner, ruleInput({ name: 'Sofa', keywords: { all: ['sofa'] } }))
    const sofa = seenListing({ title: 'Grey ash sofa, tea stain', description: sofaText, priceCents: 50_000 })
    expect(await take('shop', sofa)).toMatchObject({ matches: 1, notifications: 1 })
    const repost = { ...sofa, externalId: 'again', url: 'https://example.com/again' }
    expect(await take('shop', repost)).toMatchObject({ matches: 1, notifications: 0 })
    const elsewhere = { ...sofa, externalId: 'cross', url: 'https://example.com/cross', priceCents: 42_000 }
    expect(await take('other-shop', elsewhere)).toMatchObject({ matches: 1, notifications: 1 })
    const [last] = await notified()
    expect(last!.message.items[0]!.also).toMatch(/shop for \$500/)

    const [stored] = await storedAs(sofa.title, 'other-shop')
    const { body } = await test.call('GET', `/api/listings/${stored!.id}/cluster`)
    expect(body).toMatchObject({ cluster: { size: 3 } })
  })

  it('that a person took out of its cluster stays out', async () => {
    const stored = await storedAs('Grey ash sofa, tea stain', 'other-shop')
    const { status } = await test.call('POST', `/api/listings/${stored[0]!.id}/split`)
    expect(status).toBe(200)
    const { body } = await test.call('GET', `/api/listings/${stored[0]!.id}/cluster`)
    expect(body).toMatchObject({ cluster: null })
  })
})

describe('risk', () => {
  it('stands beside the score, is notified with its sentences, and hides nothing', async () => {
    await createRule(
      test.app.rules,
      test.app.owner,
      ruleInput({ name: 'Mac', keywords: { all: ['macbook'] } }),
    )
    const honest = seenListing({ title: 'MacBook Pro 2021', description: 'Works well, pick up in Oakland.' })
    const scam = {
      ...honest,
      externalId: 'scam',
      url: 'https://example.com/scam',
      description:
        'I am out of the country, my agent ships it after you pay by gift card. Send the code you get.',
    }
    expect(await take('shop', honest)).toMatchObject({ notifications: 1 })
    expect(await take('third-shop', scam)).toMatchObject({ notifications: 1 })
    const [safe] = await storedAs(honest.title, 'shop')
    const [risky] = await storedAs(scam.title, 'third-shop')
    expect(safe!.risk).toBeNull()
    expect(risky!.risk).toMatchObject({ level: 'high' })
    const { body } = await test.call('GET', `/api/listings/${risky!.id}`)
    const { risk, riskSignals, scoreParts } = body as {
      risk: { level: string }
      riskSignals: { sentence: string }[]
      scoreParts: { name: string; points: number }[]
    }
    expect(risk.level).toBe('high')
    expect(riskSignals.map(({ sentence }) => sentence).join(' ')).toMatch(/gift card/i)
    expect(scoreParts.map(({ name }) => name)).not.toContain('risk')
    expect(risky!.rank.neutral).toBe(safe!.rank.neutral)
    const message = (await notified())[0]!.message.items[0]!
    expect(message.risk).toMatchObject({ level: 'high' })
  })

  it('grows where one text stands in several towns, not where it stands twice in one', async () => {
    const text = `${sofaText} and the same words are used for another thing that is sold in many towns at once`
    const posting = (externalId: string, lat: number, lon: number) =>
      seenListing({ title: 'Ash desk with drawer', description: text, externalId, lat, lon })
    await take('shop', posting('oakland-1', 37.8, -122.27), posting('oakland-2', 37.81, -122.26))
    const inOneTown = await storedAs('Ash desk with drawer', 'shop')
    expect(inOneTown.map(({ risk }) => risk)).toEqual([null, null])
    await take('shop', posting('denver', 39.74, -104.99))
    const [denver] = await storedAs('Ash desk with drawer', 'shop')
    expect(denver!.risk?.signals.map(({ name }) => name)).toContain('text-reused')
  })
})

describe('evidence of value', () => {
  it('comes from the marketplaces of the allow-list only', async () => {
    const before = test.app.valuer.size
    await take('forbidden-shop', seenListing({ title: 'Allow list drill' }))
    expect(test.app.valuer.size).toBe(before)
    await take('shop', seenListing({ title: 'Allow list drill' }))
    expect(test.app.valuer.size).toBe(before + 1)
  })
})

describe('photos, when they are turned on', () => {
  it('bring two listings together that share nothing else', async () => {
    const first = seenListing({
      title: 'Walnut sideboard, 1960s',
      imageUrls: [`${site.baseUrl}/whole.jpg`],
      priceCents: 40_000,
    })
    const second = seenListing({
      title: 'Mid century walnut sideboard',
      imageUrls: [`${site.baseUrl}/cropped.jpg`],
      priceCents: 38_000,
    })
    await take('shop', first)
    await take('other-shop', second)
    const hashed = await until(async () => {
      const { rows } = await test.database.db.query('SELECT 1 FROM listing_photos WHERE hash IS NOT NULL')
      return rows.length === 2 && rows
    })
    expect(hashed).toHaveLength(2)
    await test.app.clusterer.followUp(test.app.db, new AbortController().signal)
    const [stored] = await storedAs(first.title, 'shop')
    const { body } = await test.call('GET', `/api/listings/${stored!.id}/cluster`)
    const { cluster } = body as { cluster: { size: number; members: { reason: string }[] } | null }
    expect(cluster).toMatchObject({ size: 2 })
    expect(cluster!.members.map(({ reason }) => reason).join(' ')).toMatch(/photo/)
  })
})
