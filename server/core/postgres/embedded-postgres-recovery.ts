import { chown, lstat, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { setupError } from '../errors.ts'
import type { Log } from '../log.ts'
import { findPackageDir, prepareBinaries } from './embedded-postgres-binaries.ts'
import { prepareDataDir } from './embedded-postgres-cluster.ts'
import { lastLines } from './embedded-postgres-errors.ts'
import type { Layout } from './embedded-postgres-layout.ts'
import { tryLock } from './embedded-postgres-lock.ts'
import { stopServer } from './embedded-postgres-run.ts'
import { freePort, isServerOf, readPidFile, spawnServer } from './embedded-postgres-server.ts'

export interface RecoverOptions {
  dataDir: string
  log: Log
  /** Where there are files of a server already, they are set aside instead of refused. */
  replace: boolean
  /** Up to and with what was committed then; null = up to the end. */
  to: Date | null
  /** Fills the folder with a copy of a server's files. */
  fill(folder: string): Promise<void>
  /** Fills the folder with the segments of its log, under their names. */
  fillLog(folder: string): Promise<void>
}

export interface Recovered {
  /** Where the files of before are; null = there were none. */
  setAside: string | null
}

/** A log of a week takes its time. */
const recoveryMsMax = 6 * 3_600_000

/**
 * Puts a server's files together from a copy and its log, up to a moment, and sets them in the place of those of the data
 * folder; until they are whole those stay. Nobody may use the data folder meanwhile.
 */
export async function recoverCluster(options: RecoverOptions): Promise<Recovered> {
  const { log, fill, fillLog } = options
  const layout = await prepareDataDir(options.dataDir, log)
  const starting = tryLock(layout.startLock, 'exclusive')
  const alone = tryLock(layout.usersLock, 'exclusive')
  let draft: string | null = null
  try {
    if (!starting || !alone || (await isServed(layout)))
      throw setupError(
        'restore-in-use',
        `Deal Scout, or its database, runs on ${layout.dataDir}: stop every process first.`,
      )
    const isThere = (await stat(layout.clusterDir).catch(() => null)) !== null
    if (isThere && !options.replace)
      throw setupError(
        'restore-would-replace',
        `There is a database in ${layout.clusterDir}. With --replace it is set aside, and what is restored takes its place.`,
      )
    draft = await mkdtemp(join(layout.dataDir, 'postgres-restore-'))
    const [clusterDir, segments] = [join(draft, 'files'), join(draft, 'log')]
    await fill(clusterDir)
    await fillLog(segments)
    await writeFile(join(clusterDir, 'recovery.signal'), '')
    if (layout.runAs) await giveTo(layout.runAs, draft)
    await replay({ ...layout, clusterDir }, segments, options)
    await forgetArchiving(join(clusterDir, 'postgresql.auto.conf'))
    const setAside = isThere ? `${layout.clusterDir}-before-${Date.now()}` : null
    if (setAside !== null) await rename(layout.clusterDir, setAside)
    await rename(clusterDir, layout.clusterDir)
    // That of the files is not known; the next start gives them a new one.
    await rm(layout.passwordFile, { force: true })
    return { setAside }
  } finally {
    if (draft !== null) await rm(draft, { recursive: true, force: true })
    alone?.release()
    starting?.release()
  }
}

async function isServed({ clusterDir }: Layout): Promise<boolean> {
  const found = await readPidFile(clusterDir)
  return found !== null && found !== 'torn' && isServerOf(found.pid, clusterDir)
}

/** Nobody can connect before it has ended: until then it is neither what it was nor what it will be. */
async function replay(layout: Layout, segments: string, { to, log }: RecoverOptions): Promise<void> {
  const binaries = await prepareBinaries(findPackageDir(process.platform, process.arch), layout.linksDir, log)
  const copy =
    process.platform === 'win32' ? `copy "${join(segments, '%f')}" "%p"` : `cp "${segments}/%f" "%p"`
  const ended = await run({ ...(to !== null && { recovery_target_time: asWritten(to) }) })
  // The last that is there is older than the moment: all of it is wanted.
  if (ended !== null && to !== null && ended.includes('recovery ended before configured recovery target')) {
    const again = await run({})
    if (again !== null) throw failed(again)
  } else if (ended !== null) throw failed(ended)

  /** Null = it came to its end, and was stopped; else what it said when it failed. */
  async function run(target: Record<string, string>): Promise<string | null> {
    const { child, end, logTail } = await spawnServer(layout, binaries, await freePort(null), null, {
      ...{ restore_command: copy, recovery_target_action: 'promote', recovery_target_timeline: 'latest' },
      ...{ hot_standby: 'off', archive_mode: 'off', ...target },
    })
    const deadline = performance.now() + recoveryMsMax
    for (;;) {
      if (end.exited) return await logTail()
      const found = await readPidFile(layout.clusterDir)
      if (found && found !== 'torn' && found.pid === child.pid && found.status === 'ready') break
      if (performance.now() > deadline) throw failed(await logTail())
      await sleep(50)
    }
    await stopServer(child.pid!, { layout, binaries, log })
    return null
  }

  function failed(output: string) {
    return setupError(
      'recovery-failed',
      `PostgreSQL could not put the database together from its copy and its log; what was there stays. It said:\n${lastLines(output, 10)}`,
    )
  }
}

/** As it is read before the server knows names of time zones. */
const asWritten = (moment: Date) => moment.toISOString().replace('T', ' ').replace('Z', '+00')

/** Where it is to go on keeping its log is said by the options of the next start. */
async function forgetArchiving(file: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  const kept = text.split('\n').filter((line) => !/^(?:basic_)?archive/.test(line))
  await writeFile(file, kept.join('\n'))
}

async function giveTo(owner: { uid: number; gid: number }, path: string): Promise<void> {
  await chown(path, owner.uid, owner.gid)
  if (!(await lstat(path)).isDirectory()) return
  for (const name of await readdir(path)) await giveTo(owner, join(path, name))
}
