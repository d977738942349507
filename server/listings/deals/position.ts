import type { Param } from '../../core/statement.ts'
import type { ScoreBy } from '../../model/score-sql.ts'
import type { NetMost, ProfitOf } from './cost.ts'
import type { DealFilter, Point } from './filter-store.ts'

/** After which listing a list goes on: the order's key of it, a whole number from 0 up, and its id. */
export interface Position {
  id: number
  key: number
}

export type At = (Position & { isBack: boolean }) | null

/** Who looks, and from where and when. */
export interface DealLook {
  score: ScoreBy
  /** What a listing should bring them. */
  profitOf: ProfitOf
  /** What a sale brings them at most. */
  netMost: NetMost
  from: Point | null
  asOfMs: number
}

/** What makes scores is in a statement only where it asks for them: it is made for every row. */
export function scoreIn(filter: DealFilter, look: DealLook, param: Param) {
  const { scoreMin, landedCentsMin, landedCentsMax } = filter
  if (scoreMin === null && landedCentsMin === null && landedCentsMax === null)
    return { score: null, joins: '' }
  const score = look.score(param)
  return { score, joins: score.joins }
}

/**
 * Of listings that are one thing, only the one that stands first in an order, where the filter asks for that: a condition on
 * `listings l`, which none of the same cluster that fits `where` comes before. Inside, `l` and what is joined to it are the
 * other's.
 */
export function firstOfThing(
  { isCollapsed }: DealFilter,
  { where, joins }: { where: string; joins: string },
  sorted: string,
  way: 'ASC' | 'DESC',
): string {
  if (!isCollapsed) return ''
  return `AND NOT EXISTS (SELECT FROM (SELECT l.id AS id, ${sorted} AS key OFFSET 0) AS me
    JOIN cluster_members mine ON mine.listing_id = me.id
    JOIN cluster_members other ON other.cluster_id = mine.cluster_id AND other.listing_id <> me.id
    JOIN listings l ON l.id = other.listing_id${joins}
    WHERE ${where} AND (${sorted}, l.id) ${way === 'DESC' ? '>' : '<'} (me.key, me.id))`
}
