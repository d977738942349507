import { describe, expect, it } from 'vitest'
import { startEbayFakeServer } from './fake-server.ts'
import ebay from './index.ts'
import { resetMs } from './quota.ts'
import { now, request, rows, searchOnce, world } from './test-kit.ts'

describe('signing in', () => {
  it('fetches one token, keeps it for its life less five minutes, and counts both budgets', async () => {
    await using site = await startEbayFakeServer(rows)
    const { ctx, cache, spent } = world(site.baseUrl)
    expect((await ebay.search(request, null, ctx)).outcome).toBe('ok')
    expect((await ebay.search(request, null, ctx)).outcome).toBe('ok')
    expect(spent.map((budget) => budget.replace(/-[0-9a-f]{12}$/, ''))).toEqual([
      'ebay-token',
      'ebay-browse',
      'ebay-browse',
    ])
    const [kept] = cache.values()
    expect(kept?.expiresAt.getTime()).toBe(now.getTime() + 6_900_000)
    const tokenRequest = site.requests[0]!
    expect(tokenRequest.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(tokenRequest.body).toContain('scope=https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope')
  })

  it('replaces a kept token that eBay refuses, once', async () => {
    await using site = await startEbayFakeServer(rows)
    const { ctx, spent } = world(site.baseUrl)
    await ebay.search(request, null, ctx)
    site.tokens.clear()
    expect((await ebay.search(request, null, ctx)).outcome).toBe('ok')
    expect(spent.filter((budget) => budget.startsWith('ebay-token-'))).toHaveLength(2)
  })

  it('gives up on a token that is refused as soon as it was made', async () => {
    await using site = await startEbayFakeServer(rows)
    site.tokens.add = () => site.tokens
    const { ctx, cache } = world(site.baseUrl)
    const page = await ebay.search(request, null, ctx)
    expect(page).toMatchObject({ outcome: 'auth-expired', listings: [] })
    expect(page.reason).toContain('1001')
    expect(cache.size).toBe(0)
    expect(site.requests).toHaveLength(2)
  })

  it('names the keys when eBay does not know them, and never shows the secret', async () => {
    await using site = await startEbayFakeServer(rows)
    const settings = { site: 'EBAY_US', clientId: 'mine', clientSecret: 'hush-hush' }
    const page = await ebay.search(request, null, world(site.baseUrl, { settings }).ctx)
    expect(page.outcome).toBe('auth-expired')
    expect(page.reason).toMatch(/client ID and client secret/)
    expect(JSON.stringify(page)).not.toContain('hush')
  })

  it('asks for keys when there are none, or half of them, without calling anybody', async () => {
    const none = await ebay.search(request, null, world(undefined, { options: {} }).ctx)
    expect(none).toMatchObject({ outcome: 'auth-expired' })
    expect(none.reason).toContain('EBAY_CLIENT_ID')
    const half = await ebay.search(request, null, world(undefined, { settings: { clientId: 'x' } }).ctx)
    expect(half.reason).toContain('both')
  })

  it('gives sources with own keys a token and budgets of their own', async () => {
    await using site = await startEbayFakeServer(rows)
    const own = world(site.baseUrl, { settings: { clientId: 'id', clientSecret: 'secret' } })
    await ebay.search(request, null, own.ctx)
    expect(own.spent[1]).toMatch(/^ebay-browse-[0-9a-f]{12}$/)
  })

  it('goes to the demo world with the demo’s keys', async () => {
    await using site = await startEbayFakeServer(rows)
    const settings = { site: 'EBAY_US', demoBaseUrl: `${site.baseUrl}/` }
    await ebay.search(request, null, world(undefined, { settings, demo: true, options: {} }).ctx)
    const sent = site.requests[0]?.headers.authorization
    expect(sent).toBe(`Basic ${Buffer.from('demo:demo').toString('base64')}`)
  })

  it('refuses to send keys to a private address that the operator did not configure', async () => {
    await using site = await startEbayFakeServer(rows)
    const settings = { site: 'EBAY_US', demoBaseUrl: site.baseUrl }
    await ebay.search(request, null, world(undefined, { settings, options: {} }).ctx)
    expect(site.requests).toHaveLength(0)
  })
})

describe('budgets and limits', () => {
  it('stops when the day’s calls are used up and says until when', async () => {
    await using site = await startEbayFakeServer(rows)
    const { ctx } = world(site.baseUrl, { spend: async (budget) => !budget.startsWith('ebay-browse') })
    const page = await ebay.search(request, null, ctx)
    expect(page).toMatchObject({ outcome: 'rate-limited', listings: [], retryAfterMs: 21 * 3_600_000 })
    expect(site.requests.every((sent) => sent.url.pathname.endsWith('/token'))).toBe(true)
  })

  it('waits until both our day and California’s have begun anew', () => {
    const hours = (iso: string) => resetMs(new Date(iso)) / 3_600_000
    expect(hours('2026-11-22T03:00:00Z')).toBe(21)
    expect(hours('2026-11-22T20:00:00Z')).toBe(12)
    expect(hours('2026-11-22T08:00:00Z')).toBe(24)
  })

  it('reads 429, with and without Retry-After', async () => {
    const errors = [{ errorId: 2001, domain: 'ACCESS', message: 'The request limit has been reached.' }]
    expect(await searchOnce({ errors }, 429)).toMatchObject({
      outcome: 'rate-limited',
      retryAfterMs: 21 * 3_600_000,
    })
    const passing = await searchOnce({}, 429)
    expect(passing.outcome).toBe('rate-limited')
    expect(passing.retryAfterMs).toBeUndefined()
  })
})
