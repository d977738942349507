import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import {
  type FakeServer,
  type FakeServerRequest,
  sendJson,
  startFakeServer,
} from '../../test/harness/fake-server.ts'
import type { FieldValues } from '../core/fields.ts'
import type { OptionValues } from '../core/options.ts'
import type { Message, MessageItem } from '../model/message.ts'
import type { ScorePart } from '../model/score-schema.ts'
import { coded } from '../model/sentences/said.ts'

/** Signs as an installation of the tests. */
export const testSign = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

/**
 * How a fake provider behaves: takes the message; asks to wait; has a passing problem; refuses for good; reads the
 * whole request and never answers; reads it and cuts the connection; is not there.
 */
export const moods = ['ok', 'busy', 'error', 'refuse', 'hang', 'cut', 'down'] as const
export type Mood = (typeof moods)[number]

/** A provider on loopback that a channel's `contract-fake-server.ts` starts for the contract tests. */
export interface ChannelFakeServer extends AsyncDisposable {
  /** What a person would have filled in to reach it. */
  settings: FieldValues
  options: OptionValues
  /** Texts that must never show up in a reason or a log. */
  secrets: string[]
  become(mood: Mood): Promise<void>
  /** What it read so far, as a person would read it, oldest first. */
  received(): string[]
  /** By what it recognises a repetition, per message received; null when its protocol has no such thing. */
  repetitionIds(): string[] | null
  /** What it asks for when busy; null when its protocol cannot say. */
  busyWaitMs: number | null
  /** From now on it answers as when the target was deleted; absent where its protocol cannot say so. */
  vanish?(): void
  /** Its channel tells that nothing else gets through either, when it is busy and when it is not there. */
  saysBlocked?: boolean
}

export type StartChannelFakeServer = () => Promise<ChannelFakeServer>

type Answer = (response: ServerResponse, request: FakeServerRequest) => void

/**
 * A fake server that speaks HTTP; `accept` answers when it takes a message, `refusal` is its permanent status or how it
 * refuses. `gone` answers when the target was deleted (by default it refuses), `busy` when it asks to wait (by default
 * 429 with Retry-After: 7).
 */
export async function startHttpFakeServer(
  accept: Answer,
  refusal: number | Answer,
  special: { gone?: Answer; busy?: Answer } = {},
): Promise<{ server: FakeServer; become(mood: Mood): Promise<void>; vanish(): void }> {
  const refuse: Answer =
    typeof refusal === 'number'
      ? (response, { url }) => sendJson(response, refusal, { message: `no: ${url.pathname}` })
      : refusal
  const busy: Answer =
    special.busy ?? ((response) => sendJson(response, 429, { message: 'slow down' }, { 'retry-after': '7' }))
  const server = await startFakeServer((request, response) => accept(response, request))
  return {
    server,
    async become(mood) {
      if (mood === 'down') return server[Symbol.asyncDispose]()
      server.handle((request, response) => {
        if (mood === 'ok') accept(response, request)
        else if (mood === 'busy') busy(response, request)
        else if (mood === 'error') sendJson(response, 500, { message: 'oops' })
        else if (mood === 'refuse') refuse(response, request)
        else if (mood === 'cut') response.socket?.destroy()
      })
    },
    vanish() {
      server.handle((request, response) => (special.gone ?? refuse)(response, request))
    },
  }
}

export function sampleItem(overrides: Partial<MessageItem> = {}): MessageItem {
  return {
    listingId: 41,
    title: 'Mid-century sectional sofa, teal',
    url: 'https://market.example/item/41?ref=a&b=c',
    marketplaceName: 'Example Market',
    priceCents: 18_000,
    currency: 'USD',
    condition: 'like-new',
    location: 'Oakland, CA',
    distanceKm: 12.2,
    imageUrl: 'https://images.example/41.jpg',
    postedAt: '2026-11-20T17:05:00Z',
    value: {
      lowCents: 22_000,
      midCents: 25_000,
      highCents: 29_050,
      currency: 'USD',
      count: 14,
      basis: 'asking',
      method: 'similar',
      confidence: 1,
      oldestAtMs: Date.UTC(2026, 8, 1),
      newestAtMs: Date.UTC(2026, 10, 19),
      compIds: [1, 2, 3],
    },
    score: {
      total: 83,
      parts: codedParts([
        {
          name: 'price',
          points: 38,
          pointsMax: 40,
          sentence: '$180 is 28 % below the $250 that 14 similar ones ask.',
        },
        { name: 'condition', points: 14, pointsMax: 15, sentence: 'Said to be like new.' },
        { name: 'recency', points: 12, pointsMax: 15, sentence: 'Posted 2 hours before it was found.' },
        { name: 'distance', points: 11, pointsMax: 15, sentence: '7.6 mi from the place in your rule.' },
        { name: 'photos', points: 5, pointsMax: 10, sentence: 'It has 3 photos.' },
        { name: 'keyword', points: 3, pointsMax: 5, sentence: 'Two of three words stand in the title.' },
      ]),
    },
    ruleNames: ['Sofa under $300'],
    demo: false,
    ...overrides,
  }
}

const codedParts = (parts: Omit<ScorePart, 'code' | 'params'>[]): ScorePart[] => parts.map(coded)

export function sampleMessage(overrides: Partial<Message> = {}): Message {
  const items = overrides.items ?? [sampleItem()]
  return {
    notificationId: 7,
    kind: 'new-match',
    title: 'Mid-century sectional sofa, teal for $180',
    items,
    itemCount: items.length,
    demo: false,
    createdAt: '2026-11-20T19:00:00Z',
    ...overrides,
  }
}

/** A listing by somebody who tries to break out of every markup at once. */
export function hostileItem(): MessageItem {
  const attack =
    '"><img src=x onerror=alert(1)></td></table><script>alert(2)</script>\r\nBcc: victim@example.com\r\n\r\n@everyone <@123> **bold** [click](https://evil.example) `code` ||spoiler|| \u202egnp.exe\u0000\ud800'
  return sampleItem({
    title: attack,
    url: 'javascript:alert(3)',
    imageUrl: 'data:text/html,<script>alert(4)</script>',
    marketplaceName: attack,
    condition: attack,
    location: attack,
    postedAt: 'yesterday',
    ruleNames: [attack],
    score: { total: 50, parts: codedParts([{ name: 'price', points: 20, pointsMax: 40, sentence: attack }]) },
  })
}
