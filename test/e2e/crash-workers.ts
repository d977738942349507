import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { TestApp } from '../harness/app.ts'

export interface Worker {
  readonly started: boolean
  /** In the middle of a file. */
  readonly imports: boolean
}

export interface Workers extends AsyncDisposable {
  /** Those who start or work, the oldest first. */
  readonly alive: readonly Worker[]
  readonly imported: number
  /** Lets the workers import the first `count` files. */
  release(count: number): void
  /** Kills it with SIGKILL; another takes its place. */
  kill(worker: Worker): Promise<void>
}

/** So many files may be begun before the oldest is done: what is looked at twice comes in its order. */
const filesAhead = 20

/**
 * Keeps `atOnce` programs running, who deliver and each import the oldest released file that nobody imports. One more
 * has loaded already and waits, so that a place is empty only as long as a start itself takes.
 */
export function startWorkers(
  test: TestApp,
  { atOnce, files, env }: { atOnce: number; files: readonly string[]; env: Record<string, string> },
): Workers {
  const alive: Process[] = []
  const ended: Error[] = []
  const imported = new Set<string>()
  let released = 0
  const spawnOne = () => {
    const worker = startProcess(test, env, (said) => {
      if (said === 'imported' && worker.file !== null) imported.add(worker.file)
      worker.file = null
      assign()
    })
    void worker.ended.then((code) => {
      if (worker === spare || alive.includes(worker))
        ended.push(new Error(`a worker ended by itself with ${code}`))
    })
    return worker
  }
  const assign = () => {
    const oldest = files.findIndex((file) => !imported.has(file))
    if (oldest === -1) return
    const open = files
      .slice(oldest, Math.min(released, oldest + filesAhead))
      .filter((file) => !imported.has(file) && !alive.some((worker) => worker.file === file))
    for (const worker of alive.filter(({ started, file }) => started && file === null)) {
      worker.file = open.shift() ?? null
      if (worker.file !== null) worker.notify(worker.file)
    }
  }
  let spare = spawnOne()
  const fill = () => {
    while (alive.length < atOnce) {
      alive.push(spare)
      spare.notify('start')
      spare = spawnOne()
    }
    assign()
  }
  fill()
  const check = () => {
    if (ended[0]) throw ended[0]
  }
  return {
    get alive() {
      check()
      return alive
    },
    get imported() {
      check()
      return imported.size
    },
    release(count) {
      released = Math.max(released, count)
      assign()
    },
    async kill(worker) {
      const [victim] = alive.splice(alive.indexOf(worker as Process), 1)
      await victim!.kill()
      fill()
    },
    async [Symbol.asyncDispose]() {
      const all = [...alive.splice(0), spare]
      await Promise.all(all.map((worker) => worker.kill()))
    },
  }
}

interface Process extends Worker {
  /** What it imports. */
  file: string | null
  ended: Promise<number | null>
  notify(line: string): void
  kill(): Promise<void>
}

function startProcess(test: TestApp, env: Record<string, string>, onSaid: (word: string) => void): Process {
  const { dataDir } = test.app.config
  const script = fileURLToPath(new URL('./crash-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, '3', '120'], {
    cwd: dataDir,
    env: {
      ...env,
      NODE_COMPILE_CACHE: join(dataDir, 'compile-cache'),
      ...test.database.env,
      DATABASE_POOL_SIZE: '5',
      DEAL_SCOUT_DATA: dataDir,
      DEAL_SCOUT_DEMO: 'off',
      DEAL_SCOUT_LOG_LEVEL: 'error',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // One that was killed reads no more.
  child.stdin.on('error', () => {})
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  let started = false
  let killed = false
  createInterface({ input: child.stdout }).on('line', (word) => {
    // What it still said before its death came too late for whoever has its file now.
    if (killed) return
    if (word === 'started') started = true
    onSaid(word)
  })
  return {
    file: null,
    ended,
    get started() {
      return started
    },
    get imports() {
      return this.file !== null
    },
    notify(line) {
      child.stdin.write(`${line}\n`)
    },
    async kill() {
      killed = true
      child.kill('SIGKILL')
      await ended
    },
  }
}

interface LeftLease {
  id: number
  token: string
  diedAt: Date
  /** While a worker ran that could have taken it, and its queue did not rest. */
  waitedMs: number
}

/**
 * Watches how long what was under way when a process died holds up its queue: until it ended, or another attempt on it
 * or on an older one of the same person and channel was begun. Whose it was is not known, so what others had under way
 * is watched too: it may not take longer either. Only time counts in which a worker runs, and in which the queue does not
 * rest because the receiver turned away another message of it.
 */
export function watchTakeUp(test: TestApp, workers: Workers) {
  const left = new Map<string, LeftLease>()
  let longestMs = 0
  const look = async (sinceMs: number) => {
    const waiting = [...left.values()]
    if (waiting.length === 0) return
    const { rows } = await test.database.db.query<{ token: string; rests: boolean }>(
      `SELECT d.lease_token AS token, coalesce(q.retry_at > now(), false) AS rests FROM deliveries d
       JOIN unnest($1::bigint[], $2::uuid[], $3::timestamptz[]) AS l(id, token, died_at)
         ON d.id = l.id AND d.lease_token = l.token
       JOIN channel_queues q ON q.user_id = d.user_id AND q.channel = d.channel
       WHERE NOT EXISTS (SELECT FROM deliveries o WHERE o.user_id = d.user_id AND o.channel = d.channel
                         AND o.state = 'leased' AND o.due_at > d.due_at)
         AND NOT EXISTS (SELECT FROM delivery_attempts a JOIN deliveries o ON o.id = a.delivery_id
                         WHERE o.user_id = d.user_id AND o.channel = d.channel AND a.started_at > l.died_at)`,
      [waiting.map(({ id }) => id), waiting.map(({ token }) => token), waiting.map(({ diedAt }) => diedAt)],
    )
    const still = new Map(rows.map((row) => [row.token, row]))
    for (const lease of waiting) {
      const row = still.get(lease.token)
      if (row?.rests !== true) lease.waitedMs += sinceMs
      longestMs = Math.max(longestMs, lease.waitedMs)
      if (row === undefined) left.delete(lease.token)
    }
  }
  let watching = true
  const watch = (async () => {
    let lookedAtMs = performance.now()
    while (watching) {
      await sleep(200)
      const isServed = workers.alive.some(({ started }) => started)
      const now = performance.now()
      await look(isServed ? now - lookedAtMs : 0)
      lookedAtMs = now
    }
  })()
  // Who waits for it hears of a failure; until then it is nobody's.
  watch.catch(() => {})
  return {
    async afterKill() {
      const diedAt = new Date()
      const { rows } = await test.database.db.query<{ id: number; token: string }>(
        `SELECT id, lease_token AS token FROM deliveries WHERE state = 'leased'`,
      )
      // What an earlier death left is as old as that.
      for (const row of rows) if (!left.has(row.token)) left.set(row.token, { ...row, diedAt, waitedMs: 0 })
    },
    async longestMs() {
      watching = false
      await watch
      expect(left.size).toBe(0)
      return longestMs
    },
    async [Symbol.asyncDispose]() {
      watching = false
      await watch.catch(() => {})
    },
  }
}
