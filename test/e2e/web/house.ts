import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { TestDatabase } from '../../harness/clone.ts'
import { openTestApp, type TestApp } from '../../harness/open-app.ts'
import { until } from '../../harness/until.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The program with the demo's world, and the web app as it is built now. */
export interface WebHouse extends AsyncDisposable {
  test: TestApp
  address: string
}

/** Builds the web app from its sources of now; the returned folder goes with `using`. */
export function builtWeb(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'deal-scout-web-'))
  // Else a test run's own mode would be built in.
  const { NODE_ENV: _, ...env } = process.env
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      'web',
      '--outDir',
      path,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ],
    { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

/** `demo`: its listings, deals, rules and messages are there when this resolves. */
export async function openWebHouse(database: TestDatabase, { demo }: { demo: boolean }): Promise<WebHouse> {
  const web = builtWeb()
  const test = await openTestApp(database, {
    roles: demo ? ['api', 'worker', 'scheduler'] : ['api'],
    env: { DEAL_SCOUT_DEMO: demo ? 'on' : 'off' },
    overrides: { webDir: web.path },
  })
  if (demo) {
    await until(async () => (await countOf(test, '/api/deals?limit=100')) >= 60 || null, 120_000)
    await until(async () => (await countOf(test, '/api/notifications')) >= 5 || null, 120_000)
    await until(async () => (await countOf(test, '/api/clusters')) >= 1 || null, 120_000)
  }
  return {
    ...{ test, address: test.address! },
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]()
      web[Symbol.dispose]()
    },
  }
}

async function countOf(test: TestApp, path: string): Promise<number> {
  const { body } = await test.call('GET', path)
  return (body as { items: unknown[] }).items.length
}

/** Pages of the app in the demo's world; a further page is one line, and every test of all pages has it. */
export async function pagesOf(test: TestApp): Promise<Record<string, string>> {
  const first = async (path: string) => {
    const { body } = await test.call('GET', path)
    return (body as { items: { id: number }[] }).items[0]!.id
  }
  const { body } = await test.call('GET', `/api/clusters/${await first('/api/clusters?limit=1')}`)
  const { body: best } = await test.call('GET', '/api/deals?sort=score&limit=4')
  const compared = (best as { items: { id: number }[] }).items.map(({ id }) => id)
  const { members } = body as { members: { listingId: number }[] }
  return {
    deals: '/deals',
    'deals-gallery': '/deals?view=gallery&score=0',
    'deals-compare': `/deals/compare?ids=${compared.join(',')}`,
    'deals-nothing': '/deals?q=zzzzzz&max=5',
    listing: `/listings/${await first('/api/deals?sort=score&limit=1')}`,
    inbox: '/notifications',
    'inbox-unread': '/notifications?unread=yes',
    notification: `/notifications/${await first('/api/notifications')}`,
    rules: '/rules',
    'rule-new': '/rules/new',
    rule: `/rules/${await first('/api/rules')}`,
    'settings-profile': '/settings/profile',
    'settings-notifications': '/settings/notifications',
    welcome: '/welcome',
    'listing-same': `/listings/${members[0]!.listingId}`,
    lost: '/no-such-page',
  }
}

/** What was asked for is shown, and nothing stands for what comes. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, h2').first().waitFor()
  const waiting = `document.querySelectorAll('[aria-busy=true], .animate-pulse').length`
  await until(async () => (await page.evaluate(waiting)) === 0 || null, 60_000)
}

/** Wide and narrow, by day and by night. */
export const looks = [1280, 360].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ width, height: width > 600 ? 900 : 780, theme })),
)
