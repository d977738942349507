import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLocation, locations, policies, privilege, programs, token, whoIs } from './account.ts'
import { type Answer, type Asked, Refusal } from './answers.ts'
import { aspects, conditionPolicies, createImage, defaultTree, getImage, suggestions } from './catalog.ts'
import { controls } from './control.ts'
import { type Fault, sendCut, spoiled, takeFault } from './faults.ts'
import {
  bulkUpdate,
  createOffer,
  deleteOffer,
  getItem,
  getOffer,
  getOffers,
  putItem,
  putOffer,
} from './inventory.ts'
import { createSigningKey, transactions } from './money.ts'
import { eligibleItems, sendOffers } from './negotiation.ts'
import {
  createDestination,
  createSubscription,
  destinations,
  publicKey,
  putDestination,
  putSubscription,
  subscriptions,
  topic,
} from './notification.ts'
import { getOrder, getOrders, getShipments, ship } from './orders.ts'
import { listingFees, publish, withdraw } from './publishing.ts'
import { createWorld, scopeBase, type World } from './world.ts'

/** One call and what came of it, for those who hold both against eBay's own descriptions. */
export interface Exchange {
  method: string
  path: string
  query: string
  headers: IncomingMessage['headers']
  asked: unknown
  status: number
  answered: unknown
}

export interface EbayStandIn extends AsyncDisposable {
  /** No trailing slash. */
  baseUrl: string
  world: World
  /** The last 20,000 that were answered. */
  exchanges: Exchange[]
}

type Does = (asked: Asked, world: World, fault: Fault | null) => Answer

const inventory = 'sell.inventory'
const account = 'sell.account'
const fulfillment = 'sell.fulfillment'
const notification = 'commerce.notification.subscription'

/** By method and path; what a token has to be good for, '' = any token, null = none is asked for. */
const routes: readonly [method: string, path: RegExp, scope: string | null, does: Does][] = [
  ['POST', /^\/identity\/v1\/oauth2\/token$/, null, token],
  ['GET', /^\/commerce\/identity\/v1\/user\/$/, 'commerce.identity.readonly', () => whoIs()],
  ['GET', /^\/sell\/account\/v1\/(fulfillment|payment|return)_policy$/, account, policies],
  ['GET', /^\/sell\/account\/v1\/program\/get_opted_in_programs$/, account, (_, world) => programs(world)],
  ['GET', /^\/sell\/account\/v1\/privilege$/, account, (_, world) => privilege(world)],
  ['GET', /^\/sell\/inventory\/v1\/location$/, inventory, locations],
  ['POST', /^\/sell\/inventory\/v1\/location\/([^/]+)$/, inventory, createLocation],
  ['PUT', /^\/sell\/inventory\/v1\/inventory_item\/([^/]+)$/, inventory, putItem],
  ['GET', /^\/sell\/inventory\/v1\/inventory_item\/([^/]+)$/, inventory, getItem],
  ['GET', /^\/sell\/inventory\/v1\/offer$/, inventory, getOffers],
  ['POST', /^\/sell\/inventory\/v1\/offer$/, inventory, createOffer],
  ['POST', /^\/sell\/inventory\/v1\/offer\/get_listing_fees$/, inventory, listingFees],
  ['GET', /^\/sell\/inventory\/v1\/offer\/([^/]+)$/, inventory, getOffer],
  ['PUT', /^\/sell\/inventory\/v1\/offer\/([^/]+)$/, inventory, putOffer],
  ['DELETE', /^\/sell\/inventory\/v1\/offer\/([^/]+)$/, inventory, deleteOffer],
  ['POST', /^\/sell\/inventory\/v1\/offer\/([^/]+)\/publish$/, inventory, publish],
  ['POST', /^\/sell\/inventory\/v1\/offer\/([^/]+)\/withdraw$/, inventory, withdraw],
  [
    'POST',
    /^\/sell\/inventory\/v1\/bulk_update_price_quantity$/,
    inventory,
    (asked, world, fault) => bulkUpdate(asked, world, fault?.kind === 'part'),
  ],
  ['GET', /^\/commerce\/taxonomy\/v1\/get_default_category_tree_id$/, '', defaultTree],
  ['GET', /^\/commerce\/taxonomy\/v1\/category_tree\/([^/]+)\/get_category_suggestions$/, '', suggestions],
  ['GET', /^\/commerce\/taxonomy\/v1\/category_tree\/([^/]+)\/get_item_aspects_for_category$/, '', aspects],
  ['GET', /^\/sell\/metadata\/v1\/marketplace\/([^/]+)\/get_item_condition_policies$/, '', conditionPolicies],
  ['POST', /^\/commerce\/media\/v1_beta\/image\/create_image_from_file$/, inventory, createImage],
  ['GET', /^\/commerce\/media\/v1_beta\/image\/([^/]+)$/, inventory, getImage],
  ['GET', /^\/sell\/fulfillment\/v1\/order$/, fulfillment, getOrders],
  ['GET', /^\/sell\/fulfillment\/v1\/order\/([^/]+)$/, fulfillment, getOrder],
  ['GET', /^\/sell\/fulfillment\/v1\/order\/([^/]+)\/shipping_fulfillment$/, fulfillment, getShipments],
  ['POST', /^\/sell\/fulfillment\/v1\/order\/([^/]+)\/shipping_fulfillment$/, fulfillment, ship],
  ['GET', /^\/sell\/finances\/v1\/transaction$/, 'sell.finances', transactions],
  ['POST', /^\/developer\/key_management\/v1\/signing_key$/, '', createSigningKey],
  ['GET', /^\/commerce\/notification\/v1\/public_key\/([^/]+)$/, '', publicKey],
  ['GET', /^\/commerce\/notification\/v1\/topic\/([^/]+)$/, '', topic],
  ['GET', /^\/commerce\/notification\/v1\/destination$/, '', destinations],
  ['POST', /^\/commerce\/notification\/v1\/destination$/, '', createDestination],
  ['PUT', /^\/commerce\/notification\/v1\/destination\/([^/]+)$/, '', putDestination],
  ['GET', /^\/commerce\/notification\/v1\/subscription$/, notification, subscriptions],
  ['POST', /^\/commerce\/notification\/v1\/subscription$/, notification, createSubscription],
  ['PUT', /^\/commerce\/notification\/v1\/subscription\/([^/]+)$/, notification, putSubscription],
  ['GET', /^\/sell\/negotiation\/v1\/find_eligible_items$/, inventory, eligibleItems],
  ['POST', /^\/sell\/negotiation\/v1\/send_offer_to_interested_buyers$/, inventory, sendOffers],
]

const exchangesMax = 20_000

/**
 * eBay as far as selling goes, over HTTP on loopback, with everything that was done there kept for as long as it runs. All
 * of eBay's hosts are this one, as EBAY_BASE_URL has it; the keys of the app are `id` and `app-secret`.
 */
export async function startEbayStandIn(
  options: { port?: number; now?: () => Date } = {},
): Promise<EbayStandIn> {
  const world = createWorld(options.now ?? (() => new Date()))
  const exchanges: Exchange[] = []
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of incoming) chunks.push(chunk as Buffer)
    } catch {
      return
    }
    const asked = read(incoming, Buffer.concat(chunks))
    const control = /^\/_test\/(\w+)$/.exec(asked.url.pathname)?.[1]
    if (control !== undefined) return byTest(control, asked, world, response)
    const call = {
      method: asked.method,
      path: `${asked.url.pathname}${asked.url.search}`,
      status: null as number | null,
    }
    world.calls.push(call)
    const fault = takeFault(world.faults, asked)
    const done = fault?.when === 'before' && fault.kind !== 'part' ? null : answer(asked, world, fault)
    const sent = fault === null ? done! : spoiled(fault, done)
    if (fault?.kind === 'silence') return
    if (sent === null) return void response.socket?.destroy()
    if (sent === 'cut') return sendCut(response, JSON.stringify(done?.body ?? { errors: [] }))
    call.status = sent.status
    exchanges.push({
      ...{ method: asked.method, path: asked.url.pathname, query: asked.url.search, headers: asked.headers },
      ...{ asked: asked.json, status: sent.status, answered: sent.body },
    })
    if (exchanges.length > exchangesMax) exchanges.splice(0, exchangesMax / 2)
    send(response, sent)
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    world,
    exchanges,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function read(incoming: IncomingMessage, bytes: Buffer): Asked {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`)
  let json: Asked['json']
  try {
    json = bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined
  } catch {
    json = undefined
  }
  return { method: incoming.method ?? 'GET', url, headers: incoming.headers, bytes, json, parts: [] }
}

function answer(asked: Asked, world: World, fault: Fault | null): Answer {
  try {
    const route = routes.find(([method, path]) => method === asked.method && path.test(asked.url.pathname))
    if (route === undefined)
      return {
        status: 404,
        body: {
          errors: [{ errorId: 2002, domain: 'ACCESS', category: 'REQUEST', message: 'Resource not found' }],
        },
      }
    const [, path, scope, does] = route
    if (scope !== null) checkToken(asked, world, scope)
    return does({ ...asked, parts: path.exec(asked.url.pathname)!.slice(1) }, world, fault)
  } catch (error) {
    if (error instanceof Refusal) return error.answer
    throw error
  }
}

function checkToken({ headers }: Asked, world: World, scope: string): void {
  const known = world.tokens.get(headers.authorization?.replace(/^Bearer /, '') ?? '')
  const error = (errorId: number, domain: string, message: string, longMessage: string) => [
    { errorId, domain, category: 'REQUEST' as const, message, longMessage },
  ]
  if (known === undefined)
    throw new Refusal(
      401,
      error(
        1001,
        'OAuth',
        'Invalid access token',
        'Invalid access token. Check the value of the Authorization HTTP request header.',
      ),
    )
  const names = scope === '' ? [] : [`${scopeBase}/${scope}`, `${scopeBase}/${scope}.readonly`]
  if (names.length > 0 && !names.some((name) => known.scopes.includes(name)))
    throw new Refusal(
      403,
      error(1100, 'ACCESS', 'Access denied', 'Insufficient permissions to fulfill the request.'),
    )
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (body === undefined) return void response.writeHead(status, headers).end()
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

function byTest(name: string, { json }: Asked, world: World, response: ServerResponse): void {
  const does = (controls as Readonly<Record<string, (world: World, ...rest: never[]) => unknown>>)[name]
  if (does === undefined) return void send(response, { status: 404, body: { error: `There is no ${name}.` } })
  try {
    const rest = (Array.isArray(json) ? json : []) as never[]
    send(response, { status: 200, body: does(world, ...rest) ?? null })
  } catch (error) {
    send(response, { status: 400, body: { error: String(error) } })
  }
}
