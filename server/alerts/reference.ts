import { minorDigits } from '../core/money.ts'
import { distanceKm } from '../core/places.ts'
import type { MatchSubject, Rule } from './schema.ts'
import { readSubject, readWords, textCharsMax, type WordList } from './terms.ts'

export type Outcome = 'yes' | 'no' | 'unknown'

export type RuleCondition =
  | 'enabled'
  | 'marketplaces'
  | 'categories'
  | 'price'
  | 'keywords.all'
  | 'keywords.any'
  | 'keywords.none'
  | 'conditions'
  | 'places'
  | 'scoreMin'

export interface TraceLine {
  condition: RuleCondition
  outcome: Outcome
  /** One sentence for a person, with its words and figures. */
  sentence: string
}

export interface Verdict {
  /** `unknown`: all that is known fits, and the detail page may tell the rest. */
  verdict: Outcome
  /** One line per condition that the rule sets; empty for a rule that matches everything. */
  trace: TraceLine[]
}

type Finding = Pick<TraceLine, 'outcome' | 'sentence'>
type Check = (rule: Rule, subject: MatchSubject, text: WordList) => Finding | null

/**
 * Whether a listing is what a rule asks for, and why: the plain definition (docs/rules.md) that the matcher must
 * equal. `score` gives 0–100 and is called only when everything else is met and the rule sets a least score.
 */
export function matchRule(rule: Rule, subject: MatchSubject, score: () => number): Verdict {
  const text = readSubject(subject)
  const trace: TraceLine[] = []
  for (const [condition, check] of checks) {
    const finding = check(rule, subject, text)
    if (finding !== null) trace.push({ condition, ...finding })
  }
  if (rule.scoreMin !== null) {
    const finding = overall(trace) === 'yes' ? checkScore(rule.scoreMin, score()) : scoreNotAsked
    trace.push({ condition: 'scoreMin', ...finding })
  }
  return { verdict: overall(trace), trace }
}

/** The share (0–1) of a rule's wanted words that stand in the title: all of `all` and those of `any` that the text has; null when it wants none. */
export function keywordMatch(
  rule: Pick<Rule, 'all' | 'any'>,
  subject: Pick<MatchSubject, 'title' | 'description'>,
): number | null {
  return keywordMatcher(subject)(rule)
}

/** `keywordMatch` for many rules and one listing, which is read once. */
export function keywordMatcher(
  subject: Pick<MatchSubject, 'title' | 'description'>,
): (rule: Pick<Rule, 'all' | 'any'>) => number | null {
  let text: WordList | undefined
  let title: WordList | undefined
  return ({ all, any }) => {
    if (all.length === 0 && any.length === 0) return null
    title ??= readWords(subject.title.slice(0, textCharsMax))
    const inTitle = title
    if (any.length > 0) text ??= readSubject(subject)
    const wanted = [...termsOf(all), ...termsOf(any).filter((term) => stands(term, text!))]
    const found = wanted.filter((term) => stands(term, inTitle))
    return wanted.length === 0 ? 0 : found.length / wanted.length
  }
}

// A rule's terms do not change; the words of each list are kept as long as the list.
const readTerms = new WeakMap<readonly string[], string[][]>()

function termsOf(terms: readonly string[]): string[][] {
  let read = readTerms.get(terms)
  if (read === undefined) {
    read = terms.map((term) => readWords(term).words)
    readTerms.set(terms, read)
  }
  return read
}

/** `no` beats `unknown` beats `yes`. */
function overall(trace: readonly TraceLine[]): Outcome {
  if (trace.some((line) => line.outcome === 'no')) return 'no'
  return trace.some((line) => line.outcome === 'unknown') ? 'unknown' : 'yes'
}

/** Whether the words of a term stand in the text side by side, from where a word begins to where one ends. */
function occurs(term: string, text: WordList): boolean {
  return stands(readWords(term).words, text)
}

function stands(term: string[], text: WordList): boolean {
  if (term.length === 0) return false
  return text.words.some(
    (_, at) =>
      term.every((word, i) => text.words[at + i] === word) &&
      text.joined[at - 1] !== true &&
      text.joined[at + term.length - 1] !== true,
  )
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
  [
    'conditions',
    (rule, { condition }) =>
      rule.conditions.length === 0
        ? null
        : condition === null
          ? unknown(`Its condition is not known yet; you want ${rule.conditions.join(', ')}.`)
          : rule.conditions.includes(condition)
            ? yes(`Its condition is ${condition}, one of those you chose.`)
            : no(`Its condition is ${condition}; you want ${rule.conditions.join(', ')}.`),
  ],
  ['places', checkPlace],
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

function checkAll({ all }: Rule, _: MatchSubject, text: WordList): Finding | null {
  if (all.length === 0) return null
  const missing = all.filter((term) => !occurs(term, text))
  return missing.length === 0
    ? yes(`It has every word you want: ${quoted(all)}.`)
    : no(`It lacks what you want: ${quoted(missing)}.`)
}

function checkAny({ any }: Rule, _: MatchSubject, text: WordList): Finding | null {
  if (any.length === 0) return null
  const found = any.filter((term) => occurs(term, text))
  return found.length > 0
    ? yes(`Of the words of which you want at least one it has ${quoted(found)}.`)
    : no(`It has none of the words of which you want at least one: ${quoted(any)}.`)
}

function checkNone({ none }: Rule, _: MatchSubject, text: WordList): Finding | null {
  if (none.length === 0) return null
  const found = none.filter((term) => occurs(term, text))
  return found.length > 0
    ? no(`It has what you do not want: ${quoted(found)}.`)
    : yes(`It has nothing you do not want: ${quoted(none)}.`)
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

function checkScore(scoreMin: number, score: number): Finding {
  return score >= scoreMin
    ? yes(`Its deal score is ${score}, at least your ${scoreMin}.`)
    : no(`Its deal score is ${score}, below your ${scoreMin}.`)
}

const scoreNotAsked = unknown('The deal score is looked at only when everything else fits.')

function yes(sentence: string): Finding {
  return { outcome: 'yes', sentence }
}
function no(sentence: string): Finding {
  return { outcome: 'no', sentence }
}
function unknown(sentence: string): Finding {
  return { outcome: 'unknown', sentence }
}

function quoted(terms: readonly string[]): string {
  return terms.map((term) => `“${term.replace(/^["“”]|["“”]$/g, '')}”`).join(', ')
}

function money(minorUnits: number, currency: string): string {
  const digits = minorDigits(currency)
  return `${(minorUnits / 10 ** digits).toFixed(digits)} ${currency}`
}

function length(km: number): string {
  return `${km.toFixed(1)} km (${(km / 1.609344).toFixed(1)} mi)`
}
