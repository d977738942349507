import { readFileSync } from 'node:fs'
import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, Worker, workerData } from 'node:worker_threads'

/** What the probe saw since it was asked last. */
export interface Seen {
  /**
   * Longest wait for /livez, that under way included, less what the machine took of it: the time in which the program
   * wanted a processor and had none, or what a bare server took at the same time.
   */
  worstMs: number
  /** Slowest answer of the bare server: what the machine itself took. */
  machineMs: number
  /** How long the request under way waits by now; 0 when none does. */
  waitingMs: number
  /** Waits of all probes, as counts by ms; those that a blocked program never let us begin are counted in. */
  counts: [ms: number, times: number][]
  /** Requests that got no answer at all (refused, cut). */
  unanswered: number
}

export interface Probe extends AsyncDisposable {
  look(): Promise<Seen>
}

export const probeEveryMs = 20
/** Nobody waits longer than this for one answer. */
const patienceMs = 120_000

/** Asks `/livez` every 20 ms from a thread of its own, beside a bare server in another one. */
export async function startProbe(address: string, pid: number): Promise<Probe> {
  const self = new URL(import.meta.url)
  const yardstick = new Worker(self, { workerData: { role: 'yardstick' } })
  const yardstickAt = await new Promise<string>((resolve, reject) => {
    yardstick.once('message', resolve).once('error', reject)
  })
  const prober = new Worker(self, { workerData: { role: 'probe', address, pid, yardstickAt } })
  // Answers come in the order of the questions.
  let ended = false
  const asked: ((seen: Seen) => void)[] = []
  prober.on('message', (seen: Seen) => asked.shift()?.(seen))
  return {
    look: () =>
      new Promise<Seen>((resolve) => {
        if (ended) return resolve(nothingSeen)
        asked.push(resolve)
        prober.postMessage('look')
      }),
    async [Symbol.asyncDispose]() {
      ended = true
      await Promise.all([prober.terminate(), yardstick.terminate()])
      for (const tell of asked.splice(0)) tell(nothingSeen)
    },
  }
}

const nothingSeen: Seen = { worstMs: 0, machineMs: 0, waitingMs: 0, counts: [], unanswered: 0 }

interface Line {
  /** When each recent wait began and ended, and how much of it the program waited for a processor. */
  recent: { from: number; to: number; starvedMs: number }[]
  since: number | null
  starvedAtMs: number
  unanswered: number
}

async function ask(line: Line, agent: Agent, url: string, starvedMs: () => number): Promise<void> {
  line.since = performance.now()
  line.starvedAtMs = starvedMs()
  const isAnswered = await new Promise<boolean>((resolve) => {
    const request = get(url, { agent, timeout: patienceMs }, (response) => {
      response.resume()
      response.once('end', () => resolve(true)).once('error', () => resolve(false))
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })
  const from = line.since
  line.since = null
  if (isAnswered) line.recent.push({ from, to: performance.now(), starvedMs: starvedMs() - line.starvedAtMs })
  else line.unanswered++
}

async function probe(address: string, pid: number, yardstickAt: string): Promise<void> {
  const program: Line = { recent: [], since: null, starvedAtMs: 0, unanswered: 0 }
  const bare: Line = { recent: [], since: null, starvedAtMs: 0, unanswered: 0 }
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  parentPort!.on('message', () => {
    parentPort!.postMessage(summary(program, bare, starved()))
    // What overlaps a wait that still lasts is needed for that one.
    const since = program.since ?? Number.POSITIVE_INFINITY
    program.recent = []
    program.unanswered = 0
    bare.recent = bare.recent.filter(({ to }) => to >= since)
  })
  const starved = () => starvedMsOf(pid)
  const beat = async (line: Line, url: string, starvedMs: () => number): Promise<never> => {
    for (;;) {
      const beganMs = performance.now()
      await ask(line, agent, url, starvedMs)
      await sleep(Math.max(0, probeEveryMs - (performance.now() - beganMs)))
    }
  }
  await Promise.all([beat(program, `${address}/livez`, starved), beat(bare, yardstickAt, () => 0)])
}

/** How long the main thread of a process stood ready without a processor so far, in ms; 0 where nobody counts that. */
function starvedMsOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6 || 0
  } catch {
    return 0
  }
}

function summary(program: Line, bare: Line, starvedNowMs: number): Seen {
  const now = performance.now()
  const machine = (from: number, to: number) =>
    Math.max(
      0,
      ...bare.recent.filter((one) => one.to >= from && one.from <= to).map((one) => one.to - one.from),
    )
  const counts = new Map<number, number>()
  let worstMs = 0
  const add = (from: number, to: number, starvedMs: number) => {
    worstMs = Math.max(worstMs, to - from - Math.max(starvedMs, machine(from, to)))
    for (let ms = to - from; ms >= 0; ms -= probeEveryMs)
      counts.set(Math.ceil(ms), (counts.get(Math.ceil(ms)) ?? 0) + 1)
  }
  for (const { from, to, starvedMs } of program.recent) add(from, to, starvedMs)
  const waitingMs = program.since === null ? 0 : now - program.since
  if (program.since !== null)
    worstMs = Math.max(
      worstMs,
      waitingMs - Math.max(starvedNowMs - program.starvedAtMs, machine(program.since, now)),
    )
  return {
    worstMs: Math.round(worstMs),
    machineMs: Math.round(machine(0, now)),
    waitingMs: Math.round(waitingMs),
    counts: [...counts],
    unanswered: program.unanswered,
  }
}

function serveYardstick(): void {
  const server = createServer((_, response) => response.end('{"alive":true}'))
  server.listen(0, '127.0.0.1', () =>
    parentPort!.postMessage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
  )
}

const data = workerData as { role?: string; address: string; pid: number; yardstickAt: string } | null
if (parentPort !== null && data?.role === 'yardstick') serveYardstick()
if (parentPort !== null && data?.role === 'probe') await probe(data.address, data.pid, data.yardstickAt)
