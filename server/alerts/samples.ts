import type { MatchSubject, Rule } from './schema.ts'

/** For tests: a rule that matches everything, and what is to differ. */
export function sampleRule(over: Partial<Rule> = {}): Rule {
  return {
    id: 1,
    userId: 1,
    name: 'a rule',
    all: [],
    any: [],
    none: [],
    categories: [],
    conditions: [],
    priceCentsMin: null,
    priceCentsMax: null,
    currency: 'USD',
    place: null,
    scoreMin: null,
    weights: null,
    marketplaces: [],
    channels: ['inbox'],
    enabled: true,
    ...over,
  }
}

/** For tests: a listing of which everything is known, and what is to differ. */
export function sampleSubject(over: Partial<MatchSubject> = {}): MatchSubject {
  return {
    title: 'Sectional sofa, grey',
    description: 'Comes with two cushions.',
    marketplace: 'craigslist',
    category: 'furniture',
    condition: 'good',
    priceCents: 25_000,
    currency: 'USD',
    lat: 37.8,
    lon: -122.27,
    ...over,
  }
}
