import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../test/harness/app.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())

async function send(query: string, text: string) {
  const form = new FormData()
  form.set('file', new Blob([text]), 'page.html')
  const response = await fetch(`${test.address}/api/imports${query}`, { method: 'POST', body: form })
  return { status: response.status, body: (await response.json()) as { added: number; detail: string } }
}

const saved = readFileSync(
  new URL('../marketplaces/craigslist/fixtures/search-new.html', import.meta.url),
  'utf8',
)

async function preview(query: string, text: string, name = 'list.csv') {
  const form = new FormData()
  form.set('file', new Blob([text]), name)
  const response = await fetch(`${test.address}/api/imports/preview${query}`, { method: 'POST', body: form })
  return { status: response.status, body: (await response.json()) as never }
}
const countListings = async () =>
  (await test.app.db.query<{ count: number }>('SELECT count(*)::integer AS count FROM listings')).rows[0]!
    .count

describe('a look at a file', () => {
  const german = 'Nr;Artikel;Preis\n1;Eichentisch;40,00\n2;Lampe;=1+1\n3;Halb'

  it('says what its columns mean and why rows would be rejected, leaves out half a row, and stores nothing', async () => {
    const before = await countListings()
    const first = await preview('?cut=true', german)
    expect(first).toMatchObject({
      status: 200,
      body: {
        ...{ kind: 'rows', format: 'csv', read: 2, rejected: 2 },
        columns: [
          { name: 'Nr', field: null, example: '1' },
          { name: 'Artikel', field: null },
          { name: 'Preis', field: null },
        ],
      },
    })
    const columns = encodeURIComponent('{"Nr":"externalId","Artikel":"title","Preis":"price"}')
    expect((await preview(`?cut=true&columns=${columns}`, german)).body).toMatchObject({
      needsCurrency: true,
    })
    expect(await preview(`?cut=true&currency=EUR&columns=${columns}`, german)).toMatchObject({
      body: {
        rows: [
          { line: 2, listing: { title: 'Eichentisch', priceCents: 4000, currency: 'EUR' }, problems: [] },
          { line: 3, listing: null, problems: [expect.stringMatching(/^price: "=1\+1"/)] },
        ],
      },
    })
    expect(await countListings()).toBe(before)
  })

  it('recognises whose page was saved, and refuses what is no list and no page', async () => {
    expect(await preview('', saved, 'page.html')).toMatchObject({
      body: { kind: 'page', marketplace: 'craigslist', rejected: 0 },
    })
    const rss =
      '<rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>Oak table $40</title><link>https://x.example/1</link></item></channel></rss>'
    expect(await preview('', rss, 'feed.xml')).toMatchObject({
      body: { kind: 'page', marketplace: 'feed', rows: [{ listing: { title: 'Oak table $40' } }] },
    })
    for (const [text, name, says] of [
      ['<html><body>Something else</body></html>', 'x.html', /none of the marketplaces here/],
      ['PK\u0003\u0004 and so on', 'list.xlsx', /save it as CSV/],
      ['', 'empty.csv', /empty/],
    ] as const) {
      const { status, body } = await preview('', text, name)
      expect([status, (body as { detail: string }).detail]).toEqual([422, expect.stringMatching(says)])
    }
    expect((await preview('?columns=nonsense', german)).status).toBe(422)
    expect((await preview('?columns={"Nr":"colour"}', german)).status).toBe(422)
  })
})

describe('an import', () => {
  it('reads columns as they were said to mean, gives back the cells of what it rejects, and tells how far it is', async () => {
    const columns = encodeURIComponent('{"Nr":"externalId","Artikel":"title","Preis":"price"}')
    const { body } = await send(
      `?source=flea&currency=EUR&ticket=one-of-mine&columns=${columns}`,
      'Nr;Artikel;Preis\n1;Eichentisch;40,00\n2;Lampe;=1+1',
    )
    expect(body).toMatchObject({
      ...{ added: 1, rejected: 1 },
      rejects: [{ line: 3, values: { Nr: '2', Artikel: 'Lampe', Preis: '=1+1' } }],
    })
    const { rows } = await until(async () => {
      const told = await test.app.db.query<{ userId: number; data: object }>(
        `SELECT user_id AS "userId", data FROM live_events WHERE kind = 'import-progress'`,
      )
      return told.rows.length > 0 ? told : null
    })
    expect(rows).toMatchObject([{ userId: test.app.owner, data: { ticket: 'one-of-mine', added: 1 } }])
  })
})

describe('a saved marketplace page over the API', () => {
  it('is read as that marketplace reads it, and a second time changes nothing', async () => {
    const first = await send('?marketplace=craigslist', saved)
    expect(first).toMatchObject({ status: 200, body: { changed: 0, incomplete: null } })
    expect(first.body.added).toBeGreaterThan(2)
    const second = await send('?marketplace=craigslist', saved)
    expect(second.body).toMatchObject({ added: 0, changed: 0, unchanged: first.body.added })
  })

  it('of another site, or for a marketplace that is not here, is refused with what to do', async () => {
    const foreign = await send('?marketplace=craigslist', '<html><body>Something else</body></html>')
    expect(foreign).toMatchObject({ status: 422, body: { code: 'bad-input' } })
    expect(foreign.body.detail).toMatch(/was not read as a page of craigslist.*Save a page/s)
    const unknown = await send('?marketplace=nowhere', saved)
    expect(unknown).toMatchObject({ status: 422, body: { fields: { marketplace: 'is unknown' } } })
  })
})
