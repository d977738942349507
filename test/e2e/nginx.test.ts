import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type ConnectionOptions, connect, createServer as createTlsServer, getCiphers } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { claimedHouse, goodPassword, type House } from '../../server/accounts/test-kit.ts'
import { type Authority, makeAuthority, noOpenssl, opensslPath } from '../harness/certificates.ts'
import {
  type AskedThroughNginx,
  askThroughNginx,
  type Nginx,
  nginxConfiguration,
  nginxPath,
  noNginx,
  startNginx,
} from '../harness/nginx.ts'
import { until } from '../harness/until.ts'

const name = 'deals.example'
const why = nginxPath === null ? noNginx : opensslPath === null ? noOpenssl : null
const skipped = (context: TestContext) => context.skip(why !== null, why ?? '')

let authority: Authority
let house: House
let nginx: Nginx
beforeAll(async () => {
  if (why !== null) return
  authority = makeAuthority()
  house = await claimedHouse({
    env: { DEAL_SCOUT_BASE_URL: `https://${name}`, DEAL_SCOUT_TRUSTED_PROXIES: '127.0.0.1' },
  })
  nginx = await startNginx(house.address, authority.issue({ serverNames: `DNS:${name}` }))
})
afterAll(async () => {
  await nginx?.[Symbol.asyncDispose]()
  await house?.[Symbol.asyncDispose]()
  authority?.[Symbol.dispose]()
})

interface Answer {
  status: number
  headers: IncomingMessage['headers']
  text: string
}

const ask = async (path: string, asked?: AskedThroughNginx) =>
  read(await askThroughNginx(nginx, { name, ca: authority.cert }, path, asked))

async function read(answer: IncomingMessage): Promise<Answer> {
  let text = ''
  for await (const part of answer.setEncoding('utf8')) text += part
  return { status: answer.statusCode!, headers: answer.headers, text }
}

/** By http. */
async function askPlainly(host: string, path: string): Promise<Answer> {
  const options = { host: '127.0.0.1', port: nginx.httpPort, path, headers: { host }, agent: false }
  const [answer] = (await once(httpRequest(options).end(), 'response')) as [IncomingMessage]
  return read(answer)
}

async function signIn(asked: AskedThroughNginx = {}): Promise<Answer> {
  return ask('/api/auth/sign-in', {
    method: 'POST',
    ...asked,
    headers: { 'content-type': 'application/json', origin: `https://${name}`, ...asked.headers },
    body: JSON.stringify({ email: 'owner@example.com', password: goodPassword }),
  })
}

const cookiesOf = ({ headers }: Answer) =>
  (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')

/** What a page of ours sends that is signed in by these. */
const asPage = (cookie: string) => ({
  ...{ cookie, origin: `https://${name}`, 'x-csrf-token': /\.csrf=([^;]+)/.exec(cookie)![1]! },
})

/** The cipher that is agreed on with this; null where the server refuses. */
async function handshake(port: number, options: ConnectionOptions): Promise<string | null> {
  const socket = connect({
    ...{ host: '127.0.0.1', port, servername: name, ca: authority.cert },
    ...options,
  })
  try {
    await once(socket, 'secureConnect')
    return `${socket.getProtocol()} ${socket.getCipher().name}`
  } catch {
    return null
  } finally {
    socket.destroy()
  }
}

describe('the nginx configuration', () => {
  it('speaks TLS 1.2 and 1.3 and nothing older', async (context) => {
    skipped(context)
    const old = (version: 'TLSv1' | 'TLSv1.1'): ConnectionOptions => ({
      ...{ minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' },
    })
    const { key, cert } = authority.issue({ serverNames: `DNS:${name}` })
    const lax = createTlsServer({ key, cert, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' })
    await once(lax.listen(0, '127.0.0.1'), 'listening')
    for (const version of ['TLSv1', 'TLSv1.1'] as const) {
      // That this client can speak it shows a server that lets it.
      expect(await handshake((lax.address() as AddressInfo).port, old(version))).toMatch(`${version} `)
      expect(await handshake(nginx.tlsPort, old(version))).toBeNull()
    }
    lax.close()
    expect(await handshake(nginx.tlsPort, { maxVersion: 'TLSv1.2' })).toMatch(/^TLSv1\.2 /)
    expect(await handshake(nginx.tlsPort, {})).toMatch(/^TLSv1\.3 /)
  })

  it('takes only suites with forward secrecy and authenticated encryption, of all that a client may offer', async (context) => {
    skipped(context)
    const offered = getCiphers().filter((one) => !one.startsWith('tls_'))
    expect(offered.length).toBeGreaterThan(30)
    const taken: string[] = []
    for (const cipher of offered) {
      const agreed = await handshake(nginx.tlsPort, {
        ...{ maxVersion: 'TLSv1.2', ciphers: `${cipher.toUpperCase()}@SECLEVEL=0` },
      }).catch(() => null)
      if (agreed !== null) taken.push(agreed)
    }
    expect(taken.length).toBeGreaterThan(2)
    for (const one of taken)
      expect(one).toMatch(/^TLSv1\.2 ECDHE-ECDSA-(?:AES\d+-GCM-SHA\d+|CHACHA20-POLY1305)$/)
    for (const cipher of getCiphers().filter((one) => one.startsWith('tls_aes_128_ccm')))
      expect(
        await handshake(nginx.tlsPort, { minVersion: 'TLSv1.3', ciphers: cipher.toUpperCase() }),
      ).toBeNull()
  })

  it('shows the certificate that it was given, of an authority that browsers know, which a client refuses that knows another or asks for another name', async (context) => {
    skipped(context)
    expect(await handshake(nginx.tlsPort, {})).not.toBeNull()
    using stranger = makeAuthority()
    expect(await handshake(nginx.tlsPort, { ca: stranger.cert })).toBeNull()
    expect(await handshake(nginx.tlsPort, { servername: 'other.example' })).toBeNull()
  })

  it('sends who comes by http to https, at the name that is set and no other', async (context) => {
    skipped(context)
    for (const host of [name, 'evil.example']) {
      const answer = await askPlainly(host, '/deals?sort=score')
      expect([answer.status, answer.headers.location]).toEqual([308, `https://${name}/deals?sort=score`])
    }
  })

  it('leads to the program and nowhere else, and reads no files but those of the certificate’s renewal', async (context) => {
    const text = readFileSync(nginxConfiguration, 'utf8').replaceAll(/^\s*#.*$/gm, '')
    const reaching = /^\s*((?:\w+_pass|resolver|root|alias|include|try_files|mirror|auth_request)\b[^;]*)/gm
    expect([...text.matchAll(reaching)].map(([, directive]) => directive)).toEqual([
      'root /var/www/acme',
      ...Array(4).fill('proxy_pass http://deal_scout'),
    ])
    skipped(context)
    for (const path of [
      '/.well-known/acme-challenge/../../../../etc/passwd',
      '/..%2f..%2fetc/passwd',
      '//etc/passwd',
    ]) {
      for (const answer of [await ask(path), await askPlainly(name, path)])
        expect([path, answer.status >= 300, answer.text]).toEqual([
          path,
          true,
          expect.not.stringContaining('root:'),
        ])
    }
    // An address in the line of a request is no order to fetch it.
    expect((await ask('http://169.254.169.254/latest/meta-data')).status).toBeGreaterThan(399)
  })

  it('lets people sign in, with cookies of this very host for TLS alone, and says once that http is over', async (context) => {
    skipped(context)
    const answer = await signIn()
    expect([answer.status, answer.text]).toEqual([204, ''])
    const set = answer.headers['set-cookie'] ?? []
    expect(set.length).toBeGreaterThan(0)
    for (const cookie of set) expect(cookie).toMatch(/^__Host-deal-scout\.[^;]+;.*; Secure/)
    const rules = await ask('/api/rules', { headers: { cookie: cookiesOf(answer) } })
    expect([rules.status, JSON.parse(rules.text)]).toEqual([200, expect.objectContaining({ items: [] })])
    expect((await ask('/api/rules')).status).toBe(401)
    expect(rules.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(rules.headers.server).toBe('nginx')
    const foreign = await signIn({ headers: { origin: 'https://evil.example' } })
    expect(foreign.status).toBe(403)
    const elsewhere = await ask('/api/rules', { headers: { host: 'evil.example' } })
    expect(elsewhere.status).toBe(421)
  })

  it('hands on where a request comes from, whatever that says of itself, and only the proxy is believed', async (context) => {
    skipped(context)
    const lies = {
      'x-forwarded-for': '203.0.113.9, 127.0.0.1',
      forwarded: 'for=203.0.113.9',
      'x-real-ip': '203.0.113.9',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
    }
    const seen = async () => {
      const { rows } = await house.test.app.db.query<{ address: string }>(
        `SELECT ip_address AS address FROM sessions ORDER BY id DESC LIMIT 1`,
      )
      return rows[0]!.address
    }
    expect((await signIn({ from: '127.0.0.7' })).status).toBe(204)
    expect(await seen()).toBe('127.0.0.7')
    expect((await signIn({ from: '127.0.0.8', headers: lies })).status).toBe(204)
    expect(await seen()).toBe('127.0.0.8')
    // Past the proxy, from an address that is not the proxy's.
    const { port } = new URL(house.address)
    const sent = httpRequest({
      ...{ host: '127.0.0.1', port, path: '/api/auth/sign-in', method: 'POST', localAddress: '127.0.0.9' },
      ...{ agent: false, headers: { host: name, 'content-type': 'application/json', ...lies } },
    })
    sent.end(JSON.stringify({ email: 'owner@example.com', password: goodPassword }))
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    answer.resume()
    expect(answer.statusCode).toBe(204)
    expect(await seen()).toBe('127.0.0.9')
  })

  it('has no token of a feed, a link or a query in its logs, not even of what fails', async (context) => {
    skipped(context)
    const cookie = cookiesOf(await signIn())
    const made = await ask('/api/me/feed', {
      method: 'POST',
      headers: asPage(cookie),
    })
    const feed = new URL((JSON.parse(made.text) as { rss: string }).rss)
    const token = feed.pathname.split('/').at(-1)!.replace('.rss', '')
    expect(token.length).toBeGreaterThan(20)
    const secrets = [token, 'RESETtoken12345', 'CONFIRMtoken12345', 'QUERYtoken12345', 'BAREtoken12345']
    expect((await ask(feed.pathname)).status).toBe(200)
    await ask('/account/reset/RESETtoken12345', { headers: { referer: `https://${name}/x/RESETtoken12345` } })
    await ask('/api/confirm/1/CONFIRMtoken12345')
    await ask('/api/rules?token=QUERYtoken12345')
    await ask('/BAREtoken12345')
    // Nobody is there any more: an upstream error.
    await using gone = await startNginx('http://127.0.0.1:9', authority.issue({ serverNames: `DNS:${name}` }))
    const before = nginx
    nginx = gone
    expect((await ask(feed.pathname)).status).toBe(502)
    nginx = before
    await until(async () => nginx.logs().access.includes(' /api/confirm '))
    await until(async () => gone.logs().access.includes(' 502 '))
    const all = [nginx, gone].flatMap((one) => Object.values(one.logs())).join('\n')
    for (const path of [' /feeds ', ' /account/reset ', ' /api/rules ', ' /api/auth ', ' 502 '])
      expect(all).toContain(path)
    for (const secret of secrets) expect(all).not.toContain(secret)
  })

  it('holds up neither a stream of events nor an upload, and takes as large a body as the program does', async (context) => {
    skipped(context)
    const streams: { request: IncomingMessage; response: ServerResponse }[] = []
    const upstream = createServer((request, response) => void streams.push({ request, response }))
    await once(upstream.listen(0, '127.0.0.1'), 'listening')
    const certificate = authority.issue({ serverNames: `DNS:${name}` })
    await using front = await startNginx(
      `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`,
      certificate,
    )
    const send = (headers: Record<string, string> = {}, method = 'GET') =>
      request({
        ...{ host: '127.0.0.1', port: front.tlsPort, servername: name, ca: authority.cert, method },
        ...{ agent: false, headers: { host: name, ...headers } },
      })
    const listening = send({ accept: 'text/event-stream' }).end()
    const told = once(listening, 'response') as Promise<[IncomingMessage]>
    const { response } = await until(async () => streams.at(0))
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
    const [events] = await told
    const [first] = (await once(events.setEncoding('utf8'), 'data')) as [string]
    expect(first).toBe('data: 1\n\n')
    response.end()
    const upload = send({ 'content-length': String(512 * 1024 * 1024) }, 'POST')
    upload.on('error', () => {})
    upload.write('the first bytes')
    const arrived = await until(async () => streams.at(1))
    const [bytes] = (await once(arrived.request, 'data')) as [Buffer]
    expect(bytes.toString()).toBe('the first bytes')
    upload.destroy()
    const larger = send({ 'content-length': String(514 * 1024 * 1024) }, 'POST')
    larger.on('error', () => {})
    larger.flushHeaders()
    const [refused] = (await once(larger, 'response')) as [IncomingMessage]
    expect(refused.statusCode).toBe(413)
    larger.destroy()
    upstream.closeAllConnections()
    upstream.close()
  })
})

it('the Caddyfile has the same limits and upstream, and keeps no log that tokens could be in', () => {
  const text = readFileSync(join(import.meta.dirname, '../../deploy/caddy/Caddyfile'), 'utf8')
  expect(text).toContain('reverse_proxy 127.0.0.1:3000')
  expect(text).toContain('max_size 513MiB')
  expect(text).not.toMatch(/^\s*(?:log\b|protocols\b|tls\b|trusted_proxies\b)/m)
})
