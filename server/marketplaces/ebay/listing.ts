import { isLoopback } from '../../core/loopback.ts'
import { toMinorUnits } from '../../core/money.ts'
import { sellerKey } from '../../core/seller-key.ts'
import { type SeenListing, seenListingSchema } from '../../model/listing-schema.ts'
import { readHtml } from '../html-text.ts'
import type { EbayAmount, EbayItem } from './answer.ts'
import { imagesOf } from './images.ts'

export type Row = { listing: SeenListing } | { reason: string }

/**
 * One search row or one item in our words. The variations of one listing share its id (`v1|<legacy id>|0`):
 * which of them a search shows changes from call to call. Only one that was asked for by its number is a listing of its
 * own. Of the seller only rough figures and a key are kept: a person's name is not ours.
 */
export function toListing(item: EbayItem, variation: string | null = null): Row {
  const externalId = listingId(item)
  if (!externalId) return { reason: 'The row has no itemId.' }
  if (variation !== null && item.itemId?.trim().split('|')[2] !== variation)
    return { reason: 'The item is another variation than the one that was asked for.' }
  const title = (variation === null ? (item.primaryItemGroup?.itemGroupTitle ?? item.title) : item.title)
    ?.replace(/\s+/g, ' ')
    .trim()
  if (!title) return { reason: 'The row has no title.' }
  const url = cleanUrl(item.itemWebUrl)
  if (!url) return { reason: 'The row has no usable itemWebUrl.' }

  const options = item.buyingOptions ?? []
  const auction = options.includes('AUCTION')
  const price = money(item.price) ?? (auction || !item.price ? money(item.currentBidPrice) : undefined)
  const original = originalAmount(item.price ?? item.currentBidPrice)
  const description = item.description === undefined ? undefined : readHtml(item.description).text
  const attributes = attributesOf(item)
  const imageUrls = imagesOf(item)
  const listing: SeenListing = {
    externalId: variation === null ? externalId : externalId.replace(/\d+$/, variation),
    title: title.slice(0, 1000),
    url: variation === null ? url : `${url}?var=${variation}`,
    priceCents: price?.cents ?? null,
    ...(price && { currency: price.currency }),
    ...shippingOf(item, price?.currency),
    ...(original && { originalPriceCents: original.cents, originalCurrency: original.currency }),
    ...(description && { description }),
    ...(item.condition && { condition: item.condition.slice(0, 200) }),
    ...optional('siteCategory', categoryPath(item)),
    ...optional('brand', brandOf(item)),
    ...optional('location', locationOf(item)),
    ...optional('postedAt', isoTime(item.itemCreationDate)),
    ...(imageUrls.length > 0 && { imageUrls }),
    ...optional('buyingFormat', formatOf(options)),
    ...optional('endsAt', isoTime(item.itemEndDate)),
    ...(auction && item.bidCount !== undefined && { bidCount: item.bidCount }),
    ...(variation === null && isGroup(item) && { variations: true }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  }
  const checked = seenListingSchema.safeParse(listing)
  if (checked.success) return { listing }
  const issue = checked.error.issues[0]
  return { reason: `The row's ${issue?.path.join('.') || 'shape'} is not acceptable.` }
}

function optional<K extends keyof SeenListing>(key: K, value: SeenListing[K] | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: SeenListing[P] }
}

function listingId(item: EbayItem): string | null {
  const id = item.itemId?.trim() ?? ''
  if (id === '' || id.length > 200) return null
  const [version, legacyId, variation, more] = id.split('|')
  if (version !== 'v1' || !legacyId || !variation || more !== undefined) return id
  return `v1|${item.legacyItemId && isGroup(item) ? item.legacyItemId : legacyId}|0`
}

function isGroup(item: EbayItem): boolean {
  if (item.itemGroupType || item.primaryItemGroup) return true
  const variation = item.itemId?.split('|')[2]
  return variation !== undefined && variation !== '' && variation !== '0'
}

/** The page's address without search and tracking parameters. */
/** Of all countries, and the sandbox's. */
const ownHost = /^(?:[a-z]{1,10}\.)?(?:sandbox\.)?ebay\.[a-z]{2,3}(?:\.[a-z]{2})?$/

function cleanUrl(address: string | undefined): string | null {
  if (!address || !URL.canParse(address)) return null
  const url = new URL(address)
  // The demo's are on this machine.
  const isOwn = ownHost.test(url.hostname) ? url.port === '' : isLoopback(url.hostname)
  return /^https?:$/.test(url.protocol) && isOwn ? `${url.origin}${url.pathname}` : null
}

interface Money {
  cents: number
  currency: string
}

function money(amount: EbayAmount): Money | undefined {
  if (!amount || !/^[A-Z]{3}$/.test(amount.currency)) return undefined
  const cents = toMinorUnits(amount.value, amount.currency)
  return cents === null ? undefined : { cents, currency: amount.currency }
}

/** The seller's own amount, where eBay converted it into the site's currency. */
function originalAmount(amount: EbayAmount): Money | undefined {
  const { convertedFromValue: value, convertedFromCurrency: currency } = amount ?? {}
  if (value === undefined || !currency || currency === amount?.currency) return undefined
  return money({ value, currency })
}

/** The cheapest known cost; null where eBay offers shipping but does not say what it costs; nothing without an offer. */
function shippingOf(item: EbayItem, currency: string | undefined): { shippingCents?: number | null } {
  const options = (item.shippingOptions ?? []).filter((option) => option !== undefined)
  if (options.length === 0) return {}
  const costs = options.flatMap((option) => {
    const cost = money(option.shippingCost)
    if (!cost || (currency !== undefined && cost.currency !== currency)) return []
    // Without the buyer's place eBay gives 0.00 for CALCULATED: unknown, not free.
    return option.shippingCostType === 'CALCULATED' && cost.cents === 0 ? [] : [cost.cents]
  })
  return { shippingCents: costs.length > 0 ? Math.min(...costs) : null }
}

function formatOf(options: readonly string[]): SeenListing['buyingFormat'] {
  if (options.includes('FIXED_PRICE')) return options.includes('BEST_OFFER') ? 'best-offer' : 'fixed-price'
  if (options.includes('AUCTION')) return 'auction'
  if (options.includes('CLASSIFIED_AD')) return 'classified'
  return options.includes('BEST_OFFER') ? 'best-offer' : undefined
}

/** Main category first, as item pages give it; searches list the leaf first. */
function categoryPath(item: EbayItem): string | undefined {
  const names =
    item.categoryPath?.split('|') ??
    (item.categories ?? []).flatMap((category) => category?.categoryName ?? []).reverse()
  const path = names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .join(' > ')
  return path === '' ? undefined : path.slice(0, 500)
}

function brandOf(item: EbayItem): string | undefined {
  const brand = item.brand?.trim()
  return brand && !/^(?:unbranded|does not apply|n\/a)$/i.test(brand) ? brand.slice(0, 200) : undefined
}

function locationOf(item: EbayItem): string | undefined {
  const { city, stateOrProvince, postalCode, country } = item.itemLocation ?? {}
  const parts = [city, stateOrProvince, postalCode, country].flatMap((part) => part?.trim() || [])
  return parts.length > 0 ? parts.join(', ').slice(0, 500) : undefined
}

/** ISO 8601 in UTC; undefined for anything that is no time of eBay's life. */
export function isoTime(text: string | undefined): string | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}T/.test(text)) return undefined
  const time = new Date(text)
  const year = time.getUTCFullYear()
  return year >= 1995 && year <= 2100 ? time.toISOString() : undefined
}

/** Only the order of magnitude from ten on, so that every further rating is not a change of the listing. */
function roughCount(count: number | undefined): string | undefined {
  if (count === undefined) return undefined
  return String(count < 10 ? count : 10 ** Math.floor(Math.log10(count)))
}

function roughPercent(percent: string | undefined): string | undefined {
  const value = percent === undefined ? Number.NaN : Number(percent)
  return value >= 0 && value <= 100 ? String(Math.round(value)) : undefined
}

/** eBay's ids and the seller's item specifics. */
function attributesOf(item: EbayItem): Record<string, string> {
  const facts = new Map<string, string>()
  const add = (name: string | undefined, value: string | undefined): void => {
    const key = name?.trim().slice(0, 100)
    const fact = value?.replace(/\s+/g, ' ').trim().slice(0, 500)
    // What comes first stays: item specifics are the seller's own words, also where they are named like our facts.
    if (key && fact && facts.size < 60 && !facts.has(key)) facts.set(key, fact)
  }
  add('conditionId', item.conditionId)
  add('categoryId', item.categoryId ?? item.leafCategoryIds?.[0] ?? item.categories?.[0]?.categoryId)
  add('sellerKey', sellerKey(item.seller?.username ?? '') ?? undefined)
  add('sellerFeedbackScore', roughCount(item.seller?.feedbackScore))
  add('sellerFeedbackPercentage', roughPercent(item.seller?.feedbackPercentage))
  add('epid', item.epid)
  add('conditionDescription', item.conditionDescription)
  for (const aspect of item.localizedAspects ?? []) {
    if (!/^seller[A-Z]/.test(aspect?.name?.trim() ?? '')) add(aspect?.name, aspect?.value)
  }
  return Object.fromEntries(facts)
}
