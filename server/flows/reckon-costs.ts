import type { Authorized } from '../core/actor.ts'
import { noCurrency } from '../core/money.ts'
import { distanceKm } from '../core/places.ts'
import type { Costs } from '../listings/deals/cost.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import { landedCents } from '../scoring/resale/landed.ts'
import { catchUpPeople, viewerOf } from './catch-up-people.ts'
import type { PipelineDeps } from './page.ts'

/** What each of many listings costs a person until it is at home, and what selling it again should bring them: amounts alone. */
export async function reckonCosts(
  deps: Pick<PipelineDeps, 'db' | 'profiles' | 'selling' | 'rates'>,
  userId: Authorized<'read'>,
): Promise<Costs> {
  await catchUpPeople(deps, deps.db, { withCounts: 'behind' })
  const { place, travel } = viewerOf(deps, userId)
  const seller = deps.selling.of(userId)
  return {
    netMost: (category, span) => seller.netMost(category, span),
    of({ priceCents, lat, lon, ...listing }) {
      const currency = listing.currency ?? noCurrency
      const subject = {
        ...listing,
        ...{ currency, travel },
        priceCents: meantPriceCents(priceCents, currency),
        distanceKm: place === null || lat === null || lon === null ? null : distanceKm(place, { lat, lon }),
      }
      return { landedCents: landedCents(subject), profitCents: seller.profitCentsOf(subject) }
    },
  }
}
