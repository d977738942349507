import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleItem, sampleMessage } from '../fake-server.ts'
import { answering, anyMessage, expectOutcome } from '../samples.ts'
import pushover from './index.ts'
import { limits, pushoverPayload } from './payload.ts'

const baseUrl = 'https://scout.example'
const to = { token: 'a'.repeat(30), user: 'u'.repeat(30) }
const own = { settings: { userKey: to.user, appToken: to.token } }
const operators = { settings: { userKey: to.user }, options: { PUSHOVER_TOKEN: 'o'.repeat(30) } }
const sent = { status: 200, body: { status: 1, request: 'r-1' } }
const characters = (text: string) => [...text].length

describe('the payload', () => {
  it('says what it is worth and opens the listing', () => {
    const payload = pushoverPayload(sampleMessage(), baseUrl, to)
    expect(payload).toMatchObject({
      ...to,
      title: 'Mid-century sectional sofa, teal for $180',
      url: 'https://market.example/item/41?ref=a&b=c',
      url_title: 'Open listing',
      priority: 0,
      timestamp: 1795201200,
    })
    expect(payload.message).toContain('$180 on Example Market · 28 % below')
    expect(payload.message).toContain('Deal score 83 of 100')
  })

  it('of several listings opens Deal Scout and counts what it does not show', () => {
    const items = Array.from({ length: 10 }, () => sampleItem())
    const payload = pushoverPayload(sampleMessage({ kind: 'digest', items, itemCount: 40 }), baseUrl, to)
    expect(payload).toMatchObject({
      url: 'https://scout.example/notifications',
      url_title: 'Open Deal Scout',
    })
    expect(payload.message).toMatch(/\+3\d more/)
  })

  it.each([
    [95, 1],
    [80, 0],
    [30, -1],
  ])('score %i has priority %i', (total, priority) => {
    const items = [sampleItem({ score: { total, parts: [] } })]
    expect(pushoverPayload(sampleMessage({ items }), baseUrl, to).priority).toBe(priority)
  })

  it('stays within every limit of Pushover, whatever the listings say', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const payload = pushoverPayload(message, baseUrl, to)
        expect(characters(payload.message)).toBeLessThanOrEqual(limits.message)
        expect(payload.message.trim()).not.toBe('')
        expect(characters(payload.title)).toBeLessThanOrEqual(limits.title)
        expect(payload.url.length).toBeLessThanOrEqual(limits.url)
        expect(payload.url).toMatch(/^https?:\/\//)
        expect(payload.url_title.length).toBeLessThanOrEqual(limits.urlTitle)
      }),
      { numRuns: 60 },
    )
  })
})

const invalidToken = { status: 0, token: 'invalid', errors: ['application token is invalid'] }

describe('answers', () => {
  it.each([
    ['sent', own, sent, { outcome: 'sent', providerRef: 'r-1' }],
    [
      '200, but not taken',
      own,
      { status: 200, body: { status: 0, errors: ['message cannot be blank'] } },
      { outcome: 'failed', says: /did not take the message \(message cannot be blank\)/ },
    ],
    ['200 with an odd answer', own, { status: 200, body: '<html>' }, { outcome: 'failed' }],
    [
      '200, but the user is unknown',
      own,
      { status: 200, body: { status: 0, user: 'invalid', errors: ['user key is invalid'] } },
      { outcome: 'failed', targetGone: true },
    ],
    [
      'user unknown',
      own,
      { status: 400, body: { status: 0, user: 'invalid', errors: ['user key is invalid'] } },
      { outcome: 'failed', targetGone: true, says: /user key is invalid/ },
    ],
    [
      'own token revoked',
      own,
      { status: 400, body: invalidToken },
      { outcome: 'failed', targetGone: true, says: /apps\/build/ },
    ],
    [
      'operator’s token revoked',
      operators,
      { status: 400, body: invalidToken },
      { outcome: 'retry', blocked: true, says: /operator should check PUSHOVER_TOKEN/ },
    ],
    [
      'something else is wrong',
      own,
      { status: 400, body: { status: 0, errors: ['url is too long'] } },
      { outcome: 'failed', says: /url is too long/ },
    ],
    [
      'the month is used up',
      own,
      {
        status: 429,
        body: { status: 0, errors: ['application is over its message limit'] },
        headers: { 'x-limit-app-remaining': '0', 'x-limit-app-reset': String(1_795_201_205 + 3600) },
      },
      { outcome: 'retry', blocked: true, afterMs: 3_600_000, says: /in a month are used up/ },
    ],
    [
      'the month is used up for weeks',
      own,
      {
        status: 429,
        body: { status: 0 },
        headers: { 'x-limit-app-remaining': '0', 'x-limit-app-reset': String(1_795_201_205 + 20 * 86_400) },
      },
      { outcome: 'retry', blocked: true, afterMs: 24 * 3_600_000 },
    ],
    [
      'too many at once',
      own,
      { status: 429, body: '', headers: { 'retry-after': '5', 'x-limit-app-remaining': '900' } },
      { outcome: 'retry', blocked: true, afterMs: 5000 },
    ],
    ['down', own, { status: 500, body: '' }, { outcome: 'retry' }],
  ])('%s', async (_what, given, reply, expected) => {
    const { deliver } = answering(reply, given)
    expectOutcome(await deliver(pushover), expected)
  })

  it('a person’s own token goes before the operator’s', async () => {
    const { calls, deliver } = answering(sent, { ...operators, ...own })
    await deliver(pushover)
    expect(calls[0]).toMatchObject({
      url: 'https://api.pushover.net/1/messages.json',
      body: { token: to.token, user: to.user },
      options: { network: 'public' },
    })
  })

  it.each([
    [{ settings: { userKey: to.user } }, /PUSHOVER_TOKEN/],
    [{ settings: { userKey: 'short', appToken: 'x' } }, /user key/],
  ])('%o is not called', async (given, says) => {
    const { calls, deliver } = answering(sent, given)
    expectOutcome(await deliver(pushover), { outcome: 'failed', says })
    expect(calls).toEqual([])
  })
})
