import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chown, copyFile, open, readFile, stat, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './embedded-postgres-binaries.ts'
import { explainFailure } from './embedded-postgres-errors.ts'
import type { Layout } from './embedded-postgres-layout.ts'
import { asUser, type UserCommand } from './embedded-postgres-user.ts'

/** What a running or killed server left in its `postmaster.pid`; the parts it has not written yet are null. */
export interface PidFile {
  pid: number
  port: number | null
  /** `starting`, `ready`, `stopping`, `standby`. */
  status: string | null
}

/** The server's own record of itself: null when there is none, `torn` when it holds no pid. */
export async function readPidFile(clusterDir: string): Promise<PidFile | 'torn' | null> {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
      throw error
    },
  )
  return text === null ? null : parsePidFile(text)
}

export function parsePidFile(text: string): PidFile | 'torn' {
  const lines = text.split('\n').map((line) => line.trim())
  const pid = wholeNumber(lines[0])
  if (pid === null || pid < 1) return 'torn'
  const port = wholeNumber(lines[3])
  return { pid, port: port && port < 65_536 ? port : null, status: lines[7] || null }
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : null
}

/**
 * Whether the process with that id is the server of this cluster. The id alone proves nothing: after a crash it
 * may belong to anybody (in a restarted container it usually does), so the command line is compared. A zombie
 * has none and counts as gone.
 */
export async function isServerOf(pid: number, clusterDir: string): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    const args = line.split('\0')
    return (args[0]?.endsWith('postgres') ?? false) && args.includes(clusterDir)
  }
  if (process.platform === 'win32') return true
  const ps = await promisify(execFile)('/bin/ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(
    () => null,
  )
  return ps?.stdout.includes(`-D ${clusterDir}`) ?? false
}

/** Durability is never traded for speed; the rest keeps a laptop cool and makes every installation behave alike. */
export function serverSettings(port: number): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    // A socket's path is limited to about 100 bytes, which a data folder may exceed.
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '128MB',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_wal_size: '512MB',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    // Statements may hold personal data.
    log_min_error_statement: 'panic',
  }
  return asArguments(settings)
}

const asArguments = (settings: Readonly<Record<string, string | number>>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** A port that was free a moment ago; the one asked for when it still is. */
export async function freePort(preferred: number | null): Promise<number> {
  const listen = (port: number) =>
    new Promise<number | null>((done) => {
      const server = createServer()
      server.once('error', () => done(null))
      server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
        const address = server.address()
        server.close(() => done(typeof address === 'object' && address ? address.port : null))
      })
    })
  const port = (preferred && (await listen(preferred))) || (await listen(0))
  if (!port) throw new Error('no free port on 127.0.0.1')
  return port
}

const logBytesMax = 10 * 1024 * 1024

/** Keeps the log small: what is over the bound moves to one older file. The server appends, so it may be running. */
export async function boundLog(logFile: string, bytesMax: number = logBytesMax): Promise<void> {
  const size = await stat(logFile).then(
    (info) => info.size,
    () => 0,
  )
  if (size <= bytesMax) return
  await copyFile(logFile, `${logFile}.1`).catch(() => undefined)
  await truncate(logFile)
}

export interface SpawnedServer {
  child: ChildProcess
  /** Filled in when it ends or could not be run; watched from the very start, since it may end at once. */
  end: { exited: boolean; signal?: string | null; error?: unknown }
  /** What it wrote to its log since it was started, at most the last 32 KiB. */
  logTail(): Promise<string>
}

/**
 * Starts the server, with `more` settings, in a session of its own, with its output in the log: it must not die with the process, the
 * terminal or the process group that happened to start it.
 */
export async function spawnServer(
  layout: Layout,
  binaries: Binaries,
  port: number,
  notAServer: number | null,
  more: Readonly<Record<string, string>> = {},
): Promise<SpawnedServer> {
  const { logFile, clusterDir, runAs } = layout
  const log = await open(logFile, 'a', 0o600)
  try {
    if (runAs) await chown(logFile, runAs.uid, runAs.gid)
    const offset = (await log.stat()).size
    const command = await asUser(layout, binaries.postgres, [
      ...['-D', clusterDir, ...serverSettings(port), ...asArguments(more)],
    ])
    const child = spawn(command.file, command.args, {
      ...programOptions(layout, command),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { ...binaries.env, ...ignorePid(notAServer) },
    })
    const end: SpawnedServer['end'] = { exited: false }
    child.once('exit', (_code, signal) => Object.assign(end, { exited: true, signal }))
    child.once('error', (error) => Object.assign(end, { exited: true, error }))
    child.unref()
    return { child, end, logTail: () => readTail(logFile, offset) }
  } finally {
    await log.close()
  }
}

/**
 * The server refuses to start while the pid in a stale postmaster.pid is in use by anything of the same user.
 * This variable (made for wrappers around it) names one pid to disregard; unlike deleting the file it leaves
 * the check for orphaned server processes in force.
 */
function ignorePid(pid: number | null): Record<string, string> {
  return pid === null ? {} : { PG_GRANDPARENT_PID: String(pid) }
}

function programOptions({ dataDir }: Layout, { ids }: UserCommand) {
  return { cwd: dataDir, windowsHide: true, ...ids }
}

async function readTail(file: string, offset: number): Promise<string> {
  const handle = await open(file, 'r').catch(() => null)
  if (!handle) return ''
  try {
    const { size } = await handle.stat()
    const from = Math.max(size < offset ? 0 : offset, size - 32_768)
    const buffer = Buffer.alloc(Math.max(0, size - from))
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, from)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The end of a whole log, for messages. */
export function readLogTail(logFile: string): Promise<string> {
  return readTail(logFile, 0)
}

export interface ProgramRun {
  program: string
  args: string[]
  /** Completes "PostgreSQL could not …". */
  step: string
  layout: Layout
  binaries: Binaries
  input?: string
  env?: Record<string, string>
  signal?: AbortSignal | undefined
}

/** Runs one of the programs to its end and returns what it printed; a failure becomes a setup error that says what to do. */
export async function runProgram(run: ProgramRun): Promise<string> {
  const { program, args, step, layout, binaries, input, signal } = run
  const failure = { step, dataDir: layout.dataDir, runAs: layout.runAs, program }
  let output = ''
  const command = await asUser(layout, program, args)
  const code = await new Promise<number | null>((done, fail) => {
    const child = spawn(command.file, command.args, {
      ...programOptions(layout, command),
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      env: { ...binaries.env, ...run.env },
      ...(signal && { signal }),
    })
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-65_536)
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
    child.once('error', fail)
    child.once('close', done)
  }).catch(async (error: unknown) => {
    signal?.throwIfAborted()
    throw await explainFailure({ ...failure, output, error })
  })
  if (code !== 0) throw await explainFailure({ ...failure, output })
  return output
}

/** Runs one statement on a cluster whose server is not running; `notAServer` as for `spawnServer`. */
export async function runOffline(
  run: Pick<ProgramRun, 'layout' | 'binaries' | 'step' | 'signal'> & {
    sql: string
    notAServer: number | null
  },
): Promise<void> {
  const { layout, binaries, step, sql, notAServer } = run
  const program = binaries.postgres
  const args = ['--single', '-D', layout.clusterDir, 'postgres']
  const output = await runProgram({ ...run, program, args, input: `${sql}\n`, env: ignorePid(notAServer) })
  // It ends with success even when the statement failed.
  if (/(ERROR|FATAL|PANIC):/.test(output))
    throw await explainFailure({ step, dataDir: layout.dataDir, runAs: layout.runAs, program, output })
}
