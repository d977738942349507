import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { AppError, setupError } from './errors.ts'

/** The option that holds keys, which errors speak of. */
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
  /** Names of the keys, the first key's first: they tell nothing about them. */
  keyIds(): readonly string[]
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

export const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** The keys as they are now, the sealing one first; `anew` looks whether others came, also where it looked just now. */
export type KeyRing = (anew?: boolean) => readonly Buffer[]

/** AES-256-GCM with keys of 32 bytes: the first seals, any of them opens. */
export function createSecrets({ keys }: { keys: readonly Buffer[] | KeyRing }): Secrets {
  const ring: KeyRing = typeof keys === 'function' ? keys : () => keys
  let held: Held | undefined
  const hold = (anew = false): Held => {
    const now = ring(anew)
    if (held?.keys !== now) held = heldOf(now)
    return held
  }
  hold()

  return {
    seal(plain, context = '') {
      const { first, firstId } = hold()
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', first, nonce, { authTagLength: tagBytes })
      cipher.setAAD(Buffer.from(context))
      const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `v1.${firstId}.${sealed.toString('base64url')}`
    },
    open(sealed, context = '') {
      const { id, bytes } = parse(sealed)
      const key = hold().byId.get(id) ?? hold(true).byId.get(id)
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
    needsReseal: (sealed) => !sealed.startsWith(prefixOf(hold())),
    keyIds: () => [...hold().byId.keys()],
    sign: (text, purpose) => signature(hold().first, text, purpose).toString('hex'),
    isSigned(text, purpose, given) {
      if (!/^[0-9a-f]{32}$/.test(given)) return false
      const bytes = Buffer.from(given, 'hex')
      const isBy = ({ keys: known }: Held) =>
        known.map((key) => timingSafeEqual(signature(key, text, purpose), bytes)).includes(true)
      return isBy(hold()) || isBy(hold(true))
    },
    derived(purpose) {
      const { keys, drawn } = hold()
      const known = drawn.get(purpose)
      if (known !== undefined) return known
      const made = keys.map((key) =>
        Buffer.from(hkdfSync('sha256', key, '', `deal-scout ${purpose}`, 32)).toString('hex'),
      )
      drawn.set(purpose, made)
      return made
    },
  }
}

interface Held {
  keys: readonly Buffer[]
  first: Buffer
  firstId: string
  byId: ReadonlyMap<string, Buffer>
  /** What was drawn from the keys before, by its purpose: each request asks. */
  drawn: Map<string, readonly string[]>
}

function heldOf(keys: readonly Buffer[]): Held {
  const [first] = keys
  if (!first || keys.some((key) => key.length !== keyBytes)) throw invalidKey('Every key')
  return {
    keys,
    first,
    firstId: keyId(first),
    byId: new Map(keys.map((key) => [keyId(key), key])),
    drawn: new Map(),
  }
}

const prefixOf = ({ firstId }: Held) => `v1.${firstId}.`

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

export function invalidKey(what: string): AppError {
  return setupError(
    'secret-key-invalid',
    `${what} must be 32 bytes as base64 or hex, as "openssl rand -base64 32" prints.`,
  )
}
