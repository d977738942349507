import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seededRandom } from '../../core/random.ts'
import { createBlocking } from './blocking.ts'
import { commonHashes, hasHash, hashSet } from './hash.ts'
import { bandKeys, shingles } from './minhash.ts'

it('texts of 60 words share a band with near certainty while a tenth of the words is changed, and seldom otherwise', () => {
  const random = seededRandom(1)
  const word = () => Math.floor(random() * 20_000).toString(36)
  const shareBand = (a: string[], b: string[]) => {
    const keys = new Set(bandKeys(shingles(a)))
    return bandKeys(shingles(b)).some((key) => keys.has(key))
  }
  let [found, chance] = [0, 0]
  for (let i = 0; i < 300; i++) {
    const text = Array.from({ length: 60 }, word)
    const edited = text.map((one) => (random() < 0.1 ? word() : one))
    if (shareBand(text, edited)) found++
    if (shareBand(text, Array.from({ length: 60 }, word))) chance++
  }
  expect(found).toBeGreaterThanOrEqual(298)
  expect(chance).toBeLessThanOrEqual(6)
})

it('sets of hashes answer like sets', () => {
  const hashes = fc.array(fc.integer({ min: 0, max: 40 }).map((n) => (n * 0x0666_6667) >>> 0))
  fc.assert(
    fc.property(hashes, hashes, (a, b) => {
      const [one, other] = [new Set(a), new Set(b)]
      expect([...hashSet(a)]).toEqual([...one].sort((x, y) => x - y))
      expect(commonHashes(hashSet(a), hashSet(b))).toBe([...one].filter((x) => other.has(x)).length)
      for (const x of b) expect(hasHash(hashSet(a), x)).toBe(one.has(x))
    }),
  )
})

it('blocking lists the newest slots of each key, whatever was added and removed', () => {
  const keys = fc.array(
    fc.integer({ min: 0, max: 5 }).map((n) => (n * 0x1234_5678) >>> 0),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), keys), { maxLength: 50 }), (steps) => {
      const blocking = createBlocking(10, 4)
      const filed: { slot: number; keys: number[] }[] = []
      for (const [slot, some] of steps) {
        blocking.remove(slot)
        const at = filed.findIndex((one) => one.slot === slot)
        if (at >= 0) filed.splice(at, 1)
        const own = [...new Set(some)]
        blocking.add(slot, own)
        filed.unshift({ slot, keys: own })
      }
      for (let n = 0; n <= 5; n++) {
        const key = (n * 0x1234_5678) >>> 0
        const seen: number[] = []
        blocking.visit(key, 3, (slot) => seen.push(slot))
        expect(seen).toEqual(
          filed
            .filter((one) => one.keys.includes(key))
            .map(({ slot }) => slot)
            .slice(0, 3),
        )
      }
    }),
  )
})
