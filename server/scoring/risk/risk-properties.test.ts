import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categories, conditions } from '../../model/listing-schema.ts'
import { riskLevels, riskSignalNames } from '../../model/risk.ts'
import { type Risk, type RiskSubject, weighRisk } from './risk.ts'
import { phrases } from './risk-phrases.ts'
import { shippingTriggers } from './risk-shipping.ts'

const nowMs = Date.UTC(2026, 5, 15)

const plain: RiskSubject = {
  title: 'Mountain bike FX500, medium',
  description:
    'Ridden for two summers and kept dry. New chain and pads in spring. Come and try it at our house.',
  category: 'bikes',
  condition: 'good',
  priceCents: 45000,
  currency: 'USD',
  value: null,
  shipping: null,
  location: null,
  photoCount: 5,
  stockPhoto: null,
  photoReusedElsewhere: 0,
  textReusedElsewhere: 0,
  seller: null,
  postedAtMs: nowMs,
}

const cents = fc.integer({ min: 0, max: 10_000_000 })
const value = fc
  .tuple(cents, cents, cents, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b, c, confidence]) => {
    const [lowCents, midCents, highCents] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
    return {
      lowCents,
      midCents,
      highCents,
      currency: 'USD',
      count: 9,
      basis: 'asking' as const,
      method: 'similar' as const,
      confidence,
      oldestAtMs: 0,
      newestAtMs: 0,
      compIds: [],
    }
  })
const odd = fc.constantFrom(-1, 0, 1, 2, 3.7, 1e12, Number.NaN, Infinity)
const vocabulary = [
  ...new Set([...phrases.flatMap(({ triggers }) => triggers.split(' ')), ...shippingTriggers.split(' ')]),
  ...'no not only pay to hold my will pick up five one zero 555 at dot com the a , . ! ( ) $ € @'.split(' '),
]
const wordy = fc.array(fc.constantFrom(...vocabulary), { maxLength: 60 }).map((words) => words.join(' '))
const text = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  wordy,
)
const anySubject: fc.Arbitrary<RiskSubject> = fc.record({
  title: text,
  description: fc.option(text),
  category: fc.constantFrom(...categories),
  condition: fc.option(fc.constantFrom(...conditions)),
  priceCents: fc.option(fc.oneof(cents, odd)),
  currency: fc.option(fc.constantFrom('USD', 'EUR', 'JPY', 'XXX', '', 'toString')),
  value: fc.option(value),
  shipping: fc.option(fc.constantFrom('only', 'possible', 'none')),
  location: fc.option(text),
  photoCount: fc.oneof(fc.nat(20), odd),
  stockPhoto: fc.option(fc.boolean()),
  photoReusedElsewhere: fc.oneof(fc.nat(9), odd),
  textReusedElsewhere: fc.oneof(fc.nat(9), odd),
  seller: fc.option(
    fc.record({
      accountAgeDays: fc.option(fc.oneof(fc.nat(4000), odd)),
      ratingCount: fc.option(fc.oneof(fc.nat(400), odd)),
      ratingAverage: fc.option(fc.oneof(fc.double({ min: 0, max: 5, noNaN: true }), odd)),
    }),
  ),
  postedAtMs: fc.oneof(fc.nat(), odd),
  marketplaceHasPayment: fc.option(fc.boolean()),
})

function isSound({ level, score, signals }: Risk): void {
  expect(riskLevels).toContain(level)
  expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true)
  expect(score === 0 ? signals.every(({ weight }) => weight < 0.01) : signals.length > 0).toBe(true)
  for (const { name, weight, sentence } of signals) {
    expect(riskSignalNames).toContain(name)
    expect(weight > 0 && weight < 1).toBe(true)
    expect(sentence.trim().length > 10 && sentence.length < 500).toBe(true)
    expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/)
  }
  expect(new Set(signals.map(({ name }) => name)).size).toBe(signals.length)
  expect(signals.every(({ weight }, i) => i === 0 || weight <= signals[i - 1]!.weight)).toBe(true)
}

describe('weighRisk', () => {
  it('never throws, and its level, score and sentences are sound for any subject', () => {
    fc.assert(
      fc.property(anySubject, (subject) => isSound(weighRisk(subject, nowMs))),
      { numRuns: 1500 },
    )
  })

  it('says the same of the same subject whatever was read before', () => {
    fc.assert(
      fc.property(anySubject, anySubject, (a, b) => {
        const first = weighRisk(a, nowMs)
        weighRisk(b, nowMs)
        expect(weighRisk(a, nowMs)).toEqual(first)
      }),
      { numRuns: 300 },
    )
  })

  it('never falls when a fact that speaks against the seller is added', () => {
    const worse: ((subject: RiskSubject) => RiskSubject)[] = [
      (s) => ({ ...s, photoReusedElsewhere: (s.photoReusedElsewhere > 0 ? s.photoReusedElsewhere : 0) + 1 }),
      (s) => ({ ...s, textReusedElsewhere: (s.textReusedElsewhere > 0 ? s.textReusedElsewhere : 0) + 1 }),
      (s) => ({ ...s, stockPhoto: true }),
      (s) => ({ ...s, shipping: 'only' }),
      (s) => ({ ...s, seller: { ratingCount: null, ratingAverage: null, ...s.seller, accountAgeDays: 3 } }),
      (s) => ({ ...s, seller: { accountAgeDays: null, ratingAverage: null, ...s.seller, ratingCount: 0 } }),
      (s) => ({ ...s, seller: { accountAgeDays: null, ...s.seller, ratingCount: 50, ratingAverage: 1 } }),
    ]
    const clean = anySubject.map((s) => ({
      ...s,
      // Ratings already bad, or nought, are told of in the place of those added.
      seller: s.seller === null ? null : { ...s.seller, ratingAverage: null, ratingCount: null },
    }))
    fc.assert(
      fc.property(clean, fc.constantFrom(...worse), (subject, worsen) => {
        expect(weighRisk(worsen(subject), nowMs).score).toBeGreaterThanOrEqual(
          weighRisk(subject, nowMs).score,
        )
      }),
      { numRuns: 1500 },
    )
  })

  it('never falls as the price falls further below the interval, down to a quarter of its low end', () => {
    const amount = fc.integer({ min: 200, max: 5_000_000 }).filter((c) => c % 100 === 99)
    fc.assert(
      fc.property(value, amount, amount, (worth, a, b) => {
        const at = (priceCents: number) => {
          const { signals } = weighRisk({ ...plain, value: worth, priceCents }, nowMs)
          return signals.find(({ name }) => name === 'price-below-interval')?.weight ?? 0
        }
        // The stake counts the higher of price and value, so that only prices below the middle are compared.
        fc.pre(Math.max(a, b) <= worth.midCents && Math.min(a, b) >= worth.lowCents / 4)
        expect(at(Math.min(a, b))).toBeGreaterThanOrEqual(at(Math.max(a, b)))
      }),
    )
  })

  it.each([
    'Pay with Steam gift cards.',
    'I accept Western Union.',
    'PayPal friends and family only.',
    'Zelle only.',
    'Payment in advance.',
    'Send a deposit first.',
    'My courier will pick it up.',
    'Handled through eBay escrow.',
    'Write to me on WhatsApp.',
    'Text five five five zero one zero four four seven seven.',
    'I will send you a verification code.',
    'I am working overseas.',
    'Must sell today.',
    'No pickup.',
  ])('rises by a sentence and by it only: %s', (sentence) => {
    const description = `${plain.description} ${sentence}`
    expect(weighRisk(plain, nowMs).score).toBe(0)
    expect(weighRisk({ ...plain, description }, nowMs).score).toBeGreaterThan(0)
    fc.assert(
      fc.property(anySubject, (subject) => {
        const base = {
          ...subject,
          category: plain.category,
          title: plain.title,
          description: plain.description,
        }
        const worse = weighRisk({ ...base, description }, nowMs)
        expect(worse.score).toBeGreaterThanOrEqual(weighRisk(base, nowMs).score)
      }),
      { numRuns: 60 },
    )
  })
})

const long = 10_000
const hostile: Record<string, string> = {
  nul: '\u0000'.repeat(long),
  'lone surrogates': '\ud800\udc00\udfff\ud83d '.repeat(2000),
  'combining marks': `a${'\u0301'.repeat(long)}`,
  'zero width': 'z\u200be\u200bl\u200bl\u200be '.repeat(1000),
  'every script': 'Ω я 中文 العربية हिन्दी ไทย 한국어 ქართული '.repeat(200),
  emoji: '👩‍👩‍👧‍👦5️⃣🔥 '.repeat(800),
  '10,000 words': 'word '.repeat(10_000),
  'at signs': 'a@'.repeat(long / 2),
  'an address without end': `${'a.'.repeat(2500)}@${'b-'.repeat(2500)}`,
  digits: '1234567890'.repeat(1000),
  'digits apart': '1 '.repeat(long / 2),
  'figures as words': 'five '.repeat(2000),
  'figures in one word': 'fiveone'.repeat(1500),
  'single letters': 'z e l l e '.repeat(1000),
  brackets: '(((('.repeat(2500),
  phones: '(555) 010-'.repeat(1000),
  'amounts without end': '$1,1'.repeat(2500),
  'no sentence': 'no zelle or '.repeat(900),
  'triggers in a row': phrases
    .map(({ triggers }) => triggers)
    .join(' ')
    .repeat(4),
  'starts without ends': 'pay with my deposit to the copy of your only send code i am '.repeat(180),
  'refusals without end': 'no not dont never without '.repeat(400),
  leet: 'z3ll3 wh4t5app c4sh4pp '.repeat(450),
  apostrophes: "a'".repeat(long / 2),
  colons: '1:'.repeat(long / 2),
  'full stops': 'w.h.a.t.'.repeat(1200),
  blanks: ' '.repeat(long),
}

describe('hostile text', () => {
  it.each(Object.entries(hostile))('is read in bounded time and without harm: %s', (_, description) => {
    for (const priceCents of [0, 100, 45000]) {
      const startedAt = performance.now()
      isSound(weighRisk({ ...plain, title: description.slice(0, 3000), description, priceCents }, nowMs))
      // Some 1,000 times what it takes at most on a quiet machine; a pattern that runs away takes minutes.
      expect(performance.now() - startedAt).toBeLessThan(2000)
    }
  })

  it('costs no more for a million characters than for the first ten thousand', () => {
    const description = 'pay my deposit by zelle '.repeat(50_000)
    expect(weighRisk({ ...plain, description }, nowMs)).toEqual(
      weighRisk({ ...plain, description: description.slice(0, 10_000) }, nowMs),
    )
  })
})
