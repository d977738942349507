import type { Authorized } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { conflict, notFound } from '../../core/errors.ts'
import { page, turnOf, whole } from '../../core/paging.ts'
import { freeSku, insertItem, itemBySku } from '../item-store.ts'
import { endFindings } from '../reconcile/finding-store.ts'
import { oneSale } from '../sales.ts'
import type { SaleView } from '../schema.ts'
import type { OrderDeps } from './deps.ts'
import { pollOrdersJob } from './jobs.ts'
import type { OrderLineView, OrderPatch, OrderQuery, PlaceInput, PollView } from './order-schema.ts'
import { isSale } from './order-state.ts'
import { getLine, leaveLineOut, listLines } from './order-store.ts'
import { lineView } from './order-views.ts'
import { listPolls, type StoredPoll } from './poll-store.ts'
import { placeByHand } from './take-order.ts'

export async function orderPage(deps: OrderDeps, userId: Authorized<'read'>, query: OrderQuery) {
  const turn = turnOf(`orders ${query.unplaced}`, query, ['string', 'number'])
  const rows = await listLines(deps.db, userId, {
    ...{ unplaced: query.unplaced, limit: query.limit + 1 },
    from: turn.at && { at: turn.at[0], id: turn.at[1], isBack: turn.isBack },
  })
  return page(rows, turn, (row) => [row.orderedAt.toISOString(), row.id], lineView)
}

export async function oneOrderLine(
  deps: OrderDeps,
  userId: Authorized<'read'>,
  id: number,
): Promise<OrderLineView> {
  const line = await getLine(deps.db, userId, id)
  if (line === null) throw notFound('order')
  return lineView(line)
}

/** A line of which nothing is known here becomes a sale: of a thing of theirs, or of one that is put into the stock with it. */
export async function placeOrderLine(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  id: number,
  { itemId: given }: PlaceInput,
): Promise<SaleView> {
  const saleId = await deps.db.transaction(async (tx) => {
    const line = await getLine(tx, userId, id)
    if (line === null) throw notFound('order')
    if (line.saleId !== null) return line.saleId
    if (!isSale(line))
      throw conflict('order-no-sale', 'It was called off, or its payment failed: there is no sale to book.')
    const itemId =
      given ??
      (await insertItem(tx, {
        ...{ userId, title: line.title.slice(0, 300), category: deps.categoryOf(line.title), brand: null },
        sku: await skuOf(tx, userId, line.sku),
        ...{ condition: null, details: null, defects: null, included: null, note: null, aside: null },
        ...{ quantity: line.quantity, listingId: null, predictedCents: null, predictedCurrency: null },
        ...{ boughtOn: null, createdAt: deps.clock.now(), updatedAt: deps.clock.now() },
      }))
    const placed = await placeByHand(deps, tx, userId, { lineId: id, itemId })
    if (placed === null) throw notFound('item')
    return placed
  })
  return oneSale(deps, userId, saleId)
}

/** Theirs from there where it is one of ours: letters and digits, and free. */
async function skuOf(tx: Tx, userId: Authorized<'write'>, sku: string | null): Promise<string> {
  const isUsable =
    sku !== null && /^[A-Za-z0-9]{1,50}$/.test(sku) && (await itemBySku(tx, userId, sku)) === null
  return isUsable ? sku : freeSku(tx, userId)
}

/** That it is not to be counted here, or is again. */
export async function changeOrderLine(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  id: number,
  { isLeftOut }: OrderPatch,
): Promise<OrderLineView> {
  await deps.db.transaction(async (tx) => {
    const line = await getLine(tx, userId, id)
    if (line === null) throw notFound('order')
    if (!(await leaveLineOut(tx, userId, id, isLeftOut)))
      throw conflict('order-is-sale', `It is sale ${line.saleId} in your books: call that off instead.`)
    if (isLeftOut) await endFindings(tx, userId, id, deps.clock.now())
  })
  return oneOrderLine(deps, userId, id)
}

export async function pollPage(deps: OrderDeps, userId: Authorized<'read'>) {
  return whole((await listPolls(deps.db, userId)).map(pollView))
}

function pollView(poll: StoredPoll): PollView {
  const { marketplace, readAt, triedAt, nextAt, problem, reason, isTold, untold } = poll
  return {
    ...{ marketplace, problem, reason, isTold, untold },
    readAt: readAt?.toISOString() ?? null,
    triedAt: triedAt?.toISOString() ?? null,
    nextAt: nextAt.toISOString(),
  }
}

/** Reads their orders now, by the job that does it anyway. */
export async function readOrdersNow(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  marketplace: string,
): Promise<void> {
  if (!deps.sellingPlaces.has(marketplace)) throw notFound('marketplace whose orders can be read')
  await deps.jobs.send(pollOrdersJob, { userId, marketplace }, { key: `${userId} ${marketplace}` })
}
