import { type Answer, type Asked, amount, object, ok, refuse } from './answers.ts'
import { categories, conditions } from './catalog.ts'
import { checkLanguages, itemOf, liveOf, offerOf, priceOf } from './inventory.ts'
import { nextId, type StoredOffer, sites, usedOfLimit, type World } from './world.ts'

export function publish(asked: Asked, world: World): Answer {
  checkLanguages(asked, false)
  const offer = offerOf(world, asked.parts[0] ?? '')
  if (liveOf(world, offer) !== undefined)
    refuse(25002, 'A user error has occurred. The offer is already published.')
  const { title, quantity, priceCents } = whatIsReady(world, offer)
  const listingId = nextId(world, 110_000_000_000)
  world.listings.set(listingId, {
    ...{ listingId, offerId: offer.offerId, sku: offer.sku, site: offer.site, status: 'ACTIVE' },
    ...{ title, priceCents, currency: sites[offer.site]!.currency, quantity, soldQuantity: 0, watchers: 0 },
  })
  offer.isPublished = true
  offer.listingId = listingId
  return ok({ listingId })
}

/** What eBay asks for before anything goes live, in its own order and numbers. */
function whatIsReady(world: World, offer: StoredOffer) {
  const { body } = offer
  const site = sites[offer.site]!
  const item = itemOf(world, offer.sku, site.language)
  if (item === undefined) refuse(25702, `${offer.sku} could not be found or is not available in the system.`)
  if (!world.isRegistered)
    refuse(25018, 'Incomplete account information. Please complete your seller registration.')
  const product = object(item.body.product)
  const { title } = product
  if (typeof title !== 'string' || title.trim() === '') refuse(25016, 'The title value is invalid.')
  if (!body.listingDescription && !product.description) refuse(25016, 'The description value is invalid.')
  const category = categories.find(({ id }) => id === body.categoryId)
  if (category === undefined) refuse(25005, 'Invalid category ID. The category is not a leaf category.')
  checkPictures(world, product.imageUrls)
  checkPolicies(world, offer, item.body)
  const location = world.locations.find(({ key }) => key === body.merchantLocationKey)
  if (location === undefined || !location.isEnabled) refuse(25012, 'Invalid inventory location.')
  const condition = category.conditions.find((id) => conditions[id]![0] === item.body.condition)
  if (item.body.condition === undefined) refuse(25029, 'Condition is required for this category.')
  if (condition === undefined)
    refuse(25021, 'The item condition value is invalid. It is not applicable for the category.')
  checkAspects(category.aspects, object(product.aspects))
  const priceCents = priceOf(body)
  if (priceCents === null) refuse(25003, 'Invalid price. The price is missing.')
  const quantity = Math.min(Number(body.availableQuantity ?? item.quantity), item.quantity)
  if (quantity < 1) refuse(25004, 'Invalid quantity. The quantity must be a valid number greater than 0.')
  checkLimit(world, quantity, quantity * priceCents)
  return { title, quantity, priceCents }
}

function checkPictures(world: World, urls: unknown): void {
  if (!Array.isArray(urls) || urls.length === 0)
    refuse(25002, 'A user error has occurred. Add at least 1 photo.')
  if (urls.length > 24) refuse(25014, 'Invalid pictures. There are more than 24.')
  for (const url of urls) {
    if (typeof url !== 'string' || !url.startsWith('https://')) refuse(25015, 'Invalid picture URL.')
    const own = world.images.get(/\/images\/g\/(\d+)\//.exec(url)?.[1] ?? '')
    if (url.startsWith('https://i.ebayimg.com/') && (own === undefined || own.expiresAt < world.now()))
      refuse(25014, 'Invalid pictures. The picture has expired.')
  }
}

const policyKinds = [
  ['fulfillmentPolicyId', 'fulfillment', 25007],
  ['paymentPolicyId', 'payment', 25008],
  ['returnPolicyId', 'return', 25009],
] as const

function checkPolicies(
  world: World,
  { body, site }: StoredOffer,
  item: Readonly<Record<string, unknown>>,
): void {
  if (!world.isOptedIn)
    refuse(25007, 'Invalid shipping policy. The seller is not opted in to business policies.')
  const chosen = object(body.listingPolicies)
  for (const [field, kind, errorId] of policyKinds) {
    if (typeof chosen[field] !== 'string') refuse(errorId, `Invalid ${kind} policy. It is missing.`)
    const policy = world.policies.find((one) => one.id === chosen[field] && one.kind === kind)
    if (policy?.site !== site) refuse(25035, 'The specified policy is not found for the market place.')
    const weight = object(object(item.packageWeightAndSize).weight)
    if (policy.isCalculated && !(Number(weight.value) > 0 && typeof weight.unit === 'string'))
      refuse(25020, 'Invalid package weight. The package weight is missing or not valid.')
  }
}

function checkAspects(
  asked: (typeof categories)[number]['aspects'],
  given: Readonly<Record<string, unknown>>,
): void {
  for (const { name, isRequired, isClosed, isMulti, values = [] } of asked) {
    const own = given[name]
    const said = Array.isArray(own) ? own.filter((value) => typeof value === 'string' && value !== '') : []
    if (isRequired && said.length === 0)
      refuse(
        25002,
        `A user error has occurred. The item specific ${name} is missing. Add ${name} to this listing, enter a valid value, and then try again.`,
        { parameters: [{ name: '2', value: name }] },
      )
    if (!isMulti && said.length > 1)
      refuse(25002, `A user error has occurred. Item specific ${name} may have only one value.`)
    if (isClosed && said.some((value) => !values.includes(value)))
      refuse(
        25002,
        `A user error has occurred. The value of item specific ${name} is not one that is allowed.`,
      )
  }
}

function checkLimit(world: World, quantity: number, amountCents: number): void {
  const { limit } = world
  const used = usedOfLimit(world)
  if (
    limit !== null &&
    (used.quantity + quantity > (limit.quantity ?? Number.POSITIVE_INFINITY) ||
      used.amountCents + amountCents > (limit.amountCents ?? Number.POSITIVE_INFINITY))
  )
    refuse(25026, 'Selling limit exceeded. You have reached the number of items you can list this month.')
}

export function withdraw(asked: Asked, world: World): Answer {
  checkLanguages(asked, false)
  const offer = offerOf(world, asked.parts[0] ?? '')
  const listing = liveOf(world, offer)
  if (listing === undefined) refuse(25713, `This Offer is not available : ${offer.offerId}.`)
  listing.status = 'ENDED'
  offer.isPublished = false
  return ok({ listingId: listing.listingId })
}

export function listingFees(asked: Asked, world: World): Answer {
  checkLanguages(asked, false)
  const rows = asked.json?.offers
  if (!Array.isArray(rows) || rows.length === 0) refuse(25709, 'Invalid value for offers.')
  const offers = rows.map((row) => {
    const offer = world.offers.get(String(object(row).offerId))
    if (offer === undefined || offer.isPublished)
      refuse(
        25754,
        'One or more provided offerId(s) are invalid. All offerId(s) in the request should be unpublished.',
      )
    return offer
  })
  const feesOf = (site: string) => [
    { feeType: 'InsertionFee', amount: amount(35, sites[site]!.currency) },
    { feeType: 'SubtitleFee', amount: amount(0, sites[site]!.currency) },
  ]
  return ok({
    feeSummaries: [...new Set(offers.map(({ site }) => site))].map((marketplaceId) => ({
      marketplaceId,
      fees: feesOf(marketplaceId).map((fee) => ({
        ...fee,
        promotionalDiscount: amount(0, sites[marketplaceId]!.currency),
      })),
    })),
  })
}
