import { type Answer, type Asked, object, ok, page, refuseBy } from './answers.ts'
import { liveListings, nextId, sites, type World } from './world.ts'

const domain = 'API_NEGOTIATION'

function siteOf({ headers }: Asked): string {
  const site = headers['x-ebay-c-marketplace-id']
  if (typeof site !== 'string') refuseBy(domain, 400, 150_001, 'Mandatory headers are missing.')
  if (sites[site] === undefined)
    refuseBy(domain, 400, 150_002, `The marketplace value ${site} is not supported.`)
  return site
}

export function eligibleItems(asked: Asked, world: World): Answer {
  const site = siteOf(asked)
  const found = liveListings(world).filter((listing) => listing.site === site && listing.watchers > 0)
  if (found.length === 0) return { status: 204 }
  const { rows, frame } = page(found, asked, { usual: 10, max: 200 })
  return ok({ ...frame, eligibleItems: rows.map(({ listingId }) => ({ listingId })) })
}

export function sendOffers(asked: Asked, world: World): Answer {
  const site = siteOf(asked)
  const { offeredItems, message, allowCounterOffer } = asked.json ?? {}
  const [item] = (Array.isArray(offeredItems) ? offeredItems : []).map(object)
  if (item === undefined) refuseBy(domain, 400, 150_006, 'Request cannot be null/empty.')
  const listing = world.listings.get(String(item.listingId))
  if (listing === undefined || listing.site !== site)
    refuseBy(
      domain,
      409,
      150_012,
      `Invalid listingId ${String(item.listingId)}. No such listing for this seller.`,
    )
  if (listing.status === 'ENDED')
    refuseBy(
      domain,
      409,
      150_011,
      `Invalid listingId ${listing.listingId}. The listing for this offer has ended.`,
    )
  if (listing.watchers === 0)
    refuseBy(domain, 409, 150_020, `Listing ${listing.listingId} has no interested buyers.`)
  const percent = Number(item.discountPercentage)
  if (!(percent >= 5 && percent < 100))
    refuseBy(domain, 400, 150_008, 'Price must be at least 5% less than your Buy It Now price')
  if (typeof message === 'string' && (message.length > 2000 || /</.test(message)))
    refuseBy(domain, 409, 150_010, 'Invalid message. Message cannot contain HTML')
  const at = world.now().toISOString()
  const offers = Array.from({ length: listing.watchers }, (_, i) => ({
    ...{ offerId: nextId(world, 8_000_000_000), buyer: { maskedUsername: `b***${i}` }, creationDate: at },
    ...{
      lastModifiedDate: at,
      initiatedBy: 'SELLER',
      offerStatus: 'PENDING',
      offerType: 'SELLER_INITIATED',
      revision: '1',
    },
    ...{ allowCounterOffer: allowCounterOffer === true, message, offerDuration: { unit: 'DAY', value: 2 } },
    offeredItems: [{ listingId: listing.listingId, quantity: 1, discountPercentage: String(percent) }],
  }))
  listing.watchers = 0
  return ok({ offers })
}
