import type { Authorized } from '../../core/actor.ts'
import type { DealDeps } from '../listing-pages.ts'
import { type Points, pointsMax } from './card-schema.ts'
import type { DealFilterQuery } from './deal-schema.ts'
import { askedDeals } from './deals.ts'
import { countDeals, countedMax } from './facet-store.ts'
import { readPoints } from './point-store.ts'

/** Where the deals of a query are; what does not say where it is, is counted. */
export async function dealPoints(
  deps: DealDeps,
  person: Authorized<'read'>,
  query: DealFilterQuery,
): Promise<Points> {
  const asOfMs = deps.clock.now().getTime()
  const asked = await askedDeals(deps, person, query, { asOfMs, limit: pointsMax })
  // Nothing fits a search for nothing but symbols.
  const filter = asked.isUnsearchable ? { ...asked.filter, ids: [] } : asked.filter
  const nowhere = { ...filter, inside: 'nowhere' as const, within: null }
  const [{ total, points }, placeless] = await Promise.all([
    readPoints(deps.db, filter, asked.look),
    countDeals(deps.db, nowhere, asked.look, countedMax),
  ])
  return {
    ...{ total, truncated: total > points.length, placeless },
    id: points.map(({ id }) => id),
    lat: points.map(({ lat }) => lat),
    lon: points.map(({ lon }) => lon),
    score: points.map(({ score }) => score),
    priceCents: points.map(({ priceCents }) => priceCents),
    currency: points.map(({ currency }) => currency),
    isTownCentre: points.map(({ isTownCentre }) => isTownCentre),
  }
}
