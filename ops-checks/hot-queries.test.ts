import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../test/harness/app.ts'
import { beyond, type HotRequest, hotRequests } from './hot-queries.ts'
import { fillMarket } from './market.ts'

/** `npm run ops-checks -- hot-queries` does the same with a million. */
const listings = 20_000

let test: TestApp
let requests: HotRequest[]
beforeAll(async () => {
  test = await testApp({ roles: ['api'], env: { LEARN_FIRST: 'off' } })
  requests = await hotRequests(test.app, test.address!, await fillMarket(test.app, listings))
})
afterAll(() => test?.[Symbol.asyncDispose]())

it('what people and workers ask for all the time finds its rows by indexes, and never reads a large table from end to end', () => {
  expect(
    beyond(requests, { wholeRowsMax: 2_000, pagesMax: 20_000, msMax: Number.POSITIVE_INFINITY }),
  ).toEqual([])
  expect(requests.length).toBeGreaterThan(15)
  for (const { request, plans } of requests) expect([request, plans.length]).not.toEqual([request, 0])
})

it.each([
  ['deals, best first', 'listings_neutral'],
  ['deals of a category', 'listings_category'],
  ['deals, newest first', 'listings_newest'],
  ['deals by price', 'listings_price'],
  ['deals by discount', 'listings_discount'],
  ['deals by words', 'listings_search'],
  ['how many of each kind', 'listings_facets'],
  ['a listing', 'listings_pkey'],
  ['ledger', 'delivery_attempts_delivery'],
  ['a page of 20 new listings', 'listings_identity'],
])('%s is what %s is there for', (request, index) => {
  const { plans } = requests.find((one) => one.request === request)!
  expect(plans.flatMap(({ indexes }) => indexes)).toContain(index)
})

it('what reads a table from end to end, too much or too long is told', () => {
  const plan = { statement: 'SELECT 1', indexes: [], readWhole: [], rowsRead: 1, pages: 10, ms: 5 }
  const bounds = { wholeRowsMax: 100, pagesMax: 100, msMax: 100 }
  const told = (over: object) => beyond([{ request: 'r', plans: [{ ...plan, ...over }] }], bounds)
  expect(told({})).toEqual([])
  expect(told({ readWhole: [{ table: 'listings', rows: 99 }] })).toEqual([])
  expect(told({ readWhole: [{ table: 'listings', rows: 101 }] })).toEqual([
    'r: all 101 rows of listings are read: SELECT 1',
  ])
  expect(told({ pages: 101 })).toEqual(['r: 101 pages are read: SELECT 1'])
  expect(told({ ms: 101 })).toEqual(['r: 101 ms: SELECT 1'])
})
