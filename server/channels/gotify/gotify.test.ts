import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileItem, sampleItem, sampleMessage } from '../fake-server.ts'
import { answering, anyMessage, expectOutcome } from '../samples.ts'
import gotify from './index.ts'
import { commonMark, gotifyPayload, limits } from './payload.ts'

const baseUrl = 'https://scout.example'
const settings = { server: 'https://push.example/gotify/', appToken: 'Aabc' }
const sent = { status: 200, body: { id: 25, appid: 5 } }
const error = (errorCode: number, errorDescription = '') => ({
  status: errorCode,
  body: { error: 'x', errorCode, errorDescription },
})

describe('the payload', () => {
  it('is Markdown with price, score and reasons, opens the listing and shows its picture', () => {
    const payload = gotifyPayload(sampleMessage(), baseUrl)
    expect(payload).toMatchObject({
      title: 'Mid-century sectional sofa, teal for $180',
      priority: 6,
      extras: {
        'client::display': { contentType: 'text/markdown' },
        'client::notification': {
          click: { url: 'https://market.example/item/41?ref=a&b=c' },
          bigImageUrl: 'https://images.example/41.jpg',
        },
      },
    })
    expect(payload.message).toContain('](https://market.example/item/41?ref=a&b=c)')
    expect(payload.message).toContain('**\\$180** on Example Market')
    expect(payload.message).toContain('38\\/40 price\\:')
  })

  it('strikes through the price before a drop and counts what it does not show', () => {
    const items = [sampleItem({ previousPriceCents: 22_000 }), sampleItem()]
    const { message } = gotifyPayload(sampleMessage({ items, itemCount: 12 }), baseUrl)
    expect(message).toContain('~~\\$220~~')
    expect(message).toContain('[+10 more](https://scout.example/notifications)')
  })

  it('keeps every mark of a hostile text literal, and links and pictures ours', () => {
    const attack =
      '![x](https://evil.example/p.png) <b>b</b> [c](javascript:1) `c` # h\n- l | https://evil.example'
    expect(commonMark.escape(attack).replace(/\\./g, '')).not.toMatch(/[!-/:-@[-`{-~]/)
    const items = [{ ...hostileItem(), title: attack }]
    const { message, extras } = gotifyPayload(sampleMessage({ title: attack, items }), baseUrl)
    const targets = [...message.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, url]) => url)
    expect(new Set(targets)).toEqual(new Set(['https://scout.example/listings/41']))
    expect(extras['client::notification']).toEqual({ click: { url: 'https://scout.example/listings/41' } })
  })

  it('an address cannot end its link early', () => {
    expect(commonMark.link('x', 'https://a.example/b_(c)\\d')).toBe('[x](https://a.example/b_%28c%29%5Cd)')
  })

  it('stays within its limits, whatever the listings say', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const payload = gotifyPayload(message, baseUrl)
        expect(payload.title.length).toBeLessThanOrEqual(limits.title)
        expect(payload.title).not.toBe('')
        expect(payload.message.length).toBeLessThanOrEqual(limits.message)
        expect(payload.message).not.toBe('')
        expect(payload.priority).toBeGreaterThanOrEqual(0)
        expect(payload.priority).toBeLessThanOrEqual(10)
        expect(payload.extras['client::notification'].click.url).toMatch(/^https?:\/\//)
      }),
      { numRuns: 60 },
    )
  })
})

describe('answers', () => {
  it.each([
    ['sent', sent, { outcome: 'sent', providerRef: '25' }],
    ['token unknown', error(401), { outcome: 'failed', targetGone: true, says: /push\.example .*Apps/ }],
    ['token of a client', error(403), { outcome: 'failed', targetGone: true, says: /not that of a client/ }],
    ['refused by a proxy', { status: 401, body: 'login please' }, { outcome: 'failed' }],
    ['message wrong', error(400, 'Field message is required'), { outcome: 'failed', says: /is required/ }],
    ['not there', { status: 404, body: '<html>' }, { outcome: 'failed', says: /check address/ }],
    ['down', error(502), { outcome: 'retry' }],
    [
      'too fast for a proxy',
      { status: 429, headers: { 'retry-after': '9' } },
      { outcome: 'retry', blocked: true, afterMs: 9000 },
    ],
  ])('%s', async (_what, reply, expected) => {
    const { deliver } = answering(reply, { settings })
    expectOutcome(await deliver(gotify), expected)
  })

  it('the path of the server is kept, the token goes in a header', async () => {
    const { calls, deliver } = answering(sent, { settings })
    await deliver(gotify)
    expect(calls[0]?.url).toBe('https://push.example/gotify/message')
    expect(calls[0]?.options).toMatchObject({ network: 'public', headers: { 'x-gotify-key': 'Aabc' } })
  })

  it.each([
    [{ server: 'nowhere', appToken: 'A' }, /valid address/],
    [{ server: 'https://push.example', appToken: 'A\nX-Evil: 1' }, /token/],
  ])('%o is not called', async (wrong, says) => {
    const { calls, deliver } = answering(sent, { settings: wrong })
    expectOutcome(await deliver(gotify), { outcome: 'failed', says })
    expect(calls).toEqual([])
  })
})
