import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../test/harness/app.ts'
import { createSecrets } from '../core/secrets.ts'
import { openSettings } from '../sources/context.ts'
import { listSources } from '../sources/store.ts'
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
