import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type StubClock, stubClock, type TestApp, testApp, until } from '../../test/harness/app.ts'
import { type FakeServer, startFakeServer } from '../../test/harness/fake-server.ts'
import { loadAllAdapters } from '../app/adapters.ts'
import { samplePhoto } from './hash/samples.ts'

type Answer = (response: ServerResponse) => unknown

let site: FakeServer
let answers: Map<string, Answer>
let photo: Buffer
const clock: StubClock = stubClock(new Date())

beforeAll(async () => {
  site = await startFakeServer(async ({ url }, response) => {
    const answer = answers.get(url.pathname)
    if (answer) await answer(response)
    else response.writeHead(404).end()
  })
  photo = await samplePhoto(1, 1600, 1200)
})
afterAll(() => site[Symbol.asyncDispose]())
beforeEach(() => {
  answers = new Map()
  site.requests.length = 0
})

const picture =
  (body: Buffer | string, type = 'image/jpeg'): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': type }).end(body)

const program = (env: Record<string, string> = {}): Promise<TestApp> =>
  testApp({ roles: ['api'], env, overrides: { clock } })

/** Listings at the stand-in server are the demo's: only its server may stand on this machine. */
async function listing(
  { app }: TestApp,
  imageUrls: string[],
  over: { marketplace?: string; demo?: boolean; ownerId?: number } = {},
): Promise<number> {
  const { rows } = await app.db.query<{ id: number }>(
    `INSERT INTO listings (marketplace, external_id, demo, owner_id, title, url, category, image_urls, state, basis,
                           attributes, first_seen_at, last_seen_at, score, scored_at, search)
     VALUES ($4, gen_random_uuid(), $1, $2, 't', 'https://m.example/1', 'other', $3, 'active', 'asking', '{}',
             now(), now(), 0, now(), '')
     RETURNING id`,
    [over.demo ?? true, over.ownerId ?? null, JSON.stringify(imageUrls), over.marketplace ?? 'm'],
  )
  return rows[0]!.id
}

const at = (path: string) => `${site.baseUrl}${path}`
const asked = (path: string) => site.requests.filter(({ url }) => url.pathname === path).length

async function get(app: TestApp, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.address}/api/photos/${path}`, { headers })
  const bytes = Buffer.from(await response.arrayBuffer())
  const isProblem = response.headers.get('content-type')?.includes('problem+json') === true
  const problem = isProblem ? (JSON.parse(bytes.toString()) as { code: string; detail: string }) : null
  return { status: response.status, headers: response.headers, bytes, problem, code: problem?.code }
}

const folderOf = (app: TestApp) => join(app.app.config.dataDir, 'photos')

describe('a photo of a listing', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await program()
  })
  afterAll(() => app[Symbol.asyncDispose]())

  it('comes as WebP in the width that is asked for, fetched once for all of them, and a browser keeps it', async () => {
    answers.set('/a.jpg', picture(photo))
    const id = await listing(app, [at('/other.jpg'), at('/a.jpg')])
    for (const width of [176, 352, 704, 1408]) {
      const { status, headers, bytes } = await get(app, `${id}/1?w=${width}`)
      expect(status).toBe(200)
      expect(headers.get('content-type')).toBe('image/webp')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('private, max-age=86400, immutable')
      const meta = await sharp(bytes).metadata()
      expect([meta.format, meta.width, meta.height]).toEqual(['webp', width, (width * 3) / 4])
    }
    expect(asked('/a.jpg')).toBe(1)
    expect(asked('/other.jpg')).toBe(0)
    const tag = (await get(app, `${id}/1?w=352`)).headers.get('etag')!
    const again = await get(app, `${id}/1?w=352`, { 'if-none-match': tag })
    expect([again.status, again.bytes.length, again.headers.get('etag')]).toEqual([304, 0, tag])
    expect((await get(app, `${id}/1?w=704`, { 'if-none-match': tag })).status).toBe(200)
  })

  it('is turned as its EXIF says, which is gone with the place in it; it is never made larger', async () => {
    const turned = await sharp(await samplePhoto(2, 300, 200))
      .withExif({ IFD0: { Copyright: 'SECRET-PLACE' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    answers.set('/exif.jpg', picture(turned))
    const id = await listing(app, [at('/exif.jpg')])
    const { bytes } = await get(app, `${id}/0?w=704`)
    const meta = await sharp(bytes).metadata()
    expect([meta.width, meta.height]).toEqual([200, 300])
    expect([meta.exif, meta.xmp, meta.icc, meta.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(bytes.includes('SECRET')).toBe(false)
  })

  it('that two ask for at once is fetched once', async () => {
    const held = Promise.withResolvers<void>()
    answers.set('/slow.jpg', async (response) => {
      await held.promise
      picture(photo)(response)
    })
    const id = await listing(app, [at('/slow.jpg')])
    const both = [176, 704, 704].map((width) => get(app, `${id}/0?w=${width}`))
    await until(async () => asked('/slow.jpg') > 0)
    held.resolve()
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200, 200])
    expect(asked('/slow.jpg')).toBe(1)
  })

  it('that there is not, or in a width that is not offered, is refused with a sentence', async () => {
    const id = await listing(app, [at('/a.jpg')])
    const none = await listing(app, [])
    expect(await get(app, `${id}/1`)).toMatchObject({ status: 404, code: 'no-photo' })
    expect((await get(app, `${none}/0`)).problem?.detail).toBe('The listing has no photos.')
    for (const bad of [
      `${id}/-1`,
      `${id}/x`,
      `${id}/..%2f..%2fpackage.json`,
      `${id}/1.5`,
      `${id}/0?w=100`,
      `${id}/0?w=704x`,
    ])
      expect([bad, await get(app, bad)]).toMatchObject([bad, { status: 422, code: 'bad-input' }])
    expect(await get(app, `${id}/0?x=1`)).toMatchObject({ status: 400, code: 'unknown-parameter' })
    expect(await get(app, `${id + 1000}/0`)).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('that is no picture, damaged, a bomb of pixels or too large is refused, and not asked for again for minutes', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#123' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const bad: Record<string, Answer> = {
      '/svg': picture(svg, 'image/svg+xml'),
      '/svg-as-jpeg': picture(svg),
      '/html': picture('<html><script>alert(1)</script></html>', 'text/html'),
      '/html-as-png': picture('<html><script>alert(1)</script></html>', 'image/png'),
      '/cut-off': picture(photo.subarray(0, 9000)),
      '/bomb': picture(bomb, 'image/png'),
      '/huge': picture(Buffer.alloc(16_000_000, 0xff)),
      '/empty': picture(''),
      '/gone': (response) => response.writeHead(404).end(),
    }
    for (const [path, answer] of Object.entries(bad)) {
      answers.set(path, answer)
      const id = await listing(app, [at(path)])
      const first = await get(app, `${id}/0`)
      expect([path, first]).toMatchObject([path, { status: 404, code: 'photo-unusable' }])
      expect(first.headers.get('cache-control')).toBe('no-store')
      expect((await get(app, `${id}/0?w=176`)).problem?.detail).toBe(first.problem?.detail)
      expect([path, asked(path)]).toEqual([path, 1])
    }
    answers.set('/gone', picture(photo))
    const id = await listing(app, [at('/gone')])
    expect((await get(app, `${id}/0`)).status).toBe(404)
    clock.advance(11 * 60_000)
    expect((await get(app, `${id}/0`)).status).toBe(200)
  })

  it('whose site is out of order is a problem that says when to ask again', async () => {
    answers.set('/away', (response) => response.writeHead(500).end())
    const id = await listing(app, [at('/away')])
    const { status, code, headers } = await get(app, `${id}/0`)
    expect([status, code, Number(headers.get('retry-after')) > 0]).toEqual([503, 'photo-away', true])
  })

  it('is never fetched from a private network, by its address or by where that leads', async () => {
    answers.set('/private.jpg', picture(photo))
    for (const url of [at('/private.jpg'), 'http://169.254.169.254/x.jpg', 'file:///etc/passwd', 'nothing']) {
      const id = await listing(app, [url], { demo: false })
      expect([url, await get(app, `${id}/0`)]).toMatchObject([url, { status: 404, code: 'photo-unusable' }])
    }
    expect(site.requests).toEqual([])
    // Of the demo only what is on this machine is beyond the guard.
    const other = await listing(app, ['http://10.0.0.1/x.jpg'], { demo: true })
    expect(await get(app, `${other}/0`)).toMatchObject({ status: 404, code: 'photo-unusable' })
  })

  it("of another person's own listing is as absent as no listing at all; of one's own no browser shows it unasked", async () => {
    answers.set('/own.jpg', picture(photo))
    const { rows } = await app.app.db.query<{ id: number }>(
      `INSERT INTO users (name, role) VALUES ('Ben', 'owner') RETURNING id`,
    )
    const theirs = await listing(app, [at('/own.jpg')], { ownerId: rows[0]!.id })
    const refused = await get(app, `${theirs}/0`)
    expect(refused).toMatchObject({ status: 404, code: 'not-found' })
    expect(refused.problem?.detail).toBe((await get(app, `${theirs + 1000}/0`)).problem?.detail)
    expect(asked('/own.jpg')).toBe(0)
    const own = await listing(app, [at('/own.jpg')], { ownerId: app.app.owner })
    const shown = await get(app, `${own}/0`)
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
    const known = { 'if-none-match': shown.headers.get('etag')! }
    expect((await get(app, `${theirs}/0`, known)).status).toBe(404)
  })

  it('is shown though it cannot be kept', async () => {
    answers.set('/full.jpg', picture(photo))
    const id = await listing(app, [at('/full.jpg')])
    const folder = folderOf(app)
    rmSync(folder, { recursive: true, force: true })
    // A file in its place: nothing can be written there, as on a full disk, whoever the tests run as.
    writeFileSync(folder, '')
    expect((await get(app, `${id}/0`)).status).toBe(200)
    rmSync(folder)
    clock.advance(11 * 60_000)
    expect((await get(app, `${id}/0`)).status).toBe(200)
    expect(readdirSync(folder).length).toBe(4)
  })
})

it('is not shown, nor fetched, where the operator or the terms of the marketplace have it so', async () => {
  answers.set('/a.jpg', picture(photo))
  const off = { status: 404, code: 'photos-off' }
  {
    await using app = await program({ PHOTOS_SHOWN: 'off' })
    expect(await get(app, `${await listing(app, [at('/a.jpg')])}/0`)).toMatchObject(off)
  }
  const adapters = await loadAllAdapters()
  const feed = adapters.marketplaces.get('feed')!
  const strict = { ...feed, terms: { ...feed.terms, noPhotos: true } }
  await using app = await testApp({
    roles: ['api'],
    adapters: { ...adapters, marketplaces: new Map([...adapters.marketplaces, ['feed', strict]]) },
  })
  const id = await listing(app, [at('/a.jpg')], { marketplace: 'feed' })
  expect(await get(app, `${id}/0`)).toMatchObject(off)
  expect(site.requests).toEqual([])
})

it('is there after a restart without being fetched again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-photos-'))
  answers.set('/kept.jpg', picture(photo))
  const shown: Buffer[] = []
  for (const _ of ['before', 'after']) {
    await using app = await program({ DEAL_SCOUT_DATA: folder })
    const { status, bytes } = await get(app, `${await listing(app, [at('/kept.jpg')])}/0`)
    expect(status).toBe(200)
    shown.push(bytes)
  }
  rmSync(folder, { recursive: true })
  expect(asked('/kept.jpg')).toBe(1)
  expect(shown[0]!.equals(shown[1]!)).toBe(true)
})

it('counts apart from what is looked up: a page of photos leaves a person all other requests', async () => {
  await using app = await program({ RATE_LIMIT_READ: '5', RATE_LIMIT_PHOTOS: '60' })
  const id = await listing(app, [])
  const codes = await Promise.all(Array.from({ length: 60 }, async () => (await get(app, `${id}/0`)).status))
  expect(new Set(codes)).toEqual(new Set([404]))
  // One more is allowed each second: who asks at once gets to the end of them.
  const more = await Promise.all(Array.from({ length: 60 }, async () => (await get(app, `${id}/0`)).status))
  expect(more).toContain(429)
  expect((await app.call('GET', '/api/deals')).status).toBe(200)
})
