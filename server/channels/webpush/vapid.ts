import { createECDH, ECDH } from 'node:crypto'
import type { OptionValues } from '../../core/options.ts'
import { isHostPattern } from '../../core/outbound.ts'

/** Who we are to push services (RFC 8292): keys as base64url, `subject` an address where we can be asked. */
export interface VapidDetails {
  publicKey: string
  privateKey: string
  subject: string
}

const howToMake = '`npx web-push generate-vapid-keys` makes a pair'

/** A pair of keys under the names of their options. */
export function makeKeys(): Record<'VAPID_PUBLIC_KEY' | 'VAPID_PRIVATE_KEY', string> {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  return {
    VAPID_PUBLIC_KEY: pair.getPublicKey().toString('base64url'),
    // Node leaves leading zeros out.
    VAPID_PRIVATE_KEY: Buffer.from(pair.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url'),
  }
}

/** Names no place, by its rules (RFC 2606): only who comes from this machine itself is told it. */
const nobody = 'mailto:operator@deal-scout.invalid'

/**
 * The operator's keys or those that were made, or a sentence saying what to do. Browsers subscribe to one public key: it must
 * stay. Without a subject of the operator's it is where Deal Scout is reached.
 */
export function vapidDetails(options: OptionValues, baseUrl = ''): VapidDetails | { problem: string } {
  const text = (env: string) => String(options[env] ?? '').trim()
  const [publicKey, privateKey, subject] = ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT'].map(
    text,
  )
  if (!publicKey && !privateKey) {
    return {
      problem: `The keys that Deal Scout made for Web Push cannot be opened: restore the key that sealed them. If that is lost for good, remove every device and start again, and new ones are made; or set VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY (${howToMake}).`,
    }
  }
  if (!publicKey || !privateKey) {
    return {
      problem: `Set both VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY, or neither; ${howToMake}.`,
    }
  }
  const derived = publicKeyOf(privateKey)
  if (derived === null) {
    return { problem: `VAPID_PRIVATE_KEY must be 32 bytes as base64url; ${howToMake}.` }
  }
  if (derived !== publicKey) {
    return { problem: `VAPID_PUBLIC_KEY does not belong to VAPID_PRIVATE_KEY; ${howToMake}.` }
  }
  if (subject && !isSubject(subject)) {
    return {
      problem:
        'Set VAPID_SUBJECT to where push services can ask about you (mailto:you@example.com or an https address), or leave it out.',
    }
  }
  return { publicKey, privateKey, subject: subject || (isSubject(baseUrl) ? baseUrl : nobody) }
}

/** null when it is no private key of the curve P-256 as base64url. */
function publicKeyOf(privateKey: string): string | null {
  const bytes = bytesOf(privateKey, 32)
  if (!bytes) return null
  try {
    const curve = createECDH('prime256v1')
    curve.setPrivateKey(bytes)
    return curve.getPublicKey().toString('base64url')
  } catch {
    return null
  }
}

/** Apple refuses a subject with a space or brackets in it, and any on localhost. */
function isSubject(subject: string): boolean {
  if (/^mailto:[^\s<>@]+@[^\s<>@]+$/.test(subject)) return true
  const url = URL.parse(subject)
  return url?.protocol === 'https:' && url.hostname !== 'localhost' && !/[\s<>]/.test(subject)
}

/** What a browser gives when it subscribes (PushSubscription.toJSON()). */
export interface Subscription {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

/** Where the push services of browsers are, a pattern for each. */
const serviceHosts = [
  // Chrome, Edge on Android, Opera, Samsung Internet, Brave, Vivaldi
  'fcm.googleapis.com',
  // Firefox
  '*.push.services.mozilla.com',
  // Edge on Windows
  '*.notify.windows.com',
  // Safari
  'web.push.apple.com',
  '*.push.apple.com',
]

/** What is wrong with the address of a subscription; null = a push service is there. `more`: the operator's own hosts. */
export function endpointProblem(
  endpoint: unknown,
  { more, allowHttp }: { more: readonly string[]; allowHttp: boolean },
): string | null {
  const url = typeof endpoint === 'string' ? URL.parse(endpoint) : null
  if (url === null) return 'is not an address'
  if (url.protocol !== 'https:' && !(allowHttp && url.protocol === 'http:')) return 'must begin with https://'
  if (url.username !== '' || url.password !== '') return 'must not hold a name or password'
  const isOwn = more.some((pattern) => fitsHost(url.hostname, pattern))
  if (isOwn) return null
  if (!serviceHosts.some((pattern) => fitsHost(url.hostname, pattern)))
    return `is at ${url.hostname}, which is no push service of a browser that Deal Scout knows; the operator can add it to WEBPUSH_HOSTS`
  return url.port === '' ? null : 'must not name a port'
}

const fitsHost = (host: string, pattern: string) =>
  pattern.startsWith('*.')
    ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1
    : host === pattern

/** For the option of further hosts. */
export const hostIsNot = (text: string): string | null =>
  isHostPattern(text) ? null : 'a host name such as push.example.com or *.push.example.com'

export const isPublicKey = (text: string): boolean => isPoint(bytesOf(unpadded(text), 65))
export const isAuthSecret = (text: string): boolean => bytesOf(unpadded(text), 16) !== null

/** null when these are not the address and keys of a subscription. */
export function subscriptionOf(
  fields: Readonly<Record<string, unknown>>,
  allowHttp: boolean,
): Subscription | null {
  const { endpoint, p256dh, auth } = fields
  if (typeof endpoint !== 'string' || typeof p256dh !== 'string' || typeof auth !== 'string') return null
  const url = URL.parse(endpoint)
  if (url?.protocol !== 'https:' && !(allowHttp && url?.protocol === 'http:')) return null
  const keys = { p256dh: unpadded(p256dh), auth: unpadded(auth) }
  if (!isPoint(bytesOf(keys.p256dh, 65)) || !bytesOf(keys.auth, 16)) return null
  return { endpoint: url.href, keys }
}

const unpadded = (text: string) => text.trim().replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')

function bytesOf(base64url: string, length: number): Buffer | null {
  const bytes = Buffer.from(base64url, 'base64url')
  // The decoder skips what it does not know.
  return bytes.length === length && bytes.toString('base64url') === base64url ? bytes : null
}

function isPoint(bytes: Buffer | null): boolean {
  if (!bytes) return false
  try {
    ECDH.convertKey(bytes, 'prime256v1')
    return true
  } catch {
    return false
  }
}
