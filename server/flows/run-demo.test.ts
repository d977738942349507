import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { addPerson, makeRule } from '../../test/harness/people.ts'
import type { Authorized } from '../core/actor.ts'
import { createSecrets } from '../core/secrets.ts'
import { dealQuery } from '../listings/deals/deal-schema.ts'
import { dealsPage } from '../listings/deals/deals.ts'
import { listNotifications } from '../notify/inbox-store.ts'
import { getRule } from '../rules/store.ts'
import { openSettings } from '../sources/context.ts'
import { listSources } from '../sources/store.ts'
import { ingest } from './ingest.ts'
import { matchRule } from './match-rule.ts'
import { previewStored } from './preview-rule.ts'
import { runDemo, worldHeader } from './run-demo.ts'

let test: TestApp
const undo: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  test = await testApp()
})
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
  await test[Symbol.asyncDispose]()
})

/** A process's part in the demo, looking for the first time. */
async function take(over: { secrets?: ReturnType<typeof createSecrets> } = {}) {
  const { app } = test
  const deps = { ...app.sources, log: pino({ level: 'silent' }), ruleDeps: app.rules, owner: app.owner }
  const running = await runDemo({ ...deps, mode: 'on', embedded: false, ...over }).start()
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= running.stop())
  undo.push(stop)
  return stop
}

async function addresses(): Promise<string[]> {
  const rows = await listSources(test.app.db)
  return rows.map(({ settings }) => String(openSettings(test.app.sources.secrets, settings).demoBaseUrl))
}

const worldAt = async (address: string) =>
  (await fetch(`${address}/images/`).catch(() => null))?.headers.get(worldHeader) ?? null

it('a second process leaves the demo where it is, takes over the same address when the first goes, and gives nothing up when that comes back', async () => {
  const stopFirst = await take()
  const before = await addresses()
  const world = await worldAt(before[0]!)
  expect(new Set(before).size).toBe(1)
  const stopSecond = await take()
  expect(await addresses()).toEqual(before)
  await stopFirst()
  await until(async () => (await worldAt(before[0]!)) === world)
  await take()
  expect(await addresses()).toEqual(before)
  await stopSecond()
  await until(async () => (await worldAt(before[0]!)) === world)
  expect(await addresses()).toEqual(before)
})

it('two that begin at the same moment make one demo, whose address answers', async () => {
  await Promise.all([take(), take(), take()])
  await until(async () => {
    const [address] = await addresses()
    return address !== undefined && (await worldAt(address)) !== null
  })
  expect(await addresses()).toHaveLength(2)
  const { rows } = await test.app.db.query('SELECT name FROM rules')
  expect(rows).toHaveLength(4)
})

it('an address that a stranger has got is left to it: the sources point to who answers', async () => {
  const stop = await take()
  const [address] = await addresses()
  await stop()
  const stranger = createServer((_, response) => response.end('I am a printer.'))
  await new Promise<void>((done) => stranger.listen(Number(new URL(address!).port), '127.0.0.1', done))
  undo.push(async () => {
    stranger.closeAllConnections()
    stranger.close()
  })
  await take()
  const [now] = await addresses()
  expect(now).not.toBe(address)
  expect(await worldAt(now!)).not.toBeNull()
})

it('a demo whose settings were sealed with a key that is gone is made up again', async () => {
  const stop = await take()
  await stop()
  const other = createSecrets({ keys: [randomBytes(32)] })
  await take({ secrets: other })
  const { rows } = await test.app.db.query<{ settings: string }>('SELECT settings FROM sources')
  const opened = rows.map(({ settings }) => openSettings(other, settings))
  expect(opened).toMatchObject([{ demoBaseUrl: expect.anything() }, { demoBaseUrl: expect.anything() }])
})

it('is the owner’s: another person sees its listings, marked, and no rule of theirs takes one', async () => {
  const { app } = test
  const anna = await addPerson(app.db, 'Anna')
  const [mine, hers] = [await makeRule(app, app.owner, 'mine'), await makeRule(app, anna, 'hers')]
  const take = (demo: boolean) =>
    ingest(app.pipeline, {
      sightings: [{ marketplace: 'feed', seen: seenListing(), observedAtMs: app.clock.now().getTime() }],
      ...{ sourceId: null, scanId: null, demo },
    })
  await take(true)
  const matched = async () =>
    (
      await app.db.query<{ ruleId: number; demo: boolean }>(
        `SELECT m.rule_id AS "ruleId", l.demo FROM matches m JOIN listings l ON l.id = m.listing_id ORDER BY m.id`,
      )
    ).rows
  const notified = async (userId: Authorized<'read'>) =>
    (await listNotifications(app.db, { userId, beforeId: null, limit: 10 })).length
  expect(await matched()).toEqual([{ ruleId: mine.id, demo: true }])
  // What is there already is not taken by a rule that looks at it, either, and the preview promises nothing else.
  await matchRule(app.reconsider, hers.id, hers.revision)
  expect(await matched()).toHaveLength(1)
  expect([await notified(app.owner), await notified(anna)]).toEqual([1, 0])
  const draft = (await getRule(app.db, anna, hers.id))!
  expect((await previewStored(app.reconsider, draft)).matches).toBe(0)
  const seen = await dealsPage(app.listings, anna, dealQuery.parse({}))
  expect(seen.items.map(({ demo }) => demo)).toEqual([true])
  const why = await app.traces.traceRule(anna, {
    ...{ ruleId: hers.id, listingId: seen.items[0]!.id, timeZone: undefined },
  })
  expect(why.fits).toMatchObject({ verdict: 'no', conditions: [{ condition: 'demo', outcome: 'no' }] })
  await take(false)
  expect((await matched()).slice(1)).toEqual(
    expect.arrayContaining([
      { ruleId: mine.id, demo: false },
      { ruleId: hers.id, demo: false },
    ]),
  )
  expect([await notified(app.owner), await notified(anna)]).toEqual([2, 1])
})
