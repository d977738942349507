import type { Authorized } from '../../core/actor.ts'
import { notFound } from '../../core/errors.ts'
import type { ListingRouteDeps } from '../listing-pages.ts'
import { getListing } from '../store.ts'
import type { DealView } from './card-schema.ts'
import { dealFilterQuery } from './deal-schema.ts'
import { askedDeals, dealCards } from './deals.ts'

export const similarMax = 12

/** What is like a listing and for sale now, most alike first, without other listings of the same thing. */
export async function similarDeals(
  deps: ListingRouteDeps,
  person: Authorized<'read'>,
  id: number,
): Promise<DealView[]> {
  const stored = await getListing(deps.db, id, person)
  if (stored === null) throw notFound('listing')
  const [ids, cluster] = await Promise.all([deps.alikeTo(person, id), deps.clusterOf(person, id)])
  const query = dealFilterQuery.parse({ demo: stored.demo })
  const asked = await askedDeals(deps, person, query, {
    asOfMs: deps.clock.now().getTime(),
    limit: ids.length,
  })
  const cards = await dealCards(deps, person, { ...asked, filter: { ...asked.filter, ids } }, 'score', null)
  const byId = new Map(cards.map(({ id, view }) => [id, view]))
  return ids
    .flatMap((one) => byId.get(one) ?? [])
    .filter((view) => view.id !== id && (cluster === null || view.cluster?.id !== cluster.id))
    .slice(0, similarMax)
}
