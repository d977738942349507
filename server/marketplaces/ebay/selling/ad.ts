import type { AdToPost, SellingProblem } from '../../../model/selling.ts'
import { conditionNames } from './condition-names.ts'
import { asAmount, type Json } from './json.ts'
import { sellingSite } from './sites.ts'

const skuPattern = /^[A-Za-z0-9]{1,50}$/

/** What eBay could not even be asked; null where there is nothing. */
export function adProblem(ad: AdToPost): SellingProblem | null {
  const refused = (reason: string): SellingProblem => ({ outcome: 'refused', reason })
  if (!skuPattern.test(ad.sku)) return skuProblem
  const site = sellingSite(ad.site)
  if ('outcome' in site) return site
  if (ad.currency !== site.currency)
    return refused(
      `Prices at this eBay site are in ${site.currency}, not in ${ad.currency}: enter the price anew.`,
    )
  if (conditionNames[ad.conditionId] === undefined)
    return refused('eBay has no such condition: choose one that the category takes.')
  return null
}

export const isSku = (sku: string) => skuPattern.test(sku)
export const skuProblem: SellingProblem = {
  outcome: 'refused',
  reason: 'The item’s number at eBay may have letters and digits only, 50 of them at the most.',
}

/** The thing itself; what stands there is replaced whole. */
export function itemBody(ad: AdToPost): Json {
  return {
    availability: { shipToLocationAvailability: { quantity: ad.quantity } },
    condition: conditionNames[ad.conditionId],
    ...(ad.conditionNote !== null && { conditionDescription: ad.conditionNote }),
    product: { title: ad.title, aspects: ad.specifics, imageUrls: ad.photoUrls },
    ...(ad.weightGrams !== null && {
      packageWeightAndSize: { weight: { value: ad.weightGrams, unit: 'GRAM' } },
    }),
  }
}

/** What it is offered for, without whose offer it is. */
export function offerBody(ad: AdToPost): Json {
  const { bestOffer, currency } = ad
  return {
    availableQuantity: ad.quantity,
    categoryId: ad.categoryId,
    listingDescription: asHtml(ad.description),
    listingDuration: 'GTC',
    // Else eBay's catalogue puts its own words and pictures in.
    includeCatalogProductDetails: false,
    listingPolicies: {
      fulfillmentPolicyId: ad.shippingPolicyId,
      paymentPolicyId: ad.paymentPolicyId,
      returnPolicyId: ad.returnPolicyId,
      bestOfferTerms: {
        bestOfferEnabled: bestOffer !== null,
        ...(bestOffer?.acceptCents != null && { autoAcceptPrice: asAmount(bestOffer.acceptCents, currency) }),
        ...(bestOffer?.refuseBelowCents != null && {
          autoDeclinePrice: asAmount(bestOffer.refuseBelowCents, currency),
        }),
      },
    },
    merchantLocationKey: ad.locationId,
    pricingSummary: { price: asAmount(ad.priceCents, currency) },
  }
}

/** eBay shows descriptions as HTML: what was written looks there as it looks here. */
export function asHtml(description: string): string {
  return description
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r\n?|\n/g, '<br>')
}
