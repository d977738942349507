import { distanceKm } from '../../core/places.ts'
import { sellerKey } from '../../core/seller-key.ts'
import { countedBy } from '../../model/exchange-rates.ts'
import type { Figures, MatchSubject, Rule } from '../../model/rule-schema.ts'
import type { Query } from '../query/query.ts'
import type { MatchedRule, MatcherRule } from './matcher.ts'
import { type Finding, no, unknown, yes } from './profiles.ts'
import { compileQuery, type WordQuery } from './word-query.ts'

/** What few rules ask for and what is looked at last, as the rule has it. */
export type Wished = Pick<
  Rule,
  'weights' | 'scoreMin' | 'landedCentsMax' | 'profitCentsMin' | 'sellersOnly' | 'sellersNot'
> & {
  /** Of the amounts; empty where there is none. */
  currency: string
  otherCurrencies: boolean
  /** Limits too high for a posting, or in any currency. */
  priceCentsMin: number | null
  priceCentsMax: number | null
  /** Instead of a circle: one of these must be near enough. */
  places: readonly { lat: number; lon: number; radiusKm: number }[]
  query: Query | null
}

/** The same for looking: kept as an object, shared by the rules that wish the same. */
export interface Wish extends Omit<Wished, 'query' | 'sellersOnly' | 'sellersNot'> {
  query: WordQuery | null
  /** The words of the expression, as often as they were counted. */
  words: readonly number[]
  sellersOnly: ReadonlySet<string | null> | null
  sellersNot: ReadonlySet<string | null> | null
}

/** Null for a rule that has none. */
export function wishedOf(
  rule: MatchedRule,
  query: Query | null,
  is: { priced: boolean; round: boolean },
): Wished | null {
  const { weights, scoreMin, landedCentsMax, profitCentsMin, sellersOnly, sellersNot } = rule
  const [priceCentsMin, priceCentsMax] = is.priced ? [rule.priceCentsMin, rule.priceCentsMax] : [null, null]
  const amounts = [landedCentsMax, profitCentsMin, priceCentsMin, priceCentsMax]
  const wished: Wished = {
    ...{ weights, scoreMin, landedCentsMax, profitCentsMin, sellersOnly, sellersNot, query },
    currency: amounts.every((amount) => amount === null) ? '' : rule.currency,
    otherCurrencies: rule.otherCurrencies,
    priceCentsMin,
    priceCentsMax,
    places: is.round ? [] : rule.places.map(({ lat, lon, radiusKm }) => ({ lat, lon, radiusKm })),
  }
  if (asksMore(wished)) return wished
  // A plain least score is in the posting.
  return weights === null ? null : { ...wished, scoreMin: null }
}

/** Whether the answer depends on more than a plain least score; weights only say how a match is scored. */
export function asksMore(wished: Wished): boolean {
  const { places, sellersOnly, sellersNot } = wished
  const { query, scoreMin, landedCentsMax, profitCentsMin, priceCentsMin, priceCentsMax } = wished
  const isPlainScore = scoreMin === null || (Number.isInteger(scoreMin) && scoreMin >= 0 && scoreMin <= 100)
  return (
    !isPlainScore ||
    [places, sellersOnly, sellersNot].some(({ length }) => length > 0) ||
    [query, landedCentsMax, profitCentsMin, priceCentsMin, priceCentsMax].some((limit) => limit !== null)
  )
}

/** Equal only for wishes that are the same. */
export function wishKey(wished: Wished): string {
  const { weights, currency, scoreMin, landedCentsMax, profitCentsMin, priceCentsMin, priceCentsMax } = wished
  const { places, query, sellersOnly, sellersNot } = wished
  const figures = `${scoreMin ?? ''},${landedCentsMax ?? ''},${profitCentsMin ?? ''},${currency}${wished.otherCurrencies ? '~' : ''}`
  const limits = `${priceCentsMin ?? ''},${priceCentsMax ?? ''}`
  const plain = `${typeof weights === 'string' ? weights : JSON.stringify(weights)},${figures},${limits}`
  // Few rules have more.
  const isPlain = query === null && places.length + sellersOnly.length + sellersNot.length === 0
  return isPlain ? plain : `${plain},${JSON.stringify([places, query, sellersOnly, sellersNot])}`
}

/** `learn` gives a word of the expression its number and counts it. */
export function makeWish(wished: Wished, learn: (spelled: string) => number): Wish {
  const words: number[] = []
  const query =
    wished.query &&
    compileQuery(wished.query, (spelled) => {
      const word = learn(spelled)
      words.push(word)
      return word
    })
  const keys = (names: readonly string[]) => (names.length === 0 ? null : new Set(names.map(sellerKey)))
  const [sellersOnly, sellersNot] = [keys(wished.sellersOnly), keys(wished.sellersNot)]
  return { ...wished, query, words, sellersOnly, sellersNot }
}

/** Everything of a wish but its expression and its figures. */
export function lookAtWish(wish: Wish, subject: MatchSubject): Finding {
  const { priceCents, lat, lon, sellerKey } = subject
  if (wish.priceCentsMin !== null || wish.priceCentsMax !== null) {
    const price = priceCents === null ? null : countedBy(wish, priceCents, subject)
    if (price === null) return no
    if (wish.priceCentsMin !== null && price.cents < wish.priceCentsMin) return no
    if (wish.priceCentsMax !== null && price.cents > wish.priceCentsMax) return no
  }
  let found: Finding = yes
  if (wish.sellersOnly !== null) {
    if (sellerKey === null) found = unknown
    else if (!wish.sellersOnly.has(sellerKey)) return no
  }
  if (wish.sellersNot !== null) {
    if (sellerKey !== null && wish.sellersNot.has(sellerKey)) return no
    if (sellerKey === null && subject.unread) found = unknown
  }
  if (wish.places.length > 0) {
    if (lat === null || lon === null) found = unknown
    else if (!wish.places.some((place) => distanceKm(place, { lat, lon }) <= place.radiusKm)) return no
  }
  return found
}

/** Asks for figures as far as the rule limits them and those before are met. */
export function figuresFit(
  wish: Wish,
  rule: MatcherRule,
  subject: MatchSubject,
  figures: Figures<MatcherRule>,
): boolean {
  if (wish.scoreMin !== null && figures.score(rule) < wish.scoreMin) return false
  if (wish.landedCentsMax !== null) {
    const landed = counted(wish, subject, () => figures.landedCents(rule))
    if (landed === null || landed > wish.landedCentsMax) return false
  }
  if (wish.profitCentsMin === null) return true
  const profit = counted(wish, subject, () => figures.profitCents(rule))
  return profit !== null && profit >= wish.profitCentsMin
}

/** A figure in the currency of the wish; it is not asked for where it could not be counted. */
function counted(wish: Wish, subject: MatchSubject, figure: () => number | null): number | null {
  if (countedBy(wish, 0, subject) === null) return null
  const cents = figure()
  return cents === null ? null : (countedBy(wish, cents, subject)?.cents ?? null)
}
