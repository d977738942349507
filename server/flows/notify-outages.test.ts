import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp, until } from '../../test/harness/app.ts'
import { ruleInput } from '../../test/harness/factories.ts'
import { type FakeServer, startFakeServer } from '../../test/harness/fake-server.ts'
import { createFetch, type Fetch } from '../core/fetch.ts'
import { listNotifications } from '../notify/inbox-store.ts'
import { changeRule, createRule, removeRule } from '../rules/rules.ts'
import { settingsContext } from '../sources/context.ts'
import { watchOutagesJob } from '../sources/jobs.ts'
import { makeScansDue } from '../sources/scanning/scan-store.ts'
import { changeSource, connectSource, disconnectSource } from '../sources/sources.ts'
import { viewSource } from '../sources/state/views.ts'
import { insertSource } from '../sources/store.ts'
import { notifyOutages, unseenSources } from './notify-outages.ts'

const minute = 60_000
const clock = stubClock()
const realFetch = createFetch({ userAgent: 'DealScout/test' })
const fetch: Fetch = (url, options) => realFetch(url, { ...options, hostGapMs: 0 })
const env = { FEED_ALLOW_PRIVATE_NETWORK: 'true' }
let test: TestApp
let site: FakeServer

beforeAll(async () => {
  site = await startFakeServer(seen)
  test = await testApp({ env, overrides: { clock, fetch } })
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
  await realFetch.close()
})
beforeEach(async () => {
  await test.app.db.query('TRUNCATE sources, rules, notifications, adapter_cache CASCADE')
  clock.set('2026-11-22T12:00:00Z')
  site.handle(seen)
})

function seen(_: unknown, response: Parameters<Parameters<FakeServer['handle']>[0]>[1]): void {
  response.end(
    '<rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>Oak table $40</title><link>https://x.example/1</link></item></channel></rss>',
  )
}
const refuse = () => site.handle((_, response) => void response.writeHead(403).end('no'))

const feed = () => ({
  marketplace: 'feed',
  name: 'My feed',
  settings: { url: `${site.baseUrl}/rss` },
  enabled: true,
})
const connect = () => connectSource(test.app.sources, { userId: test.app.owner, roles: ['owner'] }, feed())
const rule = (name: string, channels = ['inbox']) =>
  createRule(test.app.rules, test.app.owner, ruleInput({ name, channels }))
/** The program runs for so long: what is due is scanned, outages are looked for, each minute. */
async function run(minutes: number, scans = true): Promise<void> {
  for (let i = 0; i < minutes; i++) {
    if (scans) await test.app.sources.runDue()
    await notifyOutages(test.app.notify)
    clock.advance(minute)
  }
}
async function notified() {
  const rows = await listNotifications(test.app.db, { userId: test.app.owner, beforeId: null, limit: 200 })
  return rows.filter(({ kind }) => kind === 'outage' || kind === 'recovered').reverse()
}
const kinds = async () => (await notified()).map(({ kind }) => kind)

describe('a source that the rules of a person depend on', () => {
  it('is notified as an outage once, since when, why, for which rules and what to do, and once as seen again', async () => {
    await connect()
    for (const name of ['Sofa', 'Desk', 'Lamp', 'Harp', 'Bike', 'Oven'])
      await rule(name, name === 'Oven' ? ['discord'] : ['inbox'])
    await run(3)
    refuse()
    await run(60)
    const [outage, ...more] = await notified()
    expect(more).toEqual([])
    expect(outage!.message.title).toBe('Cannot see My feed since 2026-11-22 12:00 UTC')
    const text = outage!.message.lines!.join('\n')
    expect(text).toMatch(/^Nothing was seen there since 2026-11-22 12:00 UTC\. .*refused to answer/)
    expect(text).toMatch(
      /Scans pause and try again by themselves.*It is tried again at 2026-11-22 12:\d\d UTC\./,
    )
    expect(text).toContain('your rules “Sofa”, “Desk”, “Lamp”, “Harp”, “Bike”, and 1 more.')
    expect(outage!.message).toMatchObject({ kind: 'outage', items: [], demo: false })
    expect(outage!.deliveries.map(({ channel }) => channel).toSorted()).toEqual(['discord', 'inbox'])
    expect(outage!.createdAt).toEqual(new Date('2026-11-22T12:12:00Z'))
    site.handle(seen)
    await run(60)
    expect(await kinds()).toEqual(['outage', 'recovered'])
    const recovered = (await notified())[1]!.message
    expect(recovered.title).toBe('My feed is seen again')
    expect(recovered.lines![0]).toMatch(
      /^It was not seen from 2026-11-22 12:00 UTC to 2026-11-22 1[23]:\d\d UTC\./,
    )
    refuse()
    await run(30)
    expect(await kinds()).toEqual(['outage', 'recovered', 'outage'])
  })

  it('that is merely late, or refuses once, is not notified', async () => {
    await connect()
    await rule('Sofa')
    await run(1)
    await run(10, false)
    await makeScansDue(test.app.db, clock.now())
    await run(30)
    expect(await kinds()).toEqual([])
  })

  it('is notified when its scans do not run at all, and sources say so too', async () => {
    const { id } = await connect()
    await rule('Sofa')
    await run(1)
    await run(20, false)
    const [outage] = await notified()
    expect(outage!.message.lines!.join(' ')).toMatch(
      /Its scans do not run\. Check that Deal Scout runs with the role worker/,
    )
    expect(await viewSource(test.app.sources, test.app.owner, id)).toMatchObject({
      state: 'outage',
      outageSince: '2026-11-22T12:00:00.000Z',
      stateReason: expect.stringMatching(/^Nothing seen since 2026-11-22 12:00 UTC: Its scans do not run\./),
    })
    // For the figures that others keep: nothing that a person typed.
    expect(await unseenSources(test.app.notify)).toEqual([{ marketplace: 'feed', seconds: 1260 }])
    await run(1)
    expect(await kinds()).toEqual(['outage', 'recovered'])
    expect(await viewSource(test.app.sources, test.app.owner, id)).toMatchObject({
      state: 'ok',
      outageSince: null,
      stateReason: null,
    })
  })

  it('has an interval to be seen after the program was off, over night or longer', async () => {
    await connect()
    await rule('Sofa')
    await run(10)
    clock.advance(9 * 60 * minute)
    await notifyOutages(test.app.notify)
    await run(10)
    expect(await kinds()).toEqual([])
    clock.advance(9 * 60 * minute)
    refuse()
    await run(5)
    expect(await kinds()).toEqual([])
    await run(5)
    expect(await kinds()).toEqual(['outage'])
  })

  it('that no rule is asked at is nobody’s loss: one that was not planned, or only is again', async () => {
    await connectSource(
      test.app.sources,
      { userId: test.app.owner, roles: ['owner'] },
      { ...feed(), browse: true },
    )
    refuse()
    await run(40)
    expect(await kinds()).toEqual([])
    const made = await rule('Sofa')
    await run(2)
    expect(await kinds()).toEqual(['outage'])
    await removeRule(test.app.rules, test.app.owner, made.id)
    site.handle(seen)
    await run(60)
    expect(await kinds()).toEqual(['outage'])
  })

  it('goes on being notified once while rules are edited', async () => {
    await connect()
    const made = await rule('Sofa')
    await run(1)
    refuse()
    for (const name of ['Sofas', 'Couch', 'Couches']) {
      await run(15)
      await changeRule(test.app.rules, test.app.owner, made.id, ruleInput({ name }))
    }
    expect(await kinds()).toEqual(['outage'])
  })

  it('that is switched off or removed is in no outage any longer, and not seen either', async () => {
    const { id } = await connect()
    await rule('Sofa')
    refuse()
    await run(20)
    expect(await kinds()).toEqual(['outage'])
    await changeSource(test.app.sources, { userId: test.app.owner, roles: ['owner'] }, id, {
      ...feed(),
      enabled: false,
    })
    await run(3)
    const { rows } = await test.app.db.query('SELECT FROM blind_notices WHERE cleared_at IS NULL')
    expect(rows).toEqual([])
    await changeSource(test.app.sources, { userId: test.app.owner, roles: ['owner'] }, id, feed())
    await run(20)
    expect(await kinds()).toEqual(['outage', 'outage'])
    await disconnectSource(test.app.sources, test.app.owner, id)
    site.handle(seen)
    await run(20)
    expect(await kinds()).toEqual(['outage', 'outage'])
  })

  it('of the demo is not notified', async () => {
    await test.app.db.transaction(async (tx) => {
      const settings = test.app.sources.secrets.seal('{}', settingsContext)
      await insertSource(tx, {
        shared: true,
        ...{
          userId: test.app.owner,
          marketplace: 'feed',
          name: 'Demo feed',
          settings,
          demo: true,
          enabled: true,
        },
        ...{ browse: true, intervalMs: minute, createdAt: clock.now() },
      })
    })
    await rule('Sofa')
    await run(20)
    expect(await kinds()).toEqual([])
  })

  it('is notified once by many schedulers at once', async () => {
    await connect()
    await rule('Sofa')
    refuse()
    await run(10)
    clock.advance(2 * minute)
    await Promise.all(Array.from({ length: 8 }, () => notifyOutages(test.app.notify)))
    expect(await kinds()).toEqual(['outage'])
    site.handle(seen)
    await makeScansDue(test.app.db, clock.now())
    await test.app.db.query('UPDATE sources SET cool_down_until = NULL')
    await test.app.sources.runDue()
    await Promise.all(Array.from({ length: 8 }, () => notifyOutages(test.app.notify)))
    expect(await kinds()).toEqual(['outage', 'recovered'])
  })
})

it('the scheduler has it looked at each minute, and a worker does', async () => {
  await using running = await testApp({ roles: ['worker', 'scheduler'], env, overrides: { fetch } })
  const { rows } = await running.app.db.query('SELECT name FROM jobs.schedule WHERE cron = $1 ORDER BY 1', [
    '* * * * *',
  ])
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['poll-watches', 'watch-outages']))
  await (await running.app.openQueue(false)).send(watchOutagesJob, {})
  await until(async () => {
    const awake = await running.app.db.query(`SELECT FROM adapter_cache WHERE key = 'blindness: awake since'`)
    return awake.rowCount > 0
  })
})
