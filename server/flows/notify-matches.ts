import type { Tx } from '../core/db.ts'
import { saidAlone } from '../model/sentences/said.ts'
import { countNew, createNotifications, type NotifyingDeps } from '../notify/delivery/create.ts'
import type { NotificationDraft } from '../notify/delivery/plan.ts'
import { notificationKey } from '../notify/store.ts'
import {
  dropBoundsOf,
  type MatchPair,
  noteNotified,
  notifiedBefore,
  rulesByIds,
  writeMatches,
} from '../rules/store.ts'
import { addUndecided, type Undecided } from '../rules/waiting/undecided-store.ts'
import { draftNotifications, type MatchDraft } from './draft-notifications.ts'
import { messageItem } from './message-item.ts'
import { alsoLines, newsAmong } from './news-among.ts'
import { type Page, type PipelineDeps, valuedOf, type Work } from './page.ts'
import { isUnread, readUndecided, sendReads } from './read-undecided.ts'

/** What of a page was matched, before it is written and notified. */
export interface Found {
  pairs: MatchPair[]
  worksById: Map<number, Work>
  /** What only a listing's own page decides. */
  undecided: Undecided[]
  /** Which cluster a listing is in, where it is in one. */
  clusterOf: ReadonlyMap<number, number | null>
  nowMs: number
}

/** What came of it. */
export interface Notified {
  matches: number
  notifications: number
  drafts: NotificationDraft[]
}

/** Writes what was matched, and notifies of what of it is news. */
export async function notifyMatches(
  deps: PipelineDeps,
  tx: Tx,
  page: Page,
  { pairs, worksById, undecided, clusterOf, nowMs }: Found,
): Promise<Notified> {
  const now = new Date(nowMs)
  const bounds = await dropBoundsOf(tx, [...new Set(pairs.map(({ ruleId }) => ruleId))])
  const newsOf = await newsAmong(tx, pairs, clusterOf, bounds)
  const { added, dropped } = await writeMatches(tx, pairs, now)
  const changes = newsOf([...added, ...dropped])
  // What a person is notified of is read in full, so that its risk and its cluster rest on all that it says.
  const ids = new Set(changes.map(({ listingId }) => listingId))
  await sendReads(
    deps,
    tx,
    [...ids].filter((listingId) => isUnread(deps, page, worksById.get(listingId)!)),
  )
  await addUndecided(
    tx,
    undecided.filter(({ listingId }) => !ids.has(listingId)),
  )
  if (undecided.length > 0) await readUndecided(deps, tx)
  const notified = new Map(changes.map(({ listingId }) => [listingId, worksById.get(listingId)!.listing]))
  for (const listingId of notified.keys()) if (!clusterOf.get(listingId)) notified.delete(listingId)
  const also = await alsoLines(tx, notified, (id) => deps.marketplaces.get(id)?.name ?? id)
  const rules = await rulesByIds(tx, [...new Set(changes.map(({ ruleId }) => ruleId))])
  const before = await notifiedBefore(
    tx,
    added.map(({ ruleId, listingId }) => ({ userId: rules.get(ruleId)?.userId ?? 0, listingId })),
  )
  const drafts = draftNotifications({
    changes,
    rules,
    notifiedBefore: before,
    demo: page.demo,
    now,
    seenAt: (listingId) => seenAt(worksById.get(listingId)!),
    item(listingId, matched) {
      const work = worksById.get(listingId)!
      const line = also.get(listingId)
      return {
        ...messageItem(deps, valuedOf(work, listingId, page.demo), matched, nowMs),
        ...(line !== undefined && { also: line.sentence, alsoSaid: saidAlone(line) }),
      }
    },
  })
  const notifications = await writeDrafts(tx, deps.notifying, drafts, now)
  return { matches: added.length, notifications, drafts }
}

/** Writes what is to be notified, and with each match which notification was of it; returns how many notifications are new. */
export async function writeDrafts(
  tx: Tx,
  notifying: NotifyingDeps,
  drafts: readonly MatchDraft[],
  now: Date,
): Promise<number> {
  const written = await createNotifications(tx, drafts, notifying, now)
  await noteNotified(
    tx,
    drafts.flatMap((draft) => {
      const notificationId = written.get(notificationKey(draft))!.id
      return draft.notifies.map((pair) => ({ ...pair, notificationId }))
    }),
  )
  return countNew(written)
}

/** When what is notified now was first seen as it is: the listing itself, or its new price. */
function seenAt(work: Work): Date {
  return new Date(work.listing.observedAtMs)
}

export function logMatches(deps: PipelineDeps, drafts: NotificationDraft[]): void {
  for (const { message } of drafts) {
    const item = message.items[0]
    deps.log.info(
      { score: item?.score.total, rules: item?.ruleNames },
      `${message.demo ? 'DEMO ' : ''}match: ${message.title}`,
    )
  }
}
