import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { LiveNote } from '../../server/core/live-schema.ts'
import { tellLive, tellLiveNow } from '../../server/core/live-store.ts'
import { replayedMax } from '../../server/live/live.ts'
import { type TestDatabase, testDatabase } from '../harness/database.ts'
import { type Follower, follow } from '../harness/event-stream.ts'
import { openTestApp, type TestApp } from '../harness/open-app.ts'
import { dataFolder, startServer } from '../harness/program.ts'
import { until } from '../harness/until.ts'

let database: TestDatabase
/** Writes; serves nobody. */
let writer: TestApp
const undo: (() => unknown)[] = []
beforeAll(async () => {
  database = await testDatabase()
  writer = await openTestApp(database)
})
afterAll(async () => {
  for (const step of undo.splice(0).reverse()) await step()
  await writer?.[Symbol.asyncDispose]()
})

function environment(): Record<string, string> {
  const data = dataFolder()
  undo.push(() => data[Symbol.dispose]())
  return {
    ...database.env,
    ...{ DEAL_SCOUT_DATA: data.path, DEAL_SCOUT_PORT: '0', DEAL_SCOUT_DEMO: 'off' },
    ...{ DEAL_SCOUT_ROLES: 'api', DEAL_SCOUT_SECRET_KEYS: Buffer.alloc(32, 7).toString('base64') },
  }
}

async function ids(): Promise<string[]> {
  const { rows } = await writer.app.db.query<{ id: string }>(
    `SELECT xid::text || '-' || id || '-' || salt AS id FROM live_events WHERE kind <> 'begin' ORDER BY xid, id`,
  )
  return rows.map(({ id }) => id)
}

/**
 * Writes until it is stopped: many at once, some that commit long after others that began later, never more ahead of `followed`
 * than is told again.
 */
function load(followed: () => number) {
  let isOver = false
  let count = 0
  const lane = async (n: number) => {
    while (!isOver) {
      if (count - followed() > replayedMax - 200) {
        await sleep(20)
        continue
      }
      const note: LiveNote = { userId: null, kind: 'listings-new', data: { count: 1, ids: [++count] } }
      await writer.app.db.transaction(async (tx) => {
        await (n % 2 === 0 ? tellLive : tellLiveNow)(tx, [note])
        await tx.query('SELECT pg_sleep($1)', [n === 0 ? 0.3 : Math.random() * 0.02])
      })
    }
  }
  const lanes = [0, 1, 2, 3].map(lane)
  return {
    count: () => count,
    async stop() {
      isOver = true
      await Promise.all(lanes)
    },
  }
}

const seenIds = (follower: Follower) => follower.told().map(({ id }) => id)

async function expectAll(followers: readonly Follower[], before: number): Promise<void> {
  const all = (await ids()).slice(before)
  for (const follower of followers) {
    const resets = () => follower.seen.filter(({ kind }) => kind === 'reset')
    await until(async () => follower.told().length >= all.length || resets().length > 0)
    expect(resets()).toEqual([])
    expect(seenIds(follower)).toEqual(all)
  }
}

it('of two API processes one is killed under load and started again: each follower has seen what is in the database, once and in its order', async () => {
  const env = environment()
  await using one = await startServer({ env: environment() })
  let other = await startServer({ env })
  undo.push(() => other[Symbol.asyncDispose]())
  const before = (await ids()).length
  await using atOne = follow(one.address)
  await using atOther = follow(() => other.address)
  await until(async () => atOne.seen.length > 0 && atOther.seen.length > 0)
  const writing = load(() => atOther.told().length)
  for (let kills = 0; kills < 2; kills++) {
    const reached = atOther.told().length + 50
    await until(async () => atOther.told().length >= reached)
    process.kill(other.pid(), 'SIGKILL')
    await until(async () => !atOther.isOpen)
    other = await startServer({ env })
  }
  await until(async () => atOther.isOpen)
  const reached = writing.count() + 50
  await until(async () => writing.count() >= reached)
  await writing.stop()
  expect(atOther.opened).toBeGreaterThan(2)
  await expectAll([atOne, atOther], before)
})

it('a way that is cut in the middle of events, again and again, loses none and doubles none', async () => {
  await using server = await startServer({ env: environment() })
  await using proxy = await cuttingProxy(Number(new URL(server.address).port))
  const before = (await ids()).length
  await using follower = follow(proxy.address)
  await until(async () => follower.seen.length > 0)
  const writing = load(() => follower.told().length)
  await until(async () => proxy.cuts() >= 8)
  proxy.mend()
  await writing.stop()
  await expectAll([follower], before)
})

/** Cuts each connection after some bytes of what is answered, more each time, until it is mended. */
async function cuttingProxy(port: number) {
  let cuts = 0
  let isMended = false
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const onward = createConnection(port, '127.0.0.1')
    for (const socket of [client, onward]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => open.delete(socket))
    }
    client.pipe(onward)
    client.once('close', () => onward.destroy())
    let left = 1_500 + cuts * 137
    onward.on('data', (piece: Buffer) => {
      client.write(isMended ? piece : piece.subarray(0, left))
      left -= piece.length
      if (isMended || left > 0) return
      cuts++
      client.end()
      onward.destroy()
    })
    onward.once('close', () => client.end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    mend() {
      isMended = true
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}
