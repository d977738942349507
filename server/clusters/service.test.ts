import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import type { Authorized } from '../core/actor.ts'
import type { Tx } from '../core/db.ts'
import { ingest } from '../flows/ingest.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { mergeClusters, splitListing } from './actions.ts'
import {
  clusterIdsOf,
  clusterOfListing,
  getCluster,
  type ListingFact,
  listingFacts,
  otherMembers,
} from './read-store.ts'
import type { Clusterer } from './service.ts'
import { deleteSmallClusters } from './store.ts'
import { recordsOf, testProcess } from './test-kit.ts'

let test: TestApp
let owner: Authorized<'write'>
beforeAll(async () => {
  test = await testApp()
  owner = test.app.owner
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('TRUNCATE listings, clusters, cluster_progress CASCADE')
})

const byNumber = (a: number | undefined, b: number | undefined) => a! - b!
const now = new Date('2026-11-22T12:00:00Z')

/** Writes listings as a page of a marketplace does; returns their ids in order. */
async function write(
  listings: Partial<SeenListing>[],
  marketplace = 'shop',
  options: { demo?: boolean; observedAtMs?: number } = {},
): Promise<number[]> {
  const sightings = listings.map((over) => ({
    marketplace,
    seen: seenListing(over),
    observedAtMs: options.observedAtMs ?? Date.parse('2026-11-22T11:00:00Z'),
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: options.demo ?? false })
  const { rows } = await test.app.db.query<{ id: number; externalId: string }>(
    'SELECT id, external_id AS "externalId" FROM listings WHERE marketplace = $1 AND external_id = ANY($2)',
    [marketplace, sightings.map(({ seen }) => seen.externalId)],
  )
  const ids = new Map(rows.map((row) => [row.externalId, row.id]))
  return sightings.map(({ seen }) => ids.get(seen.externalId)!)
}

const same = (description: string, over: Partial<SeenListing> = {}): Partial<SeenListing> => ({
  description,
  ...over,
})
const records = (ids: number[], tx?: Tx) => recordsOf(tx ?? test.app.db, 'id = ANY($1)', [ids])
const assign = (clusterer: Clusterer, ids: number[]) =>
  test.app.db.transaction(async (tx) => {
    await clusterer.catchUp(tx)
    return clusterer.assign(tx, await records(ids, tx))
  })
/** Everything stored of clusters. */
const rows = async () =>
  (
    await test.app.db.query(
      `SELECT m.*, c.created_at, c.updated_at FROM cluster_members m JOIN clusters c ON c.id = m.cluster_id ORDER BY listing_id`,
    )
  ).rows
/** The listings of each cluster. */
const groups = async (): Promise<number[][]> =>
  (
    await test.app.db.query<{ ids: number[] }>(
      'SELECT array_agg(listing_id::int ORDER BY listing_id) AS ids FROM cluster_members GROUP BY cluster_id ORDER BY min(listing_id)',
    )
  ).rows.map(({ ids }) => ids)

describe('a page', () => {
  it('brings a repost and a cross-post together with what was there, and says why', async () => {
    const { clusterer } = testProcess()
    const [first, other] = await write([same('Oak table, 2 m'), same('Something else')])
    expect((await assign(clusterer, [first!, other!])).get(first!)).toMatchObject({
      clusterId: null,
      joinedNow: false,
      sentence: null,
    })
    const [cross] = await write([same('OAK TABLE 2 m!')], 'fair')
    const joined = (await assign(clusterer, [cross!])).get(cross!)!
    expect(joined).toMatchObject({
      joinedNow: true,
      kind: 'cross-post',
      reason: 'the descriptions are the same',
      sentence: 'Also on another marketplace: the descriptions are the same',
    })
    expect(joined.score).toBeCloseTo(0.97)
    const [again] = await write([same('oak table 2 m', { state: 'sold' })])
    expect((await assign(clusterer, [again!])).get(again!)).toMatchObject({
      clusterId: joined.clusterId,
      kind: 'repost',
    })
    expect(await groups()).toEqual([[first, cross, again]])
    expect(await clusterOfListing(test.app.db, other!, test.app.owner)).toBeNull()
    const cluster = await getCluster(test.app.db, joined.clusterId!, test.app.owner)
    expect(cluster?.members.map(({ listingId }) => listingId).toSorted(byNumber)).toEqual([
      first,
      cross,
      again,
    ])
    expect(cluster?.points).toHaveLength(3)
  })

  it('given twice changes nothing and answers the same, but for having joined just now', async () => {
    const { clusterer, clock } = testProcess()
    const ids = [...(await write([same('A b c'), same('a B c')])), ...(await write([same('a b C')], 'fair'))]
    const first = await assign(clusterer, ids)
    expect(ids.map((id) => first.get(id)?.joinedNow)).toEqual([true, true, true])
    const before = await rows()
    clock.advance(3_600_000)
    const second = await assign(clusterer, ids)
    expect(await rows()).toEqual(before)
    for (const id of ids) {
      // The score is stored with four bytes.
      const { score, ...rest } = second.get(id)!
      expect(rest).toEqual({ ...first.get(id), score: undefined, joinedNow: false })
      expect(score).toBeCloseTo(first.get(id)!.score!)
    }
  })

  it('joins two clusters that a new listing shows to be one, into the older', async () => {
    const { clusterer } = testProcess({
      // Of equal titles, too: both clusters are found through the new listing.
      decide: (_, candidates) => candidates.map(({ found }) => found[0]!),
    })
    const a = await write([same('one', { title: 'Lamp' }), same('one', { title: 'Torch' })])
    await assign(clusterer, a)
    const b = await write([same('two', { title: 'Beam' }), same('two', { title: 'Light' })])
    await assign(clusterer, b)
    expect(await groups()).toEqual([a, b])
    const older = (await clusterOfListing(test.app.db, a[0]!, test.app.owner))!.id
    const [bridge] = await write([same('two', { title: 'Lamp' })], 'fair')
    expect((await assign(clusterer, [bridge!])).get(bridge!)).toMatchObject({ clusterId: older })
    expect(await groups()).toEqual([[...a, ...b, bridge]])
    expect((await test.app.db.query('SELECT FROM clusters')).rowCount).toBe(1)
  })

  it('that is rolled back leaves neither rows nor listings in the index behind, and can be done again', async () => {
    const { clusterer, index } = testProcess()
    const [known] = await write([same('Known thing')])
    await assign(clusterer, [known!])
    const [first, second] = await write([same('known thing'), same('new thing')])
    const failing = test.app.db.transaction(async (tx) => {
      const assigned = await clusterer.assign(tx, await records([first!, second!], tx))
      expect(assigned.get(first!)?.joinedNow).toBe(true)
      throw new Error('the page failed')
    })
    await expect(failing).rejects.toThrow('the page failed')
    expect(await rows()).toEqual([])
    expect(index.ids()).toEqual([known])
    await assign(clusterer, [first!, second!])
    expect(await groups()).toEqual([[known, first]])
    expect(index.ids()).toEqual([known, first, second])
  })

  it('keeps the earlier version of a changed listing in the index when it is rolled back', async () => {
    const { clusterer, index } = testProcess()
    const [id] = await write([same('before')])
    await assign(clusterer, [id!])
    const [record] = await records([id!])
    await expect(
      test.app.db.transaction(async (tx) => {
        await clusterer.assign(tx, [{ ...record!, description: 'after' }])
        expect(index.get(id!)?.description).toBe('before')
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(index.get(id!)?.description).toBe('before')
  })

  it('never joins made-up listings with real ones, and forgets them with the demo', async () => {
    const { clusterer, index } = testProcess()
    const real = await write([same('twin')])
    const demo = await write([same('twin'), same('twin')], 'fair', { demo: true })
    await assign(clusterer, real)
    await assign(clusterer, demo)
    expect(await groups()).toEqual([demo])
    expect((await clusterOfListing(test.app.db, demo[0]!, test.app.owner))?.demo).toBe(true)
    clusterer.forgetDemo()
    expect(index.ids()).toEqual(real)
  })

  it('asks the database a fixed number of questions, however many listings it has', async () => {
    const count = async (size: number) => {
      const { clusterer } = testProcess()
      await write(Array.from({ length: size }, (_, i) => same(`${size} thing ${i}`)))
      const fresh = await write(
        Array.from({ length: size }, (_, i) => same(`${size} thing ${i}`)),
        'fair',
      )
      let queries = 0
      const assigned = await test.app.db.transaction(async (tx) => {
        await clusterer.catchUp(tx)
        const counted: Tx = {
          ...tx,
          query: (text, values, name) => {
            queries++
            return tx.query(text, values, name)
          },
        }
        return clusterer.assign(counted, await records(fresh, tx))
      })
      expect([...assigned.values()].every(({ joinedNow }) => joinedNow)).toBe(true)
      return queries
    }
    expect(await count(40)).toBe(await count(2))
    // Nothing to join: one question.
    const { clusterer } = testProcess()
    const lonely = await write([same('lonely one'), same('lonely two')])
    let queries = 0
    await test.app.db.transaction(async (tx) => {
      const page = await records(lonely, tx)
      const query: Tx['query'] = (text, values, name) => {
        queries++
        return tx.query(text, values, name)
      }
      await clusterer.assign({ ...tx, query }, page)
    })
    expect(queries).toBe(1)
  })

  it('does nothing at all where clusters are switched off', async () => {
    const { clusterer, index } = testProcess({ enabled: false })
    const ids = await write([same('off'), same('off')])
    expect((await assign(clusterer, ids)).get(ids[0]!)).toMatchObject({ clusterId: null })
    expect(await clusterer.followUp(test.app.db, new AbortController().signal)).toEqual({
      looked: 0,
      joined: 0,
    })
    expect([await rows(), index.size]).toEqual([[], 0])
  })
})

describe('following the listings', () => {
  it('sees what other processes wrote, at most every few seconds', async () => {
    const { clusterer, index, clock } = testProcess()
    const [first] = await write([same('first')])
    await clusterer.catchUp(test.app.db)
    const [second] = await write([same('second')])
    await clusterer.catchUp(test.app.db)
    expect(index.ids()).toEqual([first])
    clock.advance(5_000)
    await clusterer.catchUp(test.app.db)
    expect(index.ids()).toEqual([first, second])
  })

  it('reads back no page of new listings that it wrote itself, unless everything was forgotten or it rolled back', async () => {
    const asked: (readonly string[])[] = []
    const { clusterer, index, clock } = testProcess({
      recordsSince: async (_sql, _mark, except) => {
        asked.push(except)
        return { records: [], mark: '5' }
      },
    })
    const next = async () => {
      clock.advance(5_000)
      await clusterer.catchUp(test.app.db)
      return asked.at(-1)
    }
    const page = await records(await write([same('mine')]))
    const take = (xid: string | null, fails = false) =>
      test.app.db.transaction(async (tx) => {
        await clusterer.assign(tx, page, xid)
        if (fails) throw new Error('rolled back')
      })
    await take('7')
    expect(index.ids()).toEqual(page.map(({ listingId }) => listingId))
    // Of the beginning nothing is known.
    expect(await next()).toEqual([])
    await take(null)
    await take('4')
    await expect(take('8', true)).rejects.toThrow('rolled back')
    expect(await next()).toEqual(['7', '4'])
    // Everything below the mark is over.
    expect(await next()).toEqual(['7'])
    clusterer.forget()
    expect(await next()).toEqual([])
    expect(await next()).toEqual([])
  })

  it('asks again at once after a failed question, and lets go of what is said to be removed', async () => {
    let answer: () => Promise<{ records: never[]; removed?: number[]; mark: string }> = async () => {
      throw new Error('the connection is lost')
    }
    const { clusterer, index } = testProcess({ recordsSince: () => answer() })
    index.upsert((await records(await write([same('old')])))[0]!)
    const [id] = index.ids()
    await expect(clusterer.catchUp(test.app.db)).rejects.toThrow('lost')
    answer = async () => ({ records: [], removed: [id!], mark: '1' })
    await clusterer.catchUp(test.app.db)
    expect(index.size).toBe(0)
  })
})

describe('what a person decided', () => {
  const merge = (ids: number[]) => test.app.db.transaction((tx) => mergeClusters(tx, owner, ids, now))
  const split = (id: number) => test.app.db.transaction((tx) => splitListing(tx, owner, id, now))
  const decisions = async () =>
    (
      await test.app.db.query<{ pair: string; verdict: string }>(
        `SELECT low_listing_id || ' ' || high_listing_id AS pair, verdict FROM cluster_decisions ORDER BY low_listing_id, high_listing_id`,
      )
    ).rows.map(({ pair, verdict }) => `${pair} ${verdict}`)

  it('a listing that was taken out stays out: seen again, changed, looked through again, by any process', async () => {
    const { clusterer } = testProcess()
    const seen = [1, 2, 3].map((n) => ({ ...same('chair'), externalId: `split-${n}` }))
    const ids = await write(seen)
    await assign(clusterer, ids)
    const [a, b, c] = ids as [number, number, number]
    expect(await split(b)).toMatchObject({ remainingClusterId: expect.any(Number) })
    expect(await decisions()).toEqual([`${a} ${b} different`, `${b} ${c} different`])
    await write(
      seen.map((listing) => ({ ...listing, priceCents: 100 })),
      'shop',
      { observedAtMs: now.getTime() },
    )
    for (const process of [{ clusterer }, testProcess(), testProcess()]) {
      await assign(process.clusterer, ids)
      await process.clusterer.followUp(test.app.db, new AbortController().signal)
      expect(await groups()).toEqual([[a, c]])
    }
    // What comes later joins one side only.
    const [d] = await write([same('chair')])
    await assign(clusterer, [d!])
    const sides = [[a, c, d].toSorted(byNumber), [b, d]]
    expect(sides).toContainEqual((await groups()).find((group) => group.includes(d!)))
  })

  it('a person and the machine call the relation of two listings the same', async () => {
    const [a, b] = (await write([same('lamp'), same('lamp')])) as [number, number]
    await test.app.db.query("UPDATE listings SET posted_at = posted_at - interval '10 days' WHERE id = $1", [
      a,
    ])
    const [one, other] = (await listingFacts(test.app.db, [a, b], test.app.owner)) as [
      ListingFact,
      ListingFact,
    ]
    expect(Math.abs(one.postedAtMs - other.postedAtMs)).toBeGreaterThan(9 * 86_400_000)
    expect(await getCluster(test.app.db, await merge([a, b]), test.app.owner)).toMatchObject({
      members: [{ by: 'person', kind: 'repost' }, { by: 'person' }],
    })
  })

  it('merging undoes a split and splitting undoes a merge: the last word counts', async () => {
    const { clusterer } = testProcess()
    const ids = await write([same('desk'), same('desk')])
    const [a, b] = ids as [number, number]
    await assign(clusterer, ids)
    expect(await split(a)).toMatchObject({ remainingClusterId: null })
    expect(await groups()).toEqual([])
    const clusterId = await merge([a, b])
    expect(await decisions()).toEqual([`${a} ${b} same`])
    expect(await getCluster(test.app.db, clusterId, test.app.owner)).toMatchObject({
      members: [{ by: 'person', kind: 'multi-listing' }, { by: 'person' }],
    })
    expect(await merge([b, a])).toBe(clusterId)
    await split(b)
    expect(await decisions()).toEqual([`${a} ${b} different`])
    await assign(clusterer, ids)
    expect(await groups()).toEqual([])
  })

  it('listings that the machine would never find stay together, with all that is in their clusters', async () => {
    const { clusterer } = testProcess()
    const left = await write([same('left'), same('left')])
    const right = await write([same('right'), same('right')], 'fair')
    const [lone] = await write([same('lone')], 'bay')
    await assign(clusterer, [...left, ...right, lone!])
    const older = (await clusterOfListing(test.app.db, left[0]!, test.app.owner))!.id
    expect(await merge([right[1]!, lone!, left[0]!])).toBe(older)
    expect(await groups()).toEqual([[...left, ...right, lone]])
    await assign(testProcess().clusterer, [...left, ...right, lone!])
    expect(await groups()).toEqual([[...left, ...right, lone]])
    expect(
      (await clusterOfListing(test.app.db, lone!, test.app.owner))?.members.find((m) => m.listingId === lone),
    ).toMatchObject({ by: 'person', kind: 'cross-post', score: 1 })
  })

  it('a merge takes back what was said to be different among all that it brings together', async () => {
    const { clusterer } = testProcess()
    const ids = await write([same('vase'), same('vase'), same('vase')])
    const [a, b, c] = ids as [number, number, number]
    await assign(clusterer, ids)
    await split(c)
    await merge([a, c])
    expect(await decisions()).toEqual([`${a} ${c} same`, `${b} ${c} same`])
  })

  it('nonsense is refused with what is wrong and changes nothing', async () => {
    const [real] = await write([same('real')])
    const [demo] = await write([same('demo')], 'fair', { demo: true })
    await expect(merge([real!, real!])).rejects.toMatchObject({
      status: 422,
      fields: { listingIds: expect.stringContaining('two') },
    })
    await expect(merge([real!, 999_999])).rejects.toMatchObject({
      status: 422,
      message: 'There is no listing 999999.',
      fields: { listingIds: expect.any(String) },
    })
    await expect(merge([real!, demo!])).rejects.toMatchObject({ status: 422 })
    await expect(split(real!)).rejects.toMatchObject({ status: 409, code: 'not-in-a-cluster' })
    await expect(split(999_999)).rejects.toMatchObject({ status: 404 })
    expect([await rows(), await decisions()]).toEqual([[], []])
  })
})

describe('deleted listings', () => {
  it('leave their cluster; one that they leave with a single listing is none any more and is cleaned up', async () => {
    const { clusterer } = testProcess()
    const ids = await write([same('bed'), same('bed'), same('bed')])
    const [a, b, c] = ids as [number, number, number]
    await assign(clusterer, ids)
    const { id } = (await clusterOfListing(test.app.db, a, test.app.owner))!
    await test.app.db.query('DELETE FROM listings WHERE id = $1', [a])
    expect((await getCluster(test.app.db, id, test.app.owner))?.members.map((m) => m.listingId)).toEqual([
      b,
      c,
    ])
    await test.app.db.query('DELETE FROM listings WHERE id = $1', [b])
    expect(await getCluster(test.app.db, id, test.app.owner)).toBeNull()
    expect(await clusterOfListing(test.app.db, c, test.app.owner)).toBeNull()
    expect(await test.app.db.transaction((tx) => deleteSmallClusters(tx, 0, 10))).toEqual({
      deleted: 1,
      lastId: null,
    })
    expect(await rows()).toEqual([])
  })

  it('that the index still holds are not joined: the page goes through, and the index learns', async () => {
    const { clusterer, index } = testProcess()
    const [old, other] = await write([same('sofa'), same('sofa')], 'fair')
    await clusterer.catchUp(test.app.db)
    await test.app.db.query('DELETE FROM listings WHERE id = $1', [old])
    const [fresh] = await write([same('sofa')])
    await assign(clusterer, [fresh!])
    expect(await groups()).toEqual([[other, fresh]])
    expect(index.ids()).toEqual([other, fresh])
  })

  it('whose deletion is under way are not waited for', async () => {
    const { clusterer } = testProcess()
    const [old] = await write([same('rug')], 'fair')
    await clusterer.catchUp(test.app.db)
    const [fresh] = await write([same('rug')])
    await test.app.db.transaction(async (deleting) => {
      await deleting.query('DELETE FROM listings WHERE id = $1', [old])
      expect((await assign(clusterer, [fresh!])).get(fresh!)?.clusterId).toBeNull()
    })
    expect(await groups()).toEqual([])
  })
})

/** Ends once both have come. */
function meeting(count: number): () => Promise<void> {
  let open: () => void
  const all = new Promise<void>((resolve) => {
    open = resolve
  })
  let waiting = 0
  return () => {
    waiting++
    if (waiting === count) open()
    return all
  }
}

describe('two processes at the same moment', () => {
  it('that find the same listing make one cluster of it, and neither has to give way', async () => {
    const [old] = await write([same('piano')], 'bay')
    const pages = [await write([same('piano')]), await write([same('piano')], 'fair')]
    const processes = pages.map(() => {
      const process = testProcess()
      return process
    })
    const [oldRecord] = await records([old!])
    const meet = meeting(2)
    let runs = 0
    await Promise.all(
      processes.map(({ clusterer, index }, i) => {
        index.upsert(oldRecord!)
        return test.app.db.transaction(async (tx) => {
          runs++
          const page = await records(pages[i]!, tx)
          await meet()
          await clusterer.assign(tx, page)
        })
      }),
    )
    expect(runs).toBe(2)
    expect(await groups()).toEqual([[old, ...pages.flat()]])
  })

  it('that write the two sides of a pair, unseen by each other, have it joined by the next look', async () => {
    const processes = [testProcess(), testProcess()]
    await processes[0]!.clusterer.followUp(test.app.db, new AbortController().signal)
    const meet = meeting(2)
    const ids = await Promise.all(
      processes.map(({ clusterer }, i) =>
        test.app.db.transaction(async (tx) => {
          await clusterer.catchUp(tx)
          const { rows } = await tx.query<{ id: number }>(
            `INSERT INTO listings (marketplace, external_id, demo, title, url, description, category, image_urls, state, basis,
               attributes, first_seen_at, last_seen_at, score, scored_at, search)
             VALUES ($1, 'raced', false, $1, 'https://example.com/', 'raced', 'other', '[]', 'active', 'asking', '{}', $2, $2, 0, $2, '')
             RETURNING id`,
            [['shop', 'fair'][i], now],
          )
          await meet()
          const assigned = await clusterer.assign(tx, await records([rows[0]!.id], tx))
          expect(assigned.get(rows[0]!.id)?.clusterId).toBeNull()
          await meet()
          return rows[0]!.id
        }),
      ),
    )
    expect(await groups()).toEqual([])
    const both = ids.toSorted((a, b) => a - b)
    // Whose transactions are older elsewhere on the server put the look off, never past it.
    await until(async () => {
      await processes[1]!.clusterer.followUp(test.app.db, new AbortController().signal)
      return (await groups()).length > 0
    })
    expect(await groups()).toEqual([both])
    // The other process, and a look at these two alone, find nothing left to do.
    const before = await rows()
    await test.app.db.transaction((tx) => processes[0]!.clusterer.reconcile(tx, both))
    expect(await rows()).toEqual(before)
  })

  it('many pages over the same things, people merging and splitting between them: no deadlock, nothing in two clusters', async () => {
    const texts = ['red', 'green', 'blue']
    const pages = await Promise.all(
      ['a', 'b', 'c', 'd'].map((marketplace) =>
        write(
          texts.map((text) => same(text)),
          marketplace,
        ),
      ),
    )
    const all = await records(pages.flat())
    const extra = await write([same('x'), same('y'), same('z')], 'e')
    await test.app.db.transaction((tx) => mergeClusters(tx, owner, extra, now))
    let runs = 0
    const act = (run: (tx: Tx) => Promise<unknown>) =>
      test.app.db.transaction((tx) => {
        runs++
        return run(tx)
      })
    await Promise.all([
      ...pages.map((page, i) => {
        const { clusterer, index } = testProcess()
        for (const record of all) index.upsert(record)
        return act(async (tx) => clusterer.assign(tx, await records(i % 2 ? page : page.toReversed(), tx)))
      }),
      act((tx) => mergeClusters(tx, owner, [pages[0]![0]!, pages[1]![0]!], now)),
      act((tx) => splitListing(tx, owner, extra[2]!, now)),
    ])
    expect(runs).toBe(6)
    const expected = [...texts.map((_, i) => pages.map((page) => page[i]!)), extra.slice(0, 2)]
    expect(await groups()).toEqual(
      expected.map((ids) => ids.toSorted(byNumber)).toSorted((a, b) => byNumber(a[0], b[0])),
    )
  })
})

describe('the look at everything', () => {
  it('joins what was stored before there were clusters, in steps, and goes on where it was stopped', async () => {
    const pairs = Array.from({ length: 150 }, (_, i) => same(`stored ${i}`))
    const a = await write(pairs)
    const b = await write(pairs, 'fair')
    // Stopped after its first step of two.
    const stop = new AbortController()
    const first = testProcess({
      decide: (_, candidates) => {
        stop.abort()
        return candidates.map(({ found }) => found[0]!)
      },
    })
    expect(await first.clusterer.followUp(test.app.db, stop.signal)).toMatchObject({ looked: 200 })
    const second = await testProcess().clusterer.followUp(test.app.db, new AbortController().signal)
    expect(second.looked).toBe(100)
    expect(await groups()).toEqual(a.map((id, i) => [id, b[i]]))
  })

  it('starts over where the database says that its mark is from the future (it was restored elsewhere)', async () => {
    await test.app.db.query(
      `INSERT INTO cluster_progress VALUES (1, '999999999999', '999999999999', 999999999)`,
    )
    const ids = await write([same('restored'), same('restored')])
    await testProcess().clusterer.followUp(test.app.db, new AbortController().signal)
    expect(await groups()).toEqual([ids])
    const { rows } = await test.app.db.query<{ ok: boolean }>(
      'SELECT done_xid <= pg_snapshot_xmax(pg_current_snapshot()) AND sweep_to_xid IS NULL AS ok FROM cluster_progress',
    )
    expect(rows).toEqual([{ ok: true }])
  })

  it('is done by one process at a time', async () => {
    await write([same('x'), same('x')])
    await testProcess().clusterer.followUp(test.app.db, new AbortController().signal)
    await test.app.db.transaction(async (tx) => {
      await tx.query('SELECT FROM cluster_progress FOR UPDATE')
      expect(await testProcess().clusterer.followUp(test.app.db, new AbortController().signal)).toEqual({
        looked: 0,
        joined: 0,
      })
    })
  })
})

describe('the other members', () => {
  it('are given for each listing of a page in one answer, lonely ones left out', async () => {
    const { clusterer } = testProcess()
    const [a, lonely] = await write([same('bike', { priceCents: 20_000 }), same('nothing like it')])
    const [b] = await write([same('bike', { priceCents: 18_000 })], 'fair')
    await assign(clusterer, [a!, b!, lonely!])
    const { id } = (await clusterOfListing(test.app.db, a!, test.app.owner))!
    expect([...(await clusterIdsOf(test.app.db, [a!, b!, lonely!]))].toSorted(([x], [y]) => x - y)).toEqual([
      [a, id],
      [b, id],
    ])
    const others = await otherMembers(test.app.db, [a!, b!, lonely!])
    expect([...others.keys()].toSorted(byNumber)).toEqual([a, b])
    expect(others.get(a!)).toMatchObject([{ listingId: b, marketplace: 'fair', priceCents: 18_000 }])
  })
})
