import type { deliveryStates } from '../../model/delivery.ts'
import type { TraceVerdict } from './trace-schema.ts'
import type { Telling } from './trace-texts.ts'

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
  telling: Telling,
): string {
  const { texts, timeZone } = telling
  const { state, reason, attempts, dueAt, bundle, fallbackOf } = delivery
  const name = channelName(channels, delivery.channel)
  const at = (time: Date) => texts.moment(time, timeZone)
  const why = reason === null ? '' : `: ${reason.replace(/\.$/, '')}`
  const end = (): string => {
    switch (state) {
      case 'sent':
        return texts.delivered(name, arrival(delivery, seenAt, telling), attempts, waited(delivery, telling))
      case 'held':
        return texts.held(name, at(delivery.heldUntil ?? dueAt), texts.hold(delivery.holdReason))
      case 'pending':
      case 'leased':
        return texts.onItsWay(name, waited(delivery, telling))
      case 'retry':
        return texts.notThrough(name, attempts, why, at(dueAt))
      case 'bundled':
        return bundle === null ? texts.digestGone(name) : digestSentence(name, delivery, seenAt, telling)
      case 'failed':
        return texts.refused(name, why)
      case 'dead':
        return texts.givenUp(name, attempts, why)
    }
  }
  const instead = fallbackOf === null ? '' : texts.instead(channelName(channels, fallbackOf))
  const doubt = delivery.undecided === 0 ? '' : texts.doubt(delivery.undecided)
  return `${end()}${instead}${doubt}`
}

function digestSentence(
  name: string,
  delivery: DeliveryFacts,
  seenAt: Date | null,
  telling: Telling,
): string {
  const { texts, timeZone } = telling
  const { id, createdAt, state } = delivery.bundle!
  const part = texts.digest(name, texts.moment(createdAt, timeZone), id)
  const why = delivery.holdReason === null ? '' : texts.wasHeld(null, texts.hold(delivery.holdReason))
  switch (state) {
    case 'sent':
      return `${part}${texts.digestDelivered(arrival(delivery, seenAt, telling))}${why}`
    case 'failed':
    case 'dead':
      return `${part}${texts.digestFailed}${why}`
    default:
      return `${part}${texts.digestOnItsWay}${why}`
  }
}

function arrival(delivery: DeliveryFacts, seenAt: Date | null, { texts, timeZone }: Telling): string {
  const at = deliveredAt(delivery)
  if (at === null) return texts.arrivedSometime
  const seconds = secondsBetween(seenAt, at)
  return texts.arrived(texts.moment(at, timeZone), seconds === null ? null : texts.span(seconds))
}

/** Null where the first is not known, or is later: an import may tell of what it dates later. */
export function secondsBetween(from: Date | null, to: Date | null): number | null {
  if (from === null || to === null) return null
  const seconds = (to.getTime() - from.getTime()) / 1000
  return seconds < 0 ? null : seconds
}

function waited({ holdReason, heldUntil }: DeliveryFacts, { texts, timeZone }: Telling): string {
  if (holdReason === null) return ''
  const until = heldUntil === null ? null : texts.moment(heldUntil, timeZone)
  return texts.wasHeld(until, texts.hold(holdReason))
}
