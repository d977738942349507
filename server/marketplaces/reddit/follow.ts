import type { SeenListing } from '../../model/listing-schema.ts'
import type { MarketplaceContext, SearchPage } from '../contract.ts'

/** How many posts one call may ask for by their ids. */
const askedMax = 100
/** Newest first: a busy group has about so many in two weeks. */
const followedMax = 1000
const followedMs = 30 * 86_400_000

export interface Followed {
  /** Offers of earlier looks, the longest unseen first. */
  ids: string[]
}

const keyOf = (groups: string): string => `reddit-followed:${groups}`

export async function readFollowed(groups: string, ctx: MarketplaceContext): Promise<Followed> {
  const stored = await ctx.cache.get(keyOf(groups))
  try {
    const ids: unknown = JSON.parse(stored ?? '[]')
    return { ids: Array.isArray(ids) ? ids.filter(isId).slice(0, followedMax) : [] }
  } catch {
    return { ids: [] }
  }
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^t3_[a-z0-9]{4,10}$/.test(value)

/**
 * Which offers of before are looked at again: those that the page does not show. None while the page shows none of them
 * either, since then there is something in between that has to be read first.
 */
export function dueAgain({ ids }: Followed, page: SearchPage): string[] {
  const shown = new Set(page.listings.map(({ externalId }) => externalId))
  if (page.next !== null && !ids.some((id) => shown.has(id))) return []
  return ids.filter((id) => !shown.has(id)).slice(0, askedMax)
}

/** Remembers what the page shows and what was looked at, but for what is over: those need no look any more. */
export async function keepFollowed(
  { groups, before, asked, seen }: { groups: string; before: Followed; asked: string[]; seen: SeenListing[] },
  ctx: MarketplaceContext,
): Promise<void> {
  const looked = new Set([...asked, ...seen.map(({ externalId }) => externalId)])
  const going = seen.filter(({ state }) => state === 'active' || state === 'pending')
  const ids = [...before.ids.filter((id) => !looked.has(id)), ...going.map(({ externalId }) => externalId)]
  const kept = [...new Set(ids)].slice(-followedMax)
  const until = new Date(ctx.clock.now().getTime() + followedMs)
  await ctx.cache.set(keyOf(groups), JSON.stringify(kept), until)
}
