import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../../test/harness/app.ts'
import { loadAllAdapters } from './adapters.ts'
import { createApp } from './app.ts'
import { loadConfig } from './config.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-database-'))
  chmodSync(folder, 0o711)
  undo.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** A whole program on the embedded database of that folder. */
async function start(dataDir: string) {
  const adapters = await loadAllAdapters()
  const config = loadConfig({
    env: { DEAL_SCOUT_DATA: dataDir, DEAL_SCOUT_PORT: '0', DEAL_SCOUT_DEMO: 'off' },
    cwd: dataDir,
    adapterOptions: [...adapters.marketplaces.values(), ...adapters.channels.values()].flatMap(
      ({ options }) => options,
    ),
  })
  const app = await createApp(config, adapters, { log: pino({ level: 'silent' }) })
  undo.push(() => app.close())
  const address = (await app.start(['api', 'worker', 'scheduler']))!
  return { app, address, get: (path: string) => fetch(address + path) }
}

const pidFile = (dataDir: string) =>
  readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')

/** Takes the port as soon as it is free. */
async function occupy(port: number): Promise<Server> {
  const server = createServer((socket) => socket.end('I am a printer.\n'))
  server.on('error', () => {})
  await until(async () => {
    if (!server.listening) server.listen(port, '127.0.0.1')
    return new Promise<boolean>((done) => setImmediate(() => done(server.listening)))
  })
  return server
}

describe('an embedded database that was killed', () => {
  it('and finds its port taken is followed by every process that shares it, with their listeners and jobs', async () => {
    const dataDir = dataFolder()
    const [first, second] = [await start(dataDir), await start(dataDir)]
    const heard: string[] = []
    const listening = await second.app.db.listen('news', (payload) => heard.push(payload))
    undo.push(() => listening.close())
    const [pid, , , port] = pidFile(dataDir).map(Number)
    process.kill(pid!, 'SIGKILL')
    const stranger = await occupy(port!)
    undo.push(() => stranger.close())
    for (const { get } of [first, second]) {
      await until(async () => {
        const { status } = await get('/api/rules')
        expect([200, 503]).toContain(status)
        return status === 200
      })
    }
    const now = new URL(first.app.db.connectionString)
    expect(now.port).not.toBe(String(port))
    expect(second.app.db.connectionString).toBe(now.href)
    await until(async () => {
      await first.app.db.query(`SELECT pg_notify('news', 'hello')`)
      return heard.includes('hello')
    })
    const post = await fetch(`${second.address}/api/rules`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Bikes', keywords: { all: ['bike'] } }),
    })
    expect(post.status).toBe(201)
    // Its look at what is stored is a job, which one of the two does.
    await until(
      async () =>
        (await first.app.openQueue(false))
          .counts()
          .then((all) => all.every(({ waiting, active }) => waiting + active === 0)),
      30_000,
    )
  })
})
