import type { Rule } from '../model/rule-schema.ts'
import { QuerySyntaxError } from './query/query.ts'
import { readQuery, requiredTerms } from './query/query-meaning.ts'

/**
 * A rule in what sites can be asked: words and prices that everything it matches has, where the rule itself says
 * them in its expression or its limit with shipping. Never narrower than the rule; what is found is matched in full.
 */
export function askedRule<R extends Rule>(rule: R): R {
  const query = rule.query === null ? null : readQuery(rule.query)
  const limited = { ...rule, priceCentsMax: lower(rule.priceCentsMax, rule.landedCentsMax) }
  if (query === null || query instanceof QuerySyntaxError) return limited
  const { all, any, none } = requiredTerms(query)
  // Sites take one list of alternatives: the shortest finds the least beside.
  const [shortest = []] = any.toSorted((a, b) => a.length - b.length)
  return {
    ...limited,
    all: [...new Set([...rule.all, ...all])],
    any: rule.any.length > 0 ? rule.any : shortest,
    none: [...new Set([...rule.none, ...none])],
  }
}

/** Shipping and the way cost nothing at least. */
function lower(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

/** The price limits as prices are stored: none where they hold in every currency. */
export function storedLimits({
  priceCentsMin,
  priceCentsMax,
  otherCurrencies,
}: Rule): Pick<Rule, 'priceCentsMin' | 'priceCentsMax'> {
  return otherCurrencies ? { priceCentsMin: null, priceCentsMax: null } : { priceCentsMin, priceCentsMax }
}
