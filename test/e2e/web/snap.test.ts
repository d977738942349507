import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { samplePhoto } from '../../../server/photos/hash/samples.ts'
import { axeOf } from '../../harness/axe.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'deal-scout-snap-'))
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: false, roles: ['api', 'worker'] })
  browser = await openBrowser()
  for (let seed = 1; seed <= 5; seed++)
    writeFileSync(join(folder, `photo-${seed}.jpg`), await samplePhoto(seed, 640, 480))
  writeFileSync(join(folder, 'broken.jpg'), (await samplePhoto(9, 640, 480)).subarray(0, 3000))
}, 240_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async (context) => {
  context.skip(chromiumPath === null, noChromium)
  page = await browser.context.newPage()
  await page.setViewportSize({ width: 390, height: 844 })
})

const shot = async (name: string) => {
  const { SELL_SHOTS: to } = process.env
  if (to) await page.screenshot({ path: `${to}/${name}.png`, fullPage: true })
}
const button = (name: string) => page.getByRole('button', { name, exact: true })

it('five photos become five things on a phone, put right by a person before', async () => {
  await page.goto(`${house.address}/sell/snap`)
  await page.getByText('No photos wait for a thing.').waitFor()
  expect(await axeOf(page)).toEqual([])
  await shot('snap-empty')

  const names = [1, 2, 3, 4, 5].map((seed) => join(folder, `photo-${seed}.jpg`))
  await page.getByLabel('Choose photos').setInputFiles([...names, join(folder, 'broken.jpg')])
  await page.getByText('6 photos are here').waitFor({ timeout: 60_000 })
  await page.getByRole('heading', { name: 'One file cannot be used' }).waitFor({ timeout: 60_000 })
  await page.getByText('The picture is damaged or incomplete').waitFor()
  await page.getByText(/being read/).waitFor({ state: 'detached', timeout: 60_000 })

  // Whatever they were grouped as: each is to be a thing of its own.
  for (;;) {
    const together = page.locator('li select:has(option[value="new"])')
    const before = await together.count()
    if (before === 0) break
    await together.first().selectOption('new')
    await expect.poll(() => together.count()).toBeLessThan(before)
  }
  await page.getByRole('heading', { name: '5 things' }).waitFor()
  // And two of one thing are put together, and apart again.
  const place = page
    .getByLabel('Move photo-2.jpg')
    .locator('option:not([value=""]):not([value="new"])')
    .first()
  await page.getByLabel('Move photo-2.jpg').selectOption((await place.getAttribute('value'))!)
  await page.getByRole('heading', { name: '4 things' }).waitFor()
  await page.getByLabel('Move photo-2.jpg').selectOption('new')
  await page.getByRole('heading', { name: '5 things' }).waitFor()
  await page.getByLabel('What it is').first().fill('Oak desk')
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await shot('snap-groups')

  await button('Delete broken.jpg').click()
  await page.getByRole('heading', { name: 'One file cannot be used' }).waitFor({ state: 'detached' })
  await button('Make 5 things').click()
  await page.getByRole('link', { name: /Oak desk/ }).waitFor()
  expect(await page.getByRole('link', { name: /Untitled DS/ }).count()).toBe(4)
  await shot('snap-stock')

  await page.getByRole('link', { name: /Oak desk/ }).click()
  await page.getByRole('heading', { name: 'Photos', exact: true }).waitFor()
  await page.getByRole('img', { name: /^Photo 1/ }).waitFor()
  await page.getByText('What the photos show').waitFor()
  await page.getByText('The photos are being looked at').waitFor({ state: 'detached', timeout: 120_000 })
  await settled(page)
  expect(await axeOf(page)).toEqual([])
  await shot('snap-item')
})

it('a photo is dragged to another thing with the mouse', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  for (const seed of [31, 32]) {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(await samplePhoto(seed, 640, 480))], `drag-${seed}.jpg`))
    await fetch(`${house.address}/api/sell/photos`, { method: 'POST', body: form })
  }
  await page.goto(`${house.address}/sell/snap`)
  const first = page.getByRole('img', { name: 'drag-31.jpg' })
  const second = page.getByRole('img', { name: 'drag-32.jpg' })
  await expect.poll(() => page.locator('img[alt^="drag-"]').count(), { timeout: 60_000 }).toBe(2)
  const apart = page.getByRole('heading', { name: '2 things' })
  // Alike or not: where they are one thing the second has a way out of it.
  const out = page.getByLabel('Move drag-32.jpg').locator('option[value="new"]')
  if ((await out.count()) > 0) await page.getByLabel('Move drag-32.jpg').selectOption('new')
  await apart.waitFor()
  await second.dragTo(first)
  await page.getByRole('heading', { name: 'One thing', exact: true }).waitFor()
  await shot('snap-dragged')
})
