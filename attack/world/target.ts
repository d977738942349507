import { setTimeout as sleep } from 'node:timers/promises'
import { dataFolder, type Program, startProgram } from '../../test/harness/program.ts'
import { until } from '../../test/harness/until.ts'
import { Broken, promisedLimits } from '../contract.ts'
import { type Answer, type Call, call } from './http.ts'
import { residentMb } from './memory.ts'
import { type Probe, startProbe } from './probe.ts'

export interface TargetOptions {
  env?: Record<string, string>
  /** Roles, where it is not the whole program; one without `api` has no address and is not probed. */
  roles?: string[]
  /** Default: a new one, removed with the program. */
  dataDir?: string
  /** A shell's words before the command. */
  before?: string
  /** No probe of /livez: for those of many. */
  unprobed?: boolean
}

/** What happened since it was looked at last. */
export interface Damage {
  worstMs: number
  machineMs: number
  growthMb: number
  /** What it wrote that no program should write. */
  errors: string[]
  ended: string | null
}

/** A running program under attack. */
export interface Target extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`; empty without the api role. */
  address: string
  dataDir: string
  pid(): number
  log(): string
  ask(request: Call): Promise<Answer>
  /** JSON from the API; throws `Broken` on anything but 2xx. */
  json<T>(method: string, path: string, body?: unknown): Promise<T>
  /** From now on counts what happens. */
  mark(): Promise<void>
  damage(): Promise<Damage>
  figures(): { slowestMs: number; counts: ReadonlyMap<number, number>; peakMb: number; growthMb: number }
  isAlive(): boolean
  /** It was let go of, and is nobody's to watch any more. */
  isOver(): boolean
  kill(): Promise<void>
  /** SIGTERM; how long it took, in ms. */
  stop(patienceMs?: number): Promise<number>
  /**
   * Starts a dead one again on its folder; when what killed it kills it once more, on a new folder. Says that, as a
   * sentence.
   */
  revive(): Promise<string | null>
}

/** So long without any answer counts as never: it is killed, and the attack goes on with a new one. */
export const hangMsMax = 15_000
/** What killed a program kills it again within this time after a restart, if it does. */
const againMs = 10_000
const alarming =
  /uncaught|unhandled ?rejection|FATAL ERROR|heap out of memory|ERR_WORKER_OUT_OF_MEMORY|^\w*Error: |^ {4}at /i

/** What the program says of itself in its log it has in hand, unless it is fatal; what is no log line slipped out. */
function isAlarming(line: string): boolean {
  const [, level] = /^\{"level":(\d+)/.exec(line) ?? []
  return level === undefined
    ? alarming.test(line)
    : Number(level) >= 60 || /uncaught|unhandled ?rejection/i.test(line)
}

export async function startTarget(options: TargetOptions = {}): Promise<Target> {
  let own = options.dataDir === undefined ? dataFolder() : null
  let dataDir = options.dataDir ?? own!.path
  const isApi = options.roles === undefined || options.roles.includes('api')
  let program: Program
  let probe: Probe | null = null
  let sampling = true
  let killedByUs = false
  let hung = false
  let baseMb = 0
  let logRead = 0
  const since = { worstMs: 0, machineMs: 0, peakMb: 0 }
  const all = { slowestMs: 0, counts: new Map<number, number>(), peakMb: 0, growthMb: 0 }
  let startedMb = 0

  const target: Target = {
    address: '',
    get dataDir() {
      return dataDir
    },
    pid: () => program.pid(),
    log: () => program.stderr(),
    ask: (request) => call(target.address, request),
    async json(method, path, body) {
      const answer = await call(target.address, { method, path, ...(body !== undefined && { json: body }) })
      if (answer.status >= 200 && answer.status < 300)
        return answer.text === '' ? null : JSON.parse(answer.text)
      throw new Broken(`${method} ${path} answered ${answer.status}: ${answer.text.slice(0, 300)}`)
    },
    async mark() {
      await sample()
      Object.assign(since, { worstMs: 0, machineMs: 0, peakMb: 0 })
      baseMb = memory()
      logRead = program.stderr().length
    },
    async damage() {
      await sample()
      // Whoever cuts connections may be about to end.
      if (target.isAlive() && !(await answers())) await Promise.race([program.ended, sleep(3_000)])
      const fresh = program.stderr().slice(logRead)
      return {
        ...since,
        growthMb: Math.max(0, since.peakMb - baseMb),
        errors: fresh.split('\n').filter(isAlarming).slice(0, 2),
        ended:
          target.isAlive() || killedByUs
            ? null
            : hung
              ? `/livez did not answer for ${hangMsMax / 1000} s, so it was killed`
              : endOf(program),
      }
    },
    figures: () => all,
    isOver: () => !sampling,
    isAlive: () => program.child.exitCode === null && program.child.signalCode === null,
    async kill() {
      killedByUs = true
      process.kill(program.pid(), 'SIGKILL')
      await program.ended
    },
    async stop(patienceMs = 20_000) {
      const beganMs = performance.now()
      killedByUs = true
      if (target.isAlive()) program.child.kill('SIGTERM')
      const end = await Promise.race([program.ended, sleep(patienceMs, null, { ref: false })])
      if (end === null) await program[Symbol.asyncDispose]()
      return Math.round(performance.now() - beganMs)
    },
    async revive() {
      await bury()
      const again = await launch()
        .then(() => diesWithin(againMs))
        .catch((error: Error) => error.message)
      if (again !== null && own !== null) {
        await bury()
        own[Symbol.dispose]()
        own = dataFolder()
        dataDir = own.path
        await launch()
      }
      await target.mark()
      return again
    },
    async [Symbol.asyncDispose]() {
      if (!sampling) return
      sampling = false
      await probe?.[Symbol.asyncDispose]()
      await target.stop(5_000)
      await program[Symbol.asyncDispose]()
      own?.[Symbol.dispose]()
    },
  }

  async function bury(): Promise<void> {
    await probe?.[Symbol.asyncDispose]()
    probe = null
    await program[Symbol.asyncDispose]()
  }

  async function diesWithin(ms: number): Promise<string | null> {
    const ended = await Promise.race([program.ended, sleep(ms, null)])
    return ended === null ? null : endOf(program)
  }

  const answers = () =>
    target.address === '' ||
    call(target.address, { method: 'GET', path: '/livez', timeoutMs: hangMsMax }).then(
      () => true,
      () => false,
    )

  const memory = () => (target.isAlive() ? residentMb(program.child.pid!) : 0)

  async function sample(): Promise<void> {
    const mb = memory()
    since.peakMb = Math.max(since.peakMb, mb)
    all.peakMb = Math.max(all.peakMb, mb)
    all.growthMb = Math.max(all.growthMb, mb - startedMb)
    const seen = await probe?.look()
    if (seen === undefined) return
    since.worstMs = Math.max(since.worstMs, seen.worstMs)
    since.machineMs = Math.max(since.machineMs, seen.machineMs)
    all.slowestMs = Math.max(all.slowestMs, seen.worstMs)
    for (const [ms, times] of seen.counts) all.counts.set(ms, (all.counts.get(ms) ?? 0) + times)
    if (seen.waitingMs > hangMsMax && target.isAlive() && !killedByUs) {
      hung = true
      process.kill(program.pid(), 'SIGKILL')
      await program.ended
    }
  }

  async function launch(): Promise<void> {
    killedByUs = false
    hung = false
    program = startProgram(['start', ...(options.roles ? ['--role', options.roles.join(',')] : [])], {
      cwd: dataDir,
      // Bounded whatever happens to us.
      timeoutMs: 6 * 3_600_000,
      ...(options.before !== undefined && { before: options.before }),
      env: {
        DEAL_SCOUT_DATA: dataDir,
        DEAL_SCOUT_PORT: '0',
        DEAL_SCOUT_DEMO: 'off',
        DEAL_SCOUT_LOG_FORMAT: 'json',
        // What a limit refuses, or a load sheds, tries nothing.
        ...Object.fromEntries(
          ['RATE_LIMIT_READ', 'RATE_LIMIT_WRITE', 'RATE_LIMIT_COSTLY', 'RATE_LIMIT_STRICT']
            .concat('SHED_EVENT_LOOP_DELAY_MS', 'SHED_HEAP_PERCENT')
            .map((name) => [name, '0']),
        ),
        ...options.env,
      },
    })
    const ready = isApi ? /Deal Scout is at (http:[^\s"]+)/ : /"msg":"roles: /
    const says = await until(async () => {
      if (!target.isAlive()) throw new Broken(`it did not start: ${endOf(program)}`)
      return ready.exec(program.stderr())
    }, 120_000)
    target.address = isApi ? says[1]! : ''
    if (isApi && options.unprobed !== true) probe = await startProbe(target.address, program.pid())
    // What a start itself costs is no attack's fault.
    await sleep(1_500)
    startedMb = memory()
  }

  await launch()
  await target.mark()
  void (async () => {
    while (sampling) {
      await sample().catch(() => {})
      await sleep(200)
    }
  })()
  return target
}

function endOf(program: Program): string {
  const { exitCode, signalCode } = program.child
  const log = program.stderr().trim()
  const last =
    /(?:FATAL ERROR|deal-scout: |\w*Error: ).*/.exec(log)?.[0] ??
    log.split('\n').slice(-2).join(' | ').slice(-300)
  return `the program ended with ${signalCode ?? exitCode}: ${last}`
}

/** What of the limits was broken, as sentences. */
export function brokenLimits(damage: Damage, limits: { livezMs?: number; growthMb?: number }): string[] {
  const { livezMs = promisedLimits.livezMs, growthMb = promisedLimits.growthMb } = limits
  return [
    ...(damage.ended === null ? [] : [damage.ended]),
    ...(damage.worstMs > livezMs
      ? [`/livez took ${damage.worstMs} ms (a bare server ${damage.machineMs} ms)`]
      : []),
    ...(damage.growthMb > growthMb ? [`memory grew by ${Math.round(damage.growthMb)} MB`] : []),
    ...damage.errors.map((line) => `it wrote: ${line.slice(0, 200)}`),
  ]
}
