import type { BookingThere, OrderThere } from '../../model/selling.ts'

export const payments = [
  'pending',
  'paid',
  'failed',
  'refunded-part',
  'refunded',
] as const satisfies readonly OrderThere['payment'][]

export const bookingKinds = [
  'sale',
  'fee',
  'fee-credit',
  'refund',
  'dispute',
  'label',
  'charge',
  'credit',
  'payout',
  'other',
] as const satisfies readonly BookingThere['kind'][]

/** `noted` = the marketplace need not be told; `telling` = a job does; `refused` = it did not take it. */
export const shipmentStates = ['noted', 'telling', 'told', 'refused'] as const
export type ShipmentState = (typeof shipmentStates)[number]
