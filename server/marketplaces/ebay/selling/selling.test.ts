import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FetchError } from '../../../core/fetch.ts'
import { deleteOfferThere, editThere, endThere, fail, userToken } from '../stand-in/actions.ts'
import { type EbayStandIn, startEbayStandIn } from '../stand-in/server.ts'
import { openSpecs } from '../stand-in/specs.ts'
import { liveListings, scopeBase } from '../stand-in/world.ts'
import { ebaySelling } from './selling.ts'
import { ad, post, type Seller, seller, value } from './test-kit.ts'

let site: EbayStandIn
let me: Seller
beforeAll(async () => {
  site = await startEbayStandIn()
})
beforeEach(() => {
  me = seller(site)
})
afterAll(async () => await site[Symbol.asyncDispose]())

let count = 0
const newSku = () => `DSA${++count}`

describe('before anything is posted', () => {
  it('shows policies, places and the limit, and says that nothing is missing', async () => {
    expect(value(await ebaySelling.preflight('EBAY_DE', me.ctx))).toEqual({
      missing: [],
      shippingPolicies: [
        { id: '6000000021', name: 'Flat shipping', needsWeight: false },
        { id: '6000000022', name: 'Calculated shipping', needsWeight: true },
      ],
      paymentPolicies: [{ id: '6000000023', name: 'Immediate payment' }],
      returnPolicies: [{ id: '6000000024', name: '30 days' }],
      locations: [{ id: 'home', name: 'Home' }],
      limit: { units: 10_000, cents: 100_000_000, currency: 'USD' },
    })
  })

  it('says each thing that is missing with what to do', async () => {
    await using bare = await startEbayStandIn()
    Object.assign(bare.world, {
      isRegistered: false,
      policies: [],
      locations: [],
      limit: { quantity: 0, amountCents: null },
    })
    const { ctx } = seller(bare)
    const missing = async () => value(await ebaySelling.preflight('EBAY_US', ctx)).missing.join('\n')
    expect(await missing()).toMatch(
      /not complete.*\n.*shipping policy.*\n.*payment policy.*\n.*return policy.*\n.*from where you ship.*\n.*limit/,
    )
    bare.world.isOptedIn = false
    expect(await missing()).toMatch(
      /^Your eBay account has no business policies yet.*\n.*not complete.*\n.*ship.*\n.*limit/,
    )
    const place = { name: 'Home', country: 'US', postalCode: '97477' }
    const put = () => ebaySelling.putLocation!('EBAY_US', place, ctx)
    expect([value(await put()), value(await put())]).toEqual(Array(2).fill({ locationId: 'dealscout' }))
    expect(await missing()).not.toContain('from where you ship')
  })

  it('asks for a new consent where the token is not good for it', async () => {
    const narrow = seller(site, { accessToken: userToken(site.world, [scopeBase]) })
    expect(await ebaySelling.preflight('EBAY_US', narrow.ctx)).toMatchObject({
      outcome: 'consent',
      reason: expect.stringMatching(/Insufficient permissions.*\(1100\).*Connect eBay again/),
    })
    const stranger = seller(site, { accessToken: 'gone' })
    expect(await ebaySelling.putItem(ad(newSku()), stranger.ctx)).toMatchObject({
      outcome: 'consent',
      codes: ['1001'],
    })
  })

  it('suggests categories with their parents, and says what each asks for', async () => {
    expect(value(await ebaySelling.suggestCategories('EBAY_US', 'Fairbyte phone', me.ctx))[0]).toEqual({
      id: '9355',
      name: 'Cell Phones & Accessories › Cell Phones & Smartphones',
    })
    expect(value(await ebaySelling.suggestCategories('EBAY_US', '  ', me.ctx))).toEqual([])
    const form = value(await ebaySelling.categoryForm('EBAY_US', '57988', me.ctx))
    expect(form.specifics).toContainEqual({
      ...{ name: 'Department', isRequired: true, isClosed: true, valuesMax: 1, values: ['Men', 'Women'] },
    })
    expect(form.conditions).toContainEqual({ id: '3000', name: 'Pre-owned - Good', means: 'good' })
    expect(await ebaySelling.categoryForm('EBAY_US', '4711', me.ctx)).toMatchObject({
      outcome: 'refused',
      codes: ['62005'],
    })
    expect(me.ledger.filter(({ call }) => call.step === 'read-tree')).toHaveLength(1)
  })

  it('uploads a JPEG and nothing else', async () => {
    const jpeg = Uint8Array.from([0xff, 0xd8, 1, 2, 0x0d, 0x0a, 0xff, 0xd9])
    const photo = value(await ebaySelling.uploadPhoto(jpeg, me.ctx))
    expect(photo.url).toMatch(/^https:\/\/i\.ebayimg\.com\//)
    expect(photo.expiresAt!.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000)
    expect([...site.world.images.values()].at(-1)!.bytes).toBe(8)
    expect(await ebaySelling.uploadPhoto(Uint8Array.from([1, 2]), me.ctx)).toMatchObject({
      outcome: 'refused',
    })
  })
})

describe('an ad', () => {
  it('goes up exactly as it was written', async () => {
    const sku = newSku()
    const best = { acceptCents: 2400, refuseBelowCents: 1500 }
    const { offerId, listingId } = await post(ad(sku, { bestOffer: best, weightGrams: 850 }), me.ctx)
    expect(site.world.items.get(`${sku}|en-US`)!.body).toEqual({
      availability: { shipToLocationAvailability: { quantity: 2 } },
      ...{ condition: 'USED_EXCELLENT', conditionDescription: 'One scratch.' },
      product: {
        title: 'Fairbyte Nova 5',
        aspects: { Brand: ['Fairbyte'], Model: ['Nova 5'], Color: ['Black', 'Blue'] },
        imageUrls: ['https://images.example/1.jpg'],
      },
      packageWeightAndSize: { weight: { value: 850, unit: 'GRAM' } },
    })
    expect(site.world.offers.get(offerId)!.body).toMatchObject({
      listingDescription: 'A phone.<br>Screen &lt;cracked&gt; &amp; all.',
      pricingSummary: { price: { value: '25.00', currency: 'USD' } },
      listingPolicies: { bestOfferTerms: { bestOfferEnabled: true, autoAcceptPrice: { value: '24.00' } } },
    })
    expect(value(await ebaySelling.read(sku, 'EBAY_US', me.ctx))).toEqual({
      ...{ offerId, listingId, url: `https://www.ebay.com/itm/${listingId}`, state: 'live' },
      ...{ quantity: 2, soldQuantity: 0, priceCents: 2500, currency: 'USD', title: null },
    })
  })

  it('is adopted where it is there already: step by step again makes no second one', async () => {
    const sku = newSku()
    const first = await post(ad(sku), me.ctx)
    expect(await post(ad(sku, { priceCents: 2600 }), me.ctx)).toEqual(first)
    expect(liveListings(site.world, sku)).toMatchObject([{ priceCents: 2600 }])
  })

  it('shows its fees before it is published, in cents', async () => {
    const one = ad(newSku())
    value(await ebaySelling.putItem(one, me.ctx))
    const { offerId } = value(await ebaySelling.putOffer(one, me.ctx))
    expect(value(await ebaySelling.fees(offerId, me.ctx))).toEqual([
      { name: 'InsertionFee', cents: 35, currency: 'USD' },
    ])
  })

  it('changes its price and number, and says of each row what became of it', async () => {
    const sku = newSku()
    const { offerId } = await post(ad(sku), me.ctx)
    const change = { sku, offerId, priceCents: 1999, currency: 'USD', quantity: 1 }
    expect(value(await ebaySelling.revise(change, me.ctx))).toBeNull()
    expect(liveListings(site.world, sku)).toMatchObject([{ priceCents: 1999, quantity: 1 }])
    expect(await ebaySelling.revise({ ...change, priceCents: 0 }, me.ctx)).toMatchObject({
      outcome: 'refused',
      codes: ['25003'],
    })
    fail(site.world, { path: 'bulk_update', when: 'after', kind: 'part' })
    expect(await ebaySelling.revise(change, me.ctx)).toMatchObject({ outcome: 'unknown', codes: ['25001'] })
  })

  it('ends once and for all, whoever was first', async () => {
    const { offerId } = await post(ad(newSku()), me.ctx)
    expect(value(await ebaySelling.end(offerId, me.ctx))).toBeNull()
    expect(value(await ebaySelling.end(offerId, me.ctx))).toBeNull()
    expect(value(await ebaySelling.end('999', me.ctx))).toBeNull()
    const gone = newSku()
    const other = await post(ad(gone), me.ctx)
    endThere(site.world, gone)
    expect(value(await ebaySelling.read(gone, 'EBAY_US', me.ctx))).toMatchObject({
      state: 'ended',
      listingId: other.listingId,
    })
    expect(value(await ebaySelling.end(other.offerId, me.ctx))).toBeNull()
  })

  it('comes back under a new number after it was ended', async () => {
    const sku = newSku()
    const first = await post(ad(sku), me.ctx)
    value(await ebaySelling.end(first.offerId, me.ctx))
    expect(value(await ebaySelling.read(sku, 'EBAY_US', me.ctx))).toMatchObject({
      state: 'draft',
      listingId: null,
    })
    const second = await post(ad(sku), me.ctx)
    expect(second.offerId).toBe(first.offerId)
    expect(second.listingId).not.toBe(first.listingId)
    expect(liveListings(site.world, sku)).toHaveLength(1)
  })

  it('is shown as eBay has it after it was edited or deleted there', async () => {
    const sku = newSku()
    await post(ad(sku), me.ctx)
    editThere(site.world, sku, { priceCents: 3100, quantity: 1 })
    expect(value(await ebaySelling.read(sku, 'EBAY_US', me.ctx))).toMatchObject({
      priceCents: 3100,
      quantity: 1,
    })
    deleteOfferThere(site.world, sku)
    expect(value(await ebaySelling.read(sku, 'EBAY_US', me.ctx))).toBeNull()
    expect(value(await ebaySelling.read('NEVER1', 'EBAY_US', me.ctx))).toBeNull()
  })

  it.each([
    [
      'a specific',
      { specifics: { Brand: ['Fairbyte'] } },
      '25002',
      /Model is missing.*Correct what eBay names/,
    ],
    ['the condition', { conditionId: '3010' }, '25021', /Choose a condition that this category takes/],
    ['the weight', { shippingPolicyId: '6000000002' }, '25020', /Enter the weight/],
    ['a policy of another site', { returnPolicyId: '6000000014' }, '25035', /each site has its own/],
    ['the place', { locationId: 'nowhere' }, '25012', /place from which you ship/],
    ['the category', { categoryId: '15032' }, '25005', /Choose another category/],
  ] as const)('says in eBay’s words and ours what is wrong with %s', async (_, wrong, code, words) => {
    const one = ad(newSku(), wrong)
    value(await ebaySelling.putItem(one, me.ctx))
    const { offerId } = value(await ebaySelling.putOffer(one, me.ctx))
    const refused = await ebaySelling.publish(offerId, me.ctx)
    expect(refused).toMatchObject({ outcome: 'refused', codes: [code], reason: expect.stringMatching(words) })
  })

  it('is not even sent where it could not be right', async () => {
    for (const wrong of [
      { sku: 'with dash' },
      { site: 'EBAY_XX' },
      { currency: 'EUR' },
      { conditionId: '9' },
    ])
      expect(await ebaySelling.putItem(ad(newSku(), wrong), me.ctx)).toMatchObject({ outcome: 'refused' })
    expect(me.ledger).toEqual([])
  })

  it('says that the limit is used up', async () => {
    await using small = await startEbayStandIn()
    small.world.limit = { quantity: 1, amountCents: null }
    const { ctx } = seller(small)
    const one = ad(newSku())
    value(await ebaySelling.putItem(one, ctx))
    const { offerId } = value(await ebaySelling.putOffer(one, ctx))
    expect(await ebaySelling.publish(offerId, ctx)).toMatchObject({ outcome: 'refused', codes: ['25026'] })
  })

  it('takes a warning for a warning', async () => {
    const sku = newSku()
    fail(site.world, { path: '/publish', when: 'after', kind: 'warnings' })
    value(await ebaySelling.putItem(ad(sku), me.ctx))
    const { offerId } = value(await ebaySelling.putOffer(ad(sku), me.ctx))
    expect(await ebaySelling.publish(offerId, me.ctx)).toMatchObject({
      value: { listingId: expect.any(String) },
      warnings: [expect.stringContaining('(25402)')],
    })
  })
})

describe('the ledger of calls', () => {
  it('has every call before it is sent and its answer after, without a word of what was sent', async () => {
    const calls = site.world.calls.length
    await post(ad(newSku()), me.ctx)
    expect(me.ledger.map(({ call }) => call.step)).toEqual([
      'put-item',
      'read-ad',
      'make-offer',
      'read-offer',
      'publish',
    ])
    expect(site.world.calls.length - calls).toBe(me.ledger.length)
    expect(me.ledger.at(-1)!.answer).toEqual({
      ...{ status: 200, codes: [], reason: null },
      ids: { listingId: expect.stringMatching(/^\d{12}$/) },
    })
    expect(JSON.stringify(me.ledger)).not.toContain('Fairbyte')
  })

  it('stops what it cannot write down', async () => {
    const blind = seller(site, { note: () => Promise.reject(new Error('no database')) })
    const calls = site.world.calls.length
    await expect(ebaySelling.putItem(ad(newSku()), blind.ctx)).rejects.toThrow('no database')
    expect(site.world.calls.length).toBe(calls)
  })
})

it.each([
  ['production', 'ebay.com'],
  ['sandbox', 'sandbox.ebay.com'],
])(
  'asks eBay’s own hosts of %s where no gateway stands for them, on the public internet alone',
  async (environment, domain) => {
    const asked: [host: string, network: unknown][] = []
    const { ctx } = seller(site, {
      options: { EBAY_CLIENT_ID: 'id', EBAY_CLIENT_SECRET: 'secret', EBAY_ENVIRONMENT: environment },
      fetch: async (url, options) => {
        asked.push([new URL(url).host, options?.network])
        throw new FetchError('network', 'There is no network here.')
      },
    })
    await ebaySelling.read('DSHOST1', 'EBAY_US', ctx)
    await ebaySelling.bookings(new Date(), null, ctx)
    expect(await ebaySelling.uploadPhoto(Uint8Array.from([0xff, 0xd8]), ctx)).toMatchObject({
      outcome: 'away',
    })
    expect(asked).toEqual(['api', 'apiz', 'apim'].map((name) => [`${name}.${domain}`, 'public']))
  },
)

it('sends and reads what eBay’s own descriptions say', async (test) => {
  const check = openSpecs()
  if (check === null) return test.skip('../shared/specs is not on this machine')
  expect(site.exchanges.length).toBeGreaterThan(60)
  expect(site.exchanges.filter(({ status }) => status < 300).flatMap(check)).toEqual([])
})
