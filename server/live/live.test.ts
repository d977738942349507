import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../test/harness/app.ts'
import { follow } from '../../test/harness/event-stream.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { addPerson } from '../../test/harness/people.ts'
import { claimedHouse } from '../accounts/test-kit.ts'
import { asProgram } from '../core/actor.ts'
import type { Db } from '../core/db.ts'
import type { LiveNote } from '../core/live-schema.ts'
import { tellLive, tellLiveNow } from '../core/live-store.ts'
import { ingest } from '../flows/ingest.ts'
import { createLive, replayedMax, streamsMax } from './live.ts'
import { deleteOldLiveEvents } from './store.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())

const news = (id: number): LiveNote => ({
  ...{ userId: null, kind: 'listings-new' },
  data: { count: 1, ids: [id] },
})
const tell = (...notes: LiveNote[]) => test.app.db.transaction((tx) => tellLiveNow(tx, notes))
const openStream = async () => {
  const follower = follow(test.address!)
  await until(async () => follower.seen.some(({ kind }) => kind === 'ready'))
  return follower
}

/** All that is in the database, by the ids by which it is told. */
async function written(where = 'true'): Promise<string[]> {
  const { rows } = await test.app.db.query<{ id: string }>(
    `SELECT xid::text || '-' || id || '-' || salt AS id FROM live_events WHERE kind <> 'begin' AND ${where} ORDER BY xid, id`,
  )
  return rows.map(({ id }) => id)
}
/** Other databases of the server have transactions under way too, and nothing is told that is not older than all of them. */
const settled = () =>
  until(async () => (await written('xid >= pg_snapshot_xmin(pg_current_snapshot())')).length === 0)
const idsIn = (follower: { told(): { id: string }[] }) => follower.told().map(({ id }) => id)

describe('a stream', () => {
  it('says it is ready, and tells what is written then, with an id, as JSON, kept and packed by nobody', async () => {
    await using follower = await openStream()
    await tell(news(71))
    await until(async () => follower.told().length === 1)
    expect(follower.told()[0]).toMatchObject({ kind: 'listings-new', data: { count: 1, ids: [71] } })
    const response = await fetch(`${test.address}/api/stream`, { headers: { 'accept-encoding': 'br, gzip' } })
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-encoding')).toBeNull()
    await response.body!.cancel()
  })

  it('does not pass over what was begun before it and committed after it', async () => {
    await using follower = await openStream()
    const before = (await written()).length
    const began = Promise.withResolvers<void>()
    const mayCommit = Promise.withResolvers<void>()
    const late = test.app.db.transaction(async (tx) => {
      await tellLive(tx, [news(1)])
      began.resolve()
      await mayCommit.promise
    })
    await began.promise
    await tell(news(2))
    // Woken, and read again since, without what waits.
    await until(async () => (await written()).length === before + 1)
    mayCommit.resolve()
    await late
    await until(async () => follower.told().length === 2)
    expect(follower.told().map(({ data }) => (data as { ids: number[] }).ids[0])).toEqual([1, 2])
    expect(idsIn(follower)).toEqual((await written()).slice(before))
  })

  it('tells who comes back what was missed, once and in order, while more is written', async () => {
    const first = await openStream()
    await tell(news(1))
    await until(async () => first.told().length === 1)
    const lastId = first.told()[0]!.id
    await first[Symbol.asyncDispose]()
    const writing = Promise.all(Array.from({ length: 150 }, (_, n) => tell(news(n + 2))))
    await using again = follow(test.address!, { lastId })
    await writing
    const all = (await written()).filter((id) => id !== lastId)
    const behind = all.slice(-150)
    await until(async () => again.told().length >= 150)
    expect(idsIn(again)).toEqual(behind)
  })

  it('says reset where the last id is too old, of another database, or none at all', async () => {
    await settled()
    const old = (await written())[0]!
    for (const lastId of ['0-0-0', 'rubbish', old.replace(/\d+$/, '5')]) {
      await using follower = follow(test.address!, { lastId })
      await until(async () => follower.seen.length >= 2)
      expect([lastId, ...follower.seen.map(({ kind }) => kind)]).toEqual([lastId, 'reset', 'ready'])
    }
    await test.app.db.query(`UPDATE live_events SET at = now() - interval '2 days'`)
    await tell(news(1))
    await test.app.db.query(`UPDATE live_events SET at = now() - interval '2 days'`)
    expect(await deleteOldLiveEvents(test.app.db, 10_000)).toBeGreaterThan(0)
    await using follower = follow(test.address!, { lastId: old })
    await until(async () => follower.seen.length >= 2)
    expect(follower.seen.map(({ kind }) => kind)).toEqual(['reset', 'ready'])
    // The last of all stays: it is where the next stream begins.
    expect(await written()).toHaveLength(1)
  })

  it('says reset to who missed more than is told again, after the beginning of it', async () => {
    await tell(news(1))
    const last = (await written()).at(-1)
    await test.app.db.transaction((tx) =>
      tellLive(
        tx,
        Array.from({ length: replayedMax + 1 }, (_, n) => news(n + 1)),
      ),
    )
    await settled()
    await using follower = follow(test.address!, { lastId: last! })
    await until(async () => follower.seen.some(({ kind }) => kind === 'ready'))
    expect(follower.seen.at(-2)!.kind).toBe('reset')
    expect(follower.told()).toHaveLength(replayedMax)
    await tell(news(9))
    await until(async () => follower.told().length === replayedMax + 1)
  })

  it('is one question to the database for all streams of a process, however many they are', async () => {
    let asked = 0
    const counting: Db = Object.assign(Object.create(test.app.db), {
      query(text: string, values: unknown[], name: string) {
        if (name === 'live-events-after') asked++
        return test.app.db.query(text, values, name)
      },
    })
    const live = createLive({
      ...{ db: counting, log: pino({ level: 'silent' }), beatMs: 20 },
      endedAmong: async () => [],
    })
    const texts: string[] = []
    for (let person = 1; person <= 100; person++) {
      const viewer = { userId: asProgram(person), isSteady: true }
      const { readable } = await live.open(viewer, null, () => {})
      texts.push('')
      readable.on('data', (piece) => {
        texts[person - 1] += String(piece)
      })
    }
    const before = asked
    await tell(news(5))
    await until(async () => texts.every((text) => text.includes('listings-new')))
    expect(texts.every((text) => text.includes('event: beat'))).toBe(true)
    expect(asked - before).toBeLessThan(20)
    expect(live.count()).toBe(100)
    await live.close()
  })

  it('ends at once when the program closes', async () => {
    const own = await testApp({ roles: ['api'] })
    await using follower = follow(own.address!, { comesBack: false })
    await until(async () => follower.isOpen)
    const startedAt = performance.now()
    await own.app.close()
    // Requests under way may go on for ten seconds.
    expect(performance.now() - startedAt).toBeLessThan(9_000)
    await until(async () => !follower.isOpen)
    await own[Symbol.asyncDispose]()
  })
})

describe('of several people', () => {
  it('nobody is told what is another’s: their messages, rules, marks and what only their feed has shown', async () => {
    await using house = await claimedHouse()
    const { app } = house.test
    const ben = await house.member('ben@example.com', 'viewer')
    const cookie = (of: typeof ben) => [...of.cookies].map((pair) => pair.join('=')).join('; ')
    await using owners = follow(house.address, { headers: { cookie: cookie(house.owner) } })
    await using bens = follow(house.address, { headers: { cookie: cookie(ben) } })
    await until(async () => owners.isOpen && bens.isOpen)
    await until(async () => owners.seen.length > 0 && bens.seen.length > 0)
    const anna = await addPerson(app.db, 'Anna')
    const take = (ownerId: number | null, title: string) =>
      ingest(app.pipeline, {
        sightings: [
          { marketplace: 'feed', seen: seenListing({ title, externalId: title }), observedAtMs: Date.now() },
        ],
        ...{ sourceId: null, scanId: null, demo: false, ownerId },
      })
    await take(anna, 'hers')
    await take(app.owner, 'mine')
    const rule = await house.owner.call('POST', '/api/rules', {
      ...{ name: 'Chairs', keywords: { all: ['chair'] }, currency: 'USD' },
    })
    expect(rule.status).toBe(201)
    await take(null, 'everybody')
    const last = (of: typeof owners) => of.told().filter(({ kind }) => kind === 'listings-new').length
    await until(async () => last(owners) >= 2 && last(bens) >= 1)
    const { rows } = await app.db.query<{ id: number; ownerId: number | null }>(
      'SELECT id, owner_id AS "ownerId" FROM listings ORDER BY id',
    )
    const idsFor = (person: number | null) =>
      rows.filter(({ ownerId }) => ownerId === null || ownerId === person).map(({ id }) => id)
    const named = (of: typeof owners) =>
      of
        .told()
        .filter(({ kind }) => kind === 'listings-new')
        .flatMap(({ data }) => (data as { ids: number[] }).ids)
    expect(named(owners)).toEqual(idsFor(app.owner))
    expect(named(bens)).toEqual(idsFor(null))
    expect(owners.told().map(({ kind }) => kind)).toContain('rules-changed')
    expect(bens.told().every(({ kind }) => kind === 'listings-new')).toBe(true)
    // Neither what is told again to who comes back from the beginning.
    const { rows: first } = await app.db.query<{ id: string }>(
      `SELECT xid::text || '-' || id || '-' || salt AS id FROM live_events WHERE kind = 'begin'`,
    )
    await using again = follow(house.address, { headers: { cookie: cookie(ben) }, lastId: first[0]!.id })
    await until(async () => again.seen.some(({ kind }) => kind === 'ready'))
    expect(named(again)).toEqual(idsFor(null))
    expect(again.told().every(({ kind }) => kind === 'listings-new')).toBe(true)
  })

  it('a stream ends when its session or key does, and a person has so many at the most', async () => {
    await using house = await claimedHouse()
    const anna = await house.member('anna@example.com')
    const made = await anna.call('POST', '/api/auth/keys', { name: 'Stream', scope: 'read' })
    expect(made.status).toBe(201)
    const { key, id } = made.body as { key: string; id: number }
    const cookie = [...anna.cookies].map((pair) => pair.join('=')).join('; ')
    await using byKey = follow(house.address, { headers: { authorization: `Bearer ${key}` } })
    await using bySession = follow(house.address, { headers: { cookie } })
    await until(async () => byKey.isOpen && bySession.isOpen)
    await using others = new AsyncDisposableStack()
    for (let n = 2; n < streamsMax; n++) others.use(follow(house.address, { headers: { cookie } }))
    await until(async () => (await streamsOf(house)) === streamsMax)
    const refused = await anna.call('GET', '/api/stream')
    expect([refused.status, refused.body]).toMatchObject([429, { code: 'too-many-streams' }])
    expect((await anna.call('DELETE', `/api/auth/keys/${id}`)).status).toBe(204)
    await until(async () => byKey.status === 401)
    expect(bySession.isOpen).toBe(true)
    expect((await anna.call('POST', '/api/auth/sign-out')).status).toBeLessThan(300)
    await until(async () => bySession.status === 401)
    await until(async () => (await streamsOf(house)) === 0)
  })
})

async function streamsOf(house: {
  address: string
  owner: { call: TestApp['call'] | never }
}): Promise<number> {
  const text = await (await fetch(`${house.address}/metrics`)).text()
  return Number(/^deal_scout_live_streams (\d+)/m.exec(text)?.[1])
}
