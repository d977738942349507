import type { MarketplaceSelling } from '../../selling-contract.ts'
import { listen } from '../account/order-notices.ts'
import { publicScope } from '../sign-in.ts'
import { bookings } from './bookings.ts'
import { categoryForm, suggestCategories } from './categories.ts'
import { sellingGerman } from './german.ts'
import { end, fees, publish, putItem, putOffer, read, revise } from './offer.ts'
import { orders } from './orders.ts'
import { uploadPhoto } from './photo.ts'
import { preflight, putLocation } from './preflight.ts'
import { ship } from './shipping.ts'
import { sellingSites } from './sites.ts'
import { offerToWatchers } from './watchers.ts'

/** Posting, selling and its money by eBay's Sell APIs. */
export const ebaySelling: MarketplaceSelling = {
  scopes: ['sell.inventory', 'sell.account', 'sell.fulfillment', 'sell.finances'].map(
    (name) => `${publicScope}/${name}`,
  ),
  sites: sellingSites,
  sentences: Object.keys(sellingGerman),
  preflight,
  putLocation: (_, place, ctx) => putLocation(place, ctx),
  suggestCategories,
  categoryForm,
  uploadPhoto,
  putItem,
  putOffer,
  fees,
  publish,
  revise,
  end,
  read,
  orders,
  bookings,
  ship,
  offerToWatchers,
  listen,
}
