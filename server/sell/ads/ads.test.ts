import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import type { ItemView } from '../schema.ts'
import type { SellTasks } from '../task-schema.ts'
import type { AdView, PostingPlaceView } from './ad-schema.ts'

const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('TRUNCATE items, writing_styles, money_rows CASCADE')
})

async function must<T>(method: string, path: string, body?: unknown, status = 200): Promise<T> {
  const answer = await test.call(method, path, body)
  expect({ path, body: answer.body, status: answer.status }).toMatchObject({ status })
  return answer.body as T
}
const desk = (over: object = {}) =>
  must<ItemView>(
    'POST',
    '/api/items',
    {
      ...{ title: 'Oak desk', category: 'furniture', condition: 'good' },
      ...{ details: '140 × 70 cm', defects: '- one drawer sticks', included: 'the key', ...over },
    },
    201,
  )
const ad = (item: ItemView, marketplace: string) =>
  must<AdView>('GET', `/api/items/${item.id}/ads/${marketplace}`)
const value = ({ fields }: AdView, name: string) => fields.find((one) => one.name === name)?.value
const codes = ({ findings }: AdView) => findings.map(({ code }) => code)

describe('an ad', () => {
  it('is written of the facts for every place that is known, in the order of its form and within its limits', async () => {
    await must('PUT', '/api/sell/style', { tone: 'plain', handover: 'both', place: 'Portland' })
    const item = await desk()
    await must('PATCH', `/api/items/${item.id}/ads/facebook`, { priceCents: 12_000, currency: 'USD' })
    const { items } = await must<{ items: PostingPlaceView[] }>('GET', '/api/sell/places')
    expect(items.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['facebook', 'offerup', 'craigslist', 'kleinanzeigen', 'marktplaats', 'vinted']),
    )
    for (const { id, titleCharactersMax, language } of items) {
      const shown = await ad(item, id)
      const title = shown.fields.find(({ name }) => name === 'title')
      if (title !== undefined) {
        expect(title.value).toContain('Oak desk')
        expect(title.characters).toBeLessThanOrEqual(titleCharactersMax ?? 1_000)
      }
      expect(value(shown, 'description')).toContain('one drawer sticks')
      expect([
        id,
        shown.findings.filter(({ severity, field }) => severity === 'error' && field !== 'price'),
      ]).toEqual([id, []])
      // Euros are not known of it.
      if (language === 'en') expect(shown.price).toEqual({ cents: 12_000, currency: 'USD' })
      else expect(codes(shown)).toContain(id === 'marktplaats' ? 'ad-missing-price' : 'ad-language')
    }
    const facebook = await ad(item, 'facebook')
    expect(value(facebook, 'condition')).toBe('Used - Good')
    expect(value(facebook, 'price')).toBe('120')
    expect(value(facebook, 'place')).toBe('Portland')
  })

  it('that the person wrote stays as it is, is told to be read again when the facts change, and can be written anew', async () => {
    const item = await desk()
    const own = { title: 'Writing desk, oak', description: 'Sturdy. One drawer sticks.' }
    const written = await must<AdView>('PATCH', `/api/items/${item.id}/ads/offerup`, own)
    expect([value(written, 'title'), value(written, 'description'), written.isYours]).toEqual([
      ...[own.title, own.description, true],
    ])
    clock.advance(1_000)
    await must('PATCH', `/api/items/${item.id}`, { defects: 'one drawer sticks\na scratch on the side' })
    const shown = await ad(item, 'offerup')
    expect(value(shown, 'title')).toBe(own.title)
    expect(codes(shown)).toEqual(expect.arrayContaining(['ad-facts-changed', 'ad-defect-dropped']))
    const anew = await must<AdView>('PATCH', `/api/items/${item.id}/ads/offerup`, {
      ...{ title: null, description: null },
    })
    expect(value(anew, 'description')).toContain('a scratch on the side')
    expect(codes(anew)).not.toContain('ad-facts-changed')
  })

  it('is refused in words where it is for a place that nobody knows, or of a thing that is not there', async () => {
    const item = await desk()
    const unknown = await test.call('GET', `/api/items/${item.id}/ads/nowhere`)
    expect(unknown).toMatchObject({ status: 404, body: { code: 'unknown-posting-place' } })
    expect((await test.call('GET', '/api/items/999999/ads/facebook')).status).toBe(404)
    const bare = await test.call('PATCH', `/api/items/${item.id}/ads/facebook`, { priceCents: 100 })
    expect(bare).toMatchObject({ status: 422, body: { fields: { currency: expect.any(String) } } })
    const long = await test.call('PATCH', `/api/items/${item.id}/ads/facebook`, { title: 'x'.repeat(301) })
    expect(long.status).toBe(422)
  })

  it('is told in the language of who reads it', async () => {
    const item = await desk({ condition: null })
    const headers = { 'accept-language': 'de' }
    const answer = await fetch(`${test.address}/api/items/${item.id}/ads/facebook`, { headers })
    const shown = (await answer.json()) as AdView
    expect(shown.rules).toMatch(/^Es verbietet Programme/)
    expect(shown.findings.map(({ sentence }) => sentence)).toContain(
      'Das Formular fragt nach dem Zustand: Sag, wie das Ding ist.',
    )
  })
})

describe('a post', () => {
  it('takes the address of an ad on its marketplace alone, without what tracks', async () => {
    const item = await desk()
    const post = (url: string, marketplace = 'vinted') =>
      test.call('POST', `/api/items/${item.id}/posts`, { marketplace, url })
    const taken = await post('https://www.vinted.com/items/4711-oak-desk?referrer=mail')
    expect(taken).toMatchObject({
      status: 201,
      body: { posts: [{ url: 'https://www.vinted.com/items/4711-oak-desk' }] },
    })
    for (const wrong of [
      'https://www.vinted.com/catalog',
      'https://evil.example/items/4711',
      'https://vinted.com.evil.example/items/4711',
      'https://ann@www.vinted.com/items/4711',
    ])
      expect(await post(wrong)).toMatchObject({ status: 422, body: { fields: { url: expect.any(String) } } })
    // Of a place that nobody knows any address is.
    expect((await post('https://market.example/1', 'flea-market')).status).toBe(201)
    expect(codes(await ad(item, 'vinted'))).toContain('ad-stands-already')
  })

  it('is to be looked at when it runs out, can be moved up, or nobody said anything for long; and no more once it was', async () => {
    const item = await desk({ quantity: 3 })
    for (const marketplace of ['kleinanzeigen', 'craigslist', 'flea-market'])
      await must('POST', `/api/items/${item.id}/posts`, { marketplace }, 201)
    const due = async () =>
      (await must<SellTasks>('GET', '/api/sell/tasks')).toCheck.map(
        ({ marketplace, why }) => `${marketplace} ${why}`,
      )
    expect(await due()).toEqual([])
    clock.advance(2 * 86_400_000)
    expect(await due()).toEqual(['craigslist renewable'])
    clock.advance(20 * 86_400_000)
    expect(await due()).toEqual(
      expect.arrayContaining(['craigslist renewable', 'flea-market long-ago', 'kleinanzeigen long-ago']),
    )
    clock.advance(36 * 86_400_000)
    const { toCheck } = await must<SellTasks>('GET', '/api/sell/tasks')
    expect(toCheck.map(({ why }) => why)).toEqual(
      expect.arrayContaining(['runs-out', 'runs-out', 'long-ago']),
    )
    for (const { id } of toCheck) await must('PATCH', `/api/posts/${id}`, { stillThere: true })
    expect(await due()).toEqual([])
  })
})
