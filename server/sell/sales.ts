import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import { badInput, conflict, notFound } from '../core/errors.ts'
import { page, turnOf } from '../core/paging.ts'
import { dueOf } from './ads/due.ts'
import { endTaskAfterMs } from './api-posts/machine.ts'
import { lowerApiQuantity } from './api-posts/post-store.ts'
import type { FeesOf, SellDeps } from './deps.ts'
import {
  askToEnd,
  holdItem,
  holdPost,
  keepUp,
  livePosts,
  postsOf,
  postsToEnd,
  type StoredItem,
} from './item-store.ts'
import { checkCurrency, postView } from './items.ts'
import { feeKinds, signOf } from './money-kinds.ts'
import { ordersOfSales } from './orders/order-views.ts'
import { endMailQuestions } from './reconcile/finding-store.ts'
import {
  getSale,
  insertMoney,
  insertSale,
  listSales,
  moneyOf,
  oversold,
  type StoredMoney,
  type StoredSale,
  saleByReference,
  saleOfOrder,
  toShip,
  updateSale,
} from './sale-store.ts'
import type { SaleInput, SalePatch, SaleQuery, SaleView } from './schema.ts'
import { nextSaleStates } from './states.ts'
import type { SellTasks } from './task-schema.ts'
import { tellChanged } from './tell-changed.ts'

export type Amount = Pick<StoredMoney, 'kind' | 'cents' | 'source'>

/**
 * Writes a sale down: itself, its money, and of a thing that is sold out with it that its other posts are to be taken
 * down, in one transaction. The same order number again is the same sale, and changes nothing. More sold than there are
 * is written down too: it happened.
 */
export async function recordSale(
  deps: SellDeps,
  userId: Authorized<'write'>,
  input: SaleInput,
): Promise<SaleView> {
  checkCurrency(input.currency)
  const today = await deps.today(userId)
  const feesOf = input.feeCents === undefined ? await deps.feesOf(userId) : null
  return deps.db.transaction(async (tx) => {
    const item = await holdItem(tx, userId, input.itemId)
    if (item === null) throw notFound('item')
    const postId = input.postId ?? (await onlyPostOn(tx, userId, item.id, input.marketplace!))
    const post = postId === null ? null : await holdPost(tx, userId, postId)
    if (input.postId !== undefined && post?.itemId !== item.id) throw notFound('post')
    const marketplace = post?.marketplace ?? input.marketplace!
    const { reference, quantity, state, note } = input
    const soldOn = input.soldOn ?? today
    if (reference !== null) {
      // A mail or the marketplace told it before, line by line.
      const told = await saleOfOrder(tx, userId, { marketplace, orderId: reference, itemId: item.id })
      if (told !== null) return shownSale(tx, userId, told.id)
      await endMailQuestions(tx, userId, { marketplace, orderId: reference, now: deps.clock.now() })
    }
    const id = await writeSale(deps, tx, userId, {
      item,
      sale: { postId: post?.id ?? null, marketplace, reference, quantity, state, soldOn, note },
      amounts: amountsOf(input, feesOfSale({ ...input, soldOn }, feesOf, marketplace, item)).map(
        (amount) => ({
          ...{ ...amount, currency: input.currency },
        }),
      ),
    })
    if (id === null) return knownSale(tx, userId, { marketplace, reference: reference!, itemId: item.id })
    return shownSale(tx, userId, id)
  })
}

/**
 * A sale of an item that the transaction holds: itself, its money, that the thing's other posts are to be taken down where
 * none is left, and that its seller is told. Its id; null = there is a sale with that reference.
 */
export async function writeSale(
  deps: SellDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  {
    item,
    sale,
    amounts,
  }: {
    item: StoredItem
    sale: Pick<StoredSale, 'postId' | 'marketplace' | 'reference' | 'quantity' | 'state' | 'soldOn' | 'note'>
    amounts: readonly (Amount & { currency: string })[]
  },
): Promise<number | null> {
  const now = deps.clock.now()
  const { postId, marketplace, quantity, soldOn } = sale
  const id = await insertSale(tx, userId, { ...sale, itemId: item.id, createdAt: now, updatedAt: now })
  if (id === null) return null
  await insertMoney(
    tx,
    userId,
    amounts.map((amount) => ({ ...amount, itemId: item.id, saleId: id, onDate: soldOn, note: null })),
    now,
  )
  await endSoldOut(deps, tx, userId, { item, saleId: id, postId, marketplace, quantity })
  await tellChanged(tx, userId, [item.id])
  return id
}

/** What units that are sold now leave to do: posts of what is sold out are to be taken down, and its seller is told. */
export async function endSoldOut(
  deps: SellDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  sold: { item: StoredItem; saleId: number; postId: number | null; marketplace: string; quantity: number },
): Promise<void> {
  const { item, postId, saleId, quantity } = sold
  const post = { itemId: item.id, soldBy: postId, at: deps.clock.now() }
  if (item.soldQuantity + quantity >= item.quantity)
    await askToEnd(tx, userId, { ...post, because: `sale ${saleId}` })
  else await lowerApiQuantity(tx, userId, { ...post, left: item.quantity - item.soldQuantity - quantity })
  await tellOf(deps, tx, userId, sold)
}

/** Units of an item that are in stock again: what is not sold out need not be taken down. */
export async function keepInStock(
  tx: Tx,
  userId: Authorized<'write'>,
  item: StoredItem,
  quantity: number,
  now: Date,
): Promise<void> {
  if (item.aside === null && item.soldQuantity - quantity < item.quantity)
    await keepUp(tx, userId, item.id, now)
}

/** What this sale leaves to do, and no other did before it. */
async function tellOf(
  deps: SellDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  {
    item,
    saleId,
    marketplace,
    quantity,
  }: { item: StoredItem; saleId: number; marketplace: string; quantity: number },
): Promise<void> {
  const isLast = item.soldQuantity < item.quantity && item.soldQuantity + quantity >= item.quantity
  const posts = isLast ? await postsOf(tx, userId, [item.id]) : []
  await deps.tellSold(tx, {
    ...{ userId, title: item.title, saleId, marketplace },
    // What was posted by an API ends by itself.
    ends: posts.filter(({ state, via }) => state === 'end-asked' && via === 'person'),
    tooMany: Math.max(0, item.soldQuantity + quantity - item.quantity),
  })
}

/** Who says only where it sold means the one post that stands there. */
async function onlyPostOn(
  tx: Tx,
  userId: Authorized<'read'>,
  itemId: number,
  marketplace: string,
): Promise<number | null> {
  const there = (await postsOf(tx, userId, [itemId])).filter(
    (post) => post.marketplace === marketplace && post.state !== 'ended',
  )
  return there.length === 1 ? there[0]!.id : null
}

async function knownSale(
  tx: Tx,
  userId: Authorized<'read'>,
  { itemId, ...by }: { marketplace: string; reference: string; itemId: number },
): Promise<SaleView> {
  const known = (await saleByReference(tx, userId, by))!
  if (known.itemId !== itemId)
    throw conflict(
      'sale-of-another-item',
      `Order ${by.reference} of ${by.marketplace} is known as the sale of another item (${known.title}): give each item of an order a reference of its own, such as ${by.reference}-2.`,
    )
  return shownSale(tx, userId, known.id)
}

/** What the marketplace takes, as typed or by the fees of that day; none where nothing is known of them. */
function feesOfSale(
  input: SaleInput & { soldOn: string },
  feesOf: FeesOf | null,
  marketplace: string,
  { category }: StoredItem,
): Amount[] {
  if (input.feeCents === null) return []
  if (input.feeCents !== undefined)
    return [{ kind: 'marketplace-fee', cents: input.feeCents, source: 'typed' }]
  return feesByRule(feesOf!, {
    ...{ marketplace, category, currency: input.currency, delivery: input.delivery },
    day: input.soldOn,
    priceCents: input.priceCents + input.shippingPaidCents,
  })
}

/** What the marketplace takes by the fees of that day; none where nothing is known of them. */
export function feesByRule(feesOf: FeesOf, sale: Parameters<FeesOf>[0]): Amount[] {
  const fees = feesOf(sale)
  if (fees === null) return []
  return [
    { kind: 'marketplace-fee', cents: fees.feeCents, source: 'rule' },
    ...(fees.paymentCents > 0
      ? [{ kind: 'payment-fee', cents: fees.paymentCents, source: 'rule' } as const]
      : []),
  ]
}

function amountsOf(input: SaleInput, fees: Amount[]): Amount[] {
  const typed = (kind: Amount['kind'], cents: number): Amount[] =>
    cents > 0 ? [{ kind, cents, source: 'typed' }] : []
  return [
    { kind: 'item-price', cents: input.priceCents, source: 'typed' },
    ...typed('shipping-paid', input.shippingPaidCents),
    ...fees,
    ...typed('label', input.labelCents),
    ...typed('packaging', input.packagingCents),
  ]
}

/** What is cancelled or refunded goes back as rows of its own: nothing that was booked is taken out of the books. */
export async function changeSale(
  deps: SellDeps,
  userId: Authorized<'write'>,
  id: number,
  patch: SalePatch,
): Promise<SaleView> {
  const today = await deps.today(userId)
  const now = deps.clock.now()
  return deps.db.transaction(async (tx) => {
    const known = await getSale(tx, userId, id)
    if (known === null) throw notFound('sale')
    const item = (await holdItem(tx, userId, known.itemId))!
    const sale = (await getSale(tx, userId, id))!
    const state = patch.state ?? sale.state
    const isNew = state !== sale.state
    if (isNew && !nextSaleStates(sale.state).includes(state))
      throw conflict('sale-state', `A sale that is ${sale.state} cannot become ${state}.`)
    // Where the marketplace paid back, only the person knows whether the thing came back, and later.
    const isTooEarly = patch.returned !== undefined && state !== 'refunded'
    if (isTooEarly || (patch.refundCents !== undefined && !(isNew && state === 'refunded')))
      throw badInput('A refund, and that the thing came back, go with the state refunded.', {
        state: 'give refunded',
      })
    const isReturned = sale.isReturned || patch.returned === true
    const note = patch.note === undefined ? sale.note : patch.note
    await updateSale(tx, userId, { ...sale, state, isReturned, note, updatedAt: now })
    if (isNew && (state === 'cancelled' || state === 'refunded')) {
      const money = await moneyOf(tx, userId, { saleIds: [id] })
      const back = goesBack(sale, money, state === 'refunded' ? patch.refundCents : undefined)
      await insertMoney(
        tx,
        userId,
        back.map((row) => ({ ...row, itemId: item.id, saleId: id, onDate: today, note: null })),
        now,
      )
    }
    if ((isNew && state === 'cancelled') || isReturned !== sale.isReturned)
      await keepInStock(tx, userId, item, sale.quantity, now)
    await tellChanged(tx, userId, [item.id])
    return shownSale(tx, userId, id)
  })
}

/** The buyer's money, and the fees that a rule had put down where all of it goes. */
function goesBack(
  { id }: StoredSale,
  money: readonly StoredMoney[],
  refundCents: number | undefined,
): Pick<StoredMoney, 'kind' | 'cents' | 'currency' | 'source'>[] {
  const price = money.find(({ kind }) => kind === 'item-price')
  if (price === undefined) return []
  const { currency } = price
  const sum = (kinds: readonly string[], by?: string) =>
    money
      .filter(
        (row) => kinds.includes(row.kind) && row.currency === currency && (by ?? row.source) === row.source,
      )
      .reduce((total, { cents }) => total + cents, 0)
  const paid = sum(['item-price', 'shipping-paid'])
  const already = sum(['refund'])
  const most = Math.max(0, paid - already)
  const refund = refundCents ?? most
  if (refund > most)
    throw badInput(`No more than was paid can go back for sale ${id}.`, {
      refundCents: `is more than the ${most} that are left of what was paid`,
    })
  const fees = refund === most ? sum(feeKinds, 'rule') : 0
  return [
    ...(refund > 0 ? [{ kind: 'refund', cents: refund, currency, source: 'typed' } as const] : []),
    ...(fees > 0 ? [{ kind: 'fee-credit', cents: fees, currency, source: 'rule' } as const] : []),
  ]
}

export async function salePage(deps: SellDeps, userId: Authorized<'read'>, query: SaleQuery) {
  const turn = turnOf(`sales ${query.itemId ?? ''} ${query.state ?? ''}`, query, ['string', 'number'])
  const rows = await listSales(deps.db, userId, {
    ...{ itemId: query.itemId ?? null, state: query.state ?? null, limit: query.limit + 1 },
    from: turn.at && { soldOn: turn.at[0], id: turn.at[1], isBack: turn.isBack },
  })
  const views = new Map((await saleViews(deps.db, userId, rows)).map((view) => [view.id, view]))
  return page(
    rows,
    turn,
    (row) => [row.soldOn, row.id],
    (row) => views.get(row.id)!,
  )
}

export async function oneSale(deps: SellDeps, userId: Authorized<'read'>, id: number): Promise<SaleView> {
  return shownSale(deps.db, userId, id)
}

async function shownSale(sql: Sql, userId: Authorized<'read'>, id: number): Promise<SaleView> {
  const stored = await getSale(sql, userId, id)
  if (stored === null) throw notFound('sale')
  return (await saleViews(sql, userId, [stored]))[0]!
}

async function saleViews(
  sql: Sql,
  userId: Authorized<'read'>,
  stored: readonly StoredSale[],
): Promise<SaleView[]> {
  if (stored.length === 0) return []
  const saleIds = stored.map(({ id }) => id)
  const money = Map.groupBy(await moneyOf(sql, userId, { saleIds }), ({ saleId }) => saleId)
  const orders = await ordersOfSales(sql, userId, saleIds, money)
  return stored.map(({ category: _, createdAt, updatedAt, ...sale }) => {
    const rows = money.get(sale.id) ?? []
    return {
      ...sale,
      next: [...nextSaleStates(sale.state)],
      money: rows,
      net: [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, own]) => ({
        currency,
        cents: own.reduce((sum, { kind, cents }) => sum + signOf(kind) * cents, 0),
      })),
      feesFrom: rows.find(({ kind }) => (feeKinds as readonly string[]).includes(kind))?.source ?? null,
      ...orders(sale.id),
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    }
  })
}

const tasksMax = 200

export async function sellTasks(deps: SellDeps, userId: Authorized<'read'>): Promise<SellTasks> {
  const ends = await postsToEnd(deps.db, userId, {
    ...{ limit: tasksMax, apiSince: new Date(deps.clock.now().getTime() - endTaskAfterMs) },
  })
  const over = await oversold(deps.db, userId, tasksMax)
  const ship = await toShip(deps.db, userId, tasksMax)
  const live = await livePosts(deps.db, userId, tasksMax)
  return {
    toCheck: live.flatMap(({ title, ...post }) => {
      const due = dueOf(post, deps.postingPlaces.get(post.marketplace)?.posting ?? null, deps.clock.now())
      return due === null ? [] : [{ ...postView(post), title, ...due }]
    }),
    toEnd: ends.map(({ title, ...post }) => ({ ...postView(post), title })),
    oversold: over.map((one) => ({
      ...one,
      message: `Hello, I am sorry: "${one.title}" was sold elsewhere a moment before your order, and I have no other. I cancel the order, and you get all of your money back.`,
    })),
    // What may be called off is not to be sent before that is decided.
    toShip: ship
      .filter(({ id }) => !over.some(({ saleId }) => saleId === id))
      .map(({ id, itemId, title, marketplace, soldOn }) => ({
        ...{ saleId: id, itemId, title, marketplace, soldOn },
      })),
  }
}
