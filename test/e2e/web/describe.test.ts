import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { asProgram } from '../../../server/core/actor.ts'
import { axeOf } from '../../harness/axe.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { addThing, deskAnswer, goodKey, type StandIn, startStandIn } from '../../harness/model-stand-in.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let model: StandIn
let house: WebHouse
let browser: Browser
let page: Page
beforeAll(async () => {
  if (chromiumPath === null) return
  model = await startStandIn()
  house = await openWebHouse(await testDatabase(), {
    ...{ demo: false, roles: ['api', 'worker'] },
    env: {
      ...{ AI_PROVIDER: 'compatible', AI_BASE_URL: `${model.server.baseUrl}/v1`, AI_MODEL: 'stand-in' },
      ...{ AI_KEY: goodKey, AI_ALLOW_PRIVATE_NETWORK: 'true', AI_PRICES: 'stand-in=100/500' },
    },
  })
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  for (const one of [browser, house, model]) await one?.[Symbol.asyncDispose]()
})
beforeEach(async (context) => {
  context.skip(chromiumPath === null, noChromium)
  page = await browser.context.newPage()
  await page.setViewportSize({ width: 390, height: 844 })
})

const shot = async (name: string) => {
  const { SELL_SHOTS: folder } = process.env
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const button = (name: string) => page.getByRole('button', { name, exact: true })

it('a person agrees, asks, and takes over what is so; nothing before that', async () => {
  const { app } = house.test
  const item = await addThing(app.db, asProgram(app.owner))
  model.answer = () => ({
    ...deskAnswer,
    defects: [{ value: 'Call 503 555 0142', confidence: 1, photo: 1, words: null }],
  })
  await page.goto(`${house.address}/sell/${item}`)
  const section = page.getByRole('region', { name: 'What a model sees' })
  await section.getByText(`go to ${new URL(model.server.baseUrl).host}`).waitFor()
  expect(await axeOf(page)).toEqual([])
  await shot('describe-before')
  expect(model.server.requests).toHaveLength(0)

  await button('Agree, and describe it').click()
  await button('Take it: Herman Miller').waitFor({ timeout: 60_000 })
  await section.getByText('One more is not offered').click()
  await section.getByText('What is wrong: has a way to contact somebody').waitFor()
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await shot('describe-offers')
  await page.getByRole('heading', { name: 'Untitled thing', level: 1 }).waitFor()

  await button('Take it: Herman Miller').click()
  await expect.poll(() => page.getByLabel('Maker', { exact: true }).inputValue()).toBe('Herman Miller')
  await section.getByRole('button', { name: /^Take all \d$/ }).click()
  await page.getByRole('heading', { name: 'Herman Miller oak desk with two drawers', level: 1 }).waitFor()
  await expect.poll(() => page.getByLabel('What it is like').inputValue()).toContain('Oak veneer, steel legs')
  await section.getByText('For this thing: 0.2 cents, 1,200 tokens.').waitFor()
  await settled(page)
  await shot('describe-taken')
  expect(model.server.requests).toHaveLength(1)

  await page.goto(`${house.address}/sell/style`)
  const agreed = page.getByRole('switch', { name: /^Photos may go to/ })
  await agreed.waitFor()
  expect(await axeOf(page)).toEqual([])
  await shot('describe-style')
  await agreed.click()
  await expect.poll(() => agreed.getAttribute('aria-checked')).toBe('false')
})
