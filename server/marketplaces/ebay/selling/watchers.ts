import type { Step } from '../../../model/selling.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { call, isFailed } from './call.ts'
import { rowsOf } from './json.ts'

const negotiation = '/sell/negotiation/v1'
/** Where eBay lets offers be sent; the call names the site, the listing does not. */
const sites = ['EBAY_US', 'EBAY_GB', 'EBAY_DE', 'EBAY_CA', 'EBAY_AU', 'EBAY_FR', 'EBAY_IT', 'EBAY_ES']
const pageRows = 200
const pagesMax = 25

export async function offerToWatchers(
  listingId: string,
  percentOff: number,
  message: string,
  ctx: SellingContext,
): Step<{ sent: number }> {
  if (!Number.isInteger(percentOff) || percentOff < 5 || percentOff > 90)
    return { outcome: 'refused', reason: 'Take off between 5 and 90 %, in whole numbers.' }
  const site = await siteOf(listingId, ctx)
  if (typeof site === 'object' && site !== null) return site
  if (site === null)
    return { value: { sent: 0 }, warnings: ['Nobody watches it now who could be sent an offer.'] }
  const came = await call(
    {
      ...{
        step: 'offer-to-watchers',
        method: 'POST',
        path: `${negotiation}/send_offer_to_interested_buyers`,
      },
      headers: { 'x-ebay-c-marketplace-id': site },
      body: {
        allowCounterOffer: false,
        ...(message.trim() !== '' && { message: message.trim() }),
        offerDuration: { unit: 'DAY', value: 2 },
        offeredItems: [{ listingId, quantity: 1, discountPercentage: String(percentOff) }],
      },
    },
    ctx,
  )
  if (isFailed(came)) return came
  return { value: { sent: rowsOf(came.json?.offers).length }, warnings: came.warnings }
}

/** The site on which somebody could be sent an offer for it; null = none. */
async function siteOf(listingId: string, ctx: SellingContext) {
  for (const site of sites)
    for (let page = 0; page < pagesMax; page++) {
      const path = `${negotiation}/find_eligible_items?limit=${pageRows}&offset=${page * pageRows}`
      const headers = { 'x-ebay-c-marketplace-id': site }
      const came = await call({ step: 'read-watched', method: 'GET', path, headers }, ctx)
      // Not every site has them.
      if (isFailed(came) && came.codes.includes('150002')) break
      if (isFailed(came)) return came
      const rows = rowsOf(came.json?.eligibleItems)
      if (rows.some((row) => row.listingId === listingId)) return site
      if (rows.length < pageRows) break
    }
  return null
}
