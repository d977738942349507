import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../core/random.ts'
import { conditionFactors, errorsOf, type LawOptions, type LawRow, lawRows, medianOf } from '../samples.ts'
import { allFields, featuresOf, fields } from './features.ts'
import { createPriceModel, modelRowsMin, type PriceModel } from './price-model.ts'
import { fitRows } from './price-net.ts'

const group = 'test-market phones'

/** Without its condition, which the model does not look at. */
const logOf = (row: LawRow) => Math.log(row.priceCents) - lawShiftOf(row)
/** What the law says of a condition, which here is no question of learning. */
const lawShiftOf = ({ condition }: LawRow) =>
  Math.log(conditionFactors[condition as keyof typeof conditionFactors])

function put(model: PriceModel, row: LawRow): void {
  model.upsert(row.listingId, featuresOf(row), logOf(row), group)
}

function modelOf(rows: readonly LawRow[]): PriceModel {
  const model = createPriceModel()
  for (const row of rows) put(model, row)
  return model
}

function learn(model: PriceModel): void {
  const { rows, listingIds } = model.snapshot()
  model.adopt({ listingIds, logPrices: rows.logPrices }, fitRows(rows))
}

function fittedOn(rows: readonly LawRow[]): PriceModel {
  const model = modelOf(rows)
  learn(model)
  return model
}

const askedOf = (model: PriceModel, options: LawOptions = {}) =>
  medianOf(
    errorsOf(
      lawRows(300, { seed: 77, firstId: 1_000_000, ...options }).map(
        (row) => [Math.exp(model.expected(featuresOf(row))!.mean + lawShiftOf(row)), row.lawCents] as const,
      ),
    ),
  )

describe('what a model learns', () => {
  it('a law of maker, model, storage and condition, within 8 % on things it has not seen', () => {
    const error = askedOf(fittedOn(lawRows(2000)))
    expect(error).toBeLessThan(0.08)
  })

  it('more from more rows', () => {
    expect(askedOf(fittedOn(lawRows(2000)))).toBeLessThan(askedOf(fittedOn(lawRows(150))))
  })

  it('little of junk: a tenth of the prices ×10 or ÷10 moves the median error by less than 6 points', () => {
    const spoiled = lawRows(1200, {
      change: ({ priceCents }, random) =>
        random() < 0.1 ? { priceCents: Math.round(priceCents * (random() < 0.5 ? 0.1 : 10)) } : {},
    })
    expect(askedOf(fittedOn(spoiled))).toBeLessThan(askedOf(fittedOn(lawRows(1200))) + 0.06)
  })

  it('the same from the same rows, bit by bit', () => {
    const { rows } = modelOf(lawRows(300)).snapshot()
    expect(fitRows(structuredClone(rows))).toEqual(fitRows(rows))
  })

  it('a price near theirs from a hundred listings of one title, which no net but one may see', () => {
    const rows = lawRows(100, {
      change: () => ({ title: 'zorvane p1 64GB', brand: 'zorvane', condition: 'good' }),
    })
    const model = fittedOn(rows.map((row, i) => ({ ...row, priceCents: 10_000 + i * 20 })))
    for (const row of [rows[0]!, { ...rows[0]!, listingId: 9_000_000 }]) {
      const expected = Math.exp(model.expected(featuresOf(row), row.listingId)!.mean)
      expect(expected).toBeGreaterThan(7000)
      expect(expected).toBeLessThan(17_000)
    }
  })

  it('nothing from nothing, and from one price that price', () => {
    const model = createPriceModel()
    expect(model.expected(featuresOf(lawRows(1)[0]!))).toBeNull()
    expect(() => learn(model)).not.toThrow()
    const one = lawRows(1)[0]!
    put(model, one)
    learn(model)
    const expected = model.expected(featuresOf(one))!.mean
    expect(Math.abs(expected - logOf(one))).toBeLessThan(0.3)
  })
})

describe('a held price', () => {
  const rows = lawRows(400)
  const own = rows[7]!

  it('never moves what is expected of it, nor of others with its title', () => {
    const before = fittedOn(rows)
    const after = fittedOn(
      rows.map((row) => (row.title === own.title ? { ...row, priceCents: row.priceCents * 40 } : row)),
    )
    expect(after.mean(own.listingId)).toBe(before.mean(own.listingId))
    const expected = (model: PriceModel) => model.expected(featuresOf(own), own.listingId)!.mean
    expect(expected(after)).toBe(expected(before))
    const asked = { ...own, listingId: 5_000_000 }
    // The nets that did see it are moved by it, so the above could fail.
    expect(
      after.expected(featuresOf(asked))!.mean - before.expected(featuresOf(asked))!.mean,
    ).toBeGreaterThan(0.05)
  })

  it('carries over to a subject like it at its own price, by the net that has not seen it', () => {
    const rows = lawRows(600)
    const model = fittedOn(rows)
    const { listingId } = rows[10]!
    const carried = model.expected(featuresOf(rows[10]!))!.carry(listingId)!
    expect(carried.logPrice).toBeCloseTo(logOf(rows[10]!), 4)
    expect(model.expected(featuresOf(rows[10]!))!.carry(999_999)).toBeUndefined()
  })

  it('has a residual of its price less its mean, and none once it is gone', () => {
    const model = fittedOn(rows)
    const { listingId } = own
    expect(model.residual(listingId)).toBeCloseTo(logOf(own) - model.mean(listingId)!, 4)
    model.remove(listingId)
    expect(model.residual(listingId)).toBeUndefined()
    expect(model.mean(listingId)).toBeUndefined()
    expect(model.size).toBe(rows.length - 1)
    model.remove(listingId)
    expect(model.size).toBe(rows.length - 1)
  })
})

describe('coming and going', () => {
  it('leaves exactly what a model has that held only what is left', () => {
    const all = lawRows(900, { seed: 5 })
    const random = seededRandom(9)
    const model = modelOf(all)
    const left = new Map(all.map((row) => [row.listingId, row]))
    // Removals and rewrites past the point where gaps are closed.
    for (const row of all) {
      const dice = random()
      if (dice < 0.7) {
        model.remove(row.listingId)
        left.delete(row.listingId)
      } else if (dice < 0.85) {
        const longer = { ...row, title: `${row.title} rewritten`, priceCents: row.priceCents + 700 }
        put(model, longer)
        left.set(row.listingId, longer)
      }
    }
    for (const row of lawRows(600, { seed: 6, firstId: 10_000 })) {
      put(model, row)
      left.set(row.listingId, row)
    }
    const byId = (of: PriceModel) => {
      const { rows, listingIds } = of.snapshot()
      return new Map(
        [...listingIds].map((listingId, i) => {
          const [from, to] = [rows.starts[i]!, rows.starts[i + 1]!]
          return [
            listingId,
            {
              logPrice: rows.logPrices[i],
              fold: rows.folds[i],
              numbers: rows.numbers.slice(from, to),
              strengths: rows.strengths.slice(from, to),
            },
          ]
        }),
      )
    }
    expect(model.size).toBe(left.size)
    expect(byId(model)).toEqual(byId(modelOf([...left.values()])))
  })

  it('is due from the first sixty prices on, then again once a fifth is new, not for looks that change nothing', () => {
    const rows = lawRows(1000)
    const model = createPriceModel()
    for (const row of rows.slice(0, modelRowsMin - 1)) put(model, row)
    expect(model.due).toBe(false)
    for (const row of rows.slice(0, 600)) put(model, row)
    expect(model.due).toBe(true)
    learn(model)
    expect(model.due).toBe(false)
    for (const row of rows.slice(0, 600)) put(model, row)
    expect(model.due).toBe(false)
    for (const row of rows.slice(600, 800)) put(model, row)
    expect(model.due).toBe(true)
  })
})

describe('what is expected where less is told', () => {
  it('is the same whatever was asked before rows changed and prices were learned anew', () => {
    const rows = lawRows(400).map((row) => ({
      ...row,
      marketplace: 'm',
      description: `${row.title} in a box`,
    }))
    const masks = [0, fields.description, fields.description | fields.category, allFields]
    const ask = (model: PriceModel) =>
      rows.slice(0, 20).map(({ listingId }) => masks.map((mask) => model.expectedOf(listingId, mask)?.mean))
    const change = (model: PriceModel) => {
      for (const row of rows.slice(0, 10))
        put(model, { ...row, title: `${row.title} 2nd`, description: 'other' })
    }
    const learnMore = (model: PriceModel) => {
      for (const row of rows.slice(100, 200)) put(model, { ...row, priceCents: row.priceCents * 2 })
      learn(model)
    }
    const askedAfter = (steps: ((model: PriceModel) => void)[], isAskedBefore: boolean) => {
      const model = fittedOn(rows)
      for (const step of steps) {
        if (isAskedBefore) ask(model)
        step(model)
      }
      return ask(model)
    }
    const all = [[], [change], [learnMore], [change, learnMore]].map((steps) => {
      const expected = askedAfter(steps, false)
      expect(askedAfter(steps, true)).toEqual(expected)
      return JSON.stringify(expected)
    })
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('a fit that comes back while rows changed', () => {
  it('counts for the rows as they are now', () => {
    const rows = lawRows(400)
    const [repriced, retitled, removed, kept] = rows as [LawRow, LawRow, LawRow, LawRow]
    const model = modelOf(rows)
    const snapshot = model.snapshot()
    const known = { listingIds: snapshot.listingIds, logPrices: snapshot.rows.logPrices.slice() }
    const fitted = fitRows(snapshot.rows)

    put(model, { ...repriced, priceCents: repriced.priceCents * 2 })
    const renamed = { ...retitled, title: 'telmora p3 256GB quite another thing', brand: 'telmora' }
    put(model, renamed)
    model.remove(removed.listingId)
    const added = { ...kept, listingId: 7_000_000, title: 'quillon p1 64GB new here' }
    put(model, added)
    model.adopt(known, fitted)

    for (const row of [{ ...repriced, priceCents: repriced.priceCents * 2 }, renamed, added, kept]) {
      const expected = model.expected(featuresOf(row), row.listingId)!.mean
      expect(model.mean(row.listingId)).toBeCloseTo(expected, 3)
      expect(model.residual(row.listingId)).toBeCloseTo(logOf(row) - expected, 3)
    }
    expect(model.mean(removed.listingId)).toBeUndefined()
    expect(model.spread(group)).toBeGreaterThan(0)
  })

  it('a group of few is as uncertain as all, one of many by itself', () => {
    const model = createPriceModel()
    for (const row of lawRows(600, { noise: 0.05 })) put(model, row)
    for (const row of lawRows(300, {
      seed: 3,
      noise: 0.6,
      firstId: 10_000,
      change: () => ({ category: 'tablets' }),
    })) {
      model.upsert(row.listingId, featuresOf(row), row.priceCents, 'wild')
    }
    learn(model)
    expect(model.spread('wild')).toBeGreaterThan(model.spread(group) * 2)
    expect(model.spread('never seen')).toBeGreaterThan(0)
    expect(model.spread('never seen')).toBeLessThan(model.spread('wild'))
  })
})
