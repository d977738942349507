import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { axeOf } from '../../harness/axe.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: false })
  browser = await openBrowser()
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

async function open(path: string): Promise<Page> {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 360, height: 900 })
  await page.goto(`${house.address}${path}`)
  await settled(page)
  return page
}
const targets = async () => {
  const { items } = (await house.test.call('GET', '/api/channels')).body as {
    items: { id: string; label: string | null; enabled: boolean; isSetUp: boolean }[]
  }
  return items.flatMap(({ id, label, enabled, isSetUp }) => (isSetUp ? [[id, label, enabled]] : []))
}

it('a second target of a channel is added, named, refused where the first goes, switched off, and chosen by a rule', async () => {
  const page = await open('/settings/notifications')
  const card = (name: RegExp) =>
    page.getByRole('article').filter({ has: page.getByRole('heading', { name }) })
  const first = card(/^ntfy(?! ·)/)
  await first.getByRole('button', { name: 'Set up' }).click()
  await first.getByLabel('Topic').fill('deals-of-mine')
  await first.getByRole('button', { name: 'Save' }).click()
  await first.getByText('Ready').waitFor()

  await first.getByRole('button', { name: 'Add another' }).click()
  await first.getByLabel('What you call it').fill('Boat')
  await first.getByLabel('Topic').fill('deals-of-mine')
  await first.getByRole('button', { name: 'Save' }).click()
  await first.getByText('nobody is told twice').waitFor()
  // What was typed stands there still.
  expect(await first.getByLabel('What you call it').inputValue()).toBe('Boat')
  await first.getByLabel('Topic').fill('deals-of-the-boat')
  expect(await axeOf(page)).toEqual([])
  await first.getByRole('button', { name: 'Save' }).click()
  const boat = card(/^ntfy · Boat/)
  await boat.getByText('Ready').waitFor()
  expect(await targets()).toEqual([
    ['ntfy', null, true],
    ['ntfy:2', 'Boat', true],
  ])
  await boat.getByRole('switch', { name: 'ntfy · Boat is on' }).click()
  await boat.getByText('Switched off').waitFor()
  expect(await targets()).toContainEqual(['ntfy:2', 'Boat', false])
  await boat.getByRole('switch', { name: 'ntfy · Boat is on' }).click()
  await boat.getByText('Ready').waitFor()
  await page.close()

  const rule = await open('/rules/new')
  const choice = rule.getByRole('group', { name: 'Tell me by' })
  await choice.getByLabel('ntfy: all').waitFor()
  const boxes = await choice.getByRole('checkbox').all()
  expect(await Promise.all(boxes.map((box) => box.getAttribute('value')))).toEqual([
    ...['inbox', 'ntfy', 'ntfy:1', 'ntfy:2'],
  ])
  await choice.getByLabel('ntfy · Boat').check()
  await rule.getByLabel('Name').fill('Boats')
  await rule
    .getByRole('button', { name: /Watch for it|Save/ })
    .first()
    .click()
  await expect
    .poll(async () => {
      const { items } = (await house.test.call('GET', '/api/rules')).body as {
        items: { name: string; channels: string[] }[]
      }
      return items.find(({ name }) => name === 'Boats')?.channels
    })
    .toEqual(['inbox', 'ntfy:2'])
  await rule.close()
})
