import type { deliveryStates } from '../../model/delivery.ts'
import type { TraceVerdict } from './trace-schema.ts'
import { holdReasonWords, momentWords, spanWords } from './trace-words.ts'

type DeliveryState = (typeof deliveryStates)[number]

/** What the ledger knows of one message on one channel. */
export interface DeliveryFacts {
  id: number
  channel: string
  state: DeliveryState
  holdReason: string | null
  heldUntil: Date | null
  bundle: { id: number; createdAt: Date; state: DeliveryState | null; finishedAt: Date | null } | null
  fallbackOf: string | null
  dueAt: Date
  finishedAt: Date | null
  attempts: number
  undecided: number
  reason: string | null
  tries: {
    startedAt: Date
    finishedAt: Date
    outcome: 'sent' | 'retry' | 'failed'
    reason: string | null
    providerRef: string | null
    undecided: boolean
  }[]
}

export interface ChannelFacts {
  name: string
  /** Why it cannot be used now, as a sentence; null when it can. */
  problem: string | null
  /** The product itself shows it. */
  inProduct: boolean
}

export type Channels = ReadonlyMap<string, ChannelFacts>

export const channelName = (channels: Channels, id: string) => channels.get(id)?.name ?? id

/** When a delivery reached the person, by itself or in a digest; null when it did not. */
export function deliveredAt({ state, finishedAt, bundle }: DeliveryFacts): Date | null {
  if (state === 'sent') return finishedAt
  return state === 'bundled' && bundle?.state === 'sent' ? bundle.finishedAt : null
}

/** What became of a delivery, of a digest's where it is part of one. */
export function deliveryVerdict({
  state,
  bundle,
}: DeliveryFacts): Extract<TraceVerdict, 'notified' | 'held' | 'failed'> {
  const last = state === 'bundled' ? (bundle?.state ?? 'held') : state
  if (last === 'sent') return 'notified'
  return last === 'failed' || last === 'dead' ? 'failed' : 'held'
}

/**
 * What became of a message on all its channels: a channel outside counts before what the product itself shows, since
 * it is outside that a person misses it.
 */
export function messageVerdict(
  deliveries: readonly DeliveryFacts[],
  channels: Channels,
): Extract<TraceVerdict, 'notified' | 'held' | 'failed'> | null {
  const outside = deliveries.filter(({ channel }) => channels.get(channel)?.inProduct !== true)
  const found = (outside.length > 0 ? outside : deliveries).map(deliveryVerdict)
  return (['notified', 'held', 'failed'] as const).find((verdict) => found.includes(verdict)) ?? null
}

/** What became of a delivery, as one or two sentences for a person. */
export function deliverySentence(
  delivery: DeliveryFacts,
  channels: Channels,
  seenAt: Date | null,
  timeZone: string,
): string {
  const { state, reason, attempts, dueAt, bundle, fallbackOf } = delivery
  const name = channelName(channels, delivery.channel)
  const at = (time: Date) => momentWords(time, timeZone)
  const tries = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`
  const why = reason === null ? '' : `: ${reason.replace(/\.$/, '')}`
  const end = (): string => {
    switch (state) {
      case 'sent':
        return `${name}: delivered ${arrival(delivery, seenAt, timeZone)}${attempts > 1 ? `, at attempt ${attempts}` : ''}.${waited(delivery, timeZone)}`
      case 'held':
        return `${name}: held until ${at(delivery.heldUntil ?? dueAt)}: ${holdReasonWords(delivery.holdReason)}.`
      case 'pending':
      case 'leased':
        return `${name}: on its way.${waited(delivery, timeZone)}`
      case 'retry':
        return `${name}: not through yet after ${tries}${why}; tried again at ${at(dueAt)}.`
      case 'bundled':
        return bundle === null
          ? `${name}: notified in a digest that is no longer there.`
          : `${name}: ${digestSentence(delivery, seenAt, timeZone)}`
      case 'failed':
        return `${name}: refused${why}.`
      case 'dead':
        return `${name}: given up after ${tries}${why}.`
    }
  }
  const instead =
    fallbackOf === null ? '' : ` It stands in for ${channelName(channels, fallbackOf)}, which failed.`
  const doubt =
    delivery.undecided === 0
      ? ''
      : ` Of ${delivery.undecided} of its attempts nobody can tell whether it arrived.`
  return `${end()}${instead}${doubt}`
}

function digestSentence(delivery: DeliveryFacts, seenAt: Date | null, timeZone: string): string {
  const { id, createdAt, state } = delivery.bundle!
  const part = `part of the digest of ${momentWords(createdAt, timeZone)} (message ${id})`
  const why = `${delivery.holdReason === null ? '' : ` It was held: ${holdReasonWords(delivery.holdReason)}.`}`
  switch (state) {
    case 'sent':
      return `${part}, delivered ${arrival(delivery, seenAt, timeZone)}.${why}`
    case 'failed':
    case 'dead':
      return `${part}, which did not get through.${why}`
    default:
      return `${part}, which is on its way.${why}`
  }
}

function arrival(delivery: DeliveryFacts, seenAt: Date | null, timeZone: string): string {
  const at = deliveredAt(delivery)
  if (at === null) return 'at an unknown time'
  const seconds = secondsBetween(seenAt, at)
  return `at ${momentWords(at, timeZone)}${seconds === null ? '' : `, ${spanWords(seconds)} after it was seen`}`
}

/** Null where the first is not known, or is later: an import may tell of what it dates later. */
export function secondsBetween(from: Date | null, to: Date | null): number | null {
  if (from === null || to === null) return null
  const seconds = (to.getTime() - from.getTime()) / 1000
  return seconds < 0 ? null : seconds
}

function waited({ holdReason, heldUntil }: DeliveryFacts, timeZone: string): string {
  if (holdReason === null) return ''
  const until = heldUntil === null ? '' : ` until ${momentWords(heldUntil, timeZone)}`
  return ` It was held${until}: ${holdReasonWords(holdReason)}.`
}
