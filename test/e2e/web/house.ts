import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { TestDatabase } from '../../harness/clone.ts'
import { openTestApp, type TestApp, type TestAppOptions } from '../../harness/open-app.ts'
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
  {
    demo,
    env = {},
    roles = demo ? ['api', 'worker', 'scheduler'] : ['api'],
    webDir,
  }: { demo: boolean; env?: Record<string, string>; roles?: TestAppOptions['roles']; webDir?: string },
): Promise<WebHouse> {
  const web = await builtWeb()
  const test = await openTestApp(database, {
    ...(roles && { roles }),
    env: { DEAL_SCOUT_DEMO: demo ? 'on' : 'off', ...env },
    overrides: { webDir: webDir ?? web.path },
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

/** A deal that was bought and stands in two places, and one thing that was sold; its id. */
async function stockOf(test: TestApp, listingId: number): Promise<number> {
  const made = async (path: string, body: object) =>
    ((await test.call('POST', path, body)).body as { id: number }).id
  const bought = await made('/api/items', { listingId })
  const desk = await made('/api/items', { title: 'Oak desk', costCents: 4000, currency: 'USD' })
  for (const marketplace of ['facebook', 'craigslist'])
    for (const id of [bought, desk])
      await made(`/api/items/${id}/posts`, { marketplace, priceCents: 12_000, currency: 'USD' })
  await made('/api/sales', { itemId: desk, marketplace: 'mercari', priceCents: 12_000, currency: 'USD' })
  return bought
}

/** Pages of the app in the demo's world; a further page is one line, and every test of all pages has it. */
export async function pagesOf(test: TestApp): Promise<Record<string, string>> {
  const first = async (path: string) => {
    const { body } = await test.call('GET', path)
    return (body as { items: { id: number }[] }).items[0]!.id
  }
  const { body: best } = await test.call('GET', '/api/deals?sort=score&limit=4')
  const compared = (best as { items: { id: number }[] }).items.map(({ id }) => id)
  const valued = encodeURIComponent((best as { items: { title: string }[] }).items[0]!.title)
  const watch = async (wanted: object) =>
    ((await test.call('POST', '/api/watches', wanted)).body as { id: number }).id
  const unread = await watch({ url: 'https://www.ebay.com/itm/900000000101', tags: ['gift'] })
  await watch({ listingId: compared[0] })
  const wanted = { thresholdCents: 4_000, currency: 'USD', note: 'For the kitchen', tags: ['gift', 'home'] }
  const watched = await watch({ listingId: compared[1], ...wanted })
  const item = await stockOf(test, compared[2]!)
  return {
    deals: '/deals',
    'deals-gallery': '/deals?view=gallery&score=0',
    'deals-map': '/deals?view=map&score=0',
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
    'settings-phone': '/settings/phone',
    'settings-selling': '/settings/selling',
    'settings-security': '/settings/security',
    value: `/value?title=${valued}&price=50`,
    'value-nothing-asked': '/value',
    'value-unknown': '/value?title=zzzzzz+qqqq',
    'value-market': '/value?category=bikes',
    sources: '/sources',
    source: `/sources/${await first('/api/sources')}`,
    'sources-import': '/sources/import',
    'sources-capture': '/sources/capture',
    'sources-mail': '/sources/mail',
    welcome: '/welcome',
    'welcome-told': `/welcome?step=told&rule=${await first('/api/rules')}`,
    'welcome-sources': '/welcome?step=sources',
    'welcome-left': '/welcome?step=left',
    ...(await listedTwice(test)),
    watching: '/watching',
    'watching-nothing': '/watching?tag=nothing',
    watch: `/watching/${watched}`,
    'watch-unread': `/watching/${unread}`,
    sell: '/sell',
    'sell-item': `/sell/${item}`,
    'sell-ad': `/sell/${item}/ads/facebook`,
    'sell-style': '/sell/style',
    'sell-import': '/sell/import',
    'sell-snap': '/sell/snap',
    'sell-sales': '/sell/sales',
    'sell-slip': `/sell/sales/${await first('/api/sales')}/slip`,
    'sell-profit': '/sell/profit',
    ...Object.fromEntries(adminPages.map((name) => [`admin-${name}`, `/admin/${name}`])),
    'admin-audit-nothing': '/admin/audit?kind=claimed&to=2001-01-01',
    'share-nothing': '/share',
    lost: '/no-such-page',
  }
}

/** A thing that is listed more than once, where there is one. */
async function listedTwice(test: TestApp): Promise<Record<string, string>> {
  const { items } = (await test.call('GET', '/api/clusters?limit=1')).body as { items: { id: number }[] }
  if (items.length === 0) return {}
  const { members } = (await test.call('GET', `/api/clusters/${items[0]!.id}`)).body as {
    members: { listingId: number }[]
  }
  return { 'listing-same': `/listings/${members[0]!.listingId}` }
}

const adminPages = [
  ...['people', 'doctor', 'jobs', 'deliveries', 'scans'],
  ...['storage', 'backups', 'options', 'rates', 'audit'],
]

/** Pages of a house in which nothing was found and nothing set up yet. */
export const emptyPages = [
  ...[
    '/deals',
    '/deals?view=gallery',
    '/deals?view=map',
    '/deals/compare',
    '/notifications',
    '/rules',
    '/rules/new',
  ],
  ...['/value', '/value?title=road+bike', '/value?category=bikes'],
  ...['/welcome', '/welcome?step=told', '/welcome?step=sources', '/welcome?step=left'],
  ...['/settings/notifications', '/settings/selling', '/settings/security'],
  ...['/watching', '/sources', '/sources/import', '/sources/capture', '/sources/mail'],
  ...adminPages.map((name) => `/admin/${name}`),
]

/** What was asked for is shown, and nothing stands for what comes. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, h2').first().waitFor()
  const busy = `[...document.querySelectorAll('[aria-busy=true], .animate-pulse')].map((one) => one.outerHTML.slice(0, 200))`
  let waiting: string[] = []
  const isSettled = async () => {
    waiting = await page.evaluate<string[]>(busy)
    return waiting.length === 0
  }
  // Well before the test's own time is over, which would say nothing of what it waited for.
  await until(isSettled, 25_000).catch(() => {
    throw new Error(`${page.url()} still waits for ${waiting.length}: ${waiting.slice(0, 3).join(' ')}`)
  })
}

export const widths = [
  { width: 1280, height: 900 },
  { width: 360, height: 780 },
]

/** Wide and narrow, by day and by night. */
export const looks = widths.flatMap((size) =>
  (['light', 'dark'] as const).map((theme) => ({ ...size, theme })),
)
