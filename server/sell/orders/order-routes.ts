import { authorized } from '../../core/actor.ts'
import { type Http, pageOf } from '../../core/http.ts'
import { noContent } from '../../core/http-document.ts'
import { idParam } from '../../core/id-param.ts'
import { findingPage, settleOne } from '../reconcile/findings.ts'
import { reconcileNow } from '../reconcile/reconcile.ts'
import { saleSchema } from '../schema.ts'
import type { OrderDeps } from './deps.ts'
import {
  findingPatchSchema,
  findingQuery,
  findingSchema,
  marketplaceParam,
  orderLineSchema,
  orderPatchSchema,
  orderQuery,
  placeInputSchema,
  pollSchema,
  reconcileBegunSchema,
  reconcileInputSchema,
  shipmentInputSchema,
  slipSchema,
} from './order-schema.ts'
import {
  changeOrderLine,
  oneOrderLine,
  orderPage,
  placeOrderLine,
  pollPage,
  readOrdersNow,
} from './orders.ts'
import { shipSale } from './ship.ts'
import { packingSlip } from './slip.ts'

const tags = ['sell']

/** Orders at marketplaces to which a person connected their account, how they travel, and what differs there. */
export function orderRoutes(http: Http, deps: OrderDeps): void {
  http.get(
    '/api/sell/orders',
    {
      schema: {
        tags,
        description:
          'Lines of orders as marketplaces last showed them, latest first; `unplaced=true` only those that are no sale in your books and could be one.',
        querystring: orderQuery,
        response: { 200: pageOf(orderLineSchema) },
      },
    },
    ({ query, actor }) => orderPage(deps, authorized(actor, 'read'), query),
  )
  http.get(
    '/api/sell/orders/:id',
    { schema: { tags, params: idParam, response: { 200: orderLineSchema } } },
    ({ params, actor }) => oneOrderLine(deps, authorized(actor, 'read'), params.id),
  )
  http.patch(
    '/api/sell/orders/:id',
    {
      schema: {
        tags,
        description: 'That it is not to be counted in your books, or is again.',
        params: idParam,
        body: orderPatchSchema,
        response: { 200: orderLineSchema },
      },
    },
    ({ params, body, actor }) => changeOrderLine(deps, authorized(actor, 'write'), params.id, body),
  )
  http.post(
    '/api/sell/orders/:id/sale',
    {
      schema: {
        tags,
        description:
          'Books an order that could not be placed: as a sale of a thing of yours, or of one that is put into your stock with it.',
        params: idParam,
        body: placeInputSchema,
        response: { 200: saleSchema },
      },
    },
    ({ params, body, actor }) => placeOrderLine(deps, authorized(actor, 'write'), params.id, body),
  )
  http.put(
    '/api/sales/:id/shipment',
    {
      schema: {
        tags,
        description:
          'How it travels. The sale is sent with it, its label is booked, and where it is an order by API the marketplace is told and read back.',
        params: idParam,
        body: shipmentInputSchema,
        response: { 200: saleSchema },
      },
    },
    ({ params, body, actor }) => shipSale(deps, authorized(actor, 'write'), params.id, body),
  )
  http.get(
    '/api/sales/:id/slip',
    {
      config: { neverKept: true },
      schema: {
        tags,
        description:
          'What goes into the parcel: all that was bought with the same order, to whom it goes, its number and day.',
        params: idParam,
        response: { 200: slipSchema },
      },
    },
    ({ params, actor }) => packingSlip(deps, authorized(actor, 'read'), params.id),
  )
  readingRoutes(http, deps)
}

function readingRoutes(http: Http, deps: OrderDeps): void {
  http.get(
    '/api/sell/readings',
    {
      schema: {
        tags,
        description:
          'How far your orders and books were read at each marketplace, and what keeps it from that.',
        response: { 200: pageOf(pollSchema) },
      },
    },
    ({ actor }) => pollPage(deps, authorized(actor, 'read')),
  )
  http.post(
    '/api/sell/readings/:marketplace',
    {
      config: { limit: 'costly' },
      schema: {
        tags,
        description: 'Reads your orders there now, instead of within three minutes.',
        params: marketplaceParam,
        response: { 204: noContent },
      },
    },
    async ({ params, actor }, reply) => {
      await readOrdersNow(deps, authorized(actor, 'write'), params.marketplace)
      return reply.status(204).send()
    },
  )
  http.get(
    '/api/sell/findings',
    {
      schema: {
        tags,
        description:
          'How here and the marketplaces differ, newest first; `all=true` with those that are settled, which is the log of what was repaired.',
        querystring: findingQuery,
        response: { 200: pageOf(findingSchema) },
      },
    },
    ({ query, actor }) => findingPage(deps, authorized(actor, 'read'), query),
  )
  http.patch(
    '/api/sell/findings/:id',
    {
      schema: {
        tags,
        description:
          'Puts it right here as it is there (`repaired`), or says that it is well as it is (`dismissed`).',
        params: idParam,
        body: findingPatchSchema,
        response: { 200: findingSchema },
      },
    },
    ({ params, body, actor }) => settleOne(deps, authorized(actor, 'write'), params.id, body),
  )
  http.post(
    '/api/sell/reconciliation',
    {
      config: { limit: 'costly' },
      schema: {
        tags,
        description:
          'Compares posts, orders and books of ninety days with the marketplaces now, instead of at night.',
        body: reconcileInputSchema,
        response: { 202: reconcileBegunSchema },
      },
    },
    async ({ body, actor }, reply) =>
      reply.status(202).send(await reconcileNow(deps, authorized(actor, 'write'), body)),
  )
}
