import type { AdThere } from '../../model/selling.ts'
import type { ApiPost, ApiPostState, ApiStep, Wish } from './api-post.ts'

/** What happens to a post: asked for by a person or a sale, told by the marketplace, or not told. */
export const apiEvents = [
  'asked-to-publish',
  'asked-to-end',
  'published',
  'ended',
  'refused',
  /** A call that changes something was sent, and nobody knows what came of it. */
  'no-answer',
  /** Nothing was sent that a buyer could see, and nothing will be. */
  'called-off',
  'read-live',
  'read-changed',
  'read-not-live',
  /** It was published since it was asked for, and has ended since. */
  'read-over',
] as const
export type ApiEvent = (typeof apiEvents)[number]

const standing: ReadonlySet<ApiPostState> = new Set([
  'publishing',
  'live',
  'changed-there',
  'ending',
  'unknown',
])

/** Buyers may see it, or it is not known that they do not. */
export const stands = (state: ApiPostState): boolean => standing.has(state)
export const isLive = (state: ApiPostState): boolean => state === 'live' || state === 'changed-there'

/** What a post is after that; `wish` is what is wanted of it then. Null = that cannot be asked of it. */
export function stateAfter(state: ApiPostState, wish: Wish | null, event: ApiEvent): ApiPostState | null {
  switch (event) {
    case 'asked-to-publish':
      return stands(state) ? null : 'publishing'
    case 'asked-to-end':
      if (!stands(state)) return null
      return isLive(state) ? 'ending' : state
    case 'published':
      return wish === 'end' ? 'ending' : 'live'
    case 'ended':
    case 'read-over':
      return 'ended'
    case 'refused':
      return state === 'publishing' ? 'failed' : state
    case 'no-answer':
      return stands(state) ? 'unknown' : state
    case 'called-off':
      return state === 'publishing' ? 'prepared' : state
    case 'read-live':
      return wish === 'end' ? 'ending' : 'live'
    case 'read-changed':
      return wish === 'end' ? 'ending' : 'changed-there'
    case 'read-not-live':
      if (!stands(state)) return state
      if (state === 'publishing' || state === 'unknown') {
        if (wish === 'publish') return 'publishing'
        if (state === 'publishing') return 'prepared'
      }
      return 'ended'
  }
}

/** Steps that change something at the marketplace. */
const changing: ReadonlySet<ApiStep> = new Set<ApiStep>(['put-item', 'put-offer', 'publish', 'revise', 'end'])
export const changes = (step: ApiStep): boolean => changing.has(step)

/** How a post goes on: a call, an end without one, or nothing that is left to do. */
export type Next = ApiStep | 'call-off' | 'done'

/** What of a post and its thing decides how it goes on. */
export interface Situation
  extends Pick<
    ApiPost,
    | 'state'
    | 'wish'
    | 'readAt'
    | 'sentHash'
    | 'itemHash'
    | 'offerHash'
    | 'fees'
    | 'confirmedHash'
    | 'revision'
  > {
  /** Of the thing, some are left, and it is not put aside. */
  isForSale: boolean
  /** All photos are there, and are kept for a while yet. */
  hasPhotos: boolean
}

/** The next thing to be done; what is there is read before anything else wherever it is not known. */
export function nextOf(now: Situation): Next {
  if (now.wish === null) return 'done'
  if (now.readAt === null) return 'read'
  switch (now.wish) {
    case 'look':
      return 'done'
    case 'end':
      if (now.state === 'publishing') return 'call-off'
      return stands(now.state) ? 'end' : 'done'
    case 'revise':
      return isLive(now.state) && now.revision !== null ? 'revise' : 'done'
    case 'check':
    case 'publish': {
      // Also by whoever listed it there meanwhile.
      if (isLive(now.state) || now.state === 'ending') return 'done'
      if (now.sentHash === null || !now.isForSale) return 'call-off'
      if (now.wish === 'publish' && (now.state !== 'publishing' || now.confirmedHash !== now.sentHash))
        return 'call-off'
      if (!now.hasPhotos) return 'photo'
      if (now.itemHash !== now.sentHash) return 'put-item'
      if (now.offerHash !== now.sentHash) return 'put-offer'
      if (now.wish === 'publish') return 'publish'
      return now.fees === null ? 'fees' : 'done'
    }
  }
}

/** What was read, as an event; `null` = nothing stands there. */
export function eventOfRead(
  post: Pick<ApiPost, 'sent' | 'listingId' | 'wish'>,
  there: AdThere | null,
): ApiEvent {
  if (there === null || there.state === 'draft') return 'read-not-live'
  if (there.state === 'live') return differs(post.sent, there) ? 'read-changed' : 'read-live'
  const isNew = there.listingId !== null && there.listingId !== post.listingId
  return isNew && post.wish === 'publish' ? 'read-over' : 'read-not-live'
}

function differs(sent: ApiPost['sent'], there: AdThere): boolean {
  if (sent === null) return false
  const { quantity, soldQuantity } = there
  const isCount = quantity === sent.quantity || quantity + soldQuantity === sent.quantity
  const isTitle = there.title === null || there.title === sent.title
  return there.priceCents !== sent.priceCents || there.currency !== sent.currency || !isCount || !isTitle
}

const waitsS = [1, 2, 4, 8, 15, 30, 60, 120, 300, 600, 900] as const
/** Nobody waits longer for a marketplace, however long it says. */
const waitMsMax = 3_600_000

/** How long until the same is tried again, after so many tries that came to nothing. */
export function waitAfter(tries: number, retryAfterMs = 0): number {
  const own = waitsS[Math.min(Math.max(1, tries), waitsS.length) - 1]! * 1000
  return Math.min(waitMsMax, Math.max(own, retryAfterMs))
}

/** A person waits for it: after so many tries they are told instead. Ends are tried for ever. */
export const triesMax = 10
/** An end that takes longer is the person's to do, too. */
export const endTaskAfterMs = 10 * 60_000
