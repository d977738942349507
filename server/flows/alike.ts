import type { Authorized } from '../core/actor.ts'
import type { Db } from '../core/db.ts'
import type { Valuer } from '../scoring/value/valuer.ts'
import { listingSubject } from './listing-subject.ts'

/** Titles less alike share a maker or a word, not the kind of thing. */
const similarityMin = 0.3

/** Listings of the same kind of thing at asking prices, most alike first; none of what is no whole thing. */
export async function alikeTo(
  { db, valuer }: { db: Db; valuer: Pick<Valuer, 'catchUp' | 'appraise'> },
  person: Authorized<'read'>,
  id: number,
): Promise<number[]> {
  const subject = await listingSubject(db, person, id)
  if (subject === null || subject.notValued !== null) return []
  await db.transaction((tx) => valuer.catchUp(tx))
  const found = valuer.appraise({ ...subject, ownerId: person, basis: 'asking' })
  return (found?.comps ?? [])
    .filter(({ similarity }) => similarity >= similarityMin)
    .toSorted((a, b) => b.similarity - a.similarity)
    .map(({ listingId }) => listingId)
}
