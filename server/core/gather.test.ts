import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gather } from './gather.ts'

describe('gathering', () => {
  it('makes one call of what comes in the same turn, and one of what comes while that runs', async () => {
    const calls: number[][] = []
    const double = gather(async (items: number[]) => {
      calls.push(items)
      await sleep(10)
      return items.map((item) => item * 2)
    })
    const first = [double(1), double(2)]
    await sleep(5)
    const second = [double(3), double(4), double(5)]
    expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8, 10])
    expect(calls).toEqual([
      [1, 2],
      [3, 4, 5],
    ])
    expect(await double(6)).toBe(12)
  })

  it('gives an error to those in the call, and goes on with the others', async () => {
    const run = gather(async (items: number[]) => {
      if (items.includes(2)) throw new Error('no twos')
      return items
    }, 2)
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map(run))
    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ])
  })

  it('answers each with its own result, whenever they come, in calls no larger than allowed', async () => {
    const waits = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(waits, fc.integer({ min: 1, max: 7 }), async (comeAfterMs, max) => {
        let under = 0
        const negate = gather(async (items: number[]) => {
          expect(++under).toBe(1)
          expect(items.length).toBeLessThanOrEqual(max)
          await sleep(1)
          under--
          return items.map((item) => -item)
        }, max)
        const asked = comeAfterMs.map(async (afterMs, item) => {
          await sleep(afterMs)
          return negate(item)
        })
        expect(await Promise.all(asked)).toEqual(comeAfterMs.map((_, item) => -item))
      }),
      { numRuns: 30 },
    )
  })
})
