import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileItem, sampleItem, sampleMessage } from '../fake-server.ts'
import { answering, anyMessage, expectOutcome } from '../samples.ts'
import matrix from './index.ts'
import { limits, matrixEvent, matrixHtml, transactionId } from './payload.ts'

const baseUrl = 'https://scout.example'
const settings = {
  homeserver: 'https://matrix.example.org/',
  roomId: '!r/oom:example.org',
  accessToken: 'syt_x',
}
const sent = { status: 200, body: { event_id: '$abc' } }
const refused = (status: number, errcode: string, error = '', more = {}) => ({
  status,
  body: { errcode, error, ...more },
})

describe('the event', () => {
  it('says the same in HTML and in plain text', () => {
    const event = matrixEvent(sampleMessage(), baseUrl)
    expect(event).toMatchObject({ msgtype: 'm.text', format: 'org.matrix.custom.html', 'm.mentions': {} })
    expect(event.formatted_body).toContain(
      '<a href="https://market.example/item/41?ref=a&amp;b=c"><strong>Mid-century sectional sofa, teal</strong></a>',
    )
    expect(event.formatted_body).toContain('<strong>$180</strong> on Example Market')
    expect(event.body).toContain('$180 on Example Market · 28 % below')
    for (const text of [event.body, event.formatted_body]) {
      expect(text).toContain('Deal score 83 of 100')
      expect(text).toContain('38/40 price')
    }
  })

  it('has only the tags that we wrote, and addresses of ours', () => {
    const message = sampleMessage({ title: hostileItem().title, items: [hostileItem(), sampleItem()] })
    const html = matrixEvent(message, baseUrl).formatted_body
    const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag)
    for (const tag of tags) expect(tag).toMatch(/^<(?:br|\/?strong|\/?del|\/a|a href="https:\/\/[^"]*")>$/)
    expect(html).not.toMatch(/javascript:|href="https:\/\/evil/)
    expect(matrixHtml.escape('<b>&"\'')).not.toMatch(/[<>"']/)
  })

  it('stays within the size of an event, whatever the listings say', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const event = matrixEvent(message, baseUrl)
        expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThanOrEqual(limits.event)
        expect(event.body).not.toBe('')
        expect(event.formatted_body).not.toBe('')
        expect(event['m.mentions']).toEqual({})
        expect(event.formatted_body.match(/<a /g)?.length).toBe(event.formatted_body.match(/<\/a>/g)?.length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('answers', () => {
  it.each([
    ['sent', sent, { outcome: 'sent', providerRef: '$abc' }],
    ['a web page', { status: 200, body: '<html>' }, { outcome: 'failed', says: /address of its API/ }],
    [
      'token revoked',
      refused(401, 'M_UNKNOWN_TOKEN', 'Invalid access token passed.', { soft_logout: false }),
      { outcome: 'failed', targetGone: true, says: /matrix\.example\.org no longer accepts/ },
    ],
    [
      'not in the room',
      refused(403, 'M_FORBIDDEN', 'User @x:example.org not in room'),
      { outcome: 'failed', targetGone: true, says: /not in room.*invite/ },
    ],
    ['room unknown', refused(404, 'M_NOT_FOUND'), { outcome: 'failed', targetGone: true, says: /room/ }],
    ['not a homeserver', refused(404, 'M_UNRECOGNIZED'), { outcome: 'failed', says: /check address/ }],
    ['refused by a proxy', { status: 403, body: 'no' }, { outcome: 'failed' }],
    ['too large', refused(413, 'M_TOO_LARGE', 'event too large'), { outcome: 'failed', says: /too large/ }],
    [
      'too fast',
      refused(429, 'M_LIMIT_EXCEEDED', 'Too Many Requests', { retry_after_ms: 2500 }),
      { outcome: 'retry', blocked: true, afterMs: 2500 },
    ],
    [
      'too fast, said in both ways',
      { ...refused(429, 'M_LIMIT_EXCEEDED', '', { retry_after_ms: 2500 }), headers: { 'retry-after': '3' } },
      { outcome: 'retry', blocked: true, afterMs: 3000 },
    ],
    ['down', { status: 502, body: '' }, { outcome: 'retry' }],
  ])('%s', async (_what, reply, expected) => {
    const { deliver } = answering(reply, { settings })
    expectOutcome(await deliver(matrix), expected)
  })

  it('puts the event under its transaction, with the token in a header', async () => {
    const { calls, deliver } = answering(sent, { settings })
    await deliver(matrix)
    const transaction = transactionId('delivery-5')
    expect(calls[0]?.url).toBe(
      `https://matrix.example.org/_matrix/client/v3/rooms/!r%2Foom%3Aexample.org/send/m.room.message/${transaction}`,
    )
    expect(calls[0]?.options).toMatchObject({
      method: 'PUT',
      network: 'public',
      headers: { authorization: 'Bearer syt_x' },
    })
    expect(transactionId('delivery-6')).not.toBe(transaction)
  })

  it.each([
    [{ ...settings, homeserver: 'matrix.org' }, /homeserver/],
    [{ ...settings, roomId: '#deals:example.org' }, /not the #alias/],
    [{ ...settings, accessToken: 'a b' }, /access token/],
  ])('%o is not called', async (wrong, says) => {
    const { calls, deliver } = answering(sent, { settings: wrong })
    expectOutcome(await deliver(matrix), { outcome: 'failed', says })
    expect(calls).toEqual([])
  })
})
