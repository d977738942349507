import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import { badInput, conflict, notFound } from '../core/errors.ts'
import { currencyProblem } from '../core/money.ts'
import { page, turnOf } from '../core/paging.ts'
import { adAddress } from './ads/ad-address.ts'
import { lowerApiQuantity, standsAnywhere } from './api-posts/post-store.ts'
import { endByHand } from './api-posts/wishes.ts'
import type { SellDeps } from './deps.ts'
import {
  askToEnd,
  countItems,
  deleteItem,
  freeSku,
  getItem,
  getPost,
  hasSales,
  holdItem,
  holdPost,
  insertItem,
  insertPost,
  keepUp,
  listItems,
  postsOf,
  type StoredItem,
  type StoredPost,
  updateItem,
  updatePost,
} from './item-store.ts'
import { costOfGoodsKinds } from './money-kinds.ts'
import { type ProfitSums, profitOfItems } from './profit-store.ts'
import { insertMoney, moneyOf, type StoredMoney } from './sale-store.ts'
import type { ItemInput, ItemPatch, ItemQuery, ItemView, PostInput, PostPatch, PostView } from './schema.ts'
import { itemState } from './states.ts'
import { tellChanged } from './tell-changed.ts'

export const itemsMax = 100_000

export async function addItem(
  deps: SellDeps,
  userId: Authorized<'write'>,
  input: ItemInput,
  /** Left out: one of ours. */
  sku?: string,
): Promise<ItemView> {
  const deal = input.listingId === undefined ? null : await deps.dealOf(userId, input.listingId)
  if (input.listingId !== undefined && deal === null) throw notFound('listing')
  const title = input.title ?? deal!.title
  const currency = input.currency ?? deal?.currency ?? null
  const costCents = input.costCents === undefined ? (deal?.priceCents ?? null) : input.costCents
  const shippingCents =
    input.shippingInCents === undefined ? (deal?.shippingCents ?? null) : input.shippingInCents
  if (currency === null && (costCents !== null || shippingCents !== null))
    throw badInput('Say in which currency you paid: the deal does not tell.', {
      currency: 'is missing: USD, EUR, GBP …',
    })
  checkCurrency(currency)
  const today = await deps.today(userId)
  const boughtOn = input.boughtOn === undefined ? today : input.boughtOn
  const now = deps.clock.now()
  const { quantity, details, defects, included, note } = input
  return deps.db.transaction(async (tx) => {
    const count = await countItems(tx, userId)
    if (count >= itemsMax)
      throw conflict('too-many-items', `You have ${itemsMax} items, which is the most: delete some of them.`)
    const id = await insertItem(tx, {
      ...{ userId, title, quantity, details, defects, included, note, boughtOn, aside: null },
      ...{ createdAt: now, updatedAt: now },
      sku: sku ?? (await freeSku(tx, userId)),
      category: input.category ?? deal?.category ?? deps.categoryOf(title),
      brand: input.brand === undefined ? (deal?.brand ?? null) : input.brand,
      condition: input.condition === undefined ? (deal?.condition ?? null) : input.condition,
      listingId: input.listingId ?? null,
      predictedCents: deal?.predicted?.cents ?? null,
      predictedCurrency: deal?.predicted?.currency ?? null,
    })
    const costs = [
      { kind: 'cost-of-goods', cents: costCents },
      { kind: 'shipping-in', cents: shippingCents },
    ] as const
    await insertMoney(
      tx,
      userId,
      costs.flatMap(({ kind, cents }) =>
        cents === null || (cents === 0 && kind === 'shipping-in')
          ? []
          : [
              {
                ...{ itemId: id, saleId: null, kind, cents, currency: currency!, note: null },
                ...{ onDate: boughtOn ?? today, source: 'typed' as const },
              },
            ],
      ),
      now,
    )
    await tellChanged(tx, userId, [id])
    return shownItem(tx, userId, id)
  })
}

export function checkCurrency(currency: string | null): void {
  const problem = currencyProblem(currency)
  if (problem !== null) throw badInput(problem, { currency: problem })
}

export async function changeItem(
  deps: SellDeps,
  userId: Authorized<'write'>,
  id: number,
  patch: ItemPatch,
): Promise<ItemView> {
  return deps.db.transaction(async (tx) => {
    const stored = await holdItem(tx, userId, id)
    if (stored === null) throw notFound('item')
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    const now = deps.clock.now()
    const item: StoredItem = { ...stored, ...given, updatedAt: now }
    await updateItem(tx, item)
    // What is no longer to be had is to be taken down, and what is again need not be.
    if (isForSale(stored) && !isForSale(item))
      await askToEnd(tx, userId, { itemId: id, soldBy: null, at: now, because: 'aside' })
    if (!isForSale(stored) && isForSale(item)) await keepUp(tx, userId, id, now)
    if (isForSale(item) && item.quantity < stored.quantity)
      await lowerApiQuantity(tx, userId, {
        ...{ itemId: id, soldBy: null, at: now },
        left: item.quantity - item.soldQuantity,
      })
    await tellChanged(tx, userId, [id])
    return shownItem(tx, userId, id)
  })
}

const isForSale = ({ quantity, soldQuantity, aside }: StoredItem) => soldQuantity < quantity && aside === null

/** What was sold stays in the books: such an item cannot go. */
export async function removeItem(deps: SellDeps, userId: Authorized<'write'>, id: number): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if ((await holdItem(tx, userId, id)) === null) throw notFound('item')
    if (await hasSales(tx, userId, id))
      throw conflict(
        'item-has-sales',
        'It has sales, which stay in your books: set it aside as kept or lost instead.',
      )
    if (await standsAnywhere(tx, userId, id))
      throw conflict(
        'item-is-posted',
        'Its ad stands on a marketplace and was posted from here: end it first.',
      )
    await deleteItem(tx, userId, id)
    await tellChanged(tx, userId, [id])
  })
}

export async function oneItem(deps: SellDeps, userId: Authorized<'read'>, id: number): Promise<ItemView> {
  return shownItem(deps.db, userId, id)
}

export async function shownItem(sql: Sql, userId: Authorized<'read'>, id: number): Promise<ItemView> {
  const stored = await getItem(sql, userId, id)
  if (stored === null) throw notFound('item')
  return (await itemViews(sql, userId, [stored]))[0]!
}

export async function itemPage(deps: SellDeps, userId: Authorized<'read'>, query: ItemQuery) {
  const turn = turnOf(`items ${query.state ?? ''}`, query, ['number'])
  const rows = await listItems(deps.db, userId, {
    state: query.state ?? null,
    search: query.q?.trim() || null,
    from: turn.at && { id: turn.at[0], isBack: turn.isBack },
    limit: query.limit + 1,
  })
  const views = new Map((await itemViews(deps.db, userId, rows)).map((view) => [view.id, view]))
  return page(
    rows,
    turn,
    (row) => [row.id],
    (row) => views.get(row.id)!,
  )
}

async function itemViews(
  sql: Sql,
  userId: Authorized<'read'>,
  items: readonly StoredItem[],
): Promise<ItemView[]> {
  if (items.length === 0) return []
  const itemIds = items.map(({ id }) => id)
  const posts = Map.groupBy(await postsOf(sql, userId, itemIds), ({ itemId }) => itemId)
  const profits = Map.groupBy(await profitOfItems(sql, userId, itemIds), ({ itemId }) => itemId)
  const money = Map.groupBy(await moneyOf(sql, userId, { itemIds }), ({ itemId }) => itemId)
  return items.map((item) => ({
    id: item.id,
    sku: item.sku,
    title: item.title,
    category: item.category,
    brand: item.brand,
    condition: item.condition,
    details: item.details,
    defects: item.defects,
    included: item.included,
    note: item.note,
    quantity: item.quantity,
    soldQuantity: item.soldQuantity,
    state: itemState(item),
    listingId: item.listingId,
    boughtOn: item.boughtOn,
    cost: costOf(money.get(item.id) ?? []),
    profit: (profits.get(item.id) ?? []).map(({ itemId: _, ...sums }): ProfitSums => sums),
    predicted:
      item.predictedCents === null || item.predictedCurrency === null
        ? null
        : { cents: item.predictedCents, currency: item.predictedCurrency },
    posts: (posts.get(item.id) ?? []).map(postView),
    createdAt: item.createdAt.toISOString(),
    updatedAt: item.updatedAt.toISOString(),
  }))
}

function costOf(rows: readonly StoredMoney[]): ItemView['cost'] {
  const kinds: ReadonlySet<string> = new Set(costOfGoodsKinds)
  const costs = rows.filter(({ kind }) => kinds.has(kind))
  return [...Map.groupBy(costs, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    cents: own.reduce((sum, { cents }) => sum + cents, 0),
  }))
}

export function postView(post: StoredPost): PostView {
  return {
    ...{ id: post.id, itemId: post.itemId, marketplace: post.marketplace, url: post.url },
    ...{ priceCents: post.priceCents, currency: post.currency, state: post.state, via: post.via },
    listedAt: post.listedAt.toISOString(),
    checkedAt: post.checkedAt?.toISOString() ?? null,
    endAskedAt: post.endAskedAt?.toISOString() ?? null,
    endedAt: post.endedAt?.toISOString() ?? null,
  }
}

/** That it stands on a marketplace now. */
export async function addPost(
  deps: SellDeps,
  userId: Authorized<'write'>,
  itemId: number,
  input: PostInput,
): Promise<ItemView> {
  checkCurrency(input.currency)
  const url = input.url === null ? null : adAddress(deps, input.marketplace, input.url)
  return deps.db.transaction(async (tx) => {
    const item = await holdItem(tx, userId, itemId)
    if (item === null) throw notFound('item')
    if (item.soldQuantity >= item.quantity)
      throw conflict(
        'item-sold',
        'It is sold: nothing of it is left to be listed. Raise its quantity if you have more.',
      )
    await insertPost(tx, userId, { ...input, url, itemId, listedAt: deps.clock.now(), via: 'person' })
    await tellChanged(tx, userId, [itemId])
    return shownItem(tx, userId, itemId)
  })
}

export async function changePost(
  deps: SellDeps,
  userId: Authorized<'write'>,
  id: number,
  patch: PostPatch,
): Promise<ItemView> {
  checkCurrency(patch.currency ?? null)
  return deps.db.transaction(async (tx) => {
    // The item first, as a sale does.
    const known = await getPost(tx, userId, id)
    const item = known && (await holdItem(tx, userId, known.itemId))
    const stored = item && (await holdPost(tx, userId, id))
    if (!item || !stored) throw notFound('post')
    if (stored.via === 'api') {
      await endByHand(tx, userId, { post: stored, isEnded: patch.ended === true, at: deps.clock.now() })
      return shownItem(tx, userId, stored.itemId)
    }
    const { ended, stillThere, ...given } = patch
    const changed = { ...stored, ...given }
    if (patch.url != null) changed.url = adAddress(deps, stored.marketplace, patch.url)
    if (stillThere) changed.checkedAt = deps.clock.now()
    if (changed.priceCents !== null && changed.currency === null)
      throw badInput('Say in which currency the price is.', {
        currency: 'goes with a price: USD, EUR, GBP …',
      })
    if (ended === true) Object.assign(changed, { state: 'ended', endedAt: deps.clock.now() })
    if (ended === false)
      Object.assign(changed, {
        ...{ state: item.soldQuantity >= item.quantity ? 'end-asked' : 'live', endedAt: null },
        endAskedAt: item.soldQuantity >= item.quantity ? deps.clock.now() : null,
      })
    await updatePost(tx, userId, changed)
    await tellChanged(tx, userId, [stored.itemId])
    return shownItem(tx, userId, stored.itemId)
  })
}
