import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { createFetch } from '../../core/fetch.ts'
import type { Message } from '../../model/message.ts'
import type { ChannelContext } from '../contract.ts'
import { hostileItem, sampleItem, sampleMessage, testSign } from '../fake-server.ts'
import { type PushFakeServer, startPushFakeServer } from './contract-fake-server.ts'
import webpush from './index.ts'
import { plainBytesMax, pushPayload, topicOf, urgencyOf } from './payload.ts'
import { endpointProblem, hostIsNot, vapidDetails } from './vapid.ts'

const fetch = createFetch({ userAgent: 'deal-scout-test' })
afterAll(() => fetch.close())

const baseUrl = 'https://scout.example'
const ownService = { WEBPUSH_ALLOW_PRIVATE_NETWORK: true, WEBPUSH_HOSTS: ['127.0.0.1'] }

function contextFor(push: PushFakeServer, overrides: Partial<ChannelContext> = {}): ChannelContext {
  return {
    fetch,
    log: pino({ level: 'silent' }),
    clock: { now: () => new Date('2026-11-20T19:00:05Z') },
    signal: new AbortController().signal,
    options: { ...push.vapid, ...ownService },
    settings: push.settings,
    idempotencyKey: 'delivery-5',
    sign: testSign,
    baseUrl,
    unsubscribeUrl: null,
    ...overrides,
  }
}

async function shown(message: Message, overrides: Partial<ChannelContext> = {}) {
  await using push = await startPushFakeServer()
  expect(await webpush.deliver(message, contextFor(push, overrides))).toEqual({ outcome: 'sent' })
  const [request] = push.server.requests
  return { payload: push.decrypt(request!), headers: request!.headers, bytes: request!.bytes }
}

describe('what a browser shows', () => {
  it('is title, price, score, place and reason, and leads to the listing', async () => {
    const { payload } = await shown(sampleMessage())
    expect(payload).toEqual({
      title: 'Mid-century sectional sofa, teal for $180',
      body: [
        '$180 · score 83 of 100 · 28 % below the middle of fair value',
        'Example Market · Oakland, CA · 7.6 mi (12 km) away',
        'Because of your rule “Sofa under $300”',
      ].join('\n'),
      page: '/listings/41',
      there: { name: 'Open at Example Market', url: 'https://market.example/item/41?ref=a&b=c' },
      icon: '/api/photos/41/0?w=176',
      tag: 'delivery-5',
      notificationId: 7,
      demo: false,
    })
  })

  it('of several listings names the best, counts the rest and leads to all of them', async () => {
    const items = Array.from({ length: 8 }, (_, n) => sampleItem({ title: `Sofa ${n}` }))
    const { payload } = await shown(sampleMessage({ title: '40 new matches', items, itemCount: 40 }))
    expect(payload.body.split('\n')).toEqual([
      ...[0, 1, 2, 3, 4].map((n) => `$180 · Sofa ${n} (83)`),
      '+35 more',
    ])
    expect(payload.page).toBe('/notifications')
    expect(payload).not.toHaveProperty('there')
    expect(payload).not.toHaveProperty('icon')
  })

  it('says DEMO when the demo made it up', async () => {
    const { payload } = await shown(sampleMessage({ items: [sampleItem({ demo: true })] }))
    expect(payload).toMatchObject({ demo: true, title: expect.stringMatching(/^\[DEMO\] /) })
    expect(payload.body).toContain('made up')
  })

  it('leads to Deal Scout where the listing has no address to follow', async () => {
    const { payload } = await shown(sampleMessage({ items: [hostileItem()] }))
    expect(payload.page).toBe('/listings/41')
    expect(payload).not.toHaveProperty('there')
    expect(payload).not.toHaveProperty('icon')
  })

  it('fits into one record whatever listings say, and the push service sees none of it', async () => {
    const unit = fc.oneof(
      fc.constantFrom(...'"\\\u2028\u0007沙', '👩‍👩‍👧‍👦', 'e\u0301'),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    )
    const anyText = fc.oneof(
      fc.string({ unit, maxLength: 400 }),
      fc.constantFrom('"'.repeat(9000), '沙'.repeat(9000), '👩‍👩‍👧‍👦'.repeat(900)),
    )
    const anyItem = fc
      .record({ title: anyText, location: anyText, rule: anyText, path: anyText })
      .map(({ rule, path, ...rest }) =>
        sampleItem({
          ...rest,
          ruleNames: Array(8).fill(rule),
          url: `https://market.example/${path}`,
          imageUrl: `https://images.example/${path}`,
        }),
      )
    fc.assert(
      fc.property(
        anyText,
        fc.array(anyItem, { maxLength: 7 }),
        fc.string({ maxLength: 300 }),
        (title, items, key) => {
          const payload = pushPayload(sampleMessage({ title, items, itemCount: 99 }), baseUrl, key)
          expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThanOrEqual(plainBytesMax)
          expect(payload.page).toMatch(/^\/\w/)
        },
      ),
      { numRuns: 100 },
    )
    const items = [sampleItem({ title: '沙"'.repeat(9000), location: '沙'.repeat(9000) })]
    const { bytes } = await shown(sampleMessage({ title: '沙'.repeat(9000), items }))
    expect(bytes.length).toBeLessThanOrEqual(4096)
    expect(bytes.toString('utf8')).not.toContain('market.example')
  })
})

describe('headers', () => {
  it('say how long to keep it, how urgent it is and what it replaces', async () => {
    const { headers } = await shown(sampleMessage())
    expect(headers).toMatchObject({
      ttl: '86400',
      urgency: 'high',
      topic: topicOf('delivery-5'),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
    })
    expect(headers.topic).toMatch(/^[\w-]{32}$/)
  })

  it.each([
    ['confirm', 0, 'high'],
    ['test', 0, 'high'],
    ['new-match', 75, 'high'],
    ['new-match', 74, 'normal'],
    ['price-drop', 90, 'high'],
    ['watch', 20, 'normal'],
    ['outage', 0, 'normal'],
    ['digest', 90, 'low'],
    ['existing-matches', 90, 'low'],
  ] as const)('%s with score %i is of urgency %s', (kind, total, urgency) => {
    const items = total > 0 ? [sampleItem({ score: { total, parts: [] } })] : []
    expect(urgencyOf(sampleMessage({ kind, items }))).toBe(urgency)
  })

  it('of two messages are signed for the service that is called', async () => {
    // The fake server answers 403 unless signature, key, audience and time are right.
    await shown(sampleMessage())
    await using push = await startPushFakeServer()
    await using other = await startPushFakeServer()
    const foreign = { ...push.vapid, ...ownService }
    const result = await webpush.deliver(sampleMessage(), contextFor(other, { options: foreign }))
    expect(result).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('VAPID_') })
    expect(result).not.toHaveProperty('targetGone')
  })
})

describe('answers', () => {
  async function answered(status: number, headers: Record<string, string> = {}) {
    await using push = await startPushFakeServer()
    push.server.handle((_request, response) => void response.writeHead(status, headers).end('{"reason":"x"}'))
    const result = await webpush.deliver(sampleMessage(), contextFor(push))
    expect(push.server.requests).toHaveLength(1)
    return result
  }

  it.each([200, 201, 202])('%i is sent', async (status) => {
    expect(await answered(status)).toEqual({ outcome: 'sent' })
  })

  it.each([404, 410])('%i ends the target', async (status) => {
    expect(await answered(status)).toMatchObject({ outcome: 'failed', targetGone: true })
  })

  it.each([400, 401, 403, 413, 307])('%i is for good, but not the end of the target', async (status) => {
    const result = await answered(status, { location: 'https://elsewhere.example/' })
    expect(result).toMatchObject({ outcome: 'failed' })
    expect(result).not.toHaveProperty('targetGone')
  })

  it('429 waits as long as it asks, and the next ones too', async () => {
    expect(await answered(429, { 'retry-after': '30' })).toMatchObject({
      outcome: 'retry',
      afterMs: 30_000,
      blocked: true,
    })
  })

  it.each([500, 502, 503])('%i is tried again', async (status) => {
    expect((await answered(status)).outcome).toBe('retry')
  })
})

describe('safety', () => {
  it('does not call private networks nor without TLS unless the operator allows it', async () => {
    await using push = await startPushFakeServer()
    const { port } = new URL(push.settings.endpoint)
    const options = { ...push.vapid, WEBPUSH_HOSTS: ['127.0.0.1'] }
    const attempt = (endpoint: string) =>
      webpush.deliver(
        sampleMessage(),
        contextFor(push, { options, settings: { ...push.settings, endpoint } }),
      )
    expect(await attempt(push.settings.endpoint)).toMatchObject({ outcome: 'failed' })
    expect(await attempt(`https://127.0.0.1:${port}/x`)).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('WEBPUSH_ALLOW_PRIVATE_NETWORK'),
    })
    expect(push.server.requests).toEqual([])
  })

  it('sends nothing to what is no subscription', async () => {
    await using push = await startPushFakeServer()
    const bad = [
      { endpoint: 'not an address' },
      { endpoint: 'ftp://push.example/x' },
      { p256dh: push.settings.p256dh.slice(1) },
      // Of the right length, but not on the curve.
      { p256dh: Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]).toString('base64url') },
      { auth: 'c2hvcnQ' },
      { auth: `${push.settings.auth.slice(0, -1)}!` },
      { auth: undefined },
    ]
    for (const change of bad) {
      const settings = { ...push.settings, ...change }
      const result = await webpush.deliver(sampleMessage(), contextFor(push, { settings }))
      expect(result).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('subscription') })
    }
    expect(push.server.requests).toEqual([])
  })

  it('takes keys with padding, as some browsers give them', async () => {
    await using push = await startPushFakeServer()
    const padded = (text: string) => Buffer.from(text, 'base64url').toString('base64')
    const settings = {
      ...push.settings,
      p256dh: padded(push.settings.p256dh),
      auth: padded(push.settings.auth),
    }
    expect(await webpush.deliver(sampleMessage(), contextFor(push, { settings }))).toEqual({
      outcome: 'sent',
    })
  })
})

describe('the address of a subscription', () => {
  const wrong = (endpoint: unknown, more: string[] = []) =>
    endpointProblem(endpoint, { more, allowHttp: false })

  it.each([
    'https://fcm.googleapis.com/fcm/send/dNq:APA91b',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
    'https://wns2-par02p.notify.windows.com/w/?token=BQYAAA',
    'https://web.push.apple.com/QGuQyavXutnMH',
  ])('is taken at the push service of a browser: %s', (endpoint) => {
    expect(wrong(endpoint)).toBeNull()
  })

  it.each([
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://169.254.169.254/latest/meta-data',
    'https://router.lan/x',
    'https://evil.example/fcm.googleapis.com',
    'https://fcm.googleapis.com.evil.example/x',
    'https://evilfcm.googleapis.com/x',
    'https://push.services.mozilla.com.evil.example/x',
    'https://evilpush.services.mozilla.com/x',
    'https://fcm.googleapis.com@evil.example/x',
    'https://user:pw@fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://fcm.googleapis.com./x',
    'http://fcm.googleapis.com/x',
    'ftp://fcm.googleapis.com/x',
    'file:///etc/passwd',
    'fcm.googleapis.com',
    '',
    undefined,
    7,
  ])('is refused elsewhere, or written so that it hides where it leads: %s', (endpoint) => {
    expect(wrong(endpoint)).toEqual(expect.any(String))
  })

  it('is taken where the operator says so, by name or for all below one, and nowhere beside', () => {
    const more = ['push.example.com', '*.up.example']
    expect(wrong('https://push.example.com:8443/x', more)).toBeNull()
    expect(wrong('https://a.up.example/x', more)).toBeNull()
    expect(wrong('https://up.example/x', more)).toContain('WEBPUSH_HOSTS')
    expect(wrong('https://push.example.org/x', more)).toContain('WEBPUSH_HOSTS')
    expect(hostIsNot('push.example.com')).toBeNull()
    for (const text of ['https://push.example.com', '*', 'a b', '*.', 'push.example.com/x'])
      expect(hostIsNot(text)).not.toBeNull()
  })

  it('whatever the text: what is taken is https, at a known host, without a port or a name', () => {
    const part = fc.constantFrom(
      'https://',
      'http://',
      'fcm.googleapis.com',
      '@',
      ':',
      '/',
      '.',
      '\\',
      '#',
      '?',
      'x',
      '%2e',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const endpoint = parts.join('')
        if (wrong(endpoint) !== null) return
        const { protocol, host, username } = new URL(endpoint)
        expect([protocol, host, username]).toEqual(['https:', 'fcm.googleapis.com', ''])
      }),
      { numRuns: 500 },
    )
  })
})

describe('the operator’s keys', () => {
  it('are checked before anybody can choose the channel, and the sentence says how to make them', async () => {
    await using push = await startPushFakeServer()
    await using other = await startPushFakeServer()
    expect(webpush.unavailable(push.vapid)).toBeNull()
    expect(webpush.unavailable({})).toContain('cannot be opened')
    const wrong = [
      { ...push.vapid, VAPID_PRIVATE_KEY: undefined },
      { ...push.vapid, VAPID_PRIVATE_KEY: 'too-short' },
      { ...push.vapid, VAPID_PRIVATE_KEY: Buffer.alloc(32).toString('base64url') },
      { ...push.vapid, VAPID_PUBLIC_KEY: other.vapid.VAPID_PUBLIC_KEY },
    ]
    for (const options of wrong) {
      expect(webpush.unavailable(options)).toContain('npx web-push generate-vapid-keys')
    }
  })

  it.each([
    'me@example.com',
    'mailto: me@example.com',
    'mailto:<me@example.com>',
    'http://x.example',
    'https://localhost',
  ])('do not do with the subject %j', async (subject) => {
    await using push = await startPushFakeServer()
    expect(webpush.unavailable({ ...push.vapid, VAPID_SUBJECT: subject })).toContain('VAPID_SUBJECT')
  })

  it('are made where there are none, another pair each time, and the subject is where Deal Scout is reached', () => {
    const [one, other] = [webpush.made!.make(), webpush.made!.make()]
    expect(webpush.unavailable(one)).toBeNull()
    expect(webpush.subscribeKey!(one)).toBe(one.VAPID_PUBLIC_KEY)
    expect(one.VAPID_PUBLIC_KEY).not.toBe(other.VAPID_PUBLIC_KEY)
    expect(Buffer.from(one.VAPID_PRIVATE_KEY!, 'base64url')).toHaveLength(32)
    expect(vapidDetails(one, 'https://deals.example')).toMatchObject({ subject: 'https://deals.example' })
    expect(vapidDetails(one, 'http://127.0.0.1:3000')).toMatchObject({
      subject: 'mailto:operator@deal-scout.invalid',
    })
  })

  it('wait for the operator when they are wrong', async () => {
    await using push = await startPushFakeServer()
    const result = await webpush.deliver(sampleMessage(), contextFor(push, { options: {} }))
    expect(result).toMatchObject({ outcome: 'retry', blocked: true })
  })
})
