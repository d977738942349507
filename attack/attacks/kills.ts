import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { type Db, openDb } from '../../server/core/db.ts'
import { hurry } from '../../test/e2e/crash-ledger.ts'
import { outsideChannels, type Receivers, startReceivers, targetsOf } from '../../test/e2e/crash-receivers.ts'
import { type FakeServer, startFakeServer } from '../../test/harness/fake-server.ts'
import { type Program, startProgram } from '../../test/harness/program.ts'
import { type Attack, Broken, hold, type World } from '../contract.ts'
import { upload } from '../world/http.ts'
import type { Target } from '../world/target.ts'
import { feedEnv } from './lib-sources.ts'

const schedulers = 2
const workers = 4
/** The figure that the project holds itself to; a shorter run does fewer. */
const killsWanted = 40
/** Few: one person's messages on a channel go out one by one, and receivers hang now and then. */
const listingsPerPage = 1
/** Kept for what was under way to end; longer as long as anything still arrives, up to the second time. */
const settleMs = 90_000
const settleMsMax = 400_000
/** Longer than any lease, and than the pauses that are not cut short. */
const standstillMs = 45_000
/** Seven processes start on the machine all the time. */
const livezMs = 1_000

/** The api process takes imports and stays; schedulers and workers die, in the middle of scans and deliveries. */
const kills: Attack = {
  name: 'kills',
  about: `kill -9 of ${schedulers} schedulers and ${workers} workers, at random, while messages go out`,
  async run(world) {
    const receivers = await startReceivers(world.seed)
    world.defer(() => receivers[Symbol.asyncDispose]())
    const webhook = await startWebhook(world)
    const market = await startMarket(world)
    const env = {
      ...feedEnv,
      ...receivers.env,
      DATABASE_URL: await world.database(),
      DATABASE_POOL_SIZE: '5',
      DEAL_SCOUT_SECRET_KEYS: randomBytes(32).toString('base64'),
      WEBHOOK_ALLOW_PRIVATE_NETWORK: 'true',
    }
    const api = await world.start({ roles: ['api'], env })
    const db = await openDb({
      connectionString: env.DATABASE_URL,
      poolSize: 2,
      connectTimeoutMs: 10_000,
      idleTimeoutMs: 10_000,
      statementTimeoutMs: 60_000,
      waitMs: 10_000,
      applicationName: 'attack',
      log: pino({ level: 'silent' }),
    })
    world.defer(() => db.close())
    const sourceId = await settle(api, db, webhook.baseUrl, market.url)
    const fleet = startFleet(world, env)

    let done = 0
    for (; done < killsWanted; done++) {
      if (world.leftMs() < settleMs && done >= 3) break
      const went = await world.attempt(
        `kill-${done}`,
        async () => {
          // What a killed scan left unread comes before anything new.
          if ((await stored(db)) >= market.count()) market.release(listingsPerPage)
          await api.json('POST', '/api/scans', { sourceId })
          await importSome(api, market.import(listingsPerPage))
          if (done % 8 === 7) receivers.leaveFor(200 + world.random() * 800)
          await sleep(300 + world.random() * 1_500)
          fleet.killOne(world.random)
        },
        { livezMs },
      )
      if (went === null) break
    }
    world.note(
      `${done} kills (${killsWanted} wanted), of ${fleet.started()} processes; ${market.count()} listings`,
    )
    const name = 'nothing-lost-nothing-doubled'
    // Until the end, whatever the time: half a count would be none.
    const verdict = await world.attempt(
      name,
      () => evaluate(world, { api, db, receivers, webhook, market, sourceId }),
      { unwatched: true },
    )
    if (verdict === null) world.note('not evaluated: time was over')
  },
}
export default kills

const things =
  'anchor candle drum easel fiddle guitar hammer kettle ladder mirror needle oboe quilt radio saddle teapot'.split(
    ' ',
  )
/** Different enough for none to be taken for another one again. */
const titleOf = (n: number) => `Brass ${things[n % 16]} ${things[Math.floor(n / 16) % 16]} number ${n}`

async function stored(db: Db): Promise<number> {
  const { rows } = await db.query<{ count: number }>('SELECT count(*)::int AS count FROM listings')
  return rows[0]!.count
}

interface Market {
  url: string
  /** So many more stand in the feed. */
  release(count: number): void
  /** So many more, as lines of an import. */
  import(count: number): string
  count(): number
}

/** Listings numbered from 0, each either in the feed or in an import. */
async function startMarket(world: World): Promise<Market> {
  const inFeed: number[] = []
  let next = 0
  const site = await startFakeServer((_, response) => {
    const items = inFeed.map(
      (n) =>
        `<item><title>${titleOf(n)}</title><link>https://brass.example/${n}</link><guid>https://brass.example/${n}</guid><description>$${20 + n}</description></item>`,
    )
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    response.end(`<rss version="2.0"><channel><title>Brass</title>${items.join('')}</channel></rss>`)
  })
  world.defer(() => site[Symbol.asyncDispose]())
  return {
    url: `${site.baseUrl}/brass.xml`,
    release(count) {
      for (let n = 0; n < count; n++) inFeed.unshift(next++)
    },
    import: (count) =>
      Array.from({ length: count }, () => {
        const n = next++
        return JSON.stringify({
          source: 'brass',
          id: `n${n}`,
          title: titleOf(n),
          url: `https://brass.example/${n}`,
          price: 20 + n,
          currency: 'USD',
        })
      }).join('\n'),
    count: () => next,
  }
}

interface Webhook {
  baseUrl: string
  /** How often each listing arrived. */
  stored: Map<number, number>
}

async function startWebhook(world: World): Promise<Webhook> {
  const stored = new Map<number, number>()
  const site: FakeServer = await startFakeServer(async ({ body }, response) => {
    const n = /"title":"Brass [^"]* number (\d+)"/.exec(body)?.[1]
    if (n !== undefined) stored.set(Number(n), (stored.get(Number(n)) ?? 0) + 1)
    await sleep(50 + (body.length % 400))
    response.writeHead(200).end()
  })
  world.defer(() => site[Symbol.asyncDispose]())
  return { baseUrl: site.baseUrl, stored }
}

/** One person who wants all brass on every channel, and a feed of it. */
async function settle(api: Target, db: Db, webhookUrl: string, feedUrl: string): Promise<number> {
  await api.json('PUT', '/api/notification-preferences', {
    timeZone: 'UTC',
    perHourMax: null,
    perDayMax: null,
  })
  const targets = {
    ...targetsOf(0),
    webhook: { url: webhookUrl, secret: 'a secret of the attack, long enough' },
  }
  for (const [channel, settings] of Object.entries(targets))
    await api.json('PUT', `/api/channels/${channel}`, { settings })
  // That the person verified them is not what is tried here.
  await db.query('UPDATE channel_settings SET confirmed_at = now()')
  await api.json('POST', '/api/rules', {
    name: 'Brass',
    keywords: { all: ['brass'] },
    channels: ['inbox', ...Object.keys(targets)],
  })
  const source = await api.json<{ id: number }>('POST', '/api/sources', {
    marketplace: 'feed',
    settings: { url: feedUrl, currency: 'USD' },
    try: false,
  })
  return source.id
}

async function importSome(api: Target, lines: string): Promise<void> {
  const { parts, headers } = upload('brass.jsonl', [Buffer.from(lines)])
  const answer = await api.ask({ method: 'POST', path: '/api/imports', headers, body: Readable.from(parts) })
  hold(answer.status === 200, `an import answered ${answer.status}: ${answer.text.slice(0, 200)}`)
}

function startFleet(world: World, env: Record<string, string>) {
  const alive: { role: string; program: Program }[] = []
  let started = 0
  const start = (role: string) => {
    started++
    const program = startProgram(['start', '--role', role], {
      cwd: world.folder,
      env: { ...env, DEAL_SCOUT_DATA: world.folder, DEAL_SCOUT_DEMO: 'off', DEAL_SCOUT_LOG_FORMAT: 'json' },
      timeoutMs: 3_600_000,
    })
    world.defer(() => program[Symbol.asyncDispose]())
    alive.push({ role, program })
  }
  for (let n = 0; n < schedulers; n++) start('scheduler')
  for (let n = 0; n < workers; n++) start('worker')
  return {
    started: () => started,
    /** Any of them, on its way up or at work; another takes its place. */
    killOne(random: () => number) {
      const gone = alive.filter(({ program }) => program.child.exitCode !== null)
      if (gone[0])
        throw new Broken(`a ${gone[0].role} ended by itself: ${gone[0].program.stderr().slice(-300)}`)
      const [victim] = alive.splice(Math.floor(random() * alive.length), 1)
      const pid = victim!.program.pid()
      if (pid > 0) process.kill(pid, 'SIGKILL')
      start(victim!.role)
    },
  }
}

interface Evidence {
  api: Target
  db: Db
  receivers: Receivers
  webhook: Webhook
  market: Market
  sourceId: number
}

interface Delivered {
  channel: string
  title: string
  state: string
  undecided: number
}

async function evaluate(
  world: World,
  { api, db, receivers, webhook, market, sourceId }: Evidence,
): Promise<void> {
  const channels = ['inbox', ...outsideChannels, 'webhook']
  const expected = market.count()
  const read = async () =>
    (
      await db.query<Delivered>(
        `SELECT d.channel, l.title, d.state, d.undecided
         FROM deliveries d JOIN notifications n ON n.id = d.notification_id
         JOIN listings l ON l.id = split_part(n.dedupe_key, ':', 2)::bigint WHERE n.dedupe_key LIKE 'listing:%'`,
      )
    ).rows
  await api.json('POST', '/api/scans', { sourceId })
  const deadline = performance.now() + settleMsMax
  let lastOpen = -1
  let movedMs = performance.now()
  for (;;) {
    await hurry({ database: { db } })
    const ledger = await read()
    const open = ledger.filter(({ state }) => state !== 'sent').length
    if (open !== lastOpen) movedMs = performance.now()
    lastOpen = open
    if (ledger.length >= expected * channels.length && ledger.every(({ state }) => state === 'sent')) break
    if (performance.now() > deadline || performance.now() - movedMs > standstillMs) break
    await sleep(500)
  }
  const ledger = await read()
  const numberOf = (title: string) => Number(/number (\d+)/.exec(title)?.[1])
  const byKey = new Map(ledger.map((one) => [`${one.channel} ${numberOf(one.title)}`, one]))
  const arrived = (channel: string, n: number) =>
    channel === 'webhook'
      ? (webhook.stored.get(n) ?? 0)
      : (receivers.stored.get(`${channel} p0 n${n} new`)?.length ?? 0)
  let [lost, unmarked, repeated, undecided] = [0, 0, 0, 0]
  const examples: string[] = []
  for (let n = 0; n < expected; n++) {
    for (const channel of channels) {
      const notified = byKey.get(`${channel} ${n}`)
      const copies = channel === 'inbox' ? Number(notified !== undefined) : arrived(channel, n)
      undecided += notified?.undecided ?? 0
      if (copies === 0) lost++
      if (copies > 1) repeated++
      if (copies > 1 + (notified?.undecided ?? 0)) unmarked++
      if ((copies === 0 || copies > 1 + (notified?.undecided ?? 0)) && examples.length < 3)
        examples.push(
          `number ${n} on ${channel}: ${copies} arrived, the ledger says ${notified?.state ?? 'nothing'} with ${notified?.undecided ?? 0} undecided`,
        )
    }
  }
  world.note(
    `${expected * channels.length} messages: ${lost} lost, ${repeated} arrived more than once, ${unmarked} of these not marked; ${undecided} attempts undecided`,
  )
  hold(
    lost === 0 && unmarked === 0,
    `${lost} lost, ${unmarked} repeated without being marked undecided: ${examples.join('; ')}`,
  )
}
