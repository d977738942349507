import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { until } from './until.ts'

const launcher = fileURLToPath(new URL('../../bin/deal-scout.js', import.meta.url))

export interface ProgramOptions {
  env?: Record<string, string>
  cwd?: string
  /** Of another copy of the program; default: this one's. */
  launcher?: string
  /** The Node that starts the launcher; default: this one. */
  node?: string
  /** A shell's words before the command, e.g. `ulimit -f 100;`. */
  before?: string
  uid?: number
  /** Killed after this time. */
  timeoutMs?: number
}

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
  ms: number
}

/** `deal-scout …` as a process of its own, the way a person starts it. */
export interface Program extends AsyncDisposable {
  child: ChildProcess
  stdout(): string
  stderr(): string
  /** What ends it: resolves when the launcher is gone. */
  ended: Promise<Ran>
  /** The pid of the program itself, under its launcher. */
  pid(): number
}

/** Starts it; nothing of this process's environment but PATH is passed on. */
export function startProgram(args: string[], options: ProgramOptions = {}): Program {
  const startedAt = performance.now()
  const command = [options.node ?? process.execPath, options.launcher ?? launcher, ...args]
  const [file, ...rest] =
    options.before === undefined ? command : ['sh', '-c', `${options.before} exec "$@"`, 'sh', ...command]
  const child = spawn(file!, rest, {
    // A group of its own, so that nothing survives the test.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: options.cwd ?? tmpdir(),
    env: { PATH: process.env.PATH, ...options.env },
    ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
  })
  const texts = { stdout: '', stderr: '' }
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    texts.stdout += text
  })
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    texts.stderr += text
  })
  const kill = () => {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {
      // The group is gone.
    }
  }
  const timer = setTimeout(kill, options.timeoutMs ?? 200_000)
  const ended = once(child, 'close').then(([code]) => {
    clearTimeout(timer)
    return { code: code as number | null, ...texts, ms: Math.round(performance.now() - startedAt) }
  })
  return {
    child,
    stdout: () => texts.stdout,
    stderr: () => texts.stderr,
    ended,
    pid: () =>
      Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ')[0]),
    async [Symbol.asyncDispose]() {
      kill()
      await ended
    },
  }
}

/** Runs it to its end. */
export async function run(args: string[], options: ProgramOptions = {}): Promise<Ran> {
  return startProgram(args, options).ended
}

/** Starts the server and waits until it says where it is. */
export async function startServer(
  options: ProgramOptions,
): Promise<Program & { address: string; readyMs: number }> {
  const startedAt = performance.now()
  const program = startProgram(['start'], { timeoutMs: 300_000, ...options })
  const address = await until(async () => {
    if (program.child.exitCode !== null) throw new Error(`it ended: ${program.stderr()}`)
    return /Deal Scout is at (http:\S+)/.exec(program.stderr())?.[1]
  }, 60_000)
  return Object.assign(program, { address, readyMs: Math.round(performance.now() - startedAt) })
}

/** A data folder that an embedded PostgreSQL run by root may pass through; with it goes whatever still runs there. */
export function dataFolder(): { path: string; databasePid(): number | null } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'deal-scout-e2e-'))
  chmodSync(path, 0o711)
  const databasePid = () => {
    const file = join(path, 'postgres/postmaster.pid')
    if (!existsSync(file)) return null
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    return isRunning(pid) ? pid : null
  }
  return {
    path,
    databasePid,
    [Symbol.dispose]() {
      const pid = databasePid()
      if (pid !== null) {
        process.kill(pid, 'SIGQUIT')
        // Until it is gone it may write into the folder.
        for (let i = 0; i < 100 && isRunning(pid); i++)
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
      }
      rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** The log lines so far, as the objects they are. */
export function logLines(stderr: string): { msg: string; level: number }[] {
  return stderr
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      try {
        return [JSON.parse(line)]
      } catch {
        return []
      }
    })
}
