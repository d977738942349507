import { asProgram } from '../core/actor.ts'
import type { Tx } from '../core/db.ts'
import { perPerson } from '../core/live-notes.ts'
import { tellLive } from '../core/live-store.ts'
import { getListings } from '../listings/store.ts'
import type { StoredListing } from '../listings/stored-listing.ts'
import type { Message, MessageItem } from '../model/message.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import { lined, titled } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import { countNew, createNotifications } from '../notify/delivery/create.ts'
import type { NotificationDraft } from '../notify/delivery/plan.ts'
import type { LastEvent } from '../watches/schema.ts'
import {
  type ConcernedWatch,
  holdWatch,
  holdWatchesOf,
  type StoredWatch,
  writeMemories,
} from '../watches/store.ts'
import { type Known, type Poll, poll } from '../watches/watch.ts'
import { watchTitle } from '../watches/words.ts'
import { catchUpPeople, viewerOf } from './catch-up-people.ts'
import { viewedItem } from './message-item.ts'
import type { PipelineDeps } from './page.ts'

type Notified = Pick<Poll, 'events' | 'previousPriceCents'>

export type WatcherDeps = Pick<
  PipelineDeps,
  'clock' | 'notifying' | 'marketplaces' | 'profiles' | 'selling' | 'rates'
>

/**
 * Listings were written in this transaction: whoever follows one of them is told what happened to it, and what was notified
 * is remembered, in the same transaction. Doing it again changes nothing. Returns how many messages are new.
 */
export async function notifyWatchers(deps: WatcherDeps, tx: Tx, listingIds: number[]): Promise<number> {
  const watches = await holdWatchesOf(tx, listingIds)
  if (watches.length === 0) return 0
  const listings = await getListings(
    tx,
    [...new Set(watches.map(({ nowListingId }) => nowListingId))],
    'program',
  )
  const byId = new Map(listings.map((stored) => [stored.id, stored]))
  await catchUpPeople(deps, tx)
  const now = deps.clock.now()
  const polls = watches.flatMap((watch) => {
    const stored = byId.get(watch.nowListingId)
    return stored ? [{ watch, stored, known: knownOf(stored), ...poll(watch, knownOf(stored)) }] : []
  })
  const news = polls.filter(({ watch, memory }) => isNews(watch, memory))
  await writeMemories(
    tx,
    news.map(({ watch, memory, known, ...poll }) => ({
      ...{ id: watch.id, listingId: watch.nowListingId, ...memory },
      lastEvent: eventOf(poll, known, now),
    })),
    now,
  )
  await tellChanged(
    tx,
    news.map(({ watch }) => watch),
  )
  const drafts = polls
    .filter(({ events }) => events.length > 0)
    .map(({ watch, stored, known, ...notified }) =>
      draftOf(watch, notified, known, now, {
        transaction: watch.transaction,
        subject: stored.listing.title,
        item: itemOf(deps, watch, stored, notified, now.getTime()),
      }),
    )
  return countNew(await createNotifications(tx, drafts, deps.notifying, now))
}

/** For whoever looks at what they follow. */
function tellChanged(tx: Tx, watches: readonly Pick<StoredWatch, 'id' | 'userId'>[]): Promise<void> {
  return tellLive(
    tx,
    perPerson(watches, (userId, own) => ({
      ...{ userId, kind: 'watches-changed' },
      data: { ids: own.map(({ id }) => id) },
    })),
  )
}

/** What is remembered of what happened; null = nothing did. */
function eventOf(
  { happened, previousPriceCents }: Pick<Poll, 'happened' | 'previousPriceCents'>,
  { priceCents, currency }: Known,
  now: Date,
): LastEvent | null {
  if (happened.length === 0) return null
  return { at: now.toISOString(), events: happened, priceCents, previousPriceCents, currency }
}

function isNews(watch: ConcernedWatch, memory: Poll['memory']): boolean {
  return (
    watch.listingId !== watch.nowListingId ||
    (Object.keys(memory) as (keyof typeof memory)[]).some((name) => memory[name] !== watch[name])
  )
}

/** A followed link led to no listing: it is over, and all there is to show is its address. */
export async function notifyUnreadEnded(
  deps: WatcherDeps,
  tx: Tx,
  watch: StoredWatch,
  state: 'sold' | 'gone',
): Promise<void> {
  const held = await holdWatch(tx, asProgram(watch.userId), watch.id)
  // Somebody found it after all.
  if (held?.listingId !== null) return
  const now = deps.clock.now()
  const known: Known = { state, priceCents: null, currency: null }
  const { memory, ...notified } = poll(held, known)
  const lastEvent = eventOf(notified, known, now)
  await writeMemories(tx, [{ id: held.id, listingId: null, ...memory, lastEvent }], now)
  await tellChanged(tx, [held])
  if (notified.events.length === 0) return
  const draft = draftOf(held, notified, known, now, { transaction: 'unread', subject: watch.url, item: null })
  await createNotifications(tx, [draft], deps.notifying, now)
}

function knownOf({ listing }: StoredListing): Known {
  const { state, priceCents, currency } = listing
  return { state, priceCents: meantPriceCents(priceCents, currency), currency }
}

function draftOf(
  watch: StoredWatch,
  { events, previousPriceCents }: Notified,
  known: Known,
  now: Date,
  { transaction, subject, item }: { transaction: string; subject: string; item: MessageItem | null },
): NotificationDraft {
  const lines = [
    ...(watch.note === null ? [] : [say('message-note', { note: watch.note })]),
    ...(item === null ? [say('message-follow', { url: watch.url })] : []),
  ]
  const message: Omit<Message, 'notificationId'> = {
    kind: 'watch',
    ...titled(watchTitle(events, watch, known, previousPriceCents, subject)),
    items: item ? [item] : [],
    itemCount: item ? 1 : 0,
    ...(lines.length > 0 && lined(lines)),
    demo: item?.demo ?? watch.demo,
    createdAt: now.toISOString(),
  }
  return {
    userId: watch.userId,
    // The price may come back to what was notified before: then that is news again, in another transaction.
    dedupeKey: `watch:${watch.id}:${events.join('+')}:${known.state}:${known.priceCents}:${known.currency}:${transaction}`,
    message,
    channels: watch.channels,
  }
}

/** A followed listing as a message shows it, scored from home. */
function itemOf(
  deps: WatcherDeps,
  watch: StoredWatch,
  stored: StoredListing,
  { events, previousPriceCents }: Notified,
  nowMs: number,
): MessageItem {
  return {
    ...viewedItem(deps, stored, viewerOf(deps, asProgram(watch.userId)), nowMs),
    // Of a rise the message's title tells.
    ...(events.includes('drop') && { previousPriceCents: previousPriceCents! }),
  }
}
