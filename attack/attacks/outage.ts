import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Gate, startGate } from '../../test/harness/gate.ts'
import { type Attack, hold, type World } from '../contract.ts'
import type { Answer } from '../world/http.ts'
import type { Target } from '../world/target.ts'
import { importOne, type Listener, lastRuns, soon, startListener, startMailbox } from './lib-people.ts'
import { feedEnv, startBystander } from './lib-sources.ts'

const logKbMax = 100
const backMsMax = 20_000
/** So often a demo source is read; twice, and what an outage may make it rest. */
const scannedMsMax = 90_000
const startsTried = 6
/** Every answer of an outage comes within this time: nobody hangs. */
const answerMsMax = 15_000

const outage: Attack = {
  name: 'outage',
  about: 'database, mail server and feeds that go away and come back',
  async run(world) {
    const url = new URL(await world.database())
    const gate = await gateTo(world, Number(url.port || '5432'))
    const direct = url.href
    url.port = String(gate.port)
    const listener = await startListener(world)
    const mailbox = await startMailbox(world)
    const mailGate = await gateTo(world, Number(new URL(mailbox.url).port))
    const mailUrl = new URL(mailbox.url)
    mailUrl.port = String(mailGate.port)
    const env = {
      ...feedEnv,
      ...listener.env,
      DATABASE_URL: url.href,
      DEAL_SCOUT_SECRET_KEYS: randomBytes(32).toString('base64'),
      DEAL_SCOUT_DEMO: 'on',
      SMTP_URL: mailUrl.href,
      MAIL_FROM: 'deals@example.com',
    }
    const target = await world.start({ env })
    await listener.connect(target, 'zither')
    await world.attempt('database-away', () => databaseAway(world, target, gate, listener))
    await world.attempt('database-flaps', () => databaseFlaps(world, target, gate, listener))
    await world.attempt('mail-away', () => mailAway(target, direct, mailGate, mailbox, listener))
    await world.attempt('feed-away', () => feedAway(world, target))
    // Processes that start take the machine's time.
    const limits = { livezMs: 1_000 }
    await world.attempt('database-away-at-start', () => awayAtStart(world, gate, env), limits)
    for (const role of ['worker', 'api', 'scheduler']) {
      await world.attempt(
        `database-drops-during-start-of-${role}`,
        () => dropsDuringStart(world, gate, env, role),
        limits,
      )
    }
  },
}
export default outage

async function gateTo(world: World, port: number): Promise<Gate> {
  const gate = await startGate(port)
  world.defer(() => gate.shut())
  return gate
}

async function databaseAway(world: World, target: Target, gate: Gate, listener: Listener): Promise<void> {
  const awayMs = Math.max(10_000, Math.min(60_000, world.leftMs() / 6))
  const logFrom = target.log().length
  await gate.shut()
  const wrong = new Map<string, number>()
  const until = performance.now() + awayMs
  let asked = 0
  // The first moments may still have answers from before.
  await sleep(500)
  while (performance.now() < until) {
    for (const [method, path, json] of requests) {
      const answer = await target
        .ask({ method, path, json, timeoutMs: answerMsMax })
        .catch((error: Error) => error)
      asked++
      const problem = answer instanceof Error ? answer.message : notSorry(answer)
      if (problem !== null)
        wrong.set(`${method} ${path} ${problem}`, (wrong.get(`${method} ${path} ${problem}`) ?? 0) + 1)
    }
    await sleep(300)
  }
  const logKb = (target.log().length - logFrom) / 1024
  await gate.open()
  const problems: string[] = [...wrong].map(
    ([problem, times]) => `${problem} (${times} of ${asked} requests)`,
  )
  if (logKb > logKbMax)
    problems.push(`the log grew by ${Math.round(logKb)} kB in ${Math.round(awayMs / 1000)} s`)
  const back = await comesBack(target, listener, 'zither after the outage').catch(
    (error: Error) => error.message,
  )
  if (back !== null) problems.push(back)
  hold(problems.length === 0, problems.slice(0, 6).join('; '))
}

const requests: [method: string, path: string, json?: unknown][] = [
  ['GET', '/api/deals'],
  ['GET', '/api/sources'],
  ['POST', '/api/rules', { name: 'In an outage', keywords: { all: ['nothing'] } }],
  ['GET', '/api/notifications'],
]

/** What is wrong with an answer while the database is away. */
function notSorry({ status, type, headers }: Answer): string | null {
  if (status !== 503) return `answered ${status}`
  if (!type.startsWith('application/problem+json')) return `answered 503 as ${type}`
  return headers['retry-after'] === undefined ? 'answered 503 without Retry-After' : null
}

/** By itself: ready, taking listings, scanning and notifying. */
async function comesBack(target: Target, listener: Listener, title: string): Promise<null> {
  await soon(
    async () => (await target.ask({ method: 'GET', path: '/readyz' })).status === 200,
    backMsMax,
    'it was not ready',
  )
  await soon(
    async () => (await target.ask({ method: 'GET', path: '/api/deals' })).status === 200,
    backMsMax,
    'the API did not answer',
  )
  const before = Date.now()
  await importOne(target, title)
  await listener.hears(title, 60_000)
  await soon(
    async () => (await lastRuns(target)).some((at) => at > before),
    scannedMsMax,
    'nothing was scanned',
  )
  return null
}

async function databaseFlaps(world: World, target: Target, gate: Gate, listener: Listener): Promise<void> {
  for (let n = 0; n < 10; n++) {
    await gate.shut()
    await sleep(100 + world.random() * 900)
    await gate.open()
    await sleep(100 + world.random() * 900)
  }
  await comesBack(target, listener, `zither after flaps`)
}

async function mailAway(
  target: Target,
  databaseUrl: string,
  gate: Gate,
  mailbox: { subjects(): string[] },
  listener: Listener,
): Promise<void> {
  await target.json('PUT', '/api/channels/email', { settings: { to: 'ann@example.com' } })
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  // That the person verified it is not what is tried here.
  await client.query(`UPDATE channel_settings SET confirmed_at = now() WHERE channel = 'email'`)
  await client.end()
  await target.json('POST', '/api/rules', {
    name: 'Ocarina',
    keywords: { all: ['ocarina'] },
    channels: ['email', 'webhook'],
  })
  await gate.shut()
  const logFrom = target.log().length
  await importOne(target, 'Ocarina while mail is away')
  // The other channel goes on meanwhile.
  await listener.hears('Ocarina while mail is away', 20_000)
  await sleep(15_000)
  const logKb = (target.log().length - logFrom) / 1024
  await gate.open()
  await soon(
    async () => mailbox.subjects().some((subject) => subject.includes('Ocarina')),
    120_000,
    'the mail did not arrive',
  )
  hold(logKb < logKbMax, `the log grew by ${Math.round(logKb)} kB`)
}

async function feedAway(world: World, target: Target): Promise<void> {
  const bystander = await startBystander(world)
  await bystander.isStillRead(target)
  const { items } = await target.json<{ items: { name: string; id: number }[] }>('GET', '/api/sources')
  const { id } = items.find(({ name }) => name === 'bystander')!
  const stateOf = async () => (await target.json<{ state: string }>('GET', `/api/sources/${id}`)).state
  const logFrom = target.log().length
  const away = bystander.leave(20_000)
  await target.json('POST', '/api/scans', { sourceId: id })
  await soon(async () => (await stateOf()) === 'outage', 20_000, 'it did not say that it cannot see')
  await away
  // A minute of rest is what an unreachable source takes.
  await soon(
    async () => {
      await target.json('POST', '/api/scans', { sourceId: id })
      return (await stateOf()) === 'recovered'
    },
    100_000,
    'the feed was not seen again',
  )
  await bystander.isStillRead(target)
  const logKb = (target.log().length - logFrom) / 1024
  hold(logKb < logKbMax, `the log grew by ${Math.round(logKb)} kB`)
}

async function awayAtStart(world: World, gate: Gate, env: Record<string, string>): Promise<void> {
  await gate.shut()
  const back = sleep(8_000).then(() => gate.open())
  try {
    const late = await world.start({ env, unprobed: true })
    await late[Symbol.asyncDispose]()
  } finally {
    await back
  }
}

async function dropsDuringStart(
  world: World,
  gate: Gate,
  env: Record<string, string>,
  role: string,
): Promise<void> {
  const problems: string[] = []
  for (let n = 0; n < startsTried; n++) {
    const drop = sleep(400 + world.random() * 1_600)
      .then(() => gate.shut())
      .then(() => sleep(4_000))
      .then(() => gate.open())
    await world
      .start({ env, roles: [role], unprobed: true })
      .then(async (late) => {
        await drop
        await sleep(2_000)
        if (!late.isAlive()) problems.push(`it ended: ${late.log().trim().split('\n').at(-1)}`)
        await late[Symbol.asyncDispose]()
      })
      .catch((error: Error) => problems.push(error.message.slice(-250)))
    await drop
  }
  hold(problems.length === 0, `${problems.length} of ${startsTried} starts did not wait: ${problems[0]}`)
}
