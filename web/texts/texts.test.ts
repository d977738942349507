import { type IntlMessageFormat as Format, IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import german from './de.json' with { type: 'json' }
import english from './en.json' with { type: 'json' }
import { speechFor } from './languages.ts'
import { pseudo, pseudoText } from './pseudo.ts'

type Parts = ReturnType<Format['getAst']>
const translated = { de: german, 'en-XA': pseudo(english) }
const texts = textsOf(english)

/** A further language is one entry above; what English gets meanwhile is told by its name. */
describe.each(Object.entries(translated))('%s', (tag, other) => {
  const others = textsOf(other)

  it('has the texts that English has, and none more', () => {
    expect(missing(texts, others)).toEqual([])
    expect(missing(others, texts)).toEqual([])
  })

  it('says of each the same: its figures, names and links', () => {
    const differing = Object.keys(texts).filter(
      (key) => others[key] !== undefined && askedBy(others[key], tag) !== askedBy(texts[key]!, 'en'),
    )
    expect(differing).toEqual([])
  })

  it('has no text left empty, and none with an exclamation mark', () => {
    expect(Object.entries(others).filter(([, text]) => text.trim() === '' || text.includes('!'))).toEqual([])
  })
})

it('a language counts as it counts: one of a thing is not several', () => {
  const rule = new IntlMessageFormat(german.rule.import.made, 'de')
  expect([1, 2].map((count) => rule.format({ count }))).toEqual([
    '1 Suchauftrag wurde angelegt',
    '2 Suchaufträge wurden angelegt',
  ])
})

describe('the language of a page', () => {
  const said = (chosen: string | null, ofBrowser: string[]) => {
    const { tag, figures, direction } = speechFor(chosen, ofBrowser)
    return [tag, figures ?? 'as here', direction]
  }

  it('is the one that was chosen, whatever the browser has', () => {
    expect(said('de-AT', ['en-US'])).toEqual(['de-AT', 'de-AT', 'ltr'])
    expect(said('en-GB', ['de'])).toEqual(['en-GB', 'en-GB', 'ltr'])
  })

  it('is English where there are no words in the one that was chosen, with its figures', () => {
    expect(said('fr-CH', ['de'])).toEqual(['en', 'fr-CH', 'ltr'])
  })

  it('is the first of the browser that there are words in, else English', () => {
    expect(said(null, ['nl', 'DE-de', 'en'])).toEqual(['DE-de', 'as here', 'ltr'])
    expect(said(null, ['nl', 'deu'])).toEqual(['en', 'as here', 'ltr'])
    expect(said(null, [])).toEqual(['en', 'as here', 'ltr'])
  })

  it('is written from the right where it is', () => {
    expect(said('ar-XB', ['en'])).toEqual(['ar-XB', 'he', 'rtl'])
  })
})

it('in the language for tests all words are others, and what is put into them is not', () => {
  expect(pseudoText('Save')).toBe('⟦Šáṽé ·⟧')
  expect(pseudoText('{count} of <b>all</b>')).toBe('⟦{count} öƒ <b>áłł</b> ·⟧')
  const many = new IntlMessageFormat(pseudoText('{count, plural, one {# rule} other {# rules}}'), 'en')
  expect(many.format({ count: 2 })).toBe('⟦2 ŕúłéš · ·⟧')
  expect(pseudoText('{value} %')).toBe('{value} %')
})

function textsOf(part: unknown, path = ''): Record<string, string> {
  if (typeof part === 'string') return { [path]: part }
  const parts = Object.entries(part as object).map(([key, value]) =>
    textsOf(value, path === '' ? key : `${path}.${key}`),
  )
  return Object.assign({}, ...parts)
}

function missing(of: Record<string, string>, from: Record<string, string>): string[] {
  return Object.entries(of).flatMap(([key, text]) => (from[key] === undefined ? [`${key}: ${text}`] : []))
}

/** What a text is made of: the names of its arguments and tags, and how each is written. */
function askedBy(text: string, tag: string): string {
  const asked = new Set<string>()
  const visit = (parts: Parts): void => {
    for (const part of parts) {
      if ('value' in part && part.type !== 0) asked.add(`${part.type} ${part.value}`)
      if ('options' in part) for (const { value } of Object.values(part.options)) visit(value)
      if ('children' in part) visit(part.children)
    }
  }
  visit(new IntlMessageFormat(text, tag === 'de' ? 'de' : 'en').getAst())
  return [...asked].toSorted().join()
}
