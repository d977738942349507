import type { Figures, MatchSubject, Rule } from '../../model/rule-schema.ts'
import type { MatchBudget } from './budget.ts'
import { RuleIndex } from './rule-index.ts'

/** What of a rule decides what it matches, and how a match is scored. */
export const matchedFields = [
  'id',
  'userId',
  'enabled',
  'all',
  'any',
  'none',
  'query',
  'categories',
  'conditions',
  'kinds',
  'marketplaces',
  'priceCentsMin',
  'priceCentsMax',
  'landedCentsMax',
  'currency',
  'otherCurrencies',
  'handover',
  'scoreMin',
  'discountPctMin',
  'confidencePctMin',
  'riskMax',
  'profitCentsMin',
  'sellersOnly',
  'sellersNot',
  'weights',
  'places',
] as const satisfies readonly (keyof Rule)[]

export type MatchedRule = Pick<Rule, Exclude<(typeof matchedFields)[number], 'places'>> & {
  places: readonly { lat: number; lon: number; radiusKm: number }[]
}

/** A rule as figures are asked for it: a view of the index, good until the next question. */
export interface MatcherRule {
  readonly id: number
  readonly userId: number
  readonly weights: Rule['weights']
  /** Of its places the nearest to the listing, the first where it is not known where that is; null = anywhere. */
  readonly place: { lat: number; lon: number } | null
  /** `keywordMatch` of the reference. */
  keywordShare(): number | null
}

/** Of a match: fits; may fit, match again once the detail page has told more; was put off for what it costs. */
export const verdict = { yes: 1, unknown: 2, putOff: 3 } as const

/** Views of memory that the next `match` writes over. */
export interface MatchResult {
  readonly length: number
  /** In no order. */
  readonly ruleIds: Uint32Array
  readonly userIds: Uint32Array
  /** See `verdict`. */
  readonly verdicts: Uint8Array
  /** The rule of the match at that position. */
  rule(at: number): MatcherRule
}

export interface Matcher {
  readonly size: number
  /** Bytes of typed arrays; small objects come on top. */
  readonly bytes: number
  /** Takes the place of a rule with the same id. Keeps nothing of the object. */
  add(rule: MatchedRule): void
  /** The same for many; into an empty matcher much faster. */
  addAll(rules: Iterable<MatchedRule>): void
  /** Takes many in steps; nothing is found before `done`. Only for an empty matcher. */
  load(): { take(rule: MatchedRule): void; done(): void }
  /** False when there was no such rule. */
  remove(ruleId: number): boolean
  /** Whether some rule has a wish for which that holds. */
  asks(holds: (wish: Pick<Rule, 'weights' | 'profitCentsMin'>) => boolean): boolean
  /**
   * The rules that the listing fits or may fit, with exactly the answers of `matchRule`. A figure is asked for only
   * when the rule limits it and everything before it is met. Of rules that the listing may only fit because its own page,
   * which was not read yet, may have their words, it gives so many as there is room for. With a budget, rules that this person's or this listing's
   * share has no room for, and those whose expressions may take long, are put off.
   */
  match(subject: MatchSubject, figures: Figures<MatcherRule>, budget?: MatchBudget): MatchResult
}

/**
 * Finds the rules for a listing through an index from words, places and categories to rules: a rule is looked at only
 * when the listing has the word that it is filed under. How it is laid out: docs/matcher.md.
 */
export function createMatcher(rules: Iterable<MatchedRule> = []): Matcher {
  const index = new RuleIndex()
  index.addAll(rules)
  return index
}
