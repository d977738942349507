import { describe, expect, it } from 'vitest'
import { dealsBelow, kindWords, linkIn, readValueSearch, withDetail } from './question.ts'

describe('the address of a question', () => {
  it('keeps what it asks, and nothing that means nothing here', () => {
    const asked = { title: 'iPhone 12', category: 'phones', condition: 'good', price: '€120', without: '7,9' }
    expect(readValueSearch(asked)).toEqual(asked)
    expect(readValueSearch({ weeks: '12', ruleId: '7', of: 'category' })).toEqual({
      ...{ weeks: 12, ruleId: 7, of: 'category' },
    })
    const wrong = {
      title: '  ',
      category: 'spaceships',
      condition: 'shiny',
      ruleId: '-1',
      weeks: '3',
      of: 'x',
    }
    expect(readValueSearch(wrong)).toEqual({})
    expect(readValueSearch({ title: 'a\0b' })).toEqual({ title: 'ab' })
    expect(readValueSearch({ title: 'a'.repeat(2000) }).title).toHaveLength(1000)
  })

  it('is of a link where one was pasted as the title, alone or within a text', () => {
    const link = 'https://www.ebay.com/itm/123456789012'
    expect(readValueSearch({ title: link })).toEqual({ link })
    expect(readValueSearch({ title: `Look at this: ${link}, is it a deal?` })).toEqual({ link })
    expect(readValueSearch({ link, title: 'whatever' })).toEqual({ link })
  })

  it('has a detail told at its end or as the condition, and counts all again', () => {
    const asked = { title: 'iPhone 12', without: '7' }
    expect(withDetail(asked, 'storage', '64GB')).toEqual({ title: 'iPhone 12 64GB' })
    expect(withDetail(asked, 'condition', 'good')).toEqual({ title: 'iPhone 12', condition: 'good' })
  })
})

describe('a link', () => {
  it.each([
    ['https://shop.example/9', 'https://shop.example/9'],
    ['(see http://shop.example/a?b=1#c).', 'http://shop.example/a?b=1#c'],
    ['shop.example/9', 'https://shop.example/9'],
    ['iPhone 12 64GB', null],
    ['a 3.5/5 chair', null],
    ['Trek 520/720', null],
    ['javascript:alert(1)', null],
  ])('in %j is %j', (text, link) => expect(linkIn(text)).toBe(link))
})

describe('what others of the kind are found by', () => {
  it.each([
    ['iPhone X 64GB like new', 'apple', 'iphone x 64gb', 'iPhone X'],
    ['2006 Honda Civic, LX', 'honda', 'civic lx', 'Honda Civic, LX'],
    ['2012 Toyota Prius', 'toyota', 'priu', 'Toyota Prius'],
    ['MacBook Pro 2015', 'apple', 'macbook pro 2015', 'MacBook Pro'],
    ['samsung 55 inch tv', 'samsung', '55in', 'samsung'],
    ['what of it is typed is nothing', 'zeta', 'alpha', 'what of it is typed is nothing'],
    ['road bike', null, null, 'road bike'],
    ['Trek', 'trek', null, 'Trek'],
  ])('of %j is %j', (title, brand, model, words) => expect(kindWords(title, { brand, model })).toBe(words))

  it('is asked for below the value in the currency of the person, else below its own', () => {
    const about = { category: 'phones' as const, midMajor: 310.6 }
    expect(dealsBelow('iphone x', { ...about, isOwnCurrency: true })).toEqual({
      ...{ q: 'iphone x', category: ['phones'], max: 310, score: 0, sort: 'score' },
    })
    expect(dealsBelow('iphone x', { ...about, category: null, isOwnCurrency: false })).toEqual({
      ...{ q: 'iphone x', below: 1, score: 0, sort: 'score' },
    })
  })
})
