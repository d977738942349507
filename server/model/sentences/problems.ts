import type { Language } from '../../core/languages.ts'
import { germanFieldReasons, germanProblems } from './de/problems.ts'

interface Problem {
  code: string
  detail: string
  params?: Record<string, unknown>
  fields?: Record<string, string>
  reasons?: Record<string, { code: string; params: Record<string, unknown> }>
}

type Details = Readonly<Record<string, (params: Record<string, unknown>, english: string) => string>>
const words: Readonly<
  Record<Exclude<Language, 'en'>, { details: Details; reasons: typeof germanFieldReasons }>
> = { de: { details: germanProblems as Details, reasons: germanFieldReasons } }

/** A problem with its sentence, and those of its fields, in a language; as they are where that has no words for them. */
export function problemIn(language: Language, problem: unknown): unknown {
  const { code, detail, params = {}, fields, reasons = {} } = problem as Problem
  if (language === 'en') return problem
  const { details, reasons: ofFields } = words[language]
  const told = Object.entries(fields ?? {}).map(([field, text]) => {
    const reason = reasons[field]
    const render = reason && Object.hasOwn(ofFields, reason.code) ? ofFields[reason.code] : undefined
    return [field, render?.(reason!.params) ?? text] as const
  })
  const render = Object.hasOwn(details, code) ? details[code] : undefined
  return {
    ...(problem as Problem),
    detail: render?.(params, detail) ?? detail,
    ...(fields && { fields: Object.fromEntries(told) }),
  }
}
