import { existsSync, writeFileSync } from 'node:fs'
import { fitCategories, fitOffers } from './lib-offer-fit.ts'
import { labelledRows, ownLabels, sharedData, sharedGold } from './lib-offer-rows.ts'

const offers = new URL('../server/model/offer/offer.weights', import.meta.url)
const categories = new URL('../server/listings/normalize/category.weights', import.meta.url)

/**
 * `npm run train:kinds`: writes the weights that kinds, price meanings and categories are read by, from the rows read by hand and
 * the made-up offers. The same rows always give the same file.
 */
export async function run(): Promise<Record<string, unknown>> {
  if (!existsSync(sharedData)) return { skipped: 'the shared data is not on this machine' }
  const rows = [
    ...(await labelledRows(sharedGold, sharedData)),
    ...(await labelledRows(ownLabels, sharedData)),
  ]
  const [offerWeights, categoryWeights] = [fitOffers(rows), fitCategories(rows)]
  writeFileSync(offers, offerWeights)
  writeFileSync(categories, categoryWeights)
  return { rows: rows.length, bytes: offerWeights.byteLength + categoryWeights.byteLength }
}
