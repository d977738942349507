import { FetchError, type FetchResponse } from '../core/fetch.ts'
import { addressSecrets, hideSecrets } from '../core/secret-address.ts'
import type { DeliveryResult } from './contract.ts'
import { oneLine } from './safe-text.ts'

/** Waits longer than a day are cut to a day: nobody's wish may park a delivery for good. */
export const clampedMsMax = 24 * 3600_000

/** `Retry-After` in seconds or as an HTTP date → milliseconds from `now`; undefined when absent or not readable. */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (!header) return undefined
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : Number.NaN
  const waitMs = Number.isNaN(seconds) ? Date.parse(header) - now.getTime() : seconds * 1000
  return Number.isNaN(waitMs) ? undefined : clampWait(waitMs)
}

export function clampWait(waitMs: number): number {
  return Math.ceil(Math.min(Math.max(waitMs, 0), clampedMsMax))
}

/**
 * What an HTTP status outside 2xx means for a delivery: 408, 425, 429 and 5xx pass, everything else is for good.
 * `provider` begins the sentence ("Discord"), `remedy` ends it with what a person can do.
 */
export function statusOutcome(
  provider: string,
  response: Pick<FetchResponse, 'status' | 'headers'>,
  remedy: string,
  now: Date,
): DeliveryResult {
  const { status } = response
  if (status === 429 || status === 408 || status === 425 || status >= 500) {
    const afterMs = retryAfterMs(response.headers['retry-after'], now)
    const why =
      status === 429
        ? `${provider} asks for fewer messages (HTTP 429)`
        : `${provider} has a problem (HTTP ${status})`
    return {
      outcome: 'retry',
      reason: `${why}; Deal Scout tries again by itself.`,
      ...(afterMs !== undefined && { afterMs }),
      ...(status === 429 && { blocked: true }),
    }
  }
  const what =
    status >= 300 && status < 400
      ? `${provider} answered with a redirect (HTTP ${status}), which is not followed`
      : `${provider} refused the message (HTTP ${status})`
  return { outcome: 'failed', reason: `${what}; ${remedy}` }
}

/**
 * What a call without a whole answer means for a delivery. Error messages are left out on purpose: they may hold the
 * address, and the address may be a secret.
 */
export function errorOutcome(provider: string, error: unknown, remedy: string): DeliveryResult {
  if (!(error instanceof FetchError)) {
    return {
      outcome: 'retry',
      reason: `Calling ${provider} failed unexpectedly; Deal Scout tries again by itself.`,
    }
  }
  const undecided = error.maybeDelivered ? { undecided: true } : {}
  switch (error.kind) {
    case 'timeout':
      return {
        outcome: 'retry',
        reason: `${provider} did not answer in time; ${remedy}`,
        blocked: true,
        ...undecided,
      }
    case 'aborted':
      return {
        outcome: 'retry',
        reason: `Sending to ${provider} was interrupted; Deal Scout tries again by itself.`,
        ...undecided,
      }
    case 'network':
      return {
        outcome: 'retry',
        reason: error.maybeDelivered
          ? `The connection to ${provider} broke before the answer, so the message may have arrived; Deal Scout tries again by itself.`
          : `${provider} could not be reached; ${remedy}`,
        blocked: !error.maybeDelivered,
        ...undecided,
      }
    case 'not-allowed':
      return { outcome: 'failed', reason: error.message, ...undecided }
    case 'refused-address':
      return {
        outcome: 'failed',
        reason: `${provider} is in a private network, where Deal Scout may not call; ${remedy}`,
      }
    case 'bad-url':
      return {
        outcome: 'failed',
        reason: `${provider} has an address that cannot be called (it must be http or https, without a user name); ${remedy}`,
      }
    case 'too-many-redirects':
      return {
        outcome: 'failed',
        reason: `${provider} answered with a redirect, which is not followed; ${remedy}`,
      }
    case 'too-large':
    case 'bad-json':
      return {
        outcome: 'failed',
        reason: `${provider} received the message but gave an answer that cannot be read; ${remedy}`,
      }
  }
}

/** For good, and for everything else that would go there: the target is switched off with this reason. */
export function targetGone(reason: string): DeliveryResult {
  return { outcome: 'failed', reason, targetGone: true }
}

/** The answer as an object; empty when it is anything else, since then the status has to do. */
export function jsonObject(response: Pick<FetchResponse, 'json'>): Record<string, unknown> {
  try {
    const value = response.json()
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}

/**
 * A provider's own words for the end of a sentence, ` (chat not found)`; empty when it gave none. Providers repeat
 * what they were called with, so the secrets are taken out, of addresses those in them: before the words are cut short,
 * since half a secret is not recognised.
 */
export function quote(words: unknown, secrets: unknown[]): string {
  if (typeof words !== 'string') return ''
  let line = words.slice(0, 20_000)
  for (const secret of secrets) {
    if (typeof secret !== 'string' || secret === '') continue
    for (const form of [secret, encodeURIComponent(secret)]) line = line.replaceAll(form, '…')
    if (secret.includes('://')) line = hideSecrets(line, addressSecrets(secret).all)
  }
  const shown = oneLine(line, 160).replace(/[.:\s]+$/, '')
  return shown === '' ? '' : ` (${shown})`
}
