import type { OrderLine, OrderThere, Step } from '../../../model/selling.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { call, type Failed, isFailed } from './call.ts'
import { centsIn, type Json, moneyOf, numberOf, objectOf, rowsOf, textOf, timeOf } from './json.ts'

const fulfillment = '/sell/fulfillment/v1/order'
/** eBay takes 200; of so many, each with many lines, an answer stays below what is read of one. */
const pageRows = 50
/** eBay tells of two years; a day less, since its clock is another. */
const backMsMax = (2 * 365 - 1) * 86_400_000

export async function orders(
  since: Date,
  cursor: string | null,
  ctx: SellingContext,
): Step<{ orders: OrderThere[]; next: string | null }> {
  const offset = cursor === null ? 0 : Number(cursor)
  if (!Number.isInteger(offset) || offset < 0)
    return { outcome: 'refused', reason: 'This is no place in eBay’s list of orders: begin again.' }
  const from = new Date(Math.max(since.getTime(), ctx.clock.now().getTime() - backMsMax))
  // With a date of creation beside it, eBay would not heed this one.
  const filter = encodeURIComponent(`lastmodifieddate:[${from.toISOString()}..]`)
  const path = `${fulfillment}?filter=${filter}&fieldGroups=TAX_BREAKDOWN&limit=${pageRows}&offset=${offset}`
  const came = await call({ step: 'read-orders', method: 'GET', path }, ctx)
  if (isFailed(came)) return came
  if (!Array.isArray(came.json?.orders))
    return { outcome: 'away', reason: 'eBay’s answer does not say which orders there are.' }
  const rows = rowsOf(came.json.orders)
  const found: OrderThere[] = []
  const warnings = [...came.warnings]
  for (const row of rows) {
    const order = await whole(row, ctx)
    if (isFailed(order)) return order
    const made = orderOf(order.whole, warnings)
    if (made !== null) found.push(made)
    else
      warnings.push(
        `An order at eBay could not be read (${textOf(row.orderId) ?? 'no number'}): look at it there.`,
      )
  }
  found.sort((a, b) => a.changedAt.getTime() - b.changedAt.getTime())
  const isLast = rows.length < pageRows && textOf(came.json.next) === null
  const next = rows.length === 0 || isLast ? null : String(offset + rows.length)
  return { value: { orders: found, next }, warnings }
}

/** In lists, eBay leaves out who asked to cancel and what became of it. */
async function whole(row: Json, ctx: SellingContext): Promise<{ whole: Json } | Failed> {
  const state = textOf(objectOf(row.cancelStatus).cancelState)
  const orderId = textOf(row.orderId)
  if (state === null || state === 'NONE_REQUESTED' || orderId === null) return { whole: row }
  const path = `${fulfillment}/${encodeURIComponent(orderId)}?fieldGroups=TAX_BREAKDOWN`
  const came = await call({ step: 'read-order', method: 'GET', path }, ctx)
  return isFailed(came) ? came : { whole: came.json ?? row }
}

const payments: Readonly<Record<string, OrderThere['payment']>> = {
  PAID: 'paid',
  PENDING: 'pending',
  FAILED: 'failed',
  PARTIALLY_REFUNDED: 'refunded-part',
  FULLY_REFUNDED: 'refunded',
}

function orderOf(order: Json, warnings: string[]): OrderThere | null {
  const orderId = textOf(order.orderId)
  const createdAt = timeOf(order.creationDate)
  const payment = payments[String(order.orderPaymentStatus)]
  const rows = rowsOf(order.lineItems)
  if (orderId === null || createdAt === null || payment === undefined || rows.length === 0) return null
  const lines = rows.map((row) => lineOf(row, orderId, warnings))
  if (!isWhole(lines)) return null
  shareRefunds(lines, order)
  const fee = moneyOf(order.totalMarketplaceFee)
  return {
    ...{ orderId, createdAt, payment, lines },
    changedAt: timeOf(order.lastModifiedDate) ?? createdAt,
    isCancelled: isCancelled(objectOf(order.cancelStatus)),
    isShipped: order.orderFulfillmentStatus === 'FULFILLED',
    feeCents: fee?.cents ?? null,
    feeCurrency: fee?.currency ?? null,
    buyer: textOf(objectOf(order.buyer).username),
    shipTo: shipToOf(order),
  }
}

function isWhole(lines: (OrderLine | null)[]): lines is OrderLine[] {
  return !lines.includes(null)
}

function isCancelled({ cancelState }: Json): boolean {
  return cancelState === 'CANCELED' || cancelState === 'CANCELLED'
}

function lineOf(line: Json, orderId: string, warnings: string[]): OrderLine | null {
  const lineId = textOf(line.lineItemId)
  const price = moneyOf(line.discountedLineItemCost) ?? moneyOf(line.lineItemCost)
  const quantity = numberOf(line.quantity)
  if (lineId === null || price === null || quantity === null) return null
  const { currency } = price
  const sum = (what: string, amounts: readonly unknown[]) => {
    const parts = amounts.map((amount) => centsIn(currency, amount))
    if (parts.includes(null))
      warnings.push(
        `Order ${orderId} at eBay has its ${what} in another currency than its price: enter it by hand.`,
      )
    return parts.reduce<number>((total, cents) => total + (cents ?? 0), 0)
  }
  const delivery = objectOf(line.deliveryCost)
  const off = Math.abs(sum('discount on shipping', [delivery.discountAmount]))
  const shipping = sum('shipping', [delivery.shippingCost, delivery.handlingCost])
  return {
    ...{ lineId, quantity, currency, priceCents: price.cents },
    sku: textOf(line.sku),
    listingId: textOf(line.legacyItemId),
    title: textOf(line.title) ?? '',
    shippingPaidCents: Math.max(0, shipping - off),
    taxCents: sum(
      'tax',
      rowsOf(line.ebayCollectAndRemitTaxes).map(({ amount }) => amount),
    ),
    refundedCents: sum(
      'refund',
      rowsOf(line.refunds).map(({ amount }) => amount),
    ),
  }
}

/** Refunds of an order as a whole stand beside its lines: they are shared out by price, the rest to the last. */
function shareRefunds(lines: OrderLine[], order: Json): void {
  const { currency } = lines[0]!
  if (lines.some((line) => line.currency !== currency)) return
  const whole = rowsOf(objectOf(order.paymentSummary).refunds)
    .filter(({ refundStatus }) => refundStatus !== 'FAILED' && refundStatus !== 'PENDING')
    .reduce((total, { amount }) => total + (centsIn(currency, amount) ?? 0), 0)
  const left = whole - lines.reduce((total, { refundedCents }) => total + refundedCents, 0)
  if (left <= 0) return
  const prices = lines.reduce((total, { priceCents }) => total + priceCents, 0)
  let shared = 0
  for (const [at, line] of lines.entries()) {
    const isLast = at === lines.length - 1
    const part = isLast ? left - shared : prices === 0 ? 0 : Math.floor((left * line.priceCents) / prices)
    line.refundedCents += part
    shared += part
  }
}

function shipToOf(order: Json): OrderThere['shipTo'] {
  for (const { shippingStep } of rowsOf(order.fulfillmentStartInstructions)) {
    const { fullName, companyName, contactAddress } = objectOf(objectOf(shippingStep).shipTo)
    const address = objectOf(contactAddress)
    const country = textOf(address.countryCode)
    if (country === null) continue
    const town = [address.city, address.stateOrProvince, address.postalCode].flatMap(
      (part) => textOf(part) ?? [],
    )
    const lines = [companyName, address.addressLine1, address.addressLine2].flatMap(
      (part) => textOf(part) ?? [],
    )
    return { name: textOf(fullName) ?? '', lines: [...lines, town.join(' ')], country }
  }
  return null
}
