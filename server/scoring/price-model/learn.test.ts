import { describe, expect, it } from 'vitest'
import { lawRows } from '../samples.ts'
import { featuresOf } from './features.ts'
import { learnInThread } from './learn.ts'
import { createPriceModel } from './price-model.ts'
import { fitRows, type PriceRows } from './price-net.ts'

function rowsOf(count: number): PriceRows {
  const model = createPriceModel()
  for (const row of lawRows(count)) model.upsert(row.listingId, featuresOf(row), row.priceCents, 'all')
  return model.snapshot().rows
}

describe('learning in a thread', () => {
  it('comes to the same as learning here, while this thread goes on', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 5)
    const fitted = await learnInThread(rowsOf(300), new AbortController().signal)
    clearInterval(timer)
    expect(fitted).toEqual(fitRows(rowsOf(300)))
    expect(turns).toBeGreaterThan(1)
  })

  it('ends at once when aborted, before and during', async () => {
    const gone = AbortSignal.abort(new Error('closing'))
    await expect(learnInThread(rowsOf(60), gone)).rejects.toThrow('closing')
    const stop = new AbortController()
    const rows = rowsOf(6000)
    const startedAt = performance.now()
    const learning = learnInThread(rows, stop.signal)
    setTimeout(() => stop.abort(new Error('closing now')), 50)
    await expect(learning).rejects.toThrow('closing now')
    expect(performance.now() - startedAt).toBeLessThan(3000)
  })

  it('a thread that dies is an error, not a wait for ever', async () => {
    // What no caller would hand over: there is no such fold, and the thread fails on it.
    const rows = rowsOf(60)
    const broken = { ...rows, folds: new Uint8Array(rows.folds.length).fill(99) }
    await expect(learnInThread(broken, new AbortController().signal)).rejects.toThrow()
  })
})
