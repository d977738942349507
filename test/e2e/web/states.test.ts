import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setupLink } from '../../../server/accounts/auth/joining.ts'
import { goodPassword } from '../../../server/accounts/test-kit.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { openWebHouse, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
let page: Page
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: false })
  browser = await openBrowser()
  page = await browser.context.newPage()
})
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

const go = (path: string) => page.goto(`${house.address}${path}`)
const heading = (name: string) => page.getByRole('heading', { name })

describe('a page that has nothing', () => {
  it('says so and what to do: no deals, no messages, no rules, nothing that is watched', async () => {
    await go('/deals')
    await heading('No deals yet').waitFor()
    await go('/notifications')
    await heading('No messages yet').waitFor()
    await go('/rules')
    await heading('You have no rules yet').waitFor()
    await go('/value')
    await page.getByText('Nothing was seen here yet').waitFor()
    await go('/value?title=road+bike')
    await page.getByText('no priced listings are here yet').waitFor()
    await go('/watching')
    await heading('You watch nothing yet').waitFor()
  })

  it('names the filters that leave nothing, each of which goes with one press', async () => {
    await go('/deals?category=bikes&max=50')
    await heading('Nothing matches').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Without Bikes' }).click()
    await page.waitForURL((url) => url.search === '?max=50')
  })

  it('says that there is no such listing, message, rule or page', async () => {
    for (const path of [
      ...['/listings/999999', '/notifications/999999', '/rules/999999', '/sources/999999'],
      '/no-such-page',
    ]) {
      await go(path)
      await heading('There is no').waitFor()
    }
    await go('/watching/999999')
    await heading('You watch no such thing').waitFor()
  })
})

describe('what goes wrong', () => {
  it("is told in the server's own sentence, with the request's id, and can be tried again", async () => {
    const problem = {
      detail: 'The database is away. Try again in a minute.',
      code: 'database-away',
      requestId: 'r-17',
    }
    const answer = { status: 422, contentType: 'application/problem+json', body: JSON.stringify(problem) }
    await page.route('**/api/deals*', (route) => route.fulfill(answer))
    await go('/deals')
    const alert = page.getByRole('alert')
    await alert.getByText(problem.detail).waitFor()
    expect(await alert.textContent()).toContain('r-17')
    await page.unroute('**/api/deals*')
    await alert.getByRole('button', { name: 'Try again' }).click()
    await heading('No deals yet').waitFor()
  })
})

describe('a server that does not answer', () => {
  it('is said, and what to do, instead of a page that waits for ever', async () => {
    // What was answered before is kept for that: here nothing was.
    await page.evaluate(
      'caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))',
    )
    await page.route('**/api/me', (route) => route.abort())
    await go('/deals')
    await page.getByRole('alert').getByText('Deal Scout did not answer').waitFor()
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    await page.unroute('**/api/me')
    // It tries again by itself, too: whichever comes first.
    await page
      .getByRole('button', { name: 'Try again' })
      .click({ timeout: 5_000 })
      .catch(() => {})
    await heading('No deals yet').waitFor()
  })
})

describe('a first rule', () => {
  it('is made by saying what one looks for, and can be narrowed down, switched off and deleted', async () => {
    await go('/welcome')
    await page.getByLabel('The thing').fill('aeron chair')
    await page.getByLabel('Budget').fill('300')
    await page.getByLabel('Near').fill('Nowhere that is a place')
    await page.getByRole('button', { name: 'Watch for it' }).click()
    // What the server does not know is said at the field, and nothing that was typed is lost.
    await expect.poll(() => page.getByLabel('Near').getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('The thing').inputValue()).toBe('aeron chair')
    await page.getByLabel('Near').fill('Oakland, CA')
    await page.getByRole('option', { name: 'Oakland, CA' }).first().click()
    await page.getByRole('button', { name: 'Watch for it' }).click()
    await page.waitForURL(/\/welcome\?step=told&rule=\d+$/)
    await page.getByText('Anything with “aeron chair”, up to $300').waitFor()
    // Each step can be skipped, and the last names what is left.
    await page.getByRole('link', { name: 'Go on' }).click()
    await page.waitForURL(/step=sources$/)
    await page.getByRole('link', { name: 'Go on' }).click()
    await page.getByText('No marketplace is connected').waitFor()
    await page.goBack()
    await page.goBack()
    await page.getByRole('link', { name: 'Narrow it down' }).click()
    await page.waitForURL(/\/rules\/\d+$/)
    expect(await page.getByLabel('All of these words').inputValue()).toBe('aeron chair')
    await page.getByLabel('Score at least').fill('999')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Give a whole number that fits').waitFor()
    await page.getByLabel('Score at least').fill('80')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Anything with “aeron chair”, up to $300, within').waitFor()
    expect(await rules()).toMatchObject([{ priceCentsMax: 30000, scoreMin: 80, enabled: true }])
    await page.getByRole('switch').click()
    await expect.poll(rules).toMatchObject([{ enabled: false }])
    await page.getByRole('link', { name: 'aeron chair' }).click()
    await page.getByRole('button', { name: 'Delete' }).click()
    await heading('You have no rules yet').waitFor()
    expect(await rules()).toEqual([])
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: 'aeron chair' }).waitFor()
    expect(await rules()).toMatchObject([{ priceCentsMax: 30000, scoreMin: 80, enabled: false }])
  })
})

describe('settings', () => {
  it('keep where one lives; what no place is called is said at the field', async () => {
    await go('/settings/profile')
    await page.getByLabel('Home').fill('zzzz qqqq')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => page.getByLabel('Home').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('Home').fill('Oakland, CA')
    // Once it is there: it would open after the key else.
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/Understood as Oakland/).waitFor()
  })

  it('a home is suggested while it is typed, and hours are written as they were chosen', async () => {
    await go('/settings/profile')
    await page.getByLabel('Home').fill('berke')
    await page.getByRole('option', { name: 'Berkeley, CA' }).click()
    await page.getByLabel('Hours').selectOption('h23')
    await page.getByLabel('Language').selectOption('en-GB')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/Understood as Berkeley/).waitFor()
    const { body } = await house.test.call('GET', '/api/me')
    expect(body).toMatchObject({
      profile: {
        hourCycle: { value: 'h23' },
        language: { value: 'en-GB' },
        home: { value: { text: 'Berkeley, CA' } },
      },
    })
    const nothing = { language: null, hourCycle: null, home: null }
    await house.test.call('PATCH', '/api/me', { profile: nothing })
  })

  it('keep how one sells; what is no amount is said at its field, and the defaults come back', async () => {
    await go('/settings/selling')
    await page.getByLabel('Sold within (days)').fill('30')
    await page.getByLabel('Phones').fill('ten')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Write an amount such as 12.50').waitFor()
    expect(await page.getByLabel('Sold within (days)').inputValue()).toBe('30')
    await page.getByLabel('Phones').fill('7.50')
    await page.getByRole('button', { name: 'Save' }).click()
    const own = async () =>
      ((await house.test.call('GET', '/api/settings/selling')).body as { own: object }).own
    await expect
      .poll(own)
      .toMatchObject({ sellWithinDays: 30, outboundShippingCents: { phones: 750, furniture: null } })
    await page.getByRole('button', { name: 'Back to the defaults' }).click()
    await expect.poll(own).toEqual({})
    await expect.poll(() => page.getByLabel('Sold within (days)').inputValue()).not.toBe('30')
  })

  it('the theme is there before the first paint, and stays', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await go('/settings/profile')
    const background = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    const light = await background()
    await page.getByLabel('Dark').check()
    const dark = await background()
    expect(dark).not.toBe(light)
    await go('/deals')
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark')
    expect(await background()).toBe(dark)
  })
})

it('once somebody has claimed it, whoever is not signed in is sent to sign in, and comes back to the page that they wanted', {
  timeout: 240_000,
}, async () => {
  await page.goto(
    await setupLink(house.test.app.accounts).then((link) => link.replace(/^https?:\/\/[^/]+/, house.address)),
  )
  await page.getByLabel('Your name').or(page.getByLabel('Name')).first().fill('Owner')
  await page.getByLabel('E-mail').fill('owner@example.com')
  await page.getByLabel('Password').fill(goodPassword)
  await page.getByRole('button', { name: 'Make it mine' }).click()
  await page.waitForURL(/\/welcome$/)
  await go('/deals')
  await heading('No deals yet').waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/account\/sign-in$/)
  await go('/rules/new#top')
  await signIn()
  await page.waitForURL(/\/rules\/new#top$/)
  // The session ends while something is typed: it is there again at the same address.
  await page.getByLabel('All of these words').fill('grand piano', { timeout: 90_000 })
  await page.getByLabel('Price at most').fill('900')
  await page.context().clearCookies()
  // Whichever notices it first: what is sent, or the stream, which is asked who it is every few seconds.
  // A press that finds no button any more must not wait for the one that comes back.
  await page
    .getByRole('button', { name: 'Watch for it' })
    .click({ timeout: 5_000 })
    .catch(() => {})
  await page.waitForURL(/\/account\/sign-in/)
  await signIn()
  await page.waitForURL(/\/rules\/new#top$/)
  await page.getByText('What you had typed here is in the form again.').waitFor()
  expect(await page.getByLabel('All of these words').inputValue()).toBe('grand piano')
  expect(await page.getByLabel('Price at most').inputValue()).toBe('900')
  await page.getByRole('button', { name: 'Watch for it' }).click()
  await page.getByRole('link', { name: 'grand piano' }).waitFor()
  // Once saved it is kept no longer.
  await go('/rules/new')
  expect(await page.getByLabel('All of these words').inputValue()).toBe('')
})

async function signIn(): Promise<void> {
  await page.waitForURL(/\/account\/sign-in$/)
  await page.getByLabel('E-mail').fill('owner@example.com')
  await page.getByLabel('Password').fill(goodPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

describe('sign-in and security', () => {
  it('a key is shown once and can be withdrawn', async () => {
    await go('/settings/security')
    await page.getByText('You sign in as owner@example.com').waitFor()
    await page.getByLabel('What is it for?').fill('dashboard')
    await page.getByRole('button', { name: 'Make a key' }).click()
    await page.getByText('This is the key').waitFor()
    const key = (await page.locator('code.select-all').textContent())!
    const asked = await fetch(`${house.address}/api/rules`, { headers: { authorization: `Bearer ${key}` } })
    expect(asked.status).toBe(200)
    await page.getByRole('button', { name: 'I have kept it' }).click()
    expect(await page.content()).not.toContain(key)
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
    await page.getByRole('button', { name: 'Withdraw' }).waitFor({ state: 'detached' })
    const again = await fetch(`${house.address}/api/rules`, { headers: { authorization: `Bearer ${key}` } })
    expect(again.status).toBe(401)
  })

  it('other sessions end where the person shows again that it is them', async () => {
    const signIn = { email: 'owner@example.com', password: goodPassword }
    await house.test.call('POST', '/api/auth/sign-in', signIn)
    await house.test.app.db.query(
      `UPDATE sessions SET created_at = created_at - interval '1 hour', proved_at = NULL`,
    )
    await go('/settings/security')
    const sessions = page.getByRole('region', { name: 'Where you are signed in' })
    await sessions.getByText('This one').waitFor()
    await sessions.getByRole('button', { name: 'Sign out everywhere else' }).click()
    const proof = page.getByRole('dialog', { name: 'Is it you?' })
    await proof.getByLabel('Password').fill('not this one at all')
    await proof.getByRole('button', { name: 'Go on' }).click()
    await proof.getByText('The password is wrong').waitFor()
    await proof.getByLabel('Password').fill(goodPassword)
    await proof.getByRole('button', { name: 'Go on' }).click()
    await proof.waitFor({ state: 'detached' })
    await expect.poll(() => sessions.getByRole('listitem').count()).toBe(1)
  })
})

async function rules(): Promise<unknown[]> {
  const { body } = await house.test.call('GET', '/api/rules')
  return (body as { items: unknown[] }).items
}
