import type { OptionValues } from '../../../core/options.ts'
import type {
  AccountGrant,
  AccountProblem,
  AccountRenewal,
  MarketplaceAccounts,
} from '../../account-contract.ts'
import type { MarketplaceContext } from '../../contract.ts'
import { outcomeOfError } from '../../http-outcome.ts'
import { type Connection, connectionOf, hostGapMs, missingKeys, text } from '../connection.ts'
import { askToken, jsonOf, type TokenAnswer, type TokenProblem } from '../sign-in.ts'
import { ebayNotices } from './notices.ts'
import { environmentOf, identityScope, scopesOf } from './options.ts'

const consentHosts = {
  production: 'https://auth.ebay.com',
  sandbox: 'https://auth.sandbox.ebay.com',
} as const

/** Words by which eBay says that this code or token is good no more; anything else says nothing of it. */
const isGrantRefused = (problem: TokenProblem) => problem.error === 'invalid_grant'

export const ebayAccounts: MarketplaceAccounts = {
  unavailable(options) {
    const missing = missingKeys({}, options)
    if (missing !== null) return missing
    return text(options.EBAY_RUNAME) === ''
      ? 'Connecting eBay accounts needs the RuName of the eBay app: set EBAY_RUNAME (docs/ebay-account.md).'
      : null
  },
  environment: environmentOf,
  scopes: scopesOf,
  consentUrl(state, scopes, options) {
    const url = new URL(`${consentHosts[environmentOf(options)]}/oauth2/authorize`)
    // The name of a pair of addresses that stand in the developer account, and no address.
    const ruName = text(options.EBAY_RUNAME)
    for (const [name, value] of [
      ['client_id', text(options.EBAY_CLIENT_ID)],
      ['redirect_uri', ruName],
      ['response_type', 'code'],
      ['scope', scopes.join(' ')],
      ['state', state],
    ] as const)
      url.searchParams.set(name, value)
    // eBay shows that it takes %20; of "+" it shows nothing.
    return url.href.replaceAll('+', '%20')
  },
  exchange: (code, scopes, ctx) =>
    askFor(
      ctx,
      { grant_type: 'authorization_code', code, redirect_uri: text(ctx.options.EBAY_RUNAME) },
      asGrant(scopes),
    ),
  renew: (refreshToken, ctx) =>
    askFor(ctx, { grant_type: 'refresh_token', refresh_token: refreshToken }, async (answer) =>
      renewed(answer, ctx),
    ),
  revocation:
    'To take back the consent at eBay too, remove this app among the third-party apps in the settings of your eBay account: an app cannot do that for you.',
  notices: ebayNotices,
}

type Made<T> = (answer: TokenAnswer, connection: Connection, ctx: MarketplaceContext) => Promise<T>

async function askFor<T>(
  given: MarketplaceContext,
  form: Parameters<typeof askToken>[1],
  make: Made<T | AccountProblem>,
): Promise<T | AccountProblem> {
  const ctx = asOperator(given)
  try {
    const connection = connectionOf(ctx)
    if ('outcome' in connection) return { outcome: 'away', reason: connection.reason }
    const answer = await askToken(connection, form, ctx)
    if (!('outcome' in answer)) return await make(answer, connection, ctx)
    const { reason, retryAfterMs } = answer
    const outcome = isGrantRefused(answer) ? 'refused' : 'away'
    return { outcome, reason, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  } catch (error) {
    return { outcome: 'away', reason: reasonOf(error, ctx) }
  }
}

function reasonOf(error: unknown, { signal }: MarketplaceContext): string {
  return signal.aborted ? 'eBay did not answer in time.' : outcomeOfError(error).reason
}

/** The app is the operator's: it is what people connect to, whoever's keys their sources have. */
export function asOperator(ctx: MarketplaceContext): MarketplaceContext {
  return { ...ctx, settings: { environment: environmentOf(ctx.options) } }
}

function renewed(
  { accessToken, expiresInS, refreshToken, refreshExpiresInS }: TokenAnswer,
  ctx: MarketplaceContext,
) {
  const renewal: AccountRenewal = { accessToken, accessExpiresAt: inS(ctx, expiresInS)! }
  // eBay's stay the same; should one come, it counts.
  return refreshToken === null
    ? renewal
    : { ...renewal, refresh: { token: refreshToken, expiresAt: inS(ctx, refreshExpiresInS) } }
}

function asGrant(scopes: readonly string[]): Made<AccountGrant | AccountProblem> {
  return async (answer, connection, ctx) => {
    const { accessToken, expiresInS, refreshToken, refreshExpiresInS } = answer
    if (refreshToken === null)
      return { outcome: 'away', reason: 'eBay answered the consent without a refresh token.' }
    return {
      ...{ accessToken, refreshToken },
      accessExpiresAt: inS(ctx, expiresInS)!,
      refreshExpiresAt: inS(ctx, refreshExpiresInS),
      remote: scopes.includes(identityScope) ? await whoIs(accessToken, connection, ctx) : null,
    }
  }
}

function inS({ clock }: MarketplaceContext, seconds: number | null): Date | null {
  return seconds === null ? null : new Date(clock.now().getTime() + seconds * 1000)
}

/** Who connected, where eBay says it; that it does not is no reason to lose the consent. */
async function whoIs(accessToken: string, { base, network }: Connection, ctx: MarketplaceContext) {
  try {
    const response = await ctx.fetch(`${identityBase(base, ctx.options)}/commerce/identity/v1/user/`, {
      headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
      signal: ctx.signal,
      ...{ network, hostGapMs, bytesMax: 100_000, redirectsMax: 0 },
    })
    const answer = response.status === 200 ? (jsonOf(response) as Record<string, unknown> | null) : null
    const [id, name] = [answer?.userId, answer?.username]
    if (isName(id) && isName(name)) return { id, name }
    ctx.log.warn({ status: response.status }, 'eBay did not say whose account was connected')
  } catch (error) {
    ctx.log.warn({ reason: reasonOf(error, ctx) }, 'eBay did not say whose account was connected')
  }
  return null
}

const isName = (value: unknown): value is string => typeof value === 'string' && /^\S{1,200}$/.test(value)

/** It is asked at another host than the rest; a gateway stands for both. */
function identityBase(base: string, { EBAY_BASE_URL: gateway }: OptionValues): string {
  return text(gateway) === '' ? base.replace('//api.', '//apiz.') : base
}
