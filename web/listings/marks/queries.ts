import {
  getListingCluster,
  type PostListingsMarksBody,
  postListingsMarks,
  postListingsMarksUndo,
  putListingMark,
} from '../../../clients/typescript/api.ts'
import type { Deal } from '../queries.ts'
import type { MarkChange } from './marks.ts'

/** What the server answers a change with: how many it marked, and what takes it back. */
export interface Marked {
  marked: number
  undo: string
}

/** Marks these; of a thing that is hidden, all the listings that are it go along. */
export async function markDeals(deals: readonly Deal[], mark: MarkChange): Promise<Marked> {
  const ids = mark.hidden === true ? await withSame(deals) : deals.map(({ id }) => id)
  const [only] = ids
  if (ids.length === 1 && only !== undefined) {
    const { undo } = await putListingMark(only, mark)
    return { marked: 1, undo: undo.undo }
  }
  return many({ ids, mark })
}

/** Marks all that fits a filter. */
export const markFitting = (filter: PostListingsMarksBody['filter'], mark: MarkChange) =>
  many({ filter, mark })

async function many(body: PostListingsMarksBody): Promise<Marked> {
  const { marked, undo } = await postListingsMarks(body)
  return { marked, undo: undo.undo }
}

export const undoMarks = (undo: string) => postListingsMarksUndo({ undo })

const clustersAsked = 20

async function withSame(deals: readonly Deal[]): Promise<number[]> {
  const inClusters = deals.filter(({ cluster }) => cluster !== null)
  const ids = deals.map(({ id }) => id)
  if (inClusters.length > clustersAsked) return ids
  // Where a cluster cannot be had, what is on the card is hidden all the same.
  const found = await Promise.all(
    inClusters.map(({ id }) =>
      getListingCluster(id).then(
        ({ cluster }) => (cluster?.members ?? []).map(({ listingId }) => listingId),
        () => [],
      ),
    ),
  )
  return [...new Set([...ids, ...found.flat()])]
}
