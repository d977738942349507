import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { seededRandom } from '../server/core/random.ts'
import type { Attack, Failure, Row } from './contract.ts'
import { report } from './report.ts'
import { type DatabaseServer, openDatabaseServer } from './world/database.ts'
import { type RunOptions, runAttack } from './world/world.ts'

const usage = `npm run attack -- [--minutes N | --requests N] [--seed N] [--only fuzz,bombs] [--case NAME] [--database postgres://…] [--json] [--list]
Tries the real program from outside, for N minutes (10) in all, or with N requests of several people; docs/attack.md says what and how.`

/** A run by requests is broken off after this. */
const hoursMax = 12

export interface Plan {
  minutes: number
  seed: number
  only: string[] | null
  onlyCase: string | null
  /** Instead of the time: so many requests of attacks that go by them. */
  requests?: number | null
  /** A server on which databases may be made and dropped; null = an embedded one. */
  database: string | null
  stop: AbortSignal
  limits?: RunOptions['limits']
  say(line: string): void
}

/** Every attack of the folder, by name. */
export async function loadAttacks(): Promise<Attack[]> {
  const folder = new URL('./attacks/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.startsWith('lib-'))
  return Promise.all(
    files
      .sort()
      .map(async (name) => ((await import(new URL(name, folder).href)) as { default: Attack }).default),
  )
}

/** Runs the attacks in an order that the seed settles; what one leaves of its share of the time is the others'. */
export async function runAttacks(plan: Plan): Promise<{ rows: Row[]; failures: Failure[] }> {
  const known = await loadAttacks()
  const unknown = plan.only?.filter((name) => !known.some((attack) => attack.name === name)) ?? []
  if (unknown.length > 0) {
    throw new Error(
      `There is no attack ${unknown.join(', ')}: there are ${known.map(({ name }) => name).join(', ')}.`,
    )
  }
  const chosen = known.filter(({ name }) => plan.only?.includes(name) ?? true)
  const order = shuffled(chosen, seededRandom(plan.seed))
  let leftMs = plan.minutes * 60_000
  const rows: Row[] = []
  const failures: Failure[] = []
  let server: Promise<DatabaseServer> | null = null
  const databases = () => {
    server ??= openDatabaseServer(plan.database)
    return server
  }
  try {
    for (const [at, attack] of order.entries()) {
      if (plan.stop.aborted) break
      const shareMs = leftMs / (order.length - at)
      plan.say(`${attack.name}: ${attack.about} (up to ${Math.round(shareMs / 1000)} s)`)
      const done = await runAttack(attack, {
        seed: plan.seed,
        forMs: Math.round(shareMs),
        onlyCase: plan.onlyCase,
        stop: plan.stop,
        requests: plan.requests ?? null,
        databases,
        limits: plan.limits,
        say: plan.say,
      })
      // What one takes beyond its share, for its start or its end, is not at the cost of the others.
      leftMs -= Math.min(shareMs, done.tookMs)
      rows.push(done.row)
      failures.push(...done.failures)
    }
  } finally {
    await (server as Promise<DatabaseServer> | null)?.then((one) => one[Symbol.asyncDispose]())
  }
  return { rows, failures }
}

/** What the attacks counted, added up. */
function countsOf(rows: readonly Row[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { counts } of rows)
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count
  return sums
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string' },
      only: { type: 'string' },
      case: { type: 'string' },
      database: { type: 'string' },
      requests: { type: 'string' },
      json: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const print = (text: string) => void process.stdout.write(`${text}\n`)
  const requests = values.requests === undefined ? null : Number(values.requests)
  // Whoever counts requests waits for them.
  const minutes = requests === null ? Number(values.minutes) : hoursMax * 60
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)
  if (values.help || !(minutes > 0) || !(requests === null || requests > 0) || !Number.isSafeInteger(seed)) {
    print(usage)
    return values.help ? 0 : 2
  }
  if (values.list) {
    for (const { name, about } of await loadAttacks()) print(`${name}: ${about}`)
    return 0
  }
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (!stop.signal.aborted) process.stderr.write(`${name}: cleaning up\n`)
      stop.abort(name)
    })
  }
  // A slip of our own must not leave programs running: it ends the run in order, as a signal does.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`the suite itself failed: ${error.stack}\n`)
    stop.abort('uncaughtException')
  })
  process.stderr.write(`seed ${seed}\n`)
  const { rows, failures } = await runAttacks({
    minutes,
    seed,
    only: values.only?.split(',') ?? (requests === null ? null : ['people']),
    requests,
    onlyCase: values.case ?? null,
    database: values.database ?? null,
    stop: stop.signal,
    say: (line) => void process.stderr.write(`${line}\n`),
  })
  if (values.json) print(JSON.stringify({ seed, ...countsOf(rows), failed: failures.length }))
  else print(report(rows, failures, seed))
  if (stop.signal.aborted) return stop.signal.reason === 'uncaughtException' ? 2 : 130
  return failures.length > 0 ? 1 : 0
}

if (process.argv[1] === import.meta.filename) {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
      process.exit(2)
    },
  )
}
