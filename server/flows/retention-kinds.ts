import { deleteOver } from '../accounts/auth/tidy-store.ts'
import { deleteOldEvents } from '../audit/audit-store.ts'
import { inLivingClusters } from '../clusters/read-store.ts'
import { deleteSmallClusters } from '../clusters/store.ts'
import type { Clock } from '../core/clock.ts'
import type { Tx } from '../core/db.ts'
import { deleteOldUndos, keptAmong } from '../listings/marks/mark-store.ts'
import {
  deleteListings,
  deleteOldDemoListings,
  deletePricePoints,
  deletePricePointsOf,
  holdUnheard,
  listingsSeenBefore,
  pricePointsBefore,
} from '../listings/retention-store.ts'
import { deleteOldLiveEvents } from '../live/store.ts'
import { deleteOldAttempts, deleteOldNotifications } from '../notify/ledger-store.ts'
import { deleteOldAnswers } from '../ops/answer-store.ts'
import { answersKeptMs } from '../ops/keep-answers.ts'
import type { RetentionKind, Step } from '../ops/retention.ts'
import type { Position } from '../ops/retention-store.ts'
import { deletePhotosOf, forgetOldCooldowns } from '../photos/store.ts'
import { deletedRulesKeptDays } from '../rules/deleted/deleted-routes.ts'
import { forgetDeletedRules } from '../rules/deleted/deleted-store.ts'
import { versionsKept } from '../rules/live/live-matcher.ts'
import { pruneRuleChanges } from '../rules/live/matcher-store.ts'
import { deleteMatchesOf } from '../rules/store.ts'
import { deleteOldCalls } from '../sell/api-posts/call-store.ts'
import { forgetOldBuyers } from '../sell/orders/order-store.ts'
import { buyerKeptDays } from '../sell/orders/seller-now.ts'
import { deleteOldConsents } from '../sources/connections/consent-store.ts'
import { deleteOldDeletions } from '../sources/connections/deletion-store.ts'
import { deleteSpent } from '../sources/context-store.ts'
import { deleteOldNotices } from '../sources/outages/outage-store.ts'
import { deleteOldRuns } from '../sources/scanning/run-store.ts'
import { followedAmong } from '../watches/store.ts'
import { noteLeft } from './note-moves.ts'

/** How many days what nothing needs any more stays. */
export interface KeptDays {
  listingsKeptDays: number
  priceChangesKeptDays: number
  matchesKeptDays: number
  photoHashesKeptDays: number
  notificationsKeptDays: number
  ledgerKeptDays: number
  scanRunsKeptDays: number
  auditKeptDays: number
}

const dayMs = 86_400_000
const demoKeptDays = 1
const noticesKeptDays = 90
const deletionsKeptDays = 365
const cooldownsKeptDays = 30
/** Of the ledger of calls to marketplaces: those that only read, and all. */
const readCallsKeptDays = 14
const callsKeptDays = 730
/** Rows of others that go with one row, of a whole step: a listing may have matched thousands of rules. */
const dependentsPerRow = 10
const beginning: Position = { at: new Date(0), id: 0 }

/** How long what is of no more use stays, oldest dependents first: docs/retention.md. */
export function retentionKinds(clock: Clock, kept: KeptDays): RetentionKind[] {
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * dayMs)
  const { listingsKeptDays, priceChangesKeptDays, matchesKeptDays, photoHashesKeptDays } = kept

  /** A kind of rows of listings of which nothing was heard for so long. */
  const ofUnheard = (days: number, remove: (tx: Tx, ids: number[], max: number) => Promise<Removed>) => ({
    keptDays: days,
    async step(tx: Tx, from: Position | null, rowsMax: number): Promise<Step> {
      const before = daysAgo(days)
      const rows = await listingsSeenBefore(tx, before, from, rowsMax)
      const next = rows.length < rowsMax ? null : positionOf(rows.at(-1)!)
      const ids = await expendable(
        tx,
        rows.filter(({ isOld }) => isOld).map(({ id }) => id),
        before,
      )
      if (ids.length === 0) return { deleted: 0, next }
      const { deleted, isRest } = await remove(tx, ids, rowsMax * dependentsPerRow)
      return { deleted, next: isRest ? (from ?? beginning) : next }
    },
  })

  return [
    {
      kind: 'demo listings',
      table: null,
      keptDays: demoKeptDays,
      async step(tx, from, rowsMax) {
        const deleted = await noteLeft(tx, await deleteOldDemoListings(tx, daysAgo(demoKeptDays), rowsMax))
        return { deleted, next: deleted === rowsMax ? (from ?? beginning) : null }
      },
    },
    {
      kind: 'matches',
      table: 'matches',
      ...ofUnheard(Math.min(matchesKeptDays, listingsKeptDays), async (tx, ids, max) => {
        const deleted = await deleteMatchesOf(tx, ids, max)
        return { deleted, isRest: deleted === max }
      }),
    },
    {
      kind: 'photo hashes',
      table: 'listing_photos',
      ...ofUnheard(Math.min(photoHashesKeptDays, listingsKeptDays), async (tx, ids) => ({
        deleted: await deletePhotosOf(tx, ids),
        isRest: false,
      })),
    },
    {
      kind: 'price changes',
      table: 'price_changes',
      keptDays: priceChangesKeptDays,
      async step(tx, from, rowsMax) {
        const rows = await pricePointsBefore(tx, daysAgo(priceChangesKeptDays), from, rowsMax)
        const old = rows.filter(({ isOld }) => isOld)
        const followed = await followedAmong(tx, [...new Set(old.map(({ listingId }) => listingId))])
        const ids = old.filter(({ listingId }) => !followed.has(listingId)).map(({ id }) => id)
        const deleted = await deletePricePoints(tx, ids)
        return { deleted, next: rows.length < rowsMax ? null : positionOf(rows.at(-1)!) }
      },
    },
    {
      kind: 'listings',
      table: 'listings',
      ...ofUnheard(listingsKeptDays, async (tx, ids, max) => {
        // By themselves first: what goes with a single listing may be very much.
        const dependents = [await deleteMatchesOf(tx, ids, max), await deletePricePointsOf(tx, ids, max)]
        if (dependents.includes(max)) return { deleted: dependents[0]! + dependents[1]!, isRest: true }
        return { deleted: await noteLeft(tx, await deleteListings(tx, ids)), isRest: false }
      }),
    },
    {
      kind: 'clusters',
      table: 'clusters',
      keptDays: null,
      step: byId((tx, afterId, max) => deleteSmallClusters(tx, afterId, max)),
    },
    {
      kind: 'notifications',
      table: 'notifications',
      keptDays: kept.notificationsKeptDays,
      step: byId((tx, afterId, max) =>
        deleteOldNotifications(tx, daysAgo(kept.notificationsKeptDays), afterId, max),
      ),
    },
    {
      kind: 'attempts',
      table: 'delivery_attempts',
      keptDays: kept.ledgerKeptDays,
      step: byId((tx, afterId, max) => deleteOldAttempts(tx, daysAgo(kept.ledgerKeptDays), afterId, max)),
    },
    {
      kind: 'scan runs',
      table: 'scan_runs',
      keptDays: kept.scanRunsKeptDays,
      step: byId((tx, afterId, max) => deleteOldRuns(tx, daysAgo(kept.scanRunsKeptDays), afterId, max)),
    },
    {
      kind: 'audit events',
      table: 'audit_events',
      keptDays: kept.auditKeptDays,
      step: byId((tx, afterId, max) => deleteOldEvents(tx, daysAgo(kept.auditKeptDays), afterId, max)),
    },
    {
      kind: 'leftovers',
      table: null,
      keptDays: null,
      async step(tx, from, rowsMax) {
        const counts = [
          await deleteSpent(tx, clock.now(), rowsMax),
          await deleteOldNotices(tx, daysAgo(noticesKeptDays), rowsMax),
          await deleteOldUndos(tx, clock.now(), rowsMax),
          await deleteOldLiveEvents(tx, rowsMax),
          await deleteOldConsents(tx, clock.now(), rowsMax),
          await deleteOldDeletions(tx, daysAgo(deletionsKeptDays), rowsMax),
          await deleteOldCalls(
            tx,
            { readBefore: daysAgo(readCallsKeptDays), before: daysAgo(callsKeptDays) },
            rowsMax,
          ),
          await forgetOldBuyers(tx, daysAgo(buyerKeptDays), rowsMax),
          await forgetOldCooldowns(tx, daysAgo(cooldownsKeptDays), rowsMax),
          await forgetDeletedRules(tx, daysAgo(deletedRulesKeptDays), rowsMax),
          await pruneRuleChanges(tx, versionsKept, rowsMax),
          ...(await deleteOver(tx, clock.now(), rowsMax)),
          await deleteOldAnswers(tx, new Date(clock.now().getTime() - answersKeptMs), rowsMax),
        ]
        return {
          deleted: counts.reduce((sum, count) => sum + count, 0),
          next: counts.includes(rowsMax) ? (from ?? beginning) : null,
        }
      },
    },
  ]
}

interface Removed {
  deleted: number
  /** There is more of it than one step may delete. */
  isRest: boolean
}

const positionOf = ({ at, id }: Position): Position => ({ at, id })

/** A kind that is looked through by id. */
function byId(
  look: (tx: Tx, afterId: number, max: number) => Promise<{ deleted: number; lastId: number | null }>,
): RetentionKind['step'] {
  return async (tx, from, rowsMax) => {
    const { deleted, lastId } = await look(tx, from?.id ?? 0, rowsMax)
    return { deleted, next: lastId === null ? null : { at: beginning.at, id: lastId } }
  }
}

/**
 * Those of the listings that nobody needs: nobody follows, contacted or bought them or has a note on them, and of the thing that they are nothing was heard for as
 * long. Looked at once they are held, so that who begins to follow one meanwhile is seen or finds it gone.
 */
async function expendable(tx: Tx, listingIds: number[], before: Date): Promise<number[]> {
  if (listingIds.length === 0) return []
  const held = await holdUnheard(tx, listingIds, before)
  if (held.length === 0) return []
  const followed = await followedAmong(tx, held)
  const kept = await keptAmong(tx, held)
  const living = await inLivingClusters(tx, held, before)
  return held.filter((id) => !followed.has(id) && !kept.has(id) && !living.has(id))
}
