import type { z } from 'zod'
import type { Authorized } from '../core/actor.ts'
import { namesOfChanged } from '../core/audit.ts'
import type { Sql, Tx } from '../core/db.ts'
import { holdQueues, resumeQueues, wakeDeliveries } from './delivery/queue-store.ts'
import { redateQuiet } from './delivery/release-store.ts'
import { deletePreferences, preferencesOf, savePreferences } from './preference-store.ts'
import type { ChannelDeps } from './targets/channels.ts'
import { describeWhen } from './when/describe.ts'
import type { WhenPreferences } from './when/preferences.ts'
import type { whenInputSchema, whenSchema } from './when/schema.ts'

/** When a person is notified: what they chose, else the defaults. */
export async function readPreferences(
  deps: ChannelDeps,
  userId: Authorized<'read'>,
): Promise<WhenPreferences> {
  return ownPreferences(deps, deps.db, userId)
}

async function ownPreferences(
  { notifying }: Pick<ChannelDeps, 'notifying'>,
  sql: Sql,
  userId: Authorized<'read'>,
): Promise<WhenPreferences> {
  return (await preferencesOf(sql, [userId], notifying.timeZone)).get(userId)!
}

/** In the time zone asked for, else the person's own. */
export async function inOwnTime<Ask extends { timeZone?: string | undefined }>(
  deps: ChannelDeps,
  userId: Authorized<'read'>,
  ask: Ask,
) {
  return { ...ask, timeZone: ask.timeZone ?? (await readPreferences(deps, userId)).timeZone }
}

/**
 * Stores when a person wants to be notified; null = the defaults again. A time zone that is given becomes that of their
 * profile; left out, that stays as it is.
 */
export async function changePreferences(
  deps: ChannelDeps,
  userId: Authorized<'write'>,
  preferences: z.output<typeof whenInputSchema> | null,
): Promise<WhenPreferences> {
  const now = deps.clock.now()
  return deps.db.transaction(async (tx) => {
    const before = await ownPreferences(deps, tx, userId)
    if (preferences === null) await deletePreferences(tx, userId)
    else {
      const { timeZone, ...stored } = preferences
      await savePreferences(tx, userId, stored, now)
      if (timeZone !== undefined && timeZone !== before.timeZone)
        await deps.notifying.writeTimeZone(tx, userId, timeZone, now)
    }
    const after = await redateQuietOf(deps, tx, userId)
    const details = { of: 'preferences', changed: namesOfChanged(before, after) }
    if (details.changed !== '')
      await deps.audit.note(tx, { what: 'settings-changed', person: userId, details })
    return after
  })
}

/**
 * When a person is notified has changed in this transaction: what waits for the end of quiet hours is dated anew; what waits
 * for a digest or a limit keeps its moment.
 */
export async function redateQuietOf(
  deps: Pick<ChannelDeps, 'clock' | 'notifying'>,
  tx: Tx,
  userId: Authorized<'own'>,
): Promise<WhenPreferences> {
  const now = deps.clock.now()
  const preferences = await ownPreferences(deps, tx, userId)
  const redated = await redateQuiet(tx, userId, deps.notifying.when.quietUntil(preferences, now) ?? now, now)
  const queues = await holdQueues(tx, redated)
  await resumeQueues(tx, queues)
  if (redated.length > 0) await wakeDeliveries(tx)
  return preferences
}

export function whenView(preferences: WhenPreferences): z.input<typeof whenSchema> {
  return { ...preferences, inWords: describeWhen(preferences) }
}
