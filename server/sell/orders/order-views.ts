import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import { feeKinds } from '../money-kinds.ts'
import type { StoredMoney } from '../sale-store.ts'
import type { OrderLineView, SaleOrderView, ShipmentView } from './order-schema.ts'
import { saidOfLine } from './order-state.ts'
import { linesOfSales, type StoredLine } from './order-store.ts'
import { type StoredShipment, shipmentsOf } from './shipment-store.ts'

export function lineView(line: StoredLine): OrderLineView {
  const { remoteListingId: _, feeCents: __, feeCurrency: ___, expectedFeeCents, ...shown } = line
  const { expectedPaymentCents: ____, ...rest } = shown
  return {
    ...rest,
    orderedAt: line.orderedAt.toISOString(),
    changedAt: line.changedAt.toISOString(),
    said: saidOfLine(line, []),
  }
}

/** What sales have of orders and of their way, by their ids. */
export async function ordersOfSales(
  sql: Sql,
  userId: Authorized<'read'>,
  saleIds: readonly number[],
  money: ReadonlyMap<number | null, readonly StoredMoney[]>,
): Promise<(saleId: number) => { order: SaleOrderView; shipment: ShipmentView }> {
  const lines = new Map((await linesOfSales(sql, userId, saleIds)).map((line) => [line.saleId, line]))
  const shipments = new Map((await shipmentsOf(sql, userId, saleIds)).map((row) => [row.saleId, row]))
  return (saleId) => {
    const [line, shipment] = [lines.get(saleId), shipments.get(saleId)]
    return {
      order: line === undefined ? null : orderView(line, money.get(saleId) ?? []),
      shipment: shipment === undefined ? null : shipmentView(shipment),
    }
  }
}

function orderView(
  line: StoredLine & { currencies: string[] },
  money: readonly StoredMoney[],
): SaleOrderView {
  const { id: lineId, orderId, payment, isCancelled, isShipped, buyer, shipTo, taxCents, currency } = line
  const { expectedFeeCents, expectedPaymentCents } = line
  const kinds: readonly string[] = feeKinds
  const booked = money.filter(
    (row) => row.source === 'api' && kinds.includes(row.kind) && row.currency === currency && !row.isEstimate,
  )
  return {
    ...{ lineId, orderId, payment, isCancelled, isShipped, buyer, shipTo, taxCents },
    said: saidOfLine(line, line.currencies),
    fee: {
      currency,
      expectedCents: expectedFeeCents === null ? null : expectedFeeCents + (expectedPaymentCents ?? 0),
      bookedCents: booked.length === 0 ? null : booked.reduce((sum, { cents }) => sum + cents, 0),
    },
  }
}

const shipmentView = ({ saleId: _, shippedAt, toldAt, ...shipment }: StoredShipment): ShipmentView => ({
  ...shipment,
  shippedAt: shippedAt.toISOString(),
  toldAt: toldAt?.toISOString() ?? null,
})
