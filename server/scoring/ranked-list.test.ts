import { beforeAll, describe, expect, it } from 'vitest'
import { conditions } from '../model/listing-schema.ts'
import { lawRows, nowMs, taught } from './samples.ts'
import { scoreTotal } from './score.ts'
import type { Appraiser, Priced } from './value/appraiser.ts'

/** A listing of the list, and how sure it is that it is offered at all. */
type Ranked = Priced & { offered: number }

const rows: Ranked[] = lawRows(400, { noise: 0.3 }).map((row, i) => ({ ...row, offered: 0.5 + (i % 5) / 10 }))
const listed = rows.slice(0, 60)

describe('a whole ranked list', () => {
  let appraiser: Appraiser
  beforeAll(async () => {
    appraiser = await taught(rows)
  })

  const scoreOf = ({ priceCents, offered, ...row }: Ranked) =>
    scoreTotal(
      {
        priceCents,
        offered,
        shippingCents: 0,
        currency: row.currency,
        condition: row.condition,
        postedAtMs: row.observedAtMs,
        photoCount: 3,
        distanceKm: null,
        keywordMatch: null,
        value: appraiser.estimate(row, nowMs),
      },
      nowMs,
    )

  /** How many of the list are above a row, with all valued anew, since each is evidence for others. */
  function aboveOf(row: Ranked): number {
    const own = scoreOf(row)
    return listed.filter((other) => other.listingId !== row.listingId && scoreOf(other) > own).length
  }

  const better: [string, (row: Ranked) => Ranked][] = [
    ['a lower price', (row) => ({ ...row, priceCents: Math.round(row.priceCents * 0.8) })],
    ['a much lower price', (row) => ({ ...row, priceCents: Math.round(row.priceCents * 0.3) })],
    [
      'a better condition',
      (row) => ({ ...row, condition: conditions[Math.max(0, conditions.indexOf(row.condition!) - 1)]! }),
    ],
    ['fewer doubts', (row) => ({ ...row, offered: 1 })],
  ]
  it.each(better)('%s puts no listing further down', (_, improve) => {
    for (const row of listed.filter((_, i) => i % 6 === 0)) {
      const before = aboveOf(row)
      appraiser.upsert(improve(row))
      const after = aboveOf(improve(row))
      appraiser.upsert(row)
      expect(after).toBeLessThanOrEqual(before)
    }
  })
})
