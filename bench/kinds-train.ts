import { existsSync, writeFileSync } from 'node:fs'
import { fitOffers } from './lib-offer-fit.ts'
import { labelledRows, ownLabels, sharedData, sharedGold } from './lib-offer-rows.ts'

const file = new URL('../server/model/offer/offer.weights', import.meta.url)

/**
 * `npm run train:kinds`: writes the weights that kinds and price meanings are read by, from the rows read by hand and
 * the made-up offers. The same rows always give the same file.
 */
export async function run(): Promise<Record<string, unknown>> {
  if (!existsSync(sharedData)) return { skipped: 'the shared data is not on this machine' }
  const rows = [
    ...(await labelledRows(sharedGold, sharedData)),
    ...(await labelledRows(ownLabels, sharedData)),
  ]
  const weights = fitOffers(rows)
  writeFileSync(file, weights)
  return { rows: rows.length, bytes: weights.byteLength }
}
