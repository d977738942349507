import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { openWebHouse, pagesOf, settled, type WebHouse } from './house.ts'
import { faultless, openLooker } from './matrix.ts'

/** Every page in the demo's world, as it is and where its answers fail, in two widths and two themes. */
let house: WebHouse
let browser: Browser
let pages: Record<string, string>
beforeAll(async () => {
  if (chromiumPath === null)
    return void process.stderr.write(`\n!! The web app is NOT tested: ${noChromium}\n\n`)
  house = await openWebHouse(await testDatabase(), { demo: true })
  browser = await openBrowser()
  pages = await pagesOf(house.test)
  // A build, a browser and the demo's world, on a machine that others may use.
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

const dialogs: [name: string, opens: (page: Page) => Promise<void>][] = [
  ['filters', (page) => page.getByRole('button', { name: /^Filters/ }).click()],
  ['shortcuts', (page) => page.keyboard.press('?')],
  ['palette', (page) => page.keyboard.press('Control+k')],
]

it('every page, wide and narrow, by day and by night, can be used by everybody, stays within its policy, says nothing in the console and fits', {
  timeout: 600_000,
}, async () => {
  const page = await browser.context.newPage()
  const { found, look, lookAt } = await openLooker(house, page)
  for (const [name, path] of Object.entries(pages)) await lookAt(name, path)
  // What opens over a page is a page, too.
  await page.goto(`${house.address}/deals`)
  await settled(page)
  for (const [name, opens] of dialogs) {
    await opens(page)
    await page.getByRole('dialog').waitFor()
    await look(name)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  expect(found).toEqual(faultless(found))
  await page.close()
})

/** Pages that ask for nothing but who one is before something is done on them. */
const askNothing = [
  'lost',
  'rule-new',
  'rules-import',
  'settings-profile',
  'sell-import',
  'sources-capture',
  'sources-import',
  'share-nothing',
  'welcome',
]

it('every page whose answers fail says so in the words of the server, with the request and a way on, in turn wide and narrow, by day and by night', {
  timeout: 600_000,
}, async () => {
  const page = await browser.context.newPage()
  const { found, lookAt } = await openLooker(house, page, {
    isExpected: (said) => said.includes('status of 422'),
    inTurn: true,
  })
  const body = JSON.stringify({ detail: 'The database is away.', code: 'database-away', requestId: 'r-17' })
  const fails = { status: 422, contentType: 'application/problem+json', body }
  await page.route(
    ({ pathname }) => pathname.startsWith('/api/') && pathname !== '/api/me',
    (route) => route.fulfill(fails),
  )
  const alert = page.getByRole('alert').filter({ hasText: 'The database is away.' })
  const said: Record<string, unknown> = {}
  for (const [name, path] of Object.entries(pages)) {
    await lookAt(name, path, async () => {
      await settled(page)
      // What is not said in that time is missed below.
      if (!askNothing.includes(name))
        await alert
          .first()
          .waitFor({ timeout: 5_000 })
          .catch(() => {})
    })
    said[name] = {
      said: (await alert.count()) > 0,
      request: (await alert.getByText('r-17').count()) > 0,
      again: (await alert.getByRole('button', { name: 'Try again' }).count()) > 0,
    }
  }
  const expected = (name: string) => {
    const is = !askNothing.includes(name)
    return { said: is, request: is, again: is }
  }
  expect(said).toEqual(Object.fromEntries(Object.keys(pages).map((name) => [name, expected(name)])))
  expect(found).toEqual(faultless(found))
  await page.close()
})
