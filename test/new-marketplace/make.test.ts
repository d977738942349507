import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFetch } from '../../server/core/fetch.ts'
import type { Marketplace } from '../../server/marketplaces/contract.ts'
import { noQuery, type StartMarketplaceFakeServer } from '../../server/marketplaces/fake-server.ts'
import { readHere } from '../harness/read-here.ts'
import { makeMarketplace, ownPlaces } from './make.ts'

const wish = { id: 'fleamarket', name: 'Flea Market', host: 'www.fleamarket.example', currency: 'EUR' }
const fetch = createFetch({ userAgent: 'DealScout/test' })
let folder: string
let files: string[]
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deal-scout-marketplace-'))
  files = makeMarketplace(wish, { marketplaces: folder, docs: join(folder, 'docs') })
})
afterAll(async () => {
  await fetch.close()
  rmSync(folder, { recursive: true })
})

const adapter = async () =>
  ((await import(join(folder, wish.id, 'index.ts'))) as { default: Marketplace }).default

it('writes an adapter with fixtures, stand-in, tests and page, in which nothing is left to fill in but what is marked', () => {
  expect(readdirSync(join(folder, wish.id)).toSorted()).toEqual([
    ...['compile.ts', 'contract-fake-server.ts', 'fixtures', 'fleamarket.test.ts', 'german.ts', 'index.ts'],
    ...['link.ts', 'listing.ts', 'page.ts'],
  ])
  for (const file of files) expect(readFileSync(file, 'utf8')).not.toMatch(/__(?!NEXT_DATA)[A-Z_]+__/)
})

it('the adapter reads its stand-in’s results and a listing’s own page, and asks nobody else', async () => {
  const marketplace = await adapter()
  const { startMarketplaceFakeServer } = (await import(join(folder, wish.id, 'contract-fake-server.ts'))) as {
    startMarketplaceFakeServer: StartMarketplaceFakeServer
  }
  await using site = await startMarketplaceFakeServer()
  const asked: string[] = []
  const ctx = {
    fetch: ((url, options) => {
      asked.push(new URL(url).hostname)
      return fetch(url, { ...options, hostGapMs: 0 })
    }) as typeof fetch,
    log: pino({ level: 'silent' }),
    clock: { now: () => new Date('2026-11-22T12:00:00Z') },
    signal: new AbortController().signal,
    ...{ options: site.options, settings: site.settings, demo: false },
    read: (reader: never, ...args: never[]) => readHere(reader, args),
    cache: { get: async () => null, set: async () => {}, delete: async () => {} },
    spend: async () => true,
  } as Parameters<Marketplace['search']>[2]
  const { request } = marketplace.compile({ ...noQuery, ...site.query }, site.settings)
  const page = await marketplace.search(request, null, ctx)
  expect([page.outcome, page.listings.length, page.next]).toEqual(['ok', 3, '2'])
  expect(await marketplace.details!(site.listing!, ctx)).toMatchObject({
    outcome: 'ok',
    listing: { description: 'Solid oak, two drawers.' },
  })
  await site.become('blocked')
  expect((await marketplace.search(request, null, ctx)).outcome).toBe('blocked')
  expect(new Set(asked)).toEqual(new Set(['127.0.0.1']))
  expect(marketplace.terms.acceptOption).toBe('FLEAMARKET_TERMS_ACCEPTED')
})

it('writes over nothing, and refuses words that are no id, name, host or currency', () => {
  const places = { marketplaces: folder, docs: join(folder, 'docs') }
  expect(() => makeMarketplace(wish, places)).toThrow(/is there already/)
  for (const wrong of [
    { id: '../x' },
    { id: 'Shop' },
    { id: '' },
    { id: 'x1', name: "o'x" },
    { id: 'x1', host: 'https://x.example' },
    { id: 'x1', currency: 'euro' },
  ])
    expect(() => makeMarketplace({ ...wish, ...wrong }, places)).toThrow()
  // One that is there is found by its folder.
  expect(() => makeMarketplace({ ...wish, id: 'feed' }, { ...ownPlaces, docs: folder })).toThrow(
    /is there already/,
  )
})
