import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleItem, sampleMessage } from '../fake-server.ts'
import { answering, anyMessage, expectOutcome } from '../samples.ts'
import ntfy from './index.ts'
import { bytes, limits, ntfyPayload } from './payload.ts'

const baseUrl = 'https://scout.example'
const settings = { server: 'https://ntfy.sh', topic: 'my-deals', token: 'tk_abc' }
const where = { topic: 'my-deals', idempotencyKey: 'k1' }
const sent = { status: 200, body: { id: 'xE73Iyuabi', event: 'message' } }

describe('the payload', () => {
  it('says what it is worth, opens the listing and carries its picture', () => {
    const payload = ntfyPayload(sampleMessage(), baseUrl, where)
    expect(payload).toMatchObject({
      topic: 'my-deals',
      title: 'Mid-century sectional sofa, teal for $180',
      priority: 4,
      tags: ['moneybag'],
      click: 'https://market.example/item/41?ref=a&b=c',
      attach: 'https://images.example/41.jpg',
    })
    expect(payload.message).toContain('$180 on Example Market · 28 % below')
    expect(payload.message).toContain('Deal score 83 of 100')
  })

  it.each([
    [95, false, 5],
    [80, false, 4],
    [60, false, 3],
    [30, false, 2],
    [95, true, 2],
  ])('score %i (demo: %s) has priority %i', (total, demo, priority) => {
    const items = [sampleItem({ demo, score: { total, parts: [] } })]
    expect(ntfyPayload(sampleMessage({ items }), baseUrl, where).priority).toBe(priority)
  })

  it('warns of risk and of an outage', () => {
    const risky = sampleItem({ risk: { level: 'high', sentences: ['The price is far too low.'] } })
    expect(ntfyPayload(sampleMessage({ items: [risky] }), baseUrl, where).tags).toEqual(['warning'])
    const outage = sampleMessage({ kind: 'outage', items: [] })
    expect(ntfyPayload(outage, baseUrl, where)).toMatchObject({
      tags: ['warning'],
      priority: 4,
      click: 'https://scout.example/notifications',
    })
  })

  it('two installations never replace each other’s notifications', () => {
    const own = ntfyPayload(sampleMessage(), baseUrl, where).sequence_id
    expect(own).toMatch(/^[-\w]{1,64}$/)
    expect(ntfyPayload(sampleMessage(), baseUrl, where).sequence_id).toBe(own)
    // Where Deal Scout is reached may change between two attempts.
    expect(ntfyPayload(sampleMessage(), 'https://other.example', where).sequence_id).toBe(own)
  })

  it('stays within every limit of ntfy, whatever the listings say', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const payload = ntfyPayload(message, baseUrl, where)
        expect(bytes(payload.message)).toBeLessThanOrEqual(limits.message)
        expect(payload.message).not.toBe('')
        expect(bytes(payload.title)).toBeLessThanOrEqual(limits.title)
        expect(payload.title).not.toBe('')
        expect(bytes(JSON.stringify(payload))).toBeLessThanOrEqual(limits.json)
        expect(payload.click).toMatch(/^https?:\/\//)
        if (payload.attach) expect(payload.attach).toMatch(/^https?:\/\//)
      }),
      { numRuns: 60 },
    )
  })
})

describe('answers', () => {
  it.each([
    ['sent', sent, { outcome: 'sent', providerRef: 'xE73Iyuabi' }],
    [
      'token refused',
      { status: 401, body: { code: 40101, http: 401, error: 'unauthorized' } },
      {
        outcome: 'failed',
        targetGone: true,
        says: /ntfy\.sh does not accept the access token \(unauthorized\)/,
      },
    ],
    [
      'topic reserved',
      { status: 403, body: { code: 40301, http: 403, error: 'forbidden' } },
      { outcome: 'failed', targetGone: true, says: /may/ },
    ],
    ['refused by something else', { status: 403, body: '<html>' }, { outcome: 'failed' }],
    [
      'topic name not allowed',
      { status: 400, body: { code: 40010, http: 400, error: 'topic name is disallowed' } },
      { outcome: 'failed', targetGone: true },
    ],
    [
      'too large',
      { status: 413, body: { code: 41303, http: 413, error: 'JSON body too large' } },
      { outcome: 'failed', says: /JSON body too large/ },
    ],
    ['not an ntfy server', { status: 404, body: 'nothing here' }, { outcome: 'failed' }],
    [
      'too many messages today',
      { status: 429, body: { code: 42908, http: 429, error: 'limit reached: too many messages' } },
      { outcome: 'retry', blocked: true },
    ],
    ['full', { status: 507, body: { code: 50701, http: 507 } }, { outcome: 'retry' }],
  ])('%s', async (_what, reply, expected) => {
    const { deliver } = answering(reply, { settings })
    expectOutcome(await deliver(ntfy), expected)
  })

  it('the root of the server is called with the token, publicly', async () => {
    const { calls, deliver } = answering(sent, { settings: { ...settings, server: 'https://ntfy.sh/?x=1' } })
    await deliver(ntfy)
    expect(calls[0]?.url).toBe('https://ntfy.sh/')
    expect(calls[0]?.options).toMatchObject({
      network: 'public',
      headers: { authorization: 'Bearer tk_abc' },
    })
  })

  it.each([
    [{ ...settings, topic: 'a/b' }, /topic/],
    [{ ...settings, server: 'ftp://x' }, /ntfy\.sh/],
    [{}, /ntfy\.sh/],
  ])('%o is not called', async (wrong, says) => {
    const { calls, deliver } = answering(sent, { settings: wrong })
    expectOutcome(await deliver(ntfy), { outcome: 'failed', says })
    expect(calls).toEqual([])
  })
})
