import { describe, expect, it } from 'vitest'
import { type Caller, type OwnNames, refusalOf } from './http-callers.ts'

const own: OwnNames = { names: ['127.0.0.1', 'localhost', '[::1]'], publicOrigin: null }
const proxied: OwnNames = { names: [...own.names, 'deals.example'], publicOrigin: 'https://deals.example' }
const direct: Caller = {
  method: 'POST',
  hosts: ['127.0.0.1:3000'],
  origin: undefined,
  fetchSite: undefined,
  localPort: 3000,
}
const statusOf = (caller: Partial<Caller>, names = own, tokenIsProof = false) =>
  refusalOf({ ...direct, ...caller }, names, { tokenIsProof })?.status ?? null

describe('an extension of a browser', () => {
  const from = (origin: string, extensionMay: boolean) =>
    refusalOf({ ...direct, origin, fetchSite: 'cross-site' }, own, { extensionMay })?.status ?? null

  it('may write where a route lets extensions write, and nowhere else', () => {
    for (const origin of [
      'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
      'moz-extension://0f0f0f0f-0000-4000-8000-0f0f0f0f0f0f',
    ]) {
      expect([origin, from(origin, true)]).toEqual([origin, null])
      expect([origin, from(origin, false)]).toEqual([origin, 403])
    }
  })

  it('is nobody who only says so: pages of sites stay out', () => {
    for (const origin of [
      ...['https://chrome-extension.example', 'chrome-extension://', 'null', 'file://'],
      ...['https://a.example/chrome-extension://abc', 'chrome-extension://abc/', 'xchrome-extension://abc'],
    ])
      expect([origin, from(origin, true)]).toEqual([origin, 403])
  })
})

describe('an origin', () => {
  it.each<[string, Partial<Caller>, OwnNames]>([
    ['of this very server', { origin: 'http://127.0.0.1:3000' }, own],
    ['by another of its names', { hosts: ['localhost:3000'], origin: 'http://localhost:3000' }, own],
    ['of IPv6', { hosts: ['[::1]:3000'], origin: 'http://[::1]:3000' }, own],
    ['on port 80', { hosts: ['localhost'], origin: 'http://localhost', localPort: 80 }, own],
    [
      'of a proxy that keeps the host',
      { hosts: ['deals.example'], origin: 'https://deals.example' },
      proxied,
    ],
    [
      'of a proxy that spells its port out',
      { hosts: ['deals.example:443'], origin: 'https://deals.example' },
      proxied,
    ],
    ['of a proxy that writes its own host', { origin: 'https://deals.example' }, proxied],
    ['of a tunnel with TLS', { hosts: ['localhost:8443'], origin: 'https://localhost:8443' }, own],
    ['beside the public address', { origin: 'http://127.0.0.1:3000' }, proxied],
  ])('%s may write', (_, caller, names) => {
    expect(statusOf(caller, names)).toBeNull()
  })

  it.each<[string, Partial<Caller>, OwnNames]>([
    ['with another port', { origin: 'http://127.0.0.1:3001' }, own],
    ['without the port', { origin: 'http://127.0.0.1' }, own],
    ['by another name of the same machine', { origin: 'http://localhost:3000' }, own],
    ['with a scheme that is not spoken here', { origin: 'https://127.0.0.1:3000' }, own],
    [
      'with another scheme than the public address',
      { hosts: ['deals.example'], origin: 'http://deals.example' },
      proxied,
    ],
    [
      'with another port than the public address',
      { hosts: ['deals.example'], origin: 'https://deals.example:8443' },
      proxied,
    ],
    ['with a user name', { origin: 'http://x@127.0.0.1:3000' }, own],
    ['with a path', { origin: 'http://127.0.0.1:3000/' }, own],
    ['twice', { origin: 'http://127.0.0.1:3000, http://127.0.0.1:3000' }, own],
    ['that is none', { origin: 'null' }, own],
    ['that is empty', { origin: '' }, own],
    ['of a file', { origin: 'file://' }, own],
  ])('%s may not', (_, caller, names) => {
    expect(statusOf(caller, names)).toBe(403)
  })
})

describe('a route whose address holds a sealed token', () => {
  it('is open to a document without an origin, and to no other web site', () => {
    expect(statusOf({ origin: 'null', fetchSite: 'cross-site' }, own, true)).toBeNull()
    expect(statusOf({ origin: 'null', fetchSite: 'same-origin' }, own, true)).toBeNull()
    expect(statusOf({}, own, true)).toBeNull()
    expect(statusOf({ origin: 'https://evil.example' }, own, true)).toBe(403)
    expect(statusOf({ fetchSite: 'cross-site' }, own, true)).toBe(403)
  })

  it('answers under the names of this server only', () => {
    expect(statusOf({ origin: 'null', hosts: ['evil.example'] }, own, true)).toBe(421)
    expect(statusOf({ origin: 'null', hosts: [] }, own, true)).toBe(400)
  })
})
