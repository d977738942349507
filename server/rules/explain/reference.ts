import { distanceKm } from '../../core/places.ts'
import { sellerKey } from '../../core/seller-key.ts'
import { type Counted, countedBy } from '../../model/exchange-rates.ts'
import { offerKinds } from '../../model/offer/kinds.ts'
import { discountPct } from '../../model/price-against-value.ts'
import type { Figures, MatchSubject, Rule } from '../../model/rule-schema.ts'
import { isWanted, kindsWanted } from '../kinds.ts'
import { QuerySyntaxError } from '../query/query.ts'
import { chance, queryChance, queryReason, readQuery } from '../query/query-meaning.ts'
import { type RegexTest, testAtOnce } from '../query/regex-answers.ts'
import { readSubject, readWords, stands, standsInAny, type WordList, withNeighbours } from '../query/terms.ts'
import {
  type FigureCondition,
  type Finding,
  no,
  type Outcome,
  type RuleCondition,
  type TraceLine,
  unknown,
  yes,
} from './finding.ts'
import { termsOf } from './keyword-match.ts'

export interface Verdict {
  /** `unknown`: all that is known fits, and the detail page may tell the rest. */
  verdict: Outcome
  /** One line per condition that the rule sets; empty for a rule that matches everything. */
  trace: TraceLine[]
}

type Check = (rule: Rule, subject: MatchSubject, text: WordList, test: RegexTest) => Finding | null

/**
 * Whether a listing is what a rule asks for, and why: the plain definition (docs/rules.md) that the matcher must
 * equal. A figure is asked for only when the rule limits it and everything before it is met.
 */
export function matchRule(
  rule: Rule,
  subject: MatchSubject,
  figures: Figures<Rule>,
  test = testAtOnce(subject),
): Verdict {
  const text = readSubject(subject)
  const trace: TraceLine[] = []
  for (const [condition, check] of checks) {
    const finding = check(rule, subject, text, test)
    if (finding !== null) trace.push({ condition, ...finding })
  }
  for (const [condition, of, check] of figureChecks) {
    if (rule[condition] === null) continue
    const finding =
      overall(trace) === 'yes' ? check(rule, subject, figures) : unknown('fit-not-looked', { of })
    trace.push({ condition, ...finding })
  }
  return { verdict: overall(trace), trace }
}

/** `no` beats `unknown` beats `yes`. */
function overall(trace: readonly TraceLine[]): Outcome {
  if (trace.some((line) => line.outcome === 'no')) return 'no'
  return trace.some((line) => line.outcome === 'unknown') ? 'unknown' : 'yes'
}

function occurs(term: string, text: WordList): boolean {
  return stands(readWords(term).words, text)
}

const checks: readonly (readonly [RuleCondition, Check])[] = [
  ['enabled', (rule) => (rule.enabled ? null : no('fit-rule-off'))],
  [
    'marketplaces',
    (rule, { marketplace }) =>
      rule.marketplaces.length === 0
        ? null
        : rule.marketplaces.includes(marketplace)
          ? yes('fit-marketplace', { marketplace })
          : no('fit-marketplace-other', { marketplace, chosen: rule.marketplaces }),
  ],
  [
    'categories',
    (rule, { category }) =>
      rule.categories.length === 0
        ? null
        : rule.categories.includes(category)
          ? yes('fit-category', { category })
          : no('fit-category-other', { category, chosen: rule.categories }),
  ],
  ['price', checkPrice],
  ['keywords.all', checkAll],
  ['keywords.any', checkAny],
  ['keywords.none', checkNone],
  ['query', checkQuery],
  [
    'conditions',
    (rule, { condition, kind }) =>
      rule.conditions.length === 0
        ? null
        : kind === 'broken' && rule.conditions.includes('for-parts')
          ? yes('fit-condition-broken')
          : condition === null
            ? unknown('fit-condition-unknown', { chosen: rule.conditions })
            : rule.conditions.includes(condition)
              ? yes('fit-condition', { condition })
              : no('fit-condition-other', { condition, chosen: rule.conditions }),
  ],
  ['kinds', checkKind],
  ['places', checkPlace],
  ['handover', checkHandover],
  ['sellersOnly', checkSellersOnly],
  ['sellersNot', checkSellersNot],
  ['riskMax', checkRisk],
  ['discountPctMin', checkDiscount],
  ['confidencePctMin', checkConfidence],
]

type FigureCheck = (rule: Rule, subject: MatchSubject, figures: Figures<Rule>) => Finding

/** `scoreMin`, say, is a limit to this figure; a rule that does not set it does not ask. */
const figureChecks: readonly (readonly [FigureCondition, 'score' | 'landed' | 'profit', FigureCheck])[] = [
  ['scoreMin', 'score', checkScore],
  ['landedCentsMax', 'landed', checkLanded],
  ['profitCentsMin', 'profit', checkProfit],
]

function checkPrice(rule: Rule, subject: MatchSubject): Finding | null {
  const { priceCents, currency } = subject
  const { priceCentsMin: min, priceCentsMax: max } = rule
  if (min === null && max === null) return null
  if (priceCents === null) return no('fit-price-none')
  const counted = countedBy(rule, priceCents, subject)
  if (counted === null) return otherCurrency(rule, currency)
  const price = { priceCents: counted.cents, ...currencyOf(rule, counted) }
  if (min !== null && counted.cents < min) return no('fit-price-below', { ...price, limitCents: min })
  if (max !== null && counted.cents > max) return no('fit-price-above', { ...price, limitCents: max })
  return yes('fit-price', price)
}

function checkAll({ all }: Rule, { unread }: MatchSubject, text: WordList): Finding | null {
  if (all.length === 0) return null
  const ways = withNeighbours(termsOf(all))
  const missing = all.filter((_term, i) => !standsInAny(ways[i]!, text))
  if (missing.length === 0) return yes('fit-all', { terms: all })
  return unread && missing.every(isFindable)
    ? unknown('fit-all-unread', { terms: missing })
    : no('fit-all-missing', { terms: missing })
}

function checkAny({ any }: Rule, { unread }: MatchSubject, text: WordList): Finding | null {
  if (any.length === 0) return null
  const found = any.filter((term) => occurs(term, text))
  if (found.length > 0) return yes('fit-any', { terms: found })
  return unread && any.some(isFindable)
    ? unknown('fit-any-unread', { terms: any })
    : no('fit-any-missing', { terms: any })
}

function checkNone({ none }: Rule, { unread }: MatchSubject, text: WordList): Finding | null {
  if (none.length === 0) return null
  const found = none.filter((term) => occurs(term, text))
  if (found.length > 0) return no('fit-none-found', { terms: found })
  return unread && none.some(isFindable)
    ? unknown('fit-none-unread', { terms: none })
    : yes('fit-none', { terms: none })
}

/** Symbols alone stand in no text. */
function isFindable(term: string): boolean {
  return readWords(term).words.length > 0
}

function checkPlace({ places }: Rule, { lat, lon }: MatchSubject): Finding | null {
  const [first] = places
  if (first === undefined) return null
  if (lat === null || lon === null)
    return unknown('fit-place-unknown', { places: places.map(({ label }) => label) })
  const distances = places.map((place) => ({ place, km: distanceKm(place, { lat, lon }) }))
  const near = distances.find(({ place, km }) => km <= place.radiusKm)
  const { place, km } = near ?? distances.reduce((best, one) => (one.km < best.km ? one : best))
  const away = { km, radiusKm: place.radiusKm, place: place.label }
  return near ? yes('fit-place', away) : no('fit-place-outside', away)
}

function checkKind(rule: Rule, subject: MatchSubject): Finding | null {
  const wanted = kindsWanted(rule)
  if (wanted.length === offerKinds.length) return null
  const fits = isWanted(wanted, subject)
  if (fits && rule.kinds.length === 0) return null
  const read = { kind: subject.kind, isDoubtful: subject.kindDoubt !== 'none', wanted }
  if (fits === null) return unknown('fit-kind-unread', read)
  return fits ? yes('fit-kind', read) : no('fit-kind', read)
}

function checkQuery(
  { query: written }: Rule,
  { unread }: MatchSubject,
  text: WordList,
  test: RegexTest,
): Finding | null {
  if (written === null) return null
  const query = readQuery(written)
  if (query instanceof QuerySyntaxError) return no('fit-query-wrong', { reason: query.message })
  if (unread && queryChance(query, text, test) === chance.unknown) return unknown('fit-query-unread')
  const { fits, sentence } = queryReason(query, text, test)
  return fits ? yes('fit-query', { reason: sentence }) : no('fit-query', { reason: sentence })
}

function checkHandover({ handover }: Rule, { pickup, ships }: MatchSubject): Finding | null {
  if (handover === 'any') return null
  const can = handover === 'local' ? pickup : ships
  if (can === null) return unknown('fit-handover-unknown', { handover })
  return can ? yes('fit-handover', { handover }) : no('fit-handover-not', { handover })
}

function checkSellersOnly({ sellersOnly }: Rule, subject: MatchSubject): Finding | null {
  if (sellersOnly.length === 0) return null
  if (subject.sellerKey === null) return unknown('fit-seller-unknown', { terms: sellersOnly })
  const seller = sellerAmong(sellersOnly, subject)
  return seller === undefined
    ? no('fit-seller-other', { terms: sellersOnly })
    : yes('fit-seller', { terms: [seller] })
}

function checkSellersNot({ sellersNot }: Rule, subject: MatchSubject): Finding | null {
  if (sellersNot.length === 0) return null
  if (subject.sellerKey === null && subject.unread)
    return unknown('fit-seller-not-unread', { terms: sellersNot })
  if (subject.sellerKey === null) return yes('fit-seller-not-unknown')
  const seller = sellerAmong(sellersNot, subject)
  return seller === undefined
    ? yes('fit-seller-not', { terms: sellersNot })
    : no('fit-seller-unwanted', { terms: [seller] })
}

function sellerAmong(names: readonly string[], { sellerKey: key }: MatchSubject): string | undefined {
  return names.find((name) => sellerKey(name) === key)
}

function checkRisk({ riskMax }: Rule, { risk, unread }: MatchSubject): Finding | null {
  if (riskMax === null) return null
  const figures = { figure: risk, limit: riskMax }
  if (risk > riskMax) return no('fit-risk-above', figures)
  // 100 is what no signs can exceed.
  return unread && riskMax < 100 ? unknown('fit-risk-unread', figures) : yes('fit-risk', figures)
}

function checkDiscount({ discountPctMin: min }: Rule, subject: MatchSubject): Finding | null {
  if (min === null) return null
  const { priceCents, valueCents, currency } = subject
  if (priceCents === null) return no('fit-discount-no-price')
  if (valueCents === null) return no('fit-discount-no-value')
  const prices = { priceCents, valueCents, currency, discountPct: min }
  return discountPct(priceCents, valueCents) >= min
    ? yes('fit-discount', prices)
    : no('fit-discount-below', prices)
}

function checkConfidence({ confidencePctMin: min }: Rule, subject: MatchSubject): Finding | null {
  if (min === null) return null
  const { confidencePct } = subject
  if (confidencePct === null) return no('fit-confidence-no-value')
  const figures = { figure: confidencePct, limit: min }
  return confidencePct >= min ? yes('fit-confidence', figures) : no('fit-confidence-below', figures)
}

function checkScore(rule: Rule, _: MatchSubject, figures: Figures<Rule>): Finding {
  const found = { figure: figures.score(rule), limit: rule.scoreMin! }
  return found.figure >= found.limit ? yes('fit-score', found) : no('fit-score-below', found)
}

function checkLanded(rule: Rule, subject: MatchSubject, figures: Figures<Rule>): Finding {
  if (countedBy(rule, 0, subject) === null) return otherCurrency(rule, subject.currency)
  const max = rule.landedCentsMax!
  const landed = figures.landedCents(rule)
  if (landed === null) return no('fit-landed-none')
  const counted = countedBy(rule, landed, subject)!
  const costs = { landedCents: counted.cents, limitCents: max, ...currencyOf(rule, counted) }
  return counted.cents <= max ? yes('fit-landed', costs) : no('fit-landed-above', costs)
}

function checkProfit(rule: Rule, subject: MatchSubject, figures: Figures<Rule>): Finding {
  if (countedBy(rule, 0, subject) === null)
    return otherCurrency(rule, subject.currency, 'fit-profit-currency')
  const min = rule.profitCentsMin!
  const profit = figures.profitCents(rule)
  if (profit === null) return no('fit-profit-unknown')
  const counted = countedBy(rule, profit, subject)!
  const brings = { profitCents: counted.cents, limitCents: min, ...currencyOf(rule, counted) }
  return counted.cents >= min ? yes('fit-profit', brings) : no('fit-profit-below', brings)
}

/** In which currency it is, or that there is no rate for it. */
function otherCurrency(
  { currency: limitCurrency, otherCurrencies }: Rule,
  currency: string,
  code: 'fit-price-currency' | 'fit-profit-currency' = 'fit-price-currency',
): Finding {
  const currencies = { currency, limitCurrency }
  return otherCurrencies ? no('fit-no-rate', currencies) : no(code, currencies)
}

/** The rule's currency and, where it was asked in another one, what was asked and at which rate it was counted. */
function currencyOf({ currency }: Rule, { from }: Counted) {
  const stated = from && { statedCents: from.cents, statedCurrency: from.currency }
  return { currency, ...(from && { ...stated, rate: from.factor, rateDay: from.day }) }
}
