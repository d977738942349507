import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { AppError, notFound } from '../core/errors.ts'
import type { FieldValues } from '../core/fields.ts'
import { keepSecrets, readFields, shownFields } from '../core/form.ts'
import type { OptionValues } from '../core/options.ts'
import type { Channel } from './contract.ts'
import {
  channelSettings,
  createNotifications,
  deleteChannelSettings,
  type StoredChannelSettings,
  saveChannelSettings,
} from './store.ts'

export interface ChannelDeps {
  db: Db
  clock: Clock
  channels: ReadonlyMap<string, Channel>
  adapterOptions: OptionValues
  secrets: { seal(plain: string, context?: string): string; open(sealed: string, context?: string): string }
}

const sealContext = (userId: number, channel: string) => `channel:${userId}:${channel}`

/** The person's settings of a channel in clear; null when there are none or it is switched off. */
export async function settingsOf(
  deps: ChannelDeps,
  userId: number,
  channelId: string,
): Promise<FieldValues | null> {
  const channel = deps.channels.get(channelId)
  const row = (await channelSettings(deps.db, userId)).find((stored) => stored.channel === channelId)
  if (!row) return channel?.fields.every((field) => !field.required) ? {} : null
  return row.enabled ? open(deps, userId, channelId, row.settings) : null
}

function open(deps: ChannelDeps, userId: number, channelId: string, sealed: string): FieldValues {
  return JSON.parse(deps.secrets.open(sealed, sealContext(userId, channelId))) as FieldValues
}

/** What is stored, or the problem when its key is gone: then it can be looked at, entered again or deleted. */
function openOrTell(
  deps: ChannelDeps,
  userId: number,
  row: StoredChannelSettings,
): { stored: FieldValues; problem: string | null } {
  try {
    return { stored: open(deps, userId, row.channel, row.settings), problem: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { stored: {}, problem: error.message }
  }
}

/** Every channel with the person's own settings, secrets masked. */
export async function listChannels(deps: ChannelDeps, userId: number) {
  const stored = new Map((await channelSettings(deps.db, userId)).map((row) => [row.channel, row]))
  return [...deps.channels.values()].map((channel) => {
    const row = stored.get(channel.id)
    const opened = row ? openOrTell(deps, userId, row) : null
    const unavailable = channel.unavailable(deps.adapterOptions) ?? opened?.problem ?? null
    const needsSettings = channel.fields.some((field) => field.required)
    return {
      id: channel.id,
      name: channel.name,
      description: channel.description,
      fields: channel.fields,
      unavailable,
      enabled: row?.enabled ?? !needsSettings,
      ready: unavailable === null && (row ? row.enabled : !needsSettings),
      settings: opened ? shownFields(channel.fields, opened.stored) : {},
    }
  })
}

/** Checks and stores a form; without `settings`, and where a secret is its mask, what is stored stays. */
export async function saveChannel(
  deps: ChannelDeps,
  userId: number,
  channelId: string,
  input: { settings?: Record<string, unknown> | undefined; enabled: boolean },
): Promise<void> {
  const channel = deps.channels.get(channelId)
  if (!channel) throw notFound('channel')
  const row = (await channelSettings(deps.db, userId)).find(({ channel: id }) => id === channelId)
  const { stored } = row ? openOrTell(deps, userId, row) : { stored: {} }
  const settings = readFields(channel.fields, keepSecrets(channel.fields, stored, input.settings ?? stored))
  const sealed = deps.secrets.seal(JSON.stringify(settings), sealContext(userId, channelId))
  await saveChannelSettings(
    deps.db,
    userId,
    { channel: channelId, settings: sealed, enabled: input.enabled },
    deps.clock.now(),
  )
}

export async function forgetChannel(deps: ChannelDeps, userId: number, channelId: string): Promise<void> {
  if (!(await deleteChannelSettings(deps.db, userId, channelId))) throw notFound('channel setting')
}

/** Sends a test message through the ordinary ledger. */
export async function testChannel(
  deps: ChannelDeps,
  userId: number,
  channelId: string,
  key: string,
): Promise<void> {
  const channel = deps.channels.get(channelId)
  if (!channel) throw notFound('channel')
  const unavailable = channel.unavailable(deps.adapterOptions)
  if (unavailable !== null)
    throw new AppError({ code: 'channel-unavailable', status: 409, message: unavailable })
  if ((await settingsOf(deps, userId, channelId)) === null) {
    throw new AppError({
      code: 'channel-not-set-up',
      status: 409,
      message: `${channel.name} is not filled in or switched off: fill in its settings and switch it on first.`,
    })
  }
  const now = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    await createNotifications(
      tx,
      [
        {
          userId,
          dedupeKey: `test:${key}`,
          message: {
            kind: 'test',
            title: 'A test message from Deal Scout',
            items: [],
            itemCount: 0,
            demo: false,
            createdAt: now.toISOString(),
          },
          channels: [channelId],
        },
      ],
      inProductChannels(deps.channels),
      now,
    )
  })
}

export function inProductChannels(channels: ReadonlyMap<string, Channel>): ReadonlySet<string> {
  return new Set([...channels.values()].filter(({ inProduct }) => inProduct).map(({ id }) => id))
}
