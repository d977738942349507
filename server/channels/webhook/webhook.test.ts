import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pino } from 'pino'
import { Webhook } from 'standardwebhooks'
import { afterAll, describe, expect, it } from 'vitest'
import { startFakeServer } from '../../../test/harness/fake-server.ts'
import { createFetch } from '../../core/fetch.ts'
import type { ChannelContext } from '../contract.ts'
import { hostileItem, sampleItem, sampleMessage, testSign } from '../fake-server.ts'
import webhook, { webhookBody } from './index.ts'
import { signedHeaders, signingKey } from './sign.ts'

const fetch = createFetch({ userAgent: 'deal-scout-test' })
afterAll(() => fetch.close())

const secret = 'a long enough secret'

function contextFor(url: string, overrides: Partial<ChannelContext> = {}): ChannelContext {
  return {
    fetch,
    log: pino({ level: 'silent' }),
    clock: { now: () => new Date('2026-11-20T19:00:05.900Z') },
    signal: new AbortController().signal,
    options: { WEBHOOK_ALLOW_PRIVATE_NETWORK: true },
    settings: { url, secret },
    idempotencyKey: 'delivery-5',
    sign: testSign,
    baseUrl: 'https://scout.example',
    unsubscribeUrl: null,
    ...overrides,
  }
}

describe('signing', () => {
  it('agrees with the example of the Standard Webhooks libraries', () => {
    const key = signingKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')
    const headers = signedHeaders(
      key!,
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date(1_614_265_330_000),
      '{"test": 2432232314}',
    )
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  it.each(['README.md', 'docs/channels.md'])(
    'verifies in the library of the standard with the secret that the line of %s makes',
    async (file) => {
      const page = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')
      const line = /^npx deal-scout channels set webhook .*?\bsecret=(.*)$/m.exec(page)![1]!
      expect(line.replaceAll('"', '')).toBe('whsec_$(openssl rand -base64 32)')
      const made = `whsec_${randomBytes(32).toString('base64')}`
      await using receiver = await startFakeServer((_request, response) => void response.writeHead(204).end())
      const settings = { url: receiver.baseUrl, secret: made }
      const now = () => new Date()
      const result = await webhook.deliver(
        sampleMessage(),
        contextFor(receiver.baseUrl, { settings, clock: { now } }),
      )
      expect(result).toEqual({ outcome: 'sent' })
      const [{ body, headers }] = receiver.requests as [(typeof receiver.requests)[number]]
      const verified = new Webhook(made).verify(body, headers as Record<string, string>)
      expect(verified).toMatchObject({ type: 'deal_scout.new-match' })
      const other = new Webhook(`whsec_${randomBytes(32).toString('base64')}`)
      expect(() => other.verify(body, headers as Record<string, string>)).toThrow()
    },
  )

  it('verifies in the library with any other secret in its raw mode', () => {
    const now = new Date()
    const headers = signedHeaders(signingKey(secret)!, 'id', now, '{}')
    expect(new Webhook(secret, { format: 'raw' }).verify('{}', headers)).toEqual({})
  })

  it.each(['', 'short', 'whsec_', 'whsec_c2hvcnQ=', 'whsec_this is not base64 at all!'])(
    'has no key for %j',
    (text) => {
      expect(signingKey(text)).toBeNull()
    },
  )

  it('lets the receiver check exactly the bytes that came', async () => {
    await using receiver = await startFakeServer(
      (_request, response) => void response.writeHead(200).end('ok'),
    )
    const result = await webhook.deliver(sampleMessage(), contextFor(`${receiver.baseUrl}/hook?x=1`))
    expect(result).toEqual({ outcome: 'sent' })
    const [request] = receiver.requests
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request!.headers
    expect(id).toBe('delivery-5')
    expect(at).toBe('1795201205')
    const expected = createHmac('sha256', secret).update(`${id}.${at}.${request!.body}`).digest('base64')
    expect(signature).toBe(`v1,${expected}`)
    expect(request!.headers['content-type']).toBe('application/json')
    expect(request!.url.search).toBe('?x=1')
  })
})

describe('the body', () => {
  it('is the documented JSON: type, timestamp and the whole message', () => {
    const message = sampleMessage({ kind: 'price-drop' })
    const body = JSON.parse(webhookBody(message, 'https://scout.example'))
    expect(body).toEqual({
      type: 'deal_scout.price-drop',
      timestamp: '2026-11-20T19:00:00Z',
      data: message,
    })
  })

  it('carries no address that must not be followed', () => {
    const items = [hostileItem(), sampleItem({ imageUrl: null })]
    const body = JSON.parse(webhookBody(sampleMessage({ items }), 'https://scout.example'))
    expect(body.data.items[0]).toMatchObject({ url: 'https://scout.example/listings/41', imageUrl: null })
  })
})

describe('answers', () => {
  async function answered(status: number, headers: Record<string, string> = {}) {
    await using receiver = await startFakeServer(
      (_request, response) => void response.writeHead(status, headers).end(),
    )
    const result = await webhook.deliver(sampleMessage(), contextFor(receiver.baseUrl))
    expect(receiver.requests).toHaveLength(1)
    return result
  }

  it.each([200, 201, 202, 204])('%i is sent', async (status) => {
    expect(await answered(status)).toEqual({ outcome: 'sent' })
  })

  it.each([408, 425, 429, 500, 502, 503])('%i is tried again', async (status) => {
    expect((await answered(status)).outcome).toBe('retry')
  })

  it.each([400, 401, 403, 404, 422])('%i is for good, but not the end of the target', async (status) => {
    const result = await answered(status)
    expect(result.outcome).toBe('failed')
    expect(result).not.toHaveProperty('targetGone')
  })

  it('410 is the end of the target', async () => {
    expect(await answered(410)).toMatchObject({ outcome: 'failed', targetGone: true })
  })

  it('a redirect is not followed', async () => {
    await using elsewhere = await startFakeServer((_request, response) => void response.writeHead(200).end())
    const result = await answered(307, { location: elsewhere.baseUrl })
    expect(result).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('redirect') })
    expect(elsewhere.requests).toEqual([])
  })

  it('waits until the date in Retry-After', async () => {
    const result = await answered(503, { 'retry-after': 'Fri, 20 Nov 2026 19:01:05 GMT' })
    expect(result).toMatchObject({ outcome: 'retry', afterMs: 59_100 })
  })

  it('an endless answer is refused and says that the message arrived', async () => {
    await using receiver = await startFakeServer((_request, response) => {
      response.end(Buffer.alloc(3 * 1024 * 1024))
    })
    const result = await webhook.deliver(sampleMessage(), contextFor(receiver.baseUrl))
    expect(result).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('received') })
  })
})

describe('the challenge', () => {
  const token = 'tok-7f3a'

  async function challenged(answer: (response: ServerResponse) => void) {
    await using receiver = await startFakeServer((_request, response) => answer(response))
    const result = await webhook.challenge!(token, contextFor(`${receiver.baseUrl}/hook`))
    return { result, request: receiver.requests[0]! }
  }

  it('is signed like every other call and carries the token', async () => {
    const { request } = await challenged((response) => void response.end(token))
    expect(JSON.parse(request.body)).toEqual({
      type: 'deal_scout.challenge',
      timestamp: '2026-11-20T19:00:05.900Z',
      data: { challenge: token },
    })
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request.headers
    const expected = createHmac('sha256', secret).update(`${id}.${at}.${request.body}`).digest('base64')
    expect(signature).toBe(`v1,${expected}`)
  })

  it.each([
    ['the token', 200, token],
    ['the token and a line end', 201, `${token}\n`],
    ['JSON', 200, JSON.stringify({ challenge: token })],
  ])('is confirmed by %s', async (_what, status, body) => {
    const { result } = await challenged((response) => void response.writeHead(status).end(body))
    expect(result).toEqual({ outcome: 'confirmed' })
  })

  it.each([
    ['another token', 200, 'tok-7f3b'],
    ['a page that only contains it', 200, `<p>${token}</p>`],
    ['the whole call sent back', 200, JSON.stringify({ data: { challenge: token } })],
    ['another value in JSON', 200, JSON.stringify({ challenge: [token] })],
    ['nothing', 204, ''],
    ['the token with a status of refusal', 403, token],
    ['a redirect', 307, token],
  ])('is refused by %s, saying what to answer', async (_what, status, body) => {
    const { result } = await challenged((response) => void response.writeHead(status).end(body))
    expect(result).toEqual({ outcome: 'refused', reason: expect.stringContaining('deal_scout.challenge') })
    expect(JSON.stringify(result)).not.toContain(token)
  })

  it('does not reach into private networks', async () => {
    await using receiver = await startFakeServer((_request, response) => void response.end(token))
    const context = contextFor(receiver.baseUrl, { options: {} })
    expect(await webhook.challenge!(token, context)).toEqual({
      outcome: 'refused',
      reason: expect.stringContaining('WEBHOOK_ALLOW_PRIVATE_NETWORK'),
    })
    expect(receiver.requests).toEqual([])
  })
})

describe('safety', () => {
  it('does not call private networks unless the operator allows it, and says so', async () => {
    await using receiver = await startFakeServer((_request, response) => void response.writeHead(200).end())
    const { port } = new URL(receiver.baseUrl)
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433']) {
      const result = await webhook.deliver(
        sampleMessage(),
        contextFor(`http://${host}:${port}/`, { options: { WEBHOOK_ALLOW_PRIVATE_NETWORK: false } }),
      )
      expect(result).toMatchObject({
        outcome: 'failed',
        reason: expect.stringContaining('WEBHOOK_ALLOW_PRIVATE_NETWORK'),
      })
    }
    expect(receiver.requests).toEqual([])
  })

  it('sends nothing unsigned', async () => {
    await using receiver = await startFakeServer((_request, response) => void response.writeHead(200).end())
    for (const weak of [undefined, '', '123456789012345']) {
      const settings = { url: receiver.baseUrl, secret: weak }
      const result = await webhook.deliver(sampleMessage(), contextFor('', { settings }))
      expect(result).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('secret') })
    }
    expect(receiver.requests).toEqual([])
  })
})
