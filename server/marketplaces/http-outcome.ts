import { FetchError, type FetchResponse } from '../core/fetch.ts'
import type { ScanOutcome } from './contract.ts'

export interface BadAnswer {
  outcome: Exclude<ScanOutcome, 'ok' | 'empty'>
  /** One sentence for a person. */
  reason: string
  retryAfterMs?: number
}

/** No site may put us off for longer: a mistaken Retry-After must not keep a source out for months. */
const retryAfterMsMax = 7 * 24 * 3_600_000

/**
 * Milliseconds asked for by a Retry-After header (RFC 9110 §10.2.3: seconds or an HTTP date), at most 7 days;
 * undefined when absent or unreadable, and for a date when `now` is not known.
 */
export function parseRetryAfter(value: string | undefined, now: Date | undefined): number | undefined {
  const text = value?.trim()
  if (!text) return undefined
  if (/^\d{1,12}$/.test(text)) return Math.min(Number(text) * 1000, retryAfterMsMax)
  // An HTTP date starts with the day's name; Date.parse alone would read "5 s" as a date.
  if (!now || text.length > 40 || !/^[A-Za-z]{3}/.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : Math.min(Math.max(0, at - now.getTime()), retryAfterMsMax)
}

/**
 * What an HTTP status alone says about a scan; null for 2xx, whose body decides. A Retry-After date is
 * measured by the answer's own Date header (both are of the same clock), else by `now`.
 */
export function outcomeOfStatus(response: FetchResponse, now?: Date): BadAnswer | null {
  const { status } = response
  if (status >= 200 && status < 300) return null
  const retryAfterMs = parseRetryAfter(response.headers['retry-after'], sentAt(response) ?? now)
  return { ...meaningOf(status), ...(retryAfterMs !== undefined && { retryAfterMs }) }
}

function meaningOf(status: number): BadAnswer {
  if (status === 401) return { outcome: 'auth-expired', reason: 'The site refused our sign-in (HTTP 401).' }
  if (status === 429) return { outcome: 'rate-limited', reason: 'The site asked us to slow down (HTTP 429).' }
  if (status === 403 || status === 407 || status === 451)
    return { outcome: 'blocked', reason: `The site refused to answer us (HTTP ${status}).` }
  if (status === 404 || status === 410)
    return { outcome: 'parse-drift', reason: `The site has no such page any more (HTTP ${status}).` }
  if (status === 408 || status >= 500)
    return { outcome: 'unreachable', reason: `The site is out of order (HTTP ${status}).` }
  return { outcome: 'parse-drift', reason: `The site answered in an unexpected way (HTTP ${status}).` }
}

function sentAt(response: FetchResponse): Date | undefined {
  const at = Date.parse(response.headers.date ?? '')
  return Number.isNaN(at) ? undefined : new Date(at)
}

/**
 * What a failed call says about a scan. Rethrows what is not the site's doing: an aborted call (we are
 * stopping) and every error that is no FetchError.
 */
export function outcomeOfError(error: unknown): BadAnswer {
  if (!(error instanceof FetchError) || error.kind === 'aborted') throw error
  if (error.kind === 'bad-json')
    return { outcome: 'parse-drift', reason: 'The site answered with something that is not JSON.' }
  if (error.kind === 'not-allowed') return { outcome: 'unreachable', reason: error.message }
  return { outcome: 'unreachable', reason: sentences[error.kind] }
}

const sentences: Record<Exclude<FetchError['kind'], 'aborted' | 'bad-json' | 'not-allowed'>, string> = {
  timeout: 'The site did not answer in time.',
  network: 'The site could not be reached.',
  'too-large': 'The answer was larger than we accept.',
  'refused-address': 'The address leads into a private network, which is not allowed.',
  'bad-url': 'The address is not a valid one.',
  'too-many-redirects': 'The site kept sending us from one address to the next.',
}
