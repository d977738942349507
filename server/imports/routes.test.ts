import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'

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
