import type { Choice, Preflight, Step } from '../../../model/selling.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { call, type Failed, isFailed } from './call.ts'
import { type Json, moneyOf, numberOf, objectOf, rowsOf, textOf } from './json.ts'
import { sellingSite } from './sites.ts'

const account = '/sell/account/v1'

/** What is missing, and what to do about it. */
export const missingSentences = {
  optIn:
    'Your eBay account has no business policies yet: turn them on at eBay (Account settings, Business policies); it can take a day until they are there.',
  registered: 'Your seller account at eBay is not complete: finish it under Account settings at eBay.',
  shipping: 'You have no shipping policy for this eBay site: make one at eBay under Business policies.',
  payment: 'You have no payment policy for this eBay site: make one at eBay under Business policies.',
  returns: 'You have no return policy for this eBay site: make one at eBay under Business policies.',
  location: 'eBay does not know yet from where you ship: enter your country and postal code once.',
  limit:
    'Your selling limit at eBay is used up: end other listings, wait for next month, or ask eBay for more.',
} as const

export async function preflight(site: string, ctx: SellingContext): Step<Preflight> {
  const known = sellingSite(site)
  if ('outcome' in known) return known
  const get = (step: string, path: string) =>
    call({ step, method: 'GET', path, language: known.language }, ctx)
  const programs = await get('read-programs', `${account}/program/get_opted_in_programs`)
  if (isFailed(programs)) return programs
  const isOptedIn = rowsOf(programs.json?.programs).some(
    ({ programType }) => programType === 'SELLING_POLICY_MANAGEMENT',
  )
  const privilege = await get('read-limit', `${account}/privilege`)
  if (isFailed(privilege)) return privilege
  const policies = { fulfillment: [] as Json[], payment: [] as Json[], return: [] as Json[] }
  // Whoever has none turned on is refused the list of them.
  for (const kind of isOptedIn ? (['fulfillment', 'payment', 'return'] as const) : []) {
    const came = await get(`read-${kind}-policies`, `${account}/${kind}_policy?marketplace_id=${site}`)
    if (isFailed(came)) return came
    policies[kind] = rowsOf(came.json?.[listNames[kind]])
  }
  const places = await locations(ctx)
  if (isFailed(places)) return places
  const limit = limitOf(objectOf(privilege.json?.sellingLimit), known.currency)
  const shippingPolicies = policies.fulfillment.flatMap(shippingPolicy)
  const paymentPolicies = choices(policies.payment, 'paymentPolicyId')
  const returnPolicies = choices(policies.return, 'returnPolicyId')
  const gaps: [isThere: boolean, sentence: string][] = [
    [isOptedIn, missingSentences.optIn],
    [privilege.json?.sellerRegistrationCompleted !== false, missingSentences.registered],
    [!isOptedIn || shippingPolicies.length > 0, missingSentences.shipping],
    [!isOptedIn || paymentPolicies.length > 0, missingSentences.payment],
    [!isOptedIn || returnPolicies.length > 0, missingSentences.returns],
    [places.length > 0, missingSentences.location],
    [limit?.units !== 0 && limit?.cents !== 0, missingSentences.limit],
  ]
  const missing = gaps.filter(([isThere]) => !isThere).map(([, sentence]) => sentence)
  return {
    value: { missing, shippingPolicies, paymentPolicies, returnPolicies, locations: places, limit },
    warnings: [],
  }
}

const listNames = {
  fulfillment: 'fulfillmentPolicies',
  payment: 'paymentPolicies',
  return: 'returnPolicies',
} as const

function choices(rows: readonly Json[], idName: string): Choice[] {
  return rows.flatMap((row) => {
    const id = textOf(row[idName])
    return id === null ? [] : [{ id, name: textOf(row.name) ?? id }]
  })
}

function shippingPolicy(row: Json): Preflight['shippingPolicies'] {
  const needsWeight = rowsOf(row.shippingOptions).some(({ costType }) => costType === 'CALCULATED')
  return choices([row], 'fulfillmentPolicyId').map((choice) => ({ ...choice, needsWeight }))
}

/** eBay says what may be sold in a month, not what is left of it. */
function limitOf(limit: Json, currency: string): Preflight['limit'] {
  const units = numberOf(limit.quantity)
  const amount = moneyOf(limit.amount)
  return units === null && amount === null
    ? null
    : { units, cents: amount?.cents ?? null, currency: amount?.currency ?? currency }
}

const locationPath = '/sell/inventory/v1/location'

async function locations(ctx: SellingContext): Promise<Choice[] | Failed> {
  const came = await call({ step: 'read-locations', method: 'GET', path: `${locationPath}?limit=100` }, ctx)
  if (isFailed(came)) return came
  const usable = rowsOf(came.json?.locations).filter((row) => row.merchantLocationStatus !== 'DISABLED')
  return choices(usable, 'merchantLocationKey')
}

/** Ours, always the same: made twice, it is one. */
const ownLocation = 'dealscout'

/** Tells eBay from where it is shipped; where it knows the place already, that stays as it is. */
export async function putLocation(
  place: { name: string; country: string; postalCode: string },
  ctx: SellingContext,
): Step<{ locationId: string }> {
  const { name, country, postalCode } = place
  const came = await call(
    {
      ...{ step: 'put-location', method: 'POST', path: `${locationPath}/${ownLocation}` },
      body: {
        location: { address: { country, postalCode } },
        ...{ name, merchantLocationStatus: 'ENABLED', locationTypes: ['WAREHOUSE'] },
      },
    },
    ctx,
  )
  if (isFailed(came) && came.status !== 409 && !came.codes.includes('25803')) return came
  return { value: { locationId: ownLocation }, warnings: [] }
}
