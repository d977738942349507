import type { Condition } from '../../model/listing-schema.ts'
import { demoNotice, escapeHtml } from './classifieds-pages.ts'
import { matches, readShopQuery } from './query.ts'
import type { DemoListing } from './world.ts'

export interface Answer {
  status: number
  body: unknown
}

const conditions: Record<Condition, readonly [id: string, name: string]> = {
  new: ['1000', 'New'],
  'like-new': ['1500', 'Open box'],
  excellent: ['4000', 'Very Good'],
  good: ['3000', 'Used'],
  fair: ['6000', 'Acceptable'],
  poor: ['6000', 'Acceptable'],
  'for-parts': ['7000', 'For parts or not working'],
}

/** An error body of the shop's API. */
export function shopError(status: number, errorId: number, message: string, domain = 'API_BROWSE'): Answer {
  const category = status >= 500 ? 'APPLICATION' : 'REQUEST'
  return { status, body: { errors: [{ errorId, domain, category, message, longMessage: message }] } }
}

/** Search for the newest (or cheapest) items, a page at a time. */
export function searchAnswer(listings: readonly DemoListing[], url: URL, baseUrl: string): Answer {
  const params = url.searchParams
  const q = params.get('q') ?? ''
  const category = params.get('category_ids') ?? ''
  const limit = Number(params.get('limit') ?? 50)
  const offset = Number(params.get('offset') ?? 0)
  if (q === '' && category === '') {
    return shopError(400, 12001, 'The call must have a valid q, category_ids, epid or gtin query parameter.')
  }
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) {
    return shopError(400, 12006, 'The limit value should be between 1 and 200 (inclusive of both).')
  }
  if (!Number.isInteger(offset) || offset < 0) return shopError(400, 12005, 'The offset value is invalid.')
  if (offset > 9999) return shopError(400, 12029, 'The offset value exceeds the maximum.')
  if (offset % limit !== 0)
    return shopError(400, 12515, 'The offset value must be zero or a multiple of the limit value.')
  if (q === '' && listings.some(({ thing }) => thing.product.shop?.mainId === category)) {
    return shopError(409, 12013, 'The category needs a keyword.')
  }
  const filter = readFilter(params.get('filter') ?? '')
  const groups = readShopQuery(q)
  const sort = params.get('sort')
  const found = listings
    .filter((listing) => {
      const { shop } = listing.thing.product
      if (category !== '' && shop?.id !== category && shop?.mainId !== category) return false
      return filter.fits(listing) && matches(groups, listing.title)
    })
    .toSorted(orders[sort ?? ''] ?? byAppeal)
  const rows = found.slice(offset, offset + limit)
  const warnings = [...filter.warnings, ...(sort !== null && !(sort in orders) ? [12008] : [])]
  const href = (at: number): string => {
    const next = new URLSearchParams(params)
    next.set('limit', String(limit))
    next.set('offset', String(at))
    return `${baseUrl}${url.pathname}?${next}`
  }
  return {
    status: 200,
    body: {
      demoNotice,
      href: href(offset),
      total: found.length,
      ...(offset + limit < found.length && { next: href(offset + limit) }),
      ...(offset > 0 && { prev: href(offset - limit) }),
      limit,
      offset,
      ...(rows.length > 0 && { itemSummaries: rows.map((listing) => summaryOf(listing, baseUrl)) }),
      ...(warnings.length > 0 && {
        warnings: warnings.map((errorId) => ({
          errorId,
          domain: 'API_BROWSE',
          category: 'REQUEST',
          message: 'A value is invalid and was ignored.',
        })),
      }),
    },
  }
}

type Order = (a: DemoListing, b: DemoListing) => number
/** The price of an order is with shipping. */
const landed = ({ priceCents, shippingCents }: DemoListing): number => (priceCents ?? 0) + shippingCents
/** Best match is nobody's business; ours is well spread and steady. */
const byAppeal: Order = (a, b) => (reversed(a.id) < reversed(b.id) ? -1 : 1)
const reversed = (text: string): string => [...text].reverse().join('')
const orders: Record<string, Order> = {
  newlyListed: (a, b) => b.postedAtMs - a.postedAtMs,
  endingSoonest: (a, b) => a.endsAtMs - b.endsAtMs,
  price: (a, b) => landed(a) - landed(b),
  '-price': (a, b) => landed(b) - landed(a),
}

/** `price:[10..50],conditionIds:{1000|3000}`; what cannot be used is a warning (12002), as there. */
function readFilter(text: string): { fits(listing: DemoListing): boolean; warnings: number[] } {
  const warnings: number[] = []
  const tests: ((listing: DemoListing) => boolean)[] = []
  const entries = new Map(
    text.split(/,(?=[a-zA-Z]{1,40}:)/).flatMap((entry) => {
      const colon = entry.indexOf(':')
      return colon > 0 ? [[entry.slice(0, colon), entry.slice(colon + 1)] as const] : []
    }),
  )
  if (entries.has('price') !== entries.has('priceCurrency')) warnings.push(12012)
  for (const [name, value] of entries) {
    const values = value.replace(/^\{|\}$/g, '').split('|')
    if (name === 'price') {
      const range = /^\[(\d{0,9}(?:\.\d{1,2})?)(\.\.)?(\d{0,9}(?:\.\d{1,2})?)\]$/.exec(value)
      if (range) {
        const min = Number(range[1] || 0) * 100
        const max = range[3] ? Number(range[3]) * 100 : Number.POSITIVE_INFINITY
        tests.push(({ priceCents }) => (priceCents ?? 0) >= min && (priceCents ?? 0) <= max)
      } else warnings.push(12002)
    } else if (name === 'conditionIds') {
      tests.push(({ thing }) => values.includes(conditions[thing.condition][0]))
    } else if (name === 'conditions') {
      tests.push(({ thing }) => values.includes(thing.condition === 'new' ? 'NEW' : 'USED'))
    } else if (name === 'buyingOptions') {
      tests.push((listing) => buyingOptions(listing).some((option) => values.includes(option)))
    } else if (name === 'itemLocationCountry') {
      tests.push(() => value === 'US')
    } else if (name !== 'priceCurrency') warnings.push(12002)
  }
  // Without the filter only what has a fixed price is found.
  if (!entries.has('buyingOptions')) tests.push(({ format }) => format !== 'auction')
  return { fits: (listing) => tests.every((test) => test(listing)), warnings }
}

function buyingOptions({ format }: DemoListing): string[] {
  if (format === 'auction') return ['AUCTION']
  return format === 'offer' ? ['FIXED_PRICE', 'BEST_OFFER'] : ['FIXED_PRICE']
}

const amount = (cents: number) => ({ value: (cents / 100).toFixed(2), currency: 'USD' })

/** A group is found by its cheapest variation. */
function itemIdOf(listing: DemoListing, variation = 0): string {
  const number = listing.variations.length > 0 ? `${listing.id.slice(-9)}${variation + 1}` : '0'
  return `v1|${listing.id}|${number}`
}

function commonOf(listing: DemoListing, baseUrl: string, size: string) {
  const { thing, id } = listing
  const { town, pictures } = thing
  const [conditionId, condition] = conditions[thing.condition]
  const images = pictures.map((name) => ({ imageUrl: `${baseUrl}/images/g/${name}/s-l${size}.png` }))
  const isAuction = listing.format === 'auction'
  return {
    title: listing.title,
    ...(images.length > 0 && { image: images[0], additionalImages: images.slice(1) }),
    ...(isAuction
      ? {
          currentBidPrice: amount(listing.priceCents ?? 0),
          bidCount: listing.bidCount,
          itemEndDate: new Date(listing.endsAtMs).toISOString(),
        }
      : { price: amount(listing.priceCents ?? 0) }),
    seller: {
      username: `demo_seller_${thing.seller.number}`,
      feedbackPercentage: thing.seller.percentage,
      feedbackScore: thing.seller.feedback,
    },
    condition,
    conditionId,
    shippingOptions: [{ shippingCostType: 'FIXED', shippingCost: amount(listing.shippingCents) }],
    buyingOptions: buyingOptions(listing),
    itemLocation: { city: town.name, stateOrProvince: 'California', postalCode: town.zip, country: 'US' },
    itemWebUrl: `${baseUrl}/itm/${id}`,
    legacyItemId: id,
    adultOnly: false,
    itemCreationDate: new Date(listing.postedAtMs).toISOString(),
  }
}

function summaryOf(listing: DemoListing, baseUrl: string) {
  const { shop } = listing.thing.product
  const common = commonOf(listing, baseUrl, '225')
  const itemId = itemIdOf(listing)
  const first = listing.thing.pictures[0]
  const isGroup = listing.variations.length > 0
  return {
    itemId,
    ...common,
    itemHref: `${baseUrl}/buy/browse/v1/item/${encodeURIComponent(itemId)}`,
    ...(first && { thumbnailImages: [{ imageUrl: `${baseUrl}/images/g/${first}/s-l1200.png` }] }),
    ...(shop && {
      leafCategoryIds: [shop.id],
      categories: [
        { categoryId: shop.id, categoryName: shop.name },
        { categoryId: shop.mainId, categoryName: shop.mainName },
      ],
    }),
    ...(isGroup && {
      itemGroupType: 'SELLER_DEFINED_VARIATIONS',
      itemGroupHref: `${baseUrl}/buy/browse/v1/item/get_items_by_item_group?item_group_id=${listing.id}`,
    }),
    availableCoupons: false,
    topRatedBuyingExperience: false,
    priorityListing: false,
    listingMarketplaceId: 'EBAY_US',
  }
}

function itemOf(listing: DemoListing, baseUrl: string, variation?: number) {
  const { product, variant, condition } = listing.thing
  const chosen = variation === undefined ? undefined : listing.variations[variation]
  const isOver = listing.state !== 'active'
  return {
    demoNotice,
    itemId: itemIdOf(listing, variation),
    ...commonOf(listing, baseUrl, '1600'),
    ...(chosen && { price: amount(chosen.priceCents) }),
    description: `<div>${listing.description
      .split('\n\n')
      .map((text) => `<p>${escapeHtml(text)}</p>`)
      .join('')}</div>`,
    ...(product.shop && {
      categoryId: product.shop.id,
      categoryPath: `${product.shop.mainName}|${product.shop.name}`,
      categoryIdPath: `${product.shop.mainId}|${product.shop.id}`,
    }),
    ...(product.brand && { brand: product.brand }),
    ...(condition === 'for-parts' && { conditionDescription: 'Sold for parts, see the description.' }),
    localizedAspects: [
      ...(product.brand ? [{ type: 'STRING', name: 'Brand', value: product.brand }] : []),
      { type: 'STRING', name: 'Model', value: chosen?.words ?? variant[0] },
    ],
    estimatedAvailabilities: [
      {
        deliveryOptions: ['SHIP_TO_HOME'],
        estimatedAvailabilityStatus: isOver ? 'OUT_OF_STOCK' : 'IN_STOCK',
        estimatedAvailableQuantity: isOver ? 0 : 1,
        estimatedSoldQuantity: listing.state === 'sold' ? 1 : 0,
      },
    ],
    returnTerms: { returnsAccepted: false },
    ...(chosen && {
      primaryItemGroup: {
        itemGroupId: listing.id,
        itemGroupType: 'SELLER_DEFINED_VARIATIONS',
        itemGroupHref: `${baseUrl}/buy/browse/v1/item/get_items_by_item_group?item_group_id=${listing.id}`,
        itemGroupTitle: listing.title,
      },
    }),
  }
}

const notFound = (): Answer => shopError(404, 11001, 'The specified item Id was not found.')

/** One item; a sold one stays readable, one that was taken back does not. */
export function itemAnswer(listing: DemoListing | null, itemId: string, baseUrl: string): Answer {
  if (!listing || listing.state === 'gone') return notFound()
  const variation = listing.variations.findIndex((_, i) => itemIdOf(listing, i) === itemId)
  if (listing.variations.length > 0 && variation < 0) {
    return shopError(400, 11006, 'The legacy Id is invalid. Use the item group Id.')
  }
  return { status: 200, body: itemOf(listing, baseUrl, variation < 0 ? undefined : variation) }
}

export function groupAnswer(listing: DemoListing | null, baseUrl: string): Answer {
  if (!listing || listing.state === 'gone') return notFound()
  if (listing.variations.length === 0) return shopError(400, 11005, 'The item group Id was not found.')
  return {
    status: 200,
    body: { demoNotice, items: listing.variations.map((_, i) => itemOf(listing, baseUrl, i)) },
  }
}

/** The item's page for a person who follows its link. */
export function itemPage(listing: DemoListing): string {
  const price = listing.priceCents === null ? '' : `$${(listing.priceCents / 100).toFixed(2)}`
  const state = { active: 'for sale', sold: 'sold', gone: 'no longer offered' }[listing.state]
  return `<!DOCTYPE html><html><head><meta charset="UTF-8"><meta name="robots" content="noindex"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>DEMO: ${escapeHtml(listing.title)}</title><style>body{font-family:sans-serif;margin:1rem}.demo-notice{background:#b45309;color:#fff;padding:.6rem 1rem;font-weight:700}</style></head>
<body><div class="demo-notice">${demoNotice}</div><h1>${escapeHtml(listing.title)}</h1>
<p><b>${price}</b> · ${conditions[listing.thing.condition][1]} · ${state} · ${escapeHtml(listing.thing.town.name)}, California</p>
${listing.thing.pictures.map((name) => `<img src="/images/${name}_600x450.png" width="240" height="180" alt="demo picture">`).join('\n')}
${listing.description
  .split('\n\n')
  .map((text) => `<p>${escapeHtml(text)}</p>`)
  .join('\n')}
</body></html>
`
}
