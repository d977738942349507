import { randomBytes } from 'node:crypto'
import {
  access,
  chmod,
  chown,
  constants,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setupError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Binaries } from './embedded-postgres-binaries.ts'
import { useDatabaseUrl } from './embedded-postgres-binaries.ts'
import { explainFailure, maySearch, type RunAs } from './embedded-postgres-errors.ts'
import type { Layout } from './embedded-postgres-layout.ts'
import { runProgram } from './embedded-postgres-server.ts'

export const roleName = 'deal_scout'

/** Makes the data folder usable for us and for who PostgreSQL will run as; changes nothing above it. */
export async function prepareDataDir(requested: string, log: Log): Promise<Layout> {
  const wanted = resolve(requested)
  const root = process.geteuid?.() === 0
  try {
    await makeFolder(wanted, root ? 0o711 : 0o700)
    await access(wanted, constants.R_OK | constants.W_OK | constants.X_OK)
    const dataDir = await realpath(wanted)
    const clusterDir = join(dataDir, 'postgres')
    const runAs = root ? await chooseUser([clusterDir, dataDir]) : null
    if (runAs) await letThrough(dataDir, runAs, log)
    return {
      dataDir,
      clusterDir,
      passwordFile: join(dataDir, 'postgres-password'),
      logFile: join(dataDir, 'postgres.log'),
      startLock: join(dataDir, 'postgres-start.lock'),
      usersLock: join(dataDir, 'postgres-users.lock'),
      linksDir: join(dataDir, 'postgres-lib'),
      portFile: join(dataDir, 'postgres-port'),
      runAs,
    }
  } catch (error) {
    throw await explainFailure({ step: 'use its data folder', dataDir: wanted, runAs: null, error })
  }
}

async function makeFolder(folder: string, mode: number): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (!first) return
  // Only what we made ourselves; a strict umask would otherwise lock the server's user out.
  for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, mode)
}

/** Root runs the server as whoever owns the data already, so that this user can go on with it; else as nobody. */
async function chooseUser(paths: string[]): Promise<RunAs> {
  for (const path of paths) {
    const info = await stat(path).catch(() => null)
    if (info && info.uid !== 0) return { uid: info.uid, gid: info.gid }
  }
  // macOS gives nobody a negative id, which some calls refuse; its daemon user is as powerless.
  return process.platform === 'darwin' ? { uid: 1, gid: 1 } : { uid: 65534, gid: 65534 }
}

/** A data folder that is ours alone is opened for passing through; one with other things in it is left as it is. */
async function letThrough(dataDir: string, user: RunAs, log: Log): Promise<void> {
  const info = await stat(dataDir)
  if (maySearch(info, user)) return
  const names = await readdir(dataDir)
  if (names.length > 0 && !names.includes('postgres-password')) return
  await chmod(dataDir, (info.mode & 0o777) | 0o001)
  log.info({ dataDir, uid: user.uid }, 'let the database server pass through the data folder')
}

/** `ready`: a cluster of the right version; `absent`: nothing there yet; everything else is a setup error. */
export async function inspectCluster(layout: Layout, major: number): Promise<'ready' | 'absent'> {
  const { clusterDir } = layout
  if (!(await stat(clusterDir).catch(() => null))) return 'absent'
  // Root can look into anybody's folder and say more about it; others could not even list it.
  if (!layout.runAs) await checkOwner(layout)
  const names = await readdir(clusterDir)
  if (names.length === 0) return 'absent'
  if (!names.includes('PG_VERSION'))
    throw setupError(
      'embedded-postgres-foreign-folder',
      `${clusterDir} holds files that are not a PostgreSQL cluster (for example ${names.slice(0, 3).join(', ')}). ` +
        'Move them away, or choose another data folder; nothing in it was touched.',
    )
  const version = (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8')).trim().slice(0, 20)
  if (version !== String(major))
    throw setupError(
      'embedded-postgres-version',
      `${clusterDir} was made by PostgreSQL ${version || '(unreadable)'}, and this Deal Scout brings ${major}. Start the version that made it, ` +
        `export with pg_dump, move the folder away, start again and import; nothing in it was touched. ${useDatabaseUrl}`,
    )
  if (layout.runAs) await checkOwner(layout)
  await access(join(clusterDir, 'global', 'pg_control')).catch((error: unknown) => {
    throw setupError(
      'embedded-postgres-damaged',
      `${clusterDir} is not a whole cluster (global/pg_control is missing). Restore the data folder from a backup, ` +
        'or move that folder away to start empty.',
      error,
    )
  })
  return 'ready'
}

async function checkOwner({ clusterDir, runAs }: Layout): Promise<void> {
  const info = await stat(clusterDir)
  const uid = runAs?.uid ?? process.geteuid?.()
  if (uid === undefined) return
  if (info.uid !== uid)
    throw setupError(
      'embedded-postgres-foreign-owner',
      `${clusterDir} belongs to user ${info.uid}, and the database server would run as user ${uid}. Run Deal Scout as the ` +
        `user that made the folder, or give it away with: chown -R ${uid} '${clusterDir}'. ${useDatabaseUrl}`,
    )
  // A copy or restore often widens it, and the server then refuses to start.
  if ((info.mode & 0o077) !== 0) await chmod(clusterDir, 0o700)
}

/** The stored password, or null; a mode that others could read is narrowed. */
export async function readPassword({ passwordFile }: Layout): Promise<string | null> {
  const text = await readFile(passwordFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const password = text.trim()
  if (!/^[\w-]{20,200}$/.test(password)) return null
  await chmod(passwordFile, 0o600)
  return password
}

export function makePassword(): string {
  return randomBytes(24).toString('base64url')
}

/** Readable by us and by the server's user only. */
export async function storePassword({ passwordFile, runAs }: Layout, password: string): Promise<void> {
  await storeWhole(passwordFile, `${password}\n`, runAs)
}

/** Whole or not at all: on a full disk, what was there before stays. */
export async function storeWhole(path: string, text: string, owner: RunAs | null): Promise<void> {
  const draft = `${path}.new`
  await rm(draft, { force: true })
  try {
    await writeFile(draft, text, { mode: 0o600, flush: true })
    if (owner) await chown(draft, owner.uid, owner.gid)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/**
 * Makes the cluster in a folder of its own and renames it into place when it is whole and on disk, so that
 * dying on the way leaves nothing that looks like a cluster. Call with the start lock held.
 */
export async function createCluster(
  layout: Layout,
  binaries: Binaries,
  log: Log,
  signal?: AbortSignal,
): Promise<void> {
  const { dataDir, clusterDir, runAs, passwordFile } = layout
  await removeHalfMade(dataDir, log)
  const draft = await mkdtemp(join(dataDir, 'postgres-init-'))
  try {
    if (runAs) await chown(draft, runAs.uid, runAs.gid)
    const args = [
      `--pgdata=${draft}`,
      `--username=${roleName}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Built in: the same order and case rules on every system, so that a data folder can move between them.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ]
    await runProgram({ program: binaries.initdb, args, step: 'create its files', layout, binaries, signal })
    if (process.platform === 'win32') await rmdir(clusterDir).catch(() => undefined)
    await rename(draft, clusterDir)
    await syncFolder(dataDir)
  } catch (error) {
    await rm(draft, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
    throw error
  }
}

/** What a start that was killed half-way left behind. */
async function removeHalfMade(dataDir: string, log: Log): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith('postgres-init-'))
  for (const name of names)
    await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 3 }).catch((error: unknown) =>
      log.warn({ err: error, name }, 'could not remove a half-made cluster'),
    )
}

/** Makes a rename survive a power cut, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
