import { createHash } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import type { Sql } from '../../core/db.ts'
import { AppError } from '../../core/errors.ts'
import { countTry, forgetTries, type Patience, takeTryBack } from './lockout-store.ts'

const minuteMs = 60_000
/** Guessing one account from one place; from many places, where the owner must still get in; many accounts from one place. */
const patience = {
  pair: { free: 5, longestMs: 15 * minuteMs },
  account: { free: 30, longestMs: minuteMs },
  address: { free: 30, longestMs: 15 * minuteMs },
  /** Who tries codes knows the password already, so that they are slowed down from wherever they come. */
  codes: { free: 10, longestMs: 15 * minuteMs },
} satisfies Record<string, Patience>

/** Who is tried (an e-mail, or what else names an account) and from where. */
export interface Attempt {
  account: string
  address: string
  /** A code after the password, of which there are few. */
  isCode?: boolean
}

/** Counts a try to sign in and refuses it where too many failed lately, whether there is such an account or not. */
export async function beginTry(sql: Sql, attempt: Attempt, now: Date): Promise<void> {
  for (const { key, of } of keysOf(attempt)) {
    const until = await countTry(sql, key, now, of)
    if (until === null) continue
    const retryAfterS = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
    throw new AppError({
      code: 'too-many-tries',
      status: 429,
      message: `Too many tries that failed: try again in ${waitText(retryAfterS)}.${attempt.isCode ? '' : ' Who forgot their password can ask for a new one.'}`,
      retryAfterS,
    })
  }
}

/** The try did not fail. */
export async function endTry(sql: Sql, attempt: Attempt): Promise<void> {
  for (const { key, of } of keysOf(attempt))
    await (of === patience.address ? takeTryBack(sql, key) : forgetTries(sql, key))
}

function keysOf({ account, address, isCode = false }: Attempt): { key: string; of: Patience }[] {
  const who = account.trim().toLowerCase()
  const { place, isHere } = placeOf(address)
  return [
    { key: hash('pair', who, place), of: patience.pair },
    { key: hash('account', who), of: isCode ? patience.codes : patience.account },
    // Behind a proxy on this machine everybody comes from here.
    ...(isHere ? [] : [{ key: hash('address', place), of: patience.address }]),
  ]
}

/** One household: of IPv6 addresses the first 64 bits. */
function placeOf(address: string): { place: string; isHere: boolean } {
  if (!ipaddr.isValid(address)) return { place: address, isHere: false }
  const parsed = ipaddr.process(address)
  const isHere = parsed.range() === 'loopback'
  if (parsed.kind() === 'ipv4') return { place: parsed.toString(), isHere }
  return { place: parsed.toByteArray().slice(0, 8).join('.'), isHere }
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('base64url')
}

function waitText(seconds: number): string {
  if (seconds <= 90) return seconds === 1 ? 'a second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
