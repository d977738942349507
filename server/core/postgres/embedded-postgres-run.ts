import { once } from 'node:events'
import { readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError, setupError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Binaries } from './embedded-postgres-binaries.ts'
import {
  createCluster,
  inspectCluster,
  makePassword,
  readPassword,
  roleName,
  storePassword,
  storeWhole,
} from './embedded-postgres-cluster.ts'
import { explainFailure, lastLines } from './embedded-postgres-errors.ts'
import type { Layout } from './embedded-postgres-layout.ts'
import { askServer } from './embedded-postgres-probe.ts'
import {
  boundLog,
  freePort,
  isServerOf,
  type PidFile,
  readLogTail,
  readPidFile,
  runOffline,
  runProgram,
  spawnServer,
} from './embedded-postgres-server.ts'

/** Longest stop, clean and forced together. */
export const stopTimeoutMs = 60_000

/** What starting and stopping need; both are done with the start lock held. */
export interface Start {
  layout: Layout
  binaries: Binaries
  log: Log
  signal: AbortSignal | undefined
  /** Whether some other process, anywhere on this machine, is registered as a user. */
  shared: boolean
  /** By performance.now(). */
  deadline: number
}

export interface Running {
  owner: boolean
  port: number
  pid: number
  password: string
}

/** Joins what runs, waits for what is starting or stopping, or starts the server. */
export async function ensureRunning(start: Start): Promise<Running> {
  const { layout, binaries, log, signal } = start
  let password = await readPassword(layout)
  if ((await inspectCluster(layout, binaries.major)) === 'absent') {
    password ??= await newPassword(layout)
    await createCluster(layout, binaries, log, signal)
  }
  let tornSince: number | undefined
  let kills = 0
  for (;;) {
    const found = await readPidFile(layout.clusterDir)
    if (found === 'torn') {
      // Its writer was killed, or the disk was full; the moment a living one needs to fill it is short.
      tornSince ??= performance.now()
      if (performance.now() - tornSince > 1_000)
        await rm(join(layout.clusterDir, 'postmaster.pid'), { force: true })
    } else {
      const running = found && (await whatRuns(found, password, layout))
      if (running === 'ours' && found?.port && password) {
        await boundLog(layout.logFile)
        return { owner: false, port: found.port, pid: found.pid, password }
      }
      if (running !== 'not-yet') {
        const notAServer = found?.pid ?? null
        password ??= await replacePassword(start, notAServer)
        await refuseOtherContainer(start)
        const port = await freePort(found?.port ?? (await lastPort(layout)))
        const server = await launch(start, { port, password, notAServer })
        if (typeof server === 'object') {
          await storePort(start, server.port)
          return { owner: true, password, ...server }
        }
        if (server === 'killed') kills += 1
        if (kills === 3) throw killedError(layout)
      }
    }
    await pause(start)
  }
}

/** `nothing` lives there; `ours` can be joined; `not-yet`: it is starting or stopping. */
async function whatRuns(
  found: PidFile,
  password: string | null,
  layout: Layout,
): Promise<'nothing' | 'ours' | 'not-yet'> {
  const answer = found.port && password ? await askServer(found.port, password, layout.clusterDir) : 'no'
  if (answer === 'ours') return 'ours'
  if (!(await isServerOf(found.pid, layout.clusterDir))) return 'nothing'
  if (answer === 'full') return 'ours'
  if (answer === 'refused' || !password) throw passwordError(layout)
  return 'not-yet'
}

/**
 * Containers that share a data folder see each other's locks but neither processes nor loopback, so a server in
 * the other one looks dead from here, and two servers on the same files destroy them. The starter therefore
 * leaves a note of where it lives; with users alive elsewhere, the server is not ours to replace.
 */
async function refuseOtherContainer({ layout, shared }: Start): Promise<void> {
  const spaces = ['pid', 'net'].map((kind) => readlink(`/proc/self/ns/${kind}`).catch(() => ''))
  const here = (await Promise.all(spaces)).join(' ')
  const note = join(layout.dataDir, 'postgres-host')
  const there = await readFile(note, 'utf8').catch(() => '')
  if (shared && there !== '' && there !== here)
    throw setupError(
      'embedded-postgres-shared',
      `${layout.dataDir} is in use by Deal Scout in another container, whose database cannot be reached from this one. ` +
        'Give each container its own data folder, or all of them the same DATABASE_URL.',
    )
  if (there !== here) await storeWhole(note, here, layout.runAs)
}

/** Its pid file tells the port too, but not after a full disk: the server takes it away, or cannot write it. */
async function lastPort({ portFile }: Layout): Promise<number | null> {
  const text = await readFile(portFile, 'utf8').catch(() => '')
  const port = Number(text)
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null
}

/** For the pools of those who used it before: they follow it elsewhere too, but only once they have looked. */
async function storePort({ layout, log }: Start, port: number): Promise<void> {
  if (port === (await lastPort(layout))) return
  await storeWhole(layout.portFile, String(port), layout.runAs).catch((error: unknown) =>
    log.warn({ err: error }, 'could not note the port of the embedded PostgreSQL'),
  )
}

async function newPassword(layout: Layout): Promise<string> {
  const password = makePassword()
  await storePassword(layout, password)
  return password
}

async function replacePassword(
  { layout, binaries, log, signal }: Start,
  notAServer: number | null,
): Promise<string> {
  const password = makePassword()
  log.warn(
    { file: layout.passwordFile },
    'the password file of the embedded PostgreSQL is lost: making a new one',
  )
  const step = 'set a new password in place of the lost one'
  const sql = `ALTER ROLE ${roleName} PASSWORD '${password}'`
  await runOffline({ layout, binaries, step, signal, notAServer, sql })
  await storePassword(layout, password)
  return password
}

function passwordError(layout: Layout) {
  return setupError(
    'embedded-postgres-password',
    `The password in ${layout.passwordFile} is not the database's. Put the right file back; or end every Deal Scout process ` +
      `and the database (its pid is the first line of ${join(layout.clusterDir, 'postmaster.pid')}), delete that file ` +
      'and start again: a new password is made.',
  )
}

function killedError(layout: Layout) {
  return setupError(
    'embedded-postgres-killed',
    `The database was killed from outside three times while it started, as happens when memory runs out. Free some memory (it needs about 200 MB) and start again; its log is ${layout.logFile}.`,
  )
}

const timeoutCode = 'embedded-postgres-timeout'

function isTimeout(error: unknown): boolean {
  return error instanceof AppError && error.code === timeoutCode
}

async function pause({ layout, signal, deadline }: Start): Promise<void> {
  if (performance.now() >= deadline) {
    throw setupError(
      timeoutCode,
      `The database in ${layout.clusterDir} did not become ready in time. It may still be recovering from a crash: start again in a minute. The end of ${layout.logFile}:\n${lastLines(await readLogTail(layout.logFile), 10)}`,
    )
  }
  await sleep(10, undefined, { signal })
}

interface Launch {
  port: number
  password: string
  notAServer: number | null
}

/** `again`: the port was taken, another server was quicker, or orphans of a killed one are still going. */
async function launch(
  start: Start,
  { port, password, notAServer }: Launch,
): Promise<{ port: number; pid: number } | 'again' | 'killed'> {
  const { layout, binaries } = start
  await boundLog(layout.logFile)
  const { child, end, logTail } = await spawnServer(layout, binaries, port, notAServer)
  try {
    for (;;) {
      if (end.exited) {
        const output = await logTail()
        if (passing.some((sign) => output.includes(sign))) return 'again'
        if (end.signal === 'SIGKILL') return 'killed'
        const { dataDir, runAs } = layout
        const failure = { step: 'start', dataDir, runAs, program: binaries.postgres, output }
        throw await explainFailure({ ...failure, error: end.error })
      }
      const found = await readPidFile(layout.clusterDir)
      if (found && found !== 'torn' && found.pid === child.pid && found.status === 'ready') {
        const answer = await askServer(port, password, layout.clusterDir)
        if (answer === 'ours') return { port, pid: found.pid }
        if (answer === 'refused') throw passwordError(layout)
      }
      await pause(start)
    }
  } catch (error) {
    // A recovery that takes long gets to its end only if it is left alone; else nobody asked for this server.
    const found = await readPidFile(layout.clusterDir)
    const recovering = isTimeout(error) && found && found !== 'torn' && found.pid === child.pid
    if (!recovering && !end.exited) {
      const gone = once(child, 'exit', { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
      child.kill('SIGINT')
      await gone
    }
    throw error
  }
}

const passing = [
  'could not create any TCP/IP sockets',
  'lock file "postmaster.pid" already exists',
  'lock file "postmaster.pid" is empty',
  'pre-existing shared memory block',
]

/** Fast shutdown: open transactions are rolled back, everything committed is on disk; after a minute, without the checkpoint. */
export async function stopServer(
  pid: number,
  { layout, binaries, log }: Pick<Start, 'layout' | 'binaries' | 'log'>,
): Promise<void> {
  if (!(await isServerOf(pid, layout.clusterDir))) return
  if (process.platform === 'win32') {
    const args = ['stop', '-m', 'fast', '-D', layout.clusterDir]
    await runProgram({ program: binaries.pgCtl, args, step: 'stop', layout, binaries })
    return
  }
  for (const kill of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, kill)
    const deadline = performance.now() + stopTimeoutMs / 2
    while (performance.now() < deadline) {
      if (!(await isServerOf(pid, layout.clusterDir))) return log.info({ pid }, 'embedded PostgreSQL stopped')
      await sleep(10)
    }
  }
  log.error({ pid }, 'the embedded PostgreSQL does not stop')
}
