import type { Param } from '../core/statement.ts'

/** The deal score of `listings l` for whoever looks, as parts of a statement. */
export interface ScoreSql {
  /** Follows `FROM listings l`. */
  joins: string
  /** `scoreTotal` of the row. */
  total: string
  /** Never below the total, and made without what a way does to the price. */
  most: string
  /** What it costs until it is at home, minor units of its currency; null where no price is meant. */
  landed: string
  /** What a row's neutral points are at least if its total reaches that. */
  neutralMin(total: number): number
}

/** Somebody's score at a moment. */
export type ScoreBy = (param: Param) => ScoreSql
