import type { Authorized } from '../../core/actor.ts'
import { AppError } from '../../core/errors.ts'
import { currencyProblem } from '../../core/money.ts'
import type { SellDeps } from '../deps.ts'
import { itemBySku, postsOf } from '../item-store.ts'
import { addItem, addPost, changeItem } from '../items.ts'
import { saleByReference } from '../sale-store.ts'
import { recordSale } from '../sales.ts'
import { itemInputSchema, postInputSchema, saleInputSchema } from '../schema.ts'
import type { SellImport, SellImported } from './import-schema.ts'
import { type ImportedRow, readTable } from './read-table.ts'

const rejectedShown = 100
const sampleRows = 10

/**
 * Takes a table of things for sale or sold into the stock and the books. What was taken before, by its SKU and order number, is not
 * taken again: the same table twice changes nothing, and one that was broken off goes on. Each row is written for itself.
 */
export async function importThings(
  deps: SellDeps,
  userId: Authorized<'write'>,
  { text, dryRun, ...options }: SellImport,
): Promise<SellImported> {
  const { rows, rejected, used, unread } = readTable(text, { ...options, places: deps.postingPlaces })
  const counts = { items: 0, posts: 0, sales: 0, known: 0 }
  if (dryRun)
    for (const row of rows) {
      counts.items++
      if (row.post !== null) counts.posts++
      if (row.sale !== null) counts.sales++
    }
  else
    for (const row of rows) {
      const written = await takeRow(deps, userId, row)
      counts.items += written.items
      counts.posts += written.posts
      counts.sales += written.sales
      if (written.reason !== null) rejected.push({ row: row.row, reason: written.reason })
      else if (written.items + written.posts + written.sales === 0) counts.known++
    }
  return {
    ...{ rows: rows.length + rejected.length, ...counts, fields: used, unread, dryRun },
    rejected: rejected.toSorted((a, b) => a.row - b.row).slice(0, rejectedShown),
    rejectedMore: Math.max(0, rejected.length - rejectedShown),
    sample: rows.slice(0, sampleRows).map(({ row, title, quantity, costCents, currency, sale, post }) => ({
      ...{ row, title, quantity, costCents, currency },
      ...{ soldCents: sale?.priceCents ?? null, soldOn: sale?.soldOn ?? null },
      marketplace: (sale ?? post)?.marketplace ?? null,
    })),
  }
}

/** How much of it was new, and why the rest could not be taken. */
async function takeRow(
  deps: SellDeps,
  userId: Authorized<'write'>,
  row: ImportedRow,
): Promise<{ items: number; posts: number; sales: number; reason: string | null }> {
  const written = { items: 0, posts: 0, sales: 0, reason: currencyProblem(row.currency) }
  if (written.reason !== null) return written
  try {
    let item = await itemBySku(deps.db, userId, row.sku)
    if (item === null) {
      const added = await addItem(deps, userId, itemOf(deps, row), row.sku)
      item = (await itemBySku(deps.db, userId, added.sku))!
      written.items++
    }
    if (row.sale !== null) {
      const reference = await freeReference(deps, userId, item.id, row)
      if (reference !== null) {
        // A table of orders has a line for each sale of what there are several of.
        if (item.soldQuantity + row.quantity > item.quantity)
          await changeItem(deps, userId, item.id, { quantity: item.soldQuantity + row.quantity })
        await recordSale(deps, userId, saleOf(item.id, row, reference))
        written.sales++
      }
    }
    if (row.post !== null && item.soldQuantity < item.quantity) {
      const { marketplace, url, priceCents } = row.post
      const stands = (await postsOf(deps.db, userId, [item.id])).some(
        (post) => post.marketplace === marketplace,
      )
      if (!stands) {
        const price = priceCents === null ? {} : { priceCents, currency: row.currency }
        await addPost(deps, userId, item.id, postInputSchema.parse({ marketplace, url, ...price }))
        written.posts++
      }
    }
    return written
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    return { ...written, reason: error.message }
  }
}

/** What its sale is to be known by; null = it is known. Things of one order get a name each. */
async function freeReference(
  { db }: SellDeps,
  userId: Authorized<'read'>,
  itemId: number,
  { sale, sku }: ImportedRow,
): Promise<string | null> {
  const { marketplace, reference } = sale!
  for (const name of [reference, `${reference} ${sku}`.slice(0, 200)]) {
    const known = await saleByReference(db, userId, { marketplace, reference: name })
    if (known === null) return name
    if (known.itemId === itemId) return null
  }
  return null
}

function itemOf(deps: SellDeps, { title, quantity, costCents, currency, ...row }: ImportedRow) {
  const condition = row.condition === null ? null : deps.conditionOf(row.condition)
  return itemInputSchema.parse({
    ...{ title, quantity, brand: row.brand, details: row.details, note: row.note },
    ...{ boughtOn: row.boughtOn, costCents, currency, condition },
  })
}

function saleOf(itemId: number, { sale, quantity, currency }: ImportedRow, reference: string) {
  const { marketplace, priceCents, soldOn, feeCents, shippingPaidCents, labelCents } = sale!
  return saleInputSchema.parse({
    ...{ itemId, marketplace, reference, quantity, priceCents, currency, shippingPaidCents, labelCents },
    ...(soldOn !== null && { soldOn }),
    ...(feeCents !== null && { feeCents }),
    state: 'settled',
  })
}
