import { distanceKm } from '../../core/places.ts'
import { sellerKey } from '../../core/seller-key.ts'
import { kindNames, type OfferKind, offerKinds } from '../../model/offer/kinds.ts'
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
  length,
  money,
  no,
  type Outcome,
  quoted,
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
  for (const [condition, limit, check] of figureChecks) {
    if (rule[condition] === null) continue
    const finding =
      overall(trace) === 'yes'
        ? check(rule, subject, figures)
        : unknown(`${limit} is looked at only when everything else fits.`)
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
  ['enabled', (rule) => (rule.enabled ? null : no('The rule is switched off.'))],
  [
    'marketplaces',
    (rule, { marketplace }) =>
      rule.marketplaces.length === 0
        ? null
        : rule.marketplaces.includes(marketplace)
          ? yes(`It is on ${marketplace}, one of the marketplaces you chose.`)
          : no(`It is on ${marketplace}; you chose ${rule.marketplaces.join(', ')}.`),
  ],
  [
    'categories',
    (rule, { category }) =>
      rule.categories.length === 0
        ? null
        : rule.categories.includes(category)
          ? yes(`Its category is ${category}, one of those you chose.`)
          : no(`Its category is ${category}; you chose ${rule.categories.join(', ')}.`),
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
          ? yes('It is broken, which counts as for parts.')
          : condition === null
            ? unknown(`Its condition is not known yet; you want ${rule.conditions.join(', ')}.`)
            : rule.conditions.includes(condition)
              ? yes(`Its condition is ${condition}, one of those you chose.`)
              : no(`Its condition is ${condition}; you want ${rule.conditions.join(', ')}.`),
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
const figureChecks: readonly (readonly [FigureCondition, string, FigureCheck])[] = [
  ['scoreMin', 'The deal score', checkScore],
  ['landedCentsMax', 'The price with shipping and the way', checkLanded],
  ['profitCentsMin', 'The expected profit', checkProfit],
]

function checkPrice(rule: Rule, { priceCents, currency }: MatchSubject): Finding | null {
  const { priceCentsMin: min, priceCentsMax: max } = rule
  if (min === null && max === null) return null
  if (priceCents === null) return no('It states no price, and you set a price limit.')
  if (currency !== rule.currency) return no(`Its price is in ${currency}; your limit is in ${rule.currency}.`)
  const price = priceCents === 0 ? 'It is free' : `It costs ${money(priceCents, currency)}`
  if (min !== null && priceCents < min) return no(`${price}, below your least of ${money(min, currency)}.`)
  if (max !== null && priceCents > max) return no(`${price}, above your limit of ${money(max, currency)}.`)
  return yes(`${price}, within your price limits.`)
}

function checkAll({ all }: Rule, { unread }: MatchSubject, text: WordList): Finding | null {
  if (all.length === 0) return null
  const ways = withNeighbours(termsOf(all))
  const missing = all.filter((_term, i) => !standsInAny(ways[i]!, text))
  if (missing.length === 0) return yes(`It has every word you want: ${quoted(all)}.`)
  return unread && missing.every(isFindable)
    ? unknown(`Its title lacks what you want, and its own page was not read yet: ${quoted(missing)}.`)
    : no(`It lacks what you want: ${quoted(missing)}.`)
}

function checkAny({ any }: Rule, { unread }: MatchSubject, text: WordList): Finding | null {
  if (any.length === 0) return null
  const found = any.filter((term) => occurs(term, text))
  if (found.length > 0) return yes(`Of the words of which you want at least one it has ${quoted(found)}.`)
  return unread && any.some(isFindable)
    ? unknown(
        `Its title has none of the words of which you want at least one, and its own page was not read yet: ${quoted(any)}.`,
      )
    : no(`It has none of the words of which you want at least one: ${quoted(any)}.`)
}

function checkNone({ none }: Rule, { unread }: MatchSubject, text: WordList): Finding | null {
  if (none.length === 0) return null
  const found = none.filter((term) => occurs(term, text))
  if (found.length > 0) return no(`It has what you do not want: ${quoted(found)}.`)
  return unread && none.some(isFindable)
    ? unknown(`Its own page, which may have what you do not want, was not read yet: ${quoted(none)}.`)
    : yes(`It has nothing you do not want: ${quoted(none)}.`)
}

/** Symbols alone stand in no text. */
function isFindable(term: string): boolean {
  return readWords(term).words.length > 0
}

function checkPlace({ places }: Rule, { lat, lon }: MatchSubject): Finding | null {
  const [first] = places
  if (first === undefined) return null
  const names = places.map(({ label }) => label).join('; ')
  if (lat === null || lon === null) return unknown(`Where it is is not known yet; you want ${names}.`)
  const away = places.map((place) => ({ place, km: distanceKm(place, { lat, lon }) }))
  const near = away.find(({ place, km }) => km <= place.radiusKm)
  const { place, km } = near ?? away.reduce((best, one) => (one.km < best.km ? one : best))
  const limit = `your ${length(place.radiusKm)} around ${place.label}`
  return near
    ? yes(`It is ${length(km)} away, within ${limit}.`)
    : no(`It is ${length(km)} away, outside ${limit}.`)
}

function checkKind(rule: Rule, subject: MatchSubject): Finding | null {
  const wanted = kindsWanted(rule)
  if (wanted.length === offerKinds.length) return null
  const fits = isWanted(wanted, subject)
  if (fits && rule.kinds.length === 0) return null
  const named = (kinds: readonly OfferKind[]) => kinds.map((kind) => kindNames[kind]).join(' or ')
  const asked = `this rule is for ${named(wanted)}`
  const read =
    subject.kindDoubt === 'none'
      ? `It is read as ${named([subject.kind])}`
      : 'It may be the thing itself or not'
  if (fits === null) return unknown(`${read}, which its own page may tell; ${asked}.`)
  return fits ? yes(`${read}; ${asked}.`) : no(`${read}; ${asked}.`)
}

function checkQuery(
  { query: written }: Rule,
  { unread }: MatchSubject,
  text: WordList,
  test: RegexTest,
): Finding | null {
  if (written === null) return null
  const query = readQuery(written)
  if (query instanceof QuerySyntaxError)
    return no(`Your expression cannot be read, so nothing fits it: ${query.message}`)
  if (unread && queryChance(query, text, test) === chance.unknown)
    return unknown('Its own page, on which your expression may depend, was not read yet.')
  const { fits, sentence } = queryReason(query, text, test)
  return fits ? yes(sentence) : no(sentence)
}

function checkHandover({ handover }: Rule, { pickup, ships }: MatchSubject): Finding | null {
  if (handover === 'any') return null
  const way = handover === 'local' ? 'be picked up' : 'be sent'
  const can = handover === 'local' ? pickup : ships
  if (can === null) return unknown(`Whether it can ${way} is not known yet, as you want.`)
  return can ? yes(`It can ${way}, as you want.`) : no(`It cannot ${way}, and you want that.`)
}

function checkSellersOnly({ sellersOnly }: Rule, subject: MatchSubject): Finding | null {
  if (sellersOnly.length === 0) return null
  if (subject.sellerKey === null)
    return unknown(`Who sells it is not known; you want ${quoted(sellersOnly)} only.`)
  const seller = sellerAmong(sellersOnly, subject)
  return seller === undefined
    ? no(`It is sold by none of the sellers you chose: ${quoted(sellersOnly)}.`)
    : yes(`It is sold by ${quoted([seller])}, one of the sellers you chose.`)
}

function checkSellersNot({ sellersNot }: Rule, subject: MatchSubject): Finding | null {
  if (sellersNot.length === 0) return null
  if (subject.sellerKey === null && subject.unread)
    return unknown(`Who sells it is not known yet; you want nothing of ${quoted(sellersNot)}.`)
  if (subject.sellerKey === null)
    return yes('Who sells it is not known, so it counts as none you do not want.')
  const seller = sellerAmong(sellersNot, subject)
  return seller === undefined
    ? yes(`It is sold by nobody you do not want: ${quoted(sellersNot)}.`)
    : no(`It is sold by ${quoted([seller])}, of whom you want nothing.`)
}

function sellerAmong(names: readonly string[], { sellerKey: key }: MatchSubject): string | undefined {
  return names.find((name) => sellerKey(name) === key)
}

function checkRisk({ riskMax }: Rule, { risk, unread }: MatchSubject): Finding | null {
  if (riskMax === null) return null
  if (risk > riskMax) return no(`Its risk is ${risk}, above your ${riskMax}.`)
  // 100 is what no signs can exceed.
  return unread && riskMax < 100
    ? unknown(`Its risk is ${risk} so far, at most your ${riskMax}; its own page was not read yet.`)
    : yes(`Its risk is ${risk}, at most your ${riskMax}.`)
}

function checkDiscount({ discountPctMin: min }: Rule, subject: MatchSubject): Finding | null {
  if (min === null) return null
  const { priceCents, valueCents, currency } = subject
  if (priceCents === null) return no('It states no price, and you set a least discount.')
  if (valueCents === null) return no('Its fair value is not known, and you set a least discount.')
  const prices = `It costs ${money(priceCents, currency)}, fair would be ${money(valueCents, currency)}`
  return discountPct(priceCents, valueCents) >= min
    ? yes(`${prices}: at least your ${min} % less.`)
    : no(`${prices}: not your ${min} % less.`)
}

function checkConfidence({ confidencePctMin: min }: Rule, subject: MatchSubject): Finding | null {
  if (min === null) return null
  const { confidencePct } = subject
  if (confidencePct === null) return no('Its fair value is not known, and you want it to be sure.')
  return confidencePct >= min
    ? yes(`Its fair value is ${confidencePct} % sure, at least your ${min} %.`)
    : no(`Its fair value is ${confidencePct} % sure, less than your ${min} %.`)
}

function checkScore(rule: Rule, _: MatchSubject, figures: Figures<Rule>): Finding {
  const score = figures.score(rule)
  return score >= rule.scoreMin!
    ? yes(`Its deal score is ${score}, at least your ${rule.scoreMin}.`)
    : no(`Its deal score is ${score}, below your ${rule.scoreMin}.`)
}

function checkLanded(rule: Rule, { currency }: MatchSubject, figures: Figures<Rule>): Finding {
  if (currency !== rule.currency) return no(`Its price is in ${currency}; your limit is in ${rule.currency}.`)
  const max = rule.landedCentsMax!
  const landed = figures.landedCents(rule)
  if (landed === null) return no('It states no price, and you set a limit with shipping and the way.')
  const costs = `With shipping and the way it costs ${money(landed, currency)}`
  return landed <= max
    ? yes(`${costs}, at most your ${money(max, currency)}.`)
    : no(`${costs}, above your ${money(max, currency)}.`)
}

function checkProfit(rule: Rule, { currency }: MatchSubject, figures: Figures<Rule>): Finding {
  if (currency !== rule.currency)
    return no(`Its price is in ${currency}; your least profit is in ${rule.currency}.`)
  const min = rule.profitCentsMin!
  const profit = figures.profitCents(rule)
  if (profit === null) return no('What selling it again brings is not known, and you set a least profit.')
  const brings = `Selling it again should bring ${money(profit, currency)}`
  return profit >= min
    ? yes(`${brings}, at least your ${money(min, currency)}.`)
    : no(`${brings}, less than your ${money(min, currency)}.`)
}
