import { createHash, timingSafeEqual } from 'node:crypto'

/** What is kept of a proof under way; JSON as it stands. The secret itself is only in the message that was sent. */
export interface Confirmation {
  /** SHA-256 of purpose and secret, base64url. */
  hash: string
  /** ISO 8601. */
  sentAt: string
  /** ISO 8601. */
  expiresAt: string
  /** Wrong tries since it was sent. */
  tries: number
  /** Sends on `day`, this one included. */
  sendsToday: number
  /** UTC, e.g. `2026-11-20`. */
  day: string
}

/** What a secret proves: it is worth nothing for another person, channel or address. */
export interface ConfirmationPurpose {
  userId: number
  channel: string
  /** The address that is to be proved. */
  target: string
}

/** `code`: six digits to type. `link`: 32 random bytes as base64url, to be opened. */
export type ConfirmationKind = 'code' | 'link'

/** Cryptographic randomness, e.g. node's `randomBytes`. */
export type RandomBytes = (size: number) => Uint8Array

export const confirmationLimits = {
  triesMax: 5,
  sendsPerDayMax: 5,
  sendGapMs: 60_000,
  lifetimeMs: { code: 15 * 60_000, link: 24 * 3600_000 },
} as const

/**
 * A new secret to send, and what to keep of it in the place of `previous`; or a sentence why it is too early. `previous`
 * is the last one of this person and channel whatever its address was, so that changing the address does not get
 * around the limits.
 */
export function beginConfirmation(
  kind: ConfirmationKind,
  purpose: ConfirmationPurpose,
  previous: Confirmation | null,
  now: Date,
  random: RandomBytes,
): { confirmation: Confirmation; secret: string } | { problem: string } {
  const day = now.toISOString().slice(0, 10)
  const sends = previous?.day === day ? previous.sendsToday : 0
  if (sends >= confirmationLimits.sendsPerDayMax) {
    return {
      problem: `Today ${confirmationLimits.sendsPerDayMax} confirmations were sent already; ask for another one tomorrow.`,
    }
  }
  const waitMs = previous ? gapLeftMs(previous, now) : 0
  if (waitMs > 0) {
    return {
      problem: `A confirmation was sent just now; ask for another one in ${Math.ceil(waitMs / 1000)} seconds.`,
    }
  }
  const secret = kind === 'code' ? sixDigits(random) : base64url(random(32))
  return {
    secret,
    confirmation: {
      hash: hashOf(purpose, secret).toString('base64url'),
      sentAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + confirmationLimits.lifetimeMs[kind]).toISOString(),
      tries: 0,
      sendsToday: sends + 1,
      day,
    },
  }
}

/** `right`, or what is wrong as a sentence, with what to keep now (one try more, where a try was made). */
export function checkConfirmation(
  confirmation: Confirmation,
  purpose: ConfirmationPurpose,
  secret: string,
  now: Date,
): 'right' | { problem: string; confirmation: Confirmation } {
  if (confirmation.tries >= confirmationLimits.triesMax) {
    return { problem: 'There were too many wrong tries; ask for a new confirmation.', confirmation }
  }
  if (!(now.getTime() < Date.parse(confirmation.expiresAt))) {
    return { problem: 'This confirmation has expired; ask for a new one.', confirmation }
  }
  // People type a code in groups; no secret holds a space.
  const given = hashOf(purpose, secret.slice(0, secretUnitsMax).replace(/\s/g, ''))
  const expected = Buffer.from(confirmation.hash, 'base64url')
  if (given.length === expected.length && timingSafeEqual(given, expected)) return 'right'
  const tries = confirmation.tries + 1
  const left = confirmationLimits.triesMax - tries
  return {
    problem:
      left > 0
        ? `This is not what was sent to this address; look again (${left} more ${left === 1 ? 'try' : 'tries'}).`
        : 'This is not what was sent to this address, and there were too many wrong tries; ask for a new confirmation.',
    confirmation: { ...confirmation, tries },
  }
}

const secretUnitsMax = 200

/** Zero when the clock was set back behind the last send: it must not lock anybody out. */
function gapLeftMs(previous: Confirmation, now: Date): number {
  const passedMs = now.getTime() - Date.parse(previous.sentAt)
  return passedMs >= 0 ? confirmationLimits.sendGapMs - passedMs : 0
}

/** Of 48 bits, so that no code is noticeably more likely than another. */
function sixDigits(random: RandomBytes): string {
  return String(Buffer.from(random(6)).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

function hashOf({ userId, channel, target }: ConfirmationPurpose, secret: string): Buffer {
  // JSON keeps the parts apart: no two different purposes read the same.
  const text = JSON.stringify(['deal-scout confirmation', userId, channel, target, secret])
  return createHash('sha256').update(text).digest()
}
