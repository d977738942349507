import type { Clock } from '../core/clock.ts'
import type { Fetch } from '../core/fetch.ts'
import type { FieldSpec, FieldValues } from '../core/fields.ts'
import type { Log } from '../core/log.ts'
import type { OptionSpec, OptionValues } from '../core/options.ts'
import type { Message } from './message.ts'

/** How one attempt ended. `undecided` = the connection was cut after sending: it may have arrived. */
export type DeliveryResult =
  | { outcome: 'sent'; providerRef?: string }
  | { outcome: 'retry'; reason: string; afterMs?: number; undecided?: boolean }
  | { outcome: 'failed'; reason: string }

/** Made fresh for every attempt, so channels have no state. */
export interface ChannelContext {
  fetch: Fetch
  log: Log
  clock: Clock
  signal: AbortSignal
  /** The operator's values of the channel's own options. */
  options: OptionValues
  /** What the person filled in, secrets in clear. */
  settings: FieldValues
  /** The same for every attempt of this delivery: the provider can recognise a repetition by it. */
  idempotencyKey: string
  /** Where Deal Scout itself is reached, for links; no trailing slash. */
  baseUrl: string
}

export interface Channel {
  /** Equals the folder's name. */
  id: string
  name: string
  /** One sentence. */
  description: string
  options: OptionSpec[]
  fields: FieldSpec[]
  /** The product itself shows it: writing the notification is the delivery, no attempt is made. */
  inProduct?: boolean
  /** One sentence saying what the operator has to set before this channel can be used, or null when it is ready. */
  unavailable(options: OptionValues): string | null
  /** One attempt; never retries inside, never throws for what a provider or network may do. */
  deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult>
}
