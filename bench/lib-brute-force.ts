import { distanceKm } from '../server/core/places.ts'
import type { MatchSubject } from '../server/model/rule-schema.ts'
import type { MatchedRule } from '../server/rules/matcher/matcher.ts'
import { readSubject, readWords } from '../server/rules/query/terms.ts'

/** A rule as one would loop over it: its words read once. */
export interface PlainRule {
  id: number
  priceCentsMin: number
  priceCentsMax: number
  currency: string | null
  categories: readonly string[] | null
  conditions: readonly string[] | null
  place: { lat: number; lon: number; radiusKm: number; degrees: number } | null
  all: readonly (readonly string[])[]
  any: readonly (readonly string[])[]
  none: readonly (readonly string[])[]
  scoreMin: number
}

export function plainRule(rule: MatchedRule): PlainRule {
  const read = (terms: readonly string[]) => terms.map((term) => readWords(term).words)
  const isPriced = rule.priceCentsMin !== null || rule.priceCentsMax !== null
  const [place] = rule.places
  return {
    id: rule.id,
    priceCentsMin: rule.priceCentsMin ?? 0,
    priceCentsMax: rule.priceCentsMax ?? Number.POSITIVE_INFINITY,
    currency: isPriced ? rule.currency : null,
    categories: rule.categories.length > 0 ? rule.categories : null,
    conditions: rule.conditions.length > 0 ? rule.conditions : null,
    place: place ? { ...place, degrees: place.radiusKm / 111 + 0.01 } : null,
    all: read(rule.all),
    any: read(rule.any),
    none: read(rule.none),
    scoreMin: rule.scoreMin ?? 0,
  }
}

/** One after the other, the cheap fields first: the ids of those that match or may match. */
export function bruteForce(rules: readonly PlainRule[], subject: MatchSubject, score: number): number[] {
  const { words } = readSubject(subject)
  const present = new Set(words)
  const stands = (term: readonly string[]) => isThere(term, words, present)
  const { priceCents, currency, category, condition, lat, lon } = subject
  const found: number[] = []
  for (const rule of rules) {
    if (rule.currency !== null) {
      if (priceCents === null || priceCents > rule.priceCentsMax || priceCents < rule.priceCentsMin) continue
      if (currency !== rule.currency) continue
    }
    if (rule.categories !== null && !rule.categories.includes(category)) continue
    if (rule.conditions !== null && condition !== null && !rule.conditions.includes(condition)) continue
    const { place, all, any, none } = rule
    if (place !== null && lat !== null && lon !== null) {
      if (Math.abs(place.lat - lat) > place.degrees || distanceKm(place, { lat, lon }) > place.radiusKm)
        continue
    }
    if (!all.every(stands)) continue
    if (any.length > 0 && !any.some(stands)) continue
    if (none.some(stands)) continue
    const isKnown = (rule.conditions === null || condition !== null) && (place === null || lat !== null)
    if (isKnown && score < rule.scoreMin) continue
    found.push(rule.id)
  }
  return found
}

/** Every word by a look into a set; only phrases are searched for. */
function isThere(term: readonly string[], words: readonly string[], present: ReadonlySet<string>): boolean {
  if (!term.every((word) => present.has(word))) return false
  if (term.length === 1) return true
  return words.some((_, at) => term.every((word, i) => words[at + i] === word))
}
