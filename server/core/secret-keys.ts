import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type AppError, setupError } from './errors.ts'
import { invalidKey, type KeyRing, keyBytes, secretKeysOption } from './secrets.ts'

/** Where the keys of a data folder are, a line for each, the sealing one first. */
export const keyFileOf = (dataDir: string): string => join(dataDir, 'secret-key')

/**
 * The keys of this installation: those configured (32 bytes as base64 or hex, the sealing key first), or those
 * in `<dataDir>/secret-key`, which is created (mode 0600) when there is none and nothing was sealed yet. A damaged file is
 * never replaced, and one that is gone neither: what was sealed with it would be lost, or lie beside what no longer fits.
 */
export async function loadSecretKeys(from: {
  configured: readonly string[] | undefined
  dataDir: string
  /** Whether the database holds anything sealed. */
  isUsed(): Promise<boolean>
}): Promise<Buffer[]> {
  if (from.configured !== undefined && from.configured.length > 0) {
    return from.configured.map((text, i) => {
      const key = decodeKey(text.trim())
      if (!key) throw invalidKey(`Key ${i + 1} of ${secretKeysOption}`)
      return key
    })
  }
  const path = keyFileOf(from.dataDir)
  let stored = await readIfThere(path)
  if (stored === undefined && (await from.isUsed())) {
    // Another process may have made it, and sealed with it, since we looked.
    stored = await readIfThere(path)
    if (stored === undefined) throw missingKey(path)
  }
  stored ??= await createKeyFile(from.dataDir, path)
  return readKeys(path, stored)
}

function readKeys(path: string, text: string): Buffer[] {
  const keys = text.trim().split(/\s+/).map(decodeKey)
  if (keys.every((key) => key !== null)) return keys
  throw setupError(
    'secret-key-damaged',
    `${path} does not hold a whole key: restore it from a backup. Only if nothing was ever sealed with it, delete it.`,
  )
}

const lookEveryMs = 500

/**
 * The keys of a file as they are now, so that a program that runs goes on while they are rotated. A file that cannot be
 * read, or holds no whole keys, changes nothing.
 */
export function followKeyFile(path: string, first: readonly Buffer[]): KeyRing {
  let keys = first
  let seen = ''
  let lookedAt = Number.NEGATIVE_INFINITY
  return (anew = false) => {
    const now = performance.now()
    if (!anew && now - lookedAt < lookEveryMs) return keys
    lookedAt = now
    try {
      const { mtimeMs, size, ino } = statSync(path)
      const stamp = `${mtimeMs} ${size} ${ino}`
      if (stamp !== seen) {
        const read = readKeys(path, readFileSync(path, 'utf8'))
        const isSame = read.length === keys.length && read.every((key, at) => key.equals(keys[at]!))
        if (!isSame) keys = read
        seen = stamp
      }
    } catch {
      // What was known is as good as ever.
    }
    return keys
  }
}

/** How long a program that runs may still seal with the key that was the first before. */
export const followedWithinMs = 2 * lookEveryMs

/** The keys that the file holds now. */
export async function keysInFile(path: string): Promise<Buffer[]> {
  const text = await readIfThere(path)
  if (text === undefined) throw missingKey(path)
  return readKeys(path, text)
}

export const newKey = (): Buffer => randomBytes(keyBytes)

/** Puts these keys in place of those in the file, whole or not at all; who may read it stays the same. */
export async function replaceKeyFile(path: string, keys: readonly Buffer[]): Promise<void> {
  try {
    const { uid, gid } = await stat(path)
    await removeDrafts(path)
    const draft = await writeDraft(path, keys)
    try {
      if (uid !== process.getuid?.()) await chownTo(draft, uid, gid)
      await rename(draft, path)
    } catch (error) {
      await unlink(draft)
      throw error
    }
    await syncFolder(dirname(path))
  } catch (error) {
    throw setupError(
      'secret-key-unwritable',
      `${path} cannot be replaced: run this as the user whose file it is, with its folder writable. The keys are as before.`,
      error,
    )
  }
}

/** Those of processes that were killed: they hold keys. Of several that replace the file at once, its caller lets in one. */
async function removeDrafts(path: string): Promise<void> {
  for (const name of await readdir(dirname(path)))
    if (name.startsWith(`${basename(path)}.`) && /\.\d+-[\da-f]{12}$/.test(name))
      await unlink(join(dirname(path), name))
}

async function chownTo(path: string, uid: number, gid: number): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.chown(uid, gid)
  } finally {
    await file.close()
  }
}

/** A new file beside it that only this user may read, on the disk when it resolves. */
async function writeDraft(path: string, keys: readonly Buffer[]): Promise<string> {
  const draft = `${path}.${process.pid}-${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(keys.map((key) => `${key.toString('base64')}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
  return draft
}

function missingKey(path: string): AppError {
  return setupError(
    'secret-key-missing',
    `The key is missing that sealed the settings of your sources and channels: restore ${path} from your backup, or set ${secretKeysOption} ` +
      '(to the same key in every process that shares this database). If it is lost for good, make a new one with ' +
      `"openssl rand -base64 32 > ${path}" and start again: all else is kept, and each source and channel says that its settings are to be entered again.`,
  )
}

function decodeKey(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  if (!/^[\w+/-]{43}=?$/.test(text)) return null
  const key = Buffer.from(text, 'base64')
  return key.length === keyBytes ? key : null
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw setupError('secret-key-unreadable', `${path} cannot be read by this user.`, error)
  }
}

/** The file appears whole or not at all; of several processes at once the first wins and all read its key. */
async function createKeyFile(dataDir: string, path: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true })
    const draft = await writeDraft(path, [newKey()])
    try {
      // Unlike rename, link fails when the name is taken.
      await link(draft, path)
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error
    } finally {
      await unlink(draft)
    }
    await syncFolder(dataDir)
    return await readFile(path, 'utf8')
  } catch (error) {
    throw setupError(
      'secret-key-unwritable',
      `${path} cannot be created: make ${dataDir} writable or set ${secretKeysOption}.`,
      error,
    )
  }
}

/** Makes the new name survive a power cut, where folders can be synced at all. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch {
    // Not every file system syncs folders.
  } finally {
    await handle.close()
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
