import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ingest } from '../../../server/flows/ingest.ts'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { seenListing } from '../../harness/factories.ts'
import { emptyPages, openWebHouse, pagesOf, settled, type WebHouse } from './house.ts'
import { faultless, openLooker } from './matrix.ts'

/** Every page of a house without the demo, in one of two widths and in two themes: with nothing, and with one's own and a blind source. */
let house: WebHouse
let browser: Browser
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: false })
  browser = await openBrowser()
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

it('every page can be used by everybody and fits: with nothing in it, and with what is one’s own while a source shows nothing, in turn wide and narrow', {
  timeout: 900_000,
}, async () => {
  const page = await browser.context.newPage()
  const { found, lookAt } = await openLooker(house, page, { inTurn: true })
  for (const path of emptyPages) await lookAt(`empty ${path}`, path)
  await fill()
  const pages = await pagesOf(house.test)
  await blind()
  for (const [name, path] of Object.entries(pages)) await lookAt(`blind ${name}`, path)
  // It is said where one would miss what it shows.
  await page.goto(`${house.address}/deals?score=0`)
  await settled(page)
  await page.getByText('Lamps of the town shows nothing since').waitFor()
  expect(found).toEqual(faultless(found))
  await page.close()
})

/** A rule, what it tells of, a source, and a thing to follow. */
async function fill() {
  const rule = { name: 'Tables', keywords: { any: ['table'] }, currency: 'USD' }
  expect((await house.test.call('POST', '/api/rules', rule)).status).toBe(201)
  for (let n = 1; n <= 30; n++) {
    const seen = seenListing({ title: `Oak table number ${n}`, externalId: `table${n}` })
    await ingest(house.test.app.pipeline, {
      sightings: [{ marketplace: 'feed', seen, observedAtMs: Date.now() }],
      ...{ sourceId: null, scanId: null, demo: false },
    })
  }
  const source = {
    ...{ marketplace: 'feed', name: 'Lamps of the town' },
    settings: { url: 'https://lamps.example/feed.xml' },
    try: false,
  }
  expect((await house.test.call('POST', '/api/sources', source)).status).toBe(201)
}

/** As a scan that found the door shut leaves it; nothing scans here. */
const blind = () =>
  house.test.app.db.query(
    `UPDATE sources SET blind_since = now() - interval '5 hours', last_outcome = 'blocked',
       last_reason = 'The site asks for a sign-in.'`,
  )
