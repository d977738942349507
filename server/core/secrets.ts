import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, setupError } from './errors.ts'

/** The option that loadSecretKeys and its errors speak of. */
export const secretKeysOption = 'DEAL_SCOUT_SECRET_KEYS'

/** Sealed text is `v1.<key id>.<base64url of nonce, ciphertext, tag>`. */
export interface Secrets {
  /** `context` names what the text belongs to (table and row): sealed text moved elsewhere does not open. */
  seal(plain: string, context?: string): string
  /** Throws AppError `secret-malformed`, `secret-key-unknown` or `secret-damaged`. */
  open(sealed: string, context?: string): string
  /** True when it was not sealed with the first key. */
  needsReseal(sealed: string): boolean
  /** 32 hex digits that only an installation with the first key can make of this text; `purpose` keeps uses apart. */
  sign(text: string, purpose: string): string
  /** Whether one of the keys signed it; takes the same time for every wrong signature. */
  isSigned(text: string, purpose: string, signature: string): boolean
  /** A secret for a library that encrypts by itself, 64 hex digits drawn from each key, the first key's first. */
  derived(purpose: string): readonly string[]
}

/** What was sealed, or in sentences why it cannot be opened and what to do: that stops only what it belongs to. */
export type Opened = { plain: string; problem: null } | { plain: null; problem: string }

export function tryToOpen(secrets: Pick<Secrets, 'open'>, sealed: string, context: string): Opened {
  try {
    return { plain: secrets.open(sealed, context), problem: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { plain: null, problem: error.message }
  }
}

const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM with keys of 32 bytes: the first seals, any of them opens. */
export function createSecrets({ keys }: { keys: readonly Buffer[] }): Secrets {
  const [first] = keys
  if (!first || keys.some((key) => key.length !== keyBytes)) throw invalidKey('Every key')
  const byId = new Map(keys.map((key) => [keyId(key), key]))
  const firstId = keyId(first)

  return {
    seal(plain, context = '') {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', first, nonce, { authTagLength: tagBytes })
      cipher.setAAD(Buffer.from(context))
      const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `v1.${firstId}.${sealed.toString('base64url')}`
    },
    open(sealed, context = '') {
      const { id, bytes } = parse(sealed)
      const key = byId.get(id)
      if (!key) {
        throw setupError(
          'secret-key-unknown',
          `A stored secret was sealed with key ${id}, which is not among the keys: add it to ${secretKeysOption} or restore the file secret-key.`,
        )
      }
      try {
        const nonce = bytes.subarray(0, nonceBytes)
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
        decipher.setAAD(Buffer.from(context))
        decipher.setAuthTag(bytes.subarray(-tagBytes))
        const plain = decipher.update(bytes.subarray(nonceBytes, -tagBytes))
        return Buffer.concat([plain, decipher.final()]).toString('utf8')
      } catch (error) {
        throw setupError(
          'secret-damaged',
          'A stored secret was changed or belongs to something else: restore it from a backup, or enter it again.',
          error,
        )
      }
    },
    needsReseal: (sealed) => !sealed.startsWith(`v1.${firstId}.`),
    sign: (text, purpose) => signature(first, text, purpose).toString('hex'),
    isSigned(text, purpose, given) {
      if (!/^[0-9a-f]{32}$/.test(given)) return false
      const bytes = Buffer.from(given, 'hex')
      return keys.map((key) => timingSafeEqual(signature(key, text, purpose), bytes)).includes(true)
    },
    derived: (purpose) =>
      keys.map((key) =>
        Buffer.from(hkdfSync('sha256', key, '', `deal-scout ${purpose}`, 32)).toString('hex'),
      ),
  }
}

/** Keys that seal do not sign: each purpose has a key of its own, drawn from them. */
function signature(key: Buffer, text: string, purpose: string): Buffer {
  const own = Buffer.from(hkdfSync('sha256', key, '', `deal-scout signature ${purpose}`, 32))
  return createHmac('sha256', own).update(text).digest().subarray(0, 16)
}

/** Names a key without telling anything about it. */
function keyId(key: Buffer): string {
  return createHash('sha256').update('deal-scout key id').update(key).digest('base64url').slice(0, 8)
}

function parse(sealed: string): { id: string; bytes: Buffer } {
  const match = /^v1\.([\w-]{8})\.([\w-]+)$/.exec(sealed)
  const bytes = Buffer.from(match?.[2] ?? '', 'base64url')
  // The decoder ignores stray bits; text that is not exactly what seal() wrote is refused.
  if (!match || bytes.length < nonceBytes + tagBytes || bytes.toString('base64url') !== match[2]) {
    throw setupError(
      'secret-malformed',
      'A stored secret is not in a known form: restore it from a backup, or enter it again.',
    )
  }
  return { id: match[1]!, bytes }
}

/**
 * The keys of this installation: those configured (32 bytes as base64 or hex, the sealing key first), or the one
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
  const path = join(from.dataDir, 'secret-key')
  let stored = await readIfThere(path)
  if (stored === undefined && (await from.isUsed())) {
    // Another process may have made it, and sealed with it, since we looked.
    stored = await readIfThere(path)
    if (stored === undefined) throw missingKey(path)
  }
  stored ??= await createKeyFile(from.dataDir, path)
  const key = decodeKey(stored.trim())
  if (!key) {
    throw setupError(
      'secret-key-damaged',
      `${path} does not hold a whole key: restore it from a backup. Only if nothing was ever sealed with it, delete it.`,
    )
  }
  return [key]
}

function missingKey(path: string): AppError {
  return setupError(
    'secret-key-missing',
    `The key is missing that sealed the settings of your sources and channels: restore ${path} from your backup, or set ${secretKeysOption} ` +
      '(to the same key in every process that shares this database). If it is lost for good, make a new one with ' +
      `"openssl rand -base64 32 > ${path}" and start again: all else is kept, and each source and channel says that its settings are to be entered again.`,
  )
}

function invalidKey(what: string): AppError {
  return setupError(
    'secret-key-invalid',
    `${what} must be 32 bytes as base64 or hex, as "openssl rand -base64 32" prints.`,
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
  const draft = `${path}.${process.pid}-${randomBytes(6).toString('hex')}`
  try {
    await mkdir(dataDir, { recursive: true })
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(`${randomBytes(keyBytes).toString('base64')}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
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
