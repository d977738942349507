import { z } from 'zod'
import { typedCurrencySchema } from '../../core/money.ts'
import { pageQuery } from '../../core/paging.ts'
import { isStorable, oneLine } from '../../core/text.ts'
import { saidShape } from '../../model/sentences/said.ts'
import { findingKinds, findingStates } from '../reconcile/finding-kinds.ts'
import { payments, shipmentStates } from './order-kinds.ts'

const amount = z.number().int()
const moment = z.iso.datetime()
const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const said = z.object({ sentence: z.string(), ...saidShape })
const line = (max: number) =>
  z
    .string()
    .overwrite(oneLine)
    .pipe(z.string().trim().min(1).max(max).refine(isStorable, 'has characters that cannot be stored'))

/** A line of an order, as the marketplace last showed it. */
export const orderLineSchema = z.object({
  id: amount,
  marketplace: z.string(),
  orderId: z.string(),
  lineId: z.string(),
  sku: z.string().nullable(),
  title: z.string(),
  quantity: amount,
  /** For all of them, without shipping and tax. */
  priceCents: amount,
  shippingPaidCents: amount,
  /** Collected by the marketplace and handed on: it is not yours. */
  taxCents: amount,
  refundedCents: amount,
  currency: z.string(),
  payment: z.enum(payments),
  isCancelled: z.boolean(),
  isShipped: z.boolean(),
  /** Who bought it and where it goes; null = not told, picked up, or forgotten since. */
  buyer: z.string().nullable(),
  shipTo: z.object({ name: z.string(), lines: z.array(z.string()), country: z.string() }).nullable(),
  orderedAt: moment,
  changedAt: moment,
  /** Null = it is no sale in your books. */
  saleId: amount.nullable(),
  isLeftOut: z.boolean(),
  /** What there is to know of it before you do anything. */
  said: z.array(said),
})
export type OrderLineView = z.output<typeof orderLineSchema>

/** What a sale has of the marketplace's order; null = it was not taken from one. */
export const saleOrderSchema = orderLineSchema
  .pick({
    ...{ orderId: true, payment: true, isCancelled: true, isShipped: true, buyer: true, shipTo: true },
    ...{ taxCents: true, said: true },
  })
  .extend({
    /** The line, as in /api/sell/orders. */
    lineId: amount,
    /** What it takes: as your fees of that day expected, and as it is booked there, each in its currency. */
    fee: z.object({
      currency: z.string(),
      expectedCents: amount.nullable(),
      /** Null = not booked yet, or in another currency. */
      bookedCents: amount.nullable(),
    }),
  })
  .nullable()
export type SaleOrderView = z.output<typeof saleOrderSchema>

export const shipmentSchema = z
  .object({
    carrier: z.string(),
    tracking: z.string(),
    shippedAt: moment,
    /** `noted` = the marketplace need not be told, `telling` = it is being told, `refused` = it did not take it. */
    state: z.enum(shipmentStates),
    reason: z.string().nullable(),
    toldAt: moment.nullable(),
  })
  .nullable()
export type ShipmentView = z.output<typeof shipmentSchema>

/** What goes into a parcel. */
export const slipSchema = z.object({
  saleId: amount,
  marketplace: z.string(),
  /** The order's number, or the sale's reference; null = it has none. */
  orderId: z.string().nullable(),
  /** The moment of the order at the marketplace, or the day of the sale as you said it: one of both. */
  orderedAt: moment.nullable(),
  orderedOn: z.string().nullable(),
  /** null = not told, picked up, or forgotten since. */
  shipTo: z.object({ name: z.string(), lines: z.array(z.string()), country: z.string() }).nullable(),
  items: z.array(
    z.object({
      title: z.string(),
      sku: z.string().nullable(),
      quantity: amount,
      /** For all of them. */
      priceCents: amount.nullable(),
      currency: z.string().nullable(),
    }),
  ),
})
export type SlipView = z.output<typeof slipSchema>

export const shipmentInputSchema = z
  .strictObject({
    /** As the marketplace calls it: USPS, UPS, DHL … */
    carrier: line(50),
    tracking: line(100).pipe(z.string().regex(/^[A-Za-z0-9 -]+$/, 'a number of letters and digits')),
    /** Left out: now. */
    shippedAt: moment.optional(),
    /** What the label cost; left out, nothing is booked. */
    labelCents: z.number().int().min(0).max(1e13).optional(),
    currency: typedCurrencySchema.optional(),
  })
  .refine(({ labelCents, currency }) => labelCents === undefined || currency !== undefined, {
    path: ['currency'],
    message: 'goes with the price of the label: USD, EUR, GBP …',
  })
  .meta({
    example: { carrier: 'USPS', tracking: '9400100000000000000000', labelCents: 545, currency: 'USD' },
  })
export type ShipmentInput = z.output<typeof shipmentInputSchema>

export const orderQuery = pageQuery.extend({
  /** Only those that are no sale in your books and could be one. */
  unplaced: z.stringbool().default(false),
})
export type OrderQuery = z.output<typeof orderQuery>

export const placeInputSchema = z
  .strictObject({
    /** Which of your things it is; left out, it is put into your stock. */
    itemId: id.optional(),
  })
  .meta({ example: { itemId: 12 } })
export type PlaceInput = z.output<typeof placeInputSchema>

export const orderPatchSchema = z
  .strictObject({ isLeftOut: z.boolean() })
  .meta({ example: { isLeftOut: true } })
export type OrderPatch = z.output<typeof orderPatchSchema>

/** How far your orders and books at a marketplace were read. */
export const pollSchema = z.object({
  marketplace: z.string(),
  /** When all of it was read last; null = never yet. */
  readAt: moment.nullable(),
  triedAt: moment.nullable(),
  nextAt: moment,
  /** `consent` = connect your account again. */
  problem: z.enum(['refused', 'consent', 'away', 'unknown']).nullable(),
  reason: z.string().nullable(),
  /** It says at once when something is bought, and the orders are read then. */
  isTold: z.boolean(),
  /** Why it does not. */
  untold: z.string().nullable(),
})
export type PollView = z.output<typeof pollSchema>

export const findingQuery = pageQuery.extend({
  /** Those that are settled too. */
  all: z.stringbool().default(false),
})
export type FindingQuery = z.output<typeof findingQuery>

export const findingSchema = z.object({
  id: amount,
  marketplace: z.string(),
  kind: z.enum(findingKinds),
  ...{ itemId: amount.nullable(), postId: amount.nullable(), saleId: amount.nullable() },
  orderLineId: amount.nullable(),
  said,
  state: z.enum(findingStates),
  /** Whether one press puts it right here. */
  canRepair: z.boolean(),
  foundAt: moment,
  settledAt: moment.nullable(),
})
export type FindingView = z.output<typeof findingSchema>

export const findingPatchSchema = z
  .strictObject({
    /** `repaired` = put it right here, as it is there; `dismissed` = it is well as it is. */
    state: z.enum(['repaired', 'dismissed']),
    /** Of a `mail-sale` that is repaired: the thing that sold. Left out: the one that was suggested. */
    itemId: z.number().int().positive().optional(),
    /** Of a `mail-sale` or `mail-no-price` that is repaired: what was paid for all of them, without shipping and tax. */
    priceCents: z.number().int().min(0).max(1e13).optional(),
    currency: typedCurrencySchema.optional(),
  })
  .refine(({ priceCents, currency }) => (priceCents === undefined) === (currency === undefined), {
    path: ['currency'],
    message: 'an amount and its currency go together',
  })
  .meta({ example: { state: 'repaired' } })
export type FindingPatch = z.output<typeof findingPatchSchema>

export const marketplaceParam = z.object({ marketplace: z.string().max(100) })

export const reconcileInputSchema = z
  .strictObject({
    /** Left out: every one that you connected. */
    marketplace: z.string().max(100).optional(),
  })
  .meta({ example: { marketplace: 'ebay' } })
export type ReconcileInput = z.output<typeof reconcileInputSchema>
export const reconcileBegunSchema = z.object({ marketplaces: z.array(z.string()) })
