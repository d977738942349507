import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleInputSchema } from '../../model/rule-schema.ts'
import { askedRule } from '../asked.ts'
import { sampleRule } from '../samples.ts'
import { wordHints } from './hints.ts'
import { formatQuery, parseQuery, pointAt, type Query, QuerySyntaxError } from './query.ts'
import { matchesQuery, positiveTerms, requiredTerms } from './query-meaning.ts'
import { regexCost, testRegex } from './query-regex.ts'
import { testAtOnce } from './regex-answers.ts'
import { readSubject, readWords, stands, textCharsMax } from './terms.ts'

const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8')
const wrong = [...page.matchAll(/^\| (.+) \| (\d+) \| (.+) \|$/gm)].map(
  ([, query, at, says]) => [query!, Number(at), says!] as const,
)

function errorOf(text: string): QuerySyntaxError {
  try {
    parseQuery(text)
  } catch (error) {
    if (error instanceof QuerySyntaxError) return error
    throw error
  }
  throw new Error(`${JSON.stringify(text)} was understood`)
}

function matches(query: Query, title: string, description: string | null = null): boolean {
  return matchesQuery(query, readSubject({ title, description }), testAtOnce({ title, description }))
}

// Words that no folding or stemming makes equal to each other.
const vocabulary = ['sofa', 'oak', 'lamp', 'red', 'iron']
/** A tree as a person might have it in mind, with the ways to write it. */
type Tree = { word: string } | { not: Tree } | { and: Tree[] } | { or: Tree[] }

const { tree } = fc.letrec<{ tree: Tree; leaf: Tree }>((tie) => ({
  leaf: fc.constantFrom(...vocabulary).map((word) => ({ word })),
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    tie('leaf'),
    tie('tree').map((not) => ({ not })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((and) => ({ and })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((or) => ({ or })),
  ),
}))

/** Writes a tree with signs and spaces by chance; parentheses wherever there are two parts. */
function write(tree: Tree, pick: <T>(...ways: T[]) => T): string {
  if ('word' in tree)
    return pick(
      tree.word,
      `"${tree.word}"`,
      `«${tree.word}»`,
      `'${tree.word}'`,
      `‚${tree.word}‘`,
      `「${tree.word}」`,
      tree.word.toUpperCase(),
      `/${tree.word}/`,
      `“${tree.word}s”`,
    )
  if ('not' in tree) {
    const inner = enclose(tree.not)
    // Two signs in a row are refused.
    return `${pick('NOT ', '-', '!', 'NOT  ', '–', '—', '−', '！')}${'not' in tree.not ? `(${inner})` : inner}`
  }
  const sign = 'and' in tree ? pick(' ', ' AND ', '\n&& ') : pick(' OR ', ' | ', ' || ')
  return ('and' in tree ? tree.and : tree.or).map(enclose).join(sign)

  function enclose(part: Tree): string {
    const text = write(part, pick)
    return 'word' in part || 'not' in part ? text : `${pick('(', '( ')}${text}${pick(')', ' )')}`
  }
}

function holds(tree: Tree, words: ReadonlySet<string>): boolean {
  if ('word' in tree) return words.has(tree.word)
  if ('not' in tree) return !holds(tree.not, words)
  return 'and' in tree
    ? tree.and.every((part) => holds(part, words))
    : tree.or.some((part) => holds(part, words))
}

const written = fc
  .tuple(tree, fc.infiniteStream(fc.nat(1000)))
  .map(([tree, numbers]) => {
    const pick = <T>(...ways: T[]): T => ways[numbers.next().value % ways.length]!
    return { tree, text: write(tree, pick) }
  })
  .filter(({ text }) => text.length <= 500 && (text.match(/\/[a-z]/g) ?? []).length <= 10)
const someWords = fc.subarray(vocabulary)

describe('parseQuery', () => {
  it('means what the plain reading of the tree means, however it is written', () => {
    const seen = { yes: 0, no: 0 }
    fc.assert(
      fc.property(written, someWords, ({ tree, text }, words) => {
        const fits = matches(parseQuery(text), words.join(' '))
        expect(fits).toBe(holds(tree, new Set(words)))
        seen[fits ? 'yes' : 'no']++
      }),
      { numRuns: 1_000 },
    )
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(100)
  })

  it('reads what formatQuery writes as the same query', () => {
    fc.assert(
      fc.property(written, ({ text }) => {
        const query = parseQuery(text)
        expect(parseQuery(formatQuery(query))).toEqual(query)
      }),
      { numRuns: 500 },
    )
  })

  // Signs and words of the language in any order, and any characters at all.
  const pieces = fc
    .array(
      fc.constantFrom(
        ...[
          'AND',
          'OR',
          'NOT',
          'and',
          '(',
          ')',
          '"',
          '“',
          '”',
          '/',
          '/i',
          '-',
          '!',
          '|',
          '||',
          '&&',
          '&',
          ' ',
          '\n',
        ],
        ...[
          '\\',
          '[',
          ']',
          '{2}',
          '(?=',
          '*',
          '+',
          '27',
          'sofa',
          'café',
          'e\u0301',
          '🔥',
          '\ud83d',
          '\0',
          'x5',
        ],
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''))

  it('reads any text or says in a sentence what is wrong at a character of it, and what it reads it writes', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        let query: Query
        try {
          query = parseQuery(text)
        } catch (error) {
          expect(error).toBeInstanceOf(QuerySyntaxError)
          const { at, message } = error as QuerySyntaxError
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at).toBeLessThanOrEqual(text.length)
          expect(message).toMatch(/[.)]$/)
          expect(pointAt(text, at).split('\n')).toHaveLength(2)
          return
        }
        expect(parseQuery(formatQuery(query))).toEqual(query)
        matches(query, 'sofa café 27" x5', text)
      }),
      { numRuns: 1_500 },
    )
  })

  it.each([
    ['('.repeat(2_000), 50],
    [`${'NOT '.repeat(400)}a`, 200],
    [`${'NOT '.repeat(499)}a`, 200],
    [`${'('.repeat(51)}a${')'.repeat(51)}`, 50],
    ['a '.repeat(201), 400],
    ['/a/ '.repeat(11), 40],
    ['a'.repeat(2_001), 2_000],
    ['a'.repeat(201), 0],
    ['/a{300}/ /b{300}/', 9],
    ['/(a{1000}){1000}/', 3],
    [`/${'('.repeat(1_500)}/`, 1],
    ['', 0],
    [' \n ', 0],
  ])('refuses what is too much or nothing: %s at %i', (text, at) => {
    expect(errorOf(text).at).toBe(at)
  })

  it('takes what is just within the limits', () => {
    expect(parseQuery(`${'('.repeat(50)}a${')'.repeat(50)}`)).toEqual({
      kind: 'term',
      text: 'a',
      words: ['a'],
    })
    expect(parseQuery('a '.repeat(200).trim())).toMatchObject({ kind: 'and' })
    expect(parseQuery('/a/ '.repeat(10))).toMatchObject({ kind: 'and' })
  })

  it('looks for what follows "title:" in the title only', () => {
    const inTitle = parseQuery('title:case')
    expect(matches(inTitle, 'iPhone case')).toBe(true)
    expect(matches(inTitle, 'iPhone', 'comes with a case')).toBe(false)
    const notInTitle = parseQuery('iphone -title:"box only"')
    expect(matches(notInTitle, 'iPhone box only')).toBe(false)
    expect(matches(notInTitle, 'iPhone', 'not the box only')).toBe(true)
    for (const text of ['title:case', 'iphone NOT title:"box only"', 'title:"title:"'])
      expect(formatQuery(parseQuery(formatQuery(parseQuery(text))))).toBe(formatQuery(parseQuery(text)))
  })

  it('has every error of docs/rules.md at its character', () => {
    expect(wrong.length).toBeGreaterThan(18)
    for (const [text, at, says] of wrong) {
      const error = errorOf(text)
      expect([text, error.at, error.message]).toEqual([text, at, expect.stringContaining(says)])
    }
  })
})

describe('pointAt', () => {
  it('shows the line with a ^ under the character', () => {
    expect(pointAt('sofa AND', 5)).toBe('sofa AND\n     ^')
    expect(pointAt('sofa\noak )\nred', 9)).toBe('oak )\n    ^')
    expect(pointAt('🔥 )', 3)).toBe('🔥 )\n  ^')
    expect(pointAt('', 0)).toBe('\n^')
    const [line, caret] = pointAt(`${'a '.repeat(500)})${' b'.repeat(300)}`, 1000).split('\n')
    expect(line!.length).toBeLessThan(100)
    expect(line![caret!.length - 1]).toBe(')')
  })
})

describe('regular expressions', () => {
  it('read the composed text of title and description up to the limit', () => {
    expect(matches(parseQuery('/café/'), 'cafe\u0301 table')).toBe(true)
    expect(matches(parseQuery('/cafe\u0301/'), 'café table')).toBe(true)
    expect(matches(parseQuery('/cafe/'), 'café table')).toBe(false)
    expect(matches(parseQuery('/ÉTAGÈRE/'), 'étagère')).toBe(true)
    expect(matches(parseQuery('/table.x/'), 'table', 'x')).toBe(false)
    expect(matches(parseQuery('/table\\nx$/'), 'table', 'x')).toBe(true)
    expect(matches(parseQuery('/x/'), `${'a '.repeat(textCharsMax / 2)}x`)).toBe(false)
  })

  it('find what the same expressions find elsewhere', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '.',
      '[ab]',
      '[^a]',
      '\\b',
      '^',
      '$',
      '(a|bc)',
      '(?:ab)?',
      'c*',
      'a{2,3}',
      '\\d+',
      '\\s',
    )
    const source = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''))
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'c', '1', ' ', '\n'), maxLength: 20 })
    const seen = { yes: 0, no: 0 }
    fc.assert(
      fc.property(source, fc.boolean(), text, (pattern, caseSensitive, read) => {
        const found = testRegex({ source: pattern, caseSensitive }, read)
        expect(found).toBe(new RegExp(pattern, caseSensitive ? 'm' : 'im').test(read))
        seen[found ? 'yes' : 'no']++
      }),
      { numRuns: 1_000 },
    )
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(100)
  })

  it('answer in bounded time whatever they and the text are', () => {
    const slow = [
      '(x+x+)+y',
      '(a|b)*a(a|b){100}c',
      '(?:.*a.{40}){3}[cd]',
      '(?:\\pL{15}){15}[zx]',
      '(?:a?){100}a{100}[cd]',
    ]
    const texts = ['a'.repeat(20_000), 'abba'.repeat(5_000), 'é'.repeat(20_000), 'x'.repeat(20_000)]
    const start = performance.now()
    for (const source of slow) for (const text of texts) matches(parseQuery(`/${source}/`), text)
    for (const marks of ['\u0301', '\u0323\u0301']) matches(parseQuery('/x/'), `a${marks.repeat(20_000)}`)
    expect(performance.now() - start).toBeLessThan(8_000)
  })

  it('are compiled once while they are in use', () => {
    const regexOf = (source: string, caseSensitive = false) => ({ source, caseSensitive })
    const isCompiled = (...args: Parameters<typeof regexOf>) => regexCost(regexOf(...args), 0) === 0
    testRegex(regexOf('sofa'), 'a sofa')
    expect(isCompiled('sofa')).toBe(true)
    for (let i = 0; i < 600; i++) testRegex(regexOf(`a${i}`), 'a sofa')
    expect(isCompiled('sofa')).toBe(false)
    expect(isCompiled('a599')).toBe(true)
    expect(isCompiled('a599', true)).toBe(false)
  })
})

it('what is pasted into a rule is kept without what cannot be seen, and an expression is read without it', () => {
  const { keywords, query } = ruleInputSchema.parse({
    name: 'r',
    keywords: { all: ['so\u00adfa'], any: ['\u200bred\u2060'], none: [] },
    query: 'sofa \u200b-leather',
  })
  expect([keywords.all, keywords.any, query]).toEqual([['sofa'], ['red'], 'sofa -leather'])
  expect(parseQuery('sofa \u200b-leather')).toEqual(parseQuery('sofa -leather'))
})

describe('wordHints', () => {
  it('says of a small "or", "and" or "not" that stands alone that it is a word, and of a minus in a list that it excludes nothing', () => {
    const hints = (query: string, all: string[] = []) => wordHints({ all, any: [], query })
    expect(hints('sofa or couch and not Or')).toHaveLength(4)
    expect(hints('sofa or couch')[0]).toMatch(/“or” is a word .* write OR/)
    for (const query of ['sofa OR couch', '"or" sofa', 'sofa -"not"', 'norway', 'sofa AND', '"or'])
      expect(hints(query)).toEqual([])
    expect(hints('sofa', ['-leather', 'oak'])).toEqual([expect.stringMatching(/“-leather” .* none/)])
    expect(hints('sofa', ['– 5'])).toEqual([])
  })
})

describe('requiredTerms', () => {
  const terms = (text: string) => requiredTerms(parseQuery(text))

  it('are there in every text that fits', () => {
    const seen = { all: 0, any: 0, none: 0 }
    fc.assert(
      fc.property(written, someWords, ({ text }, words) => {
        const query = parseQuery(text)
        if (!matches(query, words.join(' '))) return
        const list = readWords(words.join(' '))
        const has = (term: string) => stands(readWords(term).words, list)
        const { all, any, none } = requiredTerms(query)
        expect(all.filter((term) => !has(term))).toEqual([])
        expect(any.filter((group) => !group.some(has))).toEqual([])
        expect(none.filter(has)).toEqual([])
        if (all.length > 0) seen.all++
        if (any.length > 0) seen.any++
        if (none.length > 0) seen.none++
      }),
      { numRuns: 1_500 },
    )
    expect(Math.min(seen.all, seen.any, seen.none)).toBeGreaterThan(30)
  })

  it.each<[string, string[], string[][], string[]]>([
    ['sofa "oak table" -red', ['sofa', 'oak table'], [], ['red']],
    ['sofa OR couch', [], [['sofa', 'couch']], []],
    ['(red sofa) OR (red couch)', ['red'], [['sofa', 'couch']], []],
    ['sofa (oak OR pine) (red OR /blu/)', ['sofa'], [['oak', 'pine']], []],
    ['sofa OR -oak', [], [], []],
    ['NOT (sofa OR NOT oak)', ['oak'], [], ['sofa']],
    ['/sofa/', [], [], []],
    ['sofa sofas Sofa', ['Sofa'], [], []],
  ])('of %s', (text, all, any, none) => {
    expect(terms(text)).toEqual({ all, any, none })
  })
})

describe('positiveTerms', () => {
  it('are those under no NOT or an even number of them', () => {
    const texts = positiveTerms(parseQuery('sofa -red NOT (oak -pine) /x/')).map(({ text }) => text)
    expect(texts).toEqual(['sofa', 'pine'])
  })
})

describe('askedRule', () => {
  it('asks sites for what the expression needs, one list of alternatives and the price before shipping', () => {
    const asked = askedRule(
      sampleRule({
        all: ['oak'],
        none: ['fake'],
        query: 'oak table (round OR oval OR square) (old OR antique) -broken',
        priceCentsMax: 9_000,
        landedCentsMax: 8_000,
      }),
    )
    expect(asked).toMatchObject({
      all: ['oak', 'table'],
      any: ['old', 'antique'],
      none: ['fake', 'broken'],
      priceCentsMax: 8_000,
    })
    expect(askedRule(sampleRule({ any: ['a', 'b', 'c'], query: 'old OR antique' })).any).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(askedRule(sampleRule({ query: 'sofa AND' }))).toEqual(sampleRule({ query: 'sofa AND' }))
  })
})
