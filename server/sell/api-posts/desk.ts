import type { Authorized } from '../../core/actor.ts'
import type { SellingProblem, SellingSite, SellingSteps } from '../../model/selling.ts'

/** What a call by the desk goes with. */
export interface DeskContext {
  signal: AbortSignal
  /** The post that it is about, for the ledger of calls. */
  apiPostId?: number
}

/** What the program can do at a marketplace in one person's name: each step has a good token, a time limit and the ledger. */
export type Desk = SellingSteps<DeskContext>

/** A marketplace at which the program can post for whoever connected their account. */
export interface SellingPlace {
  id: string
  name: string
  sites: readonly SellingSite[]
}

export interface DeskDeps {
  sellingPlaces: ReadonlyMap<string, SellingPlace>
  /** Why there is none: no account, no consent to as much, the marketplace is away. */
  deskOf(userId: Authorized<'write'>, marketplace: string): Promise<Desk | SellingProblem>
}

export const isProblem = <T extends object>(answer: T | SellingProblem): answer is SellingProblem =>
  'outcome' in answer
