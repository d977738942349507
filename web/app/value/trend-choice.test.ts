import { describe, expect, it } from 'vitest'
import { trendAskOf, trendChoices } from './trend-choice.ts'

const phone = { title: 'iPhone X 64GB', words: 'iphone x', category: 'phones', ruleIds: [7, 9] } as const
const on = (search: Parameters<typeof trendChoices>[0], known: Parameters<typeof trendChoices>[1]) =>
  trendChoices(search, known).filter(({ isOn }) => isOn)

describe('what the weeks are of', () => {
  it('is what others of the kind are found by, unless another thing is chosen', () => {
    expect(trendAskOf({}, phone)).toEqual({ q: 'iphone x', category: 'phones' })
    expect(trendAskOf({ of: 'title' }, phone)).toEqual({ q: 'iPhone X 64GB', category: 'phones' })
    expect(trendAskOf({ of: 'category' }, phone)).toEqual({ category: 'phones' })
    expect(trendAskOf({ of: 'category', ruleId: 9 }, phone)).toEqual({ ruleId: 9 })
    expect(trendAskOf({}, { ...phone, category: null })).toEqual({ q: 'iphone x' })
  })

  it('is chosen from what there is, of which one is on', () => {
    expect(trendChoices({}, phone)).toEqual([
      { choice: 'words', isOn: true },
      { choice: 'title', isOn: false },
      { choice: 'category', isOn: false },
      { choice: 'rule-7', isOn: false },
      { choice: 'rule-9', isOn: false },
    ])
    expect(on({ of: 'title' }, phone)).toEqual([{ choice: 'title', isOn: true }])
    expect(on({ ruleId: 12 }, phone)).toEqual([{ choice: 'rule-12', isOn: true }])
    const alike = { ...phone, title: 'iPhone X' }
    expect(trendChoices({ of: 'title' }, alike).map(({ choice }) => choice)).not.toContain('title')
    expect(on({ of: 'title' }, alike)).toEqual([{ choice: 'words', isOn: true }])
  })

  it('is nothing before anything was asked about, and then there is a rule to choose', () => {
    const nothing = { title: null, words: null, category: null, ruleIds: [7] }
    expect(trendAskOf({}, nothing)).toBeNull()
    expect(trendChoices({}, nothing)).toEqual([
      { choice: 'none', isOn: true },
      { choice: 'rule-7', isOn: false },
    ])
    expect(trendChoices({}, { ...nothing, ruleIds: [] })).toEqual([])
    expect(trendAskOf({}, { ...nothing, category: 'bikes' })).toEqual({ category: 'bikes' })
  })
})
