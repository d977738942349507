import { createHash } from 'node:crypto'
import type { StoredPhoto } from '../photos/photo.ts'
import type { SentAd } from './api-post.ts'

/** What a photo is there by: it changes with what is in it. */
export function photoKey({ sha256, used, cut }: Pick<StoredPhoto, 'sha256' | 'used' | 'cut'>): string {
  return createHash('sha256')
    .update(`${sha256} ${used} large ${cut?.by ?? ''}`)
    .digest('hex')
}

/** What two ads that would be the same there have in common; in this order, since the database has one of its own. */
export function hashOf(ad: SentAd): string {
  const { sku, site, title, description, categoryId, conditionId, conditionNote } = ad
  const { priceCents, currency, quantity, shippingPolicyId, paymentPolicyId, returnPolicyId } = ad
  const { locationId, weightGrams, bestOffer, photos } = ad
  const said = {
    ...{ sku, site, title, description, categoryId, conditionId, conditionNote },
    specifics: Object.entries(ad.specifics).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ...{ priceCents, currency, quantity, shippingPolicyId, paymentPolicyId, returnPolicyId },
    ...{ locationId, weightGrams, bestOffer, photos },
  }
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
