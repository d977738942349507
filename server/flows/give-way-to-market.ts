import type { Tx } from '../core/db.ts'
import { markChanged } from '../listings/changes-store.ts'
import { moveMarks } from '../listings/marks/mark-store.ts'
import { keyOf, type StoredListing } from '../listings/stored-listing.ts'
import { moveWatches } from '../watches/store.ts'

/**
 * The market shows now what only some people's own feeds and files had shown: it takes the place of their views. Those
 * stay as they were, and are evidence no more; who follows or marked one has the market's listing from here on. Returns how
 * many they are.
 */
export async function giveWayToMarket(
  tx: Tx,
  ownViews: readonly StoredListing[],
  ids: ReadonlyMap<string, number>,
): Promise<number> {
  const moves = ownViews.flatMap(({ id, listing }) => {
    const to = ids.get(keyOf(listing))
    return to === undefined ? [] : [{ from: id, to }]
  })
  if (moves.length === 0) return 0
  await moveWatches(tx, moves)
  await moveMarks(tx, moves)
  // Every process looks at them anew.
  await markChanged(
    tx,
    moves.map(({ from }) => from),
  )
  return moves.length
}
