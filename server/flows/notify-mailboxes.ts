import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { takeFailing, takeRecovered } from '../mailbox/outage-store.ts'
import { lined, titled } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import { createNotifications, type NotifyingDeps } from '../notify/delivery/create.ts'
import { enabledRules } from '../rules/store.ts'

/** Servers are away for minutes each day; whoever is told of that stops reading what they are told. */
const toldAfterMs = 30 * 60_000

/**
 * Tells whose mailbox is not read for half an hour, why and what to do, once, and once that it is read again: on the channels of
 * their rules, which get nothing out of it meanwhile.
 */
export async function notifyMailboxes(deps: {
  db: Db
  clock: Clock
  notifying: NotifyingDeps
}): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const now = deps.clock.now()
    const failing = await takeFailing(tx, { before: new Date(now.getTime() - toldAfterMs), now })
    const recovered = await takeRecovered(tx)
    if (failing.length + recovered.length === 0) return
    const channelsOf = Map.groupBy(await enabledRules(tx), ({ userId }) => userId)
    const message = (userId: number) => ({
      channels: [...new Set((channelsOf.get(userId) ?? []).flatMap(({ channels }) => channels))],
      items: { items: [], itemCount: 0, demo: false, createdAt: now.toISOString() },
    })
    const drafts = [
      ...failing.map(({ id, userId, name, problem, since }) => {
        const { channels, items } = message(userId)
        return {
          ...{ userId, channels, dedupeKey: `mailbox-outage:${id}:${now.getTime()}` },
          message: {
            kind: 'outage' as const,
            ...titled(say('message-mailbox-unread', { name, since: since.toISOString() })),
            ...lined([say(`mailbox-${problem}`), say('message-mailbox-later')]),
            ...items,
          },
        }
      }),
      ...recovered.map(({ id, userId, name, since }) => {
        const { channels, items } = message(userId)
        return {
          ...{ userId, channels, dedupeKey: `mailbox-recovered:${id}:${since.getTime()}` },
          message: {
            kind: 'recovered' as const,
            ...titled(say('message-mailbox-read', { name })),
            ...lined([say('message-mailbox-caught-up')]),
            ...items,
          },
        }
      }),
    ]
    await createNotifications(tx, drafts, deps.notifying, now)
  })
}
