import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Attack, hold, type World } from '../contract.ts'
import { upload } from '../world/http.ts'
import type { Target } from '../world/target.ts'
import { importOne, type Listener, lastRuns, soon, startListener } from './lib-people.ts'

/** Room for an embedded database and little more. */
const sizeMb = 400
const backMsMax = 60_000
/** What is left free: nothing; or room for rows, but not for another segment (16 MB) of the database's log, without which it stops. */
const rooms = { full: 0, 'no-room-for-log': 12 * 1024 * 1024 }

const disk: Attack = {
  name: 'disk',
  about: 'a data folder whose disk is full for a while, with the embedded database on it',
  needs: () =>
    process.platform === 'linux' && process.getuid?.() === 0
      ? null
      : 'needs root on Linux, for a small tmpfs',
  async run(world) {
    const dataDir = mountSmall(world)
    const listener = await startListener(world)
    const target = await world.start({ dataDir, env: { ...listener.env, DEAL_SCOUT_DEMO: 'on' } })
    await listener.connect(target, 'zither')
    for (let round = 0; round < 3; round++) {
      for (const [name, roomBytes] of Object.entries(rooms)) {
        // A database that is down answers no sooner than its wait is over.
        const limits = { livezMs: 1_000 }
        const full = { dataDir, listener, round, roomBytes, random: world.random }
        const held = await world.attempt(`${name}-${round}`, () => fullForAWhile(target, full), limits)
        // The next ones are about another full disk, not about what this one left.
        if (held === false) await target.revive()
      }
      if (world.leftMs() < backMsMax) break
    }
  },
}
export default disk

function mountSmall(world: World): string {
  const path = join(world.folder, 'small')
  mkdirSync(path)
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m,mode=711`, 'tmpfs', path], {
    encoding: 'utf8',
  })
  hold(done.status === 0, `a tmpfs cannot be mounted here: ${done.stderr}`)
  world.defer(() => spawnSync('umount', ['-l', path]))
  const data = join(path, 'data')
  mkdirSync(data)
  chmodSync(data, 0o711)
  return data
}

interface Full {
  dataDir: string
  listener: Listener
  round: number
  roomBytes: number
  random(): number
}

async function fullForAWhile(target: Target, full: Full): Promise<void> {
  const { dataDir, listener, round, roomBytes } = full
  const ballast = join(dataDir, '../ballast')
  const pid = target.pid()
  const until = performance.now() + 20_000
  let refused = 0
  try {
    for (let n = 0; performance.now() < until; n++) {
      leave(ballast, roomBytes)
      const source = `disk-${round}-${roomBytes === 0 ? 'full' : 'log'}`
      if (!(await importBulk(target, source, n, full.random))) refused++
      await sleep(100)
    }
  } finally {
    rmSync(ballast, { force: true })
  }
  await soon(
    async () => (await target.ask({ method: 'GET', path: '/readyz' })).status === 200,
    backMsMax,
    `after a full disk (${refused} imports refused) it was not ready`,
  )
  const title = `Zither after disk ${round} with room for ${roomBytes}`
  await soon(
    () => importOne(target, title).then(() => true),
    backMsMax,
    `after a full disk (${refused} imports refused) no listing was taken in`,
  )
  await listener.hears(title, 60_000)
  const before = Date.now()
  await soon(async () => (await lastRuns(target)).some((at) => at > before), 90_000, 'nothing was scanned')
  hold(target.isAlive() && target.pid() === pid, 'it was not the same process any more')
  hold(refused > 0, 'the disk was never full for it: the attack did not work')
}

/** Listings with texts that cannot be packed; false when they were not taken in. */
async function importBulk(target: Target, source: string, n: number, random: () => number): Promise<boolean> {
  const rows = Array.from({ length: 150 }, (_, at) => {
    const description = Array.from({ length: 900 }, () => Math.floor(random() * 2 ** 50).toString(36)).join(
      ' ',
    )
    return JSON.stringify({
      source,
      id: `${n}-${at}`,
      title: `Flugelhorn ${n} ${at}`,
      description,
      url: `https://example.com/${n}/${at}`,
      price: 20,
      currency: 'USD',
    })
  })
  const { parts, headers } = upload('bulk.jsonl', [Buffer.from(rows.join('\n'))])
  const answer = await target
    .ask({ method: 'POST', path: '/api/imports', headers, body: Readable.from(parts), timeoutMs: 30_000 })
    .catch(() => null)
  return answer?.status === 200
}

/** Grows or shrinks the ballast so that this much is free. */
function leave(ballast: string, roomBytes: number): void {
  const file = openSync(ballast, 'a+')
  try {
    const free = statfsSync(ballast)
    const spare = free.bavail * free.bsize - roomBytes
    if (spare < 0) ftruncateSync(file, Math.max(0, fstatSync(file).size + spare))
    for (let left = spare; left > 0; ) left -= writeSync(file, Buffer.alloc(Math.min(left, 1024 * 1024)))
  } catch {
    // Full before we thought so.
  } finally {
    closeSync(file)
  }
}
