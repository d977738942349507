import type { Authorized } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { AppError } from '../../core/errors.ts'
import { currencyProblem } from '../../core/money.ts'
import type { OrderThere } from '../../model/selling.ts'
import { holdItem, itemBySku, type StoredItem } from '../item-store.ts'
import { endFindings, endMailQuestions, type Finding, putFinding } from '../reconcile/finding-store.ts'
import { getSale, type StoredSale, saleByReference, updateSale } from '../sale-store.ts'
import { endSoldOut, keepInStock, writeSale } from '../sales.ts'
import { tellChanged } from '../tell-changed.ts'
import type { OrderDeps } from './deps.ts'
import { postOfListing } from './match-store.ts'
import { isSale, saleStateAfter } from './order-state.ts'
import { getLine, holdOrders, linesOfOrder, placeLine, putLine, type StoredLine } from './order-store.ts'
import { buyerKeptDays, type SellerNow, sellerNow } from './seller-now.ts'
import { settleOrder } from './settle.ts'

const dayMs = 86_400_000

export interface Taken {
  /** Lines that became sales, and those that could not. */
  sales: number
  unplaced: number
}

/**
 * Takes an order as the marketplace shows it now, in one transaction: its lines, those of them that are things of the person
 * as sales, and what follows of it for their books. The same order again, or an older copy of it, changes nothing.
 */
export async function takeOrder(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  { marketplace, order, seller }: { marketplace: string; order: OrderThere; seller: SellerNow },
): Promise<Taken> {
  const taken: Taken = { sales: 0, unplaced: 0 }
  refuseUnreadable(order)
  const now = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    await holdOrders(tx, userId, marketplace)
    const before = new Map(
      (await linesOfOrder(tx, userId, { marketplace, orderId: order.orderId })).map((line) => [
        line.lineId,
        line,
      ]),
    )
    const isOlder = [...before.values()].some(({ changedAt }) => changedAt > order.changedAt)
    if (isOlder) return
    const shown = keepsBuyer(order, now) ? order : { ...order, buyer: null, shipTo: null }
    for (const line of order.lines) await putLine(tx, userId, { marketplace, order: shown, line, now })
    for (const line of await linesOfOrder(tx, userId, { marketplace, orderId: order.orderId })) {
      const known = before.get(line.lineId) ?? null
      if (line.saleId !== null) await moveSale(deps, tx, userId, known, line)
      else if (!line.isLeftOut && isSale(line)) {
        const item = await itemOfLine(deps, tx, userId, line)
        if (item === null) {
          taken.unplaced++
          await putFinding(tx, userId, marketplace, notInStock(line), { state: 'open', now })
        } else {
          await sellLine(deps, tx, userId, { line, item, seller })
          taken.sales++
        }
      }
    }
    await settleOrder(deps, tx, userId, { marketplace, orderId: order.orderId, seller })
    await endMailQuestions(tx, userId, { marketplace, orderId: order.orderId, now })
    // The same again is read each few minutes, and tells nobody anything.
    const isSame =
      before.size > 0 && [...before.values()].every(({ changedAt }) => +changedAt === +order.changedAt)
    if (isSame) return
    const itemIds: number[] = []
    for (const { saleId } of await linesOfOrder(tx, userId, { marketplace, orderId: order.orderId }))
      if (saleId !== null) itemIds.push((await getSale(tx, userId, saleId))!.itemId)
    await tellChanged(tx, userId, itemIds)
  })
  return taken
}

export const notInStock = ({ id, marketplace, title, orderId }: StoredLine): Finding => ({
  ...{ kind: 'order-not-in-stock', key: `${marketplace} not in stock ${id}`, orderLineId: id },
  params: { title, order: orderId },
})

const keepsBuyer = ({ createdAt, changedAt }: OrderThere, now: Date) =>
  now.getTime() - Math.max(createdAt.getTime(), changedAt.getTime()) < buyerKeptDays * dayMs

/** What cannot be counted is not guessed: it is told as a problem of the reading, and read again. */
function refuseUnreadable({ orderId, lines, feeCurrency, feeCents }: OrderThere): void {
  const amounts = lines.flatMap((line) => [
    ...[line.priceCents, line.shippingPaidCents, line.taxCents, line.refundedCents],
  ])
  const currencies = [...lines.map(({ currency }) => currency), ...(feeCents === null ? [] : [feeCurrency])]
  const isReadable =
    [...amounts, feeCents ?? 0].every((cents) => Number.isSafeInteger(cents) && cents >= 0) &&
    lines.every(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0) &&
    currencies.every((currency) => currency !== null && currencyProblem(currency) === null)
  if (!isReadable)
    throw new AppError({
      ...{ code: 'order-unreadable', status: 502 },
      message: `Order ${orderId} has an amount, number or currency that cannot be counted: look at it on the marketplace. Nothing of it was booked.`,
    })
}

/** The thing that a line is of: by our SKU, else by a post whose ad it names. */
async function itemOfLine(
  { postingPlaces }: OrderDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  line: StoredLine,
): Promise<StoredItem | null> {
  const { sku, remoteListingId } = line
  const bySku = sku === null ? null : await itemBySku(tx, userId, sku)
  if (bySku !== null) return holdItem(tx, userId, bySku.id)
  if (remoteListingId === null) return null
  const post = await postOfListing(tx, userId, adOf(postingPlaces, line))
  return post === null ? null : holdItem(tx, userId, post.itemId)
}

/** A line becomes a sale of that thing, or is the sale that the person wrote down before. */
export async function sellLine(
  deps: OrderDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  { line, item, seller }: { line: StoredLine; item: StoredItem; seller: SellerNow },
): Promise<number> {
  const { marketplace, orderId, lineId, quantity, currency } = line
  const fees = seller.feesOf({
    ...{ marketplace, category: item.category, currency, delivery: 'shipped' },
    day: seller.dayOf(line.orderedAt),
    priceCents: line.priceCents + line.shippingPaidCents,
  })
  const expected = {
    expectedFeeCents: fees?.feeCents ?? null,
    expectedPaymentCents: fees?.paymentCents ?? null,
  }
  const reference = referenceOf(line)
  const told = await toldBefore(tx, userId, line, item)
  if (told !== null) {
    await placeLine(tx, userId, line.id, { saleId: told.id, ...expected })
    await moveSale(deps, tx, userId, null, { ...line, saleId: told.id })
    return told.id
  }
  const ad = adOf(deps.postingPlaces, line)
  const post = await postOfListing(tx, userId, { ...ad, itemId: item.id })
  const saleId = await writeSale(deps, tx, userId, {
    item,
    sale: {
      ...{ postId: post?.id ?? null, marketplace, reference, quantity, note: null },
      ...{ state: saleStateAfter(null, null, line), soldOn: seller.dayOf(line.orderedAt) },
    },
    // They follow of the order: settleOrder writes them.
    amounts: [],
  })
  if (saleId === null)
    throw new AppError({
      ...{ code: 'sale-of-another-item', status: 409 },
      message: `Order ${orderId}, line ${lineId} is in your books as the sale of another item: correct that sale's reference.`,
    })
  await placeLine(tx, userId, line.id, { saleId, ...expected })
  return saleId
}

/** An order's line is a sale of its own. */
export const referenceOf = ({ orderId, lineId }: StoredLine) => `${orderId} ${lineId}`.slice(0, 200)

/** The person wrote it down themselves, under the order's number. */
async function toldBefore(
  tx: Tx,
  userId: Authorized<'write'>,
  line: StoredLine,
  item: StoredItem,
): Promise<StoredSale | null> {
  const { marketplace, orderId } = line
  for (const reference of [referenceOf(line), orderId, `${orderId} ${item.sku}`]) {
    const sale = await saleByReference(tx, userId, { marketplace, reference })
    if (sale !== null && sale.itemId === item.id && (await lineOfSale(tx, userId, sale.id, line)) === null)
      return sale
  }
  return null
}

/** Another line of the order that is this sale already. */
async function lineOfSale(
  tx: Tx,
  userId: Authorized<'write'>,
  saleId: number,
  { marketplace, orderId }: StoredLine,
): Promise<StoredLine | null> {
  const lines = await linesOfOrder(tx, userId, { marketplace, orderId })
  return lines.find((line) => line.saleId === saleId) ?? null
}

/** How the ad of a line is found. */
function adOf(places: OrderDeps['postingPlaces'], { marketplace, remoteListingId: listingId }: StoredLine) {
  const place = places.get(marketplace)
  const url = listingId === null ? undefined : place?.posting.adByNumber?.replace('{number}', listingId)
  return { marketplace, listingId, urls: url === undefined ? [] : [url, place!.adAt(url) ?? url] }
}

/** What the marketplace shows of a line moves its sale; what comes back into stock may be sold again. */
async function moveSale(
  deps: OrderDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  before: StoredLine | null,
  line: StoredLine,
): Promise<void> {
  const known = (await getSale(tx, userId, line.saleId!))!
  const item = (await holdItem(tx, userId, known.itemId))!
  const sale = (await getSale(tx, userId, line.saleId!))!
  const state = saleStateAfter(sale.state, before, line)
  if (state === sale.state) return
  const now = deps.clock.now()
  await updateSale(tx, userId, { ...sale, state, updatedAt: now })
  if (state === 'cancelled' && !sale.isReturned) await keepInStock(tx, userId, item, sale.quantity, now)
  else if (sale.state === 'cancelled' && !sale.isReturned) {
    const { id: saleId, postId, marketplace, quantity } = sale
    await endSoldOut(deps, tx, userId, { item, saleId, postId, marketplace, quantity })
  }
}

/** A line that could not be placed becomes a sale of a thing that the person names. */
export async function placeByHand(
  deps: OrderDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  { lineId, itemId }: { lineId: number; itemId: number },
): Promise<number | null> {
  const found = await getLine(tx, userId, lineId)
  if (found === null) return null
  await holdOrders(tx, userId, found.marketplace)
  const line = (await getLine(tx, userId, lineId))!
  const item = await holdItem(tx, userId, itemId)
  if (item === null || line.saleId !== null) return line.saleId
  const seller = await sellerNow(deps, userId)
  const saleId = await sellLine(deps, tx, userId, { line, item, seller })
  await settleOrder(deps, tx, userId, { ...line, seller })
  await endFindings(tx, userId, line.id, deps.clock.now())
  return saleId
}
