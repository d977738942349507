import type { EvidencePart, LikenessKind, Thing } from '../schema.ts'

/** A part of the evidence; its sentence is written only where somebody reads it. */
export interface Part {
  name: string
  /** Log-odds. */
  weight: number
  sentence(): string
}

export const writtenParts = (parts: readonly Part[]): EvidencePart[] =>
  [...parts]
    .sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight) || (x.name < y.name ? -1 : 1))
    .map(({ name, weight, sentence }) => ({ name, weight: Number(weight.toFixed(2)), sentence: sentence() }))

/** Two listings that were put up so shortly after each other are meant to stand side by side. */
const atOnceMs = 3 * 24 * 3_600_000

/** How two listings of one thing belong together. */
export function kindOf(a: Thing, b: Thing): LikenessKind {
  if (a.marketplace !== b.marketplace) return 'cross-post'
  const repost = saysRepost(a, b) || saysRepost(b, a)
  const bothOffered = a.state === 'active' && b.state === 'active'
  return bothOffered && !repost && Math.abs(a.postedAtMs - b.postedAtMs) <= atOnceMs
    ? 'multi-listing'
    : 'repost'
}

/** Whether the site calls one a further posting of the other: by its id or by the posting number that the site shows. */
export function saysRepost(later: Thing, earlier: Thing): boolean {
  return (
    later.repostOf !== null &&
    later.marketplace === earlier.marketplace &&
    siteIdsOf(earlier).includes(later.repostOf)
  )
}

/** The names under which a marketplace may refer to a listing. */
export function siteIdsOf({ externalId, attributes }: Thing): string[] {
  const postId = Object.hasOwn(attributes, 'post id') ? attributes['post id'] : undefined
  return postId === undefined || postId === externalId ? [externalId] : [externalId, postId]
}
