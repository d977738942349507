import { isoDate } from '../../core/dates.ts'
import { toMinorUnits } from '../../core/money.ts'
import { retailAttribute, type SeenListing } from '../../model/listing-schema.ts'
import type { SearchPage } from '../contract.ts'
import { readHtml } from '../html-text.ts'
import { gatherRows } from '../page-rows.ts'
import { asArray, asRecord, checkedListing, clean, imageAddresses, titleOf } from '../reading.ts'
import { usedIn } from './used-words.ts'

/** Products on a page, as many as Shopify gives. */
export const productsPerPage = 250

export interface ShopContext {
  /** Origin of the shop. */
  origin: string
  currency?: string | undefined
  /** Number of the page. */
  page: number
}

/** Whether parsed JSON is a shop's list of products. */
export function isProducts(value: unknown): value is { products: unknown[] } {
  return Array.isArray(asRecord(value).products)
}

/** A page of `products.json`; a page that is not full is the last one, and with those before it is all. Never throws. */
export function readProducts({ products }: { products: unknown[] }, context: ShopContext): SearchPage {
  const rows = products.slice(0, productsPerPage * 4)
  const { page, unread, drifted } = gatherRows(rows, (row) => readProduct(row, context))
  if (drifted) return drifted
  const isLast = products.length < productsPerPage
  const place = {
    next: isLast ? null : String(context.page + 1),
    // The shop lists all that it has: what is missing from its list is gone.
    complete: isLast && unread === 0,
  }
  return page.listings.length > 0
    ? { ...page, outcome: 'ok', ...place }
    : { ...page, outcome: 'empty', ...place }
}

function readProduct(
  value: unknown,
  { origin, currency }: ShopContext,
): { listing: SeenListing } | { reason: string } {
  const product = asRecord(value)
  const { id, handle } = product
  const title = titleOf(product.title)
  if (!Number.isSafeInteger(id)) return { reason: 'it has no id' }
  if (typeof handle !== 'string' || !/^[\p{L}\p{N}_.-]{1,255}$/u.test(handle))
    return { reason: 'it has no address' }
  if (title === '') return { reason: 'it has no title' }
  const variants = asArray(product.variants).slice(0, 300).map(asRecord)
  const offered = variants.filter(({ available }) => available !== false)
  const isGone = variants.length > 0 && offered.length === 0
  const prices = (isGone ? variants : offered).map(({ price }) => centsOf(price, currency))
  const known = prices.filter((price) => price !== null)
  const isPriced = known.length > 0 && known.length === prices.length
  const tags = asArray(product.tags).filter((tag) => typeof tag === 'string')
  const type = clean(typeof product.product_type === 'string' ? product.product_type : '').slice(0, 300)
  const vendor = clean(typeof product.vendor === 'string' ? product.vendor : '').slice(0, 200)
  const description =
    typeof product.body_html === 'string' ? readHtml(product.body_html.slice(0, 200_000)).text : ''
  const names = variants
    .slice(0, 20)
    .map((variant) => (typeof variant.title === 'string' ? variant.title : ''))
  const used = usedIn([title, type, ...tags.slice(0, 60), ...names])
  const postedAt = isoDate(typeof product.published_at === 'string' ? product.published_at : undefined)
  return checkedListing({
    externalId: `${new URL(origin).host}/products/${String(id)}`,
    title,
    url: `${origin}/products/${encodeURIComponent(handle)}`,
    // Of several the cheapest that can be had.
    ...(isPriced && { priceCents: Math.min(...known) }),
    ...(isPriced && currency !== undefined && { currency }),
    ...(description !== '' && { description: description.slice(0, 20_000) }),
    condition: used ?? 'New',
    ...(type !== '' && { siteCategory: type }),
    ...(vendor !== '' && { brand: vendor }),
    ...(postedAt && { postedAt }),
    imageUrls: imageAddresses(
      asArray(product.images).map((image) => asRecord(image).src),
      origin,
    ).slice(0, 20),
    buyingFormat: 'fixed-price',
    ...(new Set(known).size > 1 && { variations: true }),
    state: isGone ? 'gone' : 'active',
    attributes: { ...(used === undefined && { [retailAttribute]: 'yes' }) },
  })
}

/** Without a currency the amount is kept in hundredths, and what it is of stays unknown. */
function centsOf(price: unknown, currency: string | undefined): number | null {
  const cents =
    typeof price === 'string' || typeof price === 'number' ? toMinorUnits(price, currency ?? 'USD') : null
  // A price of nothing is one that is asked for.
  return cents === null || cents === 0 ? null : cents
}
