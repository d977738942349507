import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { buildExtension } from '../../extension/build/build-extension.ts'
import { claimedHouse, type House } from '../../server/accounts/test-kit.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../harness/browser.ts'
import { type Authority, makeAuthority, noOpenssl, opensslPath } from '../harness/certificates.ts'
import { ruleInput } from '../harness/factories.ts'
import { until } from '../harness/until.ts'

const results = readFileSync(
  new URL('../../server/marketplaces/facebook/fixtures/search.html', import.meta.url),
  'utf8',
)
/** The rules that the site gives its pages: no script, frame or request but to its own hosts. */
const sitePolicy = [
  "default-src data: blob: 'self' https://*.fbsbx.com *.facebook.com *.fbcdn.net",
  "script-src *.facebook.com *.fbcdn.net 'nonce-Abc123' blob: 'self'",
  "style-src *.fbcdn.net data: *.facebook.com 'unsafe-inline'",
  "connect-src *.facebook.com facebook.com *.fbcdn.net wss://*.facebook.com:* blob: 'self'",
  "img-src 'self' data: blob: *.facebook.com *.fbcdn.net",
  "frame-src *.facebook.com 'self'",
  "require-trusted-types-for 'script'",
  'block-all-mixed-content',
].join('; ')
const searchUrl = 'https://www.facebook.com/marketplace/houston/search?query=drone'

let folder: string
let authority: Authority
let site: Server
let house: House
let browser: Browser
let cdp: CDPSession
let extensionId: string
let page: Page
/** What was asked of the site. */
const asked: string[] = []
const isMissing = () => (chromiumPath === null ? noChromium : opensslPath === null ? noOpenssl : null)

beforeAll(async () => {
  if (isMissing() !== null) return
  folder = mkdtempSync(join(tmpdir(), 'deal-scout-extension-'))
  const unpacked = join(folder, 'unpacked')
  await buildExtension(unpacked)
  letReachThisMachine(unpacked)
  authority = makeAuthority()
  const { cert, key } = authority.issue({ serverNames: 'DNS:www.facebook.com,DNS:elsewhere.example' })
  site = createServer({ cert, key }, ({ url, headers }, response) => {
    asked.push(`${headers.host}${url}`)
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': sitePolicy,
    })
    response.end(results)
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const { port } = site.address() as AddressInfo
  house = await claimedHouse()
  const rule = ruleInput({
    name: 'Drones',
    keywords: { all: ['drone'], any: [], none: [] },
    channels: ['inbox'],
  })
  expect((await house.owner.call('POST', '/api/rules', rule)).status).toBe(201)
  browser = await openBrowser({
    worker: true,
    extension: unpacked,
    args: [
      `--host-resolver-rules=MAP www.facebook.com:443 127.0.0.1:${port},MAP elsewhere.example:443 127.0.0.1:${port}`,
      '--ignore-certificate-errors',
    ],
  })
  const { context } = browser
  const [worker = await context.waitForEvent('serviceworker')] = context.serviceWorkers()
  extensionId = new URL(worker.url()).host
  // It shows its options once it is installed, in whichever tab is empty.
  await until(async () => context.pages().some((one) => one.url().endsWith('/options.html')) || null)
  cdp = await context.browser()!.newBrowserCDPSession()
  page = await context.newPage()
}, 240_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
  site?.close()
  authority?.[Symbol.dispose]()
  if (folder) rmSync(folder, { recursive: true, force: true })
})
beforeEach((context) => {
  const missing = isMissing()
  context.skip(missing !== null, missing ?? '')
})

/** The browser asks the person whether the extension may reach their server, in a window that no driver can press. */
function letReachThisMachine(unpacked: string): void {
  const file = join(unpacked, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }))
}

/** Presses the button of the extension on the tab of this page. */
async function press(): Promise<void> {
  const { targetInfo } = await (await page.context().newCDPSession(page)).send('Target.getTargetInfo')
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] })
  const tab = targetInfos.find(({ url }) => url === targetInfo.url)!
  await cdp.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId })
}

/** The panel of the tab that is pressed, once it has something of this kind to say. */
async function openPanel(state: string): Promise<Page> {
  await press()
  return shownPanel(state)
}

async function shownPanel(state: string): Promise<Page> {
  const { context } = browser
  const [worker] = context.serviceWorkers()
  const tabId = await until(async () => {
    const kept = await worker!.evaluate<Record<string, { state: string }>>('chrome.storage.session.get(null)')
    const found = Object.entries(kept).find(([, seen]) => seen.state === state)
    return found === undefined ? null : found[0].replace('tab:', '')
  })
  const panel = await context.newPage()
  await panel.goto(`chrome-extension://${extensionId}/panel.html?tab=${tabId}`)
  await panel.locator(`main[data-state="${state}"]`).waitFor()
  return panel
}

async function closePanel(panel: Page): Promise<void> {
  await panel.close()
  const [worker] = browser.context.serviceWorkers()
  await worker!.evaluate('chrome.storage.session.clear()')
}

/** What the panel says of the tab that was pressed last, once it has something to say. */
async function panelText(state: string): Promise<string> {
  const panel = await shownPanel(state)
  const text = await panel.locator('main').innerText()
  await closePanel(panel)
  return text
}

it('says what is to be set up before anything else', async () => {
  await page.goto(searchUrl)
  await press()
  expect(await panelText('set-up')).toContain('Say first where your Deal Scout is')
})

it('is connected by an address and a key, and says of a wrong key that it is none', async () => {
  const options = await browser.context.newPage()
  await options.goto(`chrome-extension://${extensionId}/options.html`)
  await options.getByLabel('Address of your Deal Scout').fill(house.address)
  await options.getByLabel('Key').fill('ds_wrong')
  await options.getByRole('button', { name: 'Connect' }).click()
  const status = options.getByRole('status')
  await status.filter({ hasText: 'does not take this key' }).waitFor()
  const made = await house.owner.call('POST', '/api/auth/keys', { name: 'Browser', scope: 'capture' })
  await options.getByLabel('Key').fill((made.body as { key: string }).key)
  await options.getByRole('button', { name: 'Connect' }).click()
  await status.filter({ hasText: 'Facebook Marketplace' }).waitFor()
  await options.close()
})

it('one press on a page under the site’s own rules: listings in the database, and a notification', async () => {
  await page.goto(searchUrl)
  // The page itself could send nothing to anybody but the site.
  const tried = await page.evaluate(
    `fetch('${house.address}/livez', { mode: 'no-cors' }).then(() => 'sent', () => 'refused')`,
  )
  expect(tried).toBe('refused')
  await page.evaluate('scrollTo(0, 3)')
  const before = asked.length
  const [html, scrolledTo] = [await page.content(), await page.evaluate('scrollY')]
  await press()
  const { db } = house.test.app
  const told = await until(async () => {
    const { rows } = await db.query<{ title: string }>(
      `SELECT message->'items'->0->>'title' AS title FROM notifications`,
    )
    return rows.length > 0 ? rows : null
  })
  expect(told).toEqual([{ title: 'Drone with two batteries' }])
  const { rows } = await db.query(
    `SELECT id FROM listings WHERE marketplace = 'facebook' AND owner_id IS NOT NULL`,
  )
  expect(rows).toHaveLength(10)
  // The panel has opened beside the page.
  await until(async () => {
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{}] })
    return (
      targetInfos.some(({ url }) => url.startsWith(`chrome-extension://${extensionId}/panel.html`)) || null
    )
  })
  const text = await panelText('read')
  expect(text).toContain('10 listings read, 1 matches Drones')
  expect(text).toContain('Drone with two batteries')
  expect(text).toContain('$200')
  // Nothing of it reached the site, and nothing of the page was touched.
  expect(asked.slice(before)).toEqual([])
  expect(await page.content()).toBe(html)
  expect(await page.evaluate('scrollY')).toBe(scrolledTo)
})

it('says of a page of another site that it cannot read it, and which it can, without looking at it', async () => {
  await page.goto('https://elsewhere.example/marketplace')
  const { rows: before } = await house.test.app.db.query('SELECT id FROM listings')
  await press()
  const text = await panelText('not-readable')
  expect(text).toContain('This is not a page that I can read')
  expect(text).toContain('Kleinanzeigen')
  expect((await house.test.app.db.query('SELECT id FROM listings')).rows).toHaveLength(before.length)
})

it('on the form for ads it reads nothing, and shows the person’s things field by field; on the ad’s page it leads to where that is noted', async () => {
  const item = {
    ...{ title: 'Oak desk, 140 cm', category: 'furniture', condition: 'good' },
    defects: 'a scratch on the left side',
  }
  const made = await house.owner.call('POST', '/api/items', item)
  expect(made.status).toBe(201)
  const { id } = made.body as { id: number }
  await page.goto('https://www.facebook.com/marketplace/create/item?from=x')
  const { rows: before } = await house.test.app.db.query('SELECT id FROM listings')
  const panel = await openPanel('form')
  const text = () => panel.locator('main').innerText()
  expect(await text()).toContain('Your ad on Facebook Marketplace')
  await panel.getByLabel('Which thing?').selectOption({ label: 'Oak desk, 140 cm' })
  await panel.getByText('a scratch on the left side').waitFor()
  expect(await text()).toContain('Oak desk, 140 cm')
  await panel.getByRole('button', { name: /^Copy: Title/ }).click()
  await panel.getByText('Copied', { exact: true }).waitFor()
  // As the person pastes it into the form.
  await panel.evaluate(`document.body.append(Object.assign(document.createElement('input'), { id: 'form' }))`)
  await panel.locator('#form').press('Control+V')
  expect(await panel.locator('#form').inputValue()).toBe('Oak desk, 140 cm')
  expect((await house.test.app.db.query('SELECT id FROM listings')).rows).toHaveLength(before.length)
  await closePanel(panel)

  await page.goto('https://www.facebook.com/marketplace/item/1234567890123/?ref=x')
  const beside = await openPanel('read')
  await beside.getByLabel('Which thing?').selectOption({ label: 'Oak desk, 140 cm' })
  const link = beside.getByRole('link', { name: /This page is its ad/ })
  const address = encodeURIComponent('https://www.facebook.com/marketplace/item/1234567890123/')
  expect(await link.getAttribute('href')).toBe(`${house.address}/sell/${id}/ads/facebook?posted=${address}`)
  await closePanel(beside)
})
