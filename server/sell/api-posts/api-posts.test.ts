import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../../test/harness/app.ts'
import { connectSeller, ebayEnv, givePhoto, phoneDraft } from '../../../test/harness/ebay-seller.ts'
import { editThere, endThere, sell as sellThere } from '../../marketplaces/ebay/stand-in/actions.ts'
import { type EbayStandIn, startEbayStandIn } from '../../marketplaces/ebay/stand-in/server.ts'
import { liveListings } from '../../marketplaces/ebay/stand-in/world.ts'
import type { OrderDeps } from '../orders/deps.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import type { ItemView } from '../schema.ts'
import type { SellTasks } from '../task-schema.ts'
import type { ApiPostView } from './api-post-schema.ts'

let site: EbayStandIn
let test: TestApp
beforeAll(async () => {
  site = await startEbayStandIn()
  test = await testApp({ env: ebayEnv(site), roles: ['api', 'worker'] })
  await connectSeller(test, site, test.app.owner)
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})
beforeEach(() => void site.world.faults.splice(0))

async function must<T>(method: string, path: string, body?: unknown, status = 200): Promise<T> {
  const answer = await test.call(method, path, body)
  if (answer.status !== status) throw new Error(JSON.stringify(answer.body))
  return answer.body as T
}
let made = 0
async function phone(over: object = {}): Promise<{ item: ItemView; at: string }> {
  const title = `Fairbyte Nova 5 no ${++made}`
  const item = await must<ItemView>(
    'POST',
    '/api/items',
    { title, category: 'phones', brand: 'Fairbyte', condition: 'good', ...over },
    201,
  )
  await givePhoto(test, test.app.owner, item.id)
  await must('PATCH', `/api/items/${item.id}/ads/ebay`, { priceCents: 25_000, currency: 'USD' })
  const at = `/api/items/${item.id}/api-posts/ebay/EBAY_US`
  await must('PATCH', at, phoneDraft)
  return { item, at }
}
async function settled(at: string): Promise<ApiPostView> {
  await until(async () => (await must<ApiPostView>('GET', at)).wish === null, 20_000)
  return must<ApiPostView>('GET', at)
}
async function publish(at: string): Promise<ApiPostView> {
  await must('POST', `${at}/check`)
  expect(await settled(at)).toMatchObject({ wish: null, problem: null })
  const { confirmation } = await must<{ confirmation: string }>('POST', `${at}/confirmation`)
  await must('POST', `${at}/publish`, { confirmation })
  return settled(at)
}
const itemOf = (id: number) => must<ItemView>('GET', `/api/items/${id}`)
const soldBy = (item: ItemView, over: object = {}) =>
  must(
    'POST',
    '/api/sales',
    {
      ...{ itemId: item.id, marketplace: 'facebook', priceCents: 20_000, currency: 'USD', ...over },
    },
    201,
  )
const liveOf = ({ sku }: ItemView) => liveListings(site.world, sku)

describe('an ad by API', () => {
  it('is checked, shows its fees, and is listed exactly as it was agreed to', async () => {
    const { item, at } = await phone()
    expect((await must<ApiPostView>('GET', at)).missing).toEqual([])
    await must('POST', `${at}/check`)
    const checked = await settled(at)
    expect(checked).toMatchObject({ state: 'prepared', problem: null, isEdited: false })
    expect(checked.fees).not.toBeNull()
    expect(liveOf(item)).toEqual([])
    const given = await must<{ confirmation: string; priceCents: number }>('POST', `${at}/confirmation`)
    expect(given.priceCents).toBe(25_000)
    await must('POST', `${at}/publish`, { confirmation: given.confirmation })
    const live = await settled(at)
    expect(live).toMatchObject({ state: 'live', problem: null })
    expect(liveOf(item)).toMatchObject([{ listingId: live.listingId, title: item.title, priceCents: 25_000 }])
    expect(await itemOf(item.id)).toMatchObject({
      state: 'listed',
      posts: [{ via: 'api', state: 'live', url: live.url, priceCents: 25_000 }],
    })
    // A confirmation is good once.
    const again = await test.call('POST', `${at}/publish`, { confirmation: given.confirmation })
    expect(again).toMatchObject({ status: 409, body: { code: 'not-confirmed-now' } })
    expect(await test.call('POST', `${at}/check`)).toMatchObject({
      status: 409,
      body: { code: 'ad-stands-there' },
    })
    const { items: calls } = await must<{ items: { step: string; status: number | null }[] }>(
      'GET',
      `${at}/calls`,
    )
    expect(calls.some(({ step, status }) => step === 'publish' && status === 200)).toBe(true)
    expect(calls.every(({ status }) => status !== null)).toBe(true)
  })

  it('tells by field what is missing, before anything is sent', async () => {
    const { at } = await phone()
    await must('PATCH', at, { specifics: { Brand: ['Fairbyte'] }, shippingPolicyId: '6000000002' })
    const before = site.world.calls.filter(({ method }) => method !== 'GET').length
    const answer = await test.call('POST', `${at}/check`)
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      fields: {
        'specifics.Model': expect.any(String),
        weightGrams: expect.any(String),
      },
    })
    await must('PATCH', at, { locationId: null })
    expect(await test.call('POST', `${at}/check`)).toMatchObject({ status: 422 })
    expect(site.world.calls.filter(({ method }) => method !== 'GET')).toHaveLength(before)
  })

  it('is not published as it was when it was edited after its fees were shown', async () => {
    const { item, at } = await phone()
    await must('POST', `${at}/check`)
    await settled(at)
    await must('PATCH', `/api/items/${item.id}/ads/ebay`, { priceCents: 30_000, currency: 'USD' })
    expect((await must<ApiPostView>('GET', at)).isEdited).toBe(true)
    expect(await test.call('POST', `${at}/confirmation`)).toMatchObject({
      status: 409,
      body: { code: 'ad-changed' },
    })
  })

  it('uploads a photo once, however often it is checked', async () => {
    const { at } = await phone()
    const before = site.world.images.size
    for (const _ of [1, 2]) {
      await must('POST', `${at}/check`)
      await settled(at)
    }
    expect(site.world.images.size).toBe(before + 1)
  })

  it('is read back where an answer never came, and adopted', async () => {
    const { item, at } = await phone()
    await must('POST', `${at}/check`)
    await settled(at)
    site.world.faults.push({ path: '/publish$', when: 'after', kind: 'reset' })
    const { confirmation } = await must<{ confirmation: string }>('POST', `${at}/confirmation`)
    await must('POST', `${at}/publish`, { confirmation })
    const live = await settled(at)
    expect(live).toMatchObject({ state: 'live', problem: null })
    expect(liveOf(item)).toHaveLength(1)
    const publishes = site.world.calls.filter(({ path }) => path.endsWith('/publish'))
    expect(new Set(publishes.map(({ path }) => path)).size).toBe(publishes.length)
  })

  it('says in the marketplace’s own words why it refuses', async () => {
    const { item, at } = await phone()
    await must('POST', `${at}/check`)
    await settled(at)
    site.world.limit = { quantity: 0, amountCents: 0 }
    const { confirmation } = await must<{ confirmation: string }>('POST', `${at}/confirmation`)
    await must('POST', `${at}/publish`, { confirmation })
    const refused = await settled(at)
    site.world.limit = { quantity: 10_000, amountCents: 100_000_000 }
    expect(refused).toMatchObject({ state: 'failed', problem: { outcome: 'refused', step: 'publish' } })
    expect(refused.problem!.reason.length).toBeGreaterThan(20)
    expect(liveOf(item)).toEqual([])
    expect(await publish(at)).toMatchObject({ state: 'live', problem: null })
  })

  it('takes another price and number, and shows what was changed there', async () => {
    const { item, at } = await phone({ quantity: 3 })
    await publish(at)
    await must('POST', `${at}/revise`, { priceCents: 22_000, quantity: 2 })
    expect(await settled(at)).toMatchObject({ state: 'live', sent: { priceCents: 22_000, quantity: 2 } })
    expect(liveOf(item)).toMatchObject([{ priceCents: 22_000, quantity: 2 }])
    expect(await test.call('POST', `${at}/revise`, { quantity: 9 })).toMatchObject({ status: 422 })
    editThere(site.world, item.sku, { priceCents: 19_900 })
    await must('POST', `${at}/look`)
    expect(await settled(at)).toMatchObject({ state: 'changed-there', there: { priceCents: 19_900 } })
    endThere(site.world, item.sku)
    await must('POST', `${at}/look`)
    expect(await settled(at)).toMatchObject({ state: 'ended' })
    expect(await itemOf(item.id)).toMatchObject({ state: 'unlisted', posts: [{ state: 'ended' }] })
    const first = (await must<ApiPostView>('GET', at)).listingId
    const again = await publish(at)
    expect(again.state).toBe('live')
    expect(again.listingId).not.toBe(first)
    expect(liveOf(item)).toHaveLength(1)
  })

  it('that ended there is over here, too, once the nightly look found it, and can be posted anew', async () => {
    const { item, at } = await phone()
    await publish(at)
    endThere(site.world, item.sku)
    const { found } = await reconcile(
      test.app.sell as OrderDeps,
      { userId: test.app.owner, marketplace: 'ebay' },
      new AbortController().signal,
    )
    expect(found).toMatchObject({ 'ended-there': 1 })
    expect(await settled(at)).toMatchObject({ state: 'ended' })
    expect(await itemOf(item.id)).toMatchObject({ state: 'unlisted', posts: [{ state: 'ended' }] })
    expect((await publish(at)).state).toBe('live')
    expect(liveOf(item)).toHaveLength(1)
  })
})

describe('an ad that stands', () => {
  it('takes another title, text and terms of offers in one go, and the next ad begins with them', async () => {
    const { item, at } = await phone()
    await publish(at)
    const bestOffer = { acceptCents: 20_000, refuseBelowCents: 15_000 }
    const title = `${item.title}, boxed`
    await must('POST', `${at}/revise`, {
      title,
      description: 'As new & boxed.',
      priceCents: 24_000,
      bestOffer,
    })
    const revised = await settled(at)
    expect(revised).toMatchObject({ state: 'live', problem: null, isEdited: false })
    expect(revised.sent).toMatchObject({
      title,
      description: 'As new & boxed.',
      priceCents: 24_000,
      bestOffer,
    })
    expect(revised.draft.bestOffer).toEqual(bestOffer)
    expect(liveOf(item)).toMatchObject([{ title, priceCents: 24_000 }])
    const offer = [...site.world.offers.values()].find(({ sku }) => sku === item.sku)!
    expect(offer.body).toMatchObject({
      listingDescription: 'As new &amp; boxed.',
      listingPolicies: {
        bestOfferTerms: {
          bestOfferEnabled: true,
          ...{ autoAcceptPrice: { value: '200.00' }, autoDeclinePrice: { value: '150.00' } },
        },
      },
    })
    await must('POST', `${at}/end`)
    expect(await settled(at)).toMatchObject({ state: 'ended', isEdited: false })
    const again = await publish(at)
    expect(again).toMatchObject({ state: 'live', sent: { title, priceCents: 24_000 } })
  })

  it('is told apart from what was refused: nothing of it is kept, and the field is named', async () => {
    const { item, at } = await phone()
    await publish(at)
    const before = await must<ApiPostView>('GET', at)
    for (const [change, field] of [
      [{ title: 'x'.repeat(200), priceCents: 1_000 }, 'title'],
      [{ bestOffer: { acceptCents: 25_000, refuseBelowCents: null } }, 'bestOffer'],
      [{ bestOffer: { acceptCents: 100, refuseBelowCents: 200 } }, 'bestOffer'],
      [{ quantity: 2 }, 'quantity'],
    ] as const)
      expect(await test.call('POST', `${at}/revise`, change)).toMatchObject({
        ...{ status: 422, body: { fields: { [field]: expect.any(String) } } },
      })
    expect(await must<ApiPostView>('GET', at)).toEqual(before)
    expect(liveOf(item)).toMatchObject([{ title: item.title, priceCents: 25_000 }])
  })

  it('is what was asked for also where no answer came in the middle', async () => {
    const { item, at } = await phone()
    await publish(at)
    site.world.faults.push({ method: 'PUT', path: '/offer/', when: 'after', kind: 'reset' })
    await must('POST', `${at}/revise`, { title: `${item.title} again`, priceCents: 21_000 })
    expect(await settled(at)).toMatchObject({ state: 'live', problem: null, sent: { priceCents: 21_000 } })
    expect(liveOf(item)).toMatchObject([{ title: `${item.title} again`, priceCents: 21_000 }])
  })

  it('shows what of a change came about where the marketplace refuses the rest', async () => {
    const { item, at } = await phone()
    await publish(at)
    site.world.faults.push({ method: 'PUT', path: '/offer/', when: 'before', kind: 400, errorId: 25003 })
    await must('POST', `${at}/revise`, { title: `${item.title} too`, priceCents: 20_500 })
    expect(await settled(at)).toMatchObject({
      ...{ state: 'live', sent: { title: `${item.title} too`, priceCents: 25_000 } },
      problem: { outcome: 'refused', step: 'revise', fields: ['price'] },
    })
  })
})

it('what the marketplace refuses names the field that it is about', async () => {
  const { at } = await phone()
  site.world.faults.push({
    method: 'PUT',
    path: '/inventory_item/',
    when: 'before',
    kind: 400,
    errorId: 25021,
  })
  await must('POST', `${at}/check`)
  expect(await settled(at)).toMatchObject({ problem: { outcome: 'refused', fields: ['conditionId'] } })
})

it('what is missing is said in the person’s language', async () => {
  const { at } = await phone()
  await must('PATCH', at, { specifics: {}, conditionId: '1' })
  const answer = await fetch(`${test.address}${at}/check`, {
    method: 'POST',
    headers: { 'accept-language': 'de' },
  })
  expect(await answer.json()).toMatchObject({
    fields: {
      'specifics.Brand': 'wird in dieser Kategorie verlangt',
      conditionId: 'wird in dieser Kategorie nicht angenommen',
    },
  })
})

describe('a sale', () => {
  it('is told to whoever looks at its things, and so is the end of their other ads', async () => {
    const { item, at } = await phone()
    await publish(at)
    const told = async () => {
      const { rows } = await test.app.db.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM live_events
         WHERE user_id = $1 AND kind = 'sell-changed' AND data->'itemIds' @> to_jsonb($2::bigint)`,
        [test.app.owner, item.id],
      )
      return rows[0]!.n
    }
    site.world.faults.push({ path: '/withdraw$', when: 'before', kind: 500, times: 1 })
    const before = await told()
    await soldBy(item)
    const sold = await told()
    expect(sold).toBeGreaterThan(before)
    expect(await settled(at)).toMatchObject({ state: 'ended' })
    expect(await told()).toBeGreaterThan(sold)
  })

  it('ends what was posted by API at once, and leaves the person only what they posted by hand', async () => {
    const { item, at } = await phone()
    await publish(at)
    await must('POST', `/api/items/${item.id}/posts`, { marketplace: 'offerup', url: null }, 201)
    await soldBy(item)
    await until(async () => liveOf(item).length === 0, 5_000)
    expect(await settled(at)).toMatchObject({ state: 'ended' })
    const tasks = await must<SellTasks>('GET', '/api/sell/tasks')
    expect(tasks.toEnd.filter(({ itemId }) => itemId === item.id)).toMatchObject([{ marketplace: 'offerup' }])
    const { rows } = await test.app.db.query<{ because: string }>(
      'SELECT because FROM api_posts WHERE item_id = $1',
      [item.id],
    )
    expect(rows[0]!.because).toMatch(/^sale \d+$/)
  })

  it('lowers the number of what is left elsewhere', async () => {
    const { item, at } = await phone({ quantity: 3 })
    await publish(at)
    await soldBy(item)
    await until(async () => liveOf(item)[0]?.quantity === 2, 5_000)
    expect(await settled(at)).toMatchObject({ state: 'live', sent: { quantity: 2 } })
  })

  it('asks again for an end that fails, and makes it a task after ten minutes', async () => {
    const { item, at } = await phone()
    await publish(at)
    site.world.faults.push({ path: '/withdraw$', when: 'before', kind: 500, times: 1000 })
    await soldBy(item)
    await until(async () => ((await must<ApiPostView>('GET', at)).problem?.step ?? null) !== null, 5_000)
    const mine = async () =>
      (await must<SellTasks>('GET', '/api/sell/tasks')).toEnd.filter(({ itemId }) => itemId === item.id)
    expect(await mine()).toEqual([])
    await test.app.db.query(
      `UPDATE posts SET end_asked_at = end_asked_at - interval '11 minutes' WHERE item_id = $1`,
      [item.id],
    )
    expect(await mine()).toMatchObject([{ marketplace: 'ebay' }])
    site.world.faults.splice(0)
    await must('PATCH', `/api/posts/${(await mine())[0]!.id}`, { ended: true })
    await until(async () => liveOf(item).length === 0, 10_000)
    expect(await settled(at)).toMatchObject({ state: 'ended' })
    expect(await mine()).toEqual([])
  })

  it('that comes while an ad is being published leaves no listing behind', async () => {
    const { item, at } = await phone()
    await must('POST', `${at}/check`)
    await settled(at)
    const { confirmation } = await must<{ confirmation: string }>('POST', `${at}/confirmation`)
    await must('POST', `${at}/publish`, { confirmation })
    await soldBy(item)
    const after = await settled(at)
    expect(['ended', 'prepared']).toContain(after.state)
    expect(liveOf(item)).toEqual([])
  })

  it('that is called off keeps an ad that still stands', async () => {
    const { item, at } = await phone()
    await publish(at)
    site.world.faults.push({ path: '/withdraw$', when: 'before', kind: 500, times: 1000 })
    const sale = (await soldBy(item)) as { id: number }
    await until(async () => (await must<ApiPostView>('GET', at)).problem !== null, 5_000)
    await must('PATCH', `/api/sales/${sale.id}`, { state: 'cancelled' })
    expect(await settled(at)).toMatchObject({ state: 'live', problem: null })
    expect(await itemOf(item.id)).toMatchObject({ state: 'listed' })
    expect(liveOf(item)).toHaveLength(1)
  })

  it('on the marketplace itself ends the ad in the books, too', async () => {
    const { item, at } = await phone()
    await publish(at)
    sellThere(site.world, item.sku)
    await soldBy(item, { marketplace: 'ebay', reference: '12-1' })
    expect(await settled(at)).toMatchObject({ state: 'ended' })
    expect(await itemOf(item.id)).toMatchObject({ state: 'sold', posts: [{ state: 'ended' }] })
  })
})

it('keeps an item whose ad stands', async () => {
  const { item, at } = await phone()
  await publish(at)
  expect(await test.call('DELETE', `/api/items/${item.id}`)).toMatchObject({
    status: 409,
    body: { code: 'item-is-posted' },
  })
  await must('POST', `${at}/end`)
  expect(await settled(at)).toMatchObject({ state: 'ended' })
  await must('DELETE', `/api/items/${item.id}`, undefined, 204)
})

it('says what to do where no account is connected', async () => {
  await test.app.db.query('DELETE FROM marketplace_accounts')
  const { at } = await phone()
  expect(await test.call('POST', `${at}/check`)).toMatchObject({
    status: 409,
    body: { code: 'account-needs-consent', detail: expect.stringContaining('/sources') },
  })
  await connectSeller(test, site, test.app.owner)
})
