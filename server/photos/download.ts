import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, msLeft, pastOf } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { type Fetch, FetchError, type FetchResponse } from '../core/fetch.ts'
import { retryAfterMs } from '../core/fetch-headers.ts'
import { photoBytesMax } from './hash/read-photo.ts'
import { beginCooldownNow, cooldownOf, coolHost, forgetCooldown } from './store.ts'

export interface DownloadDeps {
  db: Db
  clock: Clock
  fetch: Fetch
  /** 0 ≤ x < 1; spreads what waits for the same moment. */
  random(): number
  /** Takes the host's next free moment, for all processes together; ms until then. */
  pace(host: string, gapMs: number): Promise<number>
  /** Takes one call of a daily budget shared by all processes; false when it is used up. */
  spend(budget: string, perDay: number): Promise<boolean>
  /** Least time between two calls to one host. */
  hostGapMs: number
  /** Most photos fetched from one host in a day (UTC). */
  perHostAndDay: number
  /** Default `public`; `any` is for the demo's own server. */
  network?: 'public' | 'any'
}

/** What came of one address. */
export type Download =
  | { outcome: 'ok'; body: Buffer }
  /** For good: another try would not help. */
  | { outcome: 'unusable'; reason: string }
  /** `isPhotos`: it may be this photo's fault, so tries are counted; else the host has no time for us. */
  | { outcome: 'later'; waitMs: number; reason: string; isPhotos: boolean }

const redirectsMax = 3
const minuteMs = 60_000
const dayMs = 1440 * minuteMs

/**
 * Fetches a photo politely: the host's pace and daily budget hold for all processes and for every redirect, a refusal
 * (401, 403, 429 …) puts the host in cooldown for all photos. Only the caller's abort is thrown.
 */
export async function downloadPhoto(deps: DownloadDeps, url: string, signal: AbortSignal): Promise<Download> {
  let address = url
  for (let redirects = 0; redirects <= redirectsMax; redirects++) {
    if (!URL.canParse(address)) return { outcome: 'unusable', reason: 'Its address is not a valid one.' }
    const { host } = new URL(address)
    const answer = await ask(deps, address, host, signal)
    if ('outcome' in answer) return answer
    const { location } = answer.headers
    if (!isRedirect(answer.status) || location === undefined) return downloadOf(deps, host, answer)
    const next = URL.parse(location, address)
    if (!next) return { outcome: 'unusable', reason: 'The site leads to an address that is not valid.' }
    address = next.href
  }
  return { outcome: 'unusable', reason: 'The site kept sending us from one address to the next.' }
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status)

/** One call, when the host may be asked. */
async function ask(
  deps: DownloadDeps,
  url: string,
  host: string,
  signal: AbortSignal,
): Promise<FetchResponse | Download> {
  const later = (waitMs: number, reason: string, isPhotos = false): Download => ({
    outcome: 'later',
    // Those that wait for one moment do not all come at it.
    waitMs: Math.ceil(waitMs * (1 + deps.random() / 10)),
    reason,
    isPhotos,
  })
  const coolingDown = async () => {
    const now = deps.clock.now()
    const cooldown = await cooldownOf(deps.db, host)
    if (cooldown === null) return null
    if (cooldown.cooldownFrom !== null && pastOf(cooldown.cooldownFrom, now) === null)
      await beginCooldownNow(deps.db, host, now)
    const cooldownMs = msLeft(cooldown.cooldownFrom, cooldown.cooldownUntil, now, dayMs)
    return cooldownMs > 0 ? later(cooldownMs, `${host} is in cooldown`) : null
  }
  const cooldown = await coolingDown()
  if (cooldown) return cooldown
  if (!(await deps.spend(`photos:${host}`, deps.perHostAndDay)))
    return later(dayMs - (deps.clock.now().getTime() % dayMs), `today's photos of ${host} are used up`)
  const waitMs = await deps.pace(host, deps.hostGapMs)
  if (waitMs > 0) {
    await sleep(waitMs, undefined, { signal })
    // Whoever went before may have been refused.
    const cooldownNow = await coolingDown()
    if (cooldownNow) return cooldownNow
  }
  try {
    return await deps.fetch(url, {
      signal,
      network: deps.network ?? 'public',
      bytesMax: photoBytesMax,
      redirectsMax: 0,
      headers: { accept: 'image/webp,image/jpeg,image/png,image/*;q=0.8' },
    })
  } catch (error) {
    if (!(error instanceof FetchError) || error.kind === 'aborted') throw error
    switch (error.kind) {
      case 'too-large':
        return { outcome: 'unusable', reason: 'The file is larger than 15 MB.' }
      case 'not-allowed':
        return { outcome: 'unusable', reason: error.message }
      case 'refused-address':
        return { outcome: 'unusable', reason: 'Its address leads into a private network.' }
      case 'timeout':
      case 'network':
        return later(5 * minuteMs, `${host} could not be reached`, true)
      default:
        return { outcome: 'unusable', reason: 'Its address is not a valid one.' }
    }
  }
}

/** What an answer that is no redirect means. */
async function downloadOf(deps: DownloadDeps, host: string, answer: FetchResponse): Promise<Download> {
  const { status, headers, body } = answer
  if (status === 429 || [401, 403, 407, 451].includes(status)) {
    const now = deps.clock.now()
    const refusals = ((await cooldownOf(deps.db, host))?.refusals ?? 0) + 1
    const waitMs = cooldownMs(refusals, retryAfterMs(headers['retry-after'], now))
    const reason = `${host} refused a photo (HTTP ${status})`
    await coolHost(deps.db, {
      ...{ host, cooldownFrom: now, cooldownUntil: new Date(now.getTime() + waitMs) },
      ...{ refusals, reason },
    })
    return { outcome: 'later', waitMs, reason, isPhotos: status !== 429 }
  }
  if (status === 408 || status >= 500) {
    const waitMs = Math.max(
      5 * minuteMs,
      Math.min(dayMs, retryAfterMs(headers['retry-after'], deps.clock.now())),
    )
    return {
      outcome: 'later',
      waitMs,
      reason: `${host} is out of order (HTTP ${status})`,
      isPhotos: true,
    }
  }
  if (await cooldownOf(deps.db, host)) await forgetCooldown(deps.db, host)
  if (status !== 200) return { outcome: 'unusable', reason: `The site has no such picture (HTTP ${status}).` }
  const type = (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase()
  if (type !== '' && !type.startsWith('image/') && !/^(?:application|binary)\/octet-stream$/.test(type))
    return { outcome: 'unusable', reason: 'The site answered with something that is no picture.' }
  return { outcome: 'ok', body }
}

/** 15 minutes, doubled with each refusal in a row up to 6 hours; a site's own wish is a minimum, up to a day. */
export function cooldownMs(refusals: number, askedMs: number): number {
  const own = Math.min(360 * minuteMs, 15 * minuteMs * 2 ** Math.min(20, refusals - 1))
  return Math.max(own, Math.min(askedMs, dayMs))
}
