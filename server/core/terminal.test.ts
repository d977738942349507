import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forTerminal, jsonForTerminal, lineForTerminal, withoutForeignLines } from './terminal.ts'

const esc = '\u001b'

describe('forTerminal', () => {
  it.each([
    ['colours', `a${esc}[31mred${esc}[0m`, 'ared'],
    ['clearing the screen', `a${esc}[2J${esc}[1;1Hb`, 'ab'],
    ['the same with one C1 character', 'a\u009b2Jb', 'ab'],
    [
      'links behind other words, whose address is shown',
      `${esc}]8;;https://evil.example${esc}\\ebay.com${esc}]8;;${esc}\\`,
      ']8;;https://evil.example\\ebay.com]8;;\\',
    ],
    ['window titles', `${esc}]0;owned\u0007x`, ']0;ownedx'],
    ['strings that never end, without what follows', `a${esc}]0;b\nc`, 'a]0;b\nc'],
    ['going back over what stands there', 'good\b\b\b\bevil\rmore', 'goodevil more'],
    ['zero-width characters', 'e\u200bb\u2060a\ufeffy\u00ad', 'ebay'],
    ['reordering', 'user\u202egpj.exe\u2066x\u2069', 'usergpj.exex'],
    ['half a character', 'a\ud800b', 'ab'],
    ['tags nobody sees', 'a\u{e0041}b', 'ab'],
    ['separators of lines and paragraphs', 'a\u2028b\u2029c', 'abc'],
  ])('takes away %s', (_, hostile, shown) => expect(forTerminal(hostile)).toBe(shown))

  it('leaves what people write as it is', () => {
    for (const text of ['Größe 50 €', 'ソファ', 'سيارة', '☀️ 👍🏽', 'e\u0301', 'a\tb\nc', '– “x” …'])
      expect(forTerminal(text)).toBe(text)
  })

  it('leaves nothing that a terminal obeys, whatever the text', () => {
    const unit = fc.oneof(
      fc.constantFrom(esc, '[', ']', '8', ';', 'm', '\u009b', '\u0007', '\r', '\n', '\b', '\u202e', '\ud83d'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const shown = forTerminal(units.join(''))
        expect(shown).not.toMatch(/[^\P{Cc}\n\t]|\p{Bidi_Control}|[\u200b-\u200f\u2060\ufeff]/u)
        expect(forTerminal(shown)).toBe(shown)
        expect(lineForTerminal(units.join(''))).not.toMatch(/[\n\t]/)
      }),
      { numRuns: 2_000 },
    )
  })
})

it('jsonForTerminal gives the same value and nothing that a terminal obeys', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = jsonForTerminal({ [text]: text }, 2)
      expect(JSON.parse(json)).toEqual({ [text]: text })
      expect(json).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u)
    }),
  )
})

it('withoutForeignLines keeps the lines of ours and of texts of several lines', () => {
  const value = { name: 'a\nFAKED', items: [{ sentence: 'It lacks b\r\nc.' }], body: 'x\ny' }
  expect(withoutForeignLines('Rule "a\nFAKED"\nIt lacks b\r\nc.\nx\ny', value)).toBe(
    'Rule "a FAKED"\nIt lacks b c.\nx\ny',
  )
})
