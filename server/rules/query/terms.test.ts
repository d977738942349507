import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSubject, readWords, stands, stem, termProblem, textCharsMax, withNeighbours } from './terms.ts'

const same = [
  'sofa/sofas couch/couches knife/knives battery/batteries box/boxes dress/dresses bus/buses',
  'house/houses case/cases size/sizes axe/axes cache/caches watch/watches dish/dishes lens/lenses',
  'movie/movies hoodie/hoodies/hoody tie/ties pie/pies fly/flies toy/toys brie/bries monkey/monkeys',
  'shoe/shoes toe/toes canoe/canoes hero/heroes potato/potatoes photo/photos video/videos',
  'shelf/shelves bookshelf/bookshelves leaf/leaves scarf/scarves glove/gloves stove/stoves valve/valves',
  'man/men/mens woman/women/womens child/children/childrens foot/feet mouse/mice goose/geese tooth/teeth',
  'pc/pcs ac/acs tv/tvs kg/kgs id/ids cd/cds gpu/gpus dvd/dvds menu/menus car/cars ski/skis bikini/bikinis iris/irises canvas/canvases',
  'glass/glasses mattress/mattresses quiz/quizzes horse/horses mouse/mice use/uses gas/gases',
].flatMap((line) => line.split(' ').map((group) => group.split('/')))

const different = [
  'gps/gp vhs/vh sms/sm bbs/bb is/i as/a bus/bu yes/ye les/le',
  'glass/glas ps/p news/new goods/good bus/bu gas/ga its/it ups/up lens/len us/u this/the',
  'care/car bass/base dress/dres princess/prince chest/cheese bose/boss olives/olife prius/priu',
  'shoe/sho table/tab bike/bik lamp/lam pie/pi tie/ti class/clas asus/asu lexus/lexu',
].flatMap((line) => line.split(' ').map((group) => group.split('/')))

describe('stem', () => {
  it.each(same)('makes singular and plural the same: %s', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1)
  })

  it.each(different)('keeps different words apart: %s and %s', (one, other) => {
    expect(stem(one!)).not.toBe(stem(other!))
  })

  it('leaves numbers and words of other scripts alone', () => {
    for (const word of ['10', '27.5', 'диваны', '沙发', '1970', 'बसें']) expect(stem(word)).toBe(word)
  })
})

describe('readWords', () => {
  it('reads a term the same after folding, in capitals and between quotes', () => {
    const term = fc.array(fc.constantFrom('Café', 'naïve', 'sofas', 'S10', '256gb', "men's", '27.5'), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(term, (words) => {
        const plain = readWords(words.join(' '))
        expect(readWords(`"${words.join(' ').toUpperCase()}"`)).toEqual(plain)
        expect(readWords(words.join('-').normalize('NFD'))).toEqual(plain)
        expect(readWords(` “${words.join(' / ')}” `)).toEqual(plain)
      }),
    )
  })

  it('keeps words and joints in step and never yields an empty word, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { words, joined } = readWords(text)
        expect(joined.length).toBe(words.length)
        expect(words).not.toContain('')
        if (words.length > 0) expect(joined.at(-1)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('joins one or two letters to the digits beside them, and not three', () => {
    expect(readWords('wh1000xm4')).toEqual({
      words: ['wh', '1000', 'xm', '4'],
      joined: [true, true, true, false],
    })
    expect(readWords('沙发s10 ﾊﾞｽ')).toEqual({
      words: ['沙', '发', 's', '10', 'バ', 'ス'],
      joined: [false, false, true, false, false, false],
    })
    expect(readWords('rtx3080ti')).toEqual({ words: ['rtx', '3080', 'ti'], joined: [false, true, false] })
  })
})

describe('the spelling of rules', () => {
  const apostrophes = ["'", '’', '‘', '‛', '`', '´', 'ʼ', 'ʻ', 'ʹ', '′', '‵', '＇']
  it.each(apostrophes)('takes %s for an apostrophe', (sign) => {
    for (const text of ["men's shoes", "levi's", "o'neill", "d'addario", "rock'n'roll"])
      expect(readWords(text.replaceAll("'", sign))).toEqual(readWords(text))
  })

  it('reads a whole number the same with any mark of thousands, and a decimal with point or comma', () => {
    const thousands = fc.integer({ min: 1_000, max: 999_999_999 })
    const marks = fc.constantFrom(',', '.', "'", '’', '\u202f', '\u2009')
    fc.assert(
      fc.property(thousands, marks, (number, mark) => {
        const written = String(number).replace(/\B(?=(\d{3})+$)/g, mark)
        expect(readWords(`${written} btu`)).toEqual(readWords(`${number} btu`))
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 9 }), (whole, tenths) => {
        expect(readWords(`${whole},${tenths} l`)).toEqual(readWords(`${whole}.${tenths} l`))
      }),
    )
  })

  it('reads nothing that cannot be seen', () => {
    const parts = fc.constantFrom('so', 'fa', '12', ' ', "'s", '&', 'ß', '沙')
    const unseen = fc.constantFrom('\u00ad', '\u200b', '\u2060', '\ufeff', '\u200e', '\u034f', '\ufe0f')
    fc.assert(
      fc.property(fc.array(fc.tuple(parts, unseen), { maxLength: 8 }), (pairs) => {
        const plain = pairs.map(([part]) => part).join('')
        expect(readWords(pairs.flat().join(''))).toEqual(readWords(plain))
      }),
    )
  })
})

describe('names that are written as one word or as two', () => {
  const hasIt = (term: string, title: string) => stands(readWords(term).words, readWords(title))

  it.each([
    ['gopro', 'Go Pro Hero 7'],
    ['go pro', 'GoPro7 black'],
    ['go-pro hero', 'GoPro Hero 7'],
    ['macbook pro', '2015 Mac Book Pro 13"'],
    ['mac book', 'MacBooks wanted'],
    ['airpods', 'Apple Air Pods Pro, air-pod case'],
    ['play station 5', 'PlayStation5'],
    ['gameboy', 'Game Boys and games'],
    ['i phone 12', 'iPhone12 mini'],
  ])('%s stands in %s', (term, title) => {
    expect(hasIt(term, title)).toBe(true)
  })

  it.each([
    ['pro', 'Go Pro Hero 7'],
    ['xbox', 'iPhone X, box and charger'],
    ['gopro', 'iPhone 13, ready to go, Pro Max'],
  ])('%s does not stand in %s', (term, title) => {
    expect(hasIt(term, title)).toBe(false)
  })

  it('keeps what is asked for by two keywords', () => {
    expect(hasIt('pro', 'iPhone 13, ready to go, Pro Max')).toBe(true)
  })
})

describe('withNeighbours', () => {
  it('lets digits and one or two letters beside them count in their model, nothing else', () => {
    const ways = (...terms: string[]) =>
      withNeighbours(terms.map((term) => readWords(term).words)).map((rows) =>
        rows.map((row) => row.join(' ')).join(' | '),
      )
    expect(ways('ps', '5')).toEqual(['ps | ps 5', '5 | ps 5'])
    expect(ways('sony', 'ps', '5')).toEqual(['sony', 'ps | ps 5', '5 | ps 5'])
    expect(ways('iphone', '12', '13')).toEqual(['iphone', '12', '13'])
    expect(ways('wh', '1000xm4')).toEqual(['wh | wh 1000 xm 4', '1000 xm 4 | wh 1000 xm 4'])
    expect(ways('a', 'b', 'ps5', '4', '')).toEqual(['a', 'b', 'ps 5', '4', ''])
    expect(ways('wh', '1', 'xm')[1]).toBe('1 | wh 1 | wh 1 xm | 1 xm')
    expect(ways('go', 'pro', 'hero')).toEqual(['go | gopro', 'pro | gopro', 'hero'])
  })
})

describe('readSubject', () => {
  it('reads title and description as far as the limit and no farther', () => {
    const title = 'a'.repeat(textCharsMax - 9)
    expect(readSubject({ title, description: 'sofa table' }).words).toEqual([title, '', 'sofa', 'tabl'])
    expect(readSubject({ title: `${title} 12345678 sofa`, description: 'table' }).words).toEqual([
      title,
      '12345678',
    ])
  })

  it.each([
    ['combining marks', '\u0345\u0335'],
    ['letters', 'a'],
    ['letters and digits', 'a1'],
    ['apostrophes', "'s"],
    ['numbers with points', '1.'],
    ['characters that fold to many', '\ufdfa'],
    ['plurals', 'ses '],
    ['ampersands', 'a&'],
    ['dotted letters', 'a.'],
    ['marked numbers', '1,'],
    ['groups of digits', '111,'],
    ['crosses', '1 ✕'],
    ['spaceless letters', '沙'],
    ['marks that are letters', 'ि'],
    ['unseen characters', '\u200b'],
  ])('takes time in proportion to the length of hostile %s', (_, unit) => {
    const least = (chars: number): number => {
      const description = unit.repeat(chars / unit.length)
      const times = Array.from({ length: 6 }, () => {
        const start = performance.now()
        readSubject({ title: '', description })
        return performance.now() - start
      })
      return Math.min(...times)
    }
    // Four times the length: about 4 when linear, 16 when quadratic; the fastest run is the least disturbed.
    const short = least(textCharsMax / 4)
    expect(least(textCharsMax)).toBeLessThan(10 * short + 5)
  })

  it('reads no more of a text beyond the limit', () => {
    const at = (chars: number) =>
      readSubject({ title: 'a', description: 'a '.repeat(chars / 2) }).words.length
    expect(at(1_000_000)).toBe(at(textCharsMax))
  })
})

describe('termProblem', () => {
  it('refuses terms without a letter or a digit and says so', () => {
    for (const term of ['!!!', '""', '🔥', '👩‍🚀 ❤️', ' ', '´', '---'])
      expect(termProblem(term)).toMatch(/letter or digit/)
    for (const term of ['a', '9', '"sofa"', 'c++', '沙发', 'é', '🔥 sale'])
      expect(termProblem(term)).toBeNull()
  })
})

it('docs/rules.md names the limit that holds', () => {
  const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8')
  expect(page).toContain(`${textCharsMax.toLocaleString('en-US')} characters`)
})
