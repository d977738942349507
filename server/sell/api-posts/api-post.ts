import type { AdThere, AdToPost, FeeShown, SellingProblem } from '../../model/selling.ts'

/** What has become of an ad that is posted by a marketplace's API. */
export const apiPostStates = [
  'prepared',
  'publishing',
  'live',
  'changed-there',
  'ending',
  'ended',
  'failed',
  'unknown',
] as const
export type ApiPostState = (typeof apiPostStates)[number]

/** In these it may be seen there, now or once an answer is read back: one site of a marketplace at a time. */
export const standingStates = ['publishing', 'live', 'changed-there', 'ending', 'unknown'] as const

/** What somebody asked for, and is not done yet. */
export const wishes = ['check', 'publish', 'revise', 'look', 'end'] as const
export type Wish = (typeof wishes)[number]

/** A call to the marketplace that a post waits for. */
export const apiSteps = [
  'photo',
  'put-item',
  'put-offer',
  'fees',
  'publish',
  'revise',
  'end',
  'read',
] as const
export type ApiStep = (typeof apiSteps)[number]

/** What a person chose of an ad beside its title, text and price, which are those of its ad for the marketplace; null = not chosen. */
export interface ApiDraft {
  categoryId: string | null
  categoryName: string | null
  conditionId: string | null
  conditionNote: string | null
  specifics: Record<string, string[]>
  quantity: number | null
  shippingPolicyId: string | null
  paymentPolicyId: string | null
  returnPolicyId: string | null
  locationId: string | null
  weightGrams: number | null
  bestOffer: { acceptCents: number | null; refuseBelowCents: number | null } | null
}

/** What a person chose last on a site: the next ad begins with it. */
export type ApiChoices = Pick<
  ApiDraft,
  'shippingPolicyId' | 'paymentPolicyId' | 'returnPolicyId' | 'locationId'
>

/** Why it stands where it is. */
export interface ApiProblem extends SellingProblem {
  step: ApiStep
  /** ISO 8601. */
  at: string
}

/** An ad as it was when the person asked for it, with the photos that it is shown by. */
export interface SentAd extends AdToPost {
  photos: { id: number; key: string }[]
  /** ISO 8601: until then the photos are kept without a listing; null = they stay. */
  photosUntil: string | null
}

/** What an ad that stands there is to be; what is left out stays. */
export interface Revision {
  priceCents: number
  currency: string
  quantity: number
  title?: string
  description?: string
  bestOffer?: ApiDraft['bestOffer']
}

/** A post as the books have it. */
export interface ApiPost {
  id: number
  userId: number
  itemId: number
  marketplace: string
  site: string
  /** Its row among the posts of the thing, while it stands there. */
  postId: number | null
  sku: string
  draft: ApiDraft
  state: ApiPostState
  wish: Wish | null
  /** Grows with each wish, so that one that came meanwhile is not taken for done. */
  wishNo: number
  /** What asked for its end: `sale 12`, `person`. */
  because: string | null
  /** A call that was sent and whose answer is not known here. */
  step: ApiStep | null
  /** What is sent, as it was when the person asked for it. */
  sent: SentAd | null
  sentHash: string | null
  /** The hash of what is there as item and as offer; null = not known. */
  itemHash: string | null
  offerHash: string | null
  offerId: string | null
  fees: FeeShown[] | null
  /** Of what the person agreed to publish. */
  confirmedHash: string | null
  revision: Revision | null
  listingId: string | null
  url: string | null
  /** As it was last read there. */
  there: AdThere | null
  /** null = what is there is not known, and is read before anything else. */
  readAt: Date | null
  problem: ApiProblem | null
  warnings: string[]
  tries: number
  dueAt: Date | null
  endAskedAt: Date | null
  publishedAt: Date | null
  endedAt: Date | null
  createdAt: Date
  updatedAt: Date
}
