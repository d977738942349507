import { authorized } from '../core/actor.ts'
import { type Http, pageOf } from '../core/http.ts'
import { idParam } from '../core/id-param.ts'
import { cardsMax, cardsQuery, cardsSchema, dealSchema, similarSchema } from './deals/card-schema.ts'
import { dealQuery, listingQuery } from './deals/deal-schema.ts'
import { dealsPage, namedCards } from './deals/deals.ts'
import { similarDeals, similarMax } from './deals/similar.ts'
import { findListing } from './list-store.ts'
import { type ListingRouteDeps, newestPage, oneListing } from './listing-pages.ts'
import { addressQuery, foundListingSchema, listingDetailSchema, listingSchema } from './schema.ts'

const tags = ['listings']

export function listingRoutes(http: Http, deps: ListingRouteDeps): void {
  http.get(
    '/api/listings',
    {
      schema: {
        tags,
        description: 'Newest first.',
        querystring: listingQuery,
        response: { 200: pageOf(listingSchema) },
      },
    },
    ({ query, actor }) => newestPage(deps, authorized(actor, 'read'), query),
  )
  http.get(
    '/api/deals',
    {
      schema: {
        tags,
        description:
          'What is for sale now, best deal score first, or in another order, without what you have hidden. `profit` has only what a profit is known of, `ends` only what ends at a known moment to come.',
        querystring: dealQuery,
        response: { 200: pageOf(dealSchema) },
      },
    },
    ({ query, actor }) => dealsPage(deps, authorized(actor, 'read'), query),
  )
  http.get(
    '/api/listings/cards',
    {
      schema: {
        tags,
        description: `Listings by their ids, as lists of deals show them, in that order and whatever became of them. What is not yours to see is left out. At most ${cardsMax}.`,
        querystring: cardsQuery,
        response: { 200: cardsSchema },
      },
    },
    async ({ query, actor }) => ({ items: await namedCards(deps, authorized(actor, 'read'), query.ids) }),
  )
  http.get(
    '/api/listings/at',
    {
      schema: {
        tags,
        description:
          'The stored listing behind the address of its page, as copied from a browser. Where there is none, the code says whether it can be watched by its link (listing-not-stored) or its site is none that is known (unknown-site).',
        querystring: addressQuery,
        response: { 200: foundListingSchema },
      },
    },
    async ({ query, actor }) => {
      const userId = authorized(actor, 'read')
      const found = await findListing(deps.db, userId, deps.keysOfAddress(query.address))
      if (found === null) throw deps.notStored(query.address)
      return found
    },
  )
  http.get(
    '/api/listings/:id',
    {
      schema: {
        tags,
        params: idParam,
        response: { 200: listingDetailSchema },
      },
    },
    ({ params, actor }) => oneListing(deps, authorized(actor, 'read'), params.id),
  )
  http.get(
    '/api/listings/:id/similar',
    {
      schema: {
        tags,
        description: `What is like a listing and for sale now, most alike first; other listings of the same thing, which are in its cluster, are left out. At most ${similarMax}.`,
        params: idParam,
        response: { 200: similarSchema },
      },
    },
    async ({ params, actor }) => ({ items: await similarDeals(deps, authorized(actor, 'read'), params.id) }),
  )
}
