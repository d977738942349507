import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainAddress } from './plain-address.ts'

it.each([
  ['https://example.com/a%20b?x=1#y', 'https://example.com/a%20b?x=1#y'],
  ['https://exämple.com:8080/ä?ö', 'https://xn--exmple-cua.com:8080/ä?ö'],
  ['https://\u0430pple.com/', 'https://xn--pple-43d.com/'],
  ['https://example.com/\u202egpj.exe', 'https://example.com/%E2%80%AEgpj.exe'],
  ['https://example.com/a\u200bb\u00adc', 'https://example.com/a%E2%80%8Bb%C2%ADc'],
])('shows %j as %j', (address, shown) => expect(plainAddress(address)).toBe(shown))

it.each([
  'https://ebay\u202e.com/',
  'https://e\u200bbay.com/',
  'https://u\u2066ser@example.com/',
  'https://e\u00adbay.com/x',
  'ftp://exämple.com/',
  'https://exämple .com/',
])('refuses %j', (address) => expect(plainAddress(address)).toBeNull())

it('leads where the address leads, whatever it has', () => {
  const char = fc.oneof(
    fc.constantFrom('a', '/', '?', '#', 'ä', '\u202e', '\u200d', '.', '@', ':'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  )
  fc.assert(
    fc.property(fc.array(char, { maxLength: 12 }), (units) => {
      const address = `https://example.com${units.join('')}`
      const shown = plainAddress(address)
      if (shown === null || !URL.canParse(address)) return
      expect(new URL(shown).href).toBe(new URL(address).href)
      expect(shown).not.toMatch(/\p{Bidi_Control}/u)
    }),
    { numRuns: 2_000 },
  )
})
