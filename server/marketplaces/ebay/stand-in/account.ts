import { type Answer, type Asked, amount, object, ok, page, refuse, refuseBy } from './answers.ts'
import { checkLanguages } from './inventory.ts'
import { giveToken, type Policy, scopeBase, sites, type World } from './world.ts'

export const appKeys = { id: 'id', secret: 'app-secret' }

const person = { userId: 'EBAYUSER0000001', username: 'seller_of_things' }

/** Tokens as OAuth at eBay gives them. */
export function token({ headers, bytes }: Asked, world: World): Answer {
  const keys = Buffer.from(`${appKeys.id}:${appKeys.secret}`).toString('base64')
  if (headers.authorization !== `Basic ${keys}`)
    return {
      status: 401,
      body: { error: 'invalid_client', error_description: 'client authentication failed' },
    }
  const form = new URLSearchParams(bytes.toString('utf8'))
  const refused = (error: string) => ({
    status: 400,
    body: { error, error_description: 'the provided grant is not good' },
  })
  const access = (kind: 'app' | 'user', scopes: readonly string[]) => ({
    ...{ access_token: giveToken(world, kind, scopes), expires_in: 7200 },
    token_type: kind === 'app' ? 'Application Access Token' : 'User Access Token',
  })
  const kind = form.get('grant_type')
  if (kind === 'client_credentials') return ok(access('app', [scopeBase]))
  if (kind === 'authorization_code') {
    const code = form.get('code') ?? ''
    const scopes = world.codes.get(code)
    if (scopes === undefined) return refused('invalid_grant')
    world.codes.delete(code)
    const refreshToken = `v^1.1#i^1#r#${code}`
    world.refreshTokens.set(refreshToken, scopes)
    return ok({
      ...access('user', scopes),
      ...{ refresh_token: refreshToken, refresh_token_expires_in: 47_304_000 },
    })
  }
  if (kind === 'refresh_token') {
    const scopes = world.refreshTokens.get(form.get('refresh_token') ?? '')
    return scopes === undefined ? refused('invalid_grant') : ok(access('user', scopes))
  }
  return refused('unsupported_grant_type')
}

export function whoIs(): Answer {
  return ok(person)
}

const lists = {
  fulfillment: 'fulfillmentPolicies',
  payment: 'paymentPolicies',
  return: 'returnPolicies',
} as const

function asPolicy({ id, name, site, kind, isCalculated }: Policy) {
  const common = {
    ...{ name, marketplaceId: site, [`${kind}PolicyId`]: id },
    categoryTypes: [{ name: 'ALL_EXCLUDING_MOTORS_VEHICLES', default: true }],
  }
  if (kind === 'payment') return { ...common, immediatePay: true, paymentMethods: [] }
  if (kind === 'return')
    return {
      ...common,
      ...{
        returnsAccepted: true,
        returnPeriod: { value: 30, unit: 'DAY' },
        returnShippingCostPayer: 'BUYER',
      },
      refundMethod: 'MONEY_BACK',
    }
  const shippingService = {
    ...{
      sortOrder: 1,
      shippingCarrierCode: 'USPS',
      shippingServiceCode: 'USPSPriority',
      freeShipping: false,
    },
    ...(!isCalculated && { shippingCost: amount(900, sites[site]!.currency) }),
  }
  return {
    ...common,
    ...{ handlingTime: { value: 1, unit: 'DAY' }, globalShipping: false, pickupDropOff: false },
    ...{ freightShipping: false, localPickup: false },
    shippingOptions: [
      {
        ...{ optionType: 'DOMESTIC', costType: isCalculated ? 'CALCULATED' : 'FLAT_RATE' },
        shippingServices: [shippingService],
      },
    ],
  }
}

export function policies(asked: Asked, world: World): Answer {
  const kind = asked.parts[0] as Policy['kind']
  const site = asked.url.searchParams.get('marketplace_id') ?? ''
  if (sites[site] === undefined) refuseBy('API_ACCOUNT', 400, 20_403, 'Invalid marketplace_id.')
  if (!world.isOptedIn)
    refuseBy('API_ACCOUNT', 400, 20_403, 'Invalid seller. User is not eligible for Business Policy.')
  const found = world.policies.filter((policy) => policy.kind === kind && policy.site === site)
  return ok({ total: found.length, [lists[kind]]: found.map(asPolicy) })
}

export function programs(world: World): Answer {
  return ok({ programs: world.isOptedIn ? [{ programType: 'SELLING_POLICY_MANAGEMENT' }] : [] })
}

/** The cap of a month, not what is left of it. */
export function privilege(world: World): Answer {
  const { limit } = world
  return ok({
    sellerRegistrationCompleted: world.isRegistered,
    ...(limit !== null && {
      sellingLimit: {
        ...(limit.amountCents !== null && { amount: amount(limit.amountCents, 'USD') }),
        ...(limit.quantity !== null && { quantity: limit.quantity }),
      },
    }),
  })
}

export function locations(asked: Asked, world: World): Answer {
  checkLanguages(asked, false)
  const { rows, frame } = page(world.locations, asked, { usual: 100, max: 100 })
  return ok({
    ...frame,
    locations: rows.map(({ key, name, isEnabled }) => ({
      ...{ merchantLocationKey: key, name, locationTypes: ['WAREHOUSE'] },
      merchantLocationStatus: isEnabled ? 'ENABLED' : 'DISABLED',
      location: { address: { country: world.country, postalCode: '94103' } },
    })),
  })
}

export function createLocation(asked: Asked, world: World): Answer {
  checkLanguages(asked, false)
  const key = decodeURIComponent(asked.parts[0] ?? '')
  if (world.locations.some((location) => location.key === key))
    refuse(25803, 'merchantLocationKey already exists.', { status: 409 })
  world.locations.push({ key, name: String(object(asked.json).name ?? key), isEnabled: true })
  return { status: 204 }
}
