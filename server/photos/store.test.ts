import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts'
import type { Sql } from '../core/db.ts'
import { hashPhoto } from './hash/read-photo.ts'
import { changes, originalOf, samplePhoto } from './hash/samples.ts'
import {
  cooldownOf,
  coolHost,
  type ListingPhoto,
  photosAt,
  photosOf,
  photosReused,
  savePhotoHashes,
} from './store.ts'

let database: TestDatabase
let hashes: string[]
let cropped: string

beforeAll(async () => {
  database = await testDatabase()
  const photos = await Promise.all([1, 2, 3].map((seed) => samplePhoto(seed, 320, 240)))
  hashes = await Promise.all(photos.map(hashFor))
  cropped = await hashFor(await changes['cropped by 10 % at all sides']![0]!(await originalOf(photos[0]!)))
})
afterAll(() => database[Symbol.asyncDispose]())
beforeEach(() => database.db.query('TRUNCATE listings, photo_hosts CASCADE'))

async function hashFor(bytes: Buffer): Promise<string> {
  const result = await hashPhoto(bytes)
  if ('unusable' in result) throw new Error(result.unusable)
  return result.hash
}

async function insertListings(count: number): Promise<number[]> {
  const { rows } = await database.db.query<{ id: number }>(
    `INSERT INTO listings (marketplace, external_id, demo, title, url, category, image_urls, state, basis, attributes,
                           first_seen_at, last_seen_at, score, scored_at, search)
     SELECT 'm', gen_random_uuid(), false, 't', 'https://m.example/1', 'other', '[]', 'active', 'asking', '{}', now(), now(), 0, now(), ''
     FROM generate_series(1, $1) RETURNING id`,
    [count],
  )
  return rows.map(({ id }) => id)
}

function photo(listingId: number, position: number, over: Partial<ListingPhoto> = {}): ListingPhoto {
  return {
    listingId,
    position,
    url: `https://photos.example/${listingId}/${position}`,
    hash: null,
    unusable: null,
    width: null,
    height: null,
    hashedAt: null,
    attempts: 0,
    ...over,
  }
}

const hashed = (listingId: number, position: number, hash: string) =>
  photo(listingId, position, { hash, width: 320, height: 240, hashedAt: new Date('2026-11-22T12:00:00Z') })

const save = (photos: ListingPhoto[]) => database.db.transaction((tx) => savePhotoHashes(tx, photos))

/** What everybody may see, whichever listing it is of. */
const market = { exceptListingIds: [], ownerId: null }

describe('stored photos', () => {
  it('come back as they were written, in order, by listing', async () => {
    const [one, two, three] = (await insertListings(3)) as [number, number, number]
    const rows = [
      hashed(two, 0, hashes[1]!),
      photo(one, 1, { unusable: 'It is "blank" — {a,b} 写真 🛋️.', hashedAt: new Date(0) }),
      photo(one, 0, { attempts: 2 }),
    ]
    await save(rows)
    expect(await photosOf(database.db, [one, two, three])).toEqual(
      new Map([
        [one, [rows[2], rows[1]]],
        [two, [rows[0]]],
      ]),
    )
    expect(await photosOf(database.db, [])).toEqual(new Map())
  })

  it('stay settled when a slower writer knows less, and start over with another address', async () => {
    const [id] = (await insertListings(1)) as [number]
    await save([hashed(id, 0, hashes[0]!)])
    await save([photo(id, 0, { attempts: 1 })])
    expect((await photosOf(database.db, [id])).get(id)).toEqual([hashed(id, 0, hashes[0]!)])
    await save([photo(id, 0, { url: 'https://photos.example/new' })])
    expect((await photosOf(database.db, [id])).get(id)).toMatchObject([
      { hash: null, url: 'https://photos.example/new' },
    ])
    expect(await photosReused(database.db, hashes[0]!, market)).toEqual([])
  })

  it('go with their listing, and are not written for one that is gone', async () => {
    const [id] = (await insertListings(1)) as [number]
    await save([hashed(id, 0, hashes[0]!)])
    await database.db.query('DELETE FROM listings')
    await save([hashed(id, 0, hashes[0]!)])
    expect(await photosOf(database.db, [id])).toEqual(new Map())
  })

  it('are found by address once they are settled, a hash before a failure', async () => {
    const [one, two, three] = (await insertListings(3)) as [number, number, number]
    const url = 'https://photos.example/shared'
    await save([
      photo(one, 0, { url, unusable: 'Given up.', hashedAt: new Date('2026-11-23T12:00:00Z') }),
      { ...hashed(two, 0, hashes[0]!), url },
      photo(three, 0, { url: 'https://photos.example/open', attempts: 1 }),
    ])
    const found = await photosAt(database.db, [
      url,
      'https://photos.example/open',
      'https://photos.example/none',
    ])
    expect([...found.keys()]).toEqual([url])
    expect(found.get(url)!.hash).toBe(hashes[0])
  })
})

describe('photosReused', () => {
  it('finds the same picture in other listings, cropped too, the surest first, and no other picture', async () => {
    const [own, same, alike, other] = (await insertListings(4)) as [number, number, number, number]
    await save([
      hashed(own, 0, hashes[0]!),
      hashed(same, 2, hashes[0]!),
      hashed(alike, 1, cropped),
      hashed(other, 0, hashes[1]!),
      photo(other, 1),
    ])
    const found = await photosReused(database.db, hashes[0]!, { exceptListingIds: [own], ownerId: null })
    expect(found.map(({ listingId, position }) => [listingId, position]).sort()).toEqual([
      [same, 2],
      [alike, 1],
    ])
    expect(found[0]!.score).toBe(1)
    expect(await photosReused(database.db, hashes[2]!, market)).toEqual([])
    expect(await photosReused(database.db, 'no hash', market)).toEqual([])
  })

  it('reads the index, not the table', async () => {
    const ids = await insertListings(3000)
    await save(ids.map((id, i) => hashed(id, 0, `${hashes[i % 3]!.slice(0, 6)}${noise(i)}`)))
    await database.db.query('ANALYZE listing_photos')
    let asked: { text: string; values: unknown[] | undefined } | undefined
    const spy: Sql = {
      notify: async () => {},
      client: database.db.client,
      async query(text, values) {
        asked = { text, values }
        return { rows: [], rowCount: 0 }
      },
    }
    await photosReused(spy, hashes[0]!, market)
    const { rows } = await database.db.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN ${asked!.text}`,
      asked!.values,
    )
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/listing_photos_keys/)
  })
})

describe('the cooldown of a host', () => {
  it('of two refusals at once is the longer one', async () => {
    const cooldown = (minutes: number, refusals: number) =>
      coolHost(database.db, {
        host: 'photos.example',
        cooldownFrom: new Date('2026-11-22T12:00:00Z'),
        cooldownUntil: new Date(Date.UTC(2026, 10, 22, 12, minutes)),
        refusals,
        reason: 'HTTP 403',
      })
    expect(await cooldownOf(database.db, 'photos.example')).toBe(null)
    await cooldown(30, 2)
    await cooldown(15, 1)
    expect(await cooldownOf(database.db, 'photos.example')).toEqual({
      cooldownFrom: new Date('2026-11-22T12:00:00Z'),
      cooldownUntil: new Date('2026-11-22T12:30:00Z'),
      refusals: 2,
    })
  })
})

/** Hexadecimal of 76 words that a number decides. */
function noise(seed: number): string {
  let state = seed + 1
  return Array.from({ length: 76 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state.toString(16).padStart(8, '0')
  }).join('')
}
