import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { seededRandom } from '../../server/core/random.ts'
import { messageIdOf } from '../../server/notify/email/compose.ts'
import { wakeQueue } from '../../server/notify/queue-store.ts'
import { type TestApp, testApp, until } from '../harness/app.ts'
import { makeMarket, settle } from './crash-market.ts'
import { mailFrom, outsideChannels, type Receivers, startReceivers } from './crash-receivers.ts'
import { startWorkers, type Worker, type Workers, watchTakeUp } from './crash-workers.ts'

/** Settles every accident and every moment of death; change it for another run. */
const seed = 20_261_125
const kills = 200
const killEveryMs = 1_500
const atOnce = 3
const listings = 1_600
/** Work taken by a dead process goes on within this time. */
const takenUpWithinMs = 15_000

it(`workers killed ${kills} times, and receivers that fail, hang, answer 429 and 500 and cut the connection: everything is told on every channel, and nothing twice but what cannot be decided (seed ${seed})`, {
  timeout: 600_000,
}, async () => {
  const random = seededRandom(seed)
  await using receivers = await startReceivers(seed)
  await using test = await testApp()
  const people = await settle(test)
  const market = makeMarket(listings)
  const file = join(test.app.config.dataDir, 'market.jsonl')
  writeFileSync(file, market.lines.join('\n'))

  const startedAtMs = Date.now()
  await using workers = startWorkers(test, { atOnce, file, env: receivers.env })
  await using taken = watchTakeUp(test, workers)
  let killedWhileStarting = 0
  let killedWhileImporting = 0
  for (let killed = 0; killed < kills; killed++) {
    if (killed % 8 === 7) receivers.leaveFor(200 + random() * 800)
    // By the clock, not by what the workers got done: a slow machine shall not make it last for hours.
    await sleep(Math.max(0, startedAtMs + (killed + random()) * killEveryMs - Date.now()))
    const dies = victim(workers, killed, random)
    if (!dies.started) killedWhileStarting++
    if (!workers.imported) killedWhileImporting++
    await workers.kill(dies)
    await taken.afterKill()
  }
  const killsTookMs = Date.now() - startedAtMs
  await until(async () => workers.imported, 200_000)
  let hurried = 0
  await until(async () => {
    hurried += await hurry(test)
    return (await count(test, `deliveries WHERE state <> 'sent'`)) === 0
  }, 200_000)
  const longestMs = await taken.longestMs()
  const ledger = await readLedger(test, people)
  const figures = report(ledger, receivers)
  process.stdout.write(
    [
      `crash test, seed ${seed}: ${kills} kills in ${seconds(killsTookMs)}, ${killedWhileStarting} of them while starting and ${killedWhileImporting} before the import's end`,
      `${market.expected.size} tellings of ${listings} listings to ${people.length} people; ${ledger.length} deliveries, ${figures.outside} of them outside, in ${figures.attempts} attempts that ended`,
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

  // Exactly the expected tellings, each once, in the product and on every channel.
  for (const channel of ['inbox', ...outsideChannels]) {
    const told = ledger.filter((one) => one.channel === channel).map(({ telling }) => telling)
    expect(told.toSorted(), channel).toEqual([...market.expected].toSorted())
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
  const strange = outside.filter((one) =>
    copiesOf(receivers, one).some(
      ({ id }) => id !== null && id !== messageIdOf(`deal-scout-${one.id}`, mailFrom),
    ),
  )
  expect(strange).toEqual([])
  // The ledger has how each of them went out, once.
  expect(outside.filter(({ sentAttempts }) => sentAttempts !== 1)).toEqual([])
  expect(longestMs).toBeLessThan(takenUpWithinMs)
  // The test tests something: kills hit all of it, and each receiver did all that it can do.
  expect(killedWhileImporting).toBeGreaterThan(kills / 2)
  expect(figures.left).toBeGreaterThan(kills / 10)
  expect(figures.again).toBeGreaterThan(0)
  for (const channel of outsideChannels) {
    expect(Math.min(...Object.values(receivers.counts[channel])), channel).toBeGreaterThan(0)
  }
})

/** Mostly one that has begun to work; every fifth time one on its way up. */
function victim(workers: Workers, killed: number, random: () => number): Worker {
  const wanted = workers.alive.filter(({ started }) => started === (killed % 5 !== 4))
  const among = wanted.length > 0 ? wanted : workers.alive
  return among[Math.floor(random() * among.length)]!
}

/** One delivery, and what the ledger says of it. */
interface Told {
  id: number
  channel: string
  /** `p<person> n<listing> new|drop` */
  telling: string
  state: string
  undecided: number
  attempts: number
  sentAttempts: number
  undecidedAttempts: number
}

async function readLedger(test: TestApp, people: number[]): Promise<Told[]> {
  const { rows } = await test.database.db.query<Told & { userId: number }>(
    `SELECT d.id, d.user_id AS "userId", d.channel, d.state, d.undecided,
            l.external_id || ' ' || split_part(n.dedupe_key, ':', 3) AS telling,
            count(a.id)::int AS attempts, count(a.id) FILTER (WHERE a.outcome = 'sent')::int AS "sentAttempts",
            count(a.id) FILTER (WHERE a.undecided)::int AS "undecidedAttempts"
     FROM deliveries d JOIN notifications n ON n.id = d.notification_id
     JOIN listings l ON l.id = split_part(n.dedupe_key, ':', 2)::bigint
     LEFT JOIN delivery_attempts a ON a.delivery_id = d.id
     GROUP BY d.id, n.id, l.id`,
  )
  expect(rows.length).toBe(await count(test, 'deliveries'))
  return rows.map(({ userId, telling, ...row }) => ({
    ...row,
    telling: `p${people.indexOf(userId)} ${telling}`,
  }))
}

const keyOf = ({ channel, telling }: Told) => `${channel} ${telling}`
const copiesOf = (receivers: Receivers, told: Told) => receivers.stored.get(keyOf(told)) ?? []

function report(ledger: Told[], receivers: Receivers) {
  const outside = ledger.filter(({ channel }) => channel !== 'inbox')
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  const beyondFirst = outside.map((one) => Math.max(0, copiesOf(receivers, one).length - 1))
  return {
    outside: outside.length,
    attempts: sum(outside.map(({ attempts }) => attempts)),
    undecided: sum(outside.map(({ undecided }) => undecided)),
    // Whoever takes such a delivery counts it as undecided; no attempt tells of it.
    left: sum(outside.map(({ undecided, undecidedAttempts }) => undecided - undecidedAttempts)),
    doubtful: outside.filter(({ undecided }) => undecided > 0).length,
    again: sum(beyondFirst),
    repeated: beyondFirst.filter((copies) => copies > 0).length,
  }
}

/**
 * A message that failed twice waits for minutes. The receivers do not do that to one, but a machine without time for
 * the test may: then the person's "try now" is given instead of waiting.
 */
async function hurry(test: TestApp): Promise<number> {
  const { db } = test.database
  const { rows } = await db.query<{ userId: number; channel: string }>(
    `SELECT DISTINCT user_id AS "userId", channel FROM deliveries
     WHERE state = 'retry' AND due_at > now() + interval '30 seconds'`,
  )
  for (const queue of rows) await db.transaction((tx) => wakeQueue(tx, queue, new Date()))
  return rows.length
}

async function count(test: TestApp, from: string): Promise<number> {
  const { rows } = await test.database.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${from}`,
  )
  return rows[0]!.count
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
