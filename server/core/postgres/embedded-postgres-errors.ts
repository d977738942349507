import { access, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError, errorMessage, setupError } from '../errors.ts'
import { useDatabaseUrl } from './embedded-postgres-binaries.ts'

/** Who PostgreSQL runs as when we are root, which it refuses to be. */
export interface RunAs {
  uid: number
  gid: number
}

/** What failed, and what there is to tell why. */
export interface Failure {
  /** Completes "PostgreSQL could not …". */
  step: string
  dataDir: string
  /** The program that ran, if one did. */
  program?: string
  runAs: RunAs | null
  /** What the program printed, or the end of the server's log. */
  output?: string
  /** What Node said. */
  error?: unknown
}

/** Says in one message what an operator can do about it; our own errors pass through. */
export async function explainFailure(failure: Failure): Promise<AppError> {
  if (failure.error instanceof AppError) return failure.error
  const text = `${failure.output ?? ''}\n${failure.error === undefined ? '' : errorMessage(failure.error)}`
  const [code, advice] = (await diagnose(text, failure)) ?? [
    'embedded-postgres-failed',
    `Its log, ${join(failure.dataDir, 'postgres.log')}, may say why. ${useDatabaseUrl}`,
  ]
  const said = lastLines(text, 8)
  const message = `The embedded PostgreSQL could not ${failure.step}. ${advice}${said && `\nIt said:\n${said}`}`
  return setupError(code, message, failure.error)
}

type Diagnosis = readonly [code: string, advice: string]

async function diagnose(text: string, failure: Failure): Promise<Diagnosis | null> {
  const says = (...needles: string[]) => needles.some((needle) => text.includes(needle))
  if (says('No space left on device', 'Disk quota exceeded', 'ENOSPC', 'EDQUOT', 'or disk is full'))
    return [
      'embedded-postgres-disk-full',
      `The disk of ${failure.dataDir} is full: free some space (at least 200 MB) and start again; nothing that was saved is lost.`,
    ]
  if (says('ENOENT') && failure.program && (await access(failure.program).then(yes, no)))
    return notRunnable('its loader is missing, as on Alpine and other systems with musl instead of glibc')
  if (says('error while loading shared libraries', 'Library not loaded', 'symbol lookup error', 'GLIBC_'))
    return notRunnable('a system library is missing or too old, see below')
  if (says('ENOEXEC', 'Exec format error')) return notRunnable('it is built for another processor')
  if (says('could not look up effective user ID'))
    return [
      'embedded-postgres-no-user-name',
      `PostgreSQL needs a user with a name: give the user id ${failure.runAs?.uid ?? process.geteuid?.()} an entry in /etc/passwd, or run as a user that has one. ${useDatabaseUrl}`,
    ]
  if (says('administrative permissions', 'cannot be run as root'))
    return ['embedded-postgres-privileged', `Run Deal Scout as an ordinary user. ${useDatabaseUrl}`]
  if (says('could not map anonymous shared memory', 'Cannot allocate memory'))
    return ['embedded-postgres-no-memory', `It needs about 200 MB of free memory. ${useDatabaseUrl}`]
  if (says('incompatible with server', 'incompatible with this version'))
    return ['embedded-postgres-version', `The cluster was made by another version. ${useDatabaseUrl}`]
  if (
    says(
      'has wrong ownership',
      'EACCES',
      'EPERM',
      'EROFS',
      'Permission denied',
      'Read-only file system',
      'unable to open database file',
    )
  )
    return ['embedded-postgres-not-writable', await whoIsKeptOut(failure)]
  if (says('could not locate a valid checkpoint', 'could not open file "global/', 'control file', 'PANIC:'))
    return [
      'embedded-postgres-damaged',
      `Its files are damaged: restore ${failure.dataDir} from a backup, or move the folder "postgres" in it away to start empty.`,
    ]
  return null
}

function notRunnable(why: string): Diagnosis {
  return [
    'embedded-postgres-not-runnable',
    `Its program does not run on this system: ${why}. ${useDatabaseUrl}`,
  ]
}

const yes = () => true
const no = () => false

async function whoIsKeptOut(failure: Failure): Promise<string> {
  const { runAs, dataDir, program } = failure
  if (runAs) {
    for (const path of program ? [dataDir, program] : [dataDir]) {
      const blocked = await blockedAt(path, runAs)
      if (blocked)
        return (
          `PostgreSQL never runs as root, so it runs as user ${runAs.uid}, which may not pass through ${blocked}. ` +
          `Allow that with: chmod o+x '${blocked}'. Or use another data folder, or run Deal Scout as an ordinary user. ${useDatabaseUrl}`
        )
    }
  }
  const who = runAs ? `user ${runAs.uid}` : `this user (id ${process.geteuid?.() ?? 'unknown'})`
  return (
    `The folder ${dataDir} and everything in it must belong to ${who} and be writable, and programs must be allowed ` +
    `to run from the installation folder. Correct the owner (chown -R), or choose another data folder. ${useDatabaseUrl}`
  )
}

/** The first folder from the root down to `path` that the user may not search (by mode bits), or null. */
export async function blockedAt(path: string, user: RunAs): Promise<string | null> {
  const parents: string[] = []
  for (let folder = path; ; folder = dirname(folder)) {
    parents.unshift(folder)
    if (folder === dirname(folder)) break
  }
  for (const folder of parents) {
    const info = await stat(folder).catch(() => null)
    if (info && !maySearch(info, user)) return folder
  }
  return null
}

/** Whether the mode bits let the user pass through a folder (or run a file). */
export function maySearch(info: { mode: number; uid: number; gid: number }, user: RunAs): boolean {
  if (info.uid === user.uid) return (info.mode & 0o100) !== 0
  if (info.gid === user.gid) return (info.mode & 0o010) !== 0
  return (info.mode & 0o001) !== 0
}

/** The end of a text: at most `count` non-empty lines of at most 300 characters. */
export function lastLines(text: string, count: number): string {
  const lines = text.slice(-16_384).split('\n')
  return lines
    .map((line) => line.trim().slice(0, 300))
    .filter((line) => line !== '')
    .slice(-count)
    .join('\n')
}
