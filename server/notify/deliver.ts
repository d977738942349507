import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { errorMessage } from '../core/errors.ts'
import type { Fetch } from '../core/fetch.ts'
import type { FieldValues } from '../core/fields.ts'
import type { Log } from '../core/log.ts'
import { type PollingLoop, pollingLoop } from '../core/loop.ts'
import type { OptionValues } from '../core/options.ts'
import type { Channel, DeliveryResult } from './contract.ts'
import {
  type AttemptOutcome,
  type ClaimedDelivery,
  claimDeliveries,
  finishDelivery,
  nextDeliveryAt,
  returnDeliveries,
} from './store.ts'

/** A dead process's deliveries are free again after this time; an attempt must end well before. */
export const leaseMs = 10_000
export const attemptTimeoutMs = 8_000
const batch = 8

/** Waits after the 1st, 2nd, … failed attempt (the published schedule of Svix); after the last the delivery is dead. */
export const retryDelaysMs = [5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000]

export interface DeliverDeps {
  db: Db
  clock: Clock
  log: Log
  fetch: Fetch
  channels: ReadonlyMap<string, Channel>
  adapterOptions: OptionValues
  baseUrl(): string
  /** The person's own settings of a channel in clear, null when they have none or switched it off. */
  settingsOf(userId: number, channel: string): Promise<FieldValues | null>
  observe(channel: string, outcome: AttemptOutcome['state'], waitedMs: number): void
}

/** What an attempt's result means for the delivery; pure. */
export function nextState(result: DeliveryResult, attempt: number, now: Date): AttemptOutcome {
  const none = { reason: null, undecided: false, providerRef: null }
  if (result.outcome === 'sent') {
    return { ...none, state: 'sent', dueAt: now, providerRef: result.providerRef ?? null }
  }
  if (result.outcome === 'failed') return { ...none, state: 'failed', dueAt: now, reason: result.reason }
  const delayMs = retryDelaysMs[attempt - 1]
  const undecided = result.undecided ?? false
  if (delayMs === undefined) return { ...none, state: 'dead', dueAt: now, reason: result.reason, undecided }
  const waitMs = Math.max(delayMs, Math.min(result.afterMs ?? 0, 86_400_000))
  return {
    ...none,
    state: 'retry',
    dueAt: new Date(now.getTime() + waitMs),
    reason: result.reason,
    undecided,
  }
}

/** Delivers what is due, a few at a time, until stopped; claims that were not tried yet are handed back. */
export function deliveryLoop(deps: DeliverDeps, lanes = 4): PollingLoop {
  return pollingLoop({
    name: 'deliveries',
    lanes,
    log: deps.log,
    async step(signal) {
      const claims = await claimDeliveries(deps.db, deps.clock.now(), leaseMs, batch)
      if (claims.length === 0) {
        const next = await nextDeliveryAt(deps.db)
        return next === null
          ? 1000
          : Math.min(1000, Math.max(50, next.getTime() - deps.clock.now().getTime()))
      }
      // Side by side, so that each has the whole lease to itself; in order where nobody waits on anybody.
      const [untried, tried] = signal.aborted ? [claims, []] : [[], claims]
      if (untried.length > 0) await returnDeliveries(deps.db, untried, deps.clock.now())
      await Promise.all(tried.map((claim) => attempt(deps, claim)))
      return 0
    },
  })
}

/** One attempt: deliver, then write the outcome under the fence of the lease. */
export async function attempt(deps: DeliverDeps, claim: ClaimedDelivery): Promise<void> {
  const startedAt = deps.clock.now()
  const log = deps.log.child({
    delivery: claim.id,
    notification: claim.notificationId,
    channel: claim.channel,
  })
  const result = await tryChannel(deps, claim, log)
  const finishedAt = deps.clock.now()
  const outcome = nextState(result, claim.attempt, finishedAt)
  const kept = await deps.db.transaction((tx) => finishDelivery(tx, claim, startedAt, finishedAt, outcome))
  if (!kept) {
    log.warn('the lease ended before the attempt did; another process has this delivery')
    return
  }
  deps.observe(claim.channel, outcome.state, finishedAt.getTime() - claim.createdAt.getTime())
  if (outcome.state === 'sent') log.info({ title: claim.message.title }, 'told')
  else log.warn({ state: outcome.state, reason: outcome.reason, attempt: claim.attempt }, 'not told yet')
}

async function tryChannel(deps: DeliverDeps, claim: ClaimedDelivery, log: Log): Promise<DeliveryResult> {
  const channel = deps.channels.get(claim.channel)
  if (!channel)
    return { outcome: 'failed', reason: `There is no channel "${claim.channel}" in this version.` }
  const unavailable = channel.unavailable(deps.adapterOptions)
  if (unavailable !== null) return { outcome: 'retry', reason: unavailable }
  const abort = AbortSignal.timeout(attemptTimeoutMs)
  try {
    const settings = await deps.settingsOf(claim.userId, claim.channel)
    if (settings === null) {
      return {
        outcome: 'failed',
        reason: `${channel.name} is not set up: fill in its settings under channels.`,
      }
    }
    return await channel.deliver(
      { ...claim.message, notificationId: claim.notificationId },
      {
        fetch: deps.fetch,
        log,
        clock: deps.clock,
        signal: abort,
        options: deps.adapterOptions,
        settings,
        idempotencyKey: `deal-scout-${claim.id}`,
        baseUrl: deps.baseUrl(),
      },
    )
  } catch (error) {
    log.error({ err: error }, 'the channel threw')
    return { outcome: 'retry', reason: `${channel.name} failed unexpectedly: ${errorMessage(error)}` }
  }
}
