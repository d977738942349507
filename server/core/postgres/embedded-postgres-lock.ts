import { chown } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Locks that the kernel itself drops when their holder dies, however it dies: no pid files, no guessing.
 * Node has no flock, but SQLite locks its files with the operating system's own locks on every platform, so an
 * empty SQLite file in a transaction is one. Nothing is ever written to it.
 * On Unix a process loses its locks on a file when it opens and closes that file by other means: do not read
 * the `*.lock` files of the data folder. PostgreSQL's own interlock still keeps the data safe if somebody does.
 */
export interface FileLock {
  release(): void
}

export type LockMode = 'shared' | 'exclusive'

const busyCodes = new Set([5, 6])

/** Takes the lock, or null when somebody holds one that excludes it; throws SQLite's error when the file cannot be used. */
export function tryLock(file: string, mode: LockMode): FileLock | null {
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    if (mode === 'exclusive') db.exec('BEGIN EXCLUSIVE')
    else {
      db.exec('BEGIN')
      db.prepare('SELECT count(*) FROM sqlite_schema').get()
    }
  } catch (error) {
    db.close()
    if (isBusy(error)) return null
    throw error
  }
  // A timer refers to the handle, so that a caller who drops the lock object does not lose the lock to the garbage collector.
  const keep = setInterval(() => db.isOpen, 3_600_000)
  keep.unref()
  return {
    release() {
      clearInterval(keep)
      if (db.isOpen) db.close()
    },
  }
}

function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  // The low byte is the primary code: SQLITE_BUSY, SQLITE_LOCKED.
  return typeof code === 'number' && busyCodes.has(code & 0xff)
}

export interface LockWait {
  timeoutMs: number
  signal?: AbortSignal | undefined
  /** Who a lock file that this call creates is for, when not us. */
  fileOwner?: { uid: number; gid: number } | undefined
}

/** Waits for the lock; null when `timeoutMs` passed. */
export async function waitForLock(file: string, mode: LockMode, wait: LockWait): Promise<FileLock | null> {
  const deadline = performance.now() + wait.timeoutMs
  for (;;) {
    wait.signal?.throwIfAborted()
    const lock = tryLock(file, mode)
    if (lock) {
      if (wait.fileOwner) await chown(file, wait.fileOwner.uid, wait.fileOwner.gid)
      return lock
    }
    if (performance.now() >= deadline) return null
    await sleep(20, undefined, { signal: wait.signal })
  }
}
