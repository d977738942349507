import type { NoteCall, SellingSite, SellingSteps } from '../model/selling.ts'
import type { MarketplaceContext } from './context.ts'

/** Everything that a call in a connected person's name may use. */
export interface SellingContext extends MarketplaceContext {
  accessToken: string
  note: NoteCall
}

/** The part of a marketplace by which the program posts for a person who connected their account there. */
export interface MarketplaceSelling extends SellingSteps<SellingContext> {
  /** What they have to have agreed to, as the account's scopes name it. */
  scopes: readonly string[]
  sites: readonly SellingSite[]
  /** What its reasons and `missing` may say, beside the site's own words: each is said in other languages by the marketplace's `words`. */
  sentences?: readonly string[]
}
