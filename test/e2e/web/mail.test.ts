import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { until } from '../../harness/app.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { type ImapServer, startImap } from '../../harness/imap.ts'
import { alertText, mailOf } from '../../harness/signed-mail.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
let imap: ImapServer
let page: Page
beforeAll(async () => {
  if (chromiumPath === null) return
  const things = [{ id: 7_700_000_801, title: 'Oak desk', price: 120 }]
  imap = await startImap([
    mailOf({ text: alertText(things), subject: 'Desks in Portland' }),
    mailOf({ from: 'friend@example.org', subject: 'A private word', text: 'x' }),
  ])
  house = await openWebHouse(await testDatabase(), {
    ...{ demo: false, roles: ['api', 'worker', 'scheduler'] },
    env: { MAILBOX_ALLOW_PRIVATE_NETWORK: 'true' },
  })
  browser = await openBrowser()
  page = await browser.context.newPage()
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house, imap]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

it('a mailbox is looked at, connected, watched and forgotten, and what it holds of others is never shown', async () => {
  await page.goto(`${house.address}/sources`)
  await settled(page)
  await page.getByRole('link', { name: 'Your mail' }).click()
  await page.getByRole('heading', { name: 'Connect a mailbox' }).waitFor()
  await page.getByLabel('E-mail address').fill(imap.user)
  await page.getByLabel('Password', { exact: true }).fill('wrong')
  await page.getByLabel('Mail server (IMAP)').fill('127.0.0.1')
  await page.getByLabel('Port').fill(String(imap.port))
  await page.getByLabel('Encryption').selectOption('none')
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.getByText('The mail server refuses the sign-in').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(imap.password)
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.getByText('One mail of a marketplace among the last 2.').waitFor()
  await page.getByText('Desks in Portland').waitFor()
  await page.getByText(/Not proven to be theirs/).waitFor()
  const { violations } = await new AxeBuilder({ page: page as never }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
  await page.getByRole('button', { name: 'Connect it' }).click()
  await page.getByRole('heading', { name: imap.user, exact: true }).waitFor()
  await page.getByText(/All is read; new mails come in at once/).waitFor()
  await page.getByText('One mail has no valid signature of the marketplace').waitFor()
  await page.getByText('Mails about your sales are not read.').waitFor()
  await page.getByRole('button', { name: 'Read mails about my sales, too' }).click()
  await page.getByText('Mails about your sales are read: none has come yet.').waitFor()
  await page.getByRole('button', { name: 'Show its mails' }).click()
  await page.getByText('alerts@alerts.craigslist.org').waitFor()
  expect(await page.getByText('A private word').count()).toBe(0)
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('Paused.').waitFor()
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('heading', { name: imap.user, exact: true }).waitFor({ state: 'detached' })
})

it('a sale that a mail tells and that is not certain is asked about, and booked by the answer', async () => {
  const { test } = house
  for (const title of ['Running shoes', 'Oak chair']) await test.call('POST', '/api/items', { title })
  await using sold = await startImap([
    mailOf({
      ...{ from: 'no-reply@vinted.com', subject: 'You sold an item on Vinted' },
      headers: ['Authentication-Results: mx.example.com; dkim=pass header.d=vinted.com'],
      text: 'Hello seller1,\nbuyer9 has bought\n\nRunning shoes\n€6.40\n',
    }),
  ])
  const { status } = await test.call('POST', '/api/mailboxes', {
    ...{ host: '127.0.0.1', port: sold.port, security: 'none', user: sold.user, alsoSales: true },
    ...{ access: { kind: 'password', password: sold.password }, trustedServer: 'mx.example.com' },
  })
  expect(status).toBe(201)
  await until(async () => {
    const { items } = (await test.call('GET', '/api/sell/findings')).body as { items: object[] }
    return items.length > 0 || null
  }, 60_000)
  await page.goto(`${house.address}/sell/sales`)
  await page.getByText('Which thing of yours is it? It may be: Running shoes').waitFor()
  await page.getByLabel('Look for it by title or SKU').fill('shoes')
  await page
    .getByRole('combobox', { name: 'Which thing of yours' })
    .selectOption({ label: 'Running shoes (DS00001)' })
  await settled(page)
  const { violations } = await new AxeBuilder({ page: page as never }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
  await page.getByRole('button', { name: 'It is this' }).click()
  await page.getByText('Which thing of yours is it?').waitFor({ state: 'detached' })
  const { items } = (await test.call('GET', '/api/sales')).body as { items: object[] }
  expect(items).toMatchObject([{ title: 'Running shoes', marketplace: 'vinted' }])
})
