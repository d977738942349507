import { Command } from 'commander'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { createHttp, type Http } from '../core/http.ts'
import { ingest } from '../flows/ingest.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { clusterCommands } from './commands.ts'
import { type ClusterRouteDeps, clusterRoutes } from './routes.ts'
import type { AlikeView, ClusterDetail, ClusterView } from './schema.ts'
import { recordsOf, testProcess } from './test-kit.ts'

let test: TestApp
let http: Http
let deps: ClusterRouteDeps
beforeAll(async () => {
  test = await testApp()
  deps = {
    db: test.app.db,
    clock: test.app.clock,
    isPlaceholder: (cents) => cents === 100,
    alike: (listingId) => testProcess().clusterer.alike(test.app.db, listingId),
  }
  http = await createHttp({
    log: pino({ level: 'silent' }),
    version: '0',
    allowedHosts: () => ['localhost'],
    actorOf: async () => ({ userId: test.app.owner, roles: ['owner'] }),
  })
  clusterRoutes(http, deps)
  await http.ready()
})
afterAll(async () => {
  await http.close()
  await test[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await test.app.db.query('TRUNCATE listings, clusters, cluster_progress CASCADE')
})

interface Problem {
  code: string
  detail: string
  fields?: Record<string, string>
}

async function call<Body = never>(
  method: 'GET' | 'POST',
  url: string,
  payload?: unknown,
): Promise<{ status: number; body: Body }> {
  const answer = await http.inject({
    method,
    url,
    headers: { host: 'localhost', ...(payload !== undefined && { 'content-type': 'application/json' }) },
    ...(payload !== undefined && { payload: JSON.stringify(payload) }),
  })
  return { status: answer.statusCode, body: answer.json() as Body }
}

/** Writes and clusters listings; returns their ids in order. */
async function add(listings: Partial<SeenListing>[], marketplace = 'shop', time = '2026-11-22T12:00:00Z') {
  const sightings = listings.map((over) => ({
    marketplace,
    seen: seenListing(over),
    observedAtMs: Date.parse(time),
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  const { rows } = await test.app.db.query<{ id: number; externalId: string }>(
    'SELECT id, external_id AS "externalId" FROM listings WHERE marketplace = $1',
    [marketplace],
  )
  const ids = sightings.map(({ seen }) => rows.find(({ externalId }) => externalId === seen.externalId)!.id)
  const { clusterer, clock } = testProcess()
  clock.set(time)
  await test.app.db.transaction(async (tx) => {
    await clusterer.catchUp(tx)
    await clusterer.assign(tx, await recordsOf(tx, 'id = ANY($1)', [ids]))
  })
  return ids
}

describe('a cluster', () => {
  it('opens with its listings, why they are together, and the prices of all of them over time', async () => {
    const piano = { description: 'Upright piano', title: 'Piano', imageUrls: ['https://example.com/p.jpg'] }
    const [first] = await add([
      { ...piano, priceCents: 50_000, postedAt: '2026-10-01T10:00:00Z', state: 'gone' },
    ])
    const [second] = await add([
      { ...piano, title: 'Nice piano', priceCents: 40_000, postedAt: '2026-10-15T10:00:00Z' },
    ])
    const [third] = await add([{ ...piano, priceCents: 30_000, postedAt: '2026-11-12T10:00:00Z' }], 'fair')
    const { body } = await call<{ cluster: ClusterDetail }>('GET', `/api/listings/${second}/cluster`)
    const { cluster } = body
    expect(cluster).toMatchObject({
      title: 'Piano',
      imageUrl: 'https://example.com/p.jpg',
      size: 3,
      forSale: 2,
      marketplaces: ['shop', 'fair'],
      summary: 'Listed 3 times on 2 marketplaces in 6 weeks, down 40 % from $500 to $300',
      relisted: 1,
      crossPosted: 1,
      changePercent: -40,
      demo: false,
    })
    expect(cluster.members.map(({ listingId }) => listingId)).toEqual([first, second, third])
    expect(cluster.members[2]).toMatchObject({
      kind: 'cross-post',
      by: 'machine',
      state: 'active',
      priceCents: 30_000,
      postedAt: '2026-11-12T10:00:00.000Z',
      endedAt: null,
      sentence: 'Also on another marketplace: the descriptions are the same',
    })
    expect(cluster.members[0]?.endedAt).not.toBeNull()
    expect(cluster.timeline.map(({ priceCents, at }) => [priceCents, at.slice(0, 10)])).toEqual([
      [50_000, '2026-10-01'],
      [40_000, '2026-10-15'],
      [30_000, '2026-11-12'],
    ])
    expect((await call('GET', `/api/clusters/${cluster.id}`)).body).toEqual(cluster)
  })

  it('of a lonely listing is null; of an unknown one, and an unknown cluster, is a 404', async () => {
    const [id] = await add([{ description: 'alone' }])
    expect(await call('GET', `/api/listings/${id}/cluster`)).toEqual({
      status: 200,
      body: { cluster: null, maybe: [] },
    })
    for (const url of ['/api/listings/999999/cluster', '/api/clusters/999999'])
      expect(await call('GET', url)).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })
})

describe('what may be the same', () => {
  it('is shown with a listing until a person has said yes or no', async () => {
    const [a, b, c] = await add([
      { title: 'Old clock', description: 'ticks', priceCents: 5_000 },
      { title: 'Old clock', description: 'stands still' },
      { title: 'OLD CLOCK', description: 'another' },
    ])
    const maybe = async (id: number | undefined) =>
      (await call<{ maybe: AlikeView[] }>('GET', `/api/listings/${id}/cluster`)).body.maybe
    expect(await maybe(b)).toEqual([
      expect.objectContaining({
        listingId: a,
        title: 'Old clock',
        priceCents: 5_000,
        score: 0.5,
        reason: 'the titles are the same',
      }),
      expect.objectContaining({ listingId: c }),
    ])
    await call('POST', '/api/clusters/merge', { listingIds: [a, b] })
    expect((await maybe(b)).map(({ listingId }) => listingId)).toEqual([c])
    await call('POST', `/api/listings/${a}/split`)
    expect((await maybe(b)).map(({ listingId }) => listingId)).toEqual([c])
    expect((await maybe(c)).map(({ listingId }) => listingId)).toEqual([a, b])
  })
})

describe('the list', () => {
  async function all(query: string): Promise<ClusterView[]> {
    const items: ClusterView[] = []
    let cursor: string | null = null
    do {
      const url: string = `/api/clusters?${query}${cursor === null ? '' : `&cursor=${cursor}`}`
      const { body } = await call<{ items: ClusterView[]; next: string | null }>('GET', url)
      items.push(...body.items)
      cursor = body.next
    } while (cursor !== null)
    return items
  }

  it('gives each once, whatever the page size: the last changed first, or the largest first', async () => {
    // Two changed at one moment, and two of one size.
    const sizes = [
      [2, '2026-11-01T00:00:00Z'],
      [4, '2026-11-02T00:00:00Z'],
      [3, '2026-11-03T00:00:00Z'],
      [2, '2026-11-03T00:00:00Z'],
      [3, '2026-11-04T00:00:00Z'],
    ] as const
    for (const [i, [size, time]] of sizes.entries())
      await add(
        Array.from({ length: size }, () => ({ description: `thing ${i}` })),
        'shop',
        time,
      )
    await add([{ description: 'lonely' }])
    for (const limit of [1, 2, 3, 200]) {
      const recent = await all(`limit=${limit}`)
      expect(recent.map(({ size }) => size)).toEqual([3, 2, 3, 4, 2])
      const largest = await all(`sort=size&limit=${limit}`)
      expect(largest.map(({ size }) => size)).toEqual([4, 3, 3, 2, 2])
      for (const items of [recent, largest]) expect(new Set(items.map(({ id }) => id)).size).toBe(5)
    }
    expect(await all('demo=true')).toEqual([])
    expect(await all('demo=false&sort=size')).toHaveLength(5)
  })

  it('leaves out what deleted listings left with one, before it is cleaned up', async () => {
    const [first] = await add([{ description: 'pair' }, { description: 'pair' }])
    await test.app.db.query('DELETE FROM listings WHERE id = $1', [first])
    expect(await all('limit=10')).toEqual([])
    expect(await all('limit=10&sort=size')).toEqual([])
  })
})

describe('a person', () => {
  it('brings listings together and takes one out again', async () => {
    const ids = await add([{ description: 'a' }, { description: 'b' }, { description: 'c' }])
    const merged = await call<ClusterDetail>('POST', '/api/clusters/merge', { listingIds: ids })
    expect(merged).toMatchObject({ status: 200, body: { size: 3 } })
    expect(merged.body.members.map(({ by }) => by)).toEqual(['person', 'person', 'person'])
    expect(await call('POST', `/api/listings/${ids[0]}/split`)).toMatchObject({
      status: 200,
      body: { listingId: ids[0], leftClusterId: merged.body.id, remaining: { size: 2 } },
    })
    expect(await call('POST', `/api/listings/${ids[0]}/split`)).toMatchObject({
      status: 409,
      body: { code: 'not-in-a-cluster' },
    })
    expect(await call('POST', `/api/listings/${ids[1]}/split`)).toMatchObject({
      status: 200,
      body: { remaining: null },
    })
    expect(await call('GET', `/api/clusters/${merged.body.id}`)).toMatchObject({ status: 404 })
  })

  it('learns of every mistake which field it is in', async () => {
    const [id] = await add([{ description: 'one' }])
    const cases = [
      ['POST', '/api/clusters/merge', {}, 'listingIds'],
      ['POST', '/api/clusters/merge', { listingIds: [id] }, 'listingIds'],
      ['POST', '/api/clusters/merge', { listingIds: [id, id] }, 'listingIds'],
      ['POST', '/api/clusters/merge', { listingIds: [id, 999_999] }, 'listingIds'],
      ['POST', '/api/clusters/merge', { listingIds: [id, 'two'] }, 'listingIds.1'],
      ['POST', '/api/clusters/merge', { listingIds: [id, 1.5] }, 'listingIds.1'],
      [
        'POST',
        '/api/clusters/merge',
        { listingIds: Array.from({ length: 51 }, (_, i) => i + 1) },
        'listingIds',
      ],
      ['POST', '/api/listings/x/split', undefined, 'params.id'],
      ['GET', '/api/clusters/0', undefined, 'params.id'],
      ['GET', '/api/clusters?limit=0', undefined, 'querystring.limit'],
      ['GET', '/api/clusters?sort=price', undefined, 'querystring.sort'],
    ] as const
    for (const [method, url, body, field] of cases) {
      const answer = await call<Problem>(method, url, body)
      expect([url, body, answer.status]).toEqual([url, body, 422])
      expect(Object.keys(answer.body.fields ?? {})).toContain(field)
    }
  })

  it('can send whatever there is without breaking anything', async () => {
    await add([{ description: 'x' }, { description: 'x' }])
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        const { status } = await call('POST', '/api/clusters/merge', JSON.parse(body))
        expect([400, 422]).toContain(status)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the commands', () => {
  async function run(...words: string[]): Promise<{ value: unknown; text: string }> {
    const said: { value: unknown; text: string }[] = []
    const program = new Command().exitOverride().configureOutput({ writeErr() {} })
    clusterCommands(
      program,
      (action) => action(deps, { userId: test.app.owner, roles: ['owner'] }),
      () => ({ json: false, print: (value, text) => void said.push({ value, text: text() }) }),
    )
    await program.parseAsync(['clusters', ...words], { from: 'user' })
    return said[0]!
  }

  it('list, show, merge and split what there is', async () => {
    expect((await run()).text).toMatch(/No listings/)
    const ids = await add([
      { description: 'desk', title: 'Desk', priceCents: 20_000, postedAt: '2026-11-01T10:00:00Z' },
      { description: 'desk', title: 'Desk', priceCents: 10_000, postedAt: '2026-11-21T10:00:00Z' },
      { description: 'another', title: 'Desk lamp' },
    ])
    const listed = await run('list', '--sort', 'size')
    expect(listed.text).toContain('Listed twice in 3 weeks, down 50 % from $200 to $100')
    const { id } = (listed.value as { items: ClusterView[] }).items[0]!
    const shown = await run('show', String(id))
    expect(shown.text).toContain('repost, 97 %')
    expect(shown.text).toContain('2026-11-21  $100')
    expect(shown.value).toMatchObject({ id, size: 2 })
    expect((await run('merge', String(ids[0]), String(ids[2]))).text).toMatch(/^They are one thing now/)
    expect((await run('split', String(ids[2]))).text).toContain('Left are 2.')
    expect((await run('split', String(ids[1]))).text).toContain(`cluster ${id} is gone`)
  })

  it('say what is wrong with what they were given', async () => {
    await expect(run('show', 'x')).rejects.toMatchObject({ status: 422, fields: { id: 'is not an id' } })
    await expect(run('show', '999999')).rejects.toMatchObject({ status: 404 })
    await expect(run('merge', '1')).rejects.toMatchObject({ fields: { listingIds: expect.any(String) } })
    await expect(run('list', '--sort', 'price')).rejects.toMatchObject({
      fields: { sort: expect.any(String) },
    })
    await expect(run('split', '1e3')).rejects.toMatchObject({ fields: { listingId: 'is not an id' } })
  })
})
