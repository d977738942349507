/** What a column can mean. `city`, `region` … together make a location; `model` helps out for a title. */
export type Field =
  | 'source'
  | 'externalId'
  | 'title'
  | 'url'
  | 'description'
  | 'priceCents'
  | 'price'
  | 'salePrice'
  | 'soldPrice'
  | 'currency'
  | 'shippingCents'
  | 'shipping'
  | 'category'
  | 'condition'
  | 'brand'
  | 'model'
  | 'location'
  | 'city'
  | 'region'
  | 'postalCode'
  | 'country'
  | 'lat'
  | 'lon'
  | 'posted'
  | 'snapshot'
  | 'basis'
  | 'status'
  | 'sold'
  | 'images'
  | 'extra'
  | 'buyingFormat'
  | 'endsAt'
  | 'bidCount'
  | 'repostOf'
  | 'seller'

/**
 * Names of columns, compared without case, spaces and punctuation ("Item ID" = item_id). The first is the schema's
 * own and wins over the others. docs/import.md shows this table.
 */
export const columnNames: Record<Field, string> = {
  source: 'source, marketplace, site, platform',
  externalId:
    'externalId, id, listingId, itemId, itemNumber, postId, adId, productId, legacyItemId, uuid, sku',
  title: 'title, name, itemTitle, listingTitle, productName, itemName, subject, headline, heading',
  url: 'url, link, href, listingUrl, itemUrl, itemWebUrl, productUrl, viewItemUrl, permalink',
  description: 'description, desc, body, text, details, itemDescription, notes',
  priceCents: 'priceCents, amountCents',
  price: 'price, askingPrice, listingPrice, itemPrice, amount, listPrice, regularPrice, cost',
  salePrice:
    'salePrice, currentPrice, discountPrice, discountedPrice, reducedPrice, specialPrice, offerPrice, nowPrice',
  soldPrice: 'soldPrice, finalPrice, hammerPrice, lastSoldPrice',
  currency: 'currency, currencyCode, priceCurrency',
  shippingCents: 'shippingCents',
  shipping: 'shipping, shippingCost, shippingPrice, postage, deliveryCost',
  category: 'category, siteCategory, categoryName, categoryPath, categories, section',
  condition: 'condition, itemCondition, conditionText',
  brand: 'brand, brandName, make, manufacturer',
  model: 'model, productLine, modelName',
  location: 'location, locationName, itemLocation, place, area',
  city: 'city, town',
  region: 'region, state, province, county',
  postalCode: 'postalCode, postcode, zip, zipCode',
  country: 'country, countryCode',
  lat: 'lat, latitude',
  lon: 'lon, lng, long, longitude',
  posted:
    'posted, postedAt, postedDate, datePosted, date, listedAt, listingDate, createdAt, created, creationDate, creationTime, publishedAt, startTime, soldDate, dateSold',
  snapshot:
    'snapshot, observedAt, scrapedAt, scrapeDate, crawledAt, fetchedAt, collectedAt, lastSeen, timestamp',
  basis: 'basis, priceBasis, priceType',
  status: 'status, listingState, listingStatus, availability, saleStatus, stockStatus, stock',
  sold: 'sold, isSold, hasSold',
  images:
    'images, imageUrls, image, imageUrl, photos, photo, photoUrl, photoUrls, pictures, picture, pictureUrl, thumbnail, galleryUrl',
  extra: 'extra, attributes, aspects, specifics, itemSpecifics',
  buyingFormat: 'buyingFormat',
  endsAt: 'endsAt, endTime, endDate, itemEndDate',
  bidCount: 'bidCount, bids',
  repostOf: 'repostOf',
  seller: 'seller, sellerName, sellerUsername',
}

export interface Column {
  field: Field
  /** Higher wins where several columns mean the same. */
  rank: number
  /** From a header such as "Price (GBP)". */
  currency?: string
}

// Static data, indexed at first use.
let byName: Map<string, Column> | undefined
// Headers of the file at hand; every row brings them again.
const known = new Map<string, Column | null>()
const knownMax = 2_000

/** What a column of this name means; null for a name that we do not know. */
export function columnOf(name: string): Column | null {
  const seen = known.get(name)
  if (seen !== undefined) return seen
  const column = findColumn(name)
  if (name.length <= 100) {
    if (known.size >= knownMax) known.clear()
    known.set(name, column)
  }
  return column
}

function findColumn(name: string): Column | null {
  byName ??= index()
  const plain = plainName(name.slice(0, 200))
  const column = byName.get(plain)
  if (column !== undefined) return column
  // "Price (GBP)", "price_usd", "Sold price EUR"
  const currency = plain.slice(-3).toUpperCase()
  const priced = byName.get(plain.slice(0, -3))
  const isPrice = priced?.field === 'price' || priced?.field === 'salePrice' || priced?.field === 'soldPrice'
  return isPrice && isCurrency(currency) ? { ...priced, currency } : null
}

function index(): Map<string, Column> {
  const names = new Map<string, Column>()
  for (const [field, text] of Object.entries(columnNames)) {
    for (const [i, name] of text.split(',').entries())
      names.set(plainName(name), { field: field as Field, rank: -i })
  }
  return names
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

let currencies: ReadonlySet<string> | undefined

export function isCurrency(code: string): boolean {
  currencies ??= new Set(Intl.supportedValuesOf('currency'))
  return currencies.has(code)
}
