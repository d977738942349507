import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { seededRandom } from '../../server/core/random.ts'
import { testApp, until } from '../harness/app.ts'
import { copiesOf, count, hurry, keyOf, readLedger, report } from './crash-ledger.ts'
import { makeMarket, settle } from './crash-market.ts'
import { outsideChannels, startReceivers } from './crash-receivers.ts'
import { startWorkers, type Worker, watchTakeUp } from './crash-workers.ts'

/** Settles every accident and every moment of death; change it for another run. */
const seed = 20_261_125
/** `CRASH_KILLS=200` does the whole of it by hand; so many are done where all the other tests run, too. */
const kills = Number(process.env.CRASH_KILLS ?? 36)
/** Kills begin no faster than this. */
const killEveryMs = 2_800
/** Kills end after this: a machine on which a worker takes seconds to start sees fewer of them. */
const killsEndAfterMs = 360_000
/** So long at most does a kill wait for a worker that works. */
const patienceMs = 20_000
const atOnce = 3
const listings = 24 * kills
const linesPerFile = 10
/** Work taken by a dead process goes on within this time. */
const takenUpWithinMs = 20_000

it(`workers killed up to ${kills} times, and receivers that fail, hang, answer 429 and 500 and cut the connection: everything is notified on every channel, and nothing twice but what cannot be decided (seed ${seed})`, {
  timeout: 1_500_000,
  // Minutes again beside the same others would help as little: its file is tried again alone.
  retry: 0,
}, async () => {
  const random = seededRandom(seed)
  await using receivers = await startReceivers(seed)
  await using test = await testApp()
  const people = await settle(test)
  const market = makeMarket(listings)
  const files = writeFiles(test.app.config.dataDir, market.lines)

  const startedAtMs = Date.now()
  await using workers = startWorkers(test, { atOnce, files, env: receivers.env })
  await using taken = watchTakeUp(test, workers)
  let killed = 0
  let killedWhileStarting = 0
  let killedWhileImporting = 0
  for (; killed < kills && Date.now() - startedAtMs < killsEndAfterMs; killed++) {
    if (killed % 8 === 7) receivers.leaveFor(200 + random() * 800)
    const isOnItsWayUp = killed % 5 === 4
    if (!isOnItsWayUp) {
      await sleep(Math.max(0, startedAtMs + killed * killEveryMs - Date.now()))
      await patiently(() => workers.alive.some(({ started }) => started))
    }
    // There is something new to do at every kill, however fast the machine is.
    workers.release(Math.ceil((files.length * (killed + 1)) / kills))
    await sleep(random() * (isOnItsWayUp ? 300 : 1_200))
    const dies = victim(workers.alive, isOnItsWayUp, random)
    if (!dies.started) killedWhileStarting++
    if (dies.imports) killedWhileImporting++
    await workers.kill(dies)
    await taken.afterKill()
  }
  const killsTookMs = Date.now() - startedAtMs
  const importedMeanwhile = workers.imported
  // Where time was up before all kills were done, some files were held back for them.
  workers.release(files.length)
  await until(async () => workers.imported === files.length, 200_000)
  let hurried = 0
  await until(async () => {
    hurried += await hurry(test)
    return (await count(test, `deliveries WHERE state <> 'sent'`)) === 0
  })
  const longestMs = await taken.longestMs()
  const ledger = await readLedger(test, people)
  const figures = report(ledger, receivers)
  process.stdout.write(
    [
      `crash test, seed ${seed}: ${killed} kills in ${seconds(killsTookMs)}, ${killedWhileStarting} of them while starting and ${killedWhileImporting} in the middle of a file`,
      `${importedMeanwhile} of ${files.length} files were imported by then`,
      `${market.expected.size} notifications of ${listings} listings to ${people.length} people; ${ledger.length} deliveries, ${figures.outside} of them outside, in ${figures.attempts} attempts that ended`,
      ...outsideChannels.map(
        (channel) =>
          `${channel}: ${Object.entries(receivers.counts[channel])
            .map(([mood, times]) => `${times} ${mood}`)
            .join(', ')}`,
      ),
      `${figures.undecided} times undecided on ${figures.doubtful} deliveries: ${figures.again} copies beyond the first arrived on ${figures.repeated} of them`,
      `${figures.left} attempts ended with their process; the queues went on after ${seconds(longestMs)} at most`,
      `${hurried} pauses of minutes cut short after the kills; all in ${seconds(Date.now() - startedAtMs)}\n`,
    ].join('\n  '),
  )

  // Exactly the expected notifications, each once, in the product and on every channel.
  for (const channel of ['inbox', ...outsideChannels]) {
    const notified = ledger.filter((one) => one.channel === channel).map(({ notification }) => notification)
    expect(notified.toSorted(), channel).toEqual([...market.expected].toSorted())
  }
  expect(await count(test, 'notifications')).toBe(market.expected.size)
  expect(await count(test, 'listings')).toBe(listings)
  expect(ledger.filter(({ state }) => state !== 'sent')).toEqual([])
  // Each arrived, and more often only where the ledger says that nobody can tell.
  const outside = ledger.filter(({ channel }) => channel !== 'inbox')
  expect(outside.filter((one) => copiesOf(receivers, one).length === 0)).toEqual([])
  expect(outside.filter((one) => copiesOf(receivers, one).length > 1 + one.undecided)).toEqual([])
  expect(new Set(receivers.stored.keys())).toEqual(new Set(outside.map(keyOf)))
  // A repetition can be recognised where the protocol has an id for that.
  const idsOf = outside.map((one) => [
    ...new Set(copiesOf(receivers, one).flatMap(({ id }) => (id === null ? [] : [id]))),
  ])
  expect(idsOf.filter((ids) => ids.length > 1)).toEqual([])
  expect(new Set(idsOf.flat()).size).toBe(idsOf.flat().length)
  // The ledger has how each of them went out, once.
  expect(outside.filter(({ sentAttempts }) => sentAttempts !== 1)).toEqual([])
  expect(longestMs).toBeLessThan(takenUpWithinMs)
  // The test tests something: kills hit all of it, and each receiver did all that it can do.
  expect(killedWhileStarting).toBeGreaterThan(killed / 20)
  expect(killedWhileStarting).toBeLessThan(killed * 0.4)
  expect(killedWhileImporting).toBeGreaterThan(killed / 20)
  // Beside other tests workers get less far between two kills.
  expect(figures.left).toBeGreaterThan(killed / 4)
  expect(figures.again).toBeGreaterThan(0)
  for (const channel of outsideChannels) {
    expect(Math.min(...Object.values(receivers.counts[channel])), channel).toBeGreaterThan(0)
  }
})

/**
 * One that works, every other time one that imports; or the youngest on its way up. That one also where none works, so
 * that the oldest gets to.
 */
function victim(alive: readonly Worker[], isOnItsWayUp: boolean, random: () => number): Worker {
  const starting = alive.filter(({ started }) => !started)
  const working = alive.filter(({ started }) => started)
  if (starting.length > 0 && (isOnItsWayUp || working.length === 0)) return starting.at(-1)!
  const importing = working.filter(({ imports }) => imports)
  const among = importing.length > 0 && random() < 0.5 ? importing : working
  return among[Math.floor(random() * among.length)]!
}

/** Waits for a condition for `patienceMs`, and goes on without it then. */
async function patiently(isMet: () => boolean): Promise<void> {
  const endsMs = performance.now() + patienceMs
  while (!isMet() && performance.now() < endsMs) await sleep(20)
}

/** Gives the files' paths, in their order. */
function writeFiles(folder: string, lines: string[]): string[] {
  return Array.from({ length: Math.ceil(lines.length / linesPerFile) }, (_, n) => {
    const path = join(folder, `market-${n}.jsonl`)
    writeFileSync(path, lines.slice(n * linesPerFile, (n + 1) * linesPerFile).join('\n'))
    return path
  })
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
