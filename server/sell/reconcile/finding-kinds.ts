/**
 * How here and a marketplace differ.
 * - `order-not-in-stock`: an order of something that is not known here.
 * - `order-was-missing`: an order that only the nightly look found; it was taken over.
 * - `unreadable`: an order or a booking with amounts that cannot be counted.
 * - `sale-not-there`: a sale here whose order the marketplace does not show.
 * - `refund-above`: more went back than was paid.
 * - `fee-differs`: it took much more or less than its fees say.
 * - `booking-waits`: an amount of an order that never came.
 * - `booking-unknown`: an amount of which it is not known whether it is got or spent.
 * - `ended-there`: a post that stands here and has ended there; it was ended here.
 * - `not-there`, `still-there`: a post that only one side has.
 * - `price-differs`, `quantity-differs`.
 * - `mail-sale`: a mail says that something sold, and not for certain what; its person says which thing it is.
 * - `mail-no-price`: a sale that a mail told, without an amount that is certain; its person says it.
 * - `mail-cancelled`: a mail says that an order was called off; it is only a hint.
 */
export const findingKinds = [
  'order-not-in-stock',
  'order-was-missing',
  'unreadable',
  'sale-not-there',
  'refund-above',
  'fee-differs',
  'booking-waits',
  'booking-unknown',
  'ended-there',
  'not-there',
  'still-there',
  'price-differs',
  'quantity-differs',
  'mail-sale',
  'mail-no-price',
  'mail-cancelled',
] as const
export type FindingKind = (typeof findingKinds)[number]

export const findingStates = ['open', 'repaired', 'dismissed', 'gone'] as const
export type FindingState = (typeof findingStates)[number]
