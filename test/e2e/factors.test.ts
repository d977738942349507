import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { codeOf, holdHalfMinute } from '../../server/accounts/factors/test-kit.ts'
import { claimedHouse, goodPassword, type House } from '../../server/accounts/test-kit.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../harness/browser.ts'
import { freePort } from '../harness/port.ts'

let house: House
let browser: Browser
let origin: string
beforeAll(async () => {
  if (chromiumPath === null) return
  const port = await freePort()
  origin = `http://localhost:${port}`
  house = await claimedHouse({ env: { DEAL_SCOUT_PORT: String(port), DEAL_SCOUT_BASE_URL: origin } })
})
afterAll(() => house?.[Symbol.asyncDispose]())
beforeEach(async (context) => {
  context.skip(chromiumPath === null, noChromium)
  browser = await openBrowser()
  return () => browser[Symbol.asyncDispose]()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const heading = (page: Page, text: string) => page.getByRole('heading', { name: text, exact: true }).waitFor()

/** A page that notes whatever its headers do not allow. */
async function openPage(): Promise<{ page: Page; violations: string[] }> {
  const page = await browser.context.newPage()
  const violations: string[] = []
  await page.exposeFunction('noteViolation', (what: string) => violations.push(what))
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (e) => noteViolation(e.violatedDirective + ' ' + e.blockedURI))`,
  )
  page.on('pageerror', (error) => violations.push(String(error)))
  return { page, violations }
}

async function signInByPassword(page: Page, email: string): Promise<void> {
  await page.goto(`${origin}/account/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(goodPassword)
  await press(page, 'Sign in')
}

/** Signing in leads to the app; the account has a page of its own. */
async function isSignedInAs(page: Page, email: string): Promise<void> {
  await page.waitForURL((url) => !url.pathname.startsWith('/account/sign-in'))
  await page.goto(`${origin}/account`)
  await page.getByText(`You are signed in as ${email} (member).`).waitFor()
}

/** A device in the browser, which keeps passkeys and says yes to whatever it is asked. */
async function addDevice(page: Page): Promise<{ device: CDPSession; id: string }> {
  const device = await browser.context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId: id } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return { device, id }
}

it('a passkey is made in the account, and signs in on the page where nobody is', async () => {
  await house.member('anna@example.com')
  const { page, violations } = await openPage()
  const { device, id } = await addDevice(page)
  await signInByPassword(page, 'anna@example.com')
  await page.goto(`${origin}/account/passkeys`)
  await page.getByLabel('Name of a new one').fill('Laptop')
  await page.getByLabel('Password').fill('wrong wrong wrong')
  await press(page, 'Add a passkey')
  await page.getByRole('alert').getByText('The password is wrong.').waitFor()
  await page.getByLabel('Password').fill(goodPassword)
  await press(page, 'Add a passkey')
  await page.getByRole('cell', { name: 'Laptop' }).waitFor()
  const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId: id })
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }])

  await page.goto(`${origin}/account`)
  await press(page, 'Sign out')
  await heading(page, 'Sign in')
  await press(page, 'Sign in with a passkey')
  await isSignedInAs(page, 'anna@example.com')

  // A device that does not ask who it is lets nobody in.
  await press(page, 'Sign out')
  await device.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false })
  await press(page, 'Sign in with a passkey')
  await page.getByRole('alert').waitFor()
  expect(new URL(page.url()).pathname).toBe('/account/sign-in')
  await device.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: true })

  await signInByPassword(page, 'anna@example.com')
  await page.goto(`${origin}/account/passkeys`)
  page.once('dialog', (dialog) => void dialog.accept('Old laptop'))
  await press(page, 'Rename “Laptop”')
  await page.getByRole('cell', { name: 'Old laptop' }).waitFor()
  page.once('dialog', (dialog) => void dialog.accept())
  await press(page, 'Remove “Old laptop”')
  await page.getByRole('cell', { name: 'Old laptop' }).waitFor({ state: 'detached' })
  await page.goto(`${origin}/account`)
  await press(page, 'Sign out')
  await press(page, 'Sign in with a passkey')
  await page.getByRole('alert').getByText('This passkey was not taken').waitFor()
  expect(violations).toEqual([])
})

it('codes are set up from the image, and asked for after the password', async () => {
  await house.member('ben@example.com')
  const { page, violations } = await openPage()
  await signInByPassword(page, 'ben@example.com')
  await isSignedInAs(page, 'ben@example.com')
  await page.getByRole('link', { name: 'Codes after the password' }).click()
  await page.getByLabel('Password').fill(goodPassword)
  await press(page, 'Set up codes')
  await page.getByRole('img', { name: 'For an app that makes codes' }).waitFor()
  expect(await page.evaluate('document.images[0].naturalWidth')).toBeGreaterThan(0)
  const secret = /type in: ([A-Z2-7]+)/.exec((await page.locator('main').textContent())!)![1]!
  holdHalfMinute()
  await page.getByLabel('The code that the app shows now').fill(codeOf(secret))
  await press(page, 'Switch codes on')
  await page.getByText('10 recovery codes are left').waitFor()

  await page.goto(`${origin}/account`)
  await press(page, 'Sign out')
  await signInByPassword(page, 'ben@example.com')
  await heading(page, 'One more step')
  await page.goto(`${origin}/account`)
  await heading(page, 'Sign in')
  await page.goto(`${origin}/account/sign-in/code`)
  holdHalfMinute(1)
  await page.getByLabel('Code').fill(codeOf(secret))
  await press(page, 'Sign in')
  await isSignedInAs(page, 'ben@example.com')
  expect(violations).toEqual([])
})
