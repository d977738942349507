import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { cloneDatabase } from '../../harness/clone.ts'
import { startDatabaseServer } from '../../harness/database-server.ts'
import { looks, openWebHouse, pagesOf, settled } from './house.ts'

/** `npm run screenshots [FOLDER]`: every page in the demo's world, wide and narrow, by day and by night. */
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
process.stdout.write(`${Object.keys(pages).length * looks.length} pictures in ${folder}\n`)
