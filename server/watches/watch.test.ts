import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listingStates } from '../model/listing-schema.ts'
import { isBelow, type Known, look, type Memory, unread, type WatchEvent, type Wishes } from './watch.ts'

const all: Wishes = {
  thresholdCents: 200,
  currency: 'USD',
  tellDrops: true,
  tellBackOnSale: true,
  tellEnded: true,
}
const usd = (priceCents: number | null, state: Known['state'] = 'active'): Known => ({
  state,
  priceCents,
  currency: 'USD',
})

/** What every look of a row tells, from a memory on. */
function follow(
  looks: readonly Known[],
  wishes = all,
  from: Memory = look({ ...all, ...unread }, usd(300)).memory,
) {
  let memory = from
  const told = looks.map((known) => {
    const result = look({ ...wishes, ...memory }, known)
    memory = result.memory
    return result.events
  })
  return { told, memory }
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
  tellDrops: fc.boolean(),
  tellBackOnSale: fc.boolean(),
  tellEnded: fc.boolean(),
})
const memories: fc.Arbitrary<Memory> = rows.map((row) => follow(row, all, unread).memory)

describe('the threshold', () => {
  it('is told when the price comes down to it, and again only after it rose above', () => {
    const { told } = follow([usd(201), usd(200), usd(180), usd(200), usd(201), usd(200)], {
      ...all,
      tellDrops: false,
    })
    expect(told).toEqual([[], ['below'], [], [], [], ['below']])
  })

  it('is told of a link whose page is read for the first time', () => {
    expect(follow([usd(150)], all, unread).told).toEqual([['below']])
    expect(follow([usd(250)], all, unread).told).toEqual([[]])
  })

  it('is met in its own currency only', () => {
    expect(
      follow([
        { ...usd(100), currency: 'EUR' },
        { ...usd(100), currency: null },
      ]).told,
    ).toEqual([[], []])
  })

  it('is told exactly as often as the price of the thing for sale comes down to it', () => {
    fc.assert(
      fc.property(wishes, memories, rows, (wanted, from, row) => {
        const { told } = follow(row, wanted, from)
        let below = from.belowThreshold
        let crossings = 0
        for (const { state, priceCents, currency } of row) {
          if (state !== 'active' || priceCents === null || currency !== wanted.currency) continue
          if (wanted.thresholdCents === null) continue
          const isNow = priceCents <= wanted.thresholdCents
          if (isNow && !below) crossings++
          below = isNow
        }
        expect(told.flat().filter((event) => event === 'below')).toHaveLength(crossings)
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
  it('is told against the last price of the same currency, which a look in another one does not lose', () => {
    const eur = (priceCents: number) => ({ ...usd(priceCents), currency: 'EUR' })
    const row = [usd(290), eur(250), usd(295), eur(240), usd(280), { ...usd(1), currency: null }, usd(270)]
    const { told } = follow(row, { ...all, thresholdCents: null })
    expect(told).toEqual([['drop'], [], [], ['drop'], ['drop'], [], ['drop']])
    const { memory } = follow([usd(290), eur(250)])
    expect(look({ ...all, ...memory }, usd(280)).previousPriceCents).toBe(290)
    expect(look({ ...all, ...memory }, { ...usd(280), currency: 'GBP' }).previousPriceCents).toBeNull()
  })

  it('of a thing that is not for sale is told once it is', () => {
    expect(follow([usd(250, 'pending'), usd(250)]).told).toEqual([[], ['back', 'drop']])
  })

  it('is told exactly as often as the price of the thing for sale fell', () => {
    fc.assert(
      fc.property(memories, rows, (from, row) => {
        const { told } = follow(row, all, from)
        const lastIn = new Map<string | null, number>(
          Object.entries(from.lastElsewhere ?? {}).map(([code, cents]) => [
            code === 'XXX' ? null : code,
            cents,
          ]),
        )
        if (from.lastPriceCents !== null) lastIn.set(from.lastCurrency, from.lastPriceCents)
        let drops = 0
        for (const { state, priceCents, currency } of row) {
          if (state !== 'active' || priceCents === null) continue
          if (priceCents < (lastIn.get(currency) ?? 0)) drops++
          lastIn.set(currency, priceCents)
        }
        expect(told.flat().filter((event) => event === 'drop')).toHaveLength(drops)
      }),
    )
  })
})

describe('the end and the return', () => {
  it('are each told once; a page taken down after the sale is no news', () => {
    const row = [usd(300, 'sold'), usd(300, 'sold'), usd(300, 'gone'), usd(300, 'gone'), usd(300), usd(300)]
    expect(follow(row).told).toEqual([['sold'], [], [], [], ['back'], []])
    expect(follow([usd(300, 'gone'), usd(300, 'gone'), usd(300, 'sold')]).told).toEqual([
      ['gone'],
      [],
      ['sold'],
    ])
  })

  it('come with what else happened, in one', () => {
    expect(follow([usd(300, 'gone'), usd(180)]).told).toEqual([['gone'], ['back', 'below', 'drop']])
  })

  it('of a link that was never read: an end is told, a page that is simply there is not', () => {
    expect(follow([usd(null, 'gone')], all, unread).told).toEqual([['gone']])
    expect(follow([usd(300)], all, unread).told).toEqual([[]])
  })
})

describe('any row of looks', () => {
  it('the same look twice tells nothing the second time', () => {
    fc.assert(
      fc.property(wishes, memories, knowns, (wanted, from, known) => {
        const first = follow([known], wanted, from)
        const second = follow([known], wanted, first.memory)
        expect(second).toEqual({ told: [[]], memory: first.memory })
      }),
    )
  })

  it('looks that were missed lose nothing that still holds at the last one', () => {
    fc.assert(
      fc.property(memories, rows, knowns, fc.infiniteStream(fc.boolean()), (from, row, last, kept) => {
        const seen = [...row.filter(() => kept.next().value), last]
        const told = follow(seen, all, from).told.flat()
        const isPriced = last.state === 'active' && last.priceCents !== null
        const below = isPriced && last.currency === all.currency && last.priceCents! <= all.thresholdCents!
        if (below && !from.belowThreshold) expect(told).toContain('below')
        const prices = [from, ...seen.slice(0, -1).map((known) => ({ ...known, ...asMemory(known) }))]
        const isLowest = prices.every(
          ({ lastPriceCents, lastCurrency }) =>
            lastPriceCents !== null && lastCurrency === last.currency && last.priceCents! < lastPriceCents,
        )
        if (isPriced && isLowest) expect(told).toContain('drop')
        const wasForSale = from.lastState === 'active'
        if (last.state === 'sold' && wasForSale) expect(told).toContain('sold')
        if (last.state === 'gone' && wasForSale)
          expect(told.some((event) => event === 'gone' || event === 'sold')).toBe(true)
        const wasAway = from.lastState === 'sold' || from.lastState === 'gone' || from.lastState === 'pending'
        if (last.state === 'active' && wasAway) expect(told).toContain('back')
      }),
    )
  })

  it('what is remembered of its currency depends on the last look only, in whatever order the earlier ones came', () => {
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 0, max: 300 }), (a, b, cents) => {
        const last = usd(cents)
        const { lastElsewhere: _, ...after } = follow([...a, last]).memory
        expect(follow([...b, last]).memory).toMatchObject(after)
      }),
    )
  })

  it('what a person did not ask for is not told', () => {
    const quiet = { ...all, thresholdCents: null, tellDrops: false, tellBackOnSale: false, tellEnded: false }
    fc.assert(
      fc.property(memories, rows, (from, row) => {
        expect(follow(row, quiet, from).told.flat()).toEqual([])
      }),
    )
    const only = (over: Partial<Wishes>, events: WatchEvent[]) =>
      fc.assert(
        fc.property(memories, rows, (from, row) => {
          for (const event of follow(row, { ...quiet, ...over }, from).told.flat())
            expect(events).toContain(event)
        }),
      )
    only({ tellDrops: true }, ['drop'])
    only({ tellBackOnSale: true }, ['back'])
    only({ tellEnded: true }, ['sold', 'gone'])
    only({ thresholdCents: 100 }, ['below'])
  })
})

/** What a look alone leaves of a price. */
function asMemory({ state, priceCents, currency }: Known) {
  const counts = state === 'active' && priceCents !== null
  return {
    lastPriceCents: counts ? priceCents : Number.POSITIVE_INFINITY,
    lastCurrency: counts ? currency : 'USD',
  }
}
