import { randomBytes, randomUUID } from 'node:crypto'
import type { Channel, ChannelContext } from '../../channels/contract.ts'
import { signMessages } from '../../channels/signed-id.ts'
import type { Authorized } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { AppError, notFound } from '../../core/errors.ts'
import type { Fetch } from '../../core/fetch.ts'
import type { FieldValues } from '../../core/fields.ts'
import type { Log } from '../../core/log.ts'
import type { SealedColumn } from '../../core/sealed-column.ts'
import type { Message } from '../../model/message.ts'
import { messageIn } from '../../model/message-language.ts'
import { lined, titled } from '../../model/sentences/said.ts'
import { say } from '../../model/sentences/sentences.ts'
import { wakeQueue } from '../delivery/queue-store.ts'
import { challengeDiscreetly, deliverDiscreetly } from '../discreet.ts'
import {
  channelSettings,
  holdChannelSettings,
  holdTargets,
  type StoredChannelSettings,
  saveChannelSettings,
} from '../store.ts'
import { type ChannelDeps, needsVerification, settingsOf } from './channels.ts'
import { beginConfirmation, type Confirmation, checkConfirmation, grouped } from './confirm.ts'
import { channelNamed, targetText } from './several.ts'

/** How a person proves that a target is theirs: what is sent, and what comes back. */
export interface VerificationDeps extends ChannelDeps {
  fetch: Fetch
  log: Log
}

/** The target that is to be verified. */
interface Unverified {
  userId: Authorized<'write'>
  channel: Channel
  key: string
}

/** An attempt that a person waits for is broken off after so long. */
const attemptMs = 20_000

const refused = (code: string, message: string) => new AppError({ code, status: 409, message })

/**
 * Sends the code or link, or asks the target to repeat a token, while the person waits: the answer is how that went.
 * Nothing is sent twice by itself; asking again makes what was sent before worthless.
 */
export async function sendConfirmation(
  deps: VerificationDeps,
  userId: Authorized<'write'>,
  name: string,
): Promise<{ confirmed: boolean; sentence: string }> {
  const { channel, row } = await unverified(deps, userId, name)
  const target = { userId, channel, key: row.channel }
  const unavailable = channel.unavailable(deps.adapterOptions)
  if (unavailable !== null) throw refused('channel-unavailable', unavailable)
  const settings = settingsOf(deps, userId, row)
  const { secret, hash, previous } = await begin(deps, target, settings)
  const ctx = contextOf(deps, settings)
  if (channel.confirmation === 'challenge') {
    const result = await challengeDiscreetly(channel, secret, ctx)
    if (result.outcome === 'refused') throw refused('not-confirmed', result.reason)
    await markConfirmed(deps, target, settings)
    return { confirmed: true, sentence: `${channel.name} answered: it is yours.` }
  }
  const language = await deps.notifying.languageOf(userId)
  const message = messageIn(language, confirmMessage(deps, target, secret))
  const result = await deliverDiscreetly(channel, message, ctx)
  if (result.outcome !== 'sent') {
    const mayHaveCome = result.outcome === 'retry' && result.undecided === true
    if (!mayHaveCome) await takeBack(deps, target, hash, previous)
    throw refused('confirmation-not-sent', result.reason)
  }
  return {
    confirmed: false,
    sentence:
      channel.confirmation === 'code'
        ? 'A code is on its way: type it here within 15 minutes.'
        : 'A message with a link is on its way: open it within a day, or type its code here.',
  }
}

/** Takes the code (or the token of the link) that the person got; throws with a sentence when it is wrong. */
export async function confirmChannel(
  deps: ChannelDeps,
  userId: Authorized<'write'>,
  name: string,
  secret: string,
): Promise<void> {
  const { channel, key } = channelNamed(deps, name)
  const now = deps.clock.now()
  const problem = await deps.db.transaction(async (tx) => {
    const row = await holdChannelSettings(tx, userId, key)
    if (row === null) throw notFound('channel setting')
    if (!needsVerification(channel, row)) return null
    if (row.confirmation === null) return 'Nothing was sent yet that could be confirmed; ask for it first.'
    const target = targetText(channel, settingsOf(deps, userId, row))
    const hash = openHash(deps, row.confirmation)
    if (hash === null) return 'What was sent cannot be compared any more; ask for a new confirmation.'
    const purpose = { userId, channel: key, target }
    const result = checkConfirmation({ ...row.confirmation, hash }, purpose, secret, now)
    if (result !== 'right') {
      const { tries } = result.confirmation
      await saveChannelSettings(tx, userId, { ...row, confirmation: { ...row.confirmation, tries } }, now)
      await note(deps, tx, 'channel-confirmation-failed', purpose)
      return result.problem
    }
    await saveChannelSettings(tx, userId, { ...row, confirmedAt: now, confirmation: null }, now)
    await note(deps, tx, 'channel-confirmed', purpose)
    await wakeQueue(tx, { userId, channel: key }, now)
    return null
  })
  if (problem !== null) throw refused('not-confirmed', problem)
}

function note(
  { audit }: ChannelDeps,
  tx: Tx,
  what: 'channel-confirmation-sent' | 'channel-confirmation-failed' | 'channel-confirmed',
  { userId, channel }: { userId: number; channel: string },
): Promise<void> {
  return audit.note(tx, { what, person: userId, target: ['channel', channel] })
}

const hashContext = 'confirmation-hash'

export const sealedConfirmation: SealedColumn = {
  ...{ table: 'channel_settings', column: 'confirmation', within: 'hash', key: ['user_id', 'channel'] },
  contextOf: () => hashContext,
}

/** null when its key is gone, or it is from before hashes were sealed. */
function openHash({ secrets }: ChannelDeps, { hash }: Confirmation): string | null {
  try {
    return secrets.open(hash, hashContext)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

async function unverified(
  deps: ChannelDeps,
  userId: Authorized<'write'>,
  name: string,
): Promise<{ channel: Channel; row: StoredChannelSettings }> {
  const { channel, key } = channelNamed(deps, name)
  if (channel.confirmation === undefined) {
    throw refused('no-confirmation-needed', `${channel.name} needs no confirmation.`)
  }
  const row = (await channelSettings(deps.db, userId)).find((one) => one.channel === key)
  if (row === undefined) {
    throw refused('channel-not-set-up', `${channel.name} is not set up: fill in its settings first.`)
  }
  if (!needsVerification(channel, row))
    throw refused('no-confirmation-needed', `${channel.name} is confirmed already.`)
  return { channel, row }
}

/** Notes the verification under way, held against two at once; gives what is to be sent. */
async function begin(
  deps: ChannelDeps,
  { userId, channel, key }: Unverified,
  settings: FieldValues,
): Promise<{ secret: string; hash: string; previous: Confirmation | null }> {
  const now = deps.clock.now()
  return deps.db.transaction(async (tx) => {
    const targets = await holdTargets(tx, userId, channel.id)
    const row = targets.find((one) => one.channel === key)
    if (row === undefined) throw notFound('channel setting')
    const purpose = { userId, channel: key, target: targetText(channel, settings) }
    const last = lastOf(targets.flatMap(({ confirmation }) => confirmation ?? []))
    const begun = beginConfirmation(channel.confirmation!, purpose, last, now, randomBytes)
    if ('problem' in begun) throw refused('too-early', begun.problem)
    const hash = deps.secrets.seal(begun.confirmation.hash, hashContext)
    await saveChannelSettings(tx, userId, { ...row, confirmation: { ...begun.confirmation, hash } }, now)
    await note(deps, tx, 'channel-confirmation-sent', purpose)
    return { secret: begun.secret, hash, previous: row.confirmation }
  })
}

/** The last of all targets of a channel, whose limits count together: another target does not get around them. */
function lastOf(all: readonly Confirmation[]): Confirmation | null {
  const [last] = all.toSorted((a, b) => Date.parse(b.sentAt) - Date.parse(a.sentAt))
  if (last === undefined) return null
  const ofDay = all.filter(({ day }) => day === last.day)
  return { ...last, sendsToday: Math.max(...ofDay.map(({ sendsToday }) => sendsToday)) }
}

/** Nothing was sent: what was before counts again, and nobody waits for it. Another one begun meanwhile stays. */
async function takeBack(
  deps: ChannelDeps,
  { userId, key }: Unverified,
  hash: string,
  previous: Confirmation | null,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const row = await holdChannelSettings(tx, userId, key)
    if (row?.confirmation?.hash !== hash) return
    await saveChannelSettings(tx, userId, { ...row, confirmation: previous }, deps.clock.now())
  })
}

async function markConfirmed(
  deps: ChannelDeps,
  { userId, channel, key }: Unverified,
  settings: FieldValues,
): Promise<void> {
  const now = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    const row = await holdChannelSettings(tx, userId, key)
    // It may have been given another target meanwhile.
    const same =
      row !== null && targetText(channel, settingsOf(deps, userId, row)) === targetText(channel, settings)
    if (!same) throw refused('not-confirmed', 'The settings were changed meanwhile; confirm them anew.')
    await saveChannelSettings(tx, userId, { ...row, confirmedAt: now, confirmation: null }, now)
    await note(deps, tx, 'channel-confirmed', { userId, channel: key })
    await wakeQueue(tx, { userId, channel: key }, now)
  })
}

function confirmMessage(deps: ChannelDeps, { userId, key }: Unverified, secret: string): Message {
  const token = deps.secrets.seal(JSON.stringify([userId, key, secret]), confirmContext)
  return {
    notificationId: 0,
    kind: 'confirm',
    ...titled(say('message-confirm')),
    ...lined([say('message-confirm-what')]),
    confirm: { code: grouped(secret), url: `${deps.baseUrl()}/api/confirm/${token}` },
    items: [],
    itemCount: 0,
    demo: false,
    createdAt: deps.clock.now().toISOString(),
  }
}

export const confirmContext = 'confirm'

function contextOf(deps: VerificationDeps, settings: FieldValues): ChannelContext {
  return {
    fetch: deps.fetch,
    log: deps.log,
    clock: deps.clock,
    signal: AbortSignal.timeout(attemptMs),
    options: deps.adapterOptions,
    settings,
    // Nothing is sent twice by itself.
    idempotencyKey: randomUUID(),
    sign: signMessages(deps.secrets),
    baseUrl: deps.baseUrl(),
    unsubscribeUrl: null,
  }
}
