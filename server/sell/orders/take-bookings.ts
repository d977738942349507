import type { Authorized } from '../../core/actor.ts'
import { currencyProblem } from '../../core/money.ts'
import type { BookingThere } from '../../model/selling.ts'
import { putFinding } from '../reconcile/finding-store.ts'
import type { OrderDeps } from './deps.ts'
import { holdOrders, putBookings } from './order-store.ts'
import type { SellerNow } from './seller-now.ts'
import { settleAlone, settleOrder } from './settle.ts'

/**
 * Takes rows of a marketplace's books, in one transaction: those of orders that are known change what is booked of these, those
 * of others wait for their order. The same again changes nothing.
 */
export async function takeBookings(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  {
    marketplace,
    bookings,
    seller,
  }: { marketplace: string; bookings: readonly BookingThere[]; seller: SellerNow },
): Promise<void> {
  if (bookings.length === 0) return
  const now = deps.clock.now()
  const odd = new Set(bookings.filter((booking) => !isReadable(booking)))
  const readable = bookings.filter((booking) => !odd.has(booking))
  for (const { id } of odd) {
    const reason = `Booking ${id} has an amount or a currency that cannot be counted: look at it on the marketplace.`
    const finding = {
      kind: 'unreadable',
      key: `${marketplace} unreadable booking ${id}`,
      params: { reason },
    } as const
    await putFinding(deps.db, userId, marketplace, finding, { state: 'open', now })
  }
  await deps.db.transaction(async (tx) => {
    await holdOrders(tx, userId, marketplace)
    const news = await putBookings(tx, userId, marketplace, readable, now)
    // The last days are read again and again: of what is known the books are right already.
    const changed = readable.filter(({ id }) => news.has(id))
    const orderIds = new Set(changed.flatMap(({ orderId }) => orderId ?? []))
    for (const orderId of [...orderIds].sort())
      await settleOrder(deps, tx, userId, { marketplace, orderId, seller })
    for (const { id: bookingId, at: bookedAt, ...booking } of changed)
      if (booking.orderId === null)
        await settleAlone(deps, tx, userId, { ...booking, marketplace, bookingId, bookedAt }, seller)
  })
}

const isReadable = ({ cents, currency }: BookingThere) =>
  Number.isSafeInteger(cents) && cents >= 0 && currencyProblem(currency) === null
