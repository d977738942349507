import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type RequestListener } from 'node:http'
import { connect as connectHttp2 } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest'
import { pagesConf } from '../../deploy/nginx/pages.ts'
import { claimedHouse, type House } from '../../server/accounts/test-kit.ts'
import { problemCodes } from '../../server/core/problem-codes.ts'
import {
  type Authority,
  type Certificate,
  makeAuthority,
  noOpenssl,
  opensslPath,
} from '../harness/certificates.ts'
import {
  type AskedThroughNginx,
  askThroughNginx,
  type Nginx,
  nginxPath,
  noNginx,
  startNginx,
} from '../harness/nginx.ts'
import { freePort } from '../harness/port.ts'

const name = 'deals.example'
const why = nginxPath === null ? noNginx : opensslPath === null ? noOpenssl : null
const skipped = (context: TestContext) => context.skip(why !== null, why ?? '')

let authority: Authority
let certificate: Certificate
beforeAll(() => {
  if (why !== null) return
  authority = makeAuthority()
  certificate = authority.issue({ serverNames: `DNS:${name}` })
})
afterAll(() => authority?.[Symbol.dispose]())

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  raw: string[]
  text: string
}

async function ask(nginx: Nginx, path: string, asked?: AskedThroughNginx): Promise<Answer> {
  const answer = await askThroughNginx(nginx, { name, ca: authority.cert }, path, asked)
  const raw = answer.rawHeaders.filter((_, n) => n % 2 === 0).map((one) => one.toLowerCase())
  return { status: answer.statusCode!, headers: answer.headers, raw, text: await text(answer) }
}

interface Upstream extends AsyncDisposable {
  address: string
  port: number
  asked: IncomingMessage[]
}

/** In the place of Deal Scout. */
async function upstream(answer: RequestListener, port = 0): Promise<Upstream> {
  const asked: IncomingMessage[] = []
  const server = createServer((incoming, outgoing) => {
    asked.push(incoming)
    answer(incoming, outgoing)
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  const at = server.address() as AddressInfo
  return {
    ...{ address: `http://127.0.0.1:${at.port}`, port: at.port, asked },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const isPage = { accept: 'text/html' }

it('speaks HTTP/2 to who offers it', async (context) => {
  skipped(context)
  await using one = await upstream((_, answer) => void answer.end('well'))
  await using nginx = await startNginx(one.address, certificate)
  const session = connectHttp2(`https://127.0.0.1:${nginx.tlsPort}`, { servername: name, ca: authority.cert })
  try {
    const stream = session.request({ ':path': '/', ':authority': name })
    const [headers] = (await once(stream, 'response')) as [{ ':status': number }]
    expect([session.alpnProtocol, headers[':status'], await text(stream)]).toEqual(['h2', 200, 'well'])
    expect(one.asked[0]!.headers.host).toBe(name)
  } finally {
    session.destroy()
  }
})

it('says each header once, packs what Deal Scout packs, and keeps assets while Deal Scout is away', async (context) => {
  skipped(context)
  const env = { DEAL_SCOUT_BASE_URL: `https://${name}`, DEAL_SCOUT_TRUSTED_PROXIES: '127.0.0.1' }
  const house: House = await claimedHouse({ env })
  await using nginx = await startNginx(house.address, certificate)
  let isOpen = true
  try {
    const packed = { 'accept-encoding': 'gzip;q=0.5, br, zstd' }
    const page = await ask(nginx, '/deals', { headers: { ...isPage, ...packed } })
    const script = /"(\/assets\/index-[^"]+\.js)"/.exec(
      (await ask(nginx, '/deals', { headers: isPage })).text,
    )![1]!
    const seen = [
      page,
      await ask(nginx, '/account/sign-in', { headers: isPage }),
      await ask(nginx, '/api/rules', { headers: packed }),
      await ask(nginx, '/account/style.css', { headers: packed }),
      await ask(nginx, script, { headers: packed }),
    ]
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 401, 200, 200])
    for (const { raw } of seen) {
      const once = raw.filter((header) => header !== 'set-cookie')
      expect(once.filter((header, n) => once.indexOf(header) !== n)).toEqual([])
      expect(raw).toContain('content-security-policy')
      expect(raw).toContain('strict-transport-security')
    }
    expect(seen.slice(3).map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'br'])
    const refusing = { 'accept-encoding': 'br;q=0, gzip' }
    expect((await ask(nginx, script, { headers: refusing })).headers['content-encoding']).toBe('gzip')
    const plain = await ask(nginx, script)
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.headers['cache-control']).toMatch(/max-age=31536000, immutable/)

    await house[Symbol.asyncDispose]()
    isOpen = false
    const kept = await ask(nginx, script)
    expect([kept.status, kept.text === plain.text]).toEqual([200, true])
    expect((await ask(nginx, '/api/rules')).status).toBe(502)
  } finally {
    if (isOpen) await house[Symbol.asyncDispose]()
  }
})

it('leaves a process that does not answer for the one that does, whatever is asked for, and comes back to it', async (context) => {
  skipped(context)
  const port = await freePort()
  await using stays = await upstream((_, answer) => void answer.end('stays'))
  await using nginx = await startNginx([`http://127.0.0.1:${port}`, stays.address], certificate)
  const answers = async () => {
    const got: string[] = []
    for (let n = 0; n < 10; n++)
      got.push((await ask(nginx, '/api/rules', n % 2 ? { method: 'POST', body: '{}' } : {})).text)
    return new Set(got)
  }
  expect(await answers()).toEqual(new Set(['stays']))
  await using back = await upstream((_, answer) => void answer.end('back'), port)
  await expect.poll(answers, { timeout: 30_000, interval: 500 }).toEqual(new Set(['stays', 'back']))
  // A request that was sent and not answered is not sent twice, where that might do something twice.
  const before = back.asked.length + stays.asked.length
  await using mute = await upstream((incoming) => void incoming.socket.destroy())
  await using other = await startNginx([mute.address, mute.address], certificate)
  const posted = await ask(other, '/api/rules', { method: 'POST', body: '{}' })
  expect([posted.status, mute.asked.length]).toEqual([502, 1])
  expect(back.asked.length + stays.asked.length).toBe(before)
})

it('asks both releases for an asset while they are replaced', async (context) => {
  skipped(context)
  const of =
    (own: string): RequestListener =>
    ({ url }, answer) => {
      answer.writeHead(url === own ? 200 : 404, {
        'cache-control': url === own ? 'public, max-age=9' : 'no-store',
      })
      answer.end(url === own ? own : 'not here')
    }
  await using old = await upstream(of('/assets/old.js'))
  await using next = await upstream(of('/assets/next.js'))
  await using nginx = await startNginx([old.address, next.address], certificate)
  for (const path of ['/assets/old.js', '/assets/next.js', '/assets/next.js', '/assets/old.js'])
    expect((await ask(nginx, path)).text).toBe(path)
  expect((await ask(nginx, '/assets/neither.js')).status).toBe(404)
})

it('shows people a page in the look of the app and their language, and programs a problem, where Deal Scout does not answer', async (context) => {
  skipped(context)
  await using nginx = await startNginx(`http://127.0.0.1:${await freePort()}`, certificate)
  for (const [language, title] of [
    ['de-DE,de;q=0.9', 'Gleich wieder da'],
    ['fr', 'Back in a moment'],
  ] as const) {
    const away = await ask(nginx, '/deals', { headers: { ...isPage, 'accept-language': language } })
    expect([away.status, away.headers['retry-after'], away.headers['cache-control']]).toEqual([
      502,
      '5',
      'no-store',
    ])
    expect(away.text).toContain(`<h1>${title}</h1>`)
    expect(away.headers['content-type']).toBe('text/html; charset=utf-8')
    // Its style is the one that its policy allows.
    const style = /<style>(.*)<\/style>/.exec(away.text)![1]!
    const digest = createHash('sha256').update(style).digest('base64')
    expect(away.headers['content-security-policy']).toContain(`style-src 'sha256-${digest}'`)
    expect(style).toContain('light-dark(#f4f1e9,#14130f)')
  }
  const posted = await ask(nginx, '/api/rules', { method: 'POST', body: '{}' })
  expect([posted.status, posted.headers['content-type']]).toEqual([502, 'application/problem+json'])
  expect(JSON.parse(posted.text)).toMatchObject({ code: 'program-away', status: 502 })
  const large = await ask(nginx, '/api/imports', {
    ...{ method: 'POST', headers: { 'content-length': String(514 * 1024 * 1024) } },
  })
  expect(JSON.parse(large.text)).toMatchObject({ code: 'body-too-large', status: 413 })
  const { raw } = posted
  expect(raw.filter((header, n) => raw.indexOf(header) !== n)).toEqual([])
})

it('waits for an answer for as long as its file says, and then does not ask anew whether it was done', async (context) => {
  skipped(context)
  await using slow = await upstream(() => {})
  await using nginx = await startNginx(slow.address, certificate, { readTimeout: '300ms' })
  const posted = await ask(nginx, '/api/rules', { method: 'POST', body: '{}' })
  expect([JSON.parse(posted.text).code, posted.status, slow.asked.length]).toEqual(['program-slow', 504, 1])
  const page = await ask(nginx, '/deals', { headers: isPage })
  expect([page.status, page.text]).toEqual([504, expect.stringContaining('<h1>That takes long</h1>')])
})

it('leaves Deal Scout’s own errors as they are', async (context) => {
  skipped(context)
  await using busy = await upstream((_, answer) => {
    answer.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '7' })
    answer.end('{"code":"overloaded"}')
  })
  await using nginx = await startNginx(busy.address, certificate)
  for (const path of ['/', '/api/rules', '/api/imports', '/mcp']) {
    const answer = await ask(nginx, path)
    expect([answer.status, answer.headers['retry-after'], answer.text]).toEqual([
      503,
      '7',
      '{"code":"overloaded"}',
    ])
  }
})

it('tells everybody of maintenance for as long as a file is there, without a reload', async (context) => {
  skipped(context)
  await using one = await upstream((_, answer) => void answer.end('well'))
  await using nginx = await startNginx(one.address, certificate)
  expect((await ask(nginx, '/deals')).status).toBe(200)
  writeFileSync(nginx.maintenance, '')
  const page = await ask(nginx, '/deals', { method: 'POST', body: 'a=b' })
  expect([page.status, page.headers['retry-after']]).toEqual([503, '60'])
  expect(page.text).toContain('<h1>Being worked on</h1>')
  for (const path of ['/api/rules', '/api/imports', '/mcp'])
    expect(JSON.parse((await ask(nginx, path)).text)).toMatchObject({ code: 'maintenance', status: 503 })
  expect(one.asked.length).toBe(1)
  rmSync(nginx.maintenance)
  expect((await ask(nginx, '/deals')).status).toBe(200)
})

it('lets nobody at what is for operators', async (context) => {
  skipped(context)
  await using one = await upstream((_, answer) => void answer.end('figures'))
  await using nginx = await startNginx(one.address, certificate)
  for (const path of [
    '/metrics',
    '/livez',
    '/readyz',
    '/healthz',
    '/metrics/',
    '//metrics',
    '/%6detrics',
    '/a/../metrics',
  ])
    expect([path, (await ask(nginx, path)).status]).toEqual([path, 404])
  expect(one.asked).toEqual([])
})

it('stops a flood from one address, at the ways in sooner, and nobody else', async (context) => {
  skipped(context)
  await using one = await upstream((_, answer) => void answer.end('well'))
  await using nginx = await startNginx(one.address, certificate)
  const flood = async (path: string, count: number, from: string) => {
    const answers = await Promise.all(
      Array.from({ length: count }, () => ask(nginx, path, { from, method: 'POST' })),
    )
    return answers.filter(({ status }) => status === 429)
  }
  const refused = await flood('/api/auth/sign-in', 60, '127.0.0.5')
  expect(refused.length).toBeGreaterThan(10)
  expect(JSON.parse(refused[0]!.text)).toMatchObject({ code: 'too-many-requests', status: 429 })
  expect(refused[0]!.headers['retry-after']).toBe('2')
  // As many again: on a slow machine some of what was let in is long over.
  expect((await flood('/account/sign-in', 60, '127.0.0.5'))[0]?.text).toContain('<h1>Too fast</h1>')
  expect(await flood('/api/auth/sign-in', 20, '127.0.0.6')).toEqual([])
  // What a page of deals asks for at once is no flood.
  expect(await flood('/api/deals', 120, '127.0.0.5')).toEqual([])
})

it('believes a balancer before it of whom it comes from, and nobody else', async (context) => {
  skipped(context)
  const conf = readFileSync(join(import.meta.dirname, '../../deploy/nginx/real-ip.conf'), 'utf8')
  expect(conf).toContain('10.0.0.0/8')
  await using one = await upstream((_, answer) => void answer.end('well'))
  await using nginx = await startNginx(one.address, certificate, {
    more: conf.replace('10.0.0.0/8', '127.0.0.32/28'),
  })
  const told = async (from: string, said: string) => {
    await ask(nginx, '/', { from, headers: { 'x-forwarded-for': said } })
    return one.asked.at(-1)!.headers['x-forwarded-for']
  }
  expect(await told('127.0.0.33', '198.51.100.9, 203.0.113.7')).toBe('203.0.113.7')
  expect(await told('127.0.0.33', '203.0.113.7, 127.0.0.34')).toBe('203.0.113.7')
  expect(await told('127.0.0.2', '203.0.113.7')).toBe('127.0.0.2')
})

it('what it says itself fits what nginx reads, and does not use a code of Deal Scout for something else', () => {
  const conf = pagesConf()
  for (const [line] of conf.matchAll(/^ {4}\d+ '.*$/gm)) expect(Buffer.byteLength(line)).toBeLessThan(3600)
  const own = [...conf.matchAll(/"code":"([a-z-]+)"/g)].map(([, code]) => code!)
  expect(own.length).toBe(5)
  const known: string[] = Object.keys(problemCodes)
  expect(own.filter((code) => known.includes(code))).toEqual(['body-too-large', 'too-many-requests'])
  const files = readdirSync(join(import.meta.dirname, '../../deploy/nginx'))
  expect(files.filter((file) => file.startsWith('deal-scout')).toSorted()).toEqual([
    ...['deal-scout-pages.conf', 'deal-scout-upstream.conf', 'deal-scout.conf'],
  ])
})
