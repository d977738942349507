import { noRates } from '../model/exchange-rates.ts'
import type { MatchSubject, Rule } from '../model/rule-schema.ts'

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
    kinds: [],
    priceCentsMin: null,
    priceCentsMax: null,
    currency: 'USD',
    otherCurrencies: false,
    places: [],
    handover: 'any',
    query: null,
    landedCentsMax: null,
    scoreMin: null,
    discountPctMin: null,
    confidencePctMin: null,
    riskMax: null,
    profitCentsMin: null,
    sellersOnly: [],
    sellersNot: [],
    weights: null,
    marketplaces: [],
    channels: ['inbox'],
    fallbackChannels: [],
    rhythm: null,
    cooldownMinutes: null,
    onlyNew: false,
    dropCentsMin: null,
    dropPctMin: null,
    expiresAt: null,
    snoozedUntil: null,
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
    kind: 'thing',
    kindDoubt: 'none',
    priceCents: 25_000,
    currency: 'USD',
    rates: noRates,
    lat: 37.8,
    lon: -122.27,
    ships: false,
    pickup: true,
    sellerKey: null,
    valueCents: 30_000,
    confidencePct: 80,
    risk: 5,
    unread: false,
    ...over,
  }
}
