import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancel, pay, refund, sell, userToken } from './actions.ts'
import { type EbayStandIn, startEbayStandIn } from './server.ts'
import { openSpecs } from './specs.ts'

let site: EbayStandIn
let token: string
beforeAll(async () => {
  site = await startEbayStandIn()
  token = userToken(site.world)
})
afterAll(async () => await site[Symbol.asyncDispose]())

const item = {
  availability: { shipToLocationAvailability: { quantity: 3 } },
  condition: 'USED_EXCELLENT',
  product: {
    title: 'Fairbyte Nova 5',
    description: 'A phone.',
    aspects: { Brand: ['Fairbyte'], Model: ['Nova 5'] },
    imageUrls: ['https://images.example/1.jpg'],
  },
}
const offer = (sku: string) => ({
  ...{ sku, marketplaceId: 'EBAY_US', format: 'FIXED_PRICE', availableQuantity: 3, categoryId: '9355' },
  listingDescription: 'A phone.',
  listingPolicies: {
    fulfillmentPolicyId: '6000000001',
    paymentPolicyId: '6000000003',
    returnPolicyId: '6000000004',
  },
  merchantLocationKey: 'home',
  pricingSummary: { price: { value: '25.00', currency: 'USD' } },
})

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${site.baseUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...{ 'accept-language': 'en-US', 'content-language': 'en-US' },
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const json = text === '' ? null : JSON.parse(text)
  return {
    status: response.status,
    json,
    ids: (json?.errors ?? []).map((one: { errorId: number }) => one.errorId),
  }
}

async function publishOne(sku: string) {
  await call('PUT', `/sell/inventory/v1/inventory_item/${sku}`, item)
  const { json } = await call('POST', '/sell/inventory/v1/offer', offer(sku))
  return {
    offerId: json.offerId as string,
    ...(await call('POST', `/sell/inventory/v1/offer/${json.offerId}/publish`)),
  }
}

describe('eBay as a stand-in', () => {
  it('takes an item, an offer once, and publishes it once', async () => {
    const { offerId, json } = await publishOne('DSA1')
    expect(json.listingId).toMatch(/^\d{12}$/)
    expect((await call('POST', '/sell/inventory/v1/offer', offer('DSA1'))).ids).toEqual([25002])
    expect((await call('POST', `/sell/inventory/v1/offer/${offerId}/publish`)).ids).toEqual([25002])
    const there = await call('GET', '/sell/inventory/v1/offer?sku=DSA1')
    expect(there.json.offers).toMatchObject([{ status: 'PUBLISHED', listing: { listingStatus: 'ACTIVE' } }])
  })

  it('refuses wrong languages, wrong SKUs and whom it does not know', async () => {
    const put = (headers: Record<string, string>, sku = 'DSA2') =>
      call('PUT', `/sell/inventory/v1/inventory_item/${sku}`, item, headers)
    expect((await put({ 'accept-language': '*' })).ids).toEqual([25709])
    expect((await put({ 'content-language': 'xx' })).ids).toEqual([25709])
    expect((await put({}, 'with-dash')).ids).toEqual([25707])
    expect((await put({ authorization: 'Bearer nothing' })).status).toBe(401)
    const narrow = userToken(site.world, ['https://api.ebay.com/oauth/api_scope'])
    expect((await put({ authorization: `Bearer ${narrow}` })).ids).toEqual([1100])
  })

  it.each([
    ['a specific', { product: { ...item.product, aspects: { Brand: ['Fairbyte'] } } }, {}, 25002],
    ['the condition', { condition: 'PRE_OWNED_FAIR' }, {}, 25021],
    ['a place', {}, { merchantLocationKey: 'away' }, 25012],
    ['a policy', {}, { listingPolicies: { ...offer('x').listingPolicies, returnPolicyId: '1' } }, 25035],
    [
      'the weight',
      {},
      { listingPolicies: { ...offer('x').listingPolicies, fulfillmentPolicyId: '6000000002' } },
      25020,
    ],
    ['the category', {}, { categoryId: '1' }, 25005],
    ['the number', {}, { availableQuantity: 0 }, 25004],
  ])('does not publish without %s', async (what, more, offerMore, errorId) => {
    const sku = `DSB${what.replaceAll(' ', '')}`
    await call('PUT', `/sell/inventory/v1/inventory_item/${sku}`, { ...item, ...more })
    const { json } = await call('POST', '/sell/inventory/v1/offer', { ...offer(sku), ...offerMore })
    expect((await call('POST', `/sell/inventory/v1/offer/${json.offerId}/publish`)).ids).toEqual([errorId])
  })

  it('sells, pays, cancels and gives back, with the fees in its books', async () => {
    await publishOne('DSC1')
    const order = sell(site.world, 'DSC1', { shippingCents: 500, taxCents: 200, isPaid: false })
    expect((await call('GET', '/sell/finances/v1/transaction')).status).toBe(204)
    pay(site.world, String(order.orderId))
    refund(site.world, String(order.orderId), 1000)
    cancel(site.world, String(order.orderId))
    const books = (await call('GET', '/sell/finances/v1/transaction?limit=1000')).json.transactions
    expect(books.map((row: { transactionType: string }) => row.transactionType).sort()).toEqual([
      'REFUND',
      'SALE',
    ])
    const list = (await call('GET', '/sell/fulfillment/v1/order?fieldGroups=TAX_BREAKDOWN')).json.orders[0]
    expect(list.cancelStatus).toMatchObject({ cancelState: 'CANCELED', cancelRequests: [] })
    const single = (await call('GET', `/sell/fulfillment/v1/order/${order.orderId}`)).json
    expect(single.cancelStatus.cancelRequests).toHaveLength(1)
    expect((await call('GET', '/sell/fulfillment/v1/order?limit=201')).ids).toEqual([31100])
  })

  it('ends what is live, and says 25713 of what is not', async () => {
    const { offerId } = await publishOne('DSD1')
    expect((await call('POST', `/sell/inventory/v1/offer/${offerId}/withdraw`)).status).toBe(200)
    expect((await call('POST', `/sell/inventory/v1/offer/${offerId}/withdraw`)).ids).toEqual([25713])
    expect((await call('GET', '/sell/inventory/v1/offer?sku=NOTHING')).ids).toEqual([25702])
  })

  it('answers as its makers describe it', async (test) => {
    const check = openSpecs()
    if (check === null) return test.skip('../shared/specs is not on this machine')
    expect(site.exchanges.length).toBeGreaterThan(30)
    const said = site.exchanges.filter(({ status }) => status < 300).flatMap(check)
    expect(said).toEqual([])
  })
})

describe('in a process of its own', () => {
  it('prints its address, does what tests ask, and forgets nothing when a caller goes', async () => {
    const child = spawn(process.execPath, [new URL('./main.ts', import.meta.url).pathname, '--port', '0'])
    try {
      const [line] = (await once(child.stdout, 'data')) as [Buffer]
      const base = line.toString('utf8').trim()
      const ask = async (name: string, ...rest: unknown[]) =>
        (await fetch(`${base}/_test/${name}`, { method: 'POST', body: JSON.stringify(rest) })).json()
      const code = String(await ask('consentCode'))
      const tokens = await fetch(`${base}/identity/v1/oauth2/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from('id:app-secret').toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: 'x' }),
      })
      expect(await tokens.json()).toMatchObject({ expires_in: 7200 })
      await ask('fail', { path: '^/sell/inventory', when: 'before', kind: 'reset' })
      const own = {
        headers: { authorization: `Bearer ${await ask('userToken')}`, 'accept-language': 'en-US' },
      }
      await expect(fetch(`${base}/sell/inventory/v1/location`, own)).rejects.toThrow('fetch failed')
      expect((await fetch(`${base}/sell/inventory/v1/location`, own)).status).toBe(200)
      expect(await ask('state')).toMatchObject({ calls: 3, live: 0, duplicates: [] })
    } finally {
      child.kill()
      await once(child, 'exit')
    }
  })
})
