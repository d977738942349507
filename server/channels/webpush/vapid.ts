import { createECDH, ECDH } from 'node:crypto'
import type { OptionValues } from '../../core/options.ts'

/** Who we are to push services (RFC 8292): keys as base64url, `subject` an address where we can be asked. */
export interface VapidDetails {
  publicKey: string
  privateKey: string
  subject: string
}

const howToMake = '`npx web-push generate-vapid-keys` makes a pair'

/** The operator's keys, or a sentence saying what to set. Browsers subscribe to one public key: it must stay. */
export function vapidDetails(options: OptionValues): VapidDetails | { problem: string } {
  const text = (env: string) => String(options[env] ?? '').trim()
  const [publicKey, privateKey, subject] = ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT'].map(
    text,
  )
  if (!publicKey || !privateKey) {
    return { problem: `Set VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY; ${howToMake}.` }
  }
  const derived = publicKeyOf(privateKey)
  if (derived === null) {
    return { problem: `VAPID_PRIVATE_KEY must be 32 bytes as base64url; ${howToMake}.` }
  }
  if (derived !== publicKey) {
    return { problem: `VAPID_PUBLIC_KEY does not belong to VAPID_PRIVATE_KEY; ${howToMake}.` }
  }
  if (!subject || !isSubject(subject)) {
    return {
      problem:
        'Set VAPID_SUBJECT to where push services can ask about you: mailto:you@example.com or an https address.',
    }
  }
  return { publicKey, privateKey, subject }
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
