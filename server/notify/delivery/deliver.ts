import { once } from 'node:events'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { Channel, DeliveryResult } from '../../channels/contract.ts'
import { clampWait } from '../../channels/outcome.ts'
import { signMessages } from '../../channels/signed-id.ts'
import { type Authorized, asProgram } from '../../core/actor.ts'
import type { Clock } from '../../core/clock.ts'
import { errorMessage } from '../../core/errors.ts'
import type { Fetch } from '../../core/fetch.ts'
import type { FieldValues } from '../../core/fields.ts'
import type { Log } from '../../core/log.ts'
import { type PollingLoop, pollingLoop } from '../../core/loop.ts'
import type { OptionValues } from '../../core/options.ts'
import type { Secrets } from '../../core/secrets.ts'
import { keptCause, withCause } from '../../core/telemetry/cause.ts'
import type { SpanAttributes, Tracing } from '../../core/telemetry/tracing.ts'
import { channelOf } from '../../model/channel-target.ts'
import { messageIn } from '../../model/message-language.ts'
import { deliverDiscreetly } from '../discreet.ts'
import { type ClockDeps, clockWatch } from './clock.ts'
import type { NotifyingDeps } from './create.ts'
import { type FinishDeps, fallbackAfterMs, finishDelivery, finishTogether, handBack } from './finish.ts'
import {
  type AttemptOutcome,
  type ClaimedDelivery,
  claimDeliveries,
  type EndedAttempt,
  nextQueueAt,
} from './queue-store.ts'
import { type ReleaseDeps, releaseDue } from './release.ts'

/** A dead process's deliveries are free again after this time. */
export const leaseMs = 10_000
/** An attempt is broken off this long before its lease ends, which leaves time to write how it ended. */
const settleMs = 2_000
/** Held messages need not go out to the millisecond. */
const releaseGapMs = 200
/** For a channel that the operator has not set up or a target that waits for its verification: looked at again then, without counting as an attempt. */
const unavailableMs = 60_000

/** Waits after the 1st, 2nd, … failed attempt (the published schedule of Svix); after the last the delivery is dead. */
export const retryDelaysMs = [5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000]

/**
 * Waits after the 1st, 2nd, … attempt in a row that did not get through to a person on a channel; the last holds from
 * then on, so that what waited arrives within minutes of the end of an outage.
 */
export const blockedDelaysMs = [5_000, 15_000, 60_000, 120_000, 300_000]

/** As long as the schedule takes: what did not get through by then is dead. */
export const giveUpAfterMs = retryDelaysMs.reduce((sum, delayMs) => sum + delayMs, 0)

export interface DeliverDeps extends FinishDeps {
  clock: Clock
  notifying: ClockDeps['notifying'] & Pick<NotifyingDeps, 'languageOf'>
  listedThings: ReleaseDeps['listedThings']
  log: Log
  tracing: Tracing
  fetch: Fetch
  channels: ReadonlyMap<string, Channel>
  adapterOptions: OptionValues
  secrets: Pick<Secrets, 'sign'>
  baseUrl(): string
  /** Where a target of the person is, or why it cannot be reached (now, or at all). */
  targetOf(userId: Authorized<'read'>, key: string): Promise<Target>
  observe(attempt: ObservedAttempt): void
}

export type Target =
  | { kind: 'ready'; settings: FieldValues; unsubscribeUrl: string | null }
  | { kind: 'later' | 'never'; reason: string }

export interface ObservedAttempt {
  channel: string
  outcome: AttemptOutcome['state']
  /** Since it was to be notified. */
  waitedMs: number
  /** Since what it notifies of was first seen; null where it is not about something seen. */
  sinceSeenMs: number | null
}

/** What of a delivery decides how it goes on after an attempt. */
export interface AttemptState {
  /** This attempt's number, from 1. */
  attempt: number
  /** Attempts in a row before this one that did not get through to the person on this channel. */
  failures: number
  dueSince: Date
  fallbackChannels: readonly string[]
}

/** What an attempt's result means for the delivery; pure. */
export function nextState(result: DeliveryResult, delivery: AttemptState, now: Date): AttemptOutcome {
  const none = { reason: null, undecided: false, providerRef: null, blocked: false, targetGone: false }
  if (result.outcome === 'sent') {
    return { ...none, state: 'sent', dueAt: now, providerRef: result.providerRef ?? null }
  }
  if (result.outcome === 'failed') {
    return {
      ...none,
      state: 'failed',
      dueAt: now,
      reason: result.reason,
      targetGone: result.targetGone ?? false,
    }
  }
  const blocked = result.blocked ?? false
  const waitedMs = now.getTime() - delivery.dueSince.getTime()
  const delayMs = blocked
    ? blockedDelaysMs[Math.min(delivery.failures, blockedDelaysMs.length - 1)]
    : retryDelaysMs[delivery.attempt - 1]
  // A clock that jumps makes everything old at once: what was hardly tried is not given up.
  const isTried = delivery.failures >= retryDelaysMs.length
  const isOver = blocked ? waitedMs >= giveUpAfterMs && isTried : delayMs === undefined
  const isTheirs = delivery.fallbackChannels.length > 0 && waitedMs >= fallbackAfterMs
  const notified = { ...none, reason: result.reason, undecided: result.undecided ?? false, blocked }
  const waitMs = Math.max(delayMs ?? 0, clampWait(result.afterMs ?? 0))
  const dueAt = new Date(now.getTime() + waitMs)
  return { ...notified, state: isOver || isTheirs ? 'dead' : 'retry', dueAt }
}

/**
 * Delivers what is due, `atOnce` at the same time, until stopped: each person gets each channel's messages in order, one
 * after the other. Each attempt has a slot of its own, so a slow receiver holds up nobody while there are others;
 * stopping lets the attempts under way end.
 */
export function deliveryLoop(deps: DeliverDeps, atOnce = 64): PollingLoop {
  const underWay = new Set<Promise<void>>()
  const finish = finishTogether(deps)
  const watchClock = clockWatch(deps, leaseMs)
  let releasedAtMs = Number.NEGATIVE_INFINITY
  const releaseNowAndThen = async () => {
    if (performance.now() - releasedAtMs < releaseGapMs) return 0
    releasedAtMs = performance.now()
    return releaseDue(deps)
  }
  const begin = (claim: ClaimedDelivery) => {
    const run = attempt(deps, claim, finish)
      .catch((error) =>
        deps.log.error({ err: error, delivery: claim.id }, 'how an attempt ended could not be written'),
      )
      .finally(() => {
        underWay.delete(run)
        // The next of its queue may go.
        loop.wake()
      })
    underWay.add(run)
  }
  const loop: PollingLoop = pollingLoop({
    name: 'deliveries',
    lanes: 1,
    log: deps.log,
    async step(signal) {
      if (underWay.size >= atOnce) {
        await Promise.race(underWay)
        // Those written together end together: their slots are filled in one go.
        await nextTurn()
      }
      await watchClock()
      const room = atOnce - underWay.size
      const released = await releaseNowAndThen()
      const claims = await claimDeliveries(deps.db, deps.clock.now(), leaseMs, room)
      if (signal.aborted) {
        const now = deps.clock.now()
        for (const claim of claims) await handBack(deps.db, claim, now, now)
        return 0
      }
      claims.forEach(begin)
      if (claims.length === room || released > 0) return 0
      const next = await nextQueueAt(deps.db)
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

/** One attempt: deliver, then write the outcome under the fence of the lease; because of what the message was written. */
export async function attempt(
  deps: DeliverDeps,
  claim: ClaimedDelivery,
  finish = (ended: EndedAttempt) => finishDelivery(deps, ended),
): Promise<void> {
  const attributes = {
    'deal_scout.channel': channelOf(claim.channel),
    'deal_scout.attempt': claim.attempt,
    'deal_scout.delivery_id': claim.id,
    'deal_scout.notification_id': claim.notificationId,
  }
  await withCause(keptCause(claim.cause), () =>
    deps.tracing.span('delivery', 'consumer', attributes, (tell) => attemptWithin(deps, claim, finish, tell)),
  )
}

async function attemptWithin(
  deps: DeliverDeps,
  claim: ClaimedDelivery,
  finish: (ended: EndedAttempt) => Promise<boolean>,
  tell: (attributes: SpanAttributes) => void,
): Promise<void> {
  const startedAt = deps.clock.now()
  const log = deps.log.child({
    delivery: claim.id,
    notification: claim.notificationId,
    channel: claim.channel,
  })
  const channel = deps.channels.get(channelOf(claim.channel))
  const unavailable = channel?.unavailable(deps.adapterOptions) ?? null
  if (unavailable !== null) {
    await keepForLater(unavailable)
    return
  }
  // A clock that was put back since the claim does not make the lease longer.
  const leftMs = Math.min(claim.leaseEndsAt.getTime() - startedAt.getTime(), leaseMs) - settleMs
  if (leftMs <= 0) {
    // Claiming took so long that an attempt could outlive the lease.
    await handBack(deps.db, claim, startedAt, startedAt)
    return
  }
  const target = channel && (await deps.targetOf(asProgram(claim.userId), claim.channel))
  if (target?.kind === 'later') {
    await keepForLater(target.reason)
    return
  }
  const result = await resultOf()
  const finishedAt = deps.clock.now()
  const outcome = nextState(result, claim, finishedAt)
  if (!(await finish({ claim, startedAt, finishedAt, outcome }))) {
    log.warn('the lease ended before the attempt did; another process has this delivery')
    return
  }
  tell({ 'deal_scout.outcome': outcome.state })
  deps.observe({
    channel: channelOf(claim.channel),
    outcome: outcome.state,
    waitedMs: finishedAt.getTime() - claim.dueSince.getTime(),
    sinceSeenMs: claim.seenAt === null ? null : finishedAt.getTime() - claim.seenAt.getTime(),
  })
  if (outcome.state === 'sent') log.info({ title: claim.message.title }, 'notified')
  else log.warn({ state: outcome.state, reason: outcome.reason, attempt: claim.attempt }, 'not notified yet')

  async function resultOf(): Promise<DeliveryResult> {
    if (channel === undefined) return failed(`There is no channel "${claim.channel}" in this version.`)
    if (target?.kind !== 'ready') return failed(target?.reason ?? `${channel.name} is not set up.`)
    return tryChannel(deps, channel, claim, target, { log, signal: AbortSignal.timeout(leftMs) })
  }

  async function keepForLater(reason: string): Promise<void> {
    await handBack(deps.db, claim, new Date(startedAt.getTime() + unavailableMs), startedAt, reason)
    log.warn({ reason }, 'kept for later')
  }
}

async function tryChannel(
  deps: DeliverDeps,
  channel: Channel,
  claim: ClaimedDelivery,
  { settings, unsubscribeUrl }: Extract<Target, { kind: 'ready' }>,
  { log, signal }: { log: Log; signal: AbortSignal },
): Promise<DeliveryResult> {
  try {
    const language = await deps.notifying.languageOf(claim.userId)
    const delivered = deliverDiscreetly(
      channel,
      messageIn(language, { ...claim.message, notificationId: claim.notificationId }),
      {
        fetch: deps.fetch,
        log,
        clock: deps.clock,
        signal,
        options: deps.adapterOptions,
        settings,
        idempotencyKey: claim.key,
        sign: signMessages(deps.secrets),
        baseUrl: deps.baseUrl(),
        unsubscribeUrl,
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
