import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileItem, sampleItem, sampleMessage } from '../fake-server.ts'
import { answering, anyMessage, expectOutcome } from '../samples.ts'
import telegram from './index.ts'
import { limits, photoCall, telegramHtml, textCall, urlBytes, visibleLength } from './payload.ts'

const baseUrl = 'https://scout.example'
const botToken = '123456789:AAEabcdefghijklmnopqrstuvwxyz01234'
const settings = { botToken, chatId: '-100200300' }
const sent = { status: 200, body: { ok: true, result: { message_id: 12 } } }
const refused = (status: number, description: string, parameters?: object) => ({
  status,
  body: { ok: false, error_code: status, description, parameters },
})

describe('the message', () => {
  it('about one listing with a photo is a photo whose caption says all that has room', () => {
    const call = photoCall(sampleMessage(), baseUrl, '1')
    expect(call).toMatchObject({
      method: 'sendPhoto',
      body: { chat_id: '1', parse_mode: 'HTML', photo: 'https://images.example/41.jpg' },
    })
    const { caption } = call!.body as { caption: string }
    expect(caption).toContain(
      '<a href="https://market.example/item/41?ref=a&amp;b=c"><b>Mid-century sectional sofa, teal</b></a>',
    )
    expect(caption).toContain('<b>$180</b> on Example Market · 28 % below')
    expect(caption).toContain('Deal score 83 of 100')
  })

  it('about several listings is one text, without the preview of any link', () => {
    const items = [sampleItem(), sampleItem({ title: 'Oak desk', previousPriceCents: 22_000 })]
    const message = sampleMessage({ items, itemCount: 25 })
    expect(photoCall(message, baseUrl, '1')).toBeNull()
    const call = textCall(message, baseUrl, '1')
    expect(call.body).toMatchObject({ link_preview_options: { is_disabled: true } })
    const { text } = call.body as { text: string }
    expect(text).toContain('Oak desk')
    expect(text).toContain('<s>$220</s>')
    expect(text).toContain('<a href="https://scout.example/notifications">+23 more</a>')
  })

  it('keeps the markup, mentions and addresses of a stranger literal', () => {
    const attack = '<a href="https://evil.example">x</a> @someone https://evil.example &lt;b&gt; "'
    const escaped = telegramHtml.escape(attack)
    expect(escaped.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[<>&]|:\/\/|@\w/)
    const message = sampleMessage({ title: attack, items: [{ ...hostileItem(), title: attack }] })
    const { text } = textCall(message, baseUrl, '1').body as { text: string }
    expect(text.match(/<a href="[^"]*"/g)).toEqual([
      '<a href="https://scout.example/listings/41"',
      '<a href="https://scout.example/listings/41"',
    ])
  })

  it.each([
    ['good-desks.example and www.bad.example', /\w\.\w/],
    ['call +1 555 010 4477 or 5550104477', /\+\d|\d(?:[\s.-]?\d){6}/],
    ['#sofa /start @seller $GOLD t.me/x', /[#/@]\w|\$[A-Z]|\w\.\w/],
    ['write to me@mail.example, 10.0.0.1', /@\w|\w\.\p{L}|\d\.\d+\.\d/u],
    [`${'oak '.repeat(80)}desk.example`.repeat(2), /\w\.\w/],
    [`${'x.example #y '.repeat(30)}`, /\w\.\w|#\w/],
  ])('makes nothing that Telegram links of the title %s', (title, linked) => {
    const message = sampleMessage({ title, items: [sampleItem({ title })] })
    for (const call of [photoCall(message, baseUrl, '1')!, textCall(message, baseUrl, '1')]) {
      const html = 'text' in call.body ? call.body.text : call.body.caption
      for (const [bold] of html.matchAll(/<b>[^<]*<\/b>/g))
        if (!bold.includes('$1')) expect(bold.replaceAll('</b>', '')).not.toMatch(linked)
    }
  })

  it('keeps all addresses together within what Telegram takes: links give way, listings do not', () => {
    const items = Array.from({ length: 10 }, (_, i) =>
      sampleItem({
        listingId: i,
        title: `Chair ${i}`,
        url: `https://market.example/${i}?${'q'.repeat(i * 210)}`,
      }),
    )
    const { text } = textCall(sampleMessage({ items, itemCount: 10 }), baseUrl, '1').body as { text: string }
    expect(urlBytes(text)).toBeLessThanOrEqual(limits.urls)
    for (let i = 0; i < 10; i++) expect(text).toContain(`Chair ${i}`)
    expect(text).toContain('https://market.example/0?')
    expect(text).toContain('<a href="https://scout.example/listings/9"><b>')
    const short = items.map((item) => ({ ...item, url: 'https://market.example/x' }))
    const { text: plain } = textCall(sampleMessage({ items: short }), baseUrl, '1').body as { text: string }
    expect(plain.match(/market\.example\/x/g)).toHaveLength(10)
  })

  it('has whole tags only and stays within the limits, whatever the listings say', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const text = (textCall(message, baseUrl, '1').body as { text: string }).text
        expect(visibleLength(text)).toBeLessThanOrEqual(limits.text)
        const photo = photoCall(message, baseUrl, '1')?.body as { caption: string; photo: string } | undefined
        if (photo) {
          expect(visibleLength(photo.caption)).toBeLessThanOrEqual(limits.caption)
          expect(photo.photo.length).toBeLessThanOrEqual(limits.url)
        }
        for (const html of photo ? [text, photo.caption] : [text]) {
          expect(visibleLength(html)).toBeGreaterThan(0)
          const rest = html
            .replace(/<a href="https?:\/\/[^"<>]*">|<\/?[bs]>|<\/a>/g, '')
            .replace(/&(?:amp|lt|gt|quot);/g, '')
          expect(rest).not.toMatch(/[<>&]/)
          expect(html.match(/<a /g)?.length).toBe(html.match(/<\/a>/g)?.length)
          expect(html.match(/<b>/g)?.length).toBe(html.match(/<\/b>/g)?.length)
          // Telegram takes 100 entities of a message into account.
          expect(html.match(/<(?:a|b|s)\b/g)?.length ?? 0).toBeLessThanOrEqual(100)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('answers', () => {
  it('sends without the addresses of listings what is refused for its addresses', async () => {
    const items = [sampleItem(), sampleItem()]
    const { calls, deliver } = answering([refused(400, 'Bad Request: ENTITIES_TOO_LONG'), sent], { settings })
    expectOutcome(await deliver(telegram, sampleMessage({ items })), { outcome: 'sent', providerRef: '12' })
    expect(calls.map(({ body }) => String(body.text).includes('market.example'))).toEqual([true, false])
  })

  it.each([
    ['sent', sent, { outcome: 'sent', providerRef: '12' }],
    ['ok: false with 200', { status: 200, body: { ok: false } }, { outcome: 'failed' }],
    ['token revoked', refused(401, 'Unauthorized'), { outcome: 'failed', targetGone: true, says: /token/ }],
    ['token never was', refused(404, 'Not Found'), { outcome: 'failed', targetGone: true, says: /token/ }],
    [
      'blocked',
      refused(403, 'Forbidden: bot was blocked by the user'),
      { outcome: 'failed', targetGone: true, says: /unblock/ },
    ],
    [
      'account deleted',
      refused(403, 'Forbidden: user is deactivated'),
      { outcome: 'failed', targetGone: true, says: /deleted/ },
    ],
    [
      'kicked',
      refused(403, 'Forbidden: bot was kicked from the supergroup chat'),
      { outcome: 'failed', targetGone: true, says: /removed/ },
    ],
    [
      'chat not found',
      refused(400, 'Bad Request: chat not found'),
      { outcome: 'failed', targetGone: true, says: /Start/ },
    ],
    [
      'no right to write',
      refused(400, 'Bad Request: not enough rights to send text messages to the chat'),
      { outcome: 'failed', targetGone: true, says: /right/ },
    ],
    [
      'group moved',
      refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: -1009,
      }),
      { outcome: 'failed', targetGone: true, says: /set -1009/ },
    ],
    [
      'wrong markup',
      refused(400, "Bad Request: can't parse entities: unsupported start tag"),
      { outcome: 'failed', says: /parse entities/ },
    ],
    [
      'too fast',
      refused(429, 'Too Many Requests: retry after 35', { retry_after: 35 }),
      { outcome: 'retry', afterMs: 35_000, blocked: true },
    ],
    ['down', { status: 502, body: '<html>' }, { outcome: 'retry' }],
  ])('%s', async (_what, reply, expected) => {
    const { deliver } = answering(reply, { settings })
    expectOutcome(await deliver(telegram), expected)
  })

  it.each([
    'Bad Request: wrong file identifier/HTTP URL specified',
    'Bad Request: failed to get HTTP URL content',
    'Bad Request: wrong type of the web page content',
    'Bad Request: PHOTO_INVALID_DIMENSIONS',
  ])('“%s” costs only the photo', async (description) => {
    const { calls, deliver } = answering([refused(400, description), sent], { settings })
    expect(await deliver(telegram)).toEqual({ outcome: 'sent', providerRef: '12' })
    expect(calls.map(({ url }) => url.split('/').at(-1))).toEqual(['sendPhoto', 'sendMessage'])
  })

  it('a cut after the photo may have arrived, so nothing else is sent in this attempt', async () => {
    const { calls, deliver } = answering({ status: 500 }, { settings })
    expect((await deliver(telegram)).outcome).toBe('retry')
    expect(calls).toHaveLength(1)
  })

  it('the token, which is a part of the address, stands in no reason', async () => {
    const { deliver } = answering(refused(400, `Bad Request: no ${botToken} here`), { settings })
    expect(JSON.stringify(await deliver(telegram))).not.toContain(botToken)
  })

  it.each([
    [{ botToken: 'nonsense', chatId: '1' }, /BotFather/],
    [{ botToken: `${botToken}/../x`, chatId: '1' }, /BotFather/],
    [{ botToken, chatId: 'my chat' }, /number of the chat/],
    [{ botToken }, /number of the chat/],
  ])('%o is not called', async (wrong, says) => {
    const { calls, deliver } = answering(sent, { settings: wrong })
    expectOutcome(await deliver(telegram), { outcome: 'failed', says })
    expect(calls).toEqual([])
  })
})
