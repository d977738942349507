import type { z } from 'zod'
import { holdQueues, resumeQueues, wakeDeliveries } from './delivery/queue-store.ts'
import { redateQuiet } from './delivery/release-store.ts'
import { deletePreferences, preferencesOf, savePreferences } from './preference-store.ts'
import type { ChannelDeps } from './targets/channels.ts'
import { describeWhen } from './when/describe.ts'
import { defaultPreferences, type WhenPreferences } from './when/preferences.ts'
import type { whenSchema } from './when/schema.ts'

/** When a person is told: what they chose, else the defaults. */
export async function readPreferences(deps: ChannelDeps, userId: number): Promise<WhenPreferences> {
  const stored = (await preferencesOf(deps.db, [userId])).get(userId)
  return stored ?? defaultPreferences(deps.telling.timeZone)
}

/** In the time zone asked for, else the person's own. */
export async function inOwnTime<Ask extends { timeZone?: string | undefined }>(
  deps: ChannelDeps,
  userId: number,
  ask: Ask,
) {
  return { ...ask, timeZone: ask.timeZone ?? (await readPreferences(deps, userId)).timeZone }
}

/**
 * Stores when a person wants to be told; null = the defaults again. What waits for the end of quiet hours is dated anew;
 * what waits for a digest or a limit keeps its moment.
 */
export async function changePreferences(
  deps: ChannelDeps,
  userId: number,
  preferences: WhenPreferences | null,
): Promise<WhenPreferences> {
  const now = deps.clock.now()
  const next = preferences ?? defaultPreferences(deps.telling.timeZone)
  await deps.db.transaction(async (tx) => {
    if (preferences === null) await deletePreferences(tx, userId)
    else await savePreferences(tx, userId, preferences, now)
    const redated = await redateQuiet(tx, userId, deps.telling.when.quietUntil(next, now) ?? now, now)
    const queues = await holdQueues(tx, redated)
    await resumeQueues(tx, queues)
    if (redated.length > 0) await wakeDeliveries(tx)
  })
  return next
}

export function whenView(preferences: WhenPreferences): z.input<typeof whenSchema> {
  return { ...preferences, inWords: describeWhen(preferences) }
}
