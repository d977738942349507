import fc from 'fast-check'
import { pino } from 'pino'
import { expect } from 'vitest'
import type { Fetch, FetchOptions } from '../core/fetch.ts'
import type { FieldValues } from '../core/fields.ts'
import type { OptionValues } from '../core/options.ts'
import { type Message, type MessageItem, messageKinds } from '../model/message.ts'
import type { Channel, ChannelContext, DeliveryResult } from './contract.ts'
import { sampleItem, sampleMessage, testSign } from './fake-server.ts'

/** Any UTF-16 unit, lone surrogates included, with the marks that matter more often than chance would. */
const anyUnit = fc.oneof(
  fc.constantFrom(...'<>"\'&=/\\*_`~|[](){}@#:!. \r\n\0'),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
)

const anyText = fc.oneof(
  fc.string({ unit: anyUnit, maxLength: 400 }),
  fc.constantFrom(
    '*'.repeat(9000),
    '&'.repeat(500),
    '€'.repeat(700),
    '👩‍👩‍👧‍👦'.repeat(900),
    `e${'\u0301'.repeat(3000)}`,
    '<!channel> <@U1> @room {{DATE(2026-11-20T00:00:00Z, SHORT)}} [x](https://evil.example)',
  ),
)

const anyUrl = fc.oneof(
  fc.constantFrom(
    'https://market.example/item/41',
    'https://market.example/a_(b)|c?x=<i>&y="q"',
    'javascript:alert(1)',
    '',
  ),
  fc.integer({ min: 0, max: 3900 }).map((length) => `https://market.example/${'a&'.repeat(length / 2)}`),
)

const anyItem: fc.Arbitrary<MessageItem> = fc
  .record({
    title: anyText,
    url: anyUrl,
    imageUrl: anyUrl,
    location: anyText,
    condition: anyText,
    marketplaceName: anyText,
    also: anyText,
    unchecked: anyText,
    exchanged: anyText,
    profit: anyText,
    demo: fc.boolean(),
    previousPriceCents: fc.constantFrom(100, 99_999_999),
    rule: anyText,
    sentence: anyText,
    total: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ rule, sentence, total, ...rest }) =>
    sampleItem({
      ...rest,
      ruleNames: Array(8).fill(rule),
      score: { total, parts: sampleItem().score.parts.map((part) => ({ ...part, sentence })) },
      risk: { level: 'high', sentences: Array(5).fill(sentence) },
    }),
  )

/** Any message that strangers' listings and people's rules could lead to, far beyond every provider's limits. */
export const anyMessage: fc.Arbitrary<Message> = fc
  .record({
    kind: fc.constantFrom(...messageKinds),
    title: anyText,
    items: fc.array(anyItem, { maxLength: 14 }),
    lines: fc.array(anyText, { maxLength: 25 }),
    demo: fc.boolean(),
    itemCount: fc.integer({ min: 0, max: 5000 }),
    language: fc.constantFrom('en-US', 'de'),
  })
  .map((overrides) =>
    sampleMessage({
      ...overrides,
      ...(overrides.kind === 'confirm' && {
        confirm: { code: '402113', url: 'https://scout.example/confirm/xyz' },
      }),
    }),
  )

export interface Reply {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

/** A context whose provider gives the replies in order (the last one again and again), and the calls that it got. */
export function answering(
  replies: Reply | Reply[],
  { settings = {}, options = {} }: { settings?: FieldValues; options?: OptionValues } = {},
): {
  calls: { url: string; options: FetchOptions; body: Record<string, unknown> }[]
  context: ChannelContext
  deliver(channel: Channel, message?: Message): ReturnType<Channel['deliver']>
} {
  const list = Array.isArray(replies) ? replies : [replies]
  const calls: { url: string; options: FetchOptions; body: Record<string, unknown> }[] = []
  const fetch: Fetch = async (url, options = {}) => {
    const { status, body = '', headers = {} } = list[Math.min(calls.length, list.length - 1)]!
    calls.push({ url, options, body: JSON.parse(String(options.body ?? '{}')) })
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const json = () => JSON.parse(text) as unknown
    return { status, headers, url, body: Buffer.from(text), text: () => text, json }
  }
  const context: ChannelContext = {
    fetch,
    log: pino({ level: 'silent' }),
    clock: { now: () => new Date('2026-11-20T19:00:05Z') },
    signal: new AbortController().signal,
    options,
    settings,
    idempotencyKey: 'delivery-5',
    sign: testSign,
    baseUrl: 'https://scout.example',
    unsubscribeUrl: null,
  }
  return {
    calls,
    context,
    deliver: (channel, message = sampleMessage()) => channel.deliver(message, context),
  }
}

/** Expects the result to be exactly this but for its reason, and the reason to match `says`. */
export function expectOutcome(
  result: DeliveryResult,
  { says, ...expected }: Omit<Record<string, unknown>, 'says'> & { says?: RegExp },
): void {
  const { reason, ...outcome } = result as DeliveryResult & { reason?: string }
  expect(outcome).toEqual(expected)
  if (expected.outcome !== 'sent') expect(reason).toMatch(says ?? /^[A-Z].{20,}\.$/)
}
