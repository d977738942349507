import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setupLink } from '../../../server/accounts/auth/joining.ts'
import { goodPassword, type Visitor, visitor } from '../../../server/accounts/test-kit.ts'
import { axeOf } from '../../harness/axe.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { canaryText } from '../../harness/canaries.ts'
import { testDatabase } from '../../harness/database.ts'
import { deadJob } from '../../harness/dead-job.ts'
import { openWebHouse, settled, type WebHouse, widths } from './house.ts'

/** What admins do, pressed in a browser. */
let house: WebHouse
let browser: Browser
let page: Page
let owner: Visitor
const folder = mkdtempSync(join(tmpdir(), 'deal-scout-backups-'))
const secret = canaryText()
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), {
    demo: false,
    env: { BACKUP_FOLDER: folder, DEAL_SCOUT_METRICS_TOKEN: secret },
    roles: ['api', 'worker'],
  })
  owner = visitor(house.address)
  const token = (await setupLink(house.test.app.accounts)).split('/').at(-1)!
  await owner.call('POST', '/api/auth/claim', {
    ...{ token, email: 'owner@example.com', name: 'Olga', password: goodPassword },
  })
  browser = await openBrowser()
  page = await browser.context.newPage()
  await signIn('owner@example.com')
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

const signIn = async (email: string) => {
  await browser.context.clearCookies()
  await page.goto(`${house.address}/account/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(goodPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/account/'))
}
const go = async (path: string) => {
  await page.goto(`${house.address}${path}`)
  await settled(page)
}
const accessible = async () => {
  const wider: unknown[] = []
  for (const size of widths) {
    await page.setViewportSize(size)
    wider.push(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
  }
  expect([wider, await axeOf(page)]).toEqual([[0, 0], []])
  await page.setViewportSize(widths[0]!)
}
const person = (name: string) => page.getByRole('article', { name, exact: true })
const accountOf = async (name: string) => {
  const { items } = (await owner.call('GET', '/api/users')).body as {
    items: { id: number; name: string; role: string; disabled: boolean }[]
  }
  return items.find((one) => one.name === name)!
}

describe('people', () => {
  it('are invited by a link that is shown once, where no e-mail can be sent, and join by it', async () => {
    await go('/admin')
    expect(new URL(page.url()).pathname).toBe('/admin/people')
    await person('Olga').getByText('nobody can take that away').waitFor()
    expect(await person('Olga').getByRole('button').count()).toBe(0)
    await page.getByLabel('E-mail').fill('ben@example.com')
    await page.getByLabel('Role', { exact: true }).selectOption('viewer')
    await page.getByText('Looks at deals, and changes nothing but their profile.').waitFor()
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    const made = page.getByRole('status').filter({ hasText: 'hand this link to ben@example.com' })
    const url = (await made.locator('code').textContent())!
    await page.getByText('Invited by Olga on').waitFor()
    await accessible()
    // It is nowhere once one has left.
    await go('/admin/people')
    expect(await page.getByText(url.split('/').at(-1)!).count()).toBe(0)
    const ben = visitor(house.address)
    const join = { token: url.split('/').at(-1), name: 'Ben', password: goodPassword }
    expect((await ben.call('POST', '/api/auth/join', join)).status).toBe(204)
    await go('/admin/people')
    await person('Ben').getByText('Viewer').first().waitFor()
    await page.getByText('Nobody is invited at present.').waitFor()
  })

  it('whose invitation is taken back cannot come by it', async () => {
    await owner.call('POST', '/api/users/invitations', { email: 'eva@example.com' })
    await go('/admin/people')
    await page.getByRole('button', { name: 'Take back' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText('Its link opens nothing any more').waitFor()
    await dialog.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('Nobody is invited at present.').waitFor()
  })

  it('whom two admins change at once become what the first said; the second is told, and says it again', async () => {
    await go('/admin/people')
    const role = person('Ben').getByLabel('Role of Ben')
    await role.selectOption('admin')
    const { id } = await accountOf('Ben')
    await owner.call('PATCH', `/api/users/${id}`, { role: 'member' })
    await person('Ben').getByRole('button', { name: 'Save the role' }).click()
    await person('Ben').getByRole('alert').getByText('the role is member now').waitFor()
    expect((await accountOf('Ben')).role).toBe('member')
    await accessible()
    await person('Ben').getByRole('button', { name: 'Leave it as it is' }).click()
    expect(await role.inputValue()).toBe('member')
    await role.selectOption('viewer')
    await owner.call('PATCH', `/api/users/${id}`, { role: 'admin' })
    await person('Ben').getByRole('button', { name: 'Save the role' }).click()
    await person('Ben').getByRole('button', { name: 'Change it all the same' }).click()
    await page.getByText('Ben is changed.').first().waitFor()
    expect((await accountOf('Ben')).role).toBe('viewer')
  })

  it('are suspended and let in again', async () => {
    await person('Ben').getByRole('button', { name: 'Suspend' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Suspend' }).click()
    await person('Ben').getByText('Suspended', { exact: true }).waitFor()
    expect((await accountOf('Ben')).disabled).toBe(true)
    await person('Ben').getByRole('button', { name: 'Let in again: Ben' }).click()
    await person('Ben').getByRole('button', { name: 'Suspend' }).waitFor()
    expect((await accountOf('Ben')).disabled).toBe(false)
  })
})

describe('what is not well', () => {
  it('is shown by the doctor with what to do, and is well once that is done', async () => {
    await go('/admin/doctor')
    await page.getByText('One is not well.').waitFor()
    const backup = person('backup')
    await backup.getByText('there is none in').waitFor()
    await backup.getByText('What to do:').waitFor()
    await backup.getByRole('link', { name: 'Go there' }).click()
    await page.getByRole('button', { name: 'Make one now' }).click()
    await page.getByText('Restores', { exact: true }).waitFor({ timeout: 120_000 })
    await page.getByText(`deal-scout restore ${folder}/deal-scout-`).waitFor()
    await accessible()
    await page.getByRole('link', { name: 'Doctor' }).click()
    await page.getByRole('button', { name: 'Look again' }).click()
    await page.getByText(/All \d+ are well/).waitFor()
  }, 150_000)

  it('of background work is done again, or thrown away', async () => {
    const { db } = house.test.app
    const failed = { job: 'expire-rules', payload: {}, error: 'The database was away' }
    await deadJob(db, { ...failed, job: 'read-details', payload: { listingId: 7, url: secret } })
    await deadJob(db, failed)
    await go('/admin/jobs')
    const again = person('Switches off rules that are over')
    await again.getByText('The database was away').waitFor()
    await person('Reads pages of listings').getByText('read-details · url … · listingId 7').waitFor()
    await accessible()
    await again.getByRole('button', { name: /^Do it again/ }).click()
    await page.getByText('It is put back to work.').first().waitFor()
    await again.waitFor({ state: 'detached' })
    await person('Reads pages of listings').getByRole('button', { name: 'Throw away' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Throw away' }).click()
    await page.getByText('Nothing has failed for good.').waitFor()
  })
})

describe('exchange rates', () => {
  it('are typed with a mistake that is shown where it stands, are in the list, and are taken back', async () => {
    await go('/admin/rates')
    await page.getByText('There are no rates yet').waitFor()
    await page.getByLabel('Currency').fill('EUR')
    await page.getByLabel('One euro is').fill('1.0893')
    await page.getByRole('button', { name: 'Save the rate' }).click()
    await page.getByText('one euro is one euro').first().waitFor()
    await page.getByLabel('Currency').fill('usd')
    await page.getByRole('button', { name: 'Save the rate' }).click()
    await page.getByText('1 EUR = 1.0893 USD').waitFor()
    await page.getByText(/^Typed, /).waitFor()
    await accessible()
    await page.getByRole('button', { name: 'Take back what was typed of USD' }).click()
    await page.getByText('There are no rates yet').waitFor()
  })
})

describe('what is looked at', () => {
  it('are options without a secret, and who did what', async () => {
    await go('/admin/options')
    await page.getByLabel('Find an option').fill('metrics token')
    await page.getByText('Set (secret)').waitFor()
    expect(await page.content()).not.toContain(secret)
    await page.getByLabel('Find an option').fill('no such thing')
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByText('BACKUP_FOLDER', { exact: true }).waitFor()
    await go('/admin/audit')
    await page.getByLabel('What', { exact: true }).selectOption('role-changed')
    await page.waitForURL(/kind=role-changed/)
    await page.getByText('to member, from viewer').waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as CSV' }).click()
    expect((await saved).suggestedFilename()).toBe('deal-scout-audit.csv')
    await page.getByLabel('Until').fill('2001-01-01')
    await page.getByText('Nothing of that has happened').waitFor()
    await page.getByRole('button', { name: 'Show everything' }).click()
    await page.getByText('backup-asked').first().waitFor()
  })

  it('is refused to a viewer, who is led to none of it', async () => {
    await signIn('ben@example.com')
    await go('/deals')
    expect(await page.locator('a[href^="/admin"]').count()).toBe(0)
    for (const path of ['people', 'jobs', 'options']) {
      await go(`/admin/${path}`)
      await page.getByRole('alert').getByText('Only an admin may do this: ask one.').first().waitFor()
      expect(await page.locator('a[href^="/admin"]').count()).toBe(0)
    }
  })
})
