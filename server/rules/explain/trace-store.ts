import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import { walk } from '../../core/paging.ts'
import type { ListingState } from '../../model/listing-schema.ts'
import type { DismissReason } from '../dismiss/dismiss-schema.ts'

/** A rule that a listing was found to fit, and what came of it. */
export interface StoredMatch {
  id: number
  ruleId: number
  ruleName: string
  listingId: number
  matchedAt: Date
  score: number
  /** The lowest price that was notified, and its currency. */
  notifiedPriceCents: number | null
  notifiedCurrency: string | null
  notificationId: number | null
  dismissedAt: Date | null
  dismissReason: DismissReason | null
}

const columns = `m.id, m.rule_id AS "ruleId", r.name AS "ruleName", m.listing_id AS "listingId", m.created_at AS "matchedAt",
  m.score, m.told_price_cents AS "notifiedPriceCents", m.told_currency AS "notifiedCurrency",
  m.notification_id AS "notificationId", m.dismissed_at AS "dismissedAt", m.dismiss_reason AS "dismissReason"`

/** A person's matches of these listings, earliest first. */
export async function matchesOf(
  sql: Sql,
  userId: Authorized<'read'>,
  listingIds: readonly number[],
): Promise<StoredMatch[]> {
  const { rows } = await sql.query<StoredMatch>(
    `SELECT ${columns} FROM matches m JOIN rules r ON r.id = m.rule_id AND r.deleted_at IS NULL
     WHERE m.user_id = $1 AND m.listing_id = ANY($2::bigint[]) ORDER BY m.created_at, m.id`,
    [userId, listingIds],
    'matches-of-listings',
  )
  return rows
}

/** A match with what is needed to show it. */
export interface ShownMatch extends StoredMatch {
  title: string
  url: string
  priceCents: number | null
  currency: string | null
  state: ListingState
  demo: boolean
}

/** Of one rule, newest first, below `beforeId`; or those above it, nearest first. */
export async function listMatches(
  sql: Sql,
  filter: {
    userId: Authorized<'read'>
    ruleId: number
    beforeId: number | null
    limit: number
    dismissed: boolean | null
    since?: Date
    isBack?: boolean
  },
): Promise<ShownMatch[]> {
  const { beyond, order } = walk('DESC', filter.isBack)
  const { rows } = await sql.query<ShownMatch>(
    `SELECT ${columns}, l.title, l.url, l.price_cents AS "priceCents", l.currency, l.state, l.demo
     FROM matches m JOIN rules r ON r.id = m.rule_id AND r.deleted_at IS NULL JOIN listings l ON l.id = m.listing_id
     WHERE m.user_id = $1 AND m.rule_id = $2 AND ($3::bigint IS NULL OR m.id ${beyond} $3)
       AND ($5::boolean IS NULL OR (m.dismissed_at IS NOT NULL) = $5) AND ($6::timestamptz IS NULL OR m.created_at >= $6)
     ORDER BY m.id ${order} LIMIT $4`,
    [filter.userId, filter.ruleId, filter.beforeId, filter.limit, filter.dismissed, filter.since ?? null],
  )
  return rows
}

/** Sets or, with null, takes back that a person did not want a match; false when there is no such match. */
export async function writeDismissal(
  sql: Sql,
  key: { userId: Authorized<'write'>; ruleId: number; listingId: number },
  dismissal: { reason: DismissReason; at: Date } | null,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE matches SET dismissed_at = $4, dismiss_reason = $5 WHERE user_id = $1 AND rule_id = $2 AND listing_id = $3`,
    [key.userId, key.ruleId, key.listingId, dismissal?.at ?? null, dismissal?.reason ?? null],
  )
  return rowCount > 0
}
