import {
  bookOther,
  cancel,
  consentCode,
  deleteOfferThere,
  editThere,
  endThere,
  fail,
  failPayment,
  pay,
  refund,
  sell,
  sellForeign,
  userToken,
} from './actions.ts'
import { liveListings, type World } from './world.ts'

/** What tests of other processes can do: POST /_test/NAME with the rest of the arguments as a JSON array. */
export const controls = {
  sell,
  sellForeign,
  pay,
  failPayment,
  refund,
  cancel,
  bookOther,
  editThere,
  endThere,
  deleteOfferThere,
  userToken,
  consentCode,
  fail,
  /** Sets what it is by default: `{ isOptedIn: false, limit: … }`. */
  set: (world: World, values: Partial<World>) => void Object.assign(world, values),
  calm: (world: World) => void world.faults.splice(0),
  live: (world: World, sku?: string) => liveListings(world, sku),
  /** How much of everything there is. */
  state: (world: World) => ({
    items: world.items.size,
    offers: world.offers.size,
    listings: world.listings.size,
    live: liveListings(world).length,
    duplicates: duplicates(world),
    orders: world.orders.size,
    transactions: world.transactions.length,
    images: world.images.size,
    calls: world.calls.length,
  }),
  calls: (world: World) => world.calls,
} as const

/** SKUs with more than one live listing. */
export function duplicates(world: World): string[] {
  const skus = liveListings(world).map(({ sku }) => sku)
  return [...new Set(skus.filter((sku, at) => skus.indexOf(sku) !== at))]
}
