import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../../app/config.ts'
import type { MarketplaceContext } from '../../contract.ts'
import { now, world } from '../test-kit.ts'
import { ebayAccounts } from './account.ts'
import { type EbayAccountServer, startEbayAccountServer } from './fake-server.ts'
import { accountOptions, scopesOf } from './options.ts'

const base = 'https://api.ebay.com/oauth/api_scope'
const identity = `${base}/commerce.identity.readonly`

let site: EbayAccountServer
beforeAll(async () => {
  site = await startEbayAccountServer()
  site.acceptUrl = 'http://127.0.0.1:1/return'
})
afterAll(() => site[Symbol.asyncDispose]())
beforeEach(() => {
  site.isAway = false
  site.slowMs = 0
})

function calls(options: Record<string, string> = {}, more: Partial<MarketplaceContext> = {}) {
  const keys = { EBAY_CLIENT_ID: 'id', EBAY_CLIENT_SECRET: 'app-secret', EBAY_RUNAME: site.ruName }
  return world(undefined, { options: { ...keys, EBAY_BASE_URL: site.baseUrl, ...options }, ...more })
}

async function codeFor(scopes: string[]): Promise<string> {
  const { options } = calls().ctx
  const back = await site.decide(ebayAccounts.consentUrl('state', scopes, options), true)
  return new URL(back).searchParams.get('code')!
}

describe('the address of the consent', () => {
  it('is that of the environment, and says what is asked for to the letter', () => {
    const of = (options: Record<string, string>) =>
      ebayAccounts.consentUrl('a state', [base, identity], {
        EBAY_CLIENT_ID: 'id',
        EBAY_RUNAME: 'Ru',
        ...options,
      })
    expect(of({})).toBe(
      `https://auth.ebay.com/oauth2/authorize?client_id=id&redirect_uri=Ru&response_type=code&scope=${encodeURIComponent(`${base} ${identity}`)}&state=a%20state`,
    )
    expect(of({ EBAY_ENVIRONMENT: 'sandbox' })).toMatch(
      /^https:\/\/auth\.sandbox\.ebay\.com\/oauth2\/authorize\?/,
    )
  })

  it('asks for what is public only, unless more is set', () => {
    expect(scopesOf({})).toEqual([base])
    expect(scopesOf({ EBAY_SCOPES: ['sell.inventory', 'sell.inventory'] })).toEqual([
      base,
      `${base}/sell.inventory`,
    ])
  })

  it('says which option is missing', () => {
    expect(ebayAccounts.unavailable({})).toContain('EBAY_CLIENT_ID')
    const keys = { EBAY_CLIENT_ID: 'id', EBAY_CLIENT_SECRET: 'x' }
    expect(ebayAccounts.unavailable(keys)).toContain('EBAY_RUNAME')
    expect(ebayAccounts.unavailable({ ...keys, EBAY_RUNAME: 'Ru' })).toBeNull()
  })
})

it('options that cannot be meant are refused at the start, without showing what is secret', () => {
  const load = (env: Record<string, string>) =>
    loadConfig({ env, adapterOptions: accountOptions, cwd: import.meta.dirname })
  for (const env of [
    { EBAY_RUNAME: 'https://deals.example/return' },
    { EBAY_SCOPES: 'sell.inventory,https://api.ebay.com/oauth/api_scope' },
    { EBAY_DELETION_URL: 'http://deals.example/x' },
    { EBAY_DELETION_TOKEN: 'too-short' },
    { EBAY_DELETION_TOKEN: `${'x'.repeat(40)}!` },
    { EBAY_ENVIRONMENT: 'live' },
  ] as Record<string, string>[])
    expect(() => load(env)).toThrow(Object.keys(env)[0])
  expect(() => load({ EBAY_DELETION_TOKEN: 'hush' })).toThrow(/^(?!.*hush)/s)
  expect(load({ EBAY_DELETION_TOKEN: 'x'.repeat(80) }).adapters.EBAY_DELETION_TOKEN).toHaveLength(80)
})

describe('a code, and later a refresh token', () => {
  it('is exchanged once as eBay has it: by Basic auth, as a form, with the RuName', async () => {
    const { ctx, spent } = calls()
    const code = await codeFor([base, identity])
    const grant = await ebayAccounts.exchange(code, [base, identity], ctx)
    expect(grant).toMatchObject({
      accessExpiresAt: new Date(now.getTime() + 7_200_000),
      refreshExpiresAt: new Date(now.getTime() + 47_304_000_000),
      remote: { id: site.person.userId, name: site.person.username },
    })
    const sent = site.requests.find(({ body }) => body.includes('authorization_code'))!
    expect(sent.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(sent.body))).toEqual({
      ...{ grant_type: 'authorization_code', code, redirect_uri: site.ruName },
    })
    expect(spent.map((budget) => budget.replace(/-[0-9a-f]{12}$/, ''))).toEqual([
      'ebay-token-authorization_code',
    ])
    expect(await ebayAccounts.exchange(code, [base], ctx)).toMatchObject({ outcome: 'refused' })
    if ('outcome' in grant) throw new Error(grant.reason)
    const renewal = await ebayAccounts.renew(grant.refreshToken, ctx)
    expect(renewal).toMatchObject({ accessExpiresAt: new Date(now.getTime() + 7_200_000) })
    expect(renewal).not.toHaveProperty('refresh')
  })

  it('connects also where eBay does not say whose account it is, and does not ask without the scope', async () => {
    const withoutScope = await ebayAccounts.exchange(await codeFor([base]), [base, identity], calls().ctx)
    expect(withoutScope).toMatchObject({ remote: null, refreshToken: expect.any(String) })
    const asked = site.requests.length
    expect(await ebayAccounts.exchange(await codeFor([base]), [base], calls().ctx)).toMatchObject({
      remote: null,
    })
    expect(
      site.requests.slice(asked).filter(({ url }) => url.pathname.includes('/identity/v1/user')),
    ).toEqual([])
  })

  it('is refused by one word of eBay alone: keys, limits, outages and silence say nothing of it', async () => {
    expect(await ebayAccounts.renew('made up', calls().ctx)).toMatchObject({ outcome: 'refused' })
    const away = { outcome: 'away', reason: expect.stringMatching(/^\S.{10,}\.$/s) }
    expect(await ebayAccounts.renew('x', calls({ EBAY_CLIENT_SECRET: 'wrong' }).ctx)).toEqual(away)
    expect(await ebayAccounts.renew('x', calls({ EBAY_CLIENT_SECRET: '' }).ctx)).toEqual(away)
    expect(await ebayAccounts.renew('x', calls({}, { spend: async () => false }).ctx)).toMatchObject(away)
    expect(await ebayAccounts.renew('x', calls({ EBAY_BASE_URL: 'http://127.0.0.1:1' }).ctx)).toEqual(away)
    site.slowMs = 500
    const { ctx } = calls({}, { signal: AbortSignal.timeout(50) })
    expect(await ebayAccounts.renew('x', ctx)).toEqual({ ...away, reason: 'eBay did not answer in time.' })
    site.isAway = true
    expect(await ebayAccounts.renew('x', calls().ctx)).toEqual(away)
  })
})
