import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtIns, greeting, languageOf } from './built-in.ts'
import { bodyUnitsMax } from './schema.ts'
import { type Facts, parseTemplate, placeholders, renderTemplate } from './template.ts'

const facts = (over: Partial<Facts> = {}): Facts => ({
  ...(Object.fromEntries(placeholders.map((name) => [name, null])) as unknown as Facts),
  greeting: 'Hi,',
  title: 'Bookcase',
  ...over,
})

function render(body: string, over: Partial<Facts> = {}) {
  const read = parseTemplate(body)
  if ('problem' in read) throw new Error(read.problem.message)
  return renderTemplate(read.template, facts(over))
}
function problem(body: string) {
  const read = parseTemplate(body)
  if ('template' in read) throw new Error('it was read')
  return read.problem
}

describe('a template', () => {
  it('is plain text with facts in their places', () => {
    expect(render('{greeting} is { title } there?')).toEqual({ text: 'Hi, is Bookcase there?', missing: [] })
    expect(render('no placeholders [at] all')).toEqual({ text: 'no placeholders [at] all', missing: [] })
  })

  it('leaves out a section when one of its facts is not known', () => {
    const body = 'Hello[[ from {name}]][[, {name} of {place}]].'
    expect(render(body, { name: 'Kim', place: 'Oakland' }).text).toBe('Hello from Kim, Kim of Oakland.')
    expect(render(body, { name: 'Kim' }).text).toBe('Hello from Kim.')
    expect(render(body)).toEqual({ text: 'Hello.', missing: [] })
  })

  it('has a gap where a fact is not known outside of a section, and names it once', () => {
    expect(render('Would {offer} do? {offer}!')).toEqual({ text: 'Would … do? …!', missing: ['offer'] })
  })

  it('writes double braces as one', () => {
    expect(render('{{title}} is {title} }}').text).toBe('{title} is Bookcase }')
  })

  it.each([
    ['a {price', 2, 1, 3, 'without its }'],
    ['{ti{tle}', 0, 1, 1, 'without its }'],
    ['{title\n}', 0, 1, 1, 'without its }'],
    ['x } y', 2, 1, 3, 'without its {'],
    ['ok\n😀{titel}', 5, 2, 2, '{titel} is not a placeholder; there are {greeting}'],
    ['{}', 0, 1, 1, '{} is not a placeholder'],
    ['{__proto__}', 0, 1, 1, 'is not a placeholder'],
    ['a [[ {name}', 2, 1, 3, 'without its ]]'],
    ['a ]]', 2, 1, 3, 'without its [['],
    ['[[ {name} [[ {place} ]]', 10, 1, 11, 'inside another'],
    ['[[ nothing ]]', 0, 1, 1, 'never left out'],
    ['{title}'.repeat(41), 280, 1, 281, 'more than 40'],
  ])('%j is refused at its character %i', (body, at, line, column, message) => {
    expect(problem(body)).toEqual({ at, line, column, message: expect.stringContaining(message) })
  })

  it('never takes a value for a part of the template', () => {
    expect(render('{title} {place}', { title: '{offer} [[{name}]]', place: '}}' }).text).toBe(
      '{offer} [[{name}]] }}',
    )
  })

  it('of any text is either read or refused with a place inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc
            .array(
              fc.constantFrom(
                '{',
                '}',
                '[',
                ']',
                '[[',
                ']]',
                '{title}',
                '{offer}',
                'x',
                '\n',
                '😀',
                '\ud800',
              ),
            )
            .map((parts) => parts.join('')),
        ),
        (body) => {
          const read = parseTemplate(body)
          if ('problem' in read) {
            expect(read.problem.at).toBeGreaterThanOrEqual(0)
            expect(read.problem.at).toBeLessThan(body.length)
          } else {
            const { text } = renderTemplate(read.template, facts())
            expect(text.isWellFormed()).toBe(true)
            expect(text).not.toMatch(/[^\P{Cc}\n]/u)
          }
        },
      ),
    )
  })
})

describe('the built-in templates', () => {
  it('are there in four languages for every kind, and can be read', () => {
    expect(builtIns).toHaveLength(20)
    expect(new Set(builtIns.map(({ name }) => name)).size).toBe(20)
    for (const { body } of builtIns) {
      expect(parseTemplate(body)).toHaveProperty('template')
      expect(body.length).toBeLessThanOrEqual(bodyUnitsMax)
    }
  })

  it.each(builtIns)(
    '$name is a whole message with and without the optional facts',
    ({ body, kind, language }) => {
      const least = { greeting: greeting(language, null), ...(kind === 'offer' && { offer: '$150' }) }
      const bare = render(body, least)
      expect(bare.missing).toEqual([])
      expect(bare.text).toContain('Bookcase')
      expect(bare.text).not.toMatch(/ [.,]|\s$|\[\[|\{/)
      const full = render(body, {
        ...least,
        offer: '$150',
        price: '$180',
        place: 'Oakland',
        pickup: 'PICKUP',
        name: 'Kim',
      })
      expect(full.text).toContain('PICKUP')
      expect(full.text).toMatch(/\n\nKim$/)
      expect(full.text.includes('$150')).toBe(kind === 'offer' || kind === 'follow-up')
      expect(full.text.includes('$180')).toBe(kind === 'firm-price')
    },
  )

  it('greet by name where there is one, in the language of the country', () => {
    expect(greeting('de', 'Kim')).toBe('Hallo Kim,')
    expect(greeting('es', null)).toBe('Hola:')
    expect(['AT', 'MX', 'FR', 'US', null, '__proto__', 'constructor'].map(languageOf)).toEqual([
      'de',
      'es',
      'fr',
      'en',
      'en',
      'en',
      'en',
    ])
  })
})
