import { createHash, randomBytes } from 'node:crypto'
import type { Authorized } from '../../core/actor.ts'
import type { Audit } from '../../core/audit.ts'
import { AppError, conflict, notFound } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { SealedColumn } from '../../core/sealed-column.ts'
import type { MarketplaceAccounts } from '../../marketplaces/account-contract.ts'
import type { Marketplace } from '../../marketplaces/contract.ts'
import { accountContext, type ContextDeps } from '../context.ts'
import type { ConnectionView, Returned } from './connection-schema.ts'
import {
  type AccountKey,
  type AccountRow,
  deleteAccountsAt,
  getAccount,
  writeAccount,
} from './connection-store.ts'
import { addConsent, useConsent } from './consent-store.ts'

export interface ConnectionDeps extends ContextDeps {
  marketplaces: ReadonlyMap<string, Marketplace>
  log: Log
  audit: Audit
}

const consentMs = 10 * 60_000
const exchangeMs = 30_000

/** Of connected accounts; by their key in the database. */
export const sealedTokens: SealedColumn = {
  table: 'marketplace_accounts',
  column: 'tokens',
  key: ['user_id', 'marketplace', 'environment'],
  contextOf: (userId, marketplace = '', environment = '') =>
    sealContext({ userId: Number(userId), marketplace, environment }),
}

/** Binds sealed tokens to whose they are. */
export function sealContext(of: AccountKey & { userId: number }): string {
  return `marketplace-account ${of.userId} ${of.marketplace} ${of.environment}`
}

/** A marketplace to which people connect accounts; throws `not-found` for others. */
export function connectableOf(
  deps: Pick<ConnectionDeps, 'marketplaces'>,
  id: string,
): { id: string; name: string; accounts: MarketplaceAccounts } {
  const marketplace = deps.marketplaces.get(id)
  if (!marketplace?.accounts) throw notFound('marketplace to connect an account of')
  return { id, name: marketplace.name, accounts: marketplace.accounts }
}

/** Every marketplace to which an account can be connected, and how the person's is. */
export async function connectionViews(
  deps: Pick<ConnectionDeps, 'db' | 'clock' | 'marketplaces' | 'adapterOptions'>,
  userId: Authorized<'read'>,
): Promise<ConnectionView[]> {
  const ids = [...deps.marketplaces.values()].filter(({ accounts }) => accounts).map(({ id }) => id)
  return Promise.all(ids.map((id) => viewConnection(deps, userId, id)))
}

/** How it stands, by what is stored: the marketplace is not asked. */
export async function viewConnection(
  deps: Pick<ConnectionDeps, 'db' | 'clock' | 'marketplaces' | 'adapterOptions'>,
  userId: Authorized<'read'>,
  id: string,
): Promise<ConnectionView> {
  const { name, accounts } = connectableOf(deps, id)
  const environment = accounts.environment(deps.adapterOptions)
  const row = await getAccount(deps.db, userId, { marketplace: id, environment })
  const scopes = row?.scopes ?? []
  return {
    ...{ id, name, environment, scopes, state: stateOf(row, deps.clock.now()) },
    reason: row === null ? accounts.unavailable(deps.adapterOptions) : row.reason,
    account: row?.remoteName ?? null,
    scopesMissing:
      row === null ? [] : accounts.scopes(deps.adapterOptions).filter((scope) => !scopes.includes(scope)),
    accessExpiresAt: row?.accessExpiresAt.toISOString() ?? null,
    refreshExpiresAt: row?.refreshExpiresAt?.toISOString() ?? null,
    connectedAt: row?.connectedAt.toISOString() ?? null,
    updatedAt: row?.updatedAt.toISOString() ?? null,
  }
}

export function stateOf(
  row: Pick<AccountRow, 'state' | 'refreshExpiresAt'> | null,
  now: Date,
): ConnectionView['state'] {
  if (row === null) return 'not-connected'
  const isOver = row.refreshExpiresAt !== null && row.refreshExpiresAt <= now
  return row.state === 'connected' && isOver ? 'expired' : row.state
}

/**
 * Where a person agrees. Coming back with its state is good once, within ten minutes, for the same person and, where a
 * browser asked, in the same session.
 */
export async function beginConsent(
  deps: ConnectionDeps,
  userId: Authorized<'self'>,
  id: string,
  sessionId: number | null,
): Promise<{ url: string; expiresAt: string }> {
  const { accounts } = connectableOf(deps, id)
  const missing = accounts.unavailable(deps.adapterOptions)
  if (missing !== null) throw conflict('accounts-not-set-up', missing)
  const state = randomBytes(32).toString('base64url')
  const scopes = accounts.scopes(deps.adapterOptions)
  const expiresAt = new Date(deps.clock.now().getTime() + consentMs)
  const environment = accounts.environment(deps.adapterOptions)
  await deps.db.transaction((tx) =>
    addConsent(tx, userId, {
      ...{ stateHash: hashOf(state), sessionId, marketplace: id, environment, scopes, expiresAt },
    }),
  )
  return {
    url: accounts.consentUrl(state, scopes, deps.adapterOptions),
    expiresAt: expiresAt.toISOString(),
  }
}

/** Takes what a browser brought back, and connects the account. Throws, in a sentence for the person, what kept it from that. */
export async function finishConsent(
  deps: ConnectionDeps,
  userId: Authorized<'self'>,
  id: string,
  sessionId: number | null,
  { state, code, error }: Returned,
): Promise<ConnectionView> {
  const { name, accounts } = connectableOf(deps, id)
  const now = deps.clock.now()
  const asked = { stateHash: hashOf(state ?? ''), marketplace: id, sessionId, now }
  const consent = await useConsent(deps.db, userId, asked)
  if (consent === null)
    throw refused(
      'This is no answer to anything that you asked for in this browser. Nothing was connected: begin again where you are signed in.',
    )
  if (consent.usedAt !== null)
    throw refused(
      'This answer was used already, and counts once. See under connections how it stands, and begin again if need be.',
    )
  if (consent.expiresAt <= now || consent.environment !== accounts.environment(deps.adapterOptions))
    throw refused('That took longer than ten minutes. Nothing was connected: begin again.')
  if (error !== undefined)
    throw refused(
      error === 'access_denied'
        ? `You did not agree at ${name}. Nothing was connected.`
        : `${name} could not ask you (${error.slice(0, 60)}). Nothing was connected: ask who runs this Deal Scout to check the keys and scopes.`,
    )
  if (code === undefined || code === '')
    throw refused(`${name} sent you back without a code. Nothing was connected: begin again.`)

  const ctx = accountContext(deps, id, AbortSignal.timeout(exchangeMs))
  const grant = await accounts.exchange(code, consent.scopes, ctx)
  if ('outcome' in grant) {
    if (grant.outcome === 'refused')
      throw refused(
        `${name} does not take the code that it sent you back with. Nothing was connected: begin again.`,
      )
    throw new AppError({
      code: 'marketplace-away',
      status: 503,
      retryAfterS: Math.ceil((grant.retryAfterMs ?? 60_000) / 1000),
      message: `Nothing was connected: begin again later. ${grant.reason}`,
    })
  }
  const of = { marketplace: id, environment: consent.environment }
  const tokens = { access: grant.accessToken, refresh: grant.refreshToken }
  const account = {
    ...{ ...of, scopes: consent.scopes, remote: grant.remote, now: deps.clock.now() },
    tokens: deps.secrets.seal(JSON.stringify(tokens), sealContext({ ...of, userId })),
    ...{ accessExpiresAt: grant.accessExpiresAt, refreshExpiresAt: grant.refreshExpiresAt },
  }
  await deps.db.transaction(async (tx) => {
    await writeAccount(tx, userId, account)
    await deps.audit.note(tx, { what: 'marketplace-connected', person: userId, details: { marketplace: id } })
  })
  deps.log.info({ marketplace: id }, 'an account was connected')
  return viewConnection(deps, userId, id)
}

/** Deletes what is here, tokens first of all, and says what is left to do at the marketplace. */
export async function disconnect(
  deps: ConnectionDeps,
  userId: Authorized<'self'>,
  id: string,
): Promise<{ sentence: string }> {
  const { name, accounts } = connectableOf(deps, id)
  await deps.db.transaction(async (tx) => {
    if (!(await deleteAccountsAt(tx, userId, id))) throw notFound('connected account')
    await deps.audit.note(tx, {
      ...{ what: 'marketplace-disconnected', person: userId, details: { marketplace: id } },
    })
  })
  return {
    sentence: `The ${name} account is disconnected, and its tokens are deleted. ${accounts.revocation}`,
  }
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('base64url')
}

function refused(message: string): AppError {
  return new AppError({ code: 'consent-refused', status: 400, message })
}
