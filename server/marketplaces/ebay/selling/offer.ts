import type { AdThere, AdToPost, FeeShown, SellingProblem, Step } from '../../../model/selling.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { adProblem, isSku, itemBody, offerBody, skuProblem } from './ad.ts'
import { type Came, call, type Failed, failed, isFailed } from './call.ts'
import { asAmount, type Json, moneyOf, numberOf, objectOf, rowsOf, textOf } from './json.ts'
import { listingUrl, sellingSite } from './sites.ts'
import { explained, fieldsOf, saidIn, sentenceOf } from './words.ts'

const inventory = '/sell/inventory/v1'
/** eBay knows no such thing, no such offer: it was never there, or was deleted. */
const missing = new Set(['25702', '25713'])

const isMissing = ({ codes }: Failed) => codes.some((code) => missing.has(code))

export async function putItem(ad: AdToPost, ctx: SellingContext): Step<null> {
  const wrong = adProblem(ad)
  if (wrong !== null) return wrong
  const came = await call(
    {
      ...{ step: 'put-item', method: 'PUT', path: `${inventory}/inventory_item/${ad.sku}` },
      ...{ body: itemBody(ad), language: languageOf(ad.site) },
    },
    ctx,
  )
  return isFailed(came) ? came : { value: null, warnings: came.warnings }
}

function languageOf(site: string): string {
  const known = sellingSite(site)
  return 'outcome' in known ? 'en-US' : known.language
}

/** The one offer that a SKU can have on a site: the one that is there is taken, else it is made. */
export async function putOffer(ad: AdToPost, ctx: SellingContext): Step<{ offerId: string }> {
  const wrong = adProblem(ad)
  if (wrong !== null) return wrong
  const there = await offerThere(ad.sku, ad.site, ctx)
  if (isFailed(there)) return there
  if (there.offer !== null) return replaceOffer(there.offer.offerId, ad, ctx)
  const made = await call(
    {
      ...{ step: 'make-offer', method: 'POST', path: `${inventory}/offer`, language: languageOf(ad.site) },
      body: { sku: ad.sku, marketplaceId: ad.site, format: 'FIXED_PRICE', ...offerBody(ad) },
    },
    ctx,
  )
  if (!isFailed(made)) return offerIdOf(made)
  if (!made.codes.includes('25002')) return made
  // Somebody else made it in the meantime, or eBay means something else by this number.
  const again = await offerThere(ad.sku, ad.site, ctx)
  if (isFailed(again) || again.offer === null) return made
  return replaceOffer(again.offer.offerId, ad, ctx)
}

async function replaceOffer(offerId: string, ad: AdToPost, ctx: SellingContext): Step<{ offerId: string }> {
  const path = `${inventory}/offer/${encodeURIComponent(offerId)}`
  const put = await call(
    { step: 'put-offer', method: 'PUT', path, body: offerBody(ad), language: languageOf(ad.site) },
    ctx,
  )
  if (!isFailed(put)) return { value: { offerId }, warnings: put.warnings }
  return isMissing(put)
    ? failed('away', 'The offer was deleted at eBay just now; it is made anew next time.')
    : put
}

function offerIdOf(made: Came): Awaited<Step<{ offerId: string }>> {
  const offerId = textOf(made.json?.offerId)
  return offerId === null ? noNumber : { value: { offerId }, warnings: made.warnings }
}

const noNumber: SellingProblem = {
  outcome: 'unknown',
  reason: 'eBay did it but did not say its number: Deal Scout looks it up before anything else.',
}

export async function fees(offerId: string, ctx: SellingContext): Step<FeeShown[]> {
  const path = `${inventory}/offer/get_listing_fees`
  const came = await call(
    { step: 'fees', method: 'POST', path, body: { offers: [{ offerId }] }, changes: false },
    ctx,
  )
  if (isFailed(came)) return came
  if (came.json === null) return nothingRead
  const summaries = rowsOf(came.json.feeSummaries)
  const value = summaries.flatMap(({ fees: rows }) => rowsOf(rows).flatMap(feeOf))
  const warnings = summaries.flatMap((summary) => saidIn(summary, 'warnings').map(sentenceOf))
  return { value, warnings: [...came.warnings, ...warnings] }
}

const nothingRead: SellingProblem = { outcome: 'away', reason: 'eBay’s answer was empty.' }

/** What is left of it after what eBay takes off; none where that is nothing. */
function feeOf({ feeType, amount, promotionalDiscount }: Json): FeeShown[] {
  const money = moneyOf(amount)
  if (money === null) return []
  const off = moneyOf(promotionalDiscount)
  const cents = money.cents - (off?.currency === money.currency ? off.cents : 0)
  return cents > 0 ? [{ name: textOf(feeType) ?? 'Fee', cents, currency: money.currency }] : []
}

export async function publish(
  offerId: string,
  ctx: SellingContext,
): Step<{ listingId: string; url: string }> {
  const path = `${inventory}/offer/${encodeURIComponent(offerId)}`
  // Whether it is live already, which eBay refuses to say when asked to publish; and on which site it stands.
  const before = await call({ step: 'read-offer', method: 'GET', path }, ctx)
  if (isFailed(before)) return before
  if (before.json === null) return nothingRead
  const live = listingOf(before.json)
  if (live !== null) return { value: live, warnings: [] }
  const came = await call({ step: 'publish', method: 'POST', path: `${path}/publish` }, ctx)
  if (!isFailed(came)) {
    const listingId = textOf(came.json?.listingId)
    if (listingId === null) return noNumber
    const url = listingUrl(textOf(before.json.marketplaceId), listingId)
    return { value: { listingId, url }, warnings: came.warnings }
  }
  if (came.outcome !== 'refused') return came
  const after = await call({ step: 'read-offer', method: 'GET', path }, ctx)
  const now = isFailed(after) || after.json === null ? null : listingOf(after.json)
  return now === null ? came : { value: now, warnings: [] }
}

/** The live listing of an offer. */
function listingOf(offer: Json): { listingId: string; url: string } | null {
  const listingId = textOf(objectOf(offer.listing).listingId)
  if (listingId === null || stateOf(offer) !== 'live') return null
  return { listingId, url: listingUrl(textOf(offer.marketplaceId), listingId) }
}

function stateOf(offer: Json): AdThere['state'] {
  const { listingStatus } = objectOf(offer.listing)
  if (offer.status !== 'PUBLISHED') return 'draft'
  return listingStatus === undefined || listingStatus === 'ACTIVE' || listingStatus === 'OUT_OF_STOCK'
    ? 'live'
    : 'ended'
}

export async function revise(
  ad: Pick<AdToPost, 'sku' | 'priceCents' | 'currency' | 'quantity'> & { offerId: string },
  ctx: SellingContext,
): Step<null> {
  const { sku, offerId, quantity, priceCents, currency } = ad
  const row = { offerId, availableQuantity: quantity, price: asAmount(priceCents, currency) }
  const came = await call(
    {
      ...{ step: 'revise', method: 'POST', path: `${inventory}/bulk_update_price_quantity` },
      body: { requests: [{ sku, shipToLocationAvailability: { quantity }, offers: [row] }] },
    },
    ctx,
  )
  if (isFailed(came)) return came
  const own = rowsOf(came.json?.responses).filter((one) => one.offerId === offerId || one.sku === sku)
  // Of each row eBay says for itself whether it was done, also where the whole is a 200.
  const bad = own.find(({ statusCode }) => !(Number(statusCode) >= 200 && Number(statusCode) < 300))
  if (own.length === 0)
    return failed(
      'unknown',
      'eBay did not say whether it was changed: Deal Scout looks it up before anything else.',
    )
  const warnings = [...came.warnings, ...own.flatMap((one) => saidIn(one, 'warnings').map(sentenceOf))]
  if (bad === undefined) return { value: null, warnings }
  const said = saidIn(bad, 'errors')
  const codes = said.map(({ code }) => code)
  const status = Number(bad.statusCode)
  return failed(status >= 500 ? 'unknown' : 'refused', explained(said, 'eBay did not change it.'), {
    ...{ codes, fields: fieldsOf(said) },
  })
}

export async function end(offerId: string, ctx: SellingContext): Step<null> {
  const path = `${inventory}/offer/${encodeURIComponent(offerId)}`
  const came = await call({ step: 'end', method: 'POST', path: `${path}/withdraw` }, ctx)
  if (!isFailed(came)) return { value: null, warnings: came.warnings }
  if (came.outcome !== 'refused') return came
  const after = await call({ step: 'read-offer', method: 'GET', path }, ctx)
  if (isFailed(after)) return isMissing(after) ? { value: null, warnings: [] } : after
  if (after.json === null) return nothingRead
  return stateOf(after.json) === 'live' ? came : { value: null, warnings: [] }
}

export async function read(sku: string, site: string, ctx: SellingContext): Step<AdThere | null> {
  if (!isSku(sku)) return skuProblem
  const known = sellingSite(site)
  if ('outcome' in known) return known
  const there = await offerThere(sku, site, ctx)
  return isFailed(there) ? there : { value: there.offer, warnings: there.warnings }
}

async function offerThere(
  sku: string,
  site: string,
  ctx: SellingContext,
): Promise<{ offer: AdThere | null; warnings: string[] } | Failed> {
  const path = `${inventory}/offer?sku=${sku}&marketplace_id=${site}&format=FIXED_PRICE`
  const came = await call({ step: 'read-ad', method: 'GET', path, language: languageOf(site) }, ctx)
  if (isFailed(came)) return isMissing(came) ? { offer: null, warnings: [] } : came
  if (!Array.isArray(came.json?.offers))
    return failed('away', 'eBay’s answer does not say what stands there.')
  const offers = rowsOf(came.json.offers)
    .filter((offer) => offer.sku === sku && offer.marketplaceId === site)
    .map(adOf)
  if (offers.includes(null)) return failed('away', 'eBay’s answer about the ad could not be read.')
  const live = offers.find((offer) => offer?.state === 'live')
  return { offer: live ?? offers[0] ?? null, warnings: came.warnings }
}

function adOf(offer: Json): AdThere | null {
  const offerId = textOf(offer.offerId)
  const price = moneyOf(objectOf(offer.pricingSummary).price)
  const listing = objectOf(offer.listing)
  const listingId = textOf(listing.listingId)
  if (offerId === null || price === null || typeof offer.status !== 'string') return null
  return {
    ...{ offerId, listingId, state: stateOf(offer), priceCents: price.cents, currency: price.currency },
    url: listingId === null ? null : listingUrl(textOf(offer.marketplaceId), listingId),
    quantity: numberOf(offer.availableQuantity) ?? 0,
    soldQuantity: numberOf(listing.soldQuantity) ?? 0,
    title: null,
  }
}
