import type { ServerResponse } from 'node:http'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type StubClock, stubClock, until } from '../../test/harness/app.ts'
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts'
import { type FakeServer, startFakeServer } from '../../test/harness/fake-server.ts'
import { readHere } from '../../test/harness/read-here.ts'
import type { Tx } from '../core/db.ts'
import { createFetch } from '../core/fetch.ts'
import { handles, openJobs, TryAgainLater } from '../core/jobs.ts'
import { reserveHost, spendCall } from '../sources/context-store.ts'
import { samplePhoto } from './hash/samples.ts'
import { type HashPhotosDeps, hashListingPhotos } from './hash-photos.ts'
import { hashPhotosJob } from './jobs.ts'
import { photosOf } from './store.ts'

type Answer = (response: ServerResponse) => unknown

const minuteMs = 60_000
const log = pino({ level: 'silent' })
let database: TestDatabase
let site: FakeServer
let clock: StubClock
let answers: Map<string, Answer>
let fetches: ReturnType<typeof createFetch>[]
let photos: Buffer[]

beforeAll(async () => {
  database = await testDatabase()
  site = await startFakeServer(async (request, response) => {
    const answer = answers.get(request.url.pathname)
    if (answer) await answer(response)
    else response.writeHead(404).end()
  })
  photos = await Promise.all([1, 2, 3].map((seed) => samplePhoto(seed, 320, 240)))
})
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await database.db.query('TRUNCATE listings, listing_photos, photo_hosts, host_pacing, call_budgets CASCADE')
  clock = stubClock()
  answers = new Map()
  fetches = []
  site.requests.length = 0
})
afterEach(() => Promise.all(fetches.map((fetch) => fetch.close())))

const picture =
  (body: Buffer, type = 'image/jpeg'): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': type }).end(body)
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end()

function serve(paths: Record<string, Answer>): void {
  for (const [path, answer] of Object.entries(paths)) answers.set(path, answer)
}

const at = (path: string) => `${site.baseUrl}${path}`

async function insertListing(over: { imageUrls: string[]; demo?: boolean }): Promise<number> {
  const { rows } = await database.db.query<{ id: number }>(
    `INSERT INTO listings (marketplace, external_id, demo, title, url, category, image_urls, state, basis, attributes,
                           first_seen_at, last_seen_at, score, scored_at, search)
     VALUES ('m', gen_random_uuid(), $1, 't', 'https://m.example/1', 'other', $2, 'active', 'asking', '{}', now(), now(), 0, now(), '')
     RETURNING id`,
    [over.demo ?? false, JSON.stringify(over.imageUrls)],
  )
  return rows[0]!.id
}

interface World {
  deps: HashPhotosDeps
  /** Listings told to have new hashes. */
  hashed: number[]
  run(listingId: number, signal?: AbortSignal): Promise<TryAgainLater | null>
}

/** `guarded`: loopback is what it is, a private network. */
function world(over: Partial<HashPhotosDeps> = {}, guarded = false): World {
  const { db } = database
  const fetch = createFetch({ userAgent: 'test', clock, ...(!guarded && { isPublic: () => true }) })
  fetches.push(fetch)
  const hashed: number[] = []
  const deps: HashPhotosDeps = {
    db,
    clock,
    fetch,
    read: readHere,
    random: () => 0,
    pace: (host, gapMs) => reserveHost(db, host, gapMs),
    spend: (budget, perDay) => spendCall(db, budget, perDay, clock.now()),
    hostGapMs: 1,
    perHostAndDay: 1000,
    photosMax: 3,
    async listingPhotos(id) {
      const { rows } = await db.query<{ imageUrls: string[]; demo: boolean }>(
        'SELECT image_urls AS "imageUrls", demo FROM listings WHERE id = $1',
        [id],
      )
      return rows[0] ?? null
    },
    async onHashed(_, listingId) {
      hashed.push(listingId)
    },
    ...over,
  }
  return {
    deps,
    hashed,
    async run(listingId, signal = new AbortController().signal) {
      try {
        await hashListingPhotos(deps, listingId, { signal, log })
        return null
      } catch (error) {
        if (error instanceof TryAgainLater) return error
        throw error
      }
    },
  }
}

const stored = async (listingId: number) => (await photosOf(database.db, [listingId])).get(listingId) ?? []
const asked = () => site.requests.map(({ url }) => url.pathname)

describe('the photos of a listing', () => {
  it('are fetched once each, the first three of them, and told; running it again changes nothing', async () => {
    serve({
      '/a': picture(photos[0]!),
      '/b': picture(photos[1]!),
      '/c': picture(photos[2]!),
      '/d': picture(photos[0]!),
    })
    const id = await insertListing({ imageUrls: ['/a', '/b', '/a', '/c', '/d'].map(at) })
    const { run, hashed } = world()
    expect(await run(id)).toBe(null)
    const first = await stored(id)
    expect(
      first.map(({ position, url, width, height, unusable, attempts }) => ({
        position,
        url,
        width,
        height,
        unusable,
        attempts,
      })),
    ).toEqual(
      ['/a', '/b', '/c'].map((path, position) => ({
        position,
        url: at(path),
        width: 320,
        height: 240,
        unusable: null,
        attempts: 0,
      })),
    )
    expect(new Set(first.map(({ hash }) => hash)).size).toBe(3)
    expect(asked()).toEqual(['/a', '/b', '/c'])
    expect(hashed).toEqual([id, id, id])
    const xmin = await versions()
    clock.advance(minuteMs)
    expect(await run(id)).toBe(null)
    expect(await stored(id)).toEqual(first)
    expect(await versions()).toEqual(xmin)
    expect(asked()).toHaveLength(3)
    expect(hashed).toHaveLength(3)
  })

  it('follow the listing: moved ones are kept, new ones are fetched, those it lost are forgotten', async () => {
    serve({ '/a': picture(photos[0]!), '/b': picture(photos[1]!), '/c': picture(photos[2]!) })
    const id = await insertListing({ imageUrls: ['/a', '/b', '/c'].map(at) })
    const { run } = world()
    await run(id)
    const [a, , c] = await stored(id)
    await database.db.query('UPDATE listings SET image_urls = $2 WHERE id = $1', [
      id,
      JSON.stringify([at('/c'), at('/a')]),
    ])
    expect(await run(id)).toBe(null)
    expect((await stored(id)).map(({ hash }) => hash)).toEqual([c!.hash, a!.hash])
    expect(asked()).toHaveLength(3)
  })

  it('are not fetched again for another listing with the same addresses', async () => {
    serve({ '/a': picture(photos[0]!) })
    const [one, two] = [
      await insertListing({ imageUrls: [at('/a'), at('/gone')] }),
      await insertListing({ imageUrls: [at('/gone'), at('/a')] }),
    ]
    const { run, hashed } = world()
    await run(one)
    await run(two)
    const [first, second] = [await stored(one), await stored(two)]
    expect(second.map(({ hash, unusable }) => ({ hash, unusable }))).toEqual(
      first.map(({ hash, unusable }) => ({ hash, unusable })).reverse(),
    )
    expect(asked()).toEqual(['/a', '/gone'])
    expect(hashed).toEqual([one, two])
  })

  it('of the demo and of listings that are gone are left alone', async () => {
    serve({ '/a': picture(photos[0]!) })
    const id = await insertListing({ imageUrls: [at('/a')], demo: true })
    const { run } = world()
    expect(await run(id)).toBe(null)
    expect(await run(id + 1000)).toBe(null)
    expect(asked()).toEqual([])
  })

  it('of a listing that is deleted meanwhile leave nothing behind and tell nothing', async () => {
    const id = await insertListing({ imageUrls: [at('/a')] })
    answers.set('/a', async (response) => {
      await database.db.query('DELETE FROM listings WHERE id = $1', [id])
      picture(photos[0]!)(response)
    })
    const { run, hashed } = world()
    expect(await run(id)).toBe(null)
    expect(await stored(id)).toEqual([])
    expect(hashed).toEqual([])
  })
})

it('as a job, once for each listing that waits, they are hashed by whoever works', async () => {
  serve({ '/a': picture(photos[0]!), '/b': picture(photos[1]!) })
  const ids = [
    await insertListing({ imageUrls: [at('/a')] }),
    await insertListing({ imageUrls: [at('/b'), at('/a')] }),
  ]
  const { deps } = world()
  const jobs = await openJobs({
    db: database.db,
    log,
    handlers: [handles(hashPhotosJob, ({ listingId }, ctx) => hashListingPhotos(deps, listingId, ctx))],
    sends: [hashPhotosJob],
    supervise: false,
  })
  try {
    const send = (tx?: Tx) =>
      jobs.sendMany(
        hashPhotosJob,
        ids.map((listingId) => ({ payload: { listingId }, key: String(listingId) })),
        tx,
      )
    await database.db.transaction(send)
    await send()
    expect(await jobs.counts()).toMatchObject([{ name: 'hash-photos', waiting: 2 }])
    await jobs.work()
    await until(async () => (await stored(ids[0]!))[0]?.hash && (await stored(ids[1]!))[1]?.hash)
  } finally {
    await jobs.close()
  }
})

describe('a photo that is of no use is remembered with a sentence and not fetched again', () => {
  it.each([
    ['a missing one', status(404), /HTTP 404/],
    ['an empty answer', status(204), /HTTP 204/],
    ['a web page', picture(Buffer.from('<h1>Access denied</h1>'), 'text/html'), /no picture/],
    ['an SVG', picture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'), /no JPEG/],
    ['a truncated picture', (response) => picture(photos[0]!.subarray(0, 3000))(response), /damaged/],
    [
      'a body that says it is huge',
      (response) =>
        response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': String(2 ** 31) }).end('x'),
      /15 MB/,
    ],
    ['a body without end', endless, /15 MB/],
    ['redirects in a circle', status(302, { location: '/bad' }), /one address to the next/],
    ['a redirect to nowhere', status(302, { location: 'http://[' }), /not valid/],
    ['a redirect to another protocol', status(302, { location: 'file:///etc/passwd' }), /not a valid/],
  ] satisfies [string, Answer, RegExp][])('%s', async (_, answer, sentence) => {
    serve({ '/bad': answer, '/good': picture(photos[0]!) })
    const id = await insertListing({ imageUrls: [at('/bad'), at('/good')] })
    const { run } = world()
    expect(await run(id)).toBe(null)
    const [bad, good] = await stored(id)
    expect(bad).toMatchObject({ hash: null, unusable: expect.stringMatching(sentence) })
    expect(good!.hash).not.toBe(null)
    const before = asked().length
    expect(await run(id)).toBe(null)
    expect(asked()).toHaveLength(before)
  })

  it('an address that is none, is of another protocol, or has a password', async () => {
    const id = await insertListing({
      imageUrls: ['nonsense', 'ftp://photos.example/a', 'https://a:b@photos.example/a'],
    })
    expect(await world().run(id)).toBe(null)
    for (const photo of await stored(id)) expect(photo.unusable).toMatch(/not a valid/)
  })

  it('an address in a private network, directly and by a redirect, is never called', async () => {
    serve({ '/a': picture(photos[0]!) })
    const direct = await insertListing({
      imageUrls: [at('/a'), 'http://169.254.169.254/latest', 'http://[::1]/a'],
    })
    expect(await world({}, true).run(direct)).toBe(null)
    for (const photo of await stored(direct)) expect(photo.unusable).toMatch(/private network/)
    expect(asked()).toEqual([])

    const { deps } = world({}, true)
    const redirecting = world({
      fetch: async (url, options) =>
        url.startsWith('https://photos.example/')
          ? { ...(await world().deps.fetch(at('/move'), options)), url }
          : deps.fetch(url, options),
    })
    serve({ '/move': status(302, { location: at('/secret') }), '/secret': picture(photos[0]!) })
    const byRedirect = await insertListing({ imageUrls: ['https://photos.example/a'] })
    expect(await redirecting.run(byRedirect)).toBe(null)
    expect((await stored(byRedirect))[0]!.unusable).toMatch(/private network/)
    expect(asked()).toEqual(['/move'])
  })
})

describe('a refusal puts the host in cooldown for every listing', () => {
  it('403: nothing more is asked until the cooldown is over, then again; refusals in a row cool down longer', async () => {
    serve({ '/a': status(403), '/b': picture(photos[1]!) })
    const [one, two] = [
      await insertListing({ imageUrls: [at('/a'), at('/b')] }),
      await insertListing({ imageUrls: [at('/b')] }),
    ]
    const { run } = world()
    expect((await run(one))?.delayMs).toBe(15 * minuteMs)
    expect(asked()).toEqual(['/a'])
    clock.advance(5 * minuteMs)
    expect((await run(two))?.delayMs).toBe(10 * minuteMs)
    expect((await run(one))?.delayMs).toBe(10 * minuteMs)
    expect(asked()).toEqual(['/a'])
    clock.advance(10 * minuteMs)
    expect((await run(one))?.delayMs).toBeGreaterThanOrEqual(30 * minuteMs)
    expect(asked()).toEqual(['/a', '/a'])
    clock.advance(30 * minuteMs)
    expect(await run(two)).toBe(null)
    expect(asked()).toEqual(['/a', '/a', '/b'])
    expect((await run(one))?.delayMs).toBe(15 * minuteMs * 16)
  })

  it('429 with Retry-After: as long as the site asks, and no try is counted', async () => {
    serve({ '/a': status(429, { 'retry-after': '7200' }) })
    const id = await insertListing({ imageUrls: [at('/a')] })
    const { run } = world()
    expect((await run(id))?.delayMs).toBe(120 * minuteMs)
    expect(await stored(id)).toMatchObject([{ hash: null, unusable: null, attempts: 0 }])
    clock.advance(120 * minuteMs)
    serve({ '/a': picture(photos[0]!) })
    expect(await run(id)).toBe(null)
    expect((await stored(id))[0]!.hash).not.toBe(null)
  })

  it('a cooldown that a clock wrote that was set back since is as long as it was, from now on', async () => {
    const { deps, run } = world()
    serve({ '/a.jpg': status(403) })
    const [first, second] = [
      await insertListing({ imageUrls: [at('/a.jpg')] }),
      await insertListing({ imageUrls: [at('/b.jpg')] }),
    ]
    clock.advance(2 * 1440 * minuteMs)
    await run(first)
    clock.advance(-2 * 1440 * minuteMs)
    const waiting = await run(second)
    expect(waiting!.delayMs).toBeGreaterThanOrEqual(15 * minuteMs)
    expect(waiting!.delayMs).toBeLessThanOrEqual(17 * minuteMs)
    clock.advance(15 * minuteMs)
    serve({ '/b.jpg': picture(photos[0]!) })
    expect(await run(second)).toBeNull()
    expect((await photosOf(deps.db, [second])).get(second)![0]!.hash).not.toBeNull()
  })

  it('a photo that is refused again and again is given up, and the listing has peace', async () => {
    serve({ '/a': status(403) })
    const id = await insertListing({ imageUrls: [at('/a')] })
    const { run } = world()
    for (let tries = 1; tries <= 5; tries++) {
      const later = await run(id)
      expect(later === null).toBe(tries === 5)
      clock.advance(later?.delayMs ?? 0)
    }
    expect((await stored(id))[0]!.unusable).toMatch(/Given up after 5 tries/)
    clock.advance(86_400_000)
    expect(await run(id)).toBe(null)
    expect(asked()).toHaveLength(5)
  })
})

describe('politeness', () => {
  it('a host out of order is tried again later, each time later, while photos of other hosts go on', async () => {
    await using other = await startFakeServer((_, response) => void picture(photos[1]!)(response))
    serve({ '/a': status(503), '/b': picture(photos[0]!) })
    const id = await insertListing({ imageUrls: [at('/a'), `${other.baseUrl}/x`, at('/b')] })
    const { run } = world()
    expect((await run(id))?.delayMs).toBe(5 * minuteMs)
    expect(asked()).toEqual(['/a'])
    expect((await stored(id)).map(({ hash, attempts }) => [hash !== null, attempts])).toEqual([
      [false, 1],
      [true, 0],
      [false, 0],
    ])
    expect((await run(id))?.delayMs).toBe(20 * minuteMs)
    serve({ '/a': picture(photos[2]!) })
    expect(await run(id)).toBe(null)
    expect((await stored(id)).every(({ hash }) => hash !== null)).toBe(true)
  })

  it('a dead host is given up after five tries', async () => {
    const id = await insertListing({ imageUrls: ['http://127.0.0.1:1/a'] })
    const { run } = world()
    for (let tries = 1; tries <= 5; tries++) expect((await run(id)) === null).toBe(tries === 5)
    expect((await stored(id))[0]!.unusable).toMatch(
      /Given up after 5 tries: 127.0.0.1:1 could not be reached/,
    )
  })

  it('calls to one host, redirects among them, are apart over all processes', async () => {
    const times: number[] = []
    const timed =
      (answer: Answer): Answer =>
      (response) => {
        times.push(performance.now())
        answer(response)
      }
    serve({
      '/a': timed(status(302, { location: '/b' })),
      '/b': timed(picture(photos[0]!)),
      '/c': timed(picture(photos[1]!)),
    })
    const [one, two] = [
      await insertListing({ imageUrls: [at('/a')] }),
      await insertListing({ imageUrls: [at('/c')] }),
    ]
    const processes = [world({ hostGapMs: 150 }), world({ hostGapMs: 150 })]
    await Promise.all([processes[0]!.run(one), processes[1]!.run(two)])
    expect(times).toHaveLength(3)
    expect(times[1]! - times[0]!).toBeGreaterThan(120)
    expect(times[2]! - times[1]!).toBeGreaterThan(120)
  })

  it('who waited for the pace behind a call that is refused does not call', async () => {
    const isWaiting = Promise.withResolvers<void>()
    answers.set('/a', async (response) => {
      await isWaiting.promise
      status(403)(response)
    })
    serve({ '/b': picture(photos[1]!) })
    const [one, two] = [
      await insertListing({ imageUrls: [at('/a')] }),
      await insertListing({ imageUrls: [at('/b')] }),
    ]
    const first = world({ hostGapMs: 1000 }).run(one)
    await until(async () => asked().length === 1)
    const second = world({
      hostGapMs: 1000,
      async pace(host, gapMs) {
        const waitMs = await reserveHost(database.db, host, gapMs)
        expect(waitMs).toBeGreaterThan(0)
        isWaiting.resolve()
        return waitMs
      },
    })
    expect((await second.run(two))?.delayMs).toBe(15 * minuteMs)
    await first
    expect(asked()).toEqual(['/a'])
  })

  it("the day's budget of a host ends its downloads until tomorrow", async () => {
    serve({ '/a': picture(photos[0]!), '/b': picture(photos[1]!) })
    const id = await insertListing({ imageUrls: [at('/a'), at('/b')] })
    const { run } = world({ perHostAndDay: 1 })
    expect((await run(id))?.delayMs).toBe(12 * 60 * minuteMs)
    expect(asked()).toEqual(['/a'])
    clock.advance(12 * 60 * minuteMs)
    expect(await run(id)).toBe(null)
    expect(asked()).toEqual(['/a', '/b'])
  })

  it('a process that closes stops in the middle, and what it had is kept', async () => {
    const stop = new AbortController()
    serve({ '/a': picture(photos[0]!), '/b': () => stop.abort() })
    const id = await insertListing({ imageUrls: [at('/a'), at('/b')] })
    const { run } = world()
    await expect(run(id, stop.signal)).rejects.toThrow()
    expect((await stored(id)).map(({ hash }) => hash !== null)).toEqual([true, false])
    serve({ '/b': picture(photos[1]!) })
    expect(await run(id)).toBe(null)
    expect(asked()).toEqual(['/a', '/b', '/b'])
  })
})

async function versions(): Promise<unknown[]> {
  return (await database.db.query('SELECT xmin::text, position FROM listing_photos ORDER BY position')).rows
}

/** Sends until nobody listens; no content-length tells. */
function endless(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'image/jpeg' })
  const chunk = Buffer.alloc(1 << 20, 0xff)
  const send = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', send)
  }
  send()
}
