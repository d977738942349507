import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { axeOf } from '../../harness/axe.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { until } from '../../harness/until.ts'
import { openWebHouse, pagesOf, settled, type WebHouse, widths } from './house.ts'

/** Every page without a connection, once the app was opened with one. */
let house: WebHouse
let browser: Browser
let page: Page
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: true })
  browser = await openBrowser({ worker: true })
  page = await browser.context.newPage()
  await page.emulateMedia({ reducedMotion: 'reduce' })
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

/** Pages that need no answer but who one is, which is kept, before something is done on them. */
const askNothing = [
  ...['lost', 'rule-new', 'rules-import', 'settings-profile'],
  ...['sell-import', 'sources-capture', 'sources-import', 'share-nothing', 'welcome'],
]

it('without a connection every page opens, and says since when it is as it stands, or that Deal Scout does not answer and how to go on', {
  timeout: 600_000,
}, async () => {
  const pages = await pagesOf(house.test)
  await page.goto(`${house.address}/deals`)
  await settled(page)
  await page.evaluate('navigator.serviceWorker.ready.then(() => {})')
  await page.goto(`${house.address}/deals`)
  await settled(page)
  const kept = `caches.keys().then((all) => all.some((one) => one.includes('kept')))`
  await until(async () => (await page.evaluate<boolean>(kept)) || null)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await browser.context.setOffline(true)
  const found: Record<string, unknown> = {}
  try {
    for (const [name, path] of Object.entries(pages)) {
      await page.setViewportSize(widths[1]!)
      await page.goto(`${house.address}${path}`)
      await settled(page)
      const main = page.getByRole('main')
      const said = main
        .getByText(/^As of .*\d:\d\d/)
        .or(main.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Try again' }) }))
      if (!askNothing.includes(name))
        await said
          .first()
          .waitFor({ timeout: 10_000 })
          .catch(() => {})
      const isSaid = askNothing.includes(name) || (await said.count()) > 0
      const axe = await axeOf(page)
      const tooWide = [await widerBy()]
      await page.setViewportSize(widths[0]!)
      found[name] = { isSaid, axe, tooWide: [...tooWide, await widerBy()], errors: errors.splice(0) }
    }
  } finally {
    await browser.context.setOffline(false)
  }
  const faultless = { isSaid: true, axe: [], tooWide: [0, 0], errors: [] }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, faultless])))
})

const widerBy = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')
