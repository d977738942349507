import type { Authorized } from '../../core/actor.ts'
import { notFound } from '../../core/errors.ts'
import { getItem } from '../item-store.ts'
import { getSale, moneyOf, type StoredSale } from '../sale-store.ts'
import type { OrderDeps } from './deps.ts'
import type { SlipView } from './order-schema.ts'
import { linesOfOrder, linesOfSales } from './order-store.ts'

/**
 * What goes into the parcel of a sale: all that was bought with the same order, where it came with one. What was called off is
 * not in it.
 */
export async function packingSlip(
  deps: Pick<OrderDeps, 'db'>,
  userId: Authorized<'read'>,
  saleId: number,
): Promise<SlipView> {
  const sale = await getSale(deps.db, userId, saleId)
  if (sale === null) throw notFound('sale')
  const [line] = await linesOfSales(deps.db, userId, [saleId])
  if (line === undefined) return slipOfOne(deps, userId, sale)
  const { marketplace, orderId, orderedAt, shipTo } = line
  const lines = await linesOfOrder(deps.db, userId, { marketplace, orderId })
  return {
    ...{ saleId, marketplace, orderId, shipTo, orderedOn: null, orderedAt: orderedAt.toISOString() },
    items: lines
      .filter(({ isCancelled }) => !isCancelled)
      .map(({ title, sku, quantity, priceCents, currency }) => ({
        ...{ title, sku, quantity, priceCents, currency },
      })),
  }
}

async function slipOfOne(
  deps: Pick<OrderDeps, 'db'>,
  userId: Authorized<'read'>,
  { id, itemId, marketplace, reference, soldOn, title, quantity }: StoredSale,
): Promise<SlipView> {
  const item = await getItem(deps.db, userId, itemId)
  const money = await moneyOf(deps.db, userId, { saleIds: [id] })
  const price = money.find(({ kind }) => kind === 'item-price')
  return {
    ...{ saleId: id, marketplace, orderId: reference, shipTo: null, orderedOn: soldOn, orderedAt: null },
    items: [
      {
        ...{ title, sku: item?.sku ?? null, quantity },
        ...{ priceCents: price?.cents ?? null, currency: price?.currency ?? null },
      },
    ],
  }
}
