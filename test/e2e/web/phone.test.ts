import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { invite, setupLink } from '../../../server/accounts/auth/joining.ts'
import { goodPassword, visitor } from '../../../server/accounts/test-kit.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { type PushService, startPushService, subscribesThere } from '../../harness/push-service.ts'
import { until } from '../../harness/until.ts'
import { builtWeb, openWebHouse, settled, type WebHouse } from './house.ts'

let folder: string
let house: WebHouse
let browser: Browser
let push: PushService
let page: Page
let cdp: CDPSession
beforeAll(async () => {
  if (chromiumPath === null) return
  // Its own copy: a next version of it is made below.
  folder = mkdtempSync(join(tmpdir(), 'deal-scout-phone-'))
  using web = await builtWeb()
  cpSync(web.path, folder, { recursive: true })
  push = await startPushService()
  house = await openWebHouse(await testDatabase(), {
    demo: true,
    webDir: folder,
    env: { WEBPUSH_HOSTS: '127.0.0.1', WEBPUSH_ALLOW_PRIVATE_NETWORK: 'true' },
  })
  browser = await openBrowser({ worker: true })
  await browser.context.addInitScript(subscribesThere(push))
  page = await browser.context.newPage()
  page.setDefaultTimeout(30_000)
  await page.setViewportSize({ width: 360, height: 780 })
  cdp = await browser.context.newCDPSession(page)
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house, push]) await one?.[Symbol.asyncDispose]()
  if (folder) rmSync(folder, { recursive: true, force: true })
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

const go = async (path: string) => {
  await page.goto(`${house.address}${path}`)
  await settled(page)
}
const get = async <Body>(path: string) => (await house.test.call('GET', path)).body as Body
const inPage = <Value>(script: string) => page.evaluate<Value>(script)
const isControlled = () => inPage<boolean>('navigator.serviceWorker.controller !== null')
const keptCaches = () =>
  inPage<string[]>(`caches.keys().then((all) => all.filter((one) => one.includes('kept')))`)
interface Target {
  id: string
  label: string | null
  enabled: boolean
  isSetUp: boolean
  off: { reason: string } | null
  subscribeKey: string | null
}
const targets = async () => {
  const { items } = await get<{ items: Target[] }>('/api/channels')
  return items.filter(({ subscribeKey, isSetUp }) => subscribeKey !== null && isSetUp)
}

describe('the app', () => {
  it('can be installed: manifest, signs in each size, and a worker that the first visit neither waits for nor is ruled by', async () => {
    await go('/deals')
    const manifest = await inPage<{
      icons: { src: string; sizes: string; purpose: string }[]
      start_url: string
      share_target: { action: string }
    }>(`fetch(document.querySelector('link[rel=manifest]').href).then((answer) => answer.json())`)
    expect(manifest).toMatchObject({ start_url: '/deals', share_target: { action: '/share', method: 'GET' } })
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      ...['192x192 any', '512x512 any', '192x192 maskable', '512x512 maskable'],
    ])
    for (const { src, sizes } of manifest.icons) {
      const size = await inPage<string>(`new Promise((done) => {
        const image = new Image()
        image.onload = () => done(image.naturalWidth + 'x' + image.naturalHeight)
        image.onerror = () => done('none')
        image.src = ${JSON.stringify(src)}
      })`)
      expect([src, size]).toEqual([src, sizes])
    }
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors')
    expect(installabilityErrors).toEqual([])
    await inPage('navigator.serviceWorker.ready.then(() => {})')
    expect(await isControlled()).toBe(false)
    const worker = await fetch(`${house.address}/service-worker.js`)
    expect([
      worker.status,
      worker.headers.get('cache-control'),
      worker.headers.get('service-worker-allowed'),
    ]).toEqual([...[200, 'private, no-cache', '/']])
    expect(worker.headers.get('content-security-policy')).toContain(`worker-src 'self'`)
    await go('/deals')
    expect(await isControlled()).toBe(true)
  })

  it('counts what is unread in the tab’s title, on every page', async () => {
    // Others come meanwhile.
    const inTitle = async () => Number(/^\((\d+)\+?\) /.exec(await page.title())?.[1] ?? 0)
    const isUnread = async () => {
      const { count } = await get<{ count: number }>('/api/notifications/unread')
      return count > 0 && (await inTitle()) === Math.min(count, 99)
    }
    await expect.poll(isUnread).toBe(true)
    await page.getByRole('link', { name: 'Rules' }).click()
    await expect.poll(() => page.title()).toMatch(/^\(\d+\+?\) Rules – Deal Scout$/)
  })

  it('opens without a server, shows the last deals and since when they are, refuses in words what would change something', async () => {
    await go('/deals')
    await page.locator('h2').first().click()
    await page.waitForURL(/\/listings\/\d+/)
    await settled(page)
    const seen = new URL(page.url()).pathname
    await page.goBack()
    await until(async () => (await keptCaches()).length === 1 || null)
    await until(
      async () =>
        (await inPage<number>(
          `caches.keys().then((all) => caches.open(all.find((one) => one.includes('kept')))).then((one) => one.keys()).then((all) => all.filter(({ url }) => /listings|deals|me/.test(url)).length)`,
        )) >= 3 || null,
    )
    await browser.context.setOffline(true)
    try {
      await go('/deals')
      await page.getByText(/^As of .*\d:\d\d/).waitFor()
      expect(await page.locator('h2').count()).toBeGreaterThan(3)
      await page.goto(`${house.address}${seen}`)
      await page.locator('h1, h2').first().waitFor()
      await go('/deals')
      await page
        .getByRole('button', { name: /^What to do with/ })
        .first()
        .click()
      await page.getByRole('menuitem', { name: 'Watch', exact: true }).click()
      await page.getByText('Nothing was changed.').first().waitFor()
      // A page that was never read says what is the matter, and how to go on.
      await page.goto(`${house.address}/rules`)
      await page.getByRole('button', { name: 'Try again' }).waitFor()
    } finally {
      await browser.context.setOffline(false)
    }
    expect((await get<{ items: unknown[] }>('/api/watches')).items).toEqual([])
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: 'Try again' }).waitFor({ state: 'detached' })
  })

  it('offers its next version, goes over to it only when that is pressed, and keeps what is half typed', async () => {
    await go('/settings/profile')
    await page.getByLabel('Home').fill('Oakl')
    await page.getByLabel('Currency').fill('EU')
    const version = `document.querySelector('meta[name=version]')?.content ?? null`
    makeNextVersion()
    await inPage('navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => {})')
    await page.getByText('There is a new version.').waitFor()
    expect(await page.getByLabel('Currency').inputValue()).toBe('EU')
    expect(await inPage(version)).toBeNull()
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect.poll(() => inPage(version).catch(() => null)).toBe('next')
    await expect.poll(() => page.getByLabel('Currency').inputValue()).toBe('EU')
    expect(await page.getByLabel('Home').inputValue()).toBe('Oakl')
    // Once, and not at every reload after it.
    await page.reload()
    await settled(page)
    expect(await page.getByLabel('Currency').inputValue()).not.toBe('EU')
  })
})

/** Another page, and a worker that knows of it. */
function makeNextVersion(): void {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const write = (file: string, text: string) => {
    for (const packed of ['br', 'gz']) rmSync(join(folder, `${file}.${packed}`), { force: true })
    writeFileSync(join(folder, file), text)
  }
  write('index.html', read('index.html').replace('<title>', '<meta name="version" content="next"><title>'))
  const worker = read('service-worker.js')
  const revision = /index\.html["'`],\s*revision:\s*["'`]([\da-f]{32})/.exec(worker)?.[1]
  if (revision === undefined) throw new Error('the worker does not say which index.html it keeps')
  write('service-worker.js', worker.replace(revision, '0'.repeat(32)))
}

describe('what is shared from another app', () => {
  it('opens the listing that it is of, is looked for where it is words, and can be watched where it is not known', async () => {
    const { items } = await get<{ items: { id: number; externalId: string }[] }>(
      '/api/deals?marketplace=ebay&limit=1',
    )
    const { id, externalId } = items[0]!
    const share = (given: Record<string, string>) => go(`/share?${new URLSearchParams(given)}`)
    await share({ title: 'Look', text: `What a find: https://www.ebay.com/itm/${externalId.split('|')[1]}.` })
    await page.waitForURL(`**/listings/${id}`)
    await share({ text: 'oak table' })
    await page.waitForURL('**/deals?q=oak+table')
    await share({ title: 'A table', url: 'https://www.ebay.com/itm/198765432109' })
    await page.getByText('Deal Scout has no listing of ebay.com').waitFor()
    await page.getByRole('link', { name: 'What is it worth?' }).waitFor()
    await page.getByRole('button', { name: 'Watch it' }).click()
    await page.getByText('You watch it.').waitFor()
    const { items: watches } = await get<{ items: { url: string }[] }>('/api/watches')
    expect(watches.map(({ url }) => url)).toEqual([expect.stringContaining('198765432109')])
    // What cannot be watched is not offered to be.
    await share({ title: 'Lamp', url: 'https://shop.example/7' })
    await page.getByText('it is not that of a listing on').waitFor()
    expect(await page.getByRole('button', { name: 'Watch it' }).count()).toBe(0)
    await page.getByRole('link', { name: 'What is it worth?' }).click()
    await page.waitForURL('**/value?title=Lamp')
  })
})

describe('a device', () => {
  it('is asked for nothing before it is pressed; then it is told, encrypted for it alone, also while Deal Scout is closed', async () => {
    await browser.context.grantPermissions(['notifications'], { origin: house.address })
    await go('/settings/phone')
    expect(await targets()).toEqual([])
    await page.getByRole('button', { name: 'Tell me on this device' }).click()
    await page.getByText('Chrome on Linux is told.').waitFor()
    const [target] = await targets()
    expect(target).toMatchObject({ id: 'webpush', label: 'Chrome on Linux', enabled: true })
    await page.getByRole('button', { name: 'Send a test' }).click()
    await until(async () => push.pushed.at(-1) ?? null)
    expect(push.senders).toEqual([target!.subscribeKey])

    const { items } = await get<{
      items: { id: number; title: string; priceCents: number; currency: string }[]
    }>('/api/deals?limit=100')
    const isAlone = ({ title, priceCents }: (typeof items)[number]) =>
      items.filter((one) => one.title === title || one.priceCents === priceCents).length === 1
    // Found again in what was sent, where quotes are written otherwise.
    const listing = items.find((one) => isAlone(one) && !/["\\]/.test(one.title))!
    const { title, priceCents: cents, currency } = listing
    const rule = {
      ...{ name: 'That one', keywords: { all: [title] }, channels: ['webpush'] },
      ...{ priceCentsMin: cents, priceCentsMax: cents, currency },
    }
    const made = await house.test.call('POST', '/api/rules', rule)
    expect(made).toMatchObject({ status: 201 })
    const data = await until(async () => push.pushed.find((one) => one.includes(listing.title)) ?? null)
    const { page: path } = JSON.parse(data) as { page: string }

    // As the browser does it: the worker is woken for what came.
    const registrationId = await registered()
    await cdp.send('ServiceWorker.stopAllWorkers')
    await cdp.send('ServiceWorker.deliverPushMessage', { origin: `${house.address}/`, registrationId, data })
    const shown = await until(async () => {
      const all = await inPage<{ title: string; body: string; page: string }[]>(
        `navigator.serviceWorker.ready.then((one) => one.getNotifications()).then((all) => all.map(({ title, body, data }) => ({ title, body, page: data.page })))`,
      )
      return all[0] ?? null
    })
    expect(shown.page).toBe(path)
    expect(`${shown.title}\n${shown.body}`).toContain(listing.title)
    expect(shown.body).toContain('made up')

    const opened = await clicked()
    expect(opened).toBe(`${house.address}${path}`)
    await page.goto(opened)
    await page.getByRole('heading', { name: listing.title }).first().waitFor()
  })

  it('is listed with when it was told, beside others; one whose subscription is dead is switched off, and that is said', async () => {
    const other = {
      ...{ endpoint: 'https://web.push.apple.com/QGuQyavXutnMH', p256dh: push.subscription.keys.p256dh },
      auth: push.subscription.keys.auth,
    }
    const put = (settings: object) =>
      house.test.call('PUT', '/api/channels/webpush:safari-on-iphone', {
        settings,
        enabled: true,
        label: 'Safari on iPhone',
      })
    expect((await put({ ...other, endpoint: 'http://169.254.169.254/latest' })).body).toMatchObject({
      code: 'bad-input',
      fields: { 'settings.endpoint': expect.any(String) },
    })
    expect((await put({ ...other, p256dh: 'AAAA' })).body).toMatchObject({
      fields: { 'settings.p256dh': expect.stringContaining('P-256') },
    })
    expect((await put({ ...other, auth: 'AAAA' })).body).toMatchObject({
      fields: { 'settings.auth': expect.stringContaining('16 bytes') },
    })
    expect((await put(other)).status).toBe(200)
    await go('/settings/phone')
    const device = (name: string) => page.getByRole('listitem').filter({ hasText: name })
    await device('Chrome on Linux').getByText('this one').waitFor()
    await device('Chrome on Linux')
      .getByText(/^Last told/)
      .waitFor()
    await device('Safari on iPhone').getByText('Not told yet').waitFor()
    await page.getByRole('button', { name: 'Remove Safari on iPhone' }).click()
    await device('Safari on iPhone').waitFor({ state: 'detached' })
    expect(await targets()).toHaveLength(1)

    push.end()
    await page.getByRole('button', { name: 'Send a test' }).click()
    await until(async () => (await targets())[0]?.off ?? null)
    await go('/settings/phone')
    await device('Chrome on Linux')
      .getByText('Switched off: The browser has ended this subscription')
      .waitFor()
    const { items } = await get<{ items: { kind: string; title: string }[] }>('/api/notifications')
    expect(items.find(({ kind }) => kind === 'channel-off')?.title).toContain('Chrome on Linux')
  })
})

it('who signs out leaves nothing behind, and the next one sees nothing of theirs', async () => {
  const { accounts, owner } = house.test.app
  const token = (await setupLink(accounts)).split('/').at(-1)
  const mine = { token, email: 'owner@example.com', password: goodPassword }
  expect(await visitor(house.address).call('POST', '/api/auth/claim', mine)).toMatchObject({ status: 204 })
  const { url } = await invite(accounts, owner, { email: 'ben@example.com', role: 'member' })
  const ben = await visitor(house.address).call('POST', '/api/auth/join', {
    ...{ token: url.split('/').at(-1), name: 'Ben', password: goodPassword },
  })
  expect(ben.status).toBe(204)
  const signIn = async (email: string) => {
    await page.fill('input[name=email]', email)
    await page.fill('input[name=password]', goodPassword)
    await page.click('button')
    await page.waitForURL((address) => !address.pathname.startsWith('/account'))
    await settled(page)
    return until(async () => (await keptCaches())[0] ?? null)
  }
  await page.goto(`${house.address}/deals`)
  await page.waitForURL(/\/account\/sign-in/)
  const kept = await signIn('owner@example.com')
  await go('/settings/profile')
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/account\/sign-in/)
  expect(await keptCaches()).toEqual([])
  expect(await inPage(`localStorage.getItem('deal-scout.device')`)).toBeNull()

  expect(await signIn('ben@example.com')).not.toBe(kept)
  expect(await keptCaches()).toHaveLength(1)
  // A session that ended elsewhere is as good as signed out.
  await browser.context.clearCookies()
  // The page may be on its way there by itself, since what it asks is refused by now.
  await page.goto(`${house.address}/deals`).catch(() => {})
  await page.waitForURL(/\/account\/sign-in/)
  await expect.poll(keptCaches).toEqual([])
  expect(await signIn('owner@example.com')).toBe(kept)
})

/** The worker's registration, as the browser numbers it. */
async function registered(): Promise<string> {
  const found = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(
        ({ scopeURL, isDeleted }) => scopeURL === `${house.address}/` && !isDeleted,
      )
      if (own) resolve(own.registrationId)
    })
  })
  await cdp.send('ServiceWorker.enable')
  return found
}

/** Where a press on the notification that is shown leads: Chromium lets only a person's own hand open a window. */
async function clicked(): Promise<string> {
  const worker = await until(async () => browser.context.serviceWorkers().at(-1) ?? null)
  return worker.evaluate<string>(`new Promise((done) => {
    self.clients.openWindow = async (url) => done(url)
    self.registration.getNotifications().then(([notification]) =>
      self.dispatchEvent(new NotificationEvent('notificationclick', { notification })))
  })`)
}
