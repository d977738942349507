import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../core/random.ts'
import type { ComparingRecordIndex, ListingRecord } from '../schema.ts'
import { recordFor } from '../test-kit.ts'
import { decideCluster, type FoundCluster } from './grouping.ts'
import { createRecordIndex } from './record-index.ts'

const samePhoto = (a: string, b: string) => (a === b ? 1 : 0)
const indexOf = (records: readonly ListingRecord[], capacity?: number) => {
  const index = createRecordIndex({ samePhoto, ...(capacity !== undefined && { capacity }) })
  for (const record of records) index.upsert(record)
  return index
}

/** Twenty words and more that nobody else writes. */
const ownText = (seed: number, length = 30) => {
  const random = seededRandom(seed * 7919 + 13)
  return Array.from({ length }, () => `w${Math.floor(random() * 5000).toString(36)}`).join(' ')
}
const ownRecord = (listingId: number, seed: number, more: Partial<ListingRecord> = {}) =>
  recordFor(listingId, {
    title: `Thing ${ownText(seed + 5000, 4)}`,
    description: ownText(seed),
    priceCents: 1000 + seed * 100,
    ...more,
  })

/** What the pipeline does with each listing in turn: cluster number by listing id. */
function clustered(index: ComparingRecordIndex, records: readonly ListingRecord[]): Map<number, number> {
  const clusterOf = new Map<number, number>()
  for (const record of records) {
    const found = Map.groupBy(index.find(record, 12), ({ listingId }) => clusterOf.get(listingId)!)
    const clusters: FoundCluster[] = [...found].map(([clusterId, best]) => ({
      clusterId,
      members: records.filter(({ listingId }) => clusterOf.get(listingId) === clusterId),
      best,
    }))
    const none = { mustLinks: new Set<string>(), cannotLinks: new Set<string>() }
    const { join, merge } = decideCluster(record, clusters, none, index.compare)
    for (const [listingId, clusterId] of clusterOf)
      if (merge.includes(clusterId)) clusterOf.set(listingId, join!)
    clusterOf.set(record.listingId, join ?? record.listingId)
    index.upsert(record)
  }
  return clusterOf
}
const sizesOf = (clusterOf: Map<number, number>) =>
  [...Map.groupBy(clusterOf.values(), (id) => id).values()].map(({ length }) => length).sort((x, y) => y - x)

describe('the index finds', () => {
  it('a repost with an edited description among thousands', () => {
    const index = indexOf(Array.from({ length: 3000 }, (_, i) => ownRecord(i + 1, i)))
    const repost = ownRecord(9001, 1234, {
      title: 'Must go today',
      description: `${ownText(1234)} now cheaper`,
    })
    expect(index.find(repost, 5)).toMatchObject([{ listingId: 1235 }])
    expect(index.lastCandidates).toBeLessThanOrEqual(24)
  })
  it('a cross-post by its photo alone and by what the site says, the surest first', () => {
    const index = indexOf([
      recordFor(1, { title: 'Brass lantern', photoHashes: ['p1', 'p2'] }),
      recordFor(2, { title: 'Porcelain owl with chipped ear', photoHashes: ['p3'] }),
      recordFor(3, { title: 'Lantern from brass' }),
    ])
    const crossPost = recordFor(4, { title: 'Old lamp', photoHashes: ['p2'], marketplace: 'market-b' })
    expect(index.find(crossPost, 5).map(({ listingId }) => listingId)).toEqual([1])
    const both = recordFor(5, { title: 'Brass lantern', photoHashes: ['p1'], repostOf: 'ext-3' })
    expect(index.find(both, 5).map(({ listingId }) => listingId)).toEqual([3, 1])
  })
  it('a photo that another site compressed anew, under another title', () => {
    const random = seededRandom(11)
    const photo = () => Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
    const bits = (a: string, b: string) => [...a].filter((digit, i) => digit !== b[i]).length
    const index = createRecordIndex({
      samePhoto: (a, b) => (bits(a, b) <= 3 ? 0.95 : 0),
      photoKeys: (hash) =>
        [0, 4, 8, 12].map((at) => Number.parseInt(hash.slice(at, at + 4), 16) * 4 + at / 4),
    })
    const photos = Array.from({ length: 2000 }, photo)
    for (const [i, hash] of photos.entries())
      index.upsert(recordFor(i + 1, { title: `Thing ${i}`, photoHashes: [hash] }))
    const changed = `${photos[777]!.slice(0, 9)}${photos[777]![9] === '0' ? '1' : '0'}${photos[777]!.slice(10)}`
    const found = index.find(recordFor(9999, { title: 'Reading lamp', photoHashes: [changed] }), 5)
    expect(found.map(({ listingId }) => listingId)).toEqual([778])
    expect(index.lastCandidates).toBeLessThanOrEqual(3)
  })
  it('things in another currency, whose prices are then no evidence', () => {
    const index = indexOf([ownRecord(1, 1)])
    const [found] = index.find(ownRecord(2, 1, { currency: 'CHF', marketplace: 'market-b' }), 5)
    expect(found?.evidence).toMatchObject({ verdict: 'same', kind: 'cross-post' })
    expect(found?.evidence.parts.map(({ name }) => name)).not.toContain('price')
  })
  it('never the thing itself, nor what was removed, nor made-up things for real ones', () => {
    const index = indexOf([ownRecord(1, 1), ownRecord(2, 1), ownRecord(3, 1, { demo: true })])
    expect(index.find(ownRecord(1, 1), 5).map(({ listingId }) => listingId)).toEqual([2])
    expect(index.find(ownRecord(4, 1, { demo: true }), 5).map(({ listingId }) => listingId)).toEqual([3])
    index.remove(2)
    expect(index.find(ownRecord(1, 1), 5)).toEqual([])
    expect([index.size, index.get(2)]).toEqual([2, undefined])
  })
  it('a replaced thing by its new words only', () => {
    const index = indexOf([ownRecord(1, 1), ownRecord(1, 2)])
    expect(index.size).toBe(1)
    expect(index.find(ownRecord(9, 1), 5)).toEqual([])
    expect(index.find(ownRecord(9, 2), 5)).toHaveLength(1)
  })
})

describe('the index stays small and quick', () => {
  it('drops the oldest at capacity, counting a replaced thing as new', () => {
    const index = indexOf([ownRecord(1, 1), ownRecord(2, 2), ownRecord(3, 3)], 3)
    index.upsert(ownRecord(1, 1))
    index.upsert(ownRecord(4, 4))
    expect([1, 2, 3, 4].map((id) => index.get(id) !== undefined)).toEqual([true, false, true, true])
  })
  it('compares a bounded number of candidates however many share every word', () => {
    const index = createRecordIndex({ samePhoto })
    for (let i = 1; i <= 3000; i++)
      index.upsert(
        recordFor(i, {
          title: 'Red bike',
          description: 'A nice red bike for sale in good condition',
          priceCents: 100,
        }),
      )
    index.find(
      recordFor(9999, { title: 'Red bike', description: 'A nice red bike for sale in good condition' }),
      50,
    )
    expect(index.lastCandidates).toBeLessThanOrEqual(24)
  })
  it('forgets everything about what it dropped', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 5 }), fc.boolean()), { maxLength: 60 }),
        (steps) => {
          const index = createRecordIndex({ samePhoto, capacity: 5 })
          const expected = new Map<number, ListingRecord>()
          for (const [id, seed, add] of steps) {
            const record = ownRecord(id + 1, seed)
            expected.delete(record.listingId)
            if (!add) index.remove(record.listingId)
            else {
              if (expected.size === 5) expected.delete([...expected.keys()][0]!)
              expected.set(record.listingId, record)
              index.upsert(record)
            }
          }
          expect(index.size).toBe(expected.size)
          for (let seed = 0; seed <= 5; seed++) {
            const found = index.find(ownRecord(99, seed), 50).map(({ listingId }) => listingId)
            const same = [...expected.values()].filter(({ description }) => description === ownText(seed))
            expect(found.sort()).toEqual(same.map(({ listingId }) => listingId).sort())
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('the index is steadfast', () => {
  it('changes no verdict when something unrelated comes in', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 50 }),
        fc.nat({ max: 3 }),
        fc.array(fc.nat({ max: 500 }), { maxLength: 20 }),
        (seed, edits, others) => {
          const index = indexOf([ownRecord(1, seed)])
          const repost = ownRecord(2, seed, { description: `${ownText(seed)} ${'also '.repeat(edits)}` })
          const before = index.find(repost, 5)
          expect(before).toHaveLength(1)
          for (const [i, other] of others.entries())
            index.upsert(
              recordFor(100 + i, { title: `Qx${other} zz`, description: `unrelated${other} `.repeat(9) }),
            )
          expect(index.find(repost, 5).map(({ evidence }) => evidence.verdict)).toEqual(
            before.map(({ evidence }) => evidence.verdict),
          )
        },
      ),
      { numRuns: 50 },
    )
  })
  it('takes every text, however hostile', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        '',
        '\u0000'.repeat(500),
        '\ud800\udfff\ud83d',
        'a\u0301'.repeat(5000),
        '🚲'.repeat(2000),
        'word '.repeat(10_000),
        '-'.repeat(5000),
        'a-1'.repeat(3000),
        '1.'.repeat(4000),
        '٣٤٥ دراجة 自転車 велосипед',
        '__proto__ constructor toString',
      ),
    )
    const index = createRecordIndex({ samePhoto, capacity: 50 })
    let id = 0
    fc.assert(
      fc.property(hostile, fc.option(hostile), hostile, (title, description, value) => {
        const attributes = { model: value, vin: value, seller: value, ['__proto__']: value }
        const record = recordFor(++id, { title, description, brand: value, attributes, photoHashes: [value] })
        index.find(record, 10)
        index.upsert(record)
        expect(index.get(id)).toBe(record)
      }),
      { numRuns: 200 },
    )
  })
})

describe('clusters of a stream', () => {
  it('do not form of 500 people who sell one phone in one town', () => {
    const random = seededRandom(4)
    const one = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
    const records = Array.from({ length: 500 }, (_, i) =>
      recordFor(i + 1, {
        title: one(['iPhone X', 'iPhone X', 'iPhone X 64gb', 'Apple iPhone X', 'iPhone X unlocked']),
        brand: 'Apple',
        category: 'phones',
        description: [
          one([
            'Selling my iPhone X.',
            'iPhone X for sale.',
            'Apple iPhone X 64gb unlocked.',
            'Hi, I have an iPhone X.',
            'Up for sale is an iPhone X.',
            'My old phone.',
          ]),
          one([
            'Works great.',
            'In good condition, no cracks.',
            'Small scratch on the back.',
            'Battery at 85 percent.',
            'Like new, always in a case.',
            'Screen was replaced last year.',
          ]),
          one([
            'Comes with charger.',
            'With box and cable.',
            'Phone only.',
            'Case included.',
            'Original box and papers.',
            'Charger and headphones included.',
          ]),
          one([
            'Cash only, pick up downtown.',
            'Text me if interested.',
            'No trades please.',
            'Price is firm.',
            'Can meet anywhere in town.',
            'Serious buyers only.',
          ]),
        ].join(' '),
        priceCents:
          one(['250', '280', '300', '320', '350']).length * 0 + Math.floor(random() * 12) * 1000 + 25_000,
        lat: 51 + random() / 20,
        lon: 4 + random() / 20,
        postedAtMs: Date.UTC(2026, 0, 1) + i * 3_600_000,
      }),
    )
    const sizes = sizesOf(clustered(createRecordIndex({ samePhoto }), records))
    expect(sizes[0]).toBeLessThanOrEqual(4)
    expect(sizes.length).toBeGreaterThan(450)
  })
  it('do not form of one dealer’s text over thirty cars', () => {
    const boilerplate =
      'Well maintained and reconditioned, all important maintenance is performed. You will be buying it from our dealership, ask for financing, we take trades and every car has passed its inspection.'
    const makes = ['Honda Accord', 'Toyota Camry', 'BMW 335i', 'Ford Explorer', 'Mazda 3']
    const records = Array.from({ length: 30 }, (_, i) =>
      recordFor(i + 1, {
        title: `${2001 + Math.floor(i / 5) * 2} ${makes[i % 5]}`,
        category: 'cars',
        description: boilerplate,
        priceCents: 400_000 + i * 35_000,
      }),
    )
    expect(sizesOf(clustered(createRecordIndex({ samePhoto }), records))[0]).toBe(1)
  })
  it('hold each thing’s reposts together, in whatever order they come', () => {
    const edits = ['', ' pick up only', ' price reduced', ' still available']
    const records = Array.from({ length: 60 }, (_, i) =>
      ownRecord(i + 1, i % 15, { description: ownText(i % 15) + edits[Math.floor(i / 15)]! }),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        const clusterOf = clustered(createRecordIndex({ samePhoto }), shuffled)
        for (const record of records)
          expect(clusterOf.get(record.listingId)).toBe(clusterOf.get(((record.listingId - 1) % 15) + 1))
        expect(sizesOf(clusterOf)).toHaveLength(15)
      }),
      { numRuns: 10 },
    )
  })
})
