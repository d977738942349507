import { type Authorized, asProgram } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { currencyProblem } from '../../core/money.ts'
import type { SaleMail, SaleMailLine } from '../../model/selling.ts'
import type { FeesOf, SellDeps } from '../deps.ts'
import { getPost, holdItem, type StoredItem } from '../item-store.ts'
import { postOfListing } from '../orders/match-store.ts'
import { holdOrders, linesOfOrder } from '../orders/order-store.ts'
import { putQuestion } from '../reconcile/finding-store.ts'
import { hasNamelessSale, saleByReference, saleOfOrder } from '../sale-store.ts'
import { type Amount, feesByRule, writeSale } from '../sales.ts'
import { thingsCalled } from './suggest-store.ts'

/** A mail of a marketplace, proven to be its own. */
export interface ToldByMail {
  marketplace: string
  sale: SaleMail
  /** The same for the same mail. */
  digest: string
  sentAt: Date
}

/**
 * Takes what a mail tells of a sale, in one transaction. A line whose ad and order are certain is a sale as one by hand is; of
 * everything else the person is asked. The same mail again, and an order that is known already, change nothing.
 */
export async function takeSaleMail(deps: SellDeps, ownerId: number, mail: ToldByMail): Promise<void> {
  const userId = asProgram(ownerId)
  const { marketplace, sale, sentAt } = mail
  const soldOn = (await deps.calendarOf(userId))(sentAt)
  const feesOf = await deps.feesOf(userId)
  await deps.db.transaction(async (tx) => {
    await holdOrders(tx, userId, marketplace)
    if (sale.kind === 'cancelled') return hint(deps, tx, userId, mail)
    const { orderId } = sale
    // The marketplace's own account of an order is better than its mail.
    if (orderId !== null && (await linesOfOrder(tx, userId, { marketplace, orderId })).length > 0) return
    for (const [at, line] of sale.lines.entries())
      await takeLine({ deps, tx, userId, mail, feesOf, soldOn }, line, at)
  })
}

interface Run {
  deps: SellDeps
  tx: Tx
  userId: Authorized<'write'>
  mail: ToldByMail
  feesOf: FeesOf
  soldOn: string
}

async function takeLine(run: Run, line: SaleMailLine, at: number): Promise<void> {
  const { deps, tx, userId, mail, feesOf, soldOn } = run
  const { marketplace, sale } = mail
  const { orderId } = sale
  const found = await postOfAd(run, line)
  const item = found === null ? null : await holdItem(tx, userId, found.itemId)
  if (found === null || item === null || orderId === null) return ask(run, line, at, item)
  if ((await saleOfOrder(tx, userId, { marketplace, orderId, itemId: item.id })) !== null) return
  const left = item.quantity - item.soldQuantity
  const quantity = line.quantity ?? (item.quantity === 1 ? 1 : null)
  // The person may have written this very sale down, without its number.
  const near = quantity !== null && left >= quantity ? soldOn : null
  const mayBeKnown = await hasNamelessSale(tx, userId, { marketplace, itemId: item.id, near })
  if (quantity === null || mayBeKnown) return ask(run, line, at, item)
  const post = await getPost(tx, userId, found.id)
  const sold = { orderId, quantity, soldOn, postId: found.id, ...priceIn(line, post?.currency ?? null) }
  await bookMail(deps, tx, userId, { ...sold, marketplace, item, feesOf, title: line.title })
}

async function postOfAd({ deps, tx, userId, mail }: Run, { adId, adUrls }: SaleMailLine) {
  if (adId === null && adUrls.length === 0) return null
  const { marketplace } = mail
  const place = deps.postingPlaces.get(marketplace)
  const byNumber = adId === null ? undefined : place?.posting.adByNumber?.replace('{number}', adId)
  const all = [...adUrls, ...(byNumber === undefined ? [] : [byNumber])]
  const urls = [...new Set(all.flatMap((url) => [url, place?.adAt(url) ?? url]))]
  return postOfListing(tx, userId, { marketplace, listingId: adId, urls })
}

const dollars: ReadonlySet<string> = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'])

/** What was paid, where it is certain: a bare dollar is one of those that the ad asks for. */
export function priceIn(
  { priceCents, currency }: Pick<SaleMailLine, 'priceCents' | 'currency'>,
  adCurrency: string | null,
) {
  const meant = currency ?? (adCurrency !== null && dollars.has(adCurrency) ? adCurrency : null)
  const isCertain =
    priceCents !== null &&
    Number.isSafeInteger(priceCents) &&
    priceCents > 0 &&
    meant !== null &&
    currencyProblem(meant) === null
  return { price: isCertain ? { cents: priceCents, currency: meant } : null }
}

export interface MailToBook {
  marketplace: string
  item: StoredItem
  title: string
  /** Null = it has no number. */
  orderId: string | null
  quantity: number
  soldOn: string
  postId: number | null
  price: { cents: number; currency: string } | null
  feesOf: FeesOf
}

/** Writes the sale of a thing that is held, and asks for its price where that is not known. Its id. */
export async function bookMail(
  deps: SellDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  { marketplace, item, title, orderId, quantity, soldOn, postId, price, feesOf }: MailToBook,
): Promise<number> {
  const state = { quantity, soldOn, state: 'paid', note: null } as const
  const write = (reference: string | null) =>
    writeSale(deps, tx, userId, {
      item,
      sale: { ...state, postId, marketplace, reference },
      amounts: price === null ? [] : mailAmounts(feesOf, { marketplace, item, soldOn, price }),
    })
  // Another thing of the same order has the bare number.
  const id = (await write(orderId)) ?? (await write(`${orderId} ${item.sku}`))!
  if (price === null)
    await putQuestion(
      tx,
      userId,
      marketplace,
      {
        ...{ kind: 'mail-no-price', key: `${marketplace} mail price ${id}`, saleId: id, itemId: item.id },
        params: { title, order: orderId },
      },
      deps.clock.now(),
    )
  return id
}

/** What a mail says was paid, and what the marketplace takes of it by the fees of that day. */
export function mailAmounts(
  feesOf: FeesOf,
  {
    marketplace,
    item,
    soldOn,
    price,
  }: Pick<MailToBook, 'marketplace' | 'item' | 'soldOn'> & { price: NonNullable<MailToBook['price']> },
): (Amount & { currency: string })[] {
  const { cents, currency } = price
  const fees = feesByRule(feesOf, {
    ...{ marketplace, category: item.category, currency, delivery: 'shipped' },
    ...{ day: soldOn, priceCents: cents },
  })
  const amounts: Amount[] = [{ kind: 'item-price', cents, source: 'mail' }, ...fees]
  return amounts.map((amount) => ({ ...amount, currency }))
}

/** What is not certain is a question, once: which thing, of which the title suggests one. */
async function ask(run: Run, line: SaleMailLine, at: number, item: StoredItem | null): Promise<void> {
  const { deps, tx, userId, mail, soldOn } = run
  const { marketplace, sale, digest } = mail
  const { orderId } = sale
  const { title, priceCents, currency, quantity } = line
  const called = item === null ? await thingsCalled(tx, userId, { marketplace, ...line }) : [item]
  if (orderId !== null) {
    const known = await saleByReference(tx, userId, { marketplace, reference: orderId })
    if (called.some(({ id }) => id === known?.itemId)) return
  }
  const only = called.length === 1 ? called[0]! : null
  const isNew = await putQuestion(
    tx,
    userId,
    marketplace,
    {
      kind: 'mail-sale',
      key: `${marketplace} mail ${orderId ?? digest} ${title.slice(0, 100)} ${at}`,
      itemId: only?.id ?? null,
      params: {
        ...{ title, order: orderId, suggestion: only?.title ?? null },
        ...{ priceCents, currency, quantity, soldOn },
      },
    },
    deps.clock.now(),
  )
  const key = `${marketplace}:${orderId ?? digest}:${at}`
  if (isNew) await deps.tellMail(tx, { userId, marketplace, title, kind: 'sale', key })
}

async function hint(deps: SellDeps, tx: Tx, userId: Authorized<'write'>, mail: ToldByMail): Promise<void> {
  const { marketplace, sale, digest } = mail
  const { orderId: order } = sale
  const known = order === null ? null : await saleByReference(tx, userId, { marketplace, reference: order })
  const { title } = sale.lines[0]!
  const isNew = await putQuestion(
    tx,
    userId,
    marketplace,
    {
      ...{ kind: 'mail-cancelled', key: `${marketplace} mail off ${order ?? digest}` },
      ...{ saleId: known?.id ?? null, itemId: known?.itemId ?? null },
      params: { title, order },
    },
    deps.clock.now(),
  )
  const key = `${marketplace}:${order ?? digest}`
  if (isNew) await deps.tellMail(tx, { userId, marketplace, title, kind: 'cancelled', key })
}
