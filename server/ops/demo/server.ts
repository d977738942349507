import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../core/clock.ts'
import { errorMessage } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import {
  blockedPage,
  demoNotice,
  missingPage,
  postingPage,
  removedPage,
  searchPage,
} from './classifieds-pages.ts'
import { type Fault, faultAt } from './faults.ts'
import { type Answer, groupAnswer, itemAnswer, itemPage, searchAnswer, shopError } from './shop-answers.ts'
import { thumbnail } from './thumbnails.ts'
import type { World } from './world.ts'

export interface DemoServer {
  /** `http://127.0.0.1:<port>`, no trailing slash. */
  baseUrl: string
  close(): Promise<void>
}

interface Reply {
  status: number
  type: string
  body: string | Buffer
  headers?: Record<string, string>
}

const html = (body: string, status = 200): Reply => ({ status, type: 'text/html; charset=utf-8', body })
const json = ({ status, body }: Answer): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
})

/**
 * Serves the world on loopback in the wire shapes of the two real sites, so that their adapters read it as they would
 * read those. `port` 0 (the default) takes any free one; with a fixed one the listings' addresses outlive a restart.
 */
export async function startDemoServer(options: {
  world: World
  clock: Clock
  log: Log
  port?: number
  /** Sent with every answer. */
  headers?: Record<string, string>
}): Promise<DemoServer> {
  const { world, clock, log } = options
  let baseUrl = ''
  const server = createServer((request, response) => {
    readBody(request)
      .then((body) => answer(world, clock.now().getTime(), request, body, baseUrl))
      .catch((error: unknown): Reply => {
        log.warn({ err: errorMessage(error) }, 'the demo market could not answer')
        return {
          status: 500,
          type: 'text/plain; charset=utf-8',
          body: `${demoNotice}\nSomething went wrong.`,
        }
      })
      .then(({ status, type, body, headers }) => {
        response.writeHead(status, {
          'content-type': type,
          'x-deal-scout-demo': 'made-up',
          'cache-control': 'no-store',
          ...options.headers,
          ...headers,
        })
        response.end(request.method === 'HEAD' ? undefined : body)
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    baseUrl,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

const bodyBytesMax = 64 * 1024

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= bodyBytesMax) chunks.push(chunk)
  }
  return bytes > bodyBytesMax ? '' : Buffer.concat(chunks).toString('utf8')
}

function answer(world: World, nowMs: number, request: IncomingMessage, body: string, baseUrl: string): Reply {
  const url = URL.parse(request.url ?? '/', baseUrl)
  if (!url) return html(missingPage(baseUrl), 400)
  const path = url.pathname
  if (path.startsWith('/images/')) return imageReply(path)
  if (path === '/identity/v1/oauth2/token') return json(tokenAnswer(request, body, world))
  if (path.startsWith('/buy/')) {
    if (request.headers.authorization !== `Bearer ${tokenOf(world)}`) {
      return json(shopError(401, 1001, 'Invalid access token', 'OAuth'))
    }
    return shopReply(world, nowMs, url, baseUrl)
  }
  if (path.startsWith('/itm/')) {
    const listing = world.find('shop', path.slice('/itm/'.length), nowMs)
    return listing ? html(itemPage(listing)) : html(missingPage(baseUrl), 404)
  }
  return adReply(world, nowMs, url, baseUrl)
}

function adReply(world: World, nowMs: number, url: URL, baseUrl: string): Reply {
  const path = url.pathname
  const id = /\/(\d{10})\.html$/.exec(path)?.[1]
  const listing = id === undefined ? null : world.find('classifieds', id, nowMs)
  if (listing) {
    if (listing.state !== 'active') return html(removedPage(listing, baseUrl), 410)
    return faulty(html(postingPage(listing, baseUrl)), faultAt(world, 'posting', nowMs), baseUrl)
  }
  if (path === '/' || path.startsWith('/search/')) {
    const page = html(searchPage(world.at(nowMs).classifieds, url, baseUrl))
    return faulty(page, faultAt(world, 'ads', nowMs), baseUrl)
  }
  return html(missingPage(baseUrl), 404)
}

function shopReply(world: World, nowMs: number, url: URL, baseUrl: string): Reply {
  const path = url.pathname
  const browse = '/buy/browse/v1'
  if (path === `${browse}/item_summary/search`) {
    const reply = json(searchAnswer(world.at(nowMs).shop, url, baseUrl))
    return faulty(reply, faultAt(world, 'shop', nowMs), baseUrl)
  }
  if (path === `${browse}/item/get_items_by_item_group`) {
    return json(groupAnswer(world.find('shop', url.searchParams.get('item_group_id') ?? '', nowMs), baseUrl))
  }
  const itemId = path.startsWith(`${browse}/item/`) ? decoded(path.slice(`${browse}/item/`.length)) : ''
  const number = /^v1\|(\d{12})\|\d{1,12}$/.exec(itemId)?.[1]
  return json(itemAnswer(number === undefined ? null : world.find('shop', number, nowMs), itemId, baseUrl))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

const tokenOf = (world: World): string => `demo-token-${world.seed}`

function tokenAnswer(request: IncomingMessage, body: string, world: World): Answer {
  if (request.headers.authorization !== `Basic ${Buffer.from('demo:demo').toString('base64')}`) {
    return {
      status: 401,
      body: { error: 'invalid_client', error_description: 'client authentication failed' },
    }
  }
  if (new URLSearchParams(body).get('grant_type') !== 'client_credentials') {
    return {
      status: 400,
      body: { error: 'unsupported_grant_type', error_description: 'grant type in request is not supported' },
    }
  }
  return {
    status: 200,
    body: { access_token: tokenOf(world), expires_in: 7200, token_type: 'Application Access Token' },
  }
}

/** Both sites' addresses: `/images/<name>_600x450.png`, `/images/g/<name>/s-l225.png`. */
function imageReply(path: string): Reply {
  const name = /^\/images\/(?:g\/)?([a-z]{1,20}-[0-9a-f]{4}-\d{1,2})(?:_\w{1,20}|\/s-l\d{1,5})\.png$/.exec(
    path,
  )?.[1]
  const picture = name === undefined ? null : thumbnail(name)
  if (!picture) return { status: 404, type: 'text/plain; charset=utf-8', body: 'There is no such picture.' }
  return {
    status: 200,
    type: 'image/png',
    body: picture,
    headers: { 'cache-control': 'public, max-age=86400' },
  }
}

/** What a site answers when it is not well or not willing. */
function faulty(reply: Reply, fault: Fault | null, baseUrl: string): Reply {
  if (fault === null || reply.status !== 200) return reply
  const isJson = reply.type === 'application/json'
  if (fault === 'truncated')
    return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length * 0.6)) as string }
  if (fault === 'slow-down') {
    const headers = { 'retry-after': '5' }
    const text = 'Too many requests. (The demo pretends.)'
    return isJson
      ? { ...json(shopError(429, 2003, text, 'ACCESS')), headers }
      : { ...html(missingPage(baseUrl).replace('Page Not Found', text), 429), headers }
  }
  if (fault === 'refused') {
    return isJson
      ? { status: 403, type: 'text/plain; charset=utf-8', body: 'Access denied. (The demo pretends.)' }
      : html(blockedPage(baseUrl), 403)
  }
  return isJson
    ? json(shopError(500, 12000, 'Internal error'))
    : html(missingPage(baseUrl).replace('Page Not Found', 'Out of order. (The demo pretends.)'), 500)
}
