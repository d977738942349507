import { describe, expect, it } from 'vitest'
import { createAppraiser, type Priced } from './appraiser.ts'
import { createPieces } from './pieces.ts'

const nowMs = Date.UTC(2026, 5, 1)
const query = { category: 'phones' as const, condition: null, currency: 'USD' }

/** An appraiser over titles with prices, and what is remembered of their pieces. */
function world(rows: readonly (readonly [title: string, dollars: number])[]) {
  const appraiser = createAppraiser()
  const pieces = createPieces()
  rows.forEach(([title, dollars], i) => {
    const priced: Priced = {
      ...query,
      listingId: i + 1,
      title,
      basis: 'asking',
      priceCents: dollars * 100,
      observedAtMs: nowMs - i * 60_000,
    }
    appraiser.upsert(priced)
    pieces.note(priced.listingId, title)
  })
  return {
    mid: (title: string) => pieces.estimate(appraiser, { ...query, title }, nowMs)?.midCents,
    appraise: (title: string) => pieces.appraise(appraiser, { ...query, title }, nowMs),
  }
}

const prices = [296, 298, 299, 301, 302, 304, 306, 307]
const singles = prices.map(
  (dollars) => [`Quillon P2 128GB ${dollars % 7 > 3 ? 'black' : 'white'}`, dollars] as const,
)
const ways = [
  '2x Quillon P2 128GB',
  '2 x Quillon P2 128GB',
  'Quillon P2 128GB x2',
  'pair of Quillon P2 128GB',
  '2 Stück Quillon P2 128GB',
  'Lot de 2 Quillon P2 128GB',
  'Quillon P2 128GB 2 szt',
]

describe('several pieces', () => {
  it.each(ways)('are worth so many times one where only single ones are known: %s', (title) => {
    const { mid } = world(singles)
    const one = mid('Quillon P2 128GB')!
    expect(mid(title)! / one).toBeCloseTo(2, 1)
  })
  it.each([
    ['1000 piece jigsaw Quillon castle', 'jigsaw'],
    ['Quillon castle jigsaw puzzle, 500 pieces', 'jigsaw puzzle'],
    ['Quillon castle 3-piece suite', 'suite'],
    ['Quillon castle tea set 21pcs', 'tea set'],
    ['Puzzle Quillon castle 500 piezas', 'puzzle'],
  ])('that one thing is made of multiply nothing: %s', (title, kind) => {
    const { mid } = world(
      prices.map((dollars, i) => [`Quillon castle ${kind} ${i % 2 ? 'black' : 'white'}`, dollars] as const),
    )
    expect(mid(title)! / 30_000).toBeLessThan(1.3)
  })
  it('are worth what as many are offered for, where that is known', () => {
    const sets = prices.map((dollars) => [`Set of 4 Quillon P2 128GB`, dollars * 2 + (dollars % 3)] as const)
    const { mid, appraise } = world([...singles, ...sets])
    expect(mid('set of 4 Quillon P2 128GB')).toBeGreaterThan(58_000)
    expect(mid('set of 4 Quillon P2 128GB')).toBeLessThan(64_000)
    expect(appraise('set of 4 Quillon P2 128GB')?.pieces).toBeNull()
    // What is for several says nothing of one.
    expect(mid('Quillon P2 128GB')).toBeLessThan(32_000)
  })
  it('that are multiplied are trusted no more than half, and their comps are carried over to all of them', () => {
    const { appraise } = world(singles)
    const found = appraise('3x Quillon P2 128GB')!
    expect(found.pieces).toEqual({ count: 3, perComp: 1 })
    expect(found.value.confidence).toBeLessThanOrEqual(0.5)
    expect(found.value.lowCents).toBeLessThanOrEqual(found.value.midCents)
    expect(found.value.midCents).toBeLessThanOrEqual(found.value.highCents)
    for (const { adjustedCents } of found.comps) expect(adjustedCents).toBeGreaterThan(85_000)
  })
  it('leave the value of one as it is', () => {
    const { appraise } = world(singles)
    expect(appraise('Quillon P2 128GB')?.pieces).toBeNull()
    expect(appraise('pair of P2 shoes')?.pieces ?? null).toBeNull()
  })
  it('have no value where one has none', () => {
    expect(world([]).appraise('2x Quillon P2 128GB')).toBeNull()
    expect(world([]).mid('2x Quillon P2 128GB')).toBeUndefined()
  })
})
