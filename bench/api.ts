import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { Pool } from 'undici'
import { claim, hashed, setupLink } from '../server/accounts/auth/joining.ts'
import type { App } from '../server/app/app.ts'
import { startEmbeddedPostgres } from '../server/core/postgres/embedded-postgres.ts'
import { openBenchApp } from './lib-app.ts'
import type { Statement } from './lib-bare-server.ts'
import { peopleRules, writePeople, writeRules } from './lib-people.ts'
import { recordReads } from './lib-recorded.ts'
import { percentile, share } from './lib-statistics.ts'
import { fillStock } from './lib-stock.ts'

const password = 'seven quiet herons'
const levels = [10, 50, 200, 500]
const kinds = ['feed', 'search', 'listing', 'rules'] as const
/** Of these the people sign in; each session asks in turn. */
const sessionsMax = 40
const poolSize = 10
/** What a process that was just started has not compiled yet takes several times as long in its first seconds. */
const warmMs = 4_000
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * What the API answers in a closed loop: so many callers ask, each again once it was answered, for `--seconds N` (8) at
 * each level, of one API process beside its database, with `--listings N` (200,000), `--rules N` (50,000) and `--people N`
 * (1,000). With sessions and limits, without either, and beside a bare Fastify and pg that run the same statements, in turn
 * in one run. The callers take of the same processors. `mixed` draws from all kinds alike.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const numberOf = (name: string, otherwise: number) =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) || otherwise : otherwise
  const listings = numberOf('--listings', 200_000)
  const rules = numberOf('--rules', 50_000)
  const persons = numberOf('--people', 1_000)
  const seconds = numberOf('--seconds', 8)
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(dataDir, 0o711)
  const database = await startEmbeddedPostgres({ dataDir, log: pino({ level: 'silent' }) })
  const servers: Server[] = []
  try {
    const { connectionString } = database
    const env = { DATABASE_URL: connectionString, DATABASE_POOL_SIZE: String(poolSize) }
    const filled = await fill(dataDir, env, { listings, rules, persons })
    const recorded = join(dataDir, 'statements.json')
    writeFileSync(recorded, JSON.stringify(filled.statements))

    const bare = await startServer([here('lib-bare-server.ts'), recorded, connectionString, String(poolSize)])
    servers.push(bare)
    const { paths } = filled
    const mixed = kinds.flatMap((kind) => paths[kind])
    const none = [{}]
    // Nobody has claimed it: whoever asks is the owner, without a session.
    const bareAlone = await levelsOf(bare.address, mixed, none, seconds)
    const api = (more: Record<string, string>) => startApi(dataDir, { ...env, ...more })
    const open = await api(unlimited)
    servers.push(open)
    const openAt50 = await load(open.address, { paths: mixed, sessions: none, callers: 50, seconds })
    const bareAt50 = await load(bare.address, { paths: mixed, sessions: none, callers: 50, seconds })
    await open.stop()
    const limited = await api(farAway)
    servers.push(limited)
    const limitedAt50 = await load(limited.address, { paths: mixed, sessions: none, callers: 50, seconds })
    await limited.stop()

    const signedIn = await signIn(dataDir, env, filled.people)
    const whole = await api(farAway)
    servers.push(whole)
    const sessions = await signedIn(whole.address)
    const scenarios = await levelsOf(whole.address, mixed, sessions, seconds)
    const perKind: Record<string, unknown> = {}
    for (const kind of kinds)
      perKind[kind] = {
        ...(await load(whole.address, { paths: paths[kind], sessions, callers: 50, seconds })),
        bareRps: (await load(bare.address, { paths: paths[kind], sessions: none, callers: 50, seconds })).rps,
      }
    const wholeAt50 = await load(whole.address, { paths: mixed, sessions, callers: 50, seconds })
    const bareAgain = await load(bare.address, { paths: mixed, sessions: none, callers: 50, seconds })
    const bareRps = (bareAt50.rps + bareAgain.rps) / 2
    const micros = (rps: number) => 1_000_000 / rps
    return {
      ...{ listings, rules, people: persons, sessions: sessions.length },
      scenarios: Object.fromEntries(
        Object.entries(scenarios).map(([name, figures]) => [
          name,
          { ...figures, bareRps: bareAlone[name]!.rps, bareP95Ms: bareAlone[name]!.p95Ms },
        ]),
      ),
      kinds: perKind,
      bareRatio: share(wholeAt50.rps, bareRps),
      bareRatioOpen: share(openAt50.rps, bareRps),
      layersMicros: {
        bare: Math.round(micros(bareRps)),
        program: Math.round(micros(openAt50.rps) - micros(bareRps)),
        limits: Math.round(micros(limitedAt50.rps) - micros(openAt50.rps)),
        sessions: Math.round(micros(wholeAt50.rps) - micros(limitedAt50.rps)),
      },
    }
  } finally {
    for (const server of servers) await server.stop()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const classes = ['READ', 'WRITE', 'COSTLY', 'STRICT'].map((name) => `RATE_LIMIT_${name}`)
const unlimited = Object.fromEntries(classes.map((name) => [name, '0']))
/** Counted, and never reached. */
const farAway = Object.fromEntries(classes.map((name) => [name, '1000000']))

interface Filled {
  paths: Record<(typeof kinds)[number], string[]>
  /** What the program asks the database for each of the paths. */
  statements: Record<string, Statement[]>
  people: number[]
}

async function fill(
  dataDir: string,
  env: Record<string, string>,
  counts: { listings: number; rules: number; persons: number },
): Promise<Filled> {
  const learn = () => Promise.reject(new Error('prices are not learned here'))
  const app = await openBenchApp(dataDir, {
    env: { ...env, ...unlimited, DEAL_SCOUT_PORT: '0', LEARN_FIRST: 'off' },
    overrides: { learn },
  })
  try {
    await app.openQueue(false)
    const models = await fillStock(app, counts.listings)
    const made = new Date()
    const firstUser = await app.db.transaction(async (tx) => {
      const first = await writePeople(tx, counts.persons, app.notify.secrets.seal, made)
      const asked = { ...counts, corpus: models, fed: models, matchesPerListing: 1 }
      await writeRules(tx, peopleRules(asked, first), made)
      // The owner, who asks where nobody signed in, has as many as the others.
      await tx.query(
        `UPDATE rules SET user_id = $1 WHERE id IN (SELECT id FROM rules ORDER BY id LIMIT $2)`,
        [app.owner, Math.ceil(counts.rules / counts.persons)],
      )
      return first
    })
    await app.db.query('ANALYZE')
    const { rows } = await app.db.query<{ id: number; title: string }>(
      `SELECT id, title FROM listings WHERE state = 'active' AND id % $1 = 0 ORDER BY id LIMIT 200`,
      [Math.max(1, Math.floor(counts.listings / 250))],
    )
    const words = [...new Set(rows.map(({ title }) => title.split(' ').slice(-2).join(' ')))]
    const paths = {
      feed: ['', '&category=electronics', '&sort=newest', '&sort=price&currency=USD'].map(
        (more) => `/api/deals?limit=25${more}`,
      ),
      search: words.map((text) => `/api/listings?limit=25&q=${encodeURIComponent(text)}`),
      listing: rows.map(({ id }) => `/api/listings/${id}`),
      rules: ['/api/rules?limit=25', '/api/rules?limit=50'],
    }
    const address = (await app.start(['api']))!
    // Else what it reads of itself at a start would be taken for what the first of them ask.
    await read(address, '/api/value?title=bicycle')
    const statements = await record(address, Object.values(paths).flat())
    const people = Array.from({ length: Math.min(sessionsMax, counts.persons) }, (_, n) => firstUser + n)
    return { paths, statements, people }
  } finally {
    await app.close()
  }
}

/** What the program, which runs in this process, asks the database for each address, the second time. */
async function record(address: string, paths: readonly string[]): Promise<Record<string, Statement[]>> {
  const found: Record<string, Statement[]> = {}
  for (const path of paths) {
    await read(address, path)
    found[path] = await recordReads(() => read(address, path))
  }
  return found
}

async function read(address: string, path: string): Promise<void> {
  const answer = await fetch(`${address}${path}`)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`)
}

/** Lets these people sign in, whose rows there are already; the sessions come of the program that is asked. */
async function signIn(dataDir: string, env: Record<string, string>, people: readonly number[]) {
  const app: App = await openBenchApp(dataDir, { env })
  try {
    const token = (await setupLink(app.accounts)).split('/').at(-1)!
    await claim(app.accounts, { token, email: 'owner@example.com', password })
    const hash = await hashed(app.accounts, password, [])
    await app.db.query(
      `UPDATE users SET email = 'person' || id || '@example.com', email_verified = true, role = 'member' WHERE id = ANY($1::bigint[])`,
      [people],
    )
    await app.db.query(
      `INSERT INTO credentials (user_id, account_id, provider_id, password)
       SELECT id, id::text, 'credential', $2 FROM unnest($1::bigint[]) id`,
      [people, hash],
    )
  } finally {
    await app.close()
  }
  return async (address: string) => {
    const sessions: Record<string, string>[] = []
    for (const id of people) {
      const answer = await letIn(address, `person${id}@example.com`)
      if (!answer.ok) throw new Error(`person ${id} was not let in: ${answer.status} ${await answer.text()}`)
      const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0])
      sessions.push({ cookie: cookies.join('; ') })
    }
    return sessions
  }
}

/** A hash takes a third of a second of a core: what the program is too busy for is asked again when it says. */
async function letIn(address: string, email: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(`${address}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    const waitSeconds = Number(answer.headers.get('retry-after'))
    if (answer.status !== 503 || !(waitSeconds > 0)) return answer
    await answer.arrayBuffer()
    await sleep(waitSeconds * 1000)
  }
}

interface Load {
  paths: readonly string[]
  /** Headers of who asks, in turn. */
  sessions: readonly Record<string, string>[]
  callers: number
  seconds: number
  /** Counts from the first on. */
  warmedUp?: boolean
}

interface Figures {
  rps: number
  p50Ms: number
  p95Ms: number
  p99Ms: number
  errors: number
}

/** At each level after some seconds that do not count; `spike` is 500 callers at once upon 10. */
async function levelsOf(
  address: string,
  paths: readonly string[],
  sessions: Load['sessions'],
  seconds: number,
): Promise<Record<string, Figures>> {
  const found: Record<string, Figures> = {}
  for (const callers of levels) found[callers] = await load(address, { paths, sessions, callers, seconds })
  const calm = load(address, { paths, sessions, callers: 10, seconds })
  await sleep(warmMs + (seconds * 1000) / 3)
  const [{ errors }, spike] = await Promise.all([
    calm,
    load(address, { paths, sessions, callers: 500, seconds: seconds / 3, warmedUp: true }),
  ])
  return { ...found, spike: { ...spike, errors: spike.errors + errors } }
}

async function load(
  address: string,
  { paths, sessions, callers, seconds, warmedUp = false }: Load,
): Promise<Figures> {
  const pool = new Pool(address, { connections: callers, pipelining: 1 })
  const tookMs: number[] = []
  let errors = 0
  let turn = 0
  // A process that was just started fills its memory at the first of each, for seconds; to say what a thing is worth it
  // waits until all comparables are read, which takes most of a processor meanwhile.
  const first = [
    '/api/value?title=bicycle',
    ...paths.filter((_, at) => at % Math.ceil(paths.length / 12) === 0),
  ]
  for (const path of first)
    await pool.request({ method: 'GET', path, headers: sessions[0]! }).then(({ body }) => body.arrayBuffer())
  const warmUntilMs = performance.now() + (warmedUp ? 0 : warmMs)
  const endsAtMs = warmUntilMs + seconds * 1_000
  const caller = async () => {
    while (performance.now() < endsAtMs) {
      const at = turn++
      const startedAtMs = performance.now()
      // A step that shares no factor with their number goes through all of them, the kinds mixed.
      const path = paths[(at * 7919) % paths.length]!
      const isGood = await pool
        .request({ method: 'GET', path, headers: sessions[at % sessions.length]! })
        .then(async ({ statusCode, body }) => {
          await body.arrayBuffer()
          return statusCode === 200
        })
        .catch(() => false)
      if (startedAtMs < warmUntilMs) continue
      if (isGood) tookMs.push(performance.now() - startedAtMs)
      else errors++
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  const ranSeconds = (performance.now() - warmUntilMs) / 1000
  await pool.close()
  const at = (part: number) => Number((percentile(tookMs, part) ?? 0).toFixed(1))
  return {
    ...{ rps: Math.round(tookMs.length / ranSeconds), p50Ms: at(50), p95Ms: at(95), p99Ms: at(99) },
    errors,
  }
}

interface Server {
  address: string
  stop(): Promise<void>
}

async function startApi(dataDir: string, env: Record<string, string>): Promise<Server> {
  return startServer([here('../bin/deal-scout.js'), 'start', '--role', 'api'], {
    ...{ DEAL_SCOUT_DATA: dataDir, DEAL_SCOUT_PORT: '0', DEAL_SCOUT_DEMO: 'off', LEARN_FIRST: 'off' },
    ...env,
  })
}

/** Of a process that says somewhere where it listens. */
async function startServer(args: string[], env: Record<string, string> = {}): Promise<Server> {
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...env },
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk
      const found = /http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/.exec(said)?.[0]
      if (found !== undefined) resolve(found)
    }
    child.stdout!.on('data', listen)
    child.stderr!.on('data', listen)
    child.once('exit', () => reject(new Error(`it ended: ${said.slice(-2_000)}`)))
  })
  return {
    address,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
