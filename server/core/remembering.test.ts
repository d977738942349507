import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remembering } from './remembering.ts'

/** What is remembered, and every text that was really read. */
function reading(max: number) {
  const read: string[] = []
  const answer = remembering((text) => {
    read.push(text)
    return { text }
  }, max)
  return { read, answer }
}

describe('remembering', () => {
  it('answers any row of texts as if each had been read anew', () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (texts, max) => {
        const { answer } = reading(max)
        for (const one of texts) expect(answer(one)).toEqual({ text: one })
      }),
    )
  })

  it('reads a text once while fewer than so many others are asked about', () => {
    const { read, answer } = reading(3)
    for (const text of ['a', 'b', 'c', 'a', 'd', 'a']) answer(text)
    expect(read).toEqual(['a', 'b', 'c', 'd'])
  })

  it('forgets what was long not asked about', () => {
    const { read, answer } = reading(2)
    for (const text of ['a', 'b', 'c', 'd', 'e', 'a']) answer(text)
    expect(read).toEqual(['a', 'b', 'c', 'd', 'e', 'a'])
  })

  it('does not keep long texts', () => {
    const { read, answer } = reading(2)
    const long = 'a'.repeat(501)
    expect([answer(long), answer(long)]).toEqual([{ text: long }, { text: long }])
    expect(read).toHaveLength(2)
  })
})
