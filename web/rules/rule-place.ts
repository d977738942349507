/** Where a new rule is to look, from a link: a place and how far around it. */
export interface RulePlace {
  place?: string
  km?: number
}

export function readRulePlace(given: Record<string, unknown>): RulePlace {
  const place = String(given.place ?? '').trim()
  const km = Number(given.km)
  if (place === '' || place.length > 200) return {}
  return { place, ...(Number.isInteger(km) && km >= 1 && km <= 20_000 && { km }) }
}
