import type { Risk } from '../model/risk.ts'
import type { FairValue } from '../model/score-schema.ts'
import type { MergedListing } from './merge.ts'

/** A listing with what it is thought to be worth and how far it is to be trusted: what messages and scores are made of. */
export interface ValuedListing {
  id: number
  listing: MergedListing
  firstSeenAtMs: number
  value: FairValue | null
  /** null = no sign of a swindle. */
  risk: Risk | null
  demo: boolean
}
