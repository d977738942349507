import { type Answer, type Asked, object, ok, page, refuseBy } from './answers.ts'
import type { Row, World } from './world.ts'

const domain = 'API_FULFILLMENT'
const yearMs = 365 * 86_400_000

/** Orders by when they were made or changed; what was asked to be cancelled is told by single orders only. */
export function getOrders(asked: Asked, world: World): Answer {
  const { searchParams } = asked.url
  const ids = searchParams.get('orderIds')?.split(',')
  if (ids !== undefined && ids.length > 50)
    refuseBy(domain, 400, 30_900, 'Exceeded maximum number of order IDs')
  const limit = searchParams.get('limit') ?? '50'
  if (!/^\d+$/.test(limit) || Number(limit) < 1 || Number(limit) > 200)
    refuseBy(domain, 400, 31_100, `Invalid limit: ${limit}`)
  const offset = searchParams.get('offset') ?? '0'
  if (!/^\d+$/.test(offset)) refuseBy(domain, 400, 31_000, `Invalid offset: ${offset}`)
  checkFieldGroups(asked)
  const orders = [...world.orders.values()]
  const found =
    ids === undefined
      ? filtered(orders, asked, world)
      : orders.filter(({ orderId }) => ids.includes(String(orderId)))
  found.sort((a, b) => String(b.creationDate).localeCompare(String(a.creationDate)))
  const { rows, frame } = page(found, asked, { usual: 50, max: 200 })
  return ok({ ...frame, orders: rows.map((order) => withTaxes(withoutRequests(order), asked)) })
}

function filtered(orders: Row[], { url }: Asked, world: World): Row[] {
  const filters = new Map(
    [...(url.searchParams.get('filter') ?? '').matchAll(/(\w+):(\[[^\]]*\]|\{[^}]*\})/g)].map(
      ([, name, value]) => [name!, value!.slice(1, -1)],
    ),
  )
  for (const name of filters.keys())
    if (!['creationdate', 'lastmodifieddate', 'orderfulfillmentstatus'].includes(name))
      refuseBy(domain, 400, 30_700, `Invalid filter name: ${name}`)
  // Of both dates, eBay heeds the first only.
  const [field, range] = filters.has('creationdate')
    ? (['creationDate', filters.get('creationdate')!] as const)
    : (['lastModifiedDate', filters.get('lastmodifieddate') ?? ''] as const)
  const [from, to] = datesOf(range, world)
  const statuses = filters.get('orderfulfillmentstatus')?.split('|')
  return orders.filter((order) => {
    const at = Date.parse(String(order[field]))
    return (
      at >= from &&
      at <= to &&
      (statuses === undefined || statuses.includes(String(order.orderFulfillmentStatus)))
    )
  })
}

function datesOf(range: string, world: World): [from: number, to: number] {
  const now = world.now().getTime()
  if (range === '') return [now - 90 * 86_400_000, Number.POSITIVE_INFINITY]
  const [start = '', end = ''] = range.split('..')
  const format = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
  if (start === '') refuseBy(domain, 400, 30_820, 'Start date is missing')
  if (!format.test(start) || (end !== '' && !format.test(end)))
    refuseBy(domain, 400, 30_810, 'Invalid date format')
  const [from, to] = [Date.parse(start), end === '' ? Number.POSITIVE_INFINITY : Date.parse(end)]
  if (from > now || (end !== '' && to > now + 1000))
    refuseBy(domain, 400, 30_850, "Start and end dates can't be in the future")
  if (now - from > 2 * yearMs)
    refuseBy(domain, 400, 30_830, "Time range between start date and end date must be within '2' years.")
  return [from, to]
}

export function getOrder(asked: Asked, world: World): Answer {
  checkFieldGroups(asked)
  return ok(withTaxes(orderOf(asked, world), asked))
}

function checkFieldGroups({ url }: Asked): void {
  const groups = url.searchParams.get('fieldGroups')
  if (groups !== null && groups !== 'TAX_BREAKDOWN')
    refuseBy(domain, 400, 32_800, `Invalid field group: ${groups}`)
}

function orderOf({ parts: [id = ''] }: Asked, world: World): Row {
  const order = world.orders.get(decodeURIComponent(id))
  if (order === undefined) refuseBy(domain, 404, 32_100, `Invalid Order Id: ${id}`)
  return order
}

function withoutRequests(order: Row): Row {
  return { ...order, cancelStatus: { ...object(order.cancelStatus), cancelRequests: [] } }
}

/** What eBay collects is told only to those who ask for it. */
function withTaxes(order: Row, { url }: Asked): Row {
  if (url.searchParams.get('fieldGroups') === 'TAX_BREAKDOWN') return order
  const lines = (order.lineItems as Row[]).map(({ ebayCollectAndRemitTaxes: _, ...line }) => line)
  return { ...order, lineItems: lines }
}

export function getShipments(asked: Asked, world: World): Answer {
  const fulfillments = world.shipments.get(String(orderOf(asked, world).orderId)) ?? []
  return ok({ fulfillments, total: fulfillments.length })
}

export function ship(asked: Asked, world: World): Answer {
  const order = orderOf(asked, world)
  const { lineItems, shippedDate, shippingCarrierCode, trackingNumber } = asked.json ?? {}
  const lines = order.lineItems as Row[]
  const chosen = Array.isArray(lineItems) ? lineItems.map(object) : lines
  for (const { lineItemId } of chosen)
    if (!lines.some((line) => line.lineItemId === lineItemId))
      refuseBy(domain, 400, 32_200, `Invalid line item id: ${String(lineItemId)}`)
  if (typeof trackingNumber === 'string' && !/^[A-Za-z0-9]+$/.test(trackingNumber))
    refuseBy(domain, 400, 32_300, 'Invalid shipment tracking number or carrier')
  if ((trackingNumber === undefined) !== (shippingCarrierCode === undefined))
    refuseBy(domain, 400, 32_300, 'Invalid shipment tracking number or carrier')
  if (shippedDate !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(shippedDate)))
    refuseBy(domain, 400, 32_500, 'Invalid shipped date')
  const orderId = String(order.orderId)
  const shipments = world.shipments.get(orderId) ?? []
  const fulfillmentId = String(trackingNumber ?? shipments.length + 1)
  shipments.push({
    ...{ fulfillmentId, shipmentTrackingNumber: trackingNumber, shippingCarrierCode },
    shippedDate: shippedDate ?? world.now().toISOString(),
    lineItems: chosen.map(({ lineItemId }) => ({ lineItemId, quantity: 1 })),
  })
  world.shipments.set(orderId, shipments)
  for (const line of lines)
    if (chosen.some(({ lineItemId }) => lineItemId === line.lineItemId))
      line.lineItemFulfillmentStatus = 'FULFILLED'
  order.orderFulfillmentStatus = lines.every((line) => line.lineItemFulfillmentStatus === 'FULFILLED')
    ? 'FULFILLED'
    : 'IN_PROGRESS'
  order.lastModifiedDate = world.now().toISOString()
  return { status: 201, body: {}, headers: { location: `${asked.url.href}/${fulfillmentId}` } }
}
