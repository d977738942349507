import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { axeOf } from '../../harness/axe.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { drawnIds, listed, openPage, topOf } from './deals-house.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
beforeAll(async () => {
  if (chromiumPath === null)
    return void process.stderr.write(`\n!! The page of deals is NOT tested: ${noChromium}\n\n`)
  house = await openWebHouse(await testDatabase(), { demo: true })
  browser = await openBrowser()
})
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach(async (context) => {
  context.skip(chromiumPath === null, noChromium)
  await house.test.app.db.query('DELETE FROM listing_marks')
  await house.test.app.db.query('DELETE FROM views')
})

const open = (path: string, width?: number) => openPage({ context: browser.context, house }, path, width)
const card = (page: Page, id: number) => page.locator('article', { has: page.locator(`#deal-${id}`) })
const hidden = () => listed(house, 'state=hidden&free=also&kind=any')

async function faultsOf(page: Page) {
  return {
    axe: await axeOf(page),
    wider: await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
  }
}
const faultless = { axe: [], wider: 0 }

describe('who looks for a bargain', () => {
  it('finds two, compares them, hides one with the reason, and takes that back', async () => {
    const page = await open('/deals?score=0')
    const [first, second] = (await drawnIds(page)) as [number, number]
    await card(page, first).getByRole('checkbox').click()
    await card(page, second).getByRole('checkbox').click()
    const bar = page.getByRole('region', { name: 'Selection' })
    await bar.getByText('2 selected').waitFor()
    expect(await faultsOf(page)).toEqual(faultless)
    await bar.getByRole('link', { name: 'Compare' }).click()
    await page.waitForURL((url) => url.search === `?ids=${first},${second}`)
    await settled(page)
    expect(await page.getByRole('columnheader').count()).toBe(2)
    for (const row of ['Price', 'Score', 'Risk', 'Distance'])
      await page.getByRole('rowheader', { name: row }).first().waitFor()
    expect(await faultsOf(page)).toEqual(faultless)
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await faultsOf(page)).toEqual(faultless)
    await page.setViewportSize({ width: 1100, height: 900 })
    await page.goBack()
    await bar.getByText('2 selected').waitFor()
    await bar.getByRole('button', { name: 'Select nothing' }).click()
    await card(page, first).getByRole('button', { name: 'What to do with' }).click()
    await page.getByRole('menu').waitFor()
    expect(await faultsOf(page)).toEqual(faultless)
    await page.getByRole('menuitem', { name: 'Too far away' }).click()
    await card(page, first).waitFor({ state: 'detached' })
    // With it all that is the same thing.
    await expect
      .poll(hidden)
      .toContainEqual(
        expect.objectContaining({ id: first, mark: expect.objectContaining({ hiddenReason: 'too-far' }) }),
      )
    await page.getByRole('button', { name: 'Undo' }).click()
    await card(page, first).waitFor()
    await expect.poll(hidden).toEqual([])
    expect((await drawnIds(page))[0]).toBe(first)
    await page.close()
  })

  it('does all of it by keys alone: step, select, open, hide, take back, help', async () => {
    const page = await open('/deals?score=0', 1280)
    const ids = await drawnIds(page)
    const [first, second, third] = ids as [number, number, number]
    const focused = () => page.evaluate<string>('document.activeElement.id')
    await page.keyboard.press('j')
    await expect.poll(focused).toBe(`deal-${first}`)
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect.poll(focused).toBe(`deal-${third}`)
    await page.keyboard.press('Shift+X')
    await page.getByText('3 selected').waitFor()
    await page.keyboard.press('k')
    await expect.poll(focused).toBe(`deal-${second}`)
    const { url } = (await house.test.call('GET', `/api/listings/${second}`)).body as { url: string }
    await page.evaluate('window.open = (to) => { window.opened = to }')
    await page.keyboard.press('v')
    expect(await page.evaluate('window.opened')).toBe(url)
    await page.keyboard.press('o')
    await page.waitForURL(new RegExp(`/listings/${second}$`))
    await page.locator('#score-title').waitFor()
    await page.keyboard.press('o')
    await expect.poll(focused).toBe('beside')
    await page.keyboard.press('Escape')
    await page.waitForURL(/\/deals\?score=0$/)
    await expect.poll(focused).toBe(`deal-${second}`)
    await page.keyboard.press('e')
    await card(page, second).waitFor({ state: 'detached' })
    // What comes after it has its place.
    await expect.poll(focused).toBe(`deal-${third}`)
    await expect.poll(async () => (await hidden()).map(({ id }) => id)).toContain(second)
    await page.keyboard.press('c')
    await card(page, third).getByText('contacted').waitFor()
    await page.keyboard.press('Shift+E')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await expect.poll(async () => (await listed(house, 'state=contacted')).length).toBe(1)
    await page.keyboard.press('u')
    await card(page, third).getByText('contacted').waitFor({ state: 'detached' })
    await page.keyboard.press('u')
    await card(page, second).waitFor()
    await expect.poll(hidden).toEqual([])
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    for (const words of [
      'Next deal',
      'Hide it, and say why',
      'Take the last change back',
      'Select all up to it',
    ])
      await help.getByText(words, { exact: true }).waitFor()
    await help.getByLabel('Shortcuts are on').uncheck()
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    const before = await focused()
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    expect([await focused(), await hidden()]).toEqual([before, []])
    await page.evaluate(`localStorage.removeItem('shortcuts')`)
    await page.close()
  })

  it('is told in words when the server refuses, and the card is back', async () => {
    const page = await open('/deals?score=0')
    const [first] = (await drawnIds(page)) as [number]
    const problem = { detail: 'The database is away. Try again in a minute.', code: 'database-away' }
    const answer = { status: 422, contentType: 'application/problem+json', body: JSON.stringify(problem) }
    await page.route('**/api/listings/**', (route) => route.fulfill(answer))
    await card(page, first).getByRole('button', { name: 'Hide' }).click()
    await page.getByText(`Not hidden. ${problem.detail}`).first().waitFor()
    await card(page, first).waitFor()
    expect((await drawnIds(page))[0]).toBe(first)
    await page.unroute('**/api/listings/**')
    await page.route('**/api/listings/**', (route) => route.abort())
    await card(page, first).getByRole('button', { name: 'Hide' }).click()
    await page.getByText('Not hidden. Deal Scout did not answer').first().waitFor()
    await card(page, first).waitFor()
    await page.close()
  })

  it('swipes a card to the left to hide it, and a little further than a scroll is none', async () => {
    const page = await open('/deals?score=0', 360)
    const [first] = (await drawnIds(page)) as [number]
    const swipe = (byX: number, byY = 0) =>
      page.evaluate(`(() => {
        const target = document.getElementById('deal-${first}')
        const touch = (x, y) => new Touch({ identifier: 1, target, clientX: x, clientY: y })
        const send = (type, x, y) => target.dispatchEvent(new TouchEvent(type, { bubbles: true, cancelable: true,
          touches: type === 'touchend' ? [] : [touch(x, y)], changedTouches: [touch(x, y)] }))
        send('touchstart', 200, 300)
        for (let i = 1; i <= 8; i++) send('touchmove', 200 + (${byX} * i) / 8, 300 + (${byY} * i) / 8)
        send('touchend', 200 + ${byX}, 300 + ${byY})
      })()`)
    await swipe(-40)
    await swipe(-110, 200)
    await swipe(150)
    await card(page, first).getByText('contacted').waitFor()
    expect(await hidden()).toEqual([])
    await swipe(-150)
    await card(page, first).waitFor({ state: 'detached' })
    await expect.poll(async () => (await hidden()).map(({ id }) => id)).toContain(first)
    await page.close()
  })

  it('keeps a note and tags, and what the server refuses stays as it was typed', async () => {
    const page = await open('/deals?score=0')
    const [first] = (await drawnIds(page)) as [number]
    await page.keyboard.press('j')
    await page.keyboard.press('n')
    const sheet = page.getByRole('dialog', { name: 'Note and tags' })
    await sheet.getByLabel('Note').fill('x'.repeat(2001))
    await sheet.getByLabel('Tags').fill('gift, for Ana')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => sheet.getByLabel('Note').getAttribute('aria-invalid')).toBe('true')
    expect(await sheet.getByLabel('Tags').inputValue()).toBe('gift, for Ana')
    await sheet.getByLabel('Note').fill('Ask for the receipt')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await sheet.waitFor({ state: 'detached' })
    await card(page, first).getByText('for Ana').waitFor()
    await page.reload()
    await settled(page)
    await card(page, first).getByTitle('Ask for the receipt').waitFor()
    await page.close()
  })
})

describe('a listing that is opened', () => {
  it('stands beside the list from 1280 px on, at its own address, and no row moves', async () => {
    const page = await open('/deals?score=0', 1280)
    await page.evaluate('scrollTo(0, 900)')
    await page.waitForFunction('scrollY > 800')
    const [, , , , , , , , id] = (await drawnIds(page)) as number[]
    const before = await topOf(page, id!)
    await page.locator(`#deal-${id}`).click()
    await page.waitForURL(new RegExp(`/listings/${id}$`))
    const beside = page.getByRole('region', { name: 'Listing' })
    await beside.locator('#score-title').waitFor()
    await expect.poll(async () => Math.abs((await topOf(page, id!)) - before)).toBeLessThanOrEqual(1)
    expect(await faultsOf(page)).toEqual(faultless)
    // Another one takes its place: one step back is the list.
    const other = (await drawnIds(page)).find((one) => one !== id)!
    await page.locator(`#deal-${other}`).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/listings/${other}$`))
    // Loaded anew it still stands there.
    await page.reload()
    await beside.locator('#score-title').waitFor()
    await expect.poll(async () => (await drawnIds(page)).length).toBeGreaterThan(3)
    await beside.getByRole('link', { name: 'Close the listing' }).click()
    await page.waitForURL(/\/deals\?score=0$/)
    expect(await page.title()).toContain('Deals')
    await page.close()
  })

  it('is a real link: it opens in another tab, and by its address alone without a list', async () => {
    const page = await open('/deals?score=0', 1280)
    const [first] = (await drawnIds(page)) as [number]
    const [tab] = await Promise.all([
      browser.context.waitForEvent('page'),
      page.locator(`#deal-${first}`).click({ modifiers: ['ControlOrMeta'] }),
    ])
    await tab.locator('#score-title').waitFor()
    expect(new URL(tab.url()).pathname).toBe(`/listings/${first}`)
    expect(new URL(page.url()).pathname).toBe('/deals')
    await tab.close()
    await page.goto(`${house.address}/listings/${first}`)
    await page.locator('#score-title').waitFor()
    expect(await page.locator('li a[id^=deal-]').count()).toBe(0)
    await page.getByRole('link', { name: 'Deals', exact: true }).first().click()
    await page.waitForURL(/\/deals$/)
    await page.close()
  })
})

describe('saved views', () => {
  it('are kept by the server, say when they were changed, and are changed, renamed and deleted', async () => {
    const page = await open('/deals?score=0&category=bikes,phones')
    await page.getByRole('button', { name: 'Save this view' }).click()
    const sheet = page.getByRole('dialog', { name: 'Save this view' })
    await sheet.getByLabel('Name').fill('Wheels')
    expect(await faultsOf(page)).toEqual(faultless)
    await sheet.getByRole('button', { name: 'Save' }).click()
    const tab = page.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name: /Wheels/ })
    await expect.poll(() => tab.getAttribute('aria-current')).toBe('page')
    await page.goto(`${house.address}/deals`)
    await tab.click()
    await page.waitForURL(/category=bikes,phones/)
    await page.getByRole('button', { name: 'Bikes, Phones', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByLabel(/^Phones/)
      .uncheck()
    expect(await faultsOf(page)).toEqual(faultless)
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.waitForURL(/category=bikes(?!,)/)
    await tab.getByText('changed').waitFor()
    await page.getByRole('button', { name: 'What to do with the view' }).click()
    await page.getByRole('menuitem', { name: 'Save the changes' }).click()
    await tab.getByText('changed').waitFor({ state: 'detached' })
    const views = async () => (await house.test.call('GET', '/api/views')).body as { items: object[] }
    expect((await views()).items).toMatchObject([{ name: 'Wheels', search: 'category=bikes&score=0' }])
    await page.getByRole('button', { name: 'What to do with the view' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await tab.waitFor({ state: 'detached' })
    expect((await views()).items).toEqual([])
    await page.close()
  })

  it('of a name that is taken are refused at the field, and nothing that was typed is lost', async () => {
    await house.test.call('POST', '/api/views', { name: 'Wheels', search: 'category=bikes' })
    const page = await open('/deals?max=90')
    await page.getByRole('button', { name: 'Save this view' }).click()
    const sheet = page.getByRole('dialog', { name: 'Save this view' })
    await sheet.getByLabel('Name').fill('Wheels')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await sheet.getByText('There is a saved view named "Wheels" already').waitFor()
    expect(await sheet.getByLabel('Name').inputValue()).toBe('Wheels')
    await page.close()
  })
})

describe('what should be known of the list', () => {
  it('an address with what means nothing here says so, and stands without it', async () => {
    const page = await open('/deals?colour=red&max=abc&category=bikes&score=0')
    await page.getByText('Of the address “colour=red”, “max=abc” mean nothing here').waitFor()
    await expect.poll(() => new URL(page.url()).search).toBe('?category=bikes&score=0')
    expect(await faultsOf(page)).toEqual(faultless)
    await page.getByRole('button', { name: 'Understood' }).click()
    await page.getByText('mean nothing here').waitFor({ state: 'detached' })
    await page.close()
  })

  it('nothing that matches names the filter that costs most first, and what is there without it', async () => {
    const page = await open('/deals?score=0&category=bikes&max=1')
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor()
    const ways = page.getByRole('main').getByRole('link', { name: /^Without/ })
    // Bikes that cost more are there; other things at a dollar are not.
    await expect.poll(() => ways.first().textContent()).toMatch(/^Without Up to \$1[1-9]\d*$/)
    expect(await ways.last().textContent()).toBe('Without Bikes0')
    await ways.first().click()
    await page.waitForURL(/\/deals\?score=0&category=bikes$/)
    await page.close()
  })

  it('sources that show nothing are named, since when and why', async () => {
    const page = await browser.context.newPage()
    await page.route('**/api/summary', async (route) => {
      const answer = await route.fetch()
      const blind = { id: 1, marketplace: 'ebay', name: 'My eBay', since: '2026-11-24T08:10:00.000Z' }
      const sentence = 'eBay asks for a sign-in.'
      await route.fulfill({ json: { ...(await answer.json()), blindSources: [{ ...blind, sentence }] } })
    })
    await page.goto(`${house.address}/deals?score=0`)
    await settled(page)
    await page.getByText('Counts without My eBay').waitFor()
    await page.getByText('My eBay shows nothing since').waitFor()
    await page.getByText('eBay asks for a sign-in.').waitFor()
    expect(await faultsOf(page)).toEqual(faultless)
    await page.close()
  })

  it('what is of before is said to be, with when, once nobody answers', async () => {
    const page = await open('/deals?score=0')
    const shown = (await drawnIds(page)).slice(0, 5)
    await page.route('**/api/deals?*', (route) => route.abort())
    await page.getByRole('button', { name: 'Look again' }).click()
    await page.getByText(/^As of .*Deal Scout did not answer/).waitFor()
    expect((await drawnIds(page)).slice(0, 5)).toEqual(shown)
    expect(await faultsOf(page)).toEqual(faultless)
    await page.unroute('**/api/deals?*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText(/^As of .*Deal Scout did not answer/).waitFor({ state: 'detached' })
    await page.close()
  })

  it('a list goes by what it says: in the order of finds each card says when it was found', async () => {
    const page = await open('/deals?score=0')
    const [first] = (await drawnIds(page)) as [number]
    await card(page, first)
      .getByText(/^found /)
      .waitFor()
    await page.close()
  })
})
