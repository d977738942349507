import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import type { Sql } from '../server/core/db.ts'
import { openBrowser } from '../test/harness/browser.ts'
import { openSlowPage } from './lib-web-page.ts'

const pointsWanted = 10_000
const movedMs = 6_000

/** What only a map loads: its scripts and their worker. */
export function mapKbGz(folder: string): number {
  const files = readdirSync(join(folder, 'assets')).filter((name) =>
    /^(?:deal-map|map-canvas|maplibre-gl).*\.js$/.test(name),
  )
  const bytes = files.map((name) => gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 }).length)
  return Number((bytes.reduce((sum, one) => sum + one, 0) / 1000).toFixed(1))
}

/** Copies of what is there, all over California, until there are as many points. */
async function spread(sql: Sql): Promise<void> {
  const { rows } = await sql.query<{ name: string }>(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
     WHERE table_name = 'listings' AND table_schema = current_schema() AND is_generated = 'NEVER'
       AND column_name NOT IN ('id', 'external_id', 'lat', 'lon', 'coordinates_from')`,
  )
  const names = rows.map(({ name }) => name).join(', ')
  await sql.query(
    `INSERT INTO listings (external_id, lat, lon, coordinates_from, ${names})
     SELECT 'map-' || n, 33 + random() * 6, -122 + random() * 5, 'site', ${names}
     FROM generate_series(1, $1::int) n, (SELECT * FROM listings WHERE state = 'active' AND kind = 'thing' AND price_meaning = 'asked' ORDER BY id LIMIT 1) one`,
    [pointsWanted],
  )
  await sql.query('ANALYZE listings')
}

const path = '/deals?view=map&score=0&same=each&box=-123,32,-116,40'

/**
 * The map of 10,000 points in a Chromium that draws by the processor, `slowdown` times slower: until the first points are
 * drawn, how many there are at once, and while it is moved by keys what a frame costs the page itself, whose thread must be
 * done with it in 33 ms for 30 a second (`mapFrameMs`, its time on the processor, times `slowdown`), and frames a second as
 * they are drawn here (`mapFps`) beside those of a bare page of such a size on which nothing but one canvas changes
 * (`bareFps`). A graphics card has none of the load that tells the last two from each other.
 */
export async function mapped(sql: Sql, address: string, slowdown: number) {
  await spread(sql)
  await using browser = await openBrowser({ webgl: 'software' })
  let pointsAtOnce = 0
  const firstMs: number[] = []
  const fps: number[] = []
  const frameMs: number[] = []
  const bareFps: number[] = []
  // The first round fills caches.
  for (let round = -1; round < 3; round++) {
    await using slow = await openSlowPage(browser.context, { slowdown })
    const { page } = slow
    page.on('response', async (response) => {
      if (!response.url().includes('/api/deals/points')) return
      const { id } = (await response.json().catch(() => ({ id: [] }))) as { id: number[] }
      pointsAtOnce = Math.max(pointsAtOnce, id.length)
    })
    const startedAtMs = performance.now()
    await shown(page, address)
    if (round < 0) continue
    firstMs.push(performance.now() - startedAtMs)
    fps.push((await moved(page)).fps)
    await using quick = await openSlowPage(browser.context, { slowdown: 1 })
    await shown(quick.page, address)
    frameMs.push((await moved(quick.page)).ownMs * slowdown)
    await using bare = await openSlowPage(browser.context, { slowdown })
    await bare.page.setContent(
      '<canvas class="maplibregl-canvas" tabindex="0" width="530" height="700"></canvas>',
    )
    await bare.page.evaluate(paintCanvas)
    bareFps.push((await moved(bare.page)).fps)
  }
  const median = (all: number[]) => Math.round(all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!)
  return {
    ...{ mapFirstPointsMs: median(firstMs), pointsAtOnce },
    ...{ mapFrameMs: median(frameMs), mapFps: median(fps), bareFps: median(bareFps) },
  }
}

async function shown(page: Page, address: string): Promise<void> {
  await page.goto(`${address}${path}`)
  await page.locator('[data-points]').waitFor({ timeout: 120_000 })
}

const paintCanvas = `
  const gl = document.querySelector('canvas').getContext('webgl2');
  (function paint() { gl.clearColor(Math.random(), 1, 1, 1); gl.clear(gl.COLOR_BUFFER_BIT); requestAnimationFrame(paint) })()`

/** Keys move it for a while: frames a second, and how long the page's own thread works for one, ms on the processor. */
async function moved(page: Page): Promise<{ fps: number; ownMs: number }> {
  await sleep(2_000)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const workedMs = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
  }
  await page.locator('canvas.maplibregl-canvas').focus()
  await page.evaluate(
    'window.frames_ = 0; (function count() { window.frames_++; requestAnimationFrame(count) })()',
  )
  const before = await workedMs()
  const startedAtMs = performance.now()
  const keys = ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown']
  for (let n = 0; performance.now() - startedAtMs < movedMs; n++) {
    await page.keyboard.press(keys[n % 4]!)
    await sleep(150)
  }
  const frames = await page.evaluate<number>('window.frames_')
  const tookMs = performance.now() - startedAtMs
  return { fps: (frames * 1000) / tookMs, ownMs: ((await workedMs()) - before) / frames }
}
