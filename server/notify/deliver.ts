import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
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

/** A dead process's deliveries are free again after this time. */
export const leaseMs = 10_000
/** An attempt is broken off this long before its lease ends, which leaves time to write how it ended. */
const settleMs = 2_000
/** For a channel that the operator has not set up: looked at again after this time, without counting as an attempt. */
const unavailableMs = 60_000

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

/**
 * Delivers what is due, oldest first and `atOnce` at the same time, until stopped. Each attempt has a slot of its own,
 * so a slow receiver holds up nobody while there are others; stopping lets the attempts under way end.
 */
export function deliveryLoop(deps: DeliverDeps, atOnce = 32): PollingLoop {
  const underWay = new Set<Promise<void>>()
  const begin = (claim: ClaimedDelivery) => {
    const run = attempt(deps, claim)
      .catch((error) =>
        deps.log.error({ err: error, delivery: claim.id }, 'how an attempt ended could not be written'),
      )
      .finally(() => underWay.delete(run))
    underWay.add(run)
  }
  const loop = pollingLoop({
    name: 'deliveries',
    lanes: 1,
    log: deps.log,
    async step(signal) {
      if (underWay.size >= atOnce) await Promise.race(underWay)
      const room = atOnce - underWay.size
      const claims = await claimDeliveries(deps.db, deps.clock.now(), leaseMs, room)
      if (signal.aborted) {
        await returnDeliveries(deps.db, claims, deps.clock.now())
        return 0
      }
      claims.forEach(begin)
      if (claims.length === room) return 0
      const next = await nextDeliveryAt(deps.db)
      return next === null ? 1000 : Math.min(1000, Math.max(50, next.getTime() - deps.clock.now().getTime()))
    },
  })
  return {
    ...loop,
    async start() {
      const claiming = await loop.start()
      return {
        async stop() {
          await claiming.stop()
          await Promise.all(underWay)
        },
      }
    },
  }
}

/** One attempt: deliver, then write the outcome under the fence of the lease. */
export async function attempt(deps: DeliverDeps, claim: ClaimedDelivery): Promise<void> {
  const startedAt = deps.clock.now()
  const log = deps.log.child({
    delivery: claim.id,
    notification: claim.notificationId,
    channel: claim.channel,
  })
  const channel = deps.channels.get(claim.channel)
  const unavailable = channel?.unavailable(deps.adapterOptions) ?? null
  if (unavailable !== null) {
    await returnDeliveries(deps.db, [claim], new Date(startedAt.getTime() + unavailableMs), unavailable)
    log.warn({ reason: unavailable }, 'kept for later')
    return
  }
  const leftMs = claim.leaseEndsAt.getTime() - settleMs - startedAt.getTime()
  if (leftMs <= 0) {
    // Claiming took so long that an attempt could outlive the lease.
    await returnDeliveries(deps.db, [claim], startedAt)
    return
  }
  const result = channel
    ? await tryChannel(deps, channel, claim, log, AbortSignal.timeout(leftMs))
    : failed(`There is no channel "${claim.channel}" in this version.`)
  const finishedAt = deps.clock.now()
  const outcome = nextState(result, claim.attempt, finishedAt)
  if (!(await finishDelivery(deps.db, claim, startedAt, finishedAt, outcome))) {
    log.warn('the lease ended before the attempt did; another process has this delivery')
    return
  }
  deps.observe(claim.channel, outcome.state, finishedAt.getTime() - claim.createdAt.getTime())
  if (outcome.state === 'sent') log.info({ title: claim.message.title }, 'told')
  else log.warn({ state: outcome.state, reason: outcome.reason, attempt: claim.attempt }, 'not told yet')
}

async function tryChannel(
  deps: DeliverDeps,
  channel: Channel,
  claim: ClaimedDelivery,
  log: Log,
  signal: AbortSignal,
): Promise<DeliveryResult> {
  try {
    const settings = await deps.settingsOf(claim.userId, claim.channel)
    if (settings === null) {
      return failed(`${channel.name} is not set up: fill in its settings under channels.`)
    }
    const delivered = channel.deliver(
      { ...claim.message, notificationId: claim.notificationId },
      {
        fetch: deps.fetch,
        log,
        clock: deps.clock,
        signal,
        options: deps.adapterOptions,
        settings,
        idempotencyKey: `deal-scout-${claim.id}`,
        baseUrl: deps.baseUrl(),
        unsubscribeUrl: null,
      },
    )
    return await Promise.race([delivered, overdue(channel, signal)])
  } catch (error) {
    log.error({ err: error }, 'the channel threw')
    return { outcome: 'retry', reason: `${channel.name} failed unexpectedly: ${errorMessage(error)}` }
  }
}

/** For a channel that does not end when it is told to: nobody can tell whether it delivered. */
async function overdue(channel: Channel, signal: AbortSignal): Promise<DeliveryResult> {
  if (!signal.aborted) await once(signal, 'abort')
  await sleep(settleMs / 2, undefined, { ref: false })
  return { outcome: 'retry', reason: `${channel.name} did not end in time.`, undecided: true }
}

function failed(reason: string): DeliveryResult {
  return { outcome: 'failed', reason }
}
