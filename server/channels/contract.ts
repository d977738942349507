import type { AdapterWords } from '../core/adapter-words.ts'
import type { Clock } from '../core/clock.ts'
import type { Fetch } from '../core/fetch.ts'
import type { FieldSpec, FieldValues } from '../core/fields.ts'
import type { Log } from '../core/log.ts'
import type { OptionSpec, OptionValues } from '../core/options.ts'
import type { Message } from '../model/message.ts'

/**
 * How one attempt ended. `undecided` = the connection was cut after sending: it may have arrived. `blocked` = nothing
 * else gets through to this target either (not reachable, too many messages, login refused): what waits behind keeps
 * its order and waits too. `targetGone` = the target itself is dead (address bounces, webhook deleted, subscription
 * ended): it is switched off, and the person is told why.
 */
export type DeliveryResult =
  | { outcome: 'sent'; providerRef?: string }
  | { outcome: 'retry'; reason: string; afterMs?: number; undecided?: boolean; blocked?: boolean }
  | { outcome: 'failed'; reason: string; targetGone?: boolean }

/** Whether a target repeated the token that it was asked to repeat. */
export type ChallengeResult = { outcome: 'confirmed' } | { outcome: 'refused'; reason: string }

/** Made fresh for every attempt, so that what differs between attempts is nowhere else. */
export interface ChannelContext {
  fetch: Fetch
  log: Log
  clock: Clock
  signal: AbortSignal
  /** The operator's values of the channel's own options. */
  options: OptionValues
  /** What the person filled in, secrets in clear. */
  settings: FieldValues
  /**
   * The same for every attempt of this delivery: the provider can recognise a repetition by it. Random, so that no other
   * delivery of any installation ever has it, and nobody guesses it.
   */
  idempotencyKey: string
  /** 32 hex digits that nobody else can make of this text: what comes back with them is really ours. */
  sign(text: string): string
  /** Where Deal Scout itself is reached, for links; no trailing slash. */
  baseUrl: string
  /** Where one POST ends messages on this channel (RFC 8058); null where the receiver has no such thing. */
  unsubscribeUrl: string | null
}

export interface Channel {
  /** Equals the folder's name. */
  id: string
  name: string
  /** One sentence. */
  description: string
  /** What it shows, in other languages than English: by each of its texts. */
  words?: AdapterWords
  options: OptionSpec[]
  fields: FieldSpec[]
  /**
   * How a person proves that a target is theirs before anything else is sent to it: a link or a code in a message of
   * kind `confirm`, or by answering `challenge`. Absent where knowing the target is proof enough (a webhook's secret
   * address, an app's token).
   */
  confirmation?: 'link' | 'code' | 'challenge'
  /** For `confirmation: 'challenge'`: asks the target to repeat the token. Never throws for what a network may do. */
  challenge?(token: string, ctx: ChannelContext): Promise<ChallengeResult>
  /** The product itself shows it: writing the notification is the delivery, no attempt is made. */
  inProduct?: boolean
  /** What is wrong with a form although each of its fields is valid, by the field's name; empty = nothing. */
  problems?(settings: FieldValues, options: OptionValues): Readonly<Record<string, string>>
  /** Options that belong together, which the program makes once and keeps sealed where the operator set none of them. */
  made?: { options: readonly string[]; make(): Readonly<Record<string, string>> }
  /** Of a channel of browsers: the public key for which they subscribe; null = there is none now. */
  subscribeKey?(options: OptionValues): string | null
  /** One sentence saying what the operator has to set before this channel can be used, or null when it is ready. */
  unavailable(options: OptionValues): string | null
  /**
   * Of a channel that sends by a server of the operator's: whether that takes what is sent, as one sentence; null = it does.
   * Sends nothing, never throws.
   */
  serverProblem?(options: OptionValues): Promise<string | null>
  /** One attempt; never retries inside, never throws for what a provider or network may do. */
  deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult>
  /** Lets go of connections kept between attempts; another attempt opens them again. */
  close?(): void
}
