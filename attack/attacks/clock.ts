import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Attack, hold, type World } from '../contract.ts'
import type { Target } from '../world/target.ts'
import { importOne, type Listener, lastRuns, soon, startListener } from './lib-people.ts'

const jumpMs = 15_000
/** A demo source is read every 20 s; twice that, and some. */
const scannedMsMax = 60_000
const deliveredMsMax = 90_000

/** From Debian's package `faketime`. */
function faketimeLibrary(): string | null {
  const folders = [
    '/usr/lib/x86_64-linux-gnu/faketime',
    '/usr/lib/aarch64-linux-gnu/faketime',
    '/usr/lib/faketime',
    '/usr/local/lib/faketime',
  ]
  const found = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.includes('MT.so'))
      .map((name) => join(folder, name)),
  )
  return found[0] ?? null
}

const clock: Attack = {
  name: 'clock',
  about: 'a clock that jumps by two days for 15 seconds, and back',
  needs: () => (faketimeLibrary() === null ? 'needs faketime (apt-get install faketime)' : null),
  async run(world) {
    // Its database keeps the true time, or jumps with it.
    for (const database of ['own', 'embedded'] as const) {
      for (const [name, offset] of [
        ['ahead', '+2d'],
        ['behind', '-2d'],
      ] as const) {
        const jump = await startWithClock(world, `${name}-${database}`, offset, database === 'own')
        await world.attempt(`two-days-${jump.name}`, () => jumpAndBack(world, jump))
        await jump.target[Symbol.asyncDispose]()
      }
    }
  },
}
export default clock

interface Jump {
  name: string
  offset: string
  target: Target
  listener: Listener
  set(to: string): void
}

/** A program of its own for each jump, so that none is evaluated by what an earlier one left. */
async function startWithClock(
  world: World,
  name: string,
  offset: string,
  ownDatabase: boolean,
): Promise<Jump> {
  const clockFile = join(world.folder, `clock-${name}`)
  const set = (to: string) => writeFileSync(clockFile, to)
  set('+0')
  const listener = await startListener(world)
  const target = await world.start({
    env: {
      ...listener.env,
      ...(ownDatabase && { DATABASE_URL: await world.database() }),
      DEAL_SCOUT_DEMO: 'on',
      LD_PRELOAD: faketimeLibrary()!,
      FAKETIME_TIMESTAMP_FILE: clockFile,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  })
  await listener.connect(target, 'zither')
  return { name, offset, target, listener, set }
}

async function jumpAndBack(world: World, jump: Jump): Promise<void> {
  const { target, listener } = jump
  await soon(
    async () => (await lastRuns(target)).some((at) => at > 0),
    30_000,
    'nothing was scanned before the jump',
  )
  const during = `Zither during ${jump.name}`
  const after = `Zither after ${jump.name}`
  const problems: string[] = []
  const check = async (promise: Promise<unknown>) => {
    await promise.catch((error: Error) => problems.push(error.message))
  }
  try {
    jump.set(jump.offset)
    listener.become('error')
    await check(importOne(target, during))
    await sleep(jumpMs)
  } finally {
    jump.set('+0')
    listener.become('ok')
  }
  const backAt = Date.now()
  await check(importOne(target, after))
  await check(listener.hears(after, deliveredMsMax))
  await check(listener.hears(during, deliveredMsMax))
  await check(
    soon(
      async () => (await lastRuns(target)).some((at) => at > backAt && at < Date.now() + 5_000),
      scannedMsMax,
      'no source was read again',
    ),
  )
  const { items } = await target.json<{ items: { name: string; state: string; lastOkAt: string | null }[] }>(
    'GET',
    '/api/sources',
  )
  for (const { name, state, lastOkAt } of items) {
    if (lastOkAt !== null && Date.parse(lastOkAt) > Date.now() + 5_000)
      problems.push(`${name} is ${state} and was last seen in the future, at ${lastOkAt}`)
  }
  world.signal.throwIfAborted()
  hold(problems.length === 0, problems.join('; '))
}
