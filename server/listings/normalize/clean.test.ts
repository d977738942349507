import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText, cut } from './clean.ts'

const any = fc.string({ unit: 'binary', maxLength: 300 })

describe('cleanLine', () => {
  it('collapses spaces and line ends and drops what cannot be seen', () => {
    expect(cleanLine('  Oak\u0000 \t desk\r\n\u200b140\u00a0cm\ufeff ', 100)).toBe('Oak desk 140 cm')
    expect(cleanLine('\u202eksed kaO\u202c', 100)).toBe('ksed kaO')
    expect(cleanLine('i\u200dPhone\u00ad', 100)).toBe('iPhone')
  })

  it('keeps emoji and other scripts whole', () => {
    expect(cleanLine('👩\u200d👧 кровать 自転車 🛋️', 100)).toBe('👩\u200d👧 кровать 自転車 🛋️')
  })

  it('never yields NUL, control characters, half characters or more than the limit, and is idempotent', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const clean = cleanLine(text, max)
        expect(clean.length).toBeLessThanOrEqual(max)
        expect(clean.isWellFormed()).toBe(true)
        expect(/\p{Cc}|\s{2}/u.test(clean)).toBe(false)
        expect(cleanLine(clean, max)).toBe(clean)
      }),
    )
  })
})

describe('cleanText', () => {
  it('keeps lines, at most one blank one in a row', () => {
    expect(cleanText('a \r\n\r\n\r\n\r\n  b\t c\u0000\u2028d ', 100)).toBe('a\n\nb c\nd')
  })

  it('never yields NUL, half characters or more than the limit, and is idempotent', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const clean = cleanText(text, max)
        expect(clean.length).toBeLessThanOrEqual(max)
        expect(clean.isWellFormed()).toBe(true)
        expect(/(?!\n)\p{Cc}|\n{3}/u.test(clean)).toBe(false)
        expect(cleanText(clean, max)).toBe(clean)
      }),
    )
  })
})

describe('cut', () => {
  it('does not halve a character', () => {
    expect(cut('ab😀', 3)).toBe('ab')
    expect(cut('ab😀', 4)).toBe('ab😀')
  })
})
