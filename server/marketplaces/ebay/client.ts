import type { FetchResponse } from '../../core/fetch.ts'
import type { FieldValues } from '../../core/fields.ts'
import type { OptionValues } from '../../core/options.ts'
import type { MarketplaceContext } from '../contract.ts'
import { type BadAnswer, outcomeOfError, outcomeOfStatus } from '../http-outcome.ts'
import { errorsOf, problemText } from './answer.ts'
import { appOf, type Connection, connectionOf, hostGapMs, missingKeys } from './connection.ts'
import { resetMs, usedUp } from './quota.ts'
import { appToken, forgetAppToken, jsonOf } from './sign-in.ts'

export const browseCallsPerDayDefault = 5000
/** 200 rows with all their pictures are about 1 MB. */
const bytesMax = 20 * 1024 * 1024

/** What eBay answered, 2xx with its body, or `problem` with the errors' ids for those that mean something. */
export type EbayAnswer = { body: Buffer } | { problem: BadAnswer; errorIds: number[]; status: number }

/** What a call with an application token is counted as, and says besides. */
export interface CallKind {
  /** Of the day's budget that is spent, and how much of it there is. */
  budget: string
  perDay: number
  bytesMax: number
  headers?(connection: Connection): Record<string, string>
  /** Sent as JSON, by POST. */
  body?: string
}

/** GET of a Browse path (with its query). */
export function callEbay(path: string, ctx: MarketplaceContext): Promise<EbayAnswer> {
  const perDay = browseCallsPerDay(ctx.options)
  return callAsApp(path, { budget: browseName, perDay, bytesMax, headers: browseHeaders }, ctx)
}

/** Search by a picture, of the same budget as other searches. */
export function callImageSearch(
  path: string,
  image: { image: string },
  ctx: MarketplaceContext,
): Promise<EbayAnswer> {
  const perDay = browseCallsPerDay(ctx.options)
  const kind = { budget: browseName, perDay, bytesMax, headers: browseHeaders, body: JSON.stringify(image) }
  return callAsApp(path, kind, ctx)
}

const browseName = 'ebay-browse'
const browseCallsPerDay = ({ EBAY_DAILY_CALLS: calls }: OptionValues) =>
  Number(calls ?? browseCallsPerDayDefault)

/** Of which budget a source spends; null where it has no keys. */
export function browseBudget(settings: FieldValues, options: OptionValues) {
  if (missingKeys(settings, options) !== null) return null
  return { name: `${browseName}-${appOf(settings, options)}`, perDay: browseCallsPerDay(options) }
}

/**
 * GET, or POST of what has a body, with an application token. Every call is spent from the day's budget first. A refused token is thrown away and
 * fetched anew once.
 */
export async function callAsApp(path: string, kind: CallKind, ctx: MarketplaceContext): Promise<EbayAnswer> {
  try {
    const connection = connectionOf(ctx)
    if ('outcome' in connection) return { problem: connection, errorIds: [], status: 0 }
    for (let attempt = 0; ; attempt++) {
      const token = await appToken(connection, ctx)
      if ('outcome' in token) return { problem: token, errorIds: [], status: 0 }
      if (!(await ctx.spend(`${kind.budget}${connection.budget}`, kind.perDay)))
        return { problem: usedUp('calls', ctx), errorIds: [], status: 0 }
      const response = await ctx.fetch(`${connection.base}${path}`, {
        headers: {
          authorization: `Bearer ${token.token}`,
          accept: 'application/json',
          ...(kind.body !== undefined && { 'content-type': 'application/json' }),
          ...kind.headers?.(connection),
        },
        ...(kind.body !== undefined && { method: 'POST', body: kind.body }),
        signal: ctx.signal,
        network: connection.network,
        hostGapMs,
        bytesMax: kind.bytesMax,
      })
      if (response.status === 401 && attempt === 0) {
        await forgetAppToken(connection, ctx)
        if (token.cached) continue
      }
      return answerOf(response, ctx)
    }
  } catch (error) {
    return { problem: outcomeOfError(error), errorIds: [], status: 0 }
  }
}

function browseHeaders({ site, postalCode }: Connection): Record<string, string> {
  const place = [
    `country=${site.country}`,
    ...(/^[\w -]{2,12}$/.test(postalCode) ? [`zip=${postalCode}`] : []),
  ]
  return {
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
