import type { SellingProblem, SellingSite } from '../../../model/selling.ts'
import { type EbaySite, ebaySites } from '../sites.ts'

/** Where each site's listings stand. */
const hosts: Readonly<Record<string, string>> = {
  EBAY_US: 'www.ebay.com',
  EBAY_GB: 'www.ebay.co.uk',
  EBAY_DE: 'www.ebay.de',
  EBAY_FR: 'www.ebay.fr',
  EBAY_IT: 'www.ebay.it',
  EBAY_ES: 'www.ebay.es',
  EBAY_CA: 'www.ebay.ca',
  EBAY_AU: 'www.ebay.com.au',
  EBAY_AT: 'www.ebay.at',
  EBAY_CH: 'www.ebay.ch',
  EBAY_IE: 'www.ebay.ie',
  EBAY_NL: 'www.ebay.nl',
  EBAY_PL: 'www.ebay.pl',
}

export const sellingSites: readonly SellingSite[] = Object.entries(ebaySites).map(([id, { currency }]) => ({
  ...{ id, currency },
  name: hosts[id]!.replace('www.ebay', 'eBay'),
}))

export function sellingSite(id: string): EbaySite | SellingProblem {
  return (
    ebaySites[id] ?? {
      outcome: 'refused',
      reason: `There is no eBay site "${id}": choose one of ${Object.keys(ebaySites).join(', ')}.`,
    }
  )
}

export function listingUrl(site: string | null, listingId: string): string {
  return `https://${hosts[site ?? ''] ?? hosts.EBAY_US}/itm/${listingId}`
}
