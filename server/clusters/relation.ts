import type { ListingRecord, RelationKind } from './schema.ts'

/** What tells how two listings belong together. */
export type Related = Pick<
  ListingRecord,
  'marketplace' | 'externalId' | 'state' | 'postedAtMs' | 'attributes' | 'repostOf'
>

/** Two listings that were put up so shortly after each other are meant to stand side by side. */
const atOnceMs = 3 * 24 * 3_600_000

/** How two listings of one thing belong together, whoever found that they are one. */
export function relationOf(a: Related, b: Related): RelationKind {
  if (a.marketplace !== b.marketplace) return 'cross-post'
  const repost = saysRepost(a, b) || saysRepost(b, a)
  const bothOffered = isForSale(a) && isForSale(b)
  return bothOffered && !repost && Math.abs(a.postedAtMs - b.postedAtMs) <= atOnceMs
    ? 'multi-listing'
    : 'repost'
}

/** It can still be bought, as far as is known. */
export function isForSale({ state }: { state: string }): boolean {
  return state === 'active' || state === 'pending'
}

/** Whether the site calls one a further posting of the other: by its id or by the posting number that the site shows. */
export function saysRepost(later: Related, earlier: Related): boolean {
  return (
    later.repostOf !== null &&
    later.marketplace === earlier.marketplace &&
    siteIdsOf(earlier).includes(later.repostOf)
  )
}

/** The names under which a marketplace may refer to a listing. */
export function siteIdsOf({ externalId, attributes }: Pick<Related, 'externalId' | 'attributes'>): string[] {
  const postId = Object.hasOwn(attributes, 'post id') ? attributes['post id'] : undefined
  return postId === undefined || postId === externalId ? [externalId] : [externalId, postId]
}
