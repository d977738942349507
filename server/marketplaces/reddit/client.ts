import type { FetchResponse } from '../../core/fetch.ts'
import { reader } from '../../core/reader-pool.ts'
import { shortHash } from '../app-keys.ts'
import type { MarketplaceContext } from '../contract.ts'
import { type BadAnswer, outcomeOfError, outcomeOfStatus } from '../http-outcome.ts'
import { bytesOf, readSite, type Site, type SiteRead, type Target, targetOf } from '../site-calls.ts'
import type { readBody } from './answer.ts'
import { appOf, keysOf, missingKeys, userAgent } from './keys.ts'
import { api, home, isApiHost } from './link.ts'

export const site: Site = {
  name: 'Reddit',
  home: api,
  baseUrlOption: 'REDDIT_BASE_URL',
  // 100 calls a minute; the rest is left to others who use the same keys.
  hostGapMs: 1500,
  owns: isApiHost,
}

const bodyReader = reader<typeof readBody>(new URL('./answer.ts', import.meta.url), 'readBody')
const restMsMax = 3_600_000

/** Asks Reddit for a path of its interface; `before` as `readBody` has it. */
export async function askReddit(path: string, ctx: MarketplaceContext, before = 0): Promise<SiteRead> {
  const target = targetOf(site, ctx)
  if ('outcome' in target) return { bad: target }
  const missing = ctx.demo ? null : missingKeys(ctx.settings, ctx.options)
  if (missing !== null) return { bad: { outcome: 'auth-expired', reason: missing } }
  const rest = await restOf(ctx)
  if (rest !== null) return { bad: rest }
  const watched: MarketplaceContext = {
    ...ctx,
    async fetch(url, options) {
      const response = await ctx.fetch(url, options)
      await noteLimit(response, ctx)
      return response
    },
  }
  for (let attempt = 0; ; attempt++) {
    const token = await tokenOf(target, watched)
    if (typeof token !== 'string') return { bad: token }
    const headers = {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'user-agent': userAgent(ctx.settings),
    }
    const call = { site, target, headers, ctx: watched }
    const reading = await readSite(call, target.origin + path, (response) =>
      ctx.read(bodyReader, ...bytesOf(response), before),
    )
    if (!('bad' in reading)) return reading
    if (reading.bad.outcome === 'auth-expired' && attempt === 0) {
      // Tokens end early where the app's secret was changed.
      await ctx.cache.delete(tokenKey(target, ctx))
      continue
    }
    const wish = reading.bad.outcome === 'rate-limited' ? await restOf(ctx) : null
    return wish === null || reading.bad.retryAfterMs !== undefined ? reading : { ...reading, bad: wish }
  }
}

const tokenKey = ({ origin }: Target, ctx: MarketplaceContext): string =>
  `reddit-token:${shortHash(`${origin}\n${keysOf(ctx.settings, ctx.options).clientId}`)}`

/** The app's own token, kept for its life; it reads what everybody is shown. */
async function tokenOf(target: Target, ctx: MarketplaceContext): Promise<string | BadAnswer> {
  const key = tokenKey(target, ctx)
  const known = await ctx.cache.get(key)
  if (known !== null) return known
  const { clientId, clientSecret } = keysOf(ctx.settings, ctx.options)
  try {
    const response = await ctx.fetch(`${target.moved ? target.origin : home}/api/v1/access_token`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'user-agent': userAgent(ctx.settings),
      },
      body: 'grant_type=client_credentials',
      signal: ctx.signal,
      network: target.moved ? 'any' : 'public',
      hostGapMs: target.hostGapMs,
      timeoutMs: 20_000,
      bytesMax: 100_000,
      redirectsMax: 0,
    })
    const bad = outcomeOfStatus(response, ctx.clock.now())
    if (bad?.outcome === 'auth-expired')
      return { ...bad, reason: 'Reddit does not accept the keys: check the client ID and the client secret.' }
    if (bad) return bad
    const answer = response.json() as { access_token?: unknown; expires_in?: unknown } | null
    const token = answer?.access_token
    const seconds = Number(answer?.expires_in)
    if (typeof token !== 'string' || !/^[\x21-\x7e]{1,8000}$/.test(token) || !(seconds > 0 && seconds <= 1e7))
      return { outcome: 'parse-drift', reason: 'Reddit answered the sign-in without a token.' }
    // Early, so that it never ends between our check and Reddit's.
    const lifeMs = (seconds - Math.min(300, seconds / 2)) * 1000
    await ctx.cache.set(key, token, new Date(ctx.clock.now().getTime() + lifeMs))
    return token
  } catch (error) {
    return outcomeOfError(error)
  }
}

const restKey = (ctx: MarketplaceContext): string => `reddit-rest:${appOf(ctx.settings, ctx.options)}`

/** Reddit says with each answer how many calls are left (`x-ratelimit-remaining`) and when it counts anew. */
async function noteLimit({ status, headers }: FetchResponse, ctx: MarketplaceContext): Promise<void> {
  const left = Number.parseFloat(headers['x-ratelimit-remaining'] ?? '')
  const resetMs = Number.parseFloat(headers['x-ratelimit-reset'] ?? '') * 1000
  if (!(resetMs > 0) || !(left < 1 || status === 429)) return
  const until = new Date(ctx.clock.now().getTime() + Math.min(resetMs, restMsMax))
  await ctx.cache.set(restKey(ctx), until.toISOString(), until)
}

/** Nothing is asked until Reddit counts anew. */
async function restOf(ctx: MarketplaceContext): Promise<BadAnswer | null> {
  const until = Date.parse((await ctx.cache.get(restKey(ctx))) ?? '')
  const leftMs = until - ctx.clock.now().getTime()
  return leftMs > 0
    ? {
        outcome: 'rate-limited',
        reason: 'The calls that Reddit allows these keys are used up for now.',
        retryAfterMs: leftMs,
      }
    : null
}
