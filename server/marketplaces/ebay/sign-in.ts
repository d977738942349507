import type { FetchResponse } from '../../core/fetch.ts'
import { shortHash } from '../app-keys.ts'
import type { MarketplaceContext } from '../contract.ts'
import { type BadAnswer, outcomeOfStatus } from '../http-outcome.ts'
import { type Connection, hostGapMs } from './connection.ts'
import { usedUp } from './quota.ts'

/** eBay's own daily limit of each way to ask for a token. */
const tokenCallsPerDay = { client_credentials: 1000, authorization_code: 10_000, refresh_token: 50_000 }
type GrantType = keyof typeof tokenCallsPerDay

/** What everybody is shown: Browse, Taxonomy, and the keys by which notices are signed. */
export const publicScope = 'https://api.ebay.com/oauth/api_scope'

/** Ten years; eBay's longest is a year and a half. */
const secondsMax = 315_360_000

export interface TokenAnswer {
  accessToken: string
  expiresInS: number
  /** Of the first token of a person only. */
  refreshToken: string | null
  refreshExpiresInS: number | null
}

/** eBay's own word for what is wrong comes beside. */
export type TokenProblem = BadAnswer & { error?: string }

/** Asks for a token as the app of this connection. Throws FetchError where there is no answer. */
export async function askToken(
  { base, clientId, clientSecret, network, budget }: Connection,
  form: { grant_type: GrantType } & Readonly<Record<string, string>>,
  ctx: MarketplaceContext,
): Promise<TokenAnswer | TokenProblem> {
  const kind = form.grant_type
  const counted = kind === 'client_credentials' ? 'ebay-token' : `ebay-token-${kind}`
  if (!(await ctx.spend(`${counted}${budget}`, tokenCallsPerDay[kind]))) return usedUp('sign-ins', ctx)
  const response = await ctx.fetch(`${base}/identity/v1/oauth2/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams(form).toString(),
    signal: ctx.signal,
    network,
    hostGapMs,
    bytesMax: 100_000,
    redirectsMax: 0,
  })
  const bad = outcomeOfStatus(response, ctx.clock.now())
  if (bad) return tokenProblem(bad, response)
  const answer = response.json() as Readonly<Record<string, unknown>> | null
  const accessToken = tokenIn(answer?.access_token)
  const expiresInS = secondsIn(answer?.expires_in)
  if (accessToken === null || expiresInS === null)
    return { outcome: 'parse-drift', reason: 'eBay answered the sign-in without a token.' }
  return {
    accessToken,
    expiresInS,
    refreshToken: tokenIn(answer?.refresh_token),
    refreshExpiresInS: secondsIn(answer?.refresh_token_expires_in),
  }
}

function tokenIn(value: unknown): string | null {
  return typeof value === 'string' && /^[\x21-\x7e]{1,8000}$/.test(value) ? value : null
}

function secondsIn(value: unknown): number | null {
  const seconds = Number(value)
  return seconds > 0 && seconds <= secondsMax ? seconds : null
}

function cacheKey({ base, clientId }: Connection): string {
  return `ebay-token:${shortHash(`${base}\n${clientId}`)}`
}

/** The token of the app itself, kept for its life. */
export async function appToken(
  connection: Connection,
  ctx: MarketplaceContext,
): Promise<{ token: string; cached: boolean } | BadAnswer> {
  const key = cacheKey(connection)
  const known = await ctx.cache.get(key)
  if (known) return { token: known, cached: true }
  const answer = await askToken(connection, { grant_type: 'client_credentials', scope: publicScope }, ctx)
  if ('outcome' in answer) return answer
  const { accessToken: token, expiresInS } = answer
  // Five minutes early, so that a token never ends between our check and eBay's.
  const lifeMs = (expiresInS - Math.min(300, expiresInS / 2)) * 1000
  await ctx.cache.set(key, token, new Date(ctx.clock.now().getTime() + lifeMs))
  return { token, cached: false }
}

export function forgetAppToken(connection: Connection, ctx: MarketplaceContext): Promise<void> {
  return ctx.cache.delete(cacheKey(connection))
}

function tokenProblem(bad: BadAnswer, response: FetchResponse): TokenProblem {
  const answer = jsonOf(response) as { error?: unknown } | null | undefined
  const error = typeof answer?.error === 'string' ? answer.error.slice(0, 60) : undefined
  const said = error !== undefined && { error }
  if (error === 'invalid_client' || error === 'unauthorized_client' || response.status === 401)
    return {
      ...{ outcome: 'auth-expired', ...said },
      reason: `eBay does not accept the keys (${error ?? 'HTTP 401'}): check the client ID and client secret, and that they are for the chosen environment.`,
    }
  if (error === 'invalid_scope')
    return {
      ...{ outcome: 'auth-expired', ...said },
      reason:
        'eBay gives these keys no access to its Buy APIs (invalid_scope): apply for it in the eBay account.',
    }
  return { ...bad, ...said, reason: `eBay refused the sign-in${error ? ` (${error})` : ''}. ${bad.reason}` }
}

/** An error's answer is a few lines; a larger one is none of eBay's. */
const errorBytesMax = 100_000

export function jsonOf(response: FetchResponse): unknown {
  return response.body.length > errorBytesMax ? undefined : jsonOfBytes(response.body)
}

/** undefined where it is no JSON. */
export function jsonOfBytes(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
