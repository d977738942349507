import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ingest } from '../../../server/flows/ingest.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { seenListing } from '../../harness/factories.ts'
import { startGate } from '../../harness/gate.ts'
import { until } from '../../harness/until.ts'
import { openWebHouse, settled, type WebHouse } from './house.ts'

let house: WebHouse
let browser: Browser
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: false })
  browser = await openBrowser()
  await house.test.call('POST', '/api/rules', {
    ...{ name: 'Canoes', keywords: { all: ['canoe'] }, currency: 'USD' },
  })
  for (let n = 1; n <= 30; n++) await take({ title: `Oak table number ${n}`, externalId: `table${n}` })
}, 240_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

/** A page of one listing, as a scan brings it. */
async function take(over: Parameters<typeof seenListing>[0]): Promise<void> {
  await ingest(house.test.app.pipeline, {
    sightings: [{ marketplace: 'feed', seen: seenListing(over), observedAtMs: Date.now() }],
    ...{ sourceId: null, scanId: null, demo: false },
  })
}

async function streams(): Promise<number> {
  const text = await (await fetch(`${house.address}/metrics`)).text()
  return Number(/^deal_scout_live_streams (\d+)/m.exec(text)?.[1])
}

const shownIds = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('[id^=deal-]')].map(({ id }) => id)`)
const unread = (page: Page) => page.getByRole('link', { name: /Inbox/ })

/** A tab; whether it asked for the stream is whether it leads. */
async function openTab(path: string) {
  const page = await browser.context.newPage()
  let asked = 0
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/stream') asked++
  })
  await page.goto(`${house.address}${path}`)
  await settled(page)
  return { page, leads: () => asked > 0 }
}

afterEach(async () => {
  if (chromiumPath === null) return
  for (const page of browser.context.pages()) if (page.url() !== 'about:blank') await page.close()
  await until(async () => (await streams()) === 0)
})

describe('eight tabs of a browser', () => {
  it('have one stream together, of which each is told, and another takes over when its tab is closed', async () => {
    const tabs = await Promise.all(Array.from({ length: 8 }, () => openTab('/rules')))
    await until(async () => (await streams()) === 1)
    expect(tabs.filter(({ leads }) => leads())).toHaveLength(1)
    await take({ title: 'Red canoe', externalId: 'canoe1' })
    for (const { page } of tabs) await unread(page).getByText('1 unread').waitFor({ state: 'attached' })

    const leader = tabs.find(({ leads }) => leads())!
    await leader.page.close()
    const others = tabs.filter((tab) => tab !== leader)
    await until(async () => others.some(({ leads }) => leads()))
    await until(async () => (await streams()) === 1)
    expect(others.filter(({ leads }) => leads())).toHaveLength(1)
    await take({ title: 'Blue canoe', externalId: 'canoe2' })
    for (const { page } of others) await unread(page).getByText('2 unread').waitFor({ state: 'attached' })
    expect(await streams()).toBe(1)
  })
})

describe('a list of deals', () => {
  it('gets a pill for what is new, and no row above who reads; pressed, it is shown from the top', async () => {
    const { page } = await openTab('/deals?score=0')
    await until(async () => (await streams()) === 1)
    await page.evaluate('scrollTo(0, 900)')
    const known = await shownIds(page)
    /** The row that is read, and where it stands. */
    const read = () =>
      page.evaluate<string>(
        `((li) => li.textContent + li.getBoundingClientRect().top)([...document.querySelectorAll('li[aria-posinset]')].find((li) => li.getBoundingClientRect().top > 200))`,
      )
    const before = await until(async () => {
      const first = await read().catch(() => '')
      return first !== '' && first === (await read()) && first
    })
    await take({ title: 'Green armchair', externalId: 'chair1' })
    await take({ title: 'Grey armchair', externalId: 'chair2' })
    const pill = page.getByRole('button', { name: '2 new' })
    await pill.waitFor()
    expect(await page.evaluate('scrollY')).toBe(900)
    expect(await read()).toBe(before)
    expect(await page.getByText('Green armchair').count()).toBe(0)
    await pill.click()
    await page.getByText('Grey armchair').waitFor()
    expect(await page.evaluate('scrollY')).toBe(0)
    await pill.waitFor({ state: 'detached' })
    const [first] = await shownIds(page)
    expect(known).not.toContain(first)
  })

  it('shows a new price where the row stands', async () => {
    const { page } = await openTab('/deals?score=0')
    await until(async () => (await streams()) === 1)
    const ids = await shownIds(page)
    const row = page.locator(`li:has(#${ids[0]})`)
    await take({ title: 'Grey armchair', externalId: 'chair2', priceCents: 12_345 })
    await row.locator('span:visible', { hasText: '$123.45' }).first().waitFor()
    expect(await shownIds(page)).toEqual(ids)
  })
})

describe('a stream that is lost', () => {
  it('is told quietly, with the time since when, and no more when it is back', async () => {
    await using gate = await startGate(Number(new URL(house.address).port))
    const page = await browser.context.newPage()
    await page.goto(`http://127.0.0.1:${gate.port}/rules`)
    await settled(page)
    await until(async () => (await streams()) === 1)
    await gate.shut()
    await page.getByText(/^Not live since \d+:\d\d [AP]M\. Trying again\.$/).waitFor()
    await gate.open()
    await page.getByText('Not live since').waitFor({ state: 'detached', timeout: 60_000 })
    expect(await streams()).toBe(1)
  })
})

describe('the inbox', () => {
  it('reads all that it shows and takes it back; what comes meanwhile stays unread and waits behind a pill', async () => {
    const { page } = await openTab('/notifications')
    await until(async () => (await streams()) === 1)
    await unread(page).getByText('2 unread').waitFor({ state: 'attached' })
    await take({ title: 'Third canoe', externalId: 'canoe3' })
    await page.getByRole('button', { name: '1 new' }).waitFor()
    expect(await page.getByText('Third canoe').count()).toBe(0)
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await page.getByText('2 messages read').waitFor()
    await unread(page).getByText('1 unread').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await unread(page).getByText('3 unread').waitFor({ state: 'attached' })
  })

  it('shows a delivery that is sent again as it goes', async () => {
    const { db } = house.test.app
    const { rows } = await db.query<{ id: number; userId: number }>(
      'SELECT id, user_id AS "userId" FROM notifications ORDER BY id DESC LIMIT 1',
    )
    const { id, userId } = rows[0]!
    await db.query(
      `INSERT INTO deliveries (notification_id, user_id, channel, state, due_at, finished_at, reason, attempts)
       VALUES ($1, $2, 'webhook', 'failed', now(), now(), 'The address does not answer.', 3)`,
      [id, userId],
    )
    const { page } = await openTab(`/notifications/${id}`)
    await until(async () => (await streams()) === 1)
    const line = page.getByRole('listitem').filter({ hasText: 'The address does not answer.' })
    await line.getByText('refused').waitFor()
    await line.getByRole('button', { name: 'Send again' }).click()
    await line.getByText('is tried again').waitFor()
  })

  it('is narrowed by rule, channel and what became of it', async () => {
    const { page } = await openTab('/notifications')
    await page.getByLabel('Because of').selectOption({ label: 'Canoes' })
    await page.waitForURL(/rule=\d+/)
    await page.getByText('Red canoe').first().waitFor()
    await page.getByLabel('What became of it').selectOption('dead')
    await page.getByRole('heading', { name: 'No message fits' }).waitFor()
    await page.getByRole('link', { name: 'Show all messages' }).click()
    await page.getByText('Red canoe').first().waitFor()
  })
})

describe('a page that sleeps', () => {
  it('has been told after it wakes of all that was written meanwhile, each once and in order', async () => {
    const page = await browser.context.newPage()
    // What the app takes from its stream, as it comes.
    await page.addInitScript(`window.told = []
      const add = EventSource.prototype.addEventListener
      EventSource.prototype.addEventListener = function (kind, listener, ...rest) {
        add.call(this, kind, (event) => {
          if (!['ready', 'beat', 'reset'].includes(kind)) window.told.push(event.lastEventId)
          listener(event)
        }, ...rest)
      }`)
    await page.goto(`${house.address}/rules`)
    await settled(page)
    await until(async () => (await streams()) === 1)
    const browserSide = await page.context().newCDPSession(page)
    const sleep = (state: 'frozen' | 'active') => browserSide.send('Page.setWebLifecycleState', { state })
    const { db } = house.test.app
    const written = async () =>
      (
        await db.query<{ id: string }>(
          `SELECT xid::text || '-' || id || '-' || salt AS id FROM live_events
           WHERE kind <> 'begin' AND at >= $1 ORDER BY xid, id`,
          [began],
        )
      ).rows.map(({ id }) => id)
    const { rows } = await db.query<{ now: Date }>('SELECT now()')
    const began = rows[0]!.now
    await take({ title: 'Canoe before sleep', externalId: 'sleep0' })
    const told = () => page.evaluate<string[]>('window.told')
    await expect.poll(async () => (await told()).length).toBeGreaterThan(0)
    await sleep('frozen')
    for (let n = 1; n <= 12; n++) await take({ title: `Canoe of sleep ${n}`, externalId: `sleep${n}` })
    await sleep('active')
    await take({ title: 'Canoe after sleep', externalId: 'sleep13' })
    const all = await until(async () => {
      const ids = await written()
      return ids.length >= 14 && ids
    })
    await expect.poll(told).toEqual(all)
  })
})
