import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../core/random.ts'
import { field, priceStep, stride } from './posting.ts'
import { listCount, listSegment, listStart, listStride, Postings, seek } from './postings.ts'

/** Ids under a word by key, as they stand there. */
function listOf(postings: Postings, word: number): [number, number][] {
  const own = word * listStride
  const { arena, keys } = postings.segments[postings.lists[own + listSegment]!]!
  const start = postings.lists[own + listStart]!
  return Array.from({ length: postings.lists[own + listCount]! }, (_, i) => [
    keys[start + i]!,
    arena[(start + i) * stride + field.id]!,
  ])
}

const sorted = (pairs: Iterable<[number, number]>) => [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1])

describe('Postings', () => {
  it('holds what was put in and not taken out, under few words or thousands of them, in bounded memory', () => {
    const random = seededRandom(5)
    const postings = new Postings()
    const posting = new Uint32Array(stride)
    const model = new Map<number, Map<number, number>>()
    let wronglyRemoved = 0
    const filed: { word: number; id: number; key: number }[] = []
    const add = (id: number) => {
      // A tenth stands under the first word, which so needs a segment of its own.
      const word = random() < 0.1 ? 0 : Math.floor(random() ** 2 * 3000)
      const key = Math.floor(random() * 1000)
      posting[field.id] = id
      postings.insert(word, key, posting, 0)
      filed.push({ word, id, key })
      if (!model.has(word)) model.set(word, new Map())
      model.get(word)!.set(id, key)
    }
    const remove = () => {
      const at = Math.floor(random() * filed.length)
      const { word, id, key } = filed[at]!
      filed[at] = filed.at(-1)!
      filed.pop()
      if (!postings.remove(word, id, key, key) || postings.remove(word, id, key, key)) wronglyRemoved++
      model.get(word)!.delete(id)
    }
    const check = () => {
      expect(wronglyRemoved).toBe(0)
      expect(postings.count).toBe(filed.length)
      for (const [word, ids] of model) {
        const kept: [number, number][] = [...ids].map(([id, key]) => [key, id])
        const list = listOf(postings, word)
        expect(list.map(([key]) => key)).toEqual(kept.map(([key]) => key).sort((a, b) => a - b))
        expect(sorted(list)).toEqual(sorted(kept))
      }
    }
    let id = 1
    for (; id <= 60_000; id++) add(id)
    check()
    const room = postings.bytes
    for (let i = 0; i < 150_000; i++) {
      remove()
      add(id++)
    }
    check()
    expect(postings.bytes).toBeLessThan(room * 1.5)
    while (filed.length > 3000) remove()
    check()
    expect(postings.bytes).toBeLessThan(room * 0.2)
  })

  it('fills an empty index at once and goes on from there', () => {
    const random = seededRandom(6)
    const postings = new Postings()
    const posting = new Uint32Array(stride)
    const counts = Uint32Array.from({ length: 500 }, (_, word) => (word === 3 ? 5000 : word % 90))
    postings.reserve(counts)
    const kept: [number, number][][] = Array.from(counts, () => [])
    let id = 0
    for (const [word, count] of counts.entries())
      for (let i = 0; i < count; i++) {
        posting[field.id] = ++id
        const key = Math.floor(random() * 2 ** 32)
        postings.append(word, key, posting, 0)
        kept[word]!.push([key, id])
      }
    postings.sortAll()
    for (const word of counts.keys()) {
      posting[field.id] = ++id
      postings.insert(word, 77, posting, 0)
      kept[word]!.push([77, id])
    }
    for (const word of counts.keys()) expect(listOf(postings, word)).toEqual(sorted(kept[word]!))
  })
})

describe('seek', () => {
  it('finds the first key that is not lower, from wherever it starts', () => {
    const keys = Uint32Array.from([1, 3, 3, 3, 8, 9, 20, 20, 4_000_000_000])
    for (let from = 0; from <= keys.length; from++)
      for (let end = from; end <= keys.length; end++)
        for (const key of [0, 1, 2, 3, 8, 10, 20, 21, 4_000_000_000, 4_294_967_295]) {
          let expected = from
          while (expected < end && keys[expected]! < key) expected++
          expect(seek(keys, from, end, key)).toBe(expected)
        }
  })
})

describe('priceStep', () => {
  it('never falls, and fits into a byte', () => {
    let last = -1
    for (let bits = 0; bits < 32; bits++)
      for (const price of [2 ** bits - 1, 2 ** bits, 2 ** bits * 1.3, 2 ** bits * 1.9].map(Math.floor)) {
        const step = priceStep(price)
        expect(step).toBeGreaterThanOrEqual(last)
        last = step
      }
    expect(priceStep(0xffffffff)).toBeLessThan(256)
    expect(priceStep(0xffffffff)).toBeGreaterThanOrEqual(last)
  })
})
