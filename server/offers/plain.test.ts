import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followableUrl, plainLine, plainText } from './plain.ts'

const linkLike = /:\/\/|www\.|\w@\w+\.\w|\w\.(?:com|net|org|ru|de)\b/i

describe('untrusted text in a draft', () => {
  it.each([
    ['Sofa https://evil.example/pay?x=1 blue', 'Sofa blue'],
    ['Sofa HTTP://EVIL.EXAMPLE', 'Sofa'],
    ['write me@mail.example.com now', 'write now'],
    ['go to www.evil.example now', 'go to now'],
    ['see evil-shop.com/pay?a=b', 'see'],
    ['see pay.evil.co.uk, thanks', 'see , thanks'],
    ['call tel:+15550100 or javascript:alert(1)', 'call or'],
    ['htt https://x.example ps://evil.example', 'htt'],
    ['1https://evil.example _www.evil.example', '_'],
    ['ev\u200bil.com here', 'here'],
    ['evil\u2060.com here', 'here'],
  ])('%j loses its links', (text, left) => {
    expect(plainLine(text, 100) ?? '').toBe(left)
    expect(plainLine(text, 100) ?? '').not.toMatch(linkLike)
  })

  it.each([
    '27.5" wheels',
    'Dr. No, vol. 2',
    'approx. 1.5 m',
    'Size 10.5/11',
    'No. 5',
    '3:1 zoom',
    'AC/DC',
    'Nr.1 Küche',
  ])('%j stays as it is', (text) => {
    expect(plainLine(text, 100)).toBe(text)
  })

  it('becomes one line without controls and without a turned order of reading', () => {
    expect(plainLine('a\0b\tc\r\nd\u202e e\u2028f\u0007', 100)).toBe('ab c d e f')
    expect(plainLine('\u200b\u3164', 100)).toBeNull()
    expect(plainLine('half \ud800 one', 100)).toBe('half \ufffd one')
    expect(plainLine(null, 5)).toBeNull()
    expect(plainLine('', 5)).toBeNull()
  })

  it('is cut between characters', () => {
    expect(plainLine('abcdefgh', 5)).toBe('abcd…')
    expect(plainLine('abcde', 5)).toBe('abcde')
    expect(plainLine('ab😀😀', 5)).toBe('ab😀…')
    expect(plainLine('e\u0301'.repeat(5), 6)).toBe(`${'e\u0301'.repeat(2)}…`)
  })

  it('of every kind is short, well-formed, without links, and the same when cleaned again', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc
        .array(
          fc.constantFrom(
            'http',
            's',
            '://',
            'evil',
            '.',
            'com',
            '/',
            '@',
            'www.',
            ' ',
            '\u200b',
            '\0',
            '\ud800',
            'x',
          ),
          {
            maxLength: 60,
          },
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(hostile, fc.integer({ min: 2, max: 100 }), (text, unitsMax) => {
        const line = plainLine(text, unitsMax) ?? ''
        expect(line.length).toBeLessThanOrEqual(unitsMax)
        expect(line.isWellFormed()).toBe(true)
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
        expect(line).not.toContain('://')
        const whole = plainText(text)
        expect(whole).not.toContain('://')
        expect(plainText(whole)).toBe(whole)
      }),
      { numRuns: 500 },
    )
  })

  it('of ten thousand words takes no time', () => {
    const startedAt = performance.now()
    for (const part of ['word ', 'a.', 'a@', 'www.', 'x:', '😀', 'http://', '-', 'é'])
      plainText(part.repeat(10_000))
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })

  it('keeps the lines of a draft, at most one empty in a row', () => {
    expect(plainText('Hi,\r\n\r\n\r\n\r\n one  two \n\nthree\t\n')).toBe('Hi,\n\none two\n\nthree')
  })
})

describe('the address of a listing', () => {
  it('is given only when a person may follow it', () => {
    expect(followableUrl('https://example.com/a b')).toBe('https://example.com/a%20b')
    for (const url of [
      'javascript:alert(1)',
      'https://u:p@example.com/',
      'x',
      '',
      `https://x.example/${'a'.repeat(4000)}`,
    ]) {
      expect(followableUrl(url)).toBeNull()
    }
  })
})
