import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Authorized } from '../../core/actor.ts'
import { AppError, conflict } from '../../core/errors.ts'
import { tryToOpen } from '../../core/secrets.ts'
import { accountContext } from '../context.ts'
import { tokensSchema } from './connection-schema.ts'
import { type AccountRow, endLease, getAccount, leaseAccount, type Renewed } from './connection-store.ts'
import { type ConnectionDeps, connectableOf, sealContext, stateOf } from './connections.ts'

/** A token that ends sooner is renewed: a call and whatever waits before it take their time. */
const leastLeftMs = 5 * 60_000
const callMs = 20_000
/** Longer than a renewal takes, the waits for its turn at the host among it. */
const leaseMs = 60_000
const lookAgainMs = 150
/** After a renewal that came to nothing, where the marketplace says no time. */
const retryMs = 60_000

/**
 * A token with which the program acts for this person at a marketplace, good for some minutes at least; it is renewed where
 * that is due, by one process at a time. It goes to the marketplace and nowhere else. Throws `account-not-connected` and
 * `account-needs-consent` (409), which only the person can mend, and `marketplace-away` (503).
 */
export async function accessToken(
  deps: ConnectionDeps,
  userId: Authorized<'read'>,
  marketplaceId: string,
): Promise<string> {
  const { accounts, name } = connectableOf(deps, marketplaceId)
  const key = { marketplace: marketplaceId, environment: accounts.environment(deps.adapterOptions) }
  for (const giveUpAt = performance.now() + leaseMs; ; ) {
    const row = await getAccount(deps.db, userId, key)
    const now = deps.clock.now()
    refuseUnusable(row, name, now)
    const { access } = openTokens(deps, row, name)
    const leftMs = row.accessExpiresAt.getTime() - now.getTime()
    if (leftMs > leastLeftMs) return access
    const token = randomUUID()
    const leased = await leaseAccount(deps.db, userId, key, {
      ...{ token, now, until: new Date(now.getTime() + leaseMs) },
      dueBefore: new Date(now.getTime() + leastLeftMs),
    })
    if (leased !== null) {
      const renewed = await renew(deps, leased, name)
      await endLease(deps.db, userId, key, { token, now: deps.clock.now() }, renewed)
      // What is there now says it, also where it was connected anew meanwhile.
      continue
    }
    const isPutOff = row.retryAt !== null && row.retryAt > now
    if (isPutOff && leftMs > 0) return access
    if (isPutOff) throw away(name, row.reason, row.retryAt!.getTime() - now.getTime())
    if (performance.now() > giveUpAt) throw away(name, null, retryMs)
    // Another process renews it.
    await sleep(lookAgainMs)
  }
}

function refuseUnusable(row: AccountRow | null, name: string, now: Date): asserts row is AccountRow {
  const again = 'connect it again under /sources.'
  const state = stateOf(row, now)
  if (row === null)
    throw conflict('account-not-connected', `No ${name} account is connected: ${again.replace(' again', '')}`)
  if (state === 'expired')
    throw conflict('account-needs-consent', `The consent to use the ${name} account is over: ${again}`)
  if (state === 'needs-consent')
    throw conflict('account-needs-consent', `${row.reason ?? name} Please ${again}`)
}

function openTokens(deps: ConnectionDeps, row: AccountRow, name: string) {
  const { plain, problem } = tryToOpen(deps.secrets, row.tokens ?? '', sealContext(row))
  if (plain !== null) return tokensSchema.parse(JSON.parse(plain))
  throw conflict('account-needs-consent', `The tokens of the ${name} account cannot be opened. ${problem}`)
}

async function renew(deps: ConnectionDeps, row: AccountRow, name: string): Promise<Renewed> {
  const { accounts } = connectableOf(deps, row.marketplace)
  const { accessExpiresAt, refreshExpiresAt, tokens } = row
  const { refresh } = openTokens(deps, row, name)
  const answer = await accounts.renew(
    refresh,
    accountContext(deps, row.marketplace, AbortSignal.timeout(callMs)),
  )
  if (!('outcome' in answer)) {
    const next = { access: answer.accessToken, refresh: answer.refresh?.token ?? refresh }
    return {
      ...{ state: 'connected', reason: null, retryAt: null },
      tokens: deps.secrets.seal(JSON.stringify(next), sealContext(row)),
      accessExpiresAt: answer.accessExpiresAt,
      refreshExpiresAt: answer.refresh ? answer.refresh.expiresAt : refreshExpiresAt,
    }
  }
  const { reason, retryAfterMs = retryMs } = answer
  deps.log.warn({ marketplace: row.marketplace, outcome: answer.outcome, reason }, 'a token was not renewed')
  // Tokens that are refused are good for nothing but to be stolen.
  if (answer.outcome === 'refused')
    return {
      ...{ state: 'needs-consent', tokens: null, retryAt: null, accessExpiresAt, refreshExpiresAt },
      reason: `${name} does not take the consent any more.`,
    }
  const retryAt = new Date(deps.clock.now().getTime() + retryAfterMs)
  return { ...{ state: 'connected', reason, tokens, accessExpiresAt, refreshExpiresAt, retryAt } }
}

function away(name: string, reason: string | null, afterMs: number): AppError {
  return new AppError({
    code: 'marketplace-away',
    status: 503,
    retryAfterS: Math.max(1, Math.ceil(afterMs / 1000)),
    message:
      `${name} cannot be asked for the connected account just now; it stays connected. ${reason ?? ''}`.trim(),
  })
}
