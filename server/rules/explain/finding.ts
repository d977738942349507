import { minorDigits } from '../../core/money.ts'
import { kmPerMile } from '../../core/units.ts'

export type Outcome = 'yes' | 'no' | 'unknown'

export type RuleCondition =
  | 'enabled'
  | 'demo'
  | 'marketplaces'
  | 'categories'
  | 'price'
  | 'keywords.all'
  | 'keywords.any'
  | 'keywords.none'
  | 'query'
  | 'conditions'
  | 'kinds'
  | 'places'
  | 'handover'
  | 'sellersOnly'
  | 'sellersNot'
  | 'riskMax'
  | 'discountPctMin'
  | 'confidencePctMin'
  | FigureCondition

/** What is asked for only when everything else is met, in this order. */
export type FigureCondition = 'scoreMin' | 'landedCentsMax' | 'profitCentsMin'

export interface TraceLine {
  condition: RuleCondition
  outcome: Outcome
  /** One sentence for a person, with its words and figures. */
  sentence: string
}

export type Finding = Pick<TraceLine, 'outcome' | 'sentence'>
export function yes(sentence: string): Finding {
  return { outcome: 'yes', sentence }
}
export function no(sentence: string): Finding {
  return { outcome: 'no', sentence }
}
export function unknown(sentence: string): Finding {
  return { outcome: 'unknown', sentence }
}

export function quoted(terms: readonly string[]): string {
  return terms.map((term) => `“${term.replace(/^["“”]|["“”]$/g, '')}”`).join(', ')
}

export function money(minorUnits: number, currency: string): string {
  const digits = minorDigits(currency)
  return `${(minorUnits / 10 ** digits).toFixed(digits)} ${currency}`
}

export function length(km: number): string {
  return `${km.toFixed(1)} km (${(km / kmPerMile).toFixed(1)} mi)`
}
