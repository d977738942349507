import type { Tx } from '../core/db.ts'
import { inNamed } from '../core/live-notes.ts'
import type { LiveNote } from '../core/live-schema.ts'
import { tellLive } from '../core/live-store.ts'
import type { Page, Work } from './page.ts'

type Told = Pick<Work, 'key' | 'before' | 'listing' | 'isOnTheMarket'>

/** What whoever looks at listings is told of a page that was written; that something was merely seen again is nothing. */
export async function tellNews(
  tx: Tx,
  { ownerId = null }: Pick<Page, 'ownerId'>,
  works: readonly Told[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const idOf = ({ key }: Told) => ids.get(key)!
  // One's own view of what the market shows as well is in no list.
  const shown = works.filter(({ isOnTheMarket }) => !isOnTheMarket)
  const wasThere = ({ before }: Told) => before?.listing.state === 'active'
  const isThere = ({ listing }: Told) => listing.state === 'active'
  const came = shown.filter((work) => isThere(work) && !wasThere(work)).map(idOf)
  const moved = shown.filter((work) => isThere(work) && wasThere(work) && isPricedAnew(work))
  const ended = shown.filter((work) => !isThere(work) && wasThere(work))
  const notes: LiveNote[] = [
    ...[...inNamed(moved)].map((some) => ({
      ...{ userId: ownerId, kind: 'prices-changed' as const },
      data: {
        listings: some.map((work) => ({ id: idOf(work), ...priceOf(work.listing) })),
      },
    })),
    ...[...inNamed(ended)].map((some) => ({
      ...{ userId: ownerId, kind: 'listings-ended' as const },
      data: { listings: some.map((work) => ({ id: idOf(work), state: work.listing.state })) },
    })),
  ]
  const [named] = inNamed(came)
  if (named !== undefined)
    notes.push({ userId: ownerId, kind: 'listings-new', data: { count: came.length, ids: named } })
  await tellLive(tx, notes)
}

const priceOf = ({ priceCents, currency }: Told['listing']) => ({
  priceCents: priceCents ?? null,
  currency: currency ?? null,
})

function isPricedAnew({ before, listing }: Told): boolean {
  const [was, is] = [priceOf(before!.listing), priceOf(listing)]
  return was.priceCents !== is.priceCents || was.currency !== is.currency
}
