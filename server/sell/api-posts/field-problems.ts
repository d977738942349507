import { AppError } from '../../core/errors.ts'
import type { FieldReason } from '../../core/field-reasons.ts'

/** What is wrong with a field of an ad: in English, and as a code for other languages. */
export interface FieldProblem {
  text: string
  reason: FieldReason
}
/** By field: `conditionId`, `specifics.Brand`. */
export type FieldProblems = Record<string, FieldProblem>

type Facts = Readonly<Record<string, string | number>>
const texts = {
  'ad-not-chosen': () => 'is to be chosen',
  'ad-no-photo': () => 'are missing: one at least',
  'ad-costs-nothing': () => 'is nothing: it cannot be sold for that',
  'ad-other-currency': ({ currency, site, takes }: Facts) => `is in ${currency}: ${site} takes ${takes}`,
  'ad-more-than-left': ({ left }: Facts) => `is more than the ${left} you have`,
  'ad-offers-as-price': () => 'takes offers that are as high as the price',
  'ad-offers-refused': () => 'refuses every offer below the price',
  'ad-offers-cross': () => 'refuses offers that it would take',
  'ad-asked-for': () => 'is asked for in this category',
  'ad-too-many-values': ({ most }: Facts) => `takes ${most} at the most`,
  'ad-other-value': ({ value }: Facts) => `is none of the values it takes: ${value}`,
  'ad-condition-not-taken': () => 'is not taken in this category',
  'ad-choice-gone': () => 'is not there any more: choose another',
  'ad-weight-asked-for': () => 'is asked for by the shipping policy, which reckons by weight',
} as const satisfies Record<string, (facts: Facts) => string>
export const adProblemCodes = Object.keys(texts)

export function wrong(code: keyof typeof texts, params: Facts = {}): FieldProblem {
  return { text: texts[code](params), reason: { code, params: { ...params } } }
}

/** Why an ad is not sent, by field. */
export function incomplete(message: string, problems: FieldProblems): AppError {
  const of = <T>(part: (problem: FieldProblem) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, part(problem)]))
  return new AppError({
    ...{ code: 'bad-input', status: 422, message },
    ...{ fields: of(({ text }) => text), reasons: of(({ reason }) => reason) },
  })
}
