import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { createFetch } from '../../core/fetch.ts'
import type { ChannelContext } from '../contract.ts'
import { hostileItem, sampleItem, sampleMessage, testSign } from '../fake-server.ts'
import { accountSid, authToken, formOf, sendTwilioError, startTwilio } from './contract-fake-server.ts'
import sms from './index.ts'
import { cheapestSpelling, segmentsOf } from './segments.ts'
import { segmentsMax, smsText } from './text.ts'

const fetch = createFetch({ userAgent: 'deal-scout-test' })
afterAll(() => fetch.close())

const baseUrl = 'https://scout.example'
const textOf = (overrides: Parameters<typeof sampleMessage>[0] = {}) =>
  smsText(sampleMessage(overrides), baseUrl)

function contextFor(twilioUrl: string, overrides: Partial<ChannelContext> = {}): ChannelContext {
  return {
    fetch,
    log: pino({ level: 'silent' }),
    clock: { now: () => new Date('2026-11-20T19:00:05Z') },
    signal: new AbortController().signal,
    options: {
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_FROM: '+15005550001',
      TWILIO_BASE_URL: twilioUrl,
    },
    settings: { phone: '+1 (500) 555-0006' },
    idempotencyKey: 'delivery-5',
    sign: testSign,
    baseUrl,
    unsubscribeUrl: null,
    ...overrides,
  }
}

describe('segments', () => {
  it.each([
    ['', 'GSM-7', 1],
    ['a'.repeat(160), 'GSM-7', 1],
    ['a'.repeat(161), 'GSM-7', 2],
    ['a'.repeat(306), 'GSM-7', 2],
    ['a'.repeat(307), 'GSM-7', 3],
    ['€'.repeat(80), 'GSM-7', 1],
    ['€'.repeat(81), 'GSM-7', 2],
    // The escape does not fit into the last septet of the first part.
    [`${'a'.repeat(152)}€${'b'.repeat(152)}`, 'GSM-7', 3],
    ['ж'.repeat(70), 'UCS-2', 1],
    ['ж'.repeat(71), 'UCS-2', 2],
    [`${'ж'.repeat(66)}👍${'x'.repeat(66)}`, 'UCS-2', 3],
    ['é', 'GSM-7', 1],
    ['á', 'UCS-2', 1],
    ['`', 'UCS-2', 1],
  ])('of %j are %s, %i', (text, encoding, count) => {
    expect(segmentsOf(text)).toEqual({ encoding, count })
  })

  it('are saved by plain marks and without pictures, only where that is enough', () => {
    expect(cheapestSpelling('“Sofa” – 7½′ × 3… 🛋️ nice')).toBe('"Sofa" - 71/2\' x 3... nice')
    expect(cheapestSpelling('Диван “новый” 🛋️')).toBe('Диван “новый” 🛋️')
  })
})

describe('the text', () => {
  it('says what it is, price, score, comparison, place and the link', () => {
    expect(textOf()).toBe(
      [
        'Deal Scout: Mid-century sectional sofa, teal for $180',
        '$180, score 83 of 100, 28 % below the middle of fair value',
        'Example Market, Oakland, CA - 7.6 mi (12 km) away',
        'https://market.example/item/41?ref=a&b=c',
      ].join('\n'),
    )
  })

  it('stays within three segments with its link whole, whatever listings say', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'aaaaeio €[]{}~^|\\`"“”…\n', 'ж', '沙', '👩‍👩‍👧‍👦', 'e\u0301', '🇩🇪'),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    )
    const anyText = fc.oneof(
      fc.string({ unit, maxLength: 300 }),
      fc.constantFrom('~'.repeat(9000), '👩‍👩‍👧‍👦'.repeat(900), `e${'\u0301'.repeat(3000)}`, 'ж'.repeat(500)),
    )
    const path = fc.string({ unit: fc.constantFrom(...'ab/~^|[]{}`%?=ж€'), maxLength: 200 })
    const anyItem = fc
      .record({ title: anyText, location: anyText, marketplaceName: anyText, path })
      .map(({ path: end, ...rest }) => sampleItem({ ...rest, url: `https://market.example/${end}` }))
    fc.assert(
      fc.property(anyText, fc.array(anyItem, { maxLength: 8 }), (title, items) => {
        const text = textOf({ title, items, itemCount: 99 })
        expect(segmentsOf(text).count).toBeLessThanOrEqual(segmentsMax)
        expect(text.length).toBeLessThanOrEqual(1600)
        expect(text).toMatch(/^Deal Scout/)
        const link = text.split('\n').at(-1)!
        const own = items.length === 1 ? [items[0]!.url, `${baseUrl}/listings/41`] : [`${baseUrl}/`]
        expect(own.some((url) => link.startsWith(new URL(url).href.replaceAll('`', '%60')))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('leads to Deal Scout where the listing has no short address to follow', () => {
    expect(textOf({ items: [hostileItem()] })).toMatch(/\nhttps:\/\/scout\.example\/listings\/41$/)
    const items = [sampleItem({ url: `https://market.example/${'x'.repeat(150)}` })]
    expect(textOf({ items })).toMatch(/\nhttps:\/\/scout\.example\/listings\/41$/)
  })

  it('lists several with price and score, and counts the rest', () => {
    const items = Array.from({ length: 7 }, (_, n) => sampleItem({ title: `Sofa ${n}` }))
    const lines = textOf({ title: '40 new matches', items, itemCount: 40 }).split('\n')
    expect(lines).toEqual([
      'Deal Scout: 40 new matches',
      ...[0, 1, 2, 3, 4].map((n) => `$180 Sofa ${n} (83)`),
      '+35 more',
      'https://scout.example/notifications',
    ])
  })

  it('warns before it says where, and says DEMO first', () => {
    const risk = { level: 'high' as const, sentences: ['The price is far below all others.'] }
    const text = textOf({ items: [sampleItem({ risk, demo: true })] })
    expect(text).toMatch(/^Deal Scout: \[DEMO\] /)
    expect(text.indexOf('Be very careful')).toBeLessThan(text.indexOf('Example Market'))
  })

  it('of a confirmation is one segment with the whole code, how to end it, and no link', () => {
    const text = textOf({
      kind: 'confirm',
      title: 'Confirm this number',
      items: [],
      confirm: { code: '012345', url: 'https://scout.example/confirm' },
    })
    expect(text).toContain('Your code: 012345')
    expect(text).toContain('STOP')
    expect(text).not.toContain('://')
    expect(segmentsOf(text).count).toBe(1)
  })

  it('of a message about no listing has its sentences', () => {
    const lines = ['Craigslist has not answered since 9:00.']
    expect(textOf({ kind: 'outage', title: 'A source is not seen', items: [], lines })).toBe(
      `Deal Scout: A source is not seen\n${lines[0]}\nhttps://scout.example/settings/notifications`,
    )
  })
})

describe('the call', () => {
  it('is the one that Twilio documents, from a number or from a messaging service', async () => {
    await using server = await startTwilio()
    const context = contextFor(server.baseUrl)
    expect(await sms.deliver(sampleMessage(), context)).toEqual({
      outcome: 'sent',
      providerRef: 'SM0123456789abcdef0123456789abcdef',
    })
    const service = `MG${'a'.repeat(32)}`
    const options = { ...context.options, TWILIO_FROM: service }
    expect(await sms.deliver(sampleMessage(), { ...context, options })).toMatchObject({ outcome: 'sent' })
    const [one, other] = server.requests.map((request) => Object.fromEntries(formOf(request)))
    expect(one).toEqual({ To: '+15005550006', From: '+15005550001', Body: textOf() })
    expect(other).toEqual({ To: '+15005550006', MessagingServiceSid: service, Body: textOf() })
    expect(server.requests[0]?.headers['user-agent']).toMatch(/^twilio-node\//)
  })

  it('goes to api.twilio.com over the public network when no other address is set', async () => {
    const calls: unknown[] = []
    const context = contextFor('', {
      fetch: async (url, options) => {
        calls.push([url, options?.network, options?.redirectsMax])
        throw new Error('not sent')
      },
    })
    expect((await sms.deliver(sampleMessage(), context)).outcome).toBe('retry')
    expect(calls).toEqual([
      [`https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages.json`, 'public', 0],
    ])
  })

  it('waits, named as the operator’s, when the password is wrong', async () => {
    await using server = await startTwilio()
    const context = contextFor(server.baseUrl)
    const options = { ...context.options, TWILIO_AUTH_TOKEN: 'another' }
    expect(await sms.deliver(sampleMessage(), { ...context, options })).toMatchObject({
      outcome: 'retry',
      blocked: true,
      reason: expect.stringContaining('TWILIO_AUTH_TOKEN'),
    })
  })
})

describe('answers', () => {
  async function answered(status: number, code: number, headers: Record<string, string> = {}) {
    await using server = await startTwilio()
    server.handle((_request, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      sendTwilioError(response, status, code, `secret detail ${authToken}`)
    })
    const result = await sms.deliver(sampleMessage(), contextFor(server.baseUrl))
    expect(server.requests).toHaveLength(1)
    expect(JSON.stringify(result)).not.toContain('secret detail')
    return result
  }

  it.each([
    [400, 21610, 'STOP'],
    [400, 21211, 'phone number'],
    [400, 21614, 'mobile number'],
    [400, 21635, 'landline'],
  ])('%i with error %i ends the target', async (status, code, word) => {
    const reason = expect.stringContaining(word)
    expect(await answered(status, code)).toEqual({ outcome: 'failed', targetGone: true, reason })
  })

  it.each([
    [401, 20003, 'TWILIO_AUTH_TOKEN'],
    [401, 0, 'TWILIO_AUTH_TOKEN'],
    [404, 20404, 'TWILIO_ACCOUNT_SID'],
    [400, 21408, 'Geographic Permissions'],
    [400, 21606, 'TWILIO_FROM'],
    [400, 21608, 'trial'],
    [400, 21659, 'TWILIO_FROM'],
    [400, 30034, 'A2P'],
  ])('%i with error %i waits for the operator, and the next ones too', async (status, code, word) => {
    const reason = expect.stringContaining(word)
    expect(await answered(status, code)).toEqual({ outcome: 'retry', blocked: true, reason })
  })

  it.each([
    [429, 20429, undefined],
    [429, 21611, 10 * 60_000],
    [429, 63038, 3600_000],
  ])('%i with error %i waits, and the next ones too', async (status, code, afterMs) => {
    expect(await answered(status, code)).toMatchObject({ outcome: 'retry', blocked: true })
    expect((await answered(status, code)) as { afterMs?: number }).toHaveProperty('outcome', 'retry')
    expect(((await answered(status, code)) as { afterMs?: number }).afterMs).toBe(afterMs)
  })

  it('waits as long as a header asks, if there is one', async () => {
    expect(await answered(429, 20429, { 'retry-after': '9' })).toMatchObject({ afterMs: 9000 })
  })

  it.each([
    [400, 21617],
    [400, 99_999],
    [403, 0],
  ])('%i with error %i is about this message only', async (status, code) => {
    const result = await answered(status, code)
    expect(result).toMatchObject({ outcome: 'failed' })
    expect(result).not.toHaveProperty('targetGone')
  })

  it.each([500, 502, 503])('%i is tried again', async (status) => {
    expect(await answered(status, 20500)).toMatchObject({ outcome: 'retry' })
  })

  async function accepted(body: string) {
    await using server = await startTwilio()
    server.handle((_request, response) => void response.writeHead(201).end(body))
    return await sms.deliver(sampleMessage(), contextFor(server.baseUrl))
  }

  it('counts as sent without an id when the answer is odd, as Twilio took the message', async () => {
    for (const body of ['', '<html>', 'null', '[]', '{"sid":7}']) {
      expect(await accepted(body)).toEqual({ outcome: 'sent' })
    }
  })

  it('a message that failed at once has failed', async () => {
    expect(await accepted('{"sid":"SM1","status":"failed","error_code":30006}')).toMatchObject({
      outcome: 'failed',
      targetGone: true,
    })
    expect(await accepted('{"sid":"SM1","status":"undelivered","error_code":30008}')).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('30008'),
    })
  })
})

describe('settings', () => {
  it('names the option that is missing or wrong', () => {
    const options = contextFor('').options
    expect(sms.unavailable(options)).toBeNull()
    for (const env of ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM']) {
      expect(sms.unavailable({ ...options, [env]: undefined })).toContain(env)
    }
    expect(sms.unavailable({ ...options, TWILIO_ACCOUNT_SID: `SK${'0'.repeat(32)}` })).toContain('SID')
    expect(sms.unavailable({ ...options, TWILIO_FROM: 'DealScout' })).toContain('TWILIO_FROM')
  })
})
