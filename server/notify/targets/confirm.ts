import { createHash, timingSafeEqual } from 'node:crypto'

/** What is kept of a verification under way; JSON as it stands. The secret itself is only in the message that was sent. */
export interface Confirmation {
  /**
   * SHA-256 of purpose and secret, base64url. A secret that is short enough to type can be found from it by trying all,
   * so it is stored sealed.
   */
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
  /** The address that is to be verified. */
  target: string
}

/**
 * `code`: eight digits (26 bits), which phones offer to fill in. `link`: eight letters and digits (40 bits), to be typed, or
 * opened within a sealed address (openLink()), which nobody makes up. `challenge`: 32 random bytes as base64url, repeated by a program. Guessing is bounded by the
 * limits below: of `link` and `challenge` for nothing, of `code` five in a hundred million for each message that is sent.
 */
export type ConfirmationKind = 'code' | 'link' | 'challenge'

/** Cryptographic randomness, e.g. node's `randomBytes`. */
export type RandomBytes = (size: number) => Uint8Array

export const confirmationLimits = {
  triesMax: 5,
  sendsPerDayMax: 5,
  sendGapMs: 60_000,
  lifetimeMs: { code: 15 * 60_000, link: 24 * 3600_000, challenge: 15 * 60_000 },
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
  const secret = secretOf(kind, random)
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
  const given = hashOf(purpose, secret)
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

function secretOf(kind: ConfirmationKind, random: RandomBytes): string {
  if (kind === 'code') return eightDigits(random)
  return kind === 'link' ? eightCharacters(random) : Buffer.from(random(32)).toString('base64url')
}

/** Of 48 bits, so that no code is noticeably more likely than another. */
function eightDigits(random: RandomBytes): string {
  return String(Buffer.from(random(6)).readUIntBE(0, 6) % 100_000_000).padStart(8, '0')
}

/** Crockford's alphabet: no letter in it is taken for a digit or for another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function eightCharacters(random: RandomBytes): string {
  let bits = BigInt(`0x${Buffer.from(random(5)).toString('hex')}`)
  let text = ''
  for (; text.length < 8; bits >>= 5n) text = alphabet[Number(bits & 31n)] + text
  return text
}

/** A secret as it is shown to be typed: letters and digits in groups of four, digits alone as phones fill them in. */
export function grouped(secret: string): string {
  return /^(?=.*[A-Z])[0-9A-Z]{8}$/.test(secret) ? `${secret.slice(0, 4)}-${secret.slice(4)}` : secret
}

/** What people make of a code that they type: groups, small letters, O for 0. No secret is another's such spelling. */
function asTyped(text: string): string {
  return text
    .slice(0, secretUnitsMax)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

function hashOf({ userId, channel, target }: ConfirmationPurpose, secret: string): Buffer {
  // JSON keeps the parts apart: no two different purposes read the same.
  const text = JSON.stringify(['deal-scout confirmation', userId, channel, target, asTyped(secret)])
  return createHash('sha256').update(text).digest()
}
