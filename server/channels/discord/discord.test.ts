import fc from 'fast-check'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { Fetch, FetchOptions } from '../../core/fetch.ts'
import type { ChannelContext } from '../contract.ts'
import { hostileItem, sampleItem, sampleMessage, testSign } from '../fake-server.ts'
import discord, { executeUrl } from './index.ts'
import { discordPayload, embedLength, escapeMarkdown, limits } from './payload.ts'

/** Any UTF-16 unit, lone surrogates included, with the marks that matter more often than chance would. */
const anyUnit = fc.oneof(
  fc.constantFrom(...'<>"\'&=/\\*_`~|[]()@#: \r\n\0'),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
)

const baseUrl = 'https://scout.example'
const webhookUrl = 'https://discord.com/api/webhooks/11/tok_en-1'

describe('the webhook address', () => {
  it.each([
    [webhookUrl, `${webhookUrl}?wait=true`],
    ['https://ptb.discord.com/api/webhooks/11/t', 'https://ptb.discord.com/api/webhooks/11/t?wait=true'],
    [
      'https://canary.discord.com/api/v10/webhooks/1/t/',
      'https://canary.discord.com/api/v10/webhooks/1/t?wait=true',
    ],
    [`${webhookUrl}?thread_id=99&wait=false&x=1`, `${webhookUrl}?wait=true&thread_id=99`],
  ])('%s is called as %s', (pasted, called) => {
    expect(executeUrl(pasted, null)).toBe(called)
  })

  it.each([
    'http://discord.com/api/webhooks/11/t',
    'https://discord.com.evil.example/api/webhooks/11/t',
    'https://evil.example/api/webhooks/11/t',
    'https://discord.com:8443/api/webhooks/11/t',
    'https://discord.com/api/webhooks/11/../../users/@me',
    'https://discord.com/api/webhooks/11',
    'https://discord.com/channels/1/2',
    'not a url',
    undefined,
  ])('%s is not a Discord webhook', (pasted) => {
    expect(executeUrl(pasted, null)).toBeNull()
  })

  it('goes to the operator’s address with the same path', () => {
    expect(executeUrl(webhookUrl, 'http://proxy.lan:9/d/')).toBe(
      'http://proxy.lan:9/d/api/webhooks/11/tok_en-1?wait=true',
    )
  })
})

describe('the payload', () => {
  it('shows price, score with reasons, fair value, place, picture and rule', () => {
    const { content, embeds } = discordPayload(sampleMessage(), baseUrl)
    const [embed] = embeds
    expect(content).toContain('**Mid-century sectional sofa, teal for $180**')
    expect(embed).toMatchObject({
      title: 'Mid-century sectional sofa, teal',
      url: 'https://market.example/item/41?ref=a&b=c',
      image: { url: 'https://images.example/41.jpg' },
      timestamp: '2026-11-20T17:05:00.000Z',
      footer: { text: 'Score 83 · Example Market' },
    })
    expect(embed?.description).toContain('**$180** · 28 % below the middle of fair value')
    expect(embed?.description).toContain('(https://scout.example/listings/41)')
    const fields = Object.fromEntries(embed?.fields?.map(({ name, value }) => [name, value]) ?? [])
    expect(fields['Deal score 83 of 100']).toContain('38/40 · price')
    expect(fields['Fair value']).toContain('from 14 asking prices')
    expect(fields.Why).toContain('Sofa under $300')
    expect(fields.Details).toContain('Oakland, CA')
  })

  it('strikes through the price before a drop and labels the demo', () => {
    const items = [sampleItem({ previousPriceCents: 22_000, demo: true })]
    const { content, embeds } = discordPayload(sampleMessage({ items, demo: true }), baseUrl)
    expect(embeds[0]?.description).toContain('~~$220~~')
    expect(embeds[0]?.title).toMatch(/^\[DEMO\] /)
    expect(content).toContain('DEMO: these listings are made up')
  })

  it('counts what it does not show', () => {
    const items = Array.from({ length: 14 }, () => sampleItem())
    const { content, embeds } = discordPayload(sampleMessage({ items, itemCount: 25 }), baseUrl)
    expect(embeds).toHaveLength(10)
    expect(content).toContain('+15 more: <https://scout.example/notifications>')
  })

  it('pings nobody and keeps every mark of a hostile text literal', () => {
    const message = sampleMessage({ title: hostileItem().title, items: [hostileItem()] })
    const payload = discordPayload(message, baseUrl)
    expect(payload.allowed_mentions).toEqual({ parse: [] })
    expect(payload.embeds[0]?.url).toBe('https://scout.example/listings/41')
    expect(payload.embeds[0]?.image).toBeUndefined()
    const escapedTitle = payload.embeds[0]?.title ?? ''
    // What is left when every escaped character is taken out has no mark that means anything.
    expect(escapedTitle.replace(/\\./g, '')).not.toMatch(/[\\`*_~|<>[\]#@:]/)
    expect(escapeMarkdown('a_b')).toBe('a\\_b')
  })

  it('stays within every limit of Discord, whatever the listings say', () => {
    const anyText = fc.oneof(
      fc.string({ unit: anyUnit, maxLength: 400 }),
      fc.constantFrom('*'.repeat(9000), '👩‍👩‍👧‍👦'.repeat(900), `e${'\u0301'.repeat(3000)}`),
    )
    const anyItem = fc
      .record({
        title: anyText,
        location: anyText,
        marketplaceName: anyText,
        rule: anyText,
        sentence: anyText,
      })
      .map(({ rule, sentence, ...rest }) => {
        const parts = sampleItem().score.parts.map((part) => ({ ...part, sentence }))
        return sampleItem({ ...rest, ruleNames: Array(8).fill(rule), score: { total: 70, parts } })
      })
    fc.assert(
      fc.property(anyText, fc.array(anyItem, { maxLength: 14 }), (title, items) => {
        const payload = discordPayload(sampleMessage({ title, items, itemCount: 99 }), baseUrl)
        expect(payload.content.length).toBeLessThanOrEqual(limits.content)
        expect(payload.embeds.length).toBe(Math.min(items.length, limits.embeds))
        const total = payload.embeds.reduce((sum, embed) => sum + embedLength(embed), 0)
        expect(total).toBeLessThanOrEqual(limits.total)
        for (const embed of payload.embeds) {
          expect(embed.title.length).toBeLessThanOrEqual(limits.title)
          expect(embed.title).not.toBe('')
          expect(embed.description.length).toBeLessThanOrEqual(limits.description)
          expect(embed.fields?.length ?? 0).toBeLessThanOrEqual(limits.fields)
          for (const { name, value } of embed.fields ?? []) {
            expect(name.length).toBeLessThanOrEqual(limits.fieldName)
            expect(value.length).toBeLessThanOrEqual(limits.fieldValue)
            expect(value.trim()).not.toBe('')
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('answers', () => {
  function answering(status: number, body: string, headers: Record<string, string> = {}) {
    const calls: { url: string; options: FetchOptions | undefined }[] = []
    const fetch: Fetch = async (url, options) => {
      calls.push({ url, options })
      const json = () => JSON.parse(body) as unknown
      return { status, headers, url, body: Buffer.from(body), text: () => body, json }
    }
    const context: ChannelContext = {
      fetch,
      log: pino({ level: 'silent' }),
      clock: { now: () => new Date('2026-11-20T19:00:05Z') },
      signal: new AbortController().signal,
      options: {},
      settings: { webhookUrl },
      idempotencyKey: 'k',
      sign: testSign,
      baseUrl,
      unsubscribeUrl: null,
    }
    return { calls, deliver: () => discord.deliver(sampleMessage(), context) }
  }

  it('keeps the id of the message, and asks discord.com over the public network only', async () => {
    const { calls, deliver } = answering(200, '{"id":"9001"}')
    expect(await deliver()).toEqual({ outcome: 'sent', providerRef: '9001' })
    expect(calls[0]?.url).toBe(`${webhookUrl}?wait=true`)
    expect(calls[0]?.options).toMatchObject({ network: 'public', redirectsMax: 0 })
  })

  it('counts as sent without an id when the answer is odd', async () => {
    expect(await answering(200, '<html>').deliver()).toEqual({ outcome: 'sent' })
  })

  it('waits the exact fraction that a 429 names in its body, else the header', async () => {
    const limited = answering(429, '{"retry_after":1.337,"global":false}', { 'retry-after': '2' })
    expect(await limited.deliver()).toMatchObject({ outcome: 'retry', afterMs: 1337 })
    const plain = answering(429, 'error code: 1015', { 'retry-after': '30' })
    expect(await plain.deliver()).toMatchObject({ outcome: 'retry', afterMs: 30_000 })
    const absurd = answering(429, '{"retry_after":1e12}')
    expect(await absurd.deliver()).toMatchObject({ outcome: 'retry', afterMs: 24 * 3600_000 })
  })

  it('leaves out addresses whose host has no dot, and tells all the same', () => {
    for (const bare of [
      'http://attic/p.jpg',
      'http://localhost:8080/p.jpg',
      'http://[::1]/p.jpg',
      'http://attic./p',
    ]) {
      const item = sampleItem({ url: bare, imageUrl: bare })
      for (const items of [[item], [item, item]]) {
        const { embeds } = discordPayload(sampleMessage({ items }), 'http://attic:3000')
        for (const embed of embeds) {
          expect(embed).not.toHaveProperty('url')
          expect(embed).not.toHaveProperty('image')
          expect(embed).not.toHaveProperty('thumbnail')
          expect(embed.description).toContain('http://attic:3000/listings/41')
        }
        expect(discordPayload(sampleMessage({ items }), baseUrl).embeds[0]?.url).toBe(
          `${baseUrl}/listings/41`,
        )
      }
    }
  })

  it('tells without addresses what Discord refuses with them, and blames no webhook for it', async () => {
    const { calls, deliver } = answering(400, '{"embeds":["0"]}')
    expect(await deliver()).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('embeds') })
    expect(await deliver()).toMatchObject({ reason: expect.not.stringContaining('webhook') })
    const [first, second] = calls.map(({ options }) => JSON.parse(String(options?.body)))
    expect(first.embeds[0]).toHaveProperty('image')
    expect(second.content).toBe(first.content)
    expect(Object.keys(second.embeds[0])).not.toEqual(expect.arrayContaining(['url']))
    expect(second.embeds[0]).not.toHaveProperty('image')
  })

  it.each([401, 404])('knows by %i that the webhook no longer exists', async (status) => {
    const result = await answering(status, '{"message":"Unknown Webhook","code":10015}').deliver()
    expect(result).toEqual({
      outcome: 'failed',
      reason: expect.stringContaining('no longer exists'),
      targetGone: true,
    })
  })

  it.each([400, 403])('does not take %i for the end of the webhook', async (status) => {
    const result = await answering(status, '{"message":"Invalid Form Body","code":50035}').deliver()
    expect(result).toMatchObject({ outcome: 'failed' })
    expect(result).not.toHaveProperty('targetGone')
  })
})
