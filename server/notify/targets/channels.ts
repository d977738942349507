import type { Channel } from '../../channels/contract.ts'
import { type Authorized, asProgram } from '../../core/actor.ts'
import type { Audit } from '../../core/audit.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db, Tx } from '../../core/db.ts'
import { AppError, conflict, notFound } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'
import { keepSecrets, readFields, shownFields } from '../../core/form.ts'
import { gather } from '../../core/gather.ts'
import type { OptionValues } from '../../core/options.ts'
import type { SealedColumn } from '../../core/sealed-column.ts'
import { type Secrets, tryToOpen } from '../../core/secrets.ts'
import { channelOf, targetAlone, targetKey } from '../../model/channel-target.ts'
import { lined, titled } from '../../model/sentences/said.ts'
import { say } from '../../model/sentences/sentences.ts'
import { createNotifications, type NotifyingDeps } from '../delivery/create.ts'
import type { Target } from '../delivery/deliver.ts'
import {
  channelSettings,
  channelSettingsOf,
  deleteChannelSettings,
  holdTargets,
  type StoredChannelSettings,
  saveChannelSettings,
  switchOffChannel,
} from '../store.ts'
import {
  channelNamed,
  refuseSettings,
  refuseTarget,
  refuseTwice,
  takesSeveral,
  targetText,
  targetTitle,
} from './several.ts'
import { unsubscribeToken } from './unsubscribe.ts'

export interface ChannelDeps {
  db: Db
  clock: Clock
  audit: Audit
  channels: ReadonlyMap<string, Channel>
  adapterOptions: OptionValues
  secrets: Pick<Secrets, 'seal' | 'open' | 'sign' | 'isSigned'>
  notifying: NotifyingDeps
  /** Where Deal Scout itself is reached, for links; no trailing slash. */
  baseUrl(): string
}

const sealContext = (userId: number | string, key: string) => `channel:${userId}:${key}`

export const sealedSettings: SealedColumn = {
  ...{ table: 'channel_settings', column: 'settings', key: ['user_id', 'channel'] },
  contextOf: (userId, key) => sealContext(userId!, key!),
}

/** Where a target of a person is, or why it cannot be reached (now, or at all). */
export async function targetOf(deps: ChannelDeps, userId: Authorized<'read'>, key: string): Promise<Target> {
  const [row] = await channelSettingsOf(deps.db, [{ userId, channel: key }])
  return targetIn(deps, userId, key, row)
}

/** The same for those that are asked for about the same time, in one question to the database. */
export function targetsTogether(
  deps: ChannelDeps,
): (userId: Authorized<'read'>, channel: string) => Promise<Target> {
  const rowOf = gather(async (queues: { userId: number; channel: string }[]) => {
    const rows = await channelSettingsOf(deps.db, queues)
    const found = new Map(rows.map((row) => [`${row.userId} ${row.channel}`, row]))
    return queues.map(({ userId, channel }) => found.get(`${userId} ${channel}`))
  })
  return async (userId, channel) => targetIn(deps, userId, channel, await rowOf({ userId, channel }))
}

function targetIn(
  deps: ChannelDeps,
  userId: Authorized<'read'>,
  key: string,
  row: StoredChannelSettings | undefined,
): Target {
  const channel = deps.channels.get(channelOf(key))
  const name = targetTitle(deps.channels, key, row?.label)
  const unsubscribeUrl = `${deps.baseUrl()}/api/unsubscribe/${unsubscribeToken(deps.secrets, { userId, channel: key })}`
  if (!row) {
    return key === channel?.id && channel.fields.every((field) => !field.required)
      ? { kind: 'ready', settings: {}, unsubscribeUrl }
      : { kind: 'never', reason: `${name} is not set up: fill in its settings under channels.` }
  }
  if (row.offReason !== null) {
    return { kind: 'never', reason: `${name} was switched off: ${row.offReason}` }
  }
  if (!row.enabled) return { kind: 'never', reason: `${name} is switched off.` }
  if (needsVerification(channel, row)) {
    return { kind: 'later', reason: `Confirm first that this ${name} target is yours; messages wait for it.` }
  }
  const { settings, problem } = settingsOrProblem(deps, userId, row)
  // Messages wait: they are as good as ever once the key is back.
  return settings === null
    ? { kind: 'later', reason: `${name} is off. ${problem}` }
    : { kind: 'ready', settings, unsubscribeUrl }
}

export function needsVerification(
  channel: Pick<Channel, 'confirmation'> | undefined,
  row: Pick<StoredChannelSettings, 'confirmedAt'>,
): boolean {
  return channel?.confirmation !== undefined && row.confirmedAt === null
}

/** The settings of a stored row in clear, or why they cannot be opened and what to do: that stops this channel alone. */
export function settingsOrProblem(
  deps: Pick<ChannelDeps, 'secrets'>,
  userId: Authorized<'read'>,
  row: Pick<StoredChannelSettings, 'channel' | 'settings'>,
): { settings: FieldValues; problem: null } | { settings: null; problem: string } {
  const { plain, problem } = tryToOpen(deps.secrets, row.settings, sealContext(userId, row.channel))
  if (plain !== null) return { settings: JSON.parse(plain) as FieldValues, problem: null }
  return {
    settings: null,
    problem: `Its settings cannot be opened. ${problem} Enter them again under /settings/notifications.`,
  }
}

/** The same for who cannot do without them. */
export function settingsOf(
  deps: Pick<ChannelDeps, 'secrets'>,
  userId: Authorized<'read'>,
  row: Pick<StoredChannelSettings, 'channel' | 'settings'>,
): FieldValues {
  const { settings, problem } = settingsOrProblem(deps, userId, row)
  if (settings === null) throw conflict('channel-settings-closed', problem)
  return settings
}

/** What the person's targets are called whose settings cannot be opened. */
export async function closedChannels(
  deps: Pick<ChannelDeps, 'db' | 'secrets' | 'channels'>,
  userId: Authorized<'read'>,
): Promise<string[]> {
  const rows = await channelSettings(deps.db, userId)
  return rows
    .filter((row) => settingsOrProblem(deps, userId, row).problem !== null)
    .map(({ channel, label }) => targetTitle(deps.channels, channel, label))
}

/** Every channel with the person's own settings, secrets masked; after it, their other targets of it. */
export async function listChannels(deps: ChannelDeps, userId: Authorized<'read'>) {
  const rows = await channelSettings(deps.db, userId)
  const stored = new Map(rows.map((row) => [row.channel, row]))
  const keysOf = (id: string) => [
    id,
    ...rows.flatMap(({ channel: key }) => (key !== id && channelOf(key) === id ? key : [])).toSorted(),
  ]
  const targets = [...deps.channels.values()].flatMap((channel) =>
    keysOf(channel.id).map((key) => ({ channel, key })),
  )
  return targets.map(({ channel, key }) => {
    const row = stored.get(key)
    const opened = row ? settingsOrProblem(deps, userId, row) : null
    const unverified = row !== undefined && row.offAt === null && needsVerification(channel, row)
    const unavailable = channel.unavailable(deps.adapterOptions) ?? opened?.problem ?? null
    const needsSettings = channel.fields.some((field) => field.required)
    return {
      id: key,
      channel: channel.id,
      name: channel.name,
      label: row?.label ?? null,
      /** Whether another target of the channel may be beside the first. */
      several: takesSeveral(channel),
      isSetUp: row !== undefined,
      description: channel.description,
      fields: channel.fields,
      unavailable,
      subscribeKey: channel.subscribeKey?.(deps.adapterOptions) ?? null,
      enabled: row?.enabled ?? !needsSettings,
      ready: unavailable === null && !unverified && (row ? row.enabled : !needsSettings),
      confirmation: channel.confirmation ?? null,
      /** Messages wait until it is verified that the target is theirs. */
      needsConfirmation: unverified,
      off: row?.offAt ? { at: row.offAt.toISOString(), reason: row.offReason ?? '' } : null,
      settings: opened?.settings ? shownFields(channel.fields, opened.settings) : {},
    }
  })
}

/** What a person filled in, as it may be shown. */
export async function filledInChannels(deps: ChannelDeps, userId: Authorized<'read'>) {
  return (await listChannels(deps, userId))
    .filter(({ isSetUp }) => isSetUp)
    .map(
      ({ fields: _, description: __, several: ___, isSetUp: ____, subscribeKey: _____, ...channel }) =>
        channel,
    )
}

/**
 * Checks and stores the form of a target, which is made where there is none of that name; without `settings`, and where a
 * secret is its mask, what is stored stays. Another address has to be verified anew. What the program switched off is on
 * again when the person says so.
 */
export async function saveChannel(
  deps: ChannelDeps,
  userId: Authorized<'write'>,
  name: string,
  input: TargetInput,
): Promise<void> {
  const { channel, key } = channelNamed(deps, name)
  await deps.db.transaction(async (tx) => {
    const targets = await holdTargets(tx, userId, channel.id)
    const row = targets.find((one) => one.channel === key) ?? null
    if (row === null) refuseTarget(channel, key, targets.length)
    const opened = row && settingsOrProblem(deps, userId, row)
    // What cannot be opened now may be once its key is back: it goes when other settings take its place, not before.
    const isKept = opened !== null && opened.settings === null && input.settings === undefined
    const stored = opened?.settings ?? {}
    const settings = isKept
      ? {}
      : readFields(channel.fields, keepSecrets(channel.fields, stored, input.settings ?? stored))
    if (!isKept) refuseSettings(channel, settings, deps.adapterOptions)
    const sameTarget =
      row !== null && (isKept || targetText(channel, stored) === targetText(channel, settings))
    if (!isKept) {
      const others = targets.map((one) => ({
        ...one,
        settings: settingsOrProblem(deps, userId, one).settings,
      }))
      refuseTwice(deps.channels, channel, { key, settings }, others)
    }
    await saveChannelSettings(
      tx,
      userId,
      {
        channel: key,
        label: input.label === undefined ? (row?.label ?? null) : input.label,
        settings: isKept
          ? row!.settings
          : deps.secrets.seal(JSON.stringify(settings), sealContext(userId, key)),
        enabled: input.enabled,
        confirmedAt: sameTarget ? row.confirmedAt : null,
        // Kept for another target too: its limits count for the person, and it proves only what it was made for.
        confirmation: row?.confirmation ?? null,
        offAt: input.enabled ? null : (row?.offAt ?? null),
        offReason: input.enabled ? null : (row?.offReason ?? null),
      },
      deps.clock.now(),
    )
    const about = { person: userId, target: ['channel', key] } as const
    const { enabled } = input
    if (row === null) await deps.audit.note(tx, { ...about, what: 'channel-added', details: { enabled } })
    else {
      const details = { enabled, newTarget: !sameTarget }
      await deps.audit.note(tx, { ...about, what: 'channel-changed', details })
    }
  })
}

export interface TargetInput {
  settings?: Record<string, unknown> | undefined
  enabled: boolean
  /** What the person calls it; left out, it stays. */
  label?: string | null | undefined
}

/** Switches a dead target off and says so in the product, once. */
export async function switchOff(
  deps: Pick<ChannelDeps, 'channels' | 'clock' | 'notifying' | 'audit'>,
  tx: Tx,
  { userId, channel }: { userId: number; channel: string },
  reason: string,
): Promise<void> {
  const now = deps.clock.now()
  const off = await switchOffChannel(tx, asProgram(userId), channel, reason, now)
  if (off === null) return
  await deps.audit.note(tx, { what: 'channel-switched-off', person: userId, target: ['channel', channel] })
  const name = targetTitle(deps.channels, channel, off.label)
  await createNotifications(
    tx,
    [
      {
        userId,
        dedupeKey: `channel-off:${channel}:${now.getTime()}`,
        message: {
          kind: 'channel-off',
          ...titled(say('message-off', { name })),
          ...lined([reason, say('message-off-what', { name })]),
          items: [],
          itemCount: 0,
          demo: false,
          createdAt: now.toISOString(),
        },
        channels: [...deps.notifying.inProductChannels],
      },
    ],
    deps.notifying,
    now,
  )
}

export async function forgetChannel(
  deps: ChannelDeps,
  userId: Authorized<'write'>,
  name: string,
): Promise<void> {
  const key = targetKey(name)
  await deps.db.transaction(async (tx) => {
    if (!(await deleteChannelSettings(tx, userId, key))) throw notFound('channel setting')
    await deps.audit.note(tx, { what: 'channel-removed', person: userId, target: ['channel', key] })
  })
}

/** Sends a test message through the ordinary ledger; the id of its notification, by which it can be followed. */
export async function testChannel(
  deps: ChannelDeps,
  userId: Authorized<'write'>,
  name: string,
  testId: string,
): Promise<number> {
  const { channel, key } = channelNamed(deps, name)
  const unavailable = channel.unavailable(deps.adapterOptions)
  if (unavailable !== null)
    throw new AppError({ code: 'channel-unavailable', status: 409, message: unavailable })
  const target = await targetOf(deps, userId, key)
  if (target.kind !== 'ready') {
    throw new AppError({ code: 'channel-not-set-up', status: 409, message: target.reason })
  }
  const now = deps.clock.now()
  return deps.db.transaction(async (tx) => {
    await deps.audit.note(tx, { what: 'channel-tested', person: userId, target: ['channel', key] })
    const [written] = await createNotifications(
      tx,
      [
        {
          userId,
          dedupeKey: `test:${testId}`,
          message: {
            kind: 'test',
            ...titled(say('message-test')),
            items: [],
            itemCount: 0,
            demo: false,
            createdAt: now.toISOString(),
          },
          channels: [targetAlone(key)],
          asked: true,
        },
      ],
      deps.notifying,
      now,
    ).then((all) => [...all.values()])
    return written!.id
  })
}

export function inProductChannels(channels: ReadonlyMap<string, Channel>): ReadonlySet<string> {
  return new Set([...channels.values()].filter(({ inProduct }) => inProduct).map(({ id }) => id))
}
