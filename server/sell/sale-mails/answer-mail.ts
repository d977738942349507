import type { Authorized } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { badInput, notFound } from '../../core/errors.ts'
import type { FeesOf, SellDeps } from '../deps.ts'
import { holdItem, postsOf } from '../item-store.ts'
import { checkCurrency } from '../items.ts'
import type { FindingPatch } from '../orders/order-schema.ts'
import { holdOrders } from '../orders/order-store.ts'
import { holdFinding, type StoredFinding, settleFinding } from '../reconcile/finding-store.ts'
import { getSale, insertMoney, moneyOf, saleOfOrder } from '../sale-store.ts'
import { tellChanged } from '../tell-changed.ts'
import { bookMail, mailAmounts, priceIn } from './take-sale-mail.ts'

/**
 * The person says what a mail left open: which thing sold, or what was paid. Sale and answer are one transaction, so that an
 * answer that is given twice is one sale.
 */
export async function answerMail(
  deps: SellDeps,
  userId: Authorized<'write'>,
  id: number,
  { itemId, priceCents, currency }: Omit<FindingPatch, 'state'>,
): Promise<StoredFinding> {
  if (currency !== undefined) checkCurrency(currency)
  const price =
    priceCents === undefined || priceCents === 0 ? null : { cents: priceCents, currency: currency! }
  const feesOf = await deps.feesOf(userId)
  return deps.db.transaction(async (tx) => {
    const asked = await holdFinding(tx, userId, id)
    if (asked === null) throw notFound('finding')
    // In the order in which mails and polls hold them.
    await holdOrders(tx, userId, asked.marketplace)
    if (asked.state === 'open') {
      if (asked.kind === 'mail-sale') await sell(deps, tx, userId, { asked, itemId, price, feesOf })
      else await addPrice(deps, tx, userId, { asked, price, feesOf })
      await settleFinding(tx, userId, id, { state: 'repaired', now: deps.clock.now() })
    }
    return (await holdFinding(tx, userId, id))!
  })
}

type Price = { cents: number; currency: string } | null

async function sell(
  deps: SellDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  { asked, itemId, price, feesOf }: { asked: StoredFinding; itemId?: number; price: Price; feesOf: FeesOf },
): Promise<void> {
  const { marketplace, params } = asked
  const meant = itemId ?? asked.itemId
  if (meant === null)
    throw badInput('Say which thing of yours it is that sold.', { itemId: 'is the id of a thing' })
  const item = await holdItem(tx, userId, meant)
  if (item === null) throw notFound('item')
  const orderId = params.order === null ? null : String(params.order)
  if (orderId !== null && (await saleOfOrder(tx, userId, { marketplace, orderId, itemId: item.id })) !== null)
    return
  const there = (await postsOf(tx, userId, [item.id])).filter(
    (post) => post.marketplace === marketplace && post.state !== 'ended',
  )
  const post = there.length === 1 ? there[0]! : null
  const told = priceTold(params, post?.currency ?? null)
  await bookMail(deps, tx, userId, {
    ...{ marketplace, item, title: String(params.title), orderId, feesOf },
    ...{ quantity: Number(params.quantity ?? 1), soldOn: String(params.soldOn), postId: post?.id ?? null },
    price: price ?? told,
  })
}

/** What the mail said, where its currency is certain by now. */
function priceTold({ priceCents, currency }: StoredFinding['params'], adCurrency: string | null): Price {
  if (typeof priceCents !== 'number') return null
  return priceIn({ priceCents, currency: typeof currency === 'string' ? currency : null }, adCurrency).price
}

async function addPrice(
  deps: SellDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  { asked, price, feesOf }: { asked: StoredFinding; price: Price; feesOf: FeesOf },
): Promise<void> {
  if (price === null) throw badInput('Say what was paid.', { priceCents: 'is an amount in cents' })
  const known = asked.saleId === null ? null : await getSale(tx, userId, asked.saleId)
  if (known === null) throw notFound('sale')
  const item = (await holdItem(tx, userId, known.itemId))!
  const money = await moneyOf(tx, userId, { saleIds: [known.id] })
  if (money.some(({ kind }) => kind === 'item-price')) return
  const { id: saleId, marketplace, soldOn } = known
  const amounts = mailAmounts(feesOf, { marketplace, item, soldOn, price })
  await insertMoney(
    tx,
    userId,
    amounts.map((amount) => ({
      ...{ ...amount, itemId: item.id, saleId, onDate: soldOn, note: null },
      source: amount.source === 'mail' ? 'typed' : amount.source,
    })),
    deps.clock.now(),
  )
  await tellChanged(tx, userId, [item.id])
}
