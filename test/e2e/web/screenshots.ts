import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { setupLink } from '../../../server/accounts/auth/joining.ts'
import { chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { cloneDatabase } from '../../harness/clone.ts'
import { startDatabaseServer } from '../../harness/database-server.ts'
import { looks, openWebHouse, pagesOf, settled } from './house.ts'

/**
 * `npm run screenshots [FOLDER]`: every page in the demo's world, wide and narrow, by day and by night; and each step of the
 * first run for the README, small, in docs/first-run.
 */
const folder = process.argv[2] ?? 'screenshots'
if (chromiumPath === null) throw new Error(noChromium)
mkdirSync(folder, { recursive: true })
await using server = await startDatabaseServer()
await using house = await openWebHouse(await cloneDatabase(server.url), { demo: true })
await using browser = await openBrowser()
const pages = await pagesOf(house.test)
for (const { width, height, theme } of looks) {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`${house.address}${path}`)
    await settled(page)
    await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) })
  }
  await page.close()
}
await takeFirstRun()
process.stdout.write(`${Object.keys(pages).length * looks.length} pictures in ${folder}\n`)

async function takeFirstRun(): Promise<void> {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 1100, height: 720 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const link = await setupLink(house.test.app.accounts)
  await page.goto(link.replace(/^https?:\/\/[^/]+/, house.address))
  await keep(page, '1-account')
  await page.goto(`${house.address}/welcome`)
  await page.getByLabel('The thing').fill('road bike')
  await page.getByLabel('Budget').fill('900')
  await page.getByRole('region', { name: 'What it would find' }).getByRole('link').first().waitFor()
  await keep(page, '2-look')
  await page.getByRole('button', { name: 'Watch for it' }).click()
  await page.getByText('Your rule is on.').waitFor()
  const inbox = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Inbox' }) })
  await inbox.getByRole('button', { name: 'Send a test' }).click()
  await inbox.getByRole('status').waitFor()
  await keep(page, '3-told')
  for (const name of ['4-sources', '5-left']) {
    await page.getByRole('link', { name: 'Go on' }).click()
    await keep(page, name)
  }
  await page.close()
}

async function keep(page: Page, name: string): Promise<void> {
  await settled(page)
  const shot = await page.screenshot()
  const small = await sharp(shot).resize({ width: 880 }).webp({ quality: 72 }).toBuffer()
  const to = fileURLToPath(new URL('../../../docs/first-run/', import.meta.url))
  mkdirSync(to, { recursive: true })
  writeFileSync(join(to, `${name}.webp`), small)
}
