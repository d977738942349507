import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { openWebHouse, pagesOf, settled, type WebHouse, widths } from './house.ts'

/** Smaller ones are missed by a thumb; WCAG 2.2, 2.5.8. */
const targetPxMin = 24

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
  const [wide, narrow] = widths
  await page.setViewportSize(wide!)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const said = listen(page)
  await page.addInitScript(
    `window.violations = []; addEventListener('securitypolicyviolation', (e) => window.violations.push(e.violatedDirective + ' ' + e.blockedURI))`,
  )
  const found: Record<string, unknown> = {}
  const look = async (name: string) => {
    for (const size of [wide!, narrow!]) {
      await page.setViewportSize(size)
      await settled(page)
      found[`${name} at ${size.width}`] = await faultsOf(page)
      // Nothing but colours is another by night.
      await page.emulateMedia({ colorScheme: 'dark' })
      found[`${name} at ${size.width} by night`] = { ...none, axe: await axeOf(page, colourRules) }
      await page.emulateMedia({ colorScheme: 'light' })
    }
    await page.setViewportSize(wide!)
  }
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`${house.address}${path}`)
    await settled(page)
    await look(name)
  }
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
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, none])))
  expect(said()).toEqual([])
  await page.close()
})

/** Pages that ask for nothing but who one is before something is done on them. */
const askNothing = ['lost', 'rule-new', 'rules-import', 'settings-profile', 'welcome']

it('every page whose answers fail says so in the words of the server, with the request and a way on, and can be used by everybody', {
  timeout: 300_000,
}, async () => {
  const page = await browser.context.newPage()
  await page.setViewportSize(widths[1]!)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const body = JSON.stringify({ detail: 'The database is away.', code: 'database-away', requestId: 'r-17' })
  const fails = { status: 422, contentType: 'application/problem+json', body }
  await page.route(
    ({ pathname }) => pathname.startsWith('/api/') && pathname !== '/api/me',
    (route) => route.fulfill(fails),
  )
  const found: Record<string, unknown> = {}
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`${house.address}${path}`)
    await settled(page)
    const alert = page.getByRole('alert').filter({ hasText: 'The database is away.' })
    // What is not said in that time is missed below.
    if (!askNothing.includes(name))
      await alert
        .first()
        .waitFor({ timeout: 5_000 })
        .catch(() => {})
    found[name] = {
      said: (await alert.count()) > 0,
      request: (await alert.getByText('r-17').count()) > 0,
      again: (await alert.getByRole('button', { name: 'Try again' }).count()) > 0,
      axe: await axeOf(page),
      wider: await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    }
  }
  const expected = (name: string) => {
    const is = !askNothing.includes(name)
    return { said: is, request: is, again: is, axe: [], wider: 0 }
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(pages).map((name) => [name, expected(name)])))
  await page.close()
})

describe('deals', () => {
  it('Back finds the row where it was, to the pixel, far down the list', async () => {
    const page = await open('/deals?score=0', 1280)
    for (let i = 0; i < 12; i++) {
      await page.mouse.wheel(0, 700)
      await page.waitForTimeout(60)
    }
    const link = page.locator('li a[id^=deal-]').nth(8)
    const id = await link.getAttribute('id')
    const topOf = async () => (await page.locator(`#${id}`).boundingBox())?.y
    const before = await topOf()
    expect(await page.evaluate('scrollY')).toBeGreaterThan(2000)
    await link.click()
    await page.locator('#score-title').waitFor()
    await page.goBack()
    await page.locator(`#${id}`).waitFor()
    await expect.poll(async () => Math.abs((await topOf())! - before!)).toBeLessThanOrEqual(1)
    await page.close()
  })

  it('go on as one scrolls, each once, and few of them are in the page at a time', async () => {
    const page = await open('/deals?score=0', 1280)
    const seen = new Set<string>()
    await expect
      .poll(
        async () => {
          const rows = page.locator('li a[id^=deal-]')
          expect(await rows.count()).toBeLessThan(60)
          const ids = await page.evaluate(
            `[...document.querySelectorAll('li a[id^=deal-]')].map(({ id }) => id)`,
          )
          for (const id of ids as string[]) seen.add(id)
          await page.mouse.wheel(0, 900)
          return seen.size
        },
        { timeout: 60_000, interval: 100 },
      )
      .toBeGreaterThan(110)
    await page.close()
  })

  it('filters stand in the address: one can be sent to somebody, and Back leaves the page', async () => {
    const page = await open('/listings/1', 1280)
    await page.goto(`${house.address}/deals`)
    await page.getByRole('button', { name: /^Filters/ }).click()
    await page
      .getByRole('group', { name: 'Category' })
      .getByLabel(/^Bikes/)
      .check()
    await page.getByLabel('Price at most').fill('900')
    await page.getByRole('button', { name: /^Show/ }).click()
    await page.waitForURL(/category=bikes/)
    expect(new URL(page.url()).search).toBe('?category=bikes&max=900')
    await settled(page)
    const shown = await page.locator('li a[id^=deal-]').count()
    expect(shown).toBeGreaterThan(0)
    await page.reload()
    await settled(page)
    expect(await page.locator('li a[id^=deal-]').count()).toBe(shown)
    await page.getByRole('button', { name: 'Without Bikes' }).click()
    await page.waitForURL((url) => url.search === '?max=900')
    await page.goBack()
    await page.waitForURL(/\/listings\/1$/)
    await page.close()
  })

  it('can be gone through by keys alone', async () => {
    const page = await open('/deals', 1280)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const focused = async () => page.evaluate('document.activeElement.id')
    const second = await page.locator('li a[id^=deal-]').nth(1).getAttribute('id')
    await expect.poll(focused).toBe(second)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/listings\/\d+$/)
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await page.waitForURL(/\/deals$/)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Go to, or do' }).waitFor()
    await page.keyboard.type('inb')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/notifications$/)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('trek bike')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.searchParams.get('q') === 'trek bike')
    await page.close()
  })
})

async function open(path: string, width: number): Promise<Page> {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${house.address}${path}`)
  await settled(page)
  return page
}

function listen(page: Page): () => string[] {
  const said: string[] = []
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(String(error)))
  return () => said
}

const none = { axe: [], violations: [], wider: 0, small: [] }
const colourRules = ['color-contrast', 'link-in-text-block']

/** What axe finds, by these of its rules or by all. */
async function axeOf(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page: page as never })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

async function faultsOf(page: Page) {
  return {
    axe: await axeOf(page),
    violations: await page.evaluate('window.violations'),
    wider: await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    small: await page.evaluate(`[...document.querySelectorAll('a, button, input, select, summary')]
      .filter((one) => one.checkVisibility({ opacityProperty: true }) && !one.closest('.sr-only, label'))
      .map((one) => ({ one, box: one.getBoundingClientRect(), after: getComputedStyle(one, '::after').position }))
      .filter(({ box, after }) => after !== 'absolute' && box.width > 1 && (box.width < ${targetPxMin} || box.height < ${targetPxMin}))
      .map(({ one, box }) => one.outerHTML.slice(0, 120) + ' ' + box.width + 'x' + box.height)`),
  }
}
