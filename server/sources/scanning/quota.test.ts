import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts'
import { addPerson } from '../../../test/harness/people.ts'
import ebay from '../../marketplaces/ebay/index.ts'
import feed from '../../marketplaces/feed/index.ts'
import { spendCall } from '../context-store.ts'
import { ownerOfFound, quotaOf } from '../ownership.ts'
import { minute, type ScanWorld, scanWorld, stubMarketplace } from '../test-world.ts'
import { runScan } from './scan.ts'
import { nextScanAt } from './scan-store.ts'

let database: TestDatabase
let anna: number
beforeAll(async () => {
  database = await testDatabase()
  anna = await addPerson(database.db, 'Anna')
})
afterAll(() => database[Symbol.asyncDispose]())

let world: ScanWorld
beforeEach(async () => {
  await database.db.query('DELETE FROM sources')
  world = scanWorld(database.db)
  world.marketplaces.set(
    'shop',
    stubMarketplace('shop', () => ({})),
  )
})

const stopping = new AbortController().signal

describe('what a source uses up', () => {
  const source = { marketplace: 'ebay', demo: false }
  const options = { EBAY_CLIENT_ID: 'the-operators', EBAY_CLIENT_SECRET: 'x' }
  const keys = (clientId: string) => ({ clientId, clientSecret: 'y' })

  it('is an app by its keys, whoever uses them, and its id is not told', () => {
    const annas = quotaOf(source, ebay, keys('annas-app'), options)
    const operators = quotaOf(source, ebay, {}, options)
    expect(annas).not.toBe(operators)
    expect(quotaOf(source, ebay, keys('the-operators'), {})).toBe(operators)
    expect(annas + operators).not.toMatch(/annas-app|the-operators/)
  })

  it('is the host of a feed; the demo’s, and a site that says nothing else, is one', () => {
    const of = (url: string) => quotaOf({ ...source, marketplace: 'feed' }, feed, { url }, {})
    expect(of('https://a.example/1?key=secret')).toBe('feed a.example')
    expect(of('https://a.example/2')).toBe(of('https://a.example/1'))
    expect(of('https://b.example/1')).not.toBe(of('https://a.example/1'))
    expect(quotaOf({ ...source, demo: true }, ebay, {}, options)).toBe('demo ebay')
    expect(quotaOf({ ...source, marketplace: 'shop' }, undefined, {}, {})).toBe('shop')
  })

  it('shows market data where everybody is shown the same, else what is its owner’s alone', () => {
    const personal = { shared: false, demo: false, userId: 7 }
    expect(ownerOfFound(personal, ebay)).toBeNull()
    expect(ownerOfFound(personal, feed)).toBe(7)
    expect(ownerOfFound(personal, undefined)).toBe(7)
    expect(ownerOfFound({ ...personal, shared: true }, feed)).toBeNull()
  })
})

describe('scans at one time', () => {
  it('are of two people’s own keys, each with a day’s budget of its own', async () => {
    await world.source('shop', {}, ['a', 'b'], 'shop app-1')
    await world.source('shop', { userId: anna, shared: false }, ['a'], 'shop app-2')
    const first = (await world.claim())!
    const second = (await world.claim())!
    expect(new Set([first.source.userId, second.source.userId]).size).toBe(2)
    // The other scan of the first's keys waits for it.
    expect(await world.claim()).toBeNull()
    await runScan(world.deps, first, stopping)
    expect((await world.claim())?.source.id).toBe(first.source.id)
    const now = world.clock.now()
    expect(await spendCall(database.db, 'shop-app-1', 1, now)).toBe(true)
    expect(await spendCall(database.db, 'shop-app-1', 1, now)).toBe(false)
    expect(await spendCall(database.db, 'shop-app-2', 1, now)).toBe(true)
  })

  it('are of two hosts, so that a feed that does not answer holds up no other; of one host they are not', async () => {
    const hanging = Promise.withResolvers<void>()
    world.marketplaces.set(
      'shop',
      stubMarketplace('shop', async ({ request }) => {
        if (request.q === 'hangs') await hanging.promise
        return {}
      }),
    )
    const dead = await world.source('shop', {}, ['hangs', 'later'], 'shop dead.example')
    const good = await world.source('shop', {}, ['a'], 'shop good.example')
    const hung = (await world.claim())!
    expect(hung.source.id).toBe(dead)
    const running = runScan(world.deps, hung, stopping)
    const other = (await world.claim())!
    expect(other.source.id).toBe(good)
    await runScan(world.deps, other, stopping)
    expect((await world.row(good)).lastOutcome).toBe('empty')
    expect(await world.claim()).toBeNull()
    // Nobody asks in vain while that one is under way.
    const now = world.clock.now()
    expect((await nextScanAt(database.db, now, ['shop']))!.getTime()).toBeGreaterThan(now.getTime())
    hanging.resolve()
    await running
    expect((await world.claim())?.request).toEqual({ q: 'later' })
  })

  it('go on when the process that had one is dead', async () => {
    await world.source('shop', {}, ['a', 'b'], 'shop one')
    const first = (await world.claim())!
    expect(await world.claim()).toBeNull()
    world.clock.advance(minute)
    expect((await world.claim())?.id).toBeDefined()
    expect(first.id).toBeDefined()
  })
})
