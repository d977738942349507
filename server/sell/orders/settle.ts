import type { Authorized } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { feeKinds } from '../money-kinds.ts'
import { getSale, moneyOf } from '../sale-store.ts'
import type { OrderDeps } from './deps.ts'
import {
  dropReference,
  dropReferencedBut,
  dropSaid,
  putReferenced,
  type ReferencedMoney,
} from './derived-store.ts'
import { type DerivedMoney, moneyAlone, moneyOfOrder, referenceOfBooking } from './order-money.ts'
import { bookingsOfOrder, linesOfOrder, type StoredBooking } from './order-store.ts'
import type { SellerNow } from './seller-now.ts'

/** What the marketplace says itself of a sale: who wrote it down before said the same. */
const saidThere = ['item-price', 'shipping-paid', 'collected-tax']

/**
 * Puts what follows of an order and its bookings into the books, in place of what followed before and of what was estimated or
 * typed of the same. Packaging and the like that the person typed stay, and their label until the marketplace books one.
 */
export async function settleOrder(
  deps: OrderDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  { marketplace, orderId, seller }: { marketplace: string; orderId: string; seller: SellerNow },
): Promise<void> {
  const lines = await linesOfOrder(tx, userId, { marketplace, orderId })
  if (lines.length === 0) return
  const derived = moneyOfOrder(lines, await bookingsOfOrder(tx, userId, { marketplace, orderId }))
  for (const line of lines) {
    if (line.saleId === null) continue
    const sale = (await getSale(tx, userId, line.saleId))!
    const own = derived.get(line.id)!
    const typed = (await moneyOf(tx, userId, { saleIds: [sale.id] })).filter(
      ({ source }) => source === 'typed' || source === 'import',
    )
    const isBooked = own.some((row) => isFee(row) && !row.isEstimate)
    // What they typed is more than an estimate, and less than what was taken.
    const hasTyped = !isBooked && typed.some(({ kind }) => feesTyped.includes(kind))
    const rows = hasTyped ? own.filter(({ isEstimate }) => !isEstimate) : own
    await dropReferencedBut(
      tx,
      userId,
      sale.id,
      rows.map(({ reference }) => reference),
    )
    await dropSaid(tx, userId, sale.id, saidThere)
    await dropSaid(tx, userId, sale.id, feeKinds, isBooked ? ['typed', 'import', 'rule'] : ['rule'])
    if (rows.some(({ kind }) => kind === 'refund'))
      await dropSaid(tx, userId, sale.id, ['refund', 'fee-credit'])
    if (rows.some(({ kind, isEstimate }) => kind === 'label' && !isEstimate))
      await dropSaid(tx, userId, sale.id, ['label'], ['typed'])
    const of = { itemId: sale.itemId, saleId: sale.id }
    await putReferenced(
      tx,
      userId,
      rows.map((row) => rowOf(row, of, seller)),
      deps.clock.now(),
    )
  }
}

/** An amount of no order: of the person's books as a whole. */
export async function settleAlone(
  deps: OrderDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  booking: StoredBooking,
  seller: SellerNow,
): Promise<void> {
  const money = moneyAlone(booking)
  if (money === null) return dropReference(tx, userId, referenceOfBooking(booking))
  await putReferenced(tx, userId, [rowOf(money, { itemId: null, saleId: null }, seller)], deps.clock.now())
}

const feesTyped: readonly string[] = feeKinds
const isFee = ({ kind }: DerivedMoney) => feesTyped.includes(kind)

const rowOf = (
  { at, ...row }: DerivedMoney,
  of: { itemId: number | null; saleId: number | null },
  seller: SellerNow,
): ReferencedMoney => ({ ...row, ...of, onDate: seller.dayOf(at) })
