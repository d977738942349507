import type { Clock } from '../core/clock.ts'
import type { Db, Sql, Tx } from '../core/db.ts'
import type { PostingPlace } from '../model/posting.ts'
import { lined, type Said, titled } from '../model/sentences/said.ts'
import { createNotifications, type NotifyingDeps } from '../notify/delivery/create.ts'
import type { NotificationDraft } from '../notify/delivery/plan.ts'
import { tasksOnOf } from '../sell/ads/ad-schema.ts'
import { stylesOf } from '../sell/ads/reminder-store.ts'

export interface TellSellerDeps {
  db: Db
  clock: Clock
  notifying: NotifyingDeps
  postingPlaces: ReadonlyMap<string, PostingPlace>
}

/** Something that a sale leaves to do; `key` makes it told once. */
export interface SellerTask {
  userId: number
  key: string
  title: Said
  lines: Said[]
}

export const placeName = ({ postingPlaces }: TellSellerDeps, marketplace: string) =>
  postingPlaces.get(marketplace)?.name ?? marketplace

/** Writes messages of what waits for sellers, each on the channels that its seller chose. */
export async function tellSellers(
  deps: TellSellerDeps,
  tx: Tx,
  drafts: readonly SellerTask[],
): Promise<void> {
  if (drafts.length === 0) return
  const now = deps.clock.now()
  const channels = await channelsOf(tx, drafts)
  await createNotifications(
    tx,
    drafts.map(
      ({ userId, key, title, lines }): NotificationDraft => ({
        ...{ userId, dedupeKey: key, channels: channels(userId) },
        message: {
          ...{ kind: 'task', ...titled(title), ...lined(lines) },
          ...{ items: [], itemCount: 0, demo: false, createdAt: now.toISOString() },
        },
      }),
    ),
    deps.notifying,
    now,
  )
}

async function channelsOf(sql: Sql, drafts: readonly SellerTask[]): Promise<(userId: number) => string[]> {
  const styles = await stylesOf(sql, [...new Set(drafts.map(({ userId }) => userId))])
  return (userId) => tasksOnOf(styles.get(userId))
}
