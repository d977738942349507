import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setupLink } from '../../../server/accounts/auth/joining.ts'
import { goodPassword } from '../../../server/accounts/test-kit.ts'
import type { ChannelFakeServer } from '../../../server/channels/fake-server.ts'
import { startChannelFakeServer as startSms } from '../../../server/channels/sms/contract-fake-server.ts'
import { axeOf } from '../../harness/axe.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { type FakeServer, startFakeServer } from '../../harness/fake-server.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
let sms: ChannelFakeServer
let site: FakeServer
let page: Page
const rss = `<rss version="2.0"><channel><title>t</title><item><guid>https://shop.example/1</guid><title>Oak table $40</title><link>https://shop.example/1</link></item></channel></rss>`
beforeAll(async () => {
  if (chromiumPath === null) return
  sms = await startSms()
  site = await startFakeServer((_, response) => void response.end(rss))
  const options = Object.entries(sms.options).map(([name, value]) => [name, String(value)])
  house = await openWebHouse(await testDatabase(), {
    demo: true,
    env: { ...Object.fromEntries(options), FEED_ALLOW_PRIVATE_NETWORK: 'true' },
  })
  browser = await openBrowser()
  page = await browser.context.newPage()
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house, sms, site]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

const go = async (path: string) => {
  await page.goto(`${house.address}${path}`)
  await settled(page)
}
const get = async <Body>(path: string) => (await house.test.call('GET', path)).body as Body
const card = (name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: new RegExp(`^${name}`) }) })

describe('how one is told', () => {
  it('the week follows what stands in the fields, as a picture and as a table, and is saved as it was chosen', async () => {
    await go('/settings/notifications')
    const week = page.locator('figure')
    await week.getByText('Never quiet.').waitFor()
    await page.getByLabel('When to tell').selectOption('weekly')
    await page.getByLabel('Digest at').fill('23:00')
    await page.getByLabel('On', { exact: true }).selectOption('Sunday')
    await page.getByLabel('Keep quiet').check()
    await page.getByLabel('From', { exact: true }).fill('22:00')
    await page.getByLabel('To', { exact: true }).fill('06:30')
    await week.getByText('A digest on Sunday at 11:00 PM. Quiet from 10:00 PM to 6:30 AM').waitFor()
    // What falls into quiet hours comes at their end: on Monday.
    const monday = week.getByRole('row', { name: 'Monday' })
    expect(await monday.textContent()).toBe('Monday12:00 AM to 6:30 AM, 10:00 PM to 12:00 AM6:30 AM')
    expect(await week.getByRole('row', { name: 'Sunday' }).textContent()).toMatch(/none$/)
    await page.getByLabel('At once from a score of').fill('90')
    await page.getByLabel('At most a day').fill('20')
    expect(await axeOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await expect
      .poll(() => get('/api/notification-preferences'))
      .toMatchObject({
        ...{ rhythm: 'weekly', digestTime: '23:00', digestWeekday: 7, perDayMax: 20, urgentScore: 90 },
        quietHours: { from: '22:00', to: '06:30' },
      })
    // What is not on the form then stays as it was.
    await page.getByLabel('When to tell').selectOption('immediately')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect
      .poll(() => get('/api/notification-preferences'))
      .toMatchObject({ rhythm: 'immediately', digestWeekday: 7, urgentScore: 90 })
  })

  it('a phone is confirmed by the code that was sent there, a wrong one is said at its field, and a test is seen to arrive', async () => {
    await go('/settings/notifications')
    const phone = card('SMS')
    await phone.getByRole('button', { name: 'Set up' }).click()
    await phone.getByRole('textbox').first().fill(String(sms.settings.phone))
    await phone.getByRole('button', { name: 'Save' }).click()
    await phone.getByRole('button', { name: 'Send the code' }).click()
    await phone.getByText('A code is on its way').waitFor()
    await phone.getByLabel('Code').fill('wrong')
    await phone.getByRole('button', { name: 'Confirm' }).click()
    await phone.getByText(/more tries/).waitFor()
    expect(await axeOf(page)).toEqual([])
    await phone.getByLabel('Code').fill(/\b(\d{8})\b/.exec(sms.received().at(-1)!)![1]!)
    await phone.getByRole('button', { name: 'Confirm' }).click()
    await phone.getByText('Ready', { exact: true }).waitFor()
    await phone.getByRole('button', { name: 'Send a test' }).click()
    // By the stream: nothing is pressed, nothing loaded anew.
    await phone.getByRole('status').getByText('sent', { exact: true }).waitFor()
    expect(sms.received().at(-1)).toContain('A test message from Deal Scout')
  })
})

describe('why not?', () => {
  it('is answered for words of a title, a number and a link; what nobody has seen is said at the field', async () => {
    const { items } = await get<{ items: { id: number; title: string }[] }>('/api/deals?sort=score&limit=1')
    const { id, title } = items[0]!
    await go('/notifications')
    await page.getByText('Why was I not told?').click()
    const ask = async (which: string) => {
      await page.getByLabel('Which listing?').fill(which)
      await page.getByRole('button', { name: 'Ask', exact: true }).click()
    }
    const answer = page.getByRole('link', { name: 'Step by step' })
    await ask('https://shop.example/none')
    await page.getByText('No listing with this link was seen').waitFor()
    await ask(`${house.address}/listings/${id}`)
    await answer.waitFor()
    await ask('999999999')
    await page.getByText('There is no such listing').waitFor()
    await ask(String(id))
    await answer.waitFor()
    expect(await axeOf(page)).toEqual([])
    await ask(title)
    await answer
      .or(page.getByRole('button', { name: title }).first())
      .first()
      .waitFor()
    if (!(await answer.isVisible())) await page.getByRole('button', { name: title }).first().click()
    await answer.click()
    await page.waitForURL(/\/listings\/\d+#why$/)
    await page.getByRole('region', { name: 'Why you were told, or not' }).waitFor()
  })
})

describe('watching', () => {
  const watched = async () => (await get<{ items: unknown[] }>('/api/watches?limit=200')).items.length

  it('begins and ends by a press and by a key, on the list and on the page of the thing, and can be taken back', async () => {
    await go('/deals?score=0')
    const before = await watched()
    // By its id: another one may be found meanwhile, and stand above it.
    const id = (await page.locator('li article a[id^=deal-]').first().getAttribute('id'))!.slice(5)
    const first = page.locator('li article').filter({ has: page.locator(`#deal-${id}`) })
    await first.getByRole('button', { name: 'Watch', exact: true }).click()
    await first.getByText('watched').waitFor()
    expect(await watched()).toBe(before + 1)
    await page.locator(`#deal-${id}`).focus()
    await page.keyboard.press('w')
    await first.getByText('watched').waitFor({ state: 'detached' })
    expect(await watched()).toBe(before)
    const ended = page.getByRole('dialog').filter({ hasText: 'Watched no more' })
    await ended.getByRole('button', { name: 'Undo' }).click()
    await first.getByText('watched').waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Watch it, or no more').waitFor()
    await page.keyboard.press('Escape')
    await go(`/listings/${id}`)
    const button = page.getByRole('button', { name: 'Watch', exact: true })
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('w')
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('false')
    expect(await watched()).toBe(before)
  })
})

it('the heading of the list stays in sight where a listing is opened beside it', async () => {
  await go('/deals?score=0')
  await page.locator('li article a[id^=deal-]').first().click()
  await page.locator('#score-title').waitFor()
  expect(await page.evaluate('scrollY')).toBe(0)
  const heading = await page.getByRole('heading', { level: 1, name: 'Deals' }).boundingBox()
  expect(heading!.y).toBeGreaterThan(0)
})

it('a place of a rule is suggested while it is typed', async () => {
  await go('/rules/new')
  await page.getByRole('button', { name: 'Add a place' }).click()
  const place = page.getByRole('combobox', { name: 'Place' })
  await place.fill('berke')
  await page.getByRole('option', { name: 'Berkeley, CA' }).click()
  expect(await place.inputValue()).toBe('Berkeley, CA')
})

it('a newcomer has a rule, was told on one way that was tried, accepted terms and connected a source, within 25 actions', async () => {
  let actions = 0
  const did = async (deed: Promise<unknown>) => {
    actions++
    await deed
  }
  const link = (await setupLink(house.test.app.accounts)).replace(/^https?:\/\/[^/]+/, house.address)
  await did(page.goto(link))
  await did(page.getByLabel('Your name').or(page.getByLabel('Name')).first().fill('Owner'))
  await did(page.getByLabel('E-mail').fill('owner@example.com'))
  await did(page.getByLabel('Password').fill(goodPassword))
  await did(page.getByRole('button', { name: 'Make it mine' }).click())
  await page.waitForURL(/\/welcome$/)
  await did(page.getByLabel('The thing').fill('road bike'))
  await did(page.getByLabel('Budget').fill('900'))
  // What there is of it stands beside before anything is saved.
  await page.getByRole('region', { name: 'What it would find' }).getByRole('link').first().waitFor()
  await did(page.getByRole('button', { name: 'Watch for it' }).click())
  await page.waitForURL(/step=told&rule=\d+$/)
  await did(card('Inbox').getByRole('button', { name: 'Send a test' }).click())
  await card('Inbox').getByRole('status').getByText('sent', { exact: true }).waitFor()
  await did(page.getByRole('link', { name: 'Go on' }).click())
  await page.waitForURL(/step=sources$/)
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await card('eBay').getByText('About 15 minutes to connect').waitFor()
  await card('eBay').getByText('Forbids prices worked out of its listings').waitFor()
  const craigslist = card('Craigslist')
  await craigslist.getByText('Forbids programs to read it').waitFor()
  expect(await craigslist.getByRole('button', { name: 'Connect' }).count()).toBe(0)
  await did(craigslist.getByLabel('I have read the terms').check())
  await did(craigslist.getByRole('button', { name: 'Accept the terms' }).click())
  await craigslist.getByText('Accepted by you on').waitFor()
  await craigslist.getByRole('button', { name: 'Connect' }).waitFor()
  const feed = card('RSS, Atom or JSON feed')
  await did(feed.getByRole('button', { name: 'Connect' }).click())
  await did(feed.getByLabel('Address').or(feed.getByRole('textbox')).first().fill(`${site.baseUrl}/rss`))
  await did(feed.getByRole('button', { name: 'Connect', exact: true }).click())
  await feed.getByText(/Not scanned yet|is read/).waitFor()
  await did(page.getByRole('link', { name: 'Go on' }).click())
  await page.waitForURL(/step=left$/)
  // A home was never given, so it is what is left.
  await page.getByRole('link', { name: 'Say where you live' }).waitFor()
  await page.getByText('No marketplace is connected').waitFor({ state: 'detached' })
  await did(page.getByRole('link', { name: 'To the deals' }).click())
  await page.getByRole('button', { name: /^Needs you: \d$/ }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Say where you live' }).waitFor()
  expect(await axeOf(page)).toEqual([])
  expect(actions).toBeLessThanOrEqual(25)
  const { rows } = await house.test.app.db.query('SELECT marketplace, user_id FROM accepted_terms')
  expect(rows).toEqual([{ marketplace: 'craigslist', user_id: house.test.app.owner }])
})
