import type { RuleInput } from '../../model/rule-schema.ts'
import { QuerySyntaxError } from './query.ts'
import { matchesQuery, readQuery } from './query-meaning.ts'
import { readWords } from './terms.ts'

type Asked = Omit<RuleInput, 'places' | 'expiresAt' | 'snoozedUntil'> & { places: readonly unknown[] }

/**
 * Whether a rule would match every listing: it says nothing that a listing must have. What it only rules out (words,
 * sellers) and where it looks narrows nothing.
 */
export function asksForNothing(rule: Asked): boolean {
  return (
    rule.keywords.all.length === 0 &&
    rule.keywords.any.length === 0 &&
    !asksForWords(rule.query) &&
    [rule.categories, rule.conditions, rule.places, rule.sellersOnly].every((list) => list.length === 0) &&
    rule.handover === 'any' &&
    [rule.priceCentsMax, rule.landedCentsMax].every((most) => most === null) &&
    [
      rule.priceCentsMin,
      rule.scoreMin,
      rule.discountPctMin,
      rule.confidencePctMin,
      rule.profitCentsMin,
    ].every((least) => least === null || least === 0) &&
    (rule.riskMax === null || rule.riskMax === 100)
  )
}

/** An expression that a listing without any words meets only rules out. */
function asksForWords(text: string | null): boolean {
  if (text === null) return false
  const query = readQuery(text)
  return !(query instanceof QuerySyntaxError) && !matchesQuery(query, readWords(''), () => false)
}
