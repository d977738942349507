import type { Category, Condition } from '../../model/listing-schema.ts'

export interface EbaySite {
  country: string
  currency: string
  /** For Accept-Language. */
  language: string
  /** True where our category ids hold: the main categories carry the same ids there as on eBay.com. */
  commonCategories?: boolean
}

/** By marketplace id, the value of X-EBAY-C-MARKETPLACE-ID. */
export const ebaySites: Readonly<Record<string, EbaySite>> = {
  EBAY_US: { country: 'US', currency: 'USD', language: 'en-US', commonCategories: true },
  EBAY_GB: { country: 'GB', currency: 'GBP', language: 'en-GB', commonCategories: true },
  EBAY_DE: { country: 'DE', currency: 'EUR', language: 'de-DE', commonCategories: true },
  EBAY_FR: { country: 'FR', currency: 'EUR', language: 'fr-FR' },
  EBAY_IT: { country: 'IT', currency: 'EUR', language: 'it-IT' },
  EBAY_ES: { country: 'ES', currency: 'EUR', language: 'es-ES' },
  EBAY_CA: { country: 'CA', currency: 'CAD', language: 'en-CA', commonCategories: true },
  EBAY_AU: { country: 'AU', currency: 'AUD', language: 'en-AU', commonCategories: true },
  EBAY_AT: { country: 'AT', currency: 'EUR', language: 'de-AT' },
  EBAY_CH: { country: 'CH', currency: 'CHF', language: 'de-CH' },
  EBAY_IE: { country: 'IE', currency: 'EUR', language: 'en-IE' },
  EBAY_NL: { country: 'NL', currency: 'EUR', language: 'nl-NL' },
  EBAY_PL: { country: 'PL', currency: 'PLN', language: 'pl-PL' },
}

export const ebaySiteDefault = 'EBAY_US'

/** The site of a source's settings; eBay.com for an unknown value. */
export function siteOf(settings: Readonly<Record<string, unknown>>): EbaySite & { id: string } {
  const id = String(settings.site ?? ebaySiteDefault)
  const known = ebaySites[id]
  return known ? { id, ...known } : { id: ebaySiteDefault, ...ebaySites[ebaySiteDefault]! }
}

/**
 * Our category → eBay's main category, where one of eBay's holds all of ours. eBay refuses a main category
 * without words (12013), so this is for searches with words. Absent: eBay spreads ours over several (tools
 * stand in Home, Business and Motors), and a filter would hide listings.
 */
export const mainCategory: Readonly<Partial<Record<Category, string>>> = {
  phones: '15032',
  computers: '58058',
  tablets: '58058',
  cameras: '625',
  games: '1249',
  instruments: '619',
  books: '267',
  music: '11233',
  toys: '220',
  baby: '2984',
  beauty: '26395',
  pets: '1281',
  clothing: '11450',
  shoes: '11450',
  bags: '11450',
  jewelry: '281',
  watches: '281',
}

/** Our category → the eBay category that is exactly the things themselves, allowed without words. */
export const exactCategory: Readonly<Partial<Record<Category, string>>> = {
  phones: '9355',
  tablets: '171485',
  watches: '31387',
}

/**
 * Our condition → every eBay condition id under which such a thing may be sold. Sellers choose "Used" (3000) for
 * anything but new and broken; looser is right here, the exact decision is ours.
 */
export const conditionIds: Readonly<Record<Condition, readonly number[]>> = {
  new: [1000, 1500, 1750],
  'like-new': [1500, 1750, 2000, 2010, 2500, 2750, 2990, 3000],
  excellent: [2000, 2010, 2020, 2500, 2750, 2990, 3000, 4000],
  good: [2010, 2020, 2030, 2500, 2990, 3000, 3010, 4000, 5000],
  fair: [2030, 3000, 3010, 5000, 6000],
  poor: [3000, 3010, 5000, 6000, 7000],
  'for-parts': [3000, 6000, 7000],
}
