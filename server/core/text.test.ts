import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, words } from './text.ts'

describe('foldText', () => {
  it.each([
    ['Café Ångström Tiếng', 'cafe angstrom tieng'],
    ['Straße Œuvre Łódź', 'strasse oeuvre lodz'],
    ['KIRMIZI kırmızı İzmir', 'kirmizi kirmizi izmir'],
    ['ΆΝΕΜΟΣ', 'ανεμοσ'],
    ['ёлка Ёж за́мок', 'елка еж замок'],
    ['трамвай Київ ћирилица', 'трамвай київ ћирилица'],
    ['ﾊﾞｲｸ ガス', 'バイク ガス'],
    ['हिन्दी', 'हिन्दी'],
    ['שָׁלוֹם كِتَاب', 'שלום كتاب'],
    ['１２ ㎜ ﬁne', '12 mm fine'],
    ['4½ ft', '4 1⁄2 ft'],
    ['3×5', '3x5'],
    ['so\u00adfa\u200b', 'sofa'],
  ])('makes %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it.each(['™', '℠', '®', '©', 'ᵀᴹ', '\u{1f16a}'])('makes no letters of %s', (sign) => {
    expect(words(`Kettle${sign}pot set${sign}`)).toEqual(['kettle', 'pot', 'set'])
  })

  it('changes nothing more the second time, and reads composed and decomposed text the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const folded = foldText(text)
        expect(foldText(folded)).toBe(folded)
        expect(foldText(text.normalize('NFD'))).toBe(folded)
      }),
      { numRuns: 1000 },
    )
  })
})
