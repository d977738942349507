import { pino } from 'pino'
import { afterAll, expect, it } from 'vitest'
import { startFakeServer } from '../../test/harness/fake-server.ts'
import { createFetch } from '../core/fetch.ts'
import type { MarketplaceContext } from './context.ts'
import { addressAt, askSite, type Site, targetOf } from './site-calls.ts'

const fetch = createFetch({ userAgent: 'DealScout/test' })
afterAll(() => fetch.close())

const site: Site = {
  name: 'Flea Market',
  home: 'https://www.flea.example',
  baseUrlOption: 'FLEA_BASE_URL',
  hostGapMs: 0,
  owns: (hostname) => hostname === 'www.flea.example',
}

function asked(options: Record<string, string>, settings = {}, demo = false) {
  const hosts: string[] = []
  const ctx = {
    fetch: (url, init) => {
      hosts.push(new URL(url).host)
      return fetch(url, init)
    },
    log: pino({ level: 'silent' }),
    clock: { now: () => new Date('2026-11-22T12:00:00Z') },
    signal: new AbortController().signal,
    options,
    settings,
    demo,
  } as MarketplaceContext
  return { ctx, hosts }
}

it('follows the site on its own hosts, and asks nobody else where it is sent away', async () => {
  await using server = await startFakeServer(({ url }, response) => {
    const to: Record<string, string> = {
      '/old': '/new',
      '/full': 'https://www.flea.example/new?a=1',
      '/away': 'https://login.elsewhere.example/new',
      '/inward': 'http://169.254.169.254/latest/meta-data',
      '/round': '/round',
    }
    const location = to[url.pathname]
    if (location === undefined) return void response.end(`here: ${url.pathname}${url.search}`)
    response.writeHead(302, { location }).end()
  })
  const { ctx, hosts } = asked({ FLEA_BASE_URL: `${server.baseUrl}/` })
  const target = targetOf(site, ctx)
  if ('outcome' in target) throw new Error(target.reason)
  const ask = (path: string) => askSite(site, target, target.origin + path, {}, ctx)
  expect((await ask('/old')).response?.text()).toBe('here: /new')
  expect((await ask('/full')).response?.text()).toBe('here: /new?a=1')
  expect(await ask('/away')).toMatchObject({
    bad: { outcome: 'blocked', reason: expect.stringContaining('login.elsewhere.example') },
  })
  expect(await ask('/inward')).toMatchObject({ bad: { outcome: 'blocked' } })
  expect(await ask('/round')).toMatchObject({ bad: { outcome: 'unreachable' } })
  expect(new Set(hosts)).toEqual(new Set([new URL(server.baseUrl).host]))
})

it('reads the demo only where it runs, the site itself only without another address', () => {
  expect(targetOf(site, asked({ FLEA_BASE_URL: 'http://127.0.0.1:9' }, {}, true).ctx)).toMatchObject({
    outcome: 'unreachable',
  })
  expect(targetOf(site, asked({}, { demoBaseUrl: 'http://127.0.0.1:9/' }, true).ctx)).toMatchObject({
    origin: 'http://127.0.0.1:9',
    moved: true,
  })
  const own = targetOf(site, asked({}).ctx)
  const home = 'https://www.flea.example'
  expect(own).toEqual({ origin: home, home, moved: false, hostGapMs: 0 })
  if ('outcome' in own) throw new Error(own.reason)
  expect(addressAt(own, 'https://www.flea.example/a?b=1')).toBe('https://www.flea.example/a?b=1')
  expect(
    addressAt({ ...own, origin: 'http://127.0.0.1:9', moved: true }, 'https://www.flea.example/a?b=1'),
  ).toBe('http://127.0.0.1:9/a?b=1')
})
