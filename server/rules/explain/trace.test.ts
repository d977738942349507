import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliveryStates } from '../../model/delivery.ts'
import { sampleRule } from '../samples.ts'
import type { StoredRule } from '../store.ts'
import { no, unknown } from './finding.ts'
import { type Asked, explain, type ListingFacts, type MatchFacts, type MessageFacts } from './trace.ts'
import { type Channels, type DeliveryFacts, deliveredAt, messageVerdict } from './trace-delivery.ts'
import { traceSchema } from './trace-schema.ts'
import { tellingIn } from './trace-texts.ts'
import { momentWords, spanWords } from './trace-words.ts'

const channels: Channels = new Map([
  ['inbox', { name: 'Inbox', problem: null, inProduct: true }],
  ['email', { name: 'E-mail', problem: 'E-mail is switched off.', inProduct: false }],
])
const time = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
const state = fc.constantFrom(...deliveryStates)
const none = { nil: null }
const reason = fc.option(fc.constantFrom('It is full.', 'HTTP 503'), none)

const delivery: fc.Arbitrary<DeliveryFacts> = fc.record({
  id: fc.integer({ min: 1, max: 9 }),
  channel: fc.constantFrom('inbox', 'email', 'gone-in-this-version'),
  state,
  holdReason: fc.option(fc.constantFrom('quiet-hours', 'digest', 'something new'), none),
  heldUntil: fc.option(time, none),
  bundle: fc.option(
    fc.record({
      id: fc.constant(77),
      createdAt: time,
      state: fc.option(state, none),
      finishedAt: fc.option(time, none),
    }),
    none,
  ),
  fallbackOf: fc.option(fc.constant('email'), none),
  dueAt: time,
  finishedAt: fc.option(time, none),
  attempts: fc.integer({ min: 0, max: 8 }),
  undecided: fc.integer({ min: 0, max: 2 }),
  reason,
  tries: fc.array(
    fc.record({
      startedAt: time,
      finishedAt: time,
      outcome: fc.constantFrom('sent' as const, 'retry' as const, 'failed' as const),
      reason,
      providerRef: reason,
      undecided: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
})
const money = {
  priceCents: fc.option(fc.integer({ min: 0, max: 9_999 }), none),
  currency: fc.constantFrom('USD', 'EUR'),
}
const message: fc.Arbitrary<MessageFacts> = fc.record({
  id: fc.integer({ min: 1, max: 9 }),
  dedupeKey: fc.constantFrom('listing:5:new', 'rule:1:existing:1'),
  kind: fc.constantFrom('new-match', 'price-drop', 'watch'),
  title: fc.string(),
  ruleIds: fc.subarray([1, 2]),
  ruleNames: fc.subarray(['a rule', 'another']),
  seenAt: fc.option(time, none),
  createdAt: time,
  deliveries: fc.array(delivery, { maxLength: 3 }),
  ...money,
})
const match: fc.Arbitrary<MatchFacts> = fc.record({
  ruleId: fc.constantFrom(1, 2),
  ruleName: fc.constantFrom('a rule', 'another'),
  listingId: fc.constantFrom(5, 6),
  matchedAt: time,
  score: fc.integer({ min: 0, max: 100 }),
  notifiedPriceCents: money.priceCents,
  notifiedCurrency: fc.option(money.currency, none),
  notificationId: fc.option(fc.integer({ min: 1, max: 9 }), none),
  dismissedAt: fc.option(time, none),
  dismissReason: fc.option(fc.constant('seen' as const), none),
})
const listing: fc.Arbitrary<ListingFacts> = fc.record({
  listingId: fc.constant(5),
  title: fc.string(),
  state: fc.constantFrom('active' as const, 'pending' as const, 'sold' as const, 'gone' as const),
  firstSeenAt: time,
  endedAt: fc.option(time, none),
  detailsRead: fc.boolean(),
  others: fc.subarray([{ listingId: 6, title: 'the other' }]),
  matches: fc.array(match, { maxLength: 3 }),
  messages: fc.array(message, { maxLength: 3 }),
  channels: fc.constant(channels),
  targets: fc.constant([{ channel: 'email', enabled: true }]),
  ...money,
})
const asked: fc.Arbitrary<Asked> = fc.record({
  rule: fc
    .record({
      createdAt: time,
      updatedAt: time,
      expiresAt: fc.option(time, none),
      snoozedUntil: fc.option(time, none),
      onlyNew: fc.boolean(),
      channels: fc.subarray(['inbox', 'email']),
    })
    .map((over): StoredRule => ({ ...sampleRule(), demo: false, revision: 1, ...over })),
  listing,
  now: fc.constantFrom(
    { verdict: 'yes' as const, trace: [] },
    {
      verdict: 'no' as const,
      trace: [{ condition: 'price' as const, ...no('fit-price-none') }],
    },
    {
      verdict: 'unknown' as const,
      trace: [{ condition: 'places' as const, ...unknown('fit-place-unknown', { places: ['Oakland'] }) }],
    },
  ),
  at: time,
  telling: fc
    .record({
      language: fc.constantFrom('en' as const, 'de' as const),
      timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu'),
    })
    .map(({ language, timeZone }) => tellingIn(language, timeZone)),
})

describe('an explanation', () => {
  it('has the wire shape and whole sentences, whatever the ledger holds', () => {
    fc.assert(
      fc.property(asked, (question) => {
        const found = explain(question)
        expect(traceSchema.parse(found)).toEqual(found)
        for (const sentence of [found.headline, ...found.story]) {
          expect(sentence).toMatch(/^(?:[A-Z"]|gone-in-this-version).*\.$/s)
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('says told, held or failed exactly when a message of this rule has a delivery that is', () => {
    fc.assert(
      fc.property(asked, (question) => {
        const { verdict, messages, match: found } = explain(question)
        const own = messages.filter(({ ofThisRule }) => ofThisRule)
        const sent = own.flatMap(({ deliveries }) => deliveries)
        expect(['notified', 'held', 'failed'].includes(verdict)).toBe(sent.length > 0)
        if (verdict === 'failed')
          expect(sent.some(({ state }) => ['failed', 'dead', 'bundled'].includes(state))).toBe(true)
        if (verdict === 'not-matched') expect(found).toBeNull()
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('what became of a message', () => {
  it('is told by whatever reached the person outside; the inbox counts only where there is nothing else', () => {
    fc.assert(
      fc.property(fc.array(delivery, { minLength: 1, maxLength: 4 }), (deliveries) => {
        const outside = deliveries.filter(({ channel }) => channel !== 'inbox')
        const counted = outside.length > 0 ? outside : deliveries
        const reached = counted.some(
          ({ state, bundle }) => state === 'sent' || (state === 'bundled' && bundle?.state === 'sent'),
        )
        expect(messageVerdict(deliveries, channels) === 'notified').toBe(reached)
        for (const one of deliveries)
          if (deliveredAt(one) !== null) expect(messageVerdict([one], channels)).toBe('notified')
      }),
    )
  })
})

describe('words', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [89, '89 seconds'],
    [300, '5 minutes'],
    [7_200, '2 hours'],
    [86_400 * 3, '3 days'],
  ])('%d s is %s', (seconds, words) => {
    expect(spanWords(seconds)).toBe(words)
  })

  it('write a moment as the person has it, over midnight and clock changes', () => {
    expect(momentWords(new Date('2026-11-22T23:30:00Z'), 'UTC')).toBe('2026-11-22 23:30 UTC')
    expect(momentWords(new Date('2026-11-22T23:30:00Z'), 'Europe/Berlin')).toBe(
      '2026-11-23 00:30 Europe/Berlin',
    )
    expect(momentWords(new Date('2026-07-01T12:00:00Z'), 'America/New_York')).toBe(
      '2026-07-01 08:00 America/New_York',
    )
  })
})
