import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { run } from '../../bench/score.ts'

const data = fileURLToPath(new URL('../../../shared/data/ebay-ipads-2015.jsonl.gz', import.meta.url))
const skipped = !existsSync(data)

/** Small ones: a value is learned from each whole file first. */
const files = 'ebay-ipads-2015,ebay-laptops,ebay-sold-handbags-2026,vinted-2021,watches-analogshift-2026'

interface Calibration {
  soldByScore: { listings: number; sold: number }[]
  spearman: number
  fallsBeyondNoise: number
}

describe.skipIf(skipped)(`on real listings${skipped ? ' (skipped: ../shared/data is absent)' : ''}`, () => {
  it('what scores higher sells more often, scores spread over the range, and one takes about a microsecond', async () => {
    const figures = await run(['--per-file', '300', '--only', files])
    for (const name of ['estimator', 'sameModel']) {
      const { soldByScore, spearman, fallsBeyondNoise } = figures[name] as Calibration
      const soldAmong = (bins: typeof soldByScore) =>
        bins.reduce((sum, { listings, sold }) => sum + listings * sold, 0) /
        bins.reduce((sum, { listings }) => sum + listings, 0)
      // From 50 on: above 60 the estimator has some 70, of which ten more or less sell by chance.
      expect(soldAmong(soldByScore.slice(5))).toBeGreaterThan(1.8 * soldAmong(soldByScore.slice(0, 4)))
      // By our own values, what is far below them sells less again: it is locked, or no offer. Few listings, large steps.
      expect(spearman).toBeGreaterThan(name === 'estimator' ? 0.6 : 0.7)
      expect(fallsBeyondNoise).toBeLessThanOrEqual(1)
    }
    const { histogram, fullestBin } = figures.mixture as { histogram: number[]; fullestBin: number }
    // Where values are unsure, scores are near the middle: that is what they have to say.
    expect(fullestBin).toBeLessThan(0.35)
    expect(histogram.filter((share) => share > 0.01).length).toBeGreaterThanOrEqual(7)
    // Ten times what it takes, for a busy machine.
    expect(figures.microsecondsPerScore).toBeLessThan(5)
  })
})
