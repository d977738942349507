import { randomBytes } from 'node:crypto'
import { amount, object } from './answers.ts'
import type { Fault } from './faults.ts'
import { liveOf } from './inventory.ts'
import { book } from './money.ts'
import {
  allScopes,
  dropOffer,
  giveToken,
  itemsOf,
  nextId,
  type Row,
  type StoredListing,
  type World,
} from './world.ts'

/** How one thing sold, besides what its listing says; in minor units of the listing's currency. */
export interface Sale {
  quantity?: number
  shippingCents?: number
  /** Collected by eBay and handed on. */
  taxCents?: number
  discountCents?: number
  isPaid?: boolean
  buyer?: string
  /** Of the price; what eBay takes. */
  feePercent?: number
  /** Where several listings have the SKU. */
  site?: string
}

/** A line of something that was not posted by the program. */
export interface ForeignLine {
  title: string
  priceCents: number
  currency: string
  shippingCents?: number
  shippingCurrency?: string
}

const perOrderCents = 40

function lineOf(
  world: World,
  line: { title: string; priceCents: number; quantity: number; currency: string },
): Row {
  return {
    lineItemId: nextId(world, 10_000_000_000),
    ...{ title: line.title, quantity: line.quantity, soldFormat: 'FIXED_PRICE' },
    ...{ listingMarketplaceId: 'EBAY_US', purchaseMarketplaceId: 'EBAY_US' },
    lineItemCost: amount(line.priceCents * line.quantity, line.currency),
    lineItemFulfillmentStatus: 'NOT_STARTED',
    ...{ appliedPromotions: [], taxes: [], refunds: [] },
    properties: { buyerProtection: true },
  }
}

/** Every amount an order says, from its lines. */
export function placeOrder(world: World, lines: Row[], { isPaid = true, buyer = 'buyer_one' }: Sale): Row {
  const at = world.now().toISOString()
  const orderId = `${String(world.orders.size % 100).padStart(2, '0')}-${nextId(world, 10_000)}-${nextId(world, 50_000)}`
  const order: Row = {
    ...{
      orderId,
      legacyOrderId: undefined,
      creationDate: at,
      lastModifiedDate: at,
      sellerId: 'seller_of_things',
    },
    orderFulfillmentStatus: 'NOT_STARTED',
    orderPaymentStatus: isPaid ? 'PAID' : 'PENDING',
    buyer: { username: buyer },
    cancelStatus: { cancelState: 'NONE_REQUESTED', cancelRequests: [] },
    paymentSummary: { payments: [], refunds: [] },
    fulfillmentStartInstructions: [
      {
        ...{ fulfillmentInstructionsType: 'SHIP_TO', ebaySupportedFulfillment: false },
        shippingStep: {
          shipTo: {
            ...{ fullName: 'Robin Fictional', primaryPhone: { phoneNumber: '555 0100' } },
            contactAddress: {
              ...{ addressLine1: '1 Invented Street', city: 'Springfield', stateOrProvince: 'OR' },
              ...{ postalCode: '97477', countryCode: 'US' },
            },
          },
          ...{ shippingCarrierCode: 'USPS', shippingServiceCode: 'USPSPriority' },
        },
      },
    ],
    fulfillmentHrefs: [],
    lineItems: lines,
  }
  delete order.legacyOrderId
  world.orders.set(orderId, order)
  return order
}

export function listingOf(world: World, sku: string, site?: string): StoredListing {
  const listing = (world.offersOf.get(sku) ?? [])
    .map((offer) => liveOf(world, offer))
    .find((one) => one !== undefined && (site === undefined || one.site === site))
  if (listing === undefined) throw new Error(`No live listing has the SKU ${sku}.`)
  return listing
}

export function sell(world: World, sku: string, sale: Sale = {}): Row {
  const { quantity = 1, shippingCents = 0, taxCents = 0, discountCents = 0 } = sale
  const listing = listingOf(world, sku, sale.site)
  const { currency, priceCents, title } = listing
  if (listing.quantity < quantity) throw new Error(`There are only ${listing.quantity} of ${sku}.`)
  listing.quantity -= quantity
  listing.soldQuantity += quantity
  for (const item of itemsOf(world, sku)) item.quantity = Math.max(0, item.quantity - quantity)
  if (listing.quantity === 0) listing.status = world.keepsSoldOut ? 'OUT_OF_STOCK' : 'ENDED'
  const costCents = priceCents * quantity - discountCents
  const line: Row = {
    ...lineOf(world, { title, priceCents, quantity, currency }),
    ...{ sku, legacyItemId: listing.listingId },
    ...{ listingMarketplaceId: listing.site, purchaseMarketplaceId: listing.site },
    ...(discountCents > 0 && { discountedLineItemCost: amount(costCents, currency) }),
    deliveryCost: { shippingCost: amount(shippingCents, currency) },
    total: amount(costCents + shippingCents, currency),
    ...(taxCents > 0 && {
      ebayCollectAndRemitTaxes: [
        { taxType: 'STATE_SALES_TAX', amount: amount(taxCents, currency), collectionMethod: 'NET' },
      ],
    }),
  }
  const order = placeOrder(world, [line], sale)
  const paidCents = costCents + shippingCents
  const finalValue = Math.round(((paidCents + taxCents) * (sale.feePercent ?? 13.25)) / 100)
  const fees = [
    { feeType: 'FINAL_VALUE_FEE', amount: amount(finalValue, currency) },
    { feeType: 'FINAL_VALUE_FEE_FIXED_PER_ORDER', amount: amount(perOrderCents, currency) },
  ]
  order.ebayCollectAndRemitTax = taxCents > 0
  order.pricingSummary = {
    priceSubtotal: amount(priceCents * quantity, currency),
    ...(discountCents > 0 && { priceDiscount: amount(-discountCents, currency) }),
    ...{ deliveryCost: amount(shippingCents, currency), total: amount(paidCents, currency) },
  }
  order.totalMarketplaceFee = amount(finalValue + perOrderCents, currency)
  order.totalFeeBasisAmount = amount(paidCents + taxCents, currency)
  order.paymentSummary = { payments: [], refunds: [], totalDueSeller: amount(paidCents, currency) }
  const saleRow: Row = {
    ...{ transactionType: 'SALE', bookingEntry: 'CREDIT', orderId: order.orderId },
    amount: amount(paidCents - finalValue - perOrderCents, currency),
    totalFeeBasisAmount: amount(paidCents + taxCents, currency),
    totalFeeAmount: amount(finalValue + perOrderCents, currency),
    buyer: order.buyer,
    orderLineItems: [
      {
        ...{ lineItemId: line.lineItemId, feeBasisAmount: amount(paidCents + taxCents, currency) },
        marketplaceFees: fees,
      },
    ],
  }
  if (sale.isPaid !== false) book(world, saleRow)
  else unbooked.set(order, saleRow)
  return order
}

/** What is booked once an order is paid. */
const unbooked = new WeakMap<Row, Row>()

/** An order of things that others posted; each amount may be in a currency of its own. */
export function sellForeign(world: World, lines: readonly ForeignLine[]): Row {
  return placeOrder(
    world,
    lines.map((line) => ({
      ...lineOf(world, { ...line, quantity: 1 }),
      legacyItemId: nextId(world, 120_000_000_000),
      deliveryCost: { shippingCost: amount(line.shippingCents ?? 0, line.shippingCurrency ?? line.currency) },
      total: amount(line.priceCents, line.currency),
    })),
    {},
  )
}

function orderOf(world: World, orderId: string): Row {
  const order = world.orders.get(orderId)
  if (order === undefined) throw new Error(`There is no order ${orderId}.`)
  order.lastModifiedDate = world.now().toISOString()
  return order
}

export function pay(world: World, orderId: string): void {
  const order = orderOf(world, orderId)
  order.orderPaymentStatus = 'PAID'
  const row = unbooked.get(order)
  if (row !== undefined) book(world, row)
  unbooked.delete(order)
}

export function failPayment(world: World, orderId: string): void {
  orderOf(world, orderId).orderPaymentStatus = 'FAILED'
}

/** Gives back so much, of one line where it is named; of what eBay took, `creditCents`. */
export function refund(
  world: World,
  orderId: string,
  cents: number,
  {
    lineId,
    creditCents = 0,
    isWhole = false,
  }: { lineId?: string; creditCents?: number; isWhole?: boolean } = {},
): void {
  const order = orderOf(world, orderId)
  const lines = order.lineItems as Row[]
  const line = lines.find(({ lineItemId }) => lineItemId === lineId)
  const { currency } = object(lines[0]!.lineItemCost) as { currency: string }
  const row = {
    refundId: nextId(world, 30_000),
    refundDate: world.now().toISOString(),
    amount: amount(cents, currency),
  }
  if (line !== undefined) (line.refunds as Row[]).push(row)
  ;(object(order.paymentSummary).refunds as Row[]).push({ ...row, refundStatus: 'REFUNDED' })
  order.orderPaymentStatus = isWhole ? 'FULLY_REFUNDED' : 'PARTIALLY_REFUNDED'
  book(world, {
    ...{
      transactionType: 'REFUND',
      bookingEntry: 'DEBIT',
      orderId,
      amount: amount(cents - creditCents, currency),
    },
    totalFeeAmount: amount(creditCents, currency),
    orderLineItems: lines.slice(0, 1).map(({ lineItemId }) => ({
      lineItemId,
      marketplaceFees:
        creditCents > 0 ? [{ feeType: 'FINAL_VALUE_FEE', amount: amount(creditCents, currency) }] : [],
    })),
  })
}

/** The buyer asks for it, and then it is done or not. */
export function cancel(world: World, orderId: string, state: 'IN_PROGRESS' | 'CANCELED' = 'CANCELED'): void {
  const order = orderOf(world, orderId)
  const at = world.now().toISOString()
  order.cancelStatus = {
    cancelState: state,
    ...(state === 'CANCELED' && { cancelledDate: at }),
    cancelRequests: [
      {
        ...{ cancelRequestId: nextId(world, 40_000), cancelInitiator: 'BUYER', cancelReason: 'BUYER_CANCEL' },
        ...{ cancelRequestedDate: at, cancelRequestState: state === 'CANCELED' ? 'COMPLETED' : 'REQUESTED' },
      },
    ],
  }
}

/** Something else of the books, such as a label: `SHIPPING_LABEL`, `DISPUTE`, `NON_SALE_CHARGE`, `TRANSFER`, `CREDIT`. */
export function bookOther(
  world: World,
  row: {
    type: string
    cents: number
    currency?: string
    isIn?: boolean
    orderId?: string
    feeType?: string
    memo?: string
  },
): Row {
  return book(world, {
    ...{ transactionType: row.type, bookingEntry: row.isIn ? 'CREDIT' : 'DEBIT' },
    amount: amount(row.cents, row.currency ?? 'USD'),
    ...(row.orderId !== undefined && { orderId: row.orderId }),
    ...(row.feeType !== undefined && { feeType: row.feeType }),
    ...(row.memo !== undefined && { transactionMemo: row.memo }),
  })
}

/** What the seller does at eBay's own pages. */
export function editThere(
  world: World,
  sku: string,
  edit: { priceCents?: number; quantity?: number; title?: string; watchers?: number },
): void {
  const listing = listingOf(world, sku)
  Object.assign(listing, edit)
  const offer = world.offers.get(listing.offerId)
  if (offer !== undefined)
    offer.body = {
      ...offer.body,
      pricingSummary: { price: amount(listing.priceCents, listing.currency) },
      availableQuantity: listing.quantity,
    }
}

/** The listing ends there; the offer still says that it was published. */
export function endThere(world: World, sku: string): void {
  listingOf(world, sku).status = 'ENDED'
}

/** The offer goes, and with it its listing. */
export function deleteOfferThere(world: World, sku: string): void {
  for (const offer of world.offersOf.get(sku) ?? []) {
    const listing = world.listings.get(offer.listingId ?? '')
    if (listing !== undefined) listing.status = 'ENDED'
    dropOffer(world, offer)
  }
}

export function userToken(world: World, scopes: readonly string[] = allScopes): string {
  return giveToken(world, 'user', scopes)
}

/** What the browser brings back of somebody who agreed. */
export function consentCode(world: World, scopes: readonly string[] = allScopes): string {
  const code = `v^1.1#i^1#c#${randomBytes(12).toString('hex')}`
  world.codes.set(code, scopes)
  return code
}

export function fail(world: World, fault: Fault): void {
  world.faults.push({ ...fault })
}
