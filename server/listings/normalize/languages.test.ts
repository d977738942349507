import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readOffer } from '../../model/offer/offer.ts'
import { normalizeCategory } from './category.ts'
import { parseCondition } from './condition.ts'

/** Invented titles and the sites' own words for conditions: what they are, a tab, what is written. */
const languages = ['de', 'nl', 'fr', 'sv', 'no', 'da', 'fi']
const rowsOf = (language: string) =>
  readFileSync(new URL(`../../../test/fixtures/titles/${language}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t') as [meaning: string, text: string])

describe.each(languages)('what is written in %s', (language) => {
  const rows = rowsOf(language)
  const titles = rows.filter(([meaning]) => !meaning.startsWith('condition:'))
  const kindOf = (title: string) =>
    readOffer({ title, category: normalizeCategory(title), priceCents: 5000, currency: 'EUR' }).kind

  it('is at least sixty titles, each of which is filed under what it is', () => {
    expect(titles.length).toBeGreaterThanOrEqual(60)
    const wrong = titles.filter(
      ([meaning, title]) => meaning !== 'wanted' && normalizeCategory(title) !== meaning,
    )
    expect(wrong.map(([meaning, title]) => [meaning, normalizeCategory(title), title])).toEqual([])
  })

  it('is looked for where it says so, and nowhere else', () => {
    const wrong = titles.filter(([meaning, title]) => (meaning === 'wanted') !== (kindOf(title) === 'wanted'))
    expect(wrong).toEqual([])
  })

  it('says in its own words how a thing is', () => {
    const stated = rows.flatMap(([meaning, text]) =>
      meaning.startsWith('condition:') ? [[meaning.slice('condition:'.length), text] as const] : [],
    )
    expect(stated.map(([, text]) => [parseCondition(text), text])).toEqual(stated)
  })
})
