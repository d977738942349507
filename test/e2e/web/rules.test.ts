import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { axeOf } from '../../harness/axe.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { until } from '../../harness/until.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: true })
  browser = await openBrowser()
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

async function open(path: string, width = 1280): Promise<Page> {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${house.address}${path}`)
  await settled(page)
  return page
}
const body = async <Body>(method: string, path: string, sent?: unknown) =>
  (await house.test.call(method, path, sent)).body as Body
const make = (name: string, over: object = {}) =>
  body<{ id: number; revision: number }>('POST', '/api/rules', { name, keywords: { all: [name] }, ...over })
const stored = (id: number) => body<Record<string, unknown>>('GET', `/api/rules/${id}`)
const named = async (name: string) => {
  const { items } = await body<{ items: { id: number; name: string }[] }>('GET', '/api/rules?limit=200')
  return items.filter((rule) => rule.name === name)
}

describe('a rule in the demo world', () => {
  it('is written with a mistake that is shown where it stands, previewed, saved, and tells by a message', async () => {
    const page = await open('/rules/new')
    await page.getByLabel('Name').fill('Anything with a price')
    await page.getByLabel('Score at least').fill('0')
    await page.getByLabel('Expression').fill('(bike OR sofa')
    await page.getByText('This parenthesis is not closed').first().waitFor()
    await expect.poll(() => page.locator('mark').textContent()).toBe('(')
    await page.getByRole('button', { name: 'Go to character 1' }).click()
    const selected = `(({ selectionStart, selectionEnd }) => [selectionStart, selectionEnd])(document.activeElement)`
    expect(await page.evaluate(selected)).toEqual([0, 1])
    expect(await axeOf(page)).toEqual([])
    await page.getByLabel('Expression').fill('bike OR sofa OR camera OR phone OR chair')
    const preview = page.getByRole('region', { name: 'What it would find' })
    await preview.getByText(/^\d+ deals/).waitFor()
    expect(await preview.getByRole('link').count()).toBeGreaterThan(0)
    await preview
      .getByText(/would have notified you|Nothing|at most/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Watch for it' }).click()
    await page.getByRole('link', { name: 'Anything with a price' }).waitFor()
    const [rule] = await named('Anything with a price')
    const found = await until(async () => {
      const { items } = await body<{ items: { notificationId: number | null }[] }>(
        'GET',
        `/api/rules/${rule!.id}/matches`,
      )
      return items.find(({ notificationId }) => notificationId !== null) ?? null
    }, 120_000)
    await page.goto(`${house.address}/rules/${rule!.id}/matches`)
    await settled(page)
    await page.getByRole('link', { name: 'The message about it' }).first().click()
    await page.waitForURL(/\/notifications\/\d+$/)
    expect(found.notificationId).toBeGreaterThan(0)
    await page.close()
  })

  it('gives up the look for what was typed before, and shows that of what stands there now', async () => {
    const page = await open('/rules/new')
    const [held, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    page.on('requestfailed', (request) => {
      if (request.postData()?.includes('held') && request.url().endsWith('/matches')) ended.resolve()
    })
    await page.route('**/api/rules/preview/matches', async (route) => {
      if (!route.request().postData()?.includes('held')) return route.continue()
      // Never answered.
      held.resolve()
    })
    await page.getByLabel('All of these words').fill('held')
    await held.promise
    await page.getByLabel('All of these words').fill('zzqq')
    await ended.promise
    await page.getByText('nothing now').filter({ visible: true }).first().waitFor()
    await page.close()
  })
})

describe('two tabs with one rule', () => {
  it('the second is told at once, sees what differs, and puts both together', async () => {
    const rule = await make('harmonium', { priceCentsMax: 50_000 })
    const [one, two] = [await open(`/rules/${rule.id}`), await open(`/rules/${rule.id}`)]
    await two.getByLabel('None of these').fill('broken')
    await one.getByLabel('Price at most').fill('300')
    await one.getByRole('button', { name: 'Save' }).click()
    await one.waitForURL(/\/rules$/)
    const notice = two.getByRole('alert')
    await notice.getByText('This rule was changed meanwhile').waitFor()
    await notice.getByRole('row', { name: 'Price at most 300 500' }).waitFor()
    expect(await axeOf(two)).toEqual([])
    await notice.getByRole('button', { name: 'Put both together' }).click()
    expect(await two.getByLabel('Price at most').inputValue()).toBe('300')
    expect(await two.getByLabel('None of these').inputValue()).toBe('broken')
    await two.getByRole('button', { name: 'Save' }).click()
    await two.waitForURL(/\/rules$/)
    expect(await stored(rule.id)).toMatchObject({ priceCentsMax: 30_000, keywords: { none: ['broken'] } })
    for (const page of [one, two]) await page.close()
  })

  it('what a program changed is noticed when saving, and nothing that was typed is lost', async () => {
    const rule = await make('melodica')
    const page = await open(`/rules/${rule.id}`)
    await page.getByLabel('At least one of these').fill('alto, soprano')
    await body('PATCH', `/api/rules/${rule.id}`, { riskMax: 20 })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('This rule was changed meanwhile').waitFor()
    expect(await stored(rule.id)).toMatchObject({ riskMax: 20, keywords: { any: [] } })
    await page.getByRole('button', { name: 'Keep mine' }).click()
    expect(await page.getByLabel('At least one of these').inputValue()).toBe('alto, soprano')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL(/\/rules$/)
    expect(await stored(rule.id)).toMatchObject({ riskMax: null, keywords: { any: ['alto', 'soprano'] } })
    await page.close()
  })

  it('a form that nothing was typed into follows by itself', async () => {
    const rule = await make('ocarina', { priceCentsMax: 9_000 })
    const [one, two] = [await open(`/rules/${rule.id}`), await open(`/rules/${rule.id}`)]
    await one.getByLabel('Price at most').fill('70')
    await one.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => two.getByLabel('Price at most').inputValue()).toBe('70')
    expect(await two.getByRole('alert').count()).toBe(0)
    for (const page of [one, two]) await page.close()
  })
})

describe('rules of another tool', () => {
  it('are shown as they would be made, with what is wrong; nothing is made until that is said', async () => {
    const page = await open('/rules/import')
    await page.getByLabel('Or its text').fill('name,all,max_price\nTheremin,theremin,400\nBad,x,minus\n')
    await page.getByRole('button', { name: 'See what it would make' }).click()
    await page.getByRole('heading', { name: /^2 rules/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Make 2 rules' }).isDisabled()).toBe(true)
    expect(await axeOf(page)).toEqual([])
    await page.getByLabel('Or its text').fill('name,all,max_price\nTheremin,theremin,400\n')
    await page.getByRole('button', { name: 'See what it would make' }).click()
    await page.getByText('None is made yet.').waitFor()
    expect(await named('Theremin')).toEqual([])
    await page.getByRole('button', { name: 'Make 1 rule' }).click()
    await page.getByRole('link', { name: 'Theremin' }).waitFor()
    expect(await named('Theremin')).toHaveLength(1)
    await page.close()
  })
})

describe('the list of rules', () => {
  it('says what became of each, and duplicates, snoozes, deletes and restores', async () => {
    const rule = await make('glockenspiel')
    const page = await open('/rules')
    const card = page
      .getByRole('article')
      .filter({ has: page.getByRole('link', { name: 'glockenspiel', exact: true }) })
    await card.getByText('never matched yet').waitFor()
    await card.getByRole('button', { name: 'Duplicate glockenspiel' }).click()
    await page.getByRole('link', { name: 'glockenspiel (copy)' }).waitFor()
    await card.getByLabel('Quiet for a while: glockenspiel').selectOption('For a week')
    await card.getByText(/^quiet until/).waitFor()
    expect(Date.parse(String((await stored(rule.id)).snoozedUntil))).toBeGreaterThan(Date.now())
    await card.getByRole('button', { name: 'Delete glockenspiel' }).click()
    await card.waitFor({ state: 'detached' })
    await page.getByText(/^\d+ deleted rules?$/).click()
    await page.getByRole('button', { name: 'Restore glockenspiel', exact: true }).click()
    await card.waitFor()
    expect(await stored(rule.id)).toMatchObject({ name: 'glockenspiel', enabled: true })
    await page.close()
  })

  it('gives a link that carries a rule to somebody else, who sees it before anything is saved', async () => {
    await make('carillon', {
      priceCentsMax: 12_300,
      places: [{ place: 'Oakland, CA', radiusKm: 40 }],
      channels: ['inbox'],
    })
    const page = await open('/rules')
    await page.getByRole('button', { name: 'Link to carillon' }).click()
    const link = await page.getByLabel('Link', { exact: true }).inputValue()
    expect(await axeOf(page)).toEqual([])
    const before = (await named('carillon')).length
    await page.goto('about:blank')
    await page.goto(link)
    await page.getByText('This rule came by a link.').waitFor()
    expect(await page.getByLabel('Price at most').inputValue()).toBe('123')
    expect(await page.getByLabel('Place', { exact: true }).count()).toBe(0)
    expect(await named('carillon')).toHaveLength(before)
    await page.getByRole('button', { name: 'Watch for it' }).click()
    await page.waitForURL(/\/rules$/)
    expect(await named('carillon')).toHaveLength(before + 1)
    await page.goto(`${house.address}/rules/new#rule=bm90aGluZw`)
    await page.getByText('This link carries no rule that can be read.').waitFor()
    await page.close()
  })
})

it('a rule is made by keys alone, from the list to the list', async () => {
  const page = await open('/deals')
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(
        `(({ activeElement: one }) => one.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? one.textContent)(document)`,
      )
      if (name.test(String(label).trim())) return
    }
    throw new Error(`no way by keys to ${name}`)
  }
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.waitForURL(/\/rules$/)
  await settled(page)
  await tabTo(/^New rule$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/rules\/new$/)
  await settled(page)
  await tabTo(/^All of these words$/)
  await page.keyboard.type('hurdy-gurdy')
  await tabTo(/^None of these$/)
  await page.keyboard.type('toy')
  await tabTo(/^Price at most$/)
  await page.keyboard.type('800')
  await tabTo(/^Add a place$/)
  await page.keyboard.press('Enter')
  await tabTo(/^Watch for it$/)
  await page.keyboard.press('Enter')
  // The place that was added is empty: it is said, and the way back leads there.
  await page.getByText('Give a ZIP code or a city').waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.labels?.[0]?.textContent')).toBe('Place')
  await page.keyboard.type('Oakland, CA')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/rules$/)
  const [rule] = await named('hurdy-gurdy')
  expect(await stored(rule!.id)).toMatchObject({
    keywords: { all: ['hurdy-gurdy'], none: ['toy'] },
    priceCentsMax: 80_000,
    places: [{ place: 'Oakland, CA' }],
  })
  await page.close()
})
