import { createHash } from 'node:crypto'
import type { FetchResponse } from '../../core/fetch.ts'
import type { FieldValues } from '../../core/fields.ts'
import type { OptionValues } from '../../core/options.ts'
import type { MarketplaceContext } from '../contract.ts'
import { type BadAnswer, outcomeOfError, outcomeOfStatus } from '../http-outcome.ts'
import { errorsOf, problemText } from './answer.ts'
import { type EbaySite, siteOf } from './sites.ts'

/** eBay's own daily limit of client_credentials calls. */
const tokenCallsPerDay = 1000
export const browseCallsPerDayDefault = 5000
export const hostGapMs = 1000
/** 200 rows with all their pictures are about 1 MB. */
const bytesMax = 20 * 1024 * 1024

const scope = 'https://api.ebay.com/oauth/api_scope'

/** How a source reaches eBay. */
interface Connection {
  base: string
  network: 'public' | 'any'
  clientId: string
  clientSecret: string
  /** Part of the budgets' names: every eBay app has its own limits. */
  budget: string
  site: EbaySite & { id: string }
  postalCode: string
}

/** What eBay answered, 2xx with its body, or `problem` with the errors' ids for those that mean something. */
export type EbayAnswer = { body: Buffer } | { problem: BadAnswer; errorIds: number[]; status: number }

/**
 * GET of a Browse path (with its query) with an application token. Every call is spent from the day's budget
 * first. A refused token is thrown away and fetched anew once.
 */
export async function callEbay(path: string, ctx: MarketplaceContext): Promise<EbayAnswer> {
  try {
    const connection = connectionOf(ctx)
    if ('outcome' in connection) return { problem: connection, errorIds: [], status: 0 }
    for (let attempt = 0; ; attempt++) {
      const token = await appToken(connection, ctx)
      if ('outcome' in token) return { problem: token, errorIds: [], status: 0 }
      const perDay = Number(ctx.options.EBAY_DAILY_CALLS ?? browseCallsPerDayDefault)
      if (!(await ctx.spend(`ebay-browse${connection.budget}`, perDay)))
        return { problem: usedUp('calls', ctx), errorIds: [], status: 0 }
      const response = await ctx.fetch(`${connection.base}${path}`, {
        headers: browseHeaders(connection, token.token),
        signal: ctx.signal,
        network: connection.network,
        hostGapMs,
        bytesMax,
      })
      if (response.status === 401 && attempt === 0) {
        await ctx.cache.delete(cacheKey(connection))
        if (token.cached) continue
      }
      return answerOf(response, ctx)
    }
  } catch (error) {
    return { problem: outcomeOfError(error), errorIds: [], status: 0 }
  }
}

function connectionOf(ctx: MarketplaceContext): Connection | BadAnswer {
  const { settings, options } = ctx
  const site = siteOf(settings)
  const postalCode = text(settings.postalCode)
  if (ctx.demo) {
    const base = text(settings.demoBaseUrl)
    if (!base) return { outcome: 'unreachable', reason: 'The demo world is not running.' }
    const demo = { clientId: 'demo', clientSecret: 'demo', budget: '-demo' }
    return { base: trimSlash(base), network: 'any', ...demo, site, postalCode }
  }
  const missing = missingKeys(settings, options)
  if (missing !== null) return { outcome: 'auth-expired', reason: missing }
  const { clientId, clientSecret } = keysOf(settings, options)
  const override = text(options.EBAY_BASE_URL)
  const home = settings.environment === 'sandbox' ? 'https://api.sandbox.ebay.com' : 'https://api.ebay.com'
  return {
    base: override ? trimSlash(override) : home,
    network: override ? 'any' : 'public',
    clientId,
    clientSecret,
    budget: `-${appOf(settings, options)}`,
    site,
    postalCode,
  }
}

/** A source's own keys go before the operator's. */
function keysOf(settings: FieldValues, options: OptionValues) {
  const own = text(settings.clientId) !== '' || text(settings.clientSecret) !== ''
  return {
    own,
    clientId: text(own ? settings.clientId : options.EBAY_CLIENT_ID),
    clientSecret: text(own ? settings.clientSecret : options.EBAY_CLIENT_SECRET),
  }
}

/** Names the app whose keys a source uses, without saying its id. */
export function appOf(settings: FieldValues, options: OptionValues): string {
  return shortHash(keysOf(settings, options).clientId)
}

/** What keys are missing, as a sentence; null when none are. */
export function missingKeys(settings: FieldValues, options: OptionValues): string | null {
  const { own, clientId, clientSecret } = keysOf(settings, options)
  if (clientId && clientSecret) return null
  return own
    ? 'This source needs both the client ID and the client secret of its eBay app.'
    : 'eBay needs the keys of an app: enter clientId and clientSecret in the source, or set EBAY_CLIENT_ID and EBAY_CLIENT_SECRET.'
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function trimSlash(base: string): string {
  return base.endsWith('/') ? base.slice(0, -1) : base
}

function shortHash(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 12)
}

function cacheKey({ base, clientId }: Connection): string {
  return `ebay-token:${shortHash(`${base}\n${clientId}`)}`
}

async function appToken(
  connection: Connection,
  ctx: MarketplaceContext,
): Promise<{ token: string; cached: boolean } | BadAnswer> {
  const key = cacheKey(connection)
  const known = await ctx.cache.get(key)
  if (known) return { token: known, cached: true }
  if (!(await ctx.spend(`ebay-token${connection.budget}`, tokenCallsPerDay))) return usedUp('sign-ins', ctx)
  const { base, clientId, clientSecret, network } = connection
  const response = await ctx.fetch(`${base}/identity/v1/oauth2/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }).toString(),
    signal: ctx.signal,
    network,
    hostGapMs,
    bytesMax: 100_000,
    redirectsMax: 0,
  })
  const bad = outcomeOfStatus(response, ctx.clock.now())
  if (bad) return tokenProblem(bad, response)
  const answer = response.json() as { access_token?: unknown; expires_in?: unknown } | null
  const token = answer?.access_token
  const seconds = Number(answer?.expires_in)
  if (typeof token !== 'string' || !/^[\x21-\x7e]{1,8000}$/.test(token) || !(seconds > 0))
    return { outcome: 'parse-drift', reason: 'eBay answered the sign-in without a token.' }
  // Five minutes early, so that a token never ends between our check and eBay's.
  const lifeMs = (seconds - Math.min(300, seconds / 2)) * 1000
  await ctx.cache.set(key, token, new Date(ctx.clock.now().getTime() + lifeMs))
  return { token, cached: false }
}

function tokenProblem(bad: BadAnswer, response: FetchResponse): BadAnswer {
  const answer = jsonOf(response) as { error?: unknown } | null | undefined
  const error = typeof answer?.error === 'string' ? answer.error.slice(0, 60) : undefined
  if (error === 'invalid_client' || error === 'unauthorized_client' || response.status === 401)
    return {
      outcome: 'auth-expired',
      reason: `eBay does not accept the keys (${error ?? 'HTTP 401'}): check the client ID and client secret, and that they are for the chosen environment.`,
    }
  if (error === 'invalid_scope')
    return {
      outcome: 'auth-expired',
      reason:
        'eBay gives these keys no access to its Buy APIs (invalid_scope): apply for it in the eBay account.',
    }
  return { ...bad, reason: `eBay refused the sign-in${error ? ` (${error})` : ''}. ${bad.reason}` }
}

function browseHeaders({ site, postalCode }: Connection, token: string): Record<string, string> {
  const place = [
    `country=${site.country}`,
    ...(/^[\w -]{2,12}$/.test(postalCode) ? [`zip=${postalCode}`] : []),
  ]
  return {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    'accept-language': site.language,
    'x-ebay-c-marketplace-id': site.id,
    'x-ebay-c-enduserctx': `contextualLocation=${encodeURIComponent(place.join(','))}`,
  }
}

function answerOf(response: FetchResponse, ctx: MarketplaceContext): EbayAnswer {
  const now = ctx.clock.now()
  const bad = outcomeOfStatus(response, now)
  if (!bad) return { body: response.body }
  const errors = errorsOf(jsonOf(response))
  const errorIds = errors.map(({ errorId }) => errorId)
  return { problem: explain(bad, response.status, errors, now), errorIds, status: response.status }
}

/** Every HTTP answer that is not 2xx, with what eBay says about it. */
function explain(bad: BadAnswer, status: number, errors: ReturnType<typeof errorsOf>, now: Date): BadAnswer {
  const ids = errors.map(({ errorId }) => errorId)
  const said = errors.length > 0 ? ` (${problemText(errors)})` : ''
  if (status === 401)
    return { outcome: 'auth-expired', reason: `eBay refused a fresh access token${said}: check the keys.` }
  if (status === 403 && errors.length > 0)
    return { outcome: 'auth-expired', reason: `These eBay keys may not use the Browse API${said}.` }
  if (status === 429)
    // 2001 is the day's limit of the app, everything else a passing one.
    return {
      ...bad,
      reason: `eBay's call limit is reached${said}.`,
      ...(ids.includes(2001) && { retryAfterMs: bad.retryAfterMs ?? resetMs(now) }),
    }
  if (ids.includes(12023) || ids.includes(12013))
    return {
      outcome: 'parse-drift',
      reason: `This search is too wide for eBay${said}: add words or a price.`,
    }
  if (said !== '' && bad.outcome === 'parse-drift')
    return { ...bad, reason: `eBay did not accept the request${said}.` }
  return { ...bad, reason: said === '' ? bad.reason : `${bad.reason.replace(/\.$/, '')}${said}.` }
}

/** An error's answer is a few lines; a larger one is none of eBay's. */
const errorBytesMax = 100_000

function jsonOf(response: FetchResponse): unknown {
  if (response.body.length > errorBytesMax) return undefined
  try {
    return response.json()
  } catch {
    return undefined
  }
}

function usedUp(what: string, ctx: MarketplaceContext): BadAnswer {
  return {
    outcome: 'rate-limited',
    reason: `Today's budget of eBay ${what} is used up.`,
    retryAfterMs: resetMs(ctx.clock.now()),
  }
}

const dayMs = 86_400_000

/**
 * Milliseconds until both our budget (UTC days) and eBay's (days of California, which begin at 07:00 or 08:00 UTC)
 * have begun a new day: whichever of the two counts was full, it is empty then.
 */
export function resetMs(now: Date): number {
  const next = (hourUtc: number): number => {
    const start = hourUtc * 3_600_000
    return dayMs - ((now.getTime() - start) % dayMs)
  }
  return Math.max(next(0), next(8))
}
