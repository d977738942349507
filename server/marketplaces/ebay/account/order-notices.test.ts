import { existsSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { SellingProblem } from '../../../model/selling.ts'
import { seller } from '../selling/test-kit.ts'
import { type EbayStandIn, startEbayStandIn } from '../stand-in/server.ts'
import { openSpecs, specsFolder } from '../stand-in/specs.ts'
import { listen, noAlertAddress, notReached, scopeMissing } from './order-notices.ts'

const endpoint = 'https://deals.example/api/connections/ebay/account-deletion'
let site: EbayStandIn
beforeAll(async () => {
  site = await startEbayStandIn()
})
afterAll(() => site[Symbol.asyncDispose]())
beforeEach(() => {
  site.exchanges.length = 0
  Object.assign(site.world.notices, {
    ...{ destinations: [], subscriptions: [], hasAlertAddress: true, isReached: true },
  })
})

const told = { value: { isTold: true }, warnings: [] }

function someone(options: object = {}) {
  const person = seller(site)
  Object.assign(person.ctx.options, {
    ...{ EBAY_DELETION_URL: endpoint, EBAY_DELETION_TOKEN: 'x'.repeat(40) },
    EBAY_SCOPES: ['sell.fulfillment', 'commerce.notification.subscription'],
    ...options,
  })
  return person
}

const steps = ({ ledger }: ReturnType<typeof seller>) => ledger.map(({ call }) => call.step)

it('eBay is asked once to send notices of a person’s sales, and again is the same', async () => {
  const person = someone()
  expect(await listen(person.ctx)).toEqual(told)
  expect(site.world.notices).toMatchObject({
    destinations: [{ name: 'Deal Scout', status: 'ENABLED', deliveryConfig: { endpoint } }],
    subscriptions: [{ topicId: 'ORDER_CONFIRMATION', status: 'ENABLED', payload: { schemaVersion: '1.0' } }],
  })
  const made = steps(person).filter((step) => step.startsWith('put'))
  expect(made).toEqual(['put-destination', 'put-subscription'])
  // Another person of the same app has the address already, and so has this one the next day.
  expect(await listen(person.ctx)).toEqual(told)
  expect(steps(person).filter((step) => step.startsWith('put'))).toEqual(made)
  expect(site.world.notices.destinations).toHaveLength(1)
})

it('what eBay or somebody switched off is switched on again', async () => {
  const person = someone()
  await listen(person.ctx)
  site.world.notices.destinations[0]!.status = 'MARKED_DOWN'
  site.world.notices.subscriptions[0]!.status = 'DISABLED'
  expect(await listen(person.ctx)).toEqual(told)
  expect(site.world.notices).toMatchObject({
    destinations: [{ status: 'ENABLED' }],
    subscriptions: [{ status: 'ENABLED' }],
  })
})

it.each([
  [
    'the operator has no address for it',
    { EBAY_DELETION_URL: '' },
    /EBAY_DELETION_URL and EBAY_DELETION_TOKEN/,
  ],
  ['nobody is asked to agree to it', { EBAY_SCOPES: ['sell.fulfillment'] }, scopeMissing],
])('nothing is asked of eBay where %s, and that is said', async (_, options, why) => {
  const person = someone(options)
  const answer = await listen(person.ctx)
  expect(answer).toMatchObject({ value: { isTold: false } })
  expect((answer as typeof told & { warnings: string[] }).warnings[0]).toMatch(why)
  expect(site.exchanges).toEqual([])
})

it('why eBay does not is said with what to do', async () => {
  const why = async () => ((await listen(someone().ctx)) as SellingProblem).reason
  site.world.notices.hasAlertAddress = false
  expect(await why()).toBe(noAlertAddress)
  site.world.notices.hasAlertAddress = true
  site.world.notices.isReached = false
  expect(await why()).toBe(notReached)
  site.world.notices.isReached = true
  const person = someone()
  person.ctx.accessToken = 'one that did not agree'
  expect(await listen(person.ctx)).toMatchObject({ outcome: 'consent' })
})

it.skipIf(!existsSync(specsFolder))('all of it is as eBay describes it', async () => {
  const person = someone()
  await listen(person.ctx)
  site.world.notices.destinations[0]!.status = 'DISABLED'
  site.world.notices.subscriptions[0]!.status = 'DISABLED'
  await listen(person.ctx)
  expect(site.exchanges.length).toBeGreaterThan(8)
  expect(site.exchanges.flatMap(openSpecs()!)).toEqual([])
})
