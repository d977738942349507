import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { postingPlacesOf } from '../app/deps/sell-deps.ts'
import type { ItemView, SaleView } from '../sell/schema.ts'
import { remindSellers } from './remind-sellers.ts'

const clock = stubClock()
const hourMs = 3_600_000
let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('TRUNCATE items, writing_styles, notifications CASCADE')
})

const must = async <T>(method: string, path: string, body: unknown, status: number) => {
  const answer = await test.call(method, path, body)
  expect({ path, body: answer.body, status: answer.status }).toMatchObject({ status })
  return answer.body as T
}
const desk = async (...marketplaces: string[]) => {
  const item = await must<ItemView>('POST', '/api/items', { title: 'Oak desk' }, 201)
  for (const marketplace of marketplaces)
    await must('POST', `/api/items/${item.id}/posts`, { marketplace }, 201)
  return must<ItemView>('GET', `/api/items/${item.id}`, undefined, 200)
}
const sell = (itemId: number, marketplace: string, reference?: string) =>
  must<SaleView>(
    'POST',
    '/api/sales',
    { itemId, marketplace, priceCents: 12_000, currency: 'USD', ...(reference && { reference }) },
    201,
  )
const told = async () => {
  const { rows } = await test.app.db.query<{ title: string; lines: string[] }>(
    `SELECT message->>'title' AS title, message->'lines' AS lines FROM notifications WHERE kind = 'task' ORDER BY id`,
  )
  return rows
}
const titles = async () => (await told()).map(({ title }) => title)
const remind = () => {
  const { notifying, marketplaces } = test.app.pipeline
  const deps = { db: test.app.db, clock, notifying, postingPlaces: postingPlacesOf(marketplaces) }
  return remindSellers(deps, new AbortController().signal)
}

describe('who sells is told', () => {
  it('in the same moment what to take down, once also when the same order comes again, and no sale of several but the last', async () => {
    const item = await desk('facebook', 'craigslist', 'vinted')
    await must('PATCH', `/api/items/${item.id}`, { quantity: 2 }, 200)
    await sell(item.id, 'facebook', '1')
    expect(await told()).toEqual([])
    await sell(item.id, 'facebook', '2')
    await sell(item.id, 'facebook', '2')
    expect(await told()).toEqual([
      {
        title: 'Sold on Facebook Marketplace: Oak desk. Take its 2 other ads down',
        lines: [
          'Take it down on Craigslist.',
          'Take it down on Vinted.',
          'Then say so under Sell, and you are not reminded again.',
        ],
      },
    ])
  })

  it('that a thing is sold too often', async () => {
    const item = await desk()
    await sell(item.id, 'ebay')
    await sell(item.id, 'flea-market')
    expect(await titles()).toEqual(['Sold more often than you have it: Oak desk'])
  })

  it('again after hours and days while an ad still stands, a few times, and no more once it is down', async () => {
    const item = await desk('facebook', 'craigslist')
    await sell(item.id, 'facebook')
    for (const [hours, count] of [
      [3, 1],
      [2, 2],
      [1, 2],
      [19, 3],
    ] as const) {
      clock.advance(hours * hourMs)
      await Promise.all([remind(), remind()])
      expect([hours, (await titles()).length]).toEqual([hours, count])
    }
    expect((await titles()).slice(1)).toEqual([
      'Still up on Craigslist, sold 5 hours ago: Oak desk',
      'Still up on Craigslist, sold 25 hours ago: Oak desk',
    ])
    const post = item.posts.find(({ marketplace }) => marketplace === 'craigslist')!
    await must('PATCH', `/api/posts/${post.id}`, { ended: true }, 200)
    clock.advance(100 * hourMs)
    await remind()
    expect(await titles()).toHaveLength(3)
  })

  it('once, after ten minutes, that the program could not end an ad, why, and where to do it', async () => {
    const item = await desk('facebook', 'craigslist')
    await test.app.db.query(`UPDATE posts SET via = 'api' WHERE marketplace = 'craigslist'`)
    await test.app.db.query(
      `INSERT INTO api_posts (user_id, item_id, marketplace, site, post_id, sku, draft, state, wish, problem, warnings, created_at, updated_at)
       SELECT user_id, item_id, marketplace, 'x', id, 'x', '{}', 'live', NULL, '{"reason": "It is out of order."}', '[]', now(), now()
       FROM posts WHERE marketplace = 'craigslist'`,
    )
    await sell(item.id, 'facebook')
    expect(await titles()).toEqual([])
    clock.advance(9 * 60_000)
    await remind()
    expect(await titles()).toEqual([])
    clock.advance(2 * 60_000)
    await Promise.all([remind(), remind()])
    await remind()
    expect(await told()).toEqual([
      {
        title: 'Could not be ended on Craigslist, and can still be bought there: Oak desk',
        lines: [
          'It is out of order. It is tried again by itself.',
          expect.stringMatching(/^Take it down on Craigslist/),
          'Then say so under Sell, and you are not reminded again.',
        ],
      },
    ])
  })

  it('before an ad runs out, once, and again once it was renewed and runs out anew', async () => {
    const item = await desk('kleinanzeigen', 'flea-market')
    clock.advance(56 * 24 * hourMs)
    await remind()
    expect(await titles()).toEqual([])
    clock.advance(24 * hourMs)
    await remind()
    await remind()
    expect(await titles()).toHaveLength(1)
    expect((await told())[0]!.lines[0]).toContain('https://www.kleinanzeigen.de/m-meine-anzeigen.html')
    const post = item.posts.find(({ marketplace }) => marketplace === 'kleinanzeigen')!
    await must('PATCH', `/api/posts/${post.id}`, { stillThere: true }, 200)
    await remind()
    clock.advance(58 * 24 * hourMs)
    await remind()
    expect(await titles()).toHaveLength(2)
  })

  it('on the channels that they chose, and a channel that there is not is refused', async () => {
    await must('PUT', '/api/sell/style', { tasksOn: ['inbox', 'email'] }, 200)
    const wrong = await test.call('PUT', '/api/sell/style', { tasksOn: ['pigeon'] })
    expect(wrong).toMatchObject({ status: 422, body: { fields: { tasksOn: expect.any(String) } } })
    const item = await desk('facebook', 'craigslist')
    await sell(item.id, 'facebook')
    const { rows } = await test.app.db.query<{ channel: string }>(
      `SELECT channel FROM deliveries d JOIN notifications n ON n.id = d.notification_id WHERE n.kind = 'task' ORDER BY 1`,
    )
    expect(rows.map(({ channel }) => channel)).toContain('email')
  })
})
