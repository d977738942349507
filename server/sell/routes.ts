import { authorized } from '../core/actor.ts'
import { type Http, pageOf } from '../core/http.ts'
import { noContent } from '../core/http-document.ts'
import { idParam } from '../core/id-param.ts'
import { adRoutes } from './ads/ad-routes.ts'
import { bookSettingRoutes } from './books/book-routes.ts'
import type { SellDeps } from './deps.ts'
import { sellImportRoutes } from './imports/import-routes.ts'
import { addItem, addPost, changeItem, changePost, itemPage, oneItem, removeItem } from './items.ts'
import { addMoney, moneyPage, removeMoney } from './money.ts'
import { itemPrices } from './prices.ts'
import { profit, sellCsv } from './profit.ts'
import { changeSale, oneSale, recordSale, salePage, sellTasks } from './sales.ts'
import {
  exportQuery,
  itemInputSchema,
  itemPatchSchema,
  itemPricesSchema,
  itemQuery,
  itemSchema,
  moneyInputSchema,
  moneyLineSchema,
  moneyQuery,
  moneySchema,
  postInputSchema,
  postPatchSchema,
  profitQuery,
  profitSchema,
  saleInputSchema,
  salePatchSchema,
  saleQuery,
  saleSchema,
} from './schema.ts'
import { sellTasksSchema } from './task-schema.ts'

const tags = ['sell']

/** Things of one's own, where they stand, what they were sold for and what that left. */
export function sellRoutes(http: Http, deps: SellDeps): void {
  itemRoutes(http, deps)
  adRoutes(http, deps)
  saleRoutes(http, deps)
  bookRoutes(http, deps)
  bookSettingRoutes(http, deps)
  sellImportRoutes(http, deps)
}

function itemRoutes(http: Http, deps: SellDeps): void {
  http.get(
    '/api/items',
    {
      schema: {
        tags,
        description: 'Things that you own or have sold, newest first.',
        querystring: itemQuery,
        response: { 200: pageOf(itemSchema) },
      },
    },
    ({ query, actor }) => itemPage(deps, authorized(actor, 'read'), query),
  )
  http.post(
    '/api/items',
    {
      schema: {
        tags,
        description:
          'Puts a thing into your stock: by hand, or the deal that you bought (listingId), with what it cost and what selling it again should bring.',
        body: itemInputSchema,
        response: { 201: itemSchema },
      },
    },
    async ({ body, actor }, reply) => {
      const item = await addItem(deps, authorized(actor, 'write'), body)
      return reply.status(201).header('location', `/api/items/${item.id}`).send(item)
    },
  )
  http.get(
    '/api/items/:id',
    { schema: { tags, params: idParam, response: { 200: itemSchema } } },
    ({ params, actor }) => oneItem(deps, authorized(actor, 'read'), params.id),
  )
  http.patch(
    '/api/items/:id',
    {
      schema: {
        tags,
        description: 'What is left out stays. `aside` takes it out of sale: kept, or lost.',
        params: idParam,
        body: itemPatchSchema,
        response: { 200: itemSchema },
      },
    },
    ({ params, body, actor }) => changeItem(deps, authorized(actor, 'write'), params.id, body),
  )
  http.delete(
    '/api/items/:id',
    {
      schema: {
        tags,
        description: 'Only of what was never sold: sales stay in your books.',
        params: idParam,
        response: { 204: noContent },
      },
    },
    async ({ params, actor }, reply) => {
      await removeItem(deps, authorized(actor, 'write'), params.id)
      return reply.status(204).send()
    },
  )
  http.get(
    '/api/items/:id/prices',
    {
      config: { neverKept: true },
      schema: {
        tags,
        description:
          'What to ask for it: three prices, from one that sells fast to one that takes patience, with what each leaves at the best places by your settings, how many comparables ask more, and the price below which you lose money. Nothing is suggested where the value is unknown.',
        params: idParam,
        response: { 200: itemPricesSchema },
      },
    },
    ({ params, actor }) => itemPrices(deps, authorized(actor, 'read'), params.id),
  )
  http.post(
    '/api/items/:id/posts',
    {
      schema: {
        tags,
        description: 'That it stands on a marketplace now, as you say.',
        params: idParam,
        body: postInputSchema,
        response: { 201: itemSchema },
      },
    },
    async ({ params, body, actor }, reply) => {
      const item = await addPost(deps, authorized(actor, 'write'), params.id, body)
      return reply.status(201).header('location', `/api/items/${item.id}`).send(item)
    },
  )
  http.patch(
    '/api/posts/:id',
    {
      schema: {
        tags,
        description: 'Its address or price there, or that it was taken down (`ended`).',
        params: idParam,
        body: postPatchSchema,
        response: { 200: itemSchema },
      },
    },
    ({ params, body, actor }) => changePost(deps, authorized(actor, 'write'), params.id, body),
  )
}

function saleRoutes(http: Http, deps: SellDeps): void {
  http.get(
    '/api/sales',
    {
      schema: {
        tags,
        description: 'What you sold, latest first, with its money.',
        querystring: saleQuery,
        response: { 200: pageOf(saleSchema) },
      },
    },
    ({ query, actor }) => salePage(deps, authorized(actor, 'read'), query),
  )
  http.post(
    '/api/sales',
    {
      schema: {
        tags,
        description:
          'Writes a sale down with its money. Where nothing is left of the thing, its other posts wait to be taken down. The same `reference` of a marketplace again is the same sale. Fees that are left out are counted by your fees (/api/settings/selling).',
        body: saleInputSchema,
        response: { 201: saleSchema },
      },
    },
    async ({ body, actor }, reply) => {
      const sale = await recordSale(deps, authorized(actor, 'write'), body)
      return reply.status(201).header('location', `/api/sales/${sale.id}`).send(sale)
    },
  )
  http.get(
    '/api/sales/:id',
    { schema: { tags, params: idParam, response: { 200: saleSchema } } },
    ({ params, actor }) => oneSale(deps, authorized(actor, 'read'), params.id),
  )
  http.patch(
    '/api/sales/:id',
    {
      schema: {
        tags,
        description:
          'What became of it. What is cancelled or refunded goes back in amounts of their own; nothing is taken out of your books.',
        params: idParam,
        body: salePatchSchema,
        response: { 200: saleSchema },
      },
    },
    ({ params, body, actor }) => changeSale(deps, authorized(actor, 'write'), params.id, body),
  )
  http.get(
    '/api/sell/tasks',
    {
      schema: {
        tags,
        description: 'What waits for you: posts to take down, things sold too often, parcels to send.',
        response: { 200: sellTasksSchema },
      },
    },
    ({ actor }) => sellTasks(deps, authorized(actor, 'read')),
  )
}

function bookRoutes(http: Http, deps: SellDeps): void {
  http.get(
    '/api/money',
    {
      schema: {
        tags,
        description: 'Every amount of your books, latest first.',
        querystring: moneyQuery,
        response: { 200: pageOf(moneyLineSchema) },
      },
    },
    ({ query, actor }) => moneyPage(deps, authorized(actor, 'read'), query),
  )
  http.post(
    '/api/money',
    {
      schema: {
        tags,
        description: 'Books an amount: of an item, of one sale of it, or of none (boxes, a drive).',
        body: moneyInputSchema,
        response: { 201: moneySchema },
      },
    },
    async ({ body, actor }, reply) =>
      reply.status(201).send(await addMoney(deps, authorized(actor, 'write'), body)),
  )
  http.delete(
    '/api/money/:id',
    {
      schema: {
        tags,
        description: 'Strikes out what you typed or imported.',
        params: idParam,
        response: { 204: noContent },
      },
    },
    async ({ params, actor }, reply) => {
      await removeMoney(deps, authorized(actor, 'write'), params.id)
      return reply.status(204).send()
    },
  )
  http.get(
    '/api/profit',
    {
      schema: {
        tags,
        description:
          'What was earned, by month, marketplace, category or item and by currency, beside what was expected when the things were bought. Nothing is converted.',
        querystring: profitQuery,
        response: { 200: profitSchema },
      },
    },
    ({ query, actor }) => profit(deps, authorized(actor, 'read'), query),
  )
  http.get(
    '/api/sell/export.csv',
    {
      config: { limit: 'costly' },
      schema: {
        tags,
        description:
          'A year of your books as a table (text/csv, UTF-8): sales, money, inventory at its end, or the sums of a US Schedule C, which is no tax advice.',
        querystring: exportQuery,
      },
    },
    async ({ query, actor }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${query.what}.csv"`)
        .send(await sellCsv(deps, authorized(actor, 'read'), query)),
  )
}
