import { type Authorized, asProgram } from '../../core/actor.ts'
import { conflict, notFound } from '../../core/errors.ts'
import { TryAgainLater } from '../../core/jobs.ts'
import { isProblem } from '../api-posts/desk.ts'
import { checkCurrency } from '../items.ts'
import { getSale, insertMoney, moneyOf, updateSale } from '../sale-store.ts'
import { oneSale } from '../sales.ts'
import type { SaleView } from '../schema.ts'
import { nextSaleStates } from '../states.ts'
import { tellChanged } from '../tell-changed.ts'
import type { OrderDeps } from './deps.ts'
import { dropSaid } from './derived-store.ts'
import { shipOrderJob } from './jobs.ts'
import type { ShipmentInput } from './order-schema.ts'
import { linesOfSales, type StoredLine } from './order-store.ts'
import { pollOrders } from './poll-orders.ts'
import { noteTold, putShipment, type StoredShipment, shipmentsOf } from './shipment-store.ts'

/** Waits while the marketplace is away, and until the person connected again. */
const awayMs = 10 * 60_000

/** How a sale travels: it is sent now, its label is booked, and the marketplace of its order is told. */
export async function shipSale(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  saleId: number,
  { carrier, tracking, labelCents, currency, ...input }: ShipmentInput,
): Promise<SaleView> {
  if (currency !== undefined) checkCurrency(currency)
  const today = await deps.today(userId)
  const now = deps.clock.now()
  const shippedAt = input.shippedAt === undefined ? now : new Date(input.shippedAt)
  await deps.db.transaction(async (tx) => {
    const sale = await getSale(tx, userId, saleId)
    if (sale === null) throw notFound('sale')
    if (sale.state === 'cancelled' || sale.state === 'refunded')
      throw conflict('sale-state', `Sale ${saleId} is ${sale.state}: there is nothing to send.`)
    const [line] = await linesOfSales(tx, userId, [saleId])
    if (line !== undefined && (line.payment === 'pending' || line.payment === 'failed'))
      throw conflict('sale-unpaid', `Order ${line.orderId} is not paid: do not send it before it is.`)
    if (nextSaleStates(sale.state).includes('shipped'))
      await updateSale(tx, userId, { ...sale, state: 'shipped', updatedAt: now })
    const state = line === undefined ? 'noted' : 'telling'
    await putShipment(tx, userId, { saleId, carrier, tracking, shippedAt, state })
    const booked = await moneyOf(tx, userId, { saleIds: [saleId] })
    const isBooked = booked.some(({ kind, source }) => kind === 'label' && source === 'api')
    // Said again it is the same label, and what the marketplace booked of it is what it cost.
    if (labelCents !== undefined) await dropSaid(tx, userId, saleId, ['label'], ['typed'])
    if (labelCents !== undefined && labelCents > 0 && !isBooked)
      await insertMoney(
        tx,
        userId,
        [
          {
            ...{ itemId: sale.itemId, saleId, kind: 'label', cents: labelCents, currency: currency! },
            ...{ onDate: today, source: 'typed', note: null },
          },
        ],
        now,
      )
    await tellChanged(tx, userId, [sale.itemId])
    if (line !== undefined)
      await deps.jobs.send(shipOrderJob, { userId, saleId }, { tx, key: `ship ${saleId}` })
  })
  return oneSale(deps, userId, saleId)
}

/**
 * Tells a marketplace how a sale travels, and reads the order back: only what it shows as sent is told. Telling it again is the
 * same, so that an answer that never came is asked for by doing it again.
 */
export async function tellShipment(
  deps: OrderDeps,
  { userId: id, saleId }: { userId: number; saleId: number },
  signal: AbortSignal,
): Promise<void> {
  const userId = asProgram(id)
  const [shipment] = await shipmentsOf(deps.db, userId, [saleId])
  const [line] = await linesOfSales(deps.db, userId, [saleId])
  if (shipment === undefined || line === undefined || shipment.state !== 'telling') return
  const { carrier, tracking, shippedAt } = shipment
  const desk = await deps.deskOf(userId, line.marketplace)
  const answer = isProblem(desk)
    ? desk
    : await desk.ship(
        { orderId: line.orderId, lineIds: [line.lineId], carrier, tracking, shippedAt },
        { signal },
      )
  const note = (state: StoredShipment['state'], reason: string | null) =>
    noteTold(deps.db, userId, { saleId, tracking, state, reason, toldAt: deps.clock.now() })
  if (isProblem(answer)) {
    if (answer.outcome === 'refused') return note('refused', answer.reason)
    await note('telling', answer.reason)
    throw new TryAgainLater(Math.max(awayMs, answer.retryAfterMs ?? 0), answer.reason)
  }
  if (await isShownSent(deps, userId, line, signal)) return note('told', null)
  await note('telling', 'It took it, and does not show it yet.')
  throw new TryAgainLater(awayMs, 'the order is not shown as sent yet')
}

async function isShownSent(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  { marketplace, saleId }: StoredLine,
  signal: AbortSignal,
): Promise<boolean> {
  await pollOrders(deps, { userId, marketplace }, signal)
  const [line] = await linesOfSales(deps.db, userId, [saleId!])
  return line?.isShipped ?? false
}
