import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { TestDatabase } from '../../harness/clone.ts'
import { openTestApp, type TestApp } from '../../harness/open-app.ts'
import { sharedWebVariable } from '../../harness/shared-web.ts'
import { until } from '../../harness/until.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The program with the demo's world, and the web app as it is built now. */
export interface WebHouse extends AsyncDisposable {
  test: TestApp
  address: string
}

/** The web app from its sources of now: built once for a run of tests, else for the caller alone; goes with `using`. */
export async function builtWeb(): Promise<Disposable & { path: string }> {
  const shared = process.env[sharedWebVariable]
  if (shared === undefined) {
    const path = mkdtempSync(join(tmpdir(), 'deal-scout-web-'))
    build(path)
    return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
  }
  const path = join(shared, 'app')
  const done = join(shared, 'done')
  if (isFirstAt(join(shared, 'taken'))) {
    build(path)
    writeFileSync(done, '')
  }
  await until(async () => existsSync(done) || null, 120_000)
  return { path, [Symbol.dispose]() {} }
}

function isFirstAt(path: string): boolean {
  try {
    mkdirSync(path)
    return true
  } catch {
    return false
  }
}

function build(path: string): void {
  // Else a test run's own mode would be built in.
  const { NODE_ENV: _, ...env } = process.env
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const into = ['--outDir', path, '--emptyOutDir', '--logLevel', 'warn']
  execFileSync(process.execPath, [vite, 'build', 'web', ...into], {
    ...{ cwd: root, env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** `demo`: its listings, deals, rules and messages are there when this resolves. */
export async function openWebHouse(
  database: TestDatabase,
  { demo, env = {} }: { demo: boolean; env?: Record<string, string> },
): Promise<WebHouse> {
  const web = await builtWeb()
  const test = await openTestApp(database, {
    roles: demo ? ['api', 'worker', 'scheduler'] : ['api'],
    env: { DEAL_SCOUT_DEMO: demo ? 'on' : 'off', ...env },
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
    'rules-import': '/rules/import',
    'rule-matches': `/rules/${await first('/api/rules')}/matches`,
    rule: `/rules/${await first('/api/rules')}`,
    'settings-profile': '/settings/profile',
    'settings-notifications': '/settings/notifications',
    'settings-selling': '/settings/selling',
    'settings-security': '/settings/security',
    welcome: '/welcome',
    'welcome-told': `/welcome?step=told&rule=${await first('/api/rules')}`,
    'welcome-sources': '/welcome?step=sources',
    'welcome-left': '/welcome?step=left',
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

export const widths = [
  { width: 1280, height: 900 },
  { width: 360, height: 780 },
]

/** Wide and narrow, by day and by night. */
export const looks = widths.flatMap((size) =>
  (['light', 'dark'] as const).map((theme) => ({ ...size, theme })),
)
