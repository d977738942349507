import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { claimedHouse, type House } from '../accounts/test-kit.ts'
import type { CaptureView } from './schema.ts'

const html = readFileSync(new URL('../marketplaces/facebook/fixtures/search.html', import.meta.url), 'utf8')
const url = 'https://www.facebook.com/marketplace/houston/search/?query=drone'
const extension = { origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' }

let house: House
let open: TestApp
beforeAll(async () => {
  house = await claimedHouse()
  open = await testApp({ roles: ['api'] })
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await open[Symbol.asyncDispose]()
})

async function keyOf(scope: string) {
  const { status, body } = await house.owner.call('POST', '/api/auth/keys', { name: 'Browser', scope })
  expect(status).toBe(201)
  return { authorization: `Bearer ${(body as { key: string }).key}` }
}

describe('a key for captures', () => {
  it('hands in a page from an extension and is told what it shows, and opens nothing else', async () => {
    const key = await keyOf('capture')
    const answer = await house
      .visitor()
      .call('POST', '/api/captures', { url, html }, { ...key, ...extension })
    expect(answer.status).toBe(200)
    expect(answer.body as CaptureView).toMatchObject({ outcome: 'ok', counts: { read: 10, added: 10 } })
    const sites = await house.visitor().call('GET', '/api/captures/sites?host=www.facebook.com', undefined, {
      ...key,
      ...extension,
    })
    expect([sites.status, sites.body]).toMatchObject([200, { site: { id: 'facebook' } }])
    for (const [method, path, body] of [
      ['GET', '/api/rules', undefined],
      ['GET', '/api/listings', undefined],
      ['GET', '/api/me', undefined],
      ['POST', '/api/rules', { name: 'x' }],
      ['POST', '/api/imports', {}],
      ['POST', '/api/auth/keys', { name: 'x', scope: 'read' }],
    ] as const)
      expect([path, (await house.visitor().call(method, path, body, key)).status]).toEqual([path, 403])
  })

  it('is asked for once somebody has claimed the program, and a key that only reads is not enough', async () => {
    expect((await house.visitor().call('POST', '/api/captures', { url, html })).status).toBe(401)
    const key = await keyOf('read')
    expect((await house.visitor().call('POST', '/api/captures', { url, html }, key)).status).toBe(403)
  })

  it('makes an extension no friend anywhere else', async () => {
    const key = await keyOf('write')
    const answer = await house.visitor().call('POST', '/api/rules', { name: 'x' }, { ...key, ...extension })
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'foreign-origin' }])
  })
})

describe('until there are keys', () => {
  it('who is on this machine hands in; a page of a site does not', async () => {
    const send = (headers: Record<string, string>) =>
      fetch(`${open.address}/api/captures`, {
        ...{ method: 'POST', body: JSON.stringify({ url, html }) },
        headers: { 'content-type': 'application/json', ...headers },
      })
    expect((await send(extension)).status).toBe(200)
    expect((await send({ origin: 'https://www.facebook.com' })).status).toBe(403)
    expect((await send({ origin: 'null' })).status).toBe(403)
  })
})

describe('what is sent', () => {
  const send = async (body: unknown) => {
    const answer = await open.call('POST', '/api/captures', body)
    return { status: answer.status, body: answer.body as { code?: string; fields?: object } & CaptureView }
  }

  it('has an address or a page, and no more than 8 MiB of it', async () => {
    expect(await send({})).toMatchObject({ status: 422, body: { fields: { url: expect.any(String) } } })
    expect(await send({ title: 'A bike' })).toMatchObject({ status: 422 })
    expect(await send({ url, html: '€'.repeat(3_000_000) })).toMatchObject({
      ...{ status: 422, body: { fields: { html: expect.stringContaining('8 MiB') } } },
    })
    expect((await send({ url, html: 'x'.repeat(17 * 1024 * 1024) })).status).toBe(413)
  })

  it('is answered with a sentence where it is no page of a site that is known', async () => {
    const { status, body } = await send({ url: 'https://elsewhere.example/', html })
    expect([status, body]).toMatchObject([200, { outcome: 'unknown-site', listings: [] }])
    expect(body.sites!.map(({ id }) => id)).toContain('offerup')
  })
})
