import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingest } from '../../server/flows/ingest.ts'
import { dealOrders } from '../../server/listings/deals/deal-schema.ts'
import { type TestApp, testApp } from '../harness/app.ts'
import { seenListing } from '../harness/factories.ts'

let test: TestApp
let scanId: number
let ruleId: number

beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
  const make = async (path: string, body: object) => {
    const answer = await test.call('POST', path, body)
    expect(answer).toMatchObject({ status: 201 })
    return (answer.body as { id: number }).id
  }
  for (let n = 0; n < 7; n++) {
    const id = await make('/api/rules', {
      name: `Rule ${n}`,
      keywords: { all: ['bike', `n${n}`] },
      channels: ['inbox'],
    })
    ruleId ??= id
  }
  ruleId = await make('/api/rules', { name: 'All', keywords: { all: ['bike'] }, channels: ['inbox'] })
  const settings = (n: number) => ({ url: `https://feeds.example/${n}.xml`, currency: 'USD' })
  for (let n = 0; n < 7; n++)
    await make('/api/sources', { marketplace: 'feed', name: `F${n}`, settings: settings(n), try: false })
  for (let n = 0; n < 9; n++) {
    // One page each, so that each is notified of by itself.
    const seen = seenListing({
      title: `Road bike n${n} number ${n * 7}`,
      externalId: `p${n}`,
      priceCents: 5_000 * ((n % 4) + 1),
      endsAt: new Date(Date.now() + ((n % 5) + 1) * 3_600_000).toISOString(),
    })
    const sightings = [{ marketplace: 'shop', seen, observedAtMs: Date.now() - (n % 3) * 60_000 }]
    await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  }
  const ids = (await read('/api/listings?limit=200')).items.map(({ id }) => id)
  for (const listingId of ids.slice(0, 7)) await make('/api/watches', { listingId })
  for (const listingIds of [ids.slice(0, 2), ids.slice(2, 5), ids.slice(5, 7), ids.slice(7, 9)])
    expect(await test.call('POST', '/api/clusters/merge', { listingIds })).toMatchObject({ status: 200 })
  scanId = (await read('/api/scans')).items[0]!.id
  await test.app.db.query(
    `INSERT INTO scan_runs (scan_id, started_at, finished_at, outcome, pages, found, added, changed, rejected)
     SELECT $1, date_trunc('second', now()) - n / 2 * interval '1 min', now(), 'ok', 1, 1, 1, 0, 0 FROM generate_series(1, 7) AS n`,
    [scanId],
  )
})
afterAll(() => test[Symbol.asyncDispose]())

interface Shown {
  items: { id: number; listingId?: number }[]
  next: string | null
  previous: string | null
}

async function read(address: string, cursor: string | null = null) {
  const path = cursor === null ? address : `${address}${address.includes('?') ? '&' : '?'}cursor=${cursor}`
  const { status, body, headers } = await test.call('GET', path)
  expect({ status, body }).toMatchObject({ status: 200 })
  return { ...(body as Shown), link: headers.get('link') }
}

const idOf = ({ id, listingId }: Shown['items'][number]) => id ?? listingId
const lists: [name: string, address: () => string][] = [
  ['rules', () => '/api/rules'],
  ['matches', () => `/api/rules/${ruleId}/matches`],
  ['scans', () => '/api/scans'],
  ['runs of a scan', () => `/api/scans/${scanId}/runs`],
  ['watches', () => '/api/watches'],
  ['notifications', () => '/api/notifications'],
  ['deliveries', () => '/api/deliveries'],
  ['audit events', () => '/api/audit'],
  ['own audit events', () => '/api/me/audit'],
  ['clusters by change', () => '/api/clusters'],
  ['clusters by size', () => '/api/clusters?sort=size'],
  ['listings', () => '/api/listings'],
  ...dealOrders.map((sort): [string, () => string] => [
    `deals by ${sort}`,
    () =>
      `/api/deals?sort=${sort}&currency=USD${sort === 'distance' ? '&near=Oakland,%20CA&withinKm=20000' : ''}`,
  ]),
]

describe.each(lists)('the list of %s', (name, address) => {
  const withLimit = (limit: number) => `${address()}${address().includes('?') ? '&' : '?'}limit=${limit}`

  it('leads to its end and back to its beginning, by the same rows', async () => {
    const all = (await read(withLimit(200))).items.map(idOf)
    // Nothing here says where it is.
    if (name !== 'deals by distance') expect(all.length).toBeGreaterThan(3)
    for (const limit of [1, 2, 3]) {
      let shown = await read(withLimit(limit))
      expect(shown.previous).toBeNull()
      const there = shown.items.map(idOf)
      while (shown.next !== null) {
        shown = await read(withLimit(limit), shown.next)
        there.push(...shown.items.map(idOf))
      }
      expect(there).toEqual(all)
      const back = shown.items.map(idOf)
      while (shown.previous !== null) {
        shown = await read(withLimit(limit), shown.previous)
        back.unshift(...shown.items.map(idOf))
      }
      expect(back).toEqual(all)
    }
  })

  it('refuses a cursor that was changed or is of another list, and names the pages around', async () => {
    const first = await read(withLimit(2))
    if (name === 'deals by distance') return
    const second = await read(withLimit(2), first.next)
    const other = (await read(name === 'rules' ? '/api/scans?limit=2' : '/api/rules?limit=2')).next!
    for (const cursor of [`${first.next}x`, first.next!.replace(/.\./, 'A.').replace(/^./, 'B'), other]) {
      const answer = await test.call('GET', `${withLimit(2)}&cursor=${cursor}`)
      expect(answer).toMatchObject({ status: 400, body: { code: 'bad-cursor' } })
    }
    const links = [...second.link!.matchAll(/<([^>]+)>; rel="(\w+)"/g)]
    const previous = links.find(([, , rel]) => rel === 'prev')!
    expect((await read(previous[1]!)).items).toEqual(first.items)
    expect(links.map(([, , rel]) => rel)).toEqual(second.next === null ? ['prev'] : ['next', 'prev'])
  })
})

it('a row that comes meanwhile moves none to another page', async () => {
  const first = await read('/api/watches?limit=2')
  const second = await read('/api/watches?limit=2', first.next)
  const ids = (await read('/api/listings?limit=200')).items.map(({ id }) => id)
  for (const listingId of ids.slice(7, 9))
    expect(await test.call('POST', '/api/watches', { listingId })).toMatchObject({ status: 201 })
  expect((await read('/api/watches?limit=2', first.next)).items).toEqual(second.items)
  const back = await read('/api/watches?limit=2', second.previous)
  expect(back.items).toEqual(first.items)
  expect(back.previous).not.toBeNull()
})
