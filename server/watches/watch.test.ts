import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listingStates } from '../model/listing-schema.ts'
import type { WatchEvent } from './schema.ts'
import { isBelow, type Known, type Memory, poll, unread, type Wishes } from './watch.ts'

const all: Wishes = {
  thresholdCents: 200,
  currency: 'USD',
  notifyDrops: true,
  notifyRises: false,
  notifyBackOnSale: true,
  notifySold: true,
  notifyGone: true,
}
const usd = (priceCents: number | null, state: Known['state'] = 'active'): Known => ({
  state,
  priceCents,
  currency: 'USD',
})

/** What every poll of a row tells, from a memory on. */
function follow(
  polls: readonly Known[],
  wishes = all,
  from: Memory = poll({ ...all, ...unread }, usd(300)).memory,
) {
  let memory = from
  const notified = polls.map((known) => {
    const result = poll({ ...wishes, ...memory }, known)
    memory = result.memory
    return result.events
  })
  return { notified, memory }
}

const knowns: fc.Arbitrary<Known> = fc.record({
  state: fc.oneof(
    { weight: 3, arbitrary: fc.constant('active' as const) },
    fc.constantFrom(...listingStates),
  ),
  priceCents: fc.option(fc.integer({ min: 0, max: 6 }), { freq: 5 }).map((n) => n && n * 50),
  currency: fc.oneof({ weight: 5, arbitrary: fc.constant('USD') }, fc.constantFrom('EUR', null)),
})
const rows = fc.array(knowns, { maxLength: 12 })
const wishes: fc.Arbitrary<Wishes> = fc.record({
  thresholdCents: fc.option(fc.integer({ min: 0, max: 300 }), { freq: 4 }),
  currency: fc.constantFrom('USD', 'EUR'),
  notifyDrops: fc.boolean(),
  notifyRises: fc.boolean(),
  notifyBackOnSale: fc.boolean(),
  notifySold: fc.boolean(),
  notifyGone: fc.boolean(),
})
const memories: fc.Arbitrary<Memory> = rows.map((row) => follow(row, all, unread).memory)

describe('the threshold', () => {
  it('is notified when the price comes down to it, and again only after it rose above', () => {
    const { notified } = follow([usd(201), usd(200), usd(180), usd(200), usd(201), usd(200)], {
      ...all,
      notifyDrops: false,
    })
    expect(notified).toEqual([[], ['below'], [], [], [], ['below']])
  })

  it('is notified of a link whose page is read for the first time', () => {
    expect(follow([usd(150)], all, unread).notified).toEqual([['below']])
    expect(follow([usd(250)], all, unread).notified).toEqual([[]])
  })

  it('is met in its own currency only', () => {
    expect(
      follow([
        { ...usd(100), currency: 'EUR' },
        { ...usd(100), currency: null },
      ]).notified,
    ).toEqual([[], []])
  })

  it('is notified exactly as often as the price of the thing for sale comes down to it', () => {
    fc.assert(
      fc.property(wishes, memories, rows, (wanted, from, row) => {
        const { notified } = follow(row, wanted, from)
        let below = from.belowThreshold
        let crossings = 0
        for (const { state, priceCents, currency } of row) {
          if (state !== 'active' || priceCents === null || currency !== wanted.currency) continue
          if (wanted.thresholdCents === null) continue
          const isNow = priceCents <= wanted.thresholdCents
          if (isNow && !below) crossings++
          below = isNow
        }
        expect(notified.flat().filter((event) => event === 'below')).toHaveLength(crossings)
      }),
    )
  })

  it('set above the price of the moment counts as seen', () => {
    const { memory } = follow([usd(250)])
    expect(isBelow({ ...all, ...memory, thresholdCents: 260 })).toBe(true)
    expect(isBelow({ ...all, ...memory, thresholdCents: 240 })).toBe(false)
    expect(isBelow({ ...all, ...memory, thresholdCents: 260, currency: 'EUR' })).toBe(false)
    expect(isBelow({ ...all, ...unread })).toBe(false)
  })
})

describe('a lower price', () => {
  it('is notified against the last price of the same currency, which a poll in another one does not lose', () => {
    const eur = (priceCents: number) => ({ ...usd(priceCents), currency: 'EUR' })
    const row = [usd(290), eur(250), usd(295), eur(240), usd(280), { ...usd(1), currency: null }, usd(270)]
    const { notified } = follow(row, { ...all, thresholdCents: null })
    expect(notified).toEqual([['drop'], [], [], ['drop'], ['drop'], [], ['drop']])
    const { memory } = follow([usd(290), eur(250)])
    expect(poll({ ...all, ...memory }, usd(280)).previousPriceCents).toBe(290)
    expect(poll({ ...all, ...memory }, { ...usd(280), currency: 'GBP' }).previousPriceCents).toBeNull()
  })

  it('of a thing that is not for sale is notified once it is', () => {
    expect(follow([usd(250, 'pending'), usd(250)]).notified).toEqual([[], ['back', 'drop']])
  })

  it('is notified exactly as often as the price of the thing for sale fell', () => {
    fc.assert(
      fc.property(memories, rows, (from, row) => {
        const { notified } = follow(row, all, from)
        const lastIn = pricesOf(from)
        let drops = 0
        for (const { state, priceCents, currency } of row) {
          if (state !== 'active' || priceCents === null) continue
          if (priceCents < (lastIn.get(currency) ?? 0)) drops++
          lastIn.set(currency, priceCents)
        }
        expect(notified.flat().filter((event) => event === 'drop')).toHaveLength(drops)
      }),
    )
  })
})

describe('a higher price', () => {
  const asked = { ...all, thresholdCents: null, notifyRises: true }

  it('is notified to whoever asked for it, against the last price of the same currency', () => {
    const eur = (priceCents: number) => ({ ...usd(priceCents), currency: 'EUR' })
    const row = [usd(310), eur(400), usd(310), eur(410), usd(null), usd(320), usd(320)]
    expect(follow(row, asked).notified).toEqual([['rise'], [], [], ['rise'], [], ['rise'], []])
    expect(follow(row).notified.flat()).toEqual([])
  })

  it('of a thing that is not for sale is notified once it is', () => {
    expect(follow([usd(350, 'pending'), usd(350)], asked).notified).toEqual([[], ['back', 'rise']])
    expect(follow([usd(350, 'sold')], asked).notified).toEqual([['sold']])
  })

  it('is notified exactly as often as the price of the thing for sale rose, and never with a drop', () => {
    fc.assert(
      fc.property(memories, rows, (from, row) => {
        const { notified } = follow(row, asked, from)
        const lastIn = pricesOf(from)
        let rises = 0
        for (const { state, priceCents, currency } of row) {
          if (state !== 'active' || priceCents === null) continue
          if (priceCents > (lastIn.get(currency) ?? Number.POSITIVE_INFINITY)) rises++
          lastIn.set(currency, priceCents)
        }
        expect(notified.flat().filter((event) => event === 'rise')).toHaveLength(rises)
        for (const events of notified) expect(events).not.toEqual(expect.arrayContaining(['rise', 'drop']))
      }),
    )
  })
})

describe('what happened', () => {
  it('is the same whatever was asked for, and what is notified is a part of it', () => {
    fc.assert(
      fc.property(memories, knowns, wishes, (from, known, wanted) => {
        const { thresholdCents, currency } = wanted
        const result = poll({ ...wanted, ...from }, known)
        const everything = { ...all, notifyRises: true, thresholdCents, currency }
        expect(result.happened).toEqual(poll({ ...everything, ...from }, known).events)
        expect(result.happened).toEqual(expect.arrayContaining(result.events))
      }),
    )
  })
})

describe('the end and the return', () => {
  it('are each notified once; a page taken down after the sale is no news', () => {
    const row = [usd(300, 'sold'), usd(300, 'sold'), usd(300, 'gone'), usd(300, 'gone'), usd(300), usd(300)]
    expect(follow(row).notified).toEqual([['sold'], [], [], [], ['back'], []])
    expect(follow([usd(300, 'gone'), usd(300, 'gone'), usd(300, 'sold')]).notified).toEqual([
      ['gone'],
      [],
      ['sold'],
    ])
  })

  it('come with what else happened, in one', () => {
    expect(follow([usd(300, 'gone'), usd(180)]).notified).toEqual([['gone'], ['back', 'below', 'drop']])
  })

  it('of a link that was never read: an end is notified, a page that is simply there is not', () => {
    expect(follow([usd(null, 'gone')], all, unread).notified).toEqual([['gone']])
    expect(follow([usd(300)], all, unread).notified).toEqual([[]])
  })
})

describe('any row of polls', () => {
  it('the same poll twice notifies of nothing the second time', () => {
    fc.assert(
      fc.property(wishes, memories, knowns, (wanted, from, known) => {
        const first = follow([known], wanted, from)
        const second = follow([known], wanted, first.memory)
        expect(second).toEqual({ notified: [[]], memory: first.memory })
      }),
    )
  })

  it('polls that were missed lose nothing that still holds at the last one', () => {
    fc.assert(
      fc.property(memories, rows, knowns, fc.infiniteStream(fc.boolean()), (from, row, last, kept) => {
        const seen = [...row.filter(() => kept.next().value), last]
        const notified = follow(seen, all, from).notified.flat()
        const isPriced = last.state === 'active' && last.priceCents !== null
        const below = isPriced && last.currency === all.currency && last.priceCents! <= all.thresholdCents!
        if (below && !from.belowThreshold) expect(notified).toContain('below')
        const prices = [from, ...seen.slice(0, -1).map((known) => ({ ...known, ...asMemory(known) }))]
        const isLowest = prices.every(
          ({ lastPriceCents, lastCurrency }) =>
            lastPriceCents !== null && lastCurrency === last.currency && last.priceCents! < lastPriceCents,
        )
        if (isPriced && isLowest) expect(notified).toContain('drop')
        const wasForSale = from.lastState === 'active'
        if (last.state === 'sold' && wasForSale) expect(notified).toContain('sold')
        if (last.state === 'gone' && wasForSale)
          expect(notified.some((event) => event === 'gone' || event === 'sold')).toBe(true)
        const wasAway = from.lastState === 'sold' || from.lastState === 'gone' || from.lastState === 'pending'
        if (last.state === 'active' && wasAway) expect(notified).toContain('back')
      }),
    )
  })

  it('what is remembered of its currency depends on the last poll only, in whatever order the earlier ones came', () => {
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 0, max: 300 }), (a, b, cents) => {
        const last = usd(cents)
        const { lastElsewhere: _, ...after } = follow([...a, last]).memory
        expect(follow([...b, last]).memory).toMatchObject(after)
      }),
    )
  })

  it('what a person did not ask for is not notified', () => {
    const quiet = {
      ...all,
      thresholdCents: null,
      notifyDrops: false,
      notifyBackOnSale: false,
      notifySold: false,
      notifyGone: false,
    }
    fc.assert(
      fc.property(memories, rows, (from, row) => {
        expect(follow(row, quiet, from).notified.flat()).toEqual([])
      }),
    )
    const only = (over: Partial<Wishes>, events: WatchEvent[]) =>
      fc.assert(
        fc.property(memories, rows, (from, row) => {
          for (const event of follow(row, { ...quiet, ...over }, from).notified.flat())
            expect(events).toContain(event)
        }),
      )
    only({ notifyDrops: true }, ['drop'])
    only({ notifyBackOnSale: true }, ['back'])
    only({ notifyRises: true }, ['rise'])
    only({ notifySold: true }, ['sold'])
    only({ notifyGone: true }, ['gone'])
    only({ thresholdCents: 100 }, ['below'])
  })
})

/** The last price in each currency. */
function pricesOf({ lastElsewhere, lastPriceCents, lastCurrency }: Memory): Map<string | null, number> {
  const prices = new Map<string | null, number>(
    Object.entries(lastElsewhere ?? {}).map(([code, cents]) => [code === 'XXX' ? null : code, cents]),
  )
  if (lastPriceCents !== null) prices.set(lastCurrency, lastPriceCents)
  return prices
}

/** What a poll alone leaves of a price. */
function asMemory({ state, priceCents, currency }: Known) {
  const counts = state === 'active' && priceCents !== null
  return {
    lastPriceCents: counts ? priceCents : Number.POSITIVE_INFINITY,
    lastCurrency: counts ? currency : 'USD',
  }
}
