import type { Language } from '../../core/languages.ts'
import { germanSentences } from './de/sentences.ts'
import type { Catalogue, Params, Said } from './said.ts'
import { sentences } from './sentences.ts'

const catalogues: Readonly<Record<Language, Catalogue>> = { en: sentences, de: germanSentences }

type Told = Pick<Said, 'code' | 'params'>

/**
 * What was said, in a language; null where that has no words for it: a code of a program to come, a text without one, or what
 * was stored without all that the sentence needs.
 */
export function sayIn(language: Language, { code, params }: Told): string | null {
  if (code === 'text' || !Object.hasOwn(catalogues[language], code)) return null
  try {
    return catalogues[language][code]!(params)
  } catch {
    return null
  }
}

/** A sentence with its code, in a language; as it is where that has no words for it. */
export const retold = <Own extends Told & { sentence: string }>(said: Own, language: Language): Own => ({
  ...said,
  sentence: sayIn(language, said) ?? said.sentence,
})

/**
 * An answer with each of its sentences in a language: `sentence` by the code beside it, another by what stands beside it as
 * `…Said` (docs/sentences.md), a list of them by `said`. What carries no code stays as it is, and nothing is changed in place.
 */
export function answerIn(language: Language, answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map((one) => answerIn(language, one))
  if (!isPlain(answer)) return answer
  const parts = Object.fromEntries(
    Object.entries(answer).map(([name, part]) => [name, answerIn(language, part)]),
  )
  const tell = (name: string, told: unknown): void => {
    if (typeof parts[name] === 'string' && isTold(told)) parts[name] = sayIn(language, told) ?? parts[name]
  }
  const tellEach = (name: string, told: unknown): void => {
    const lines = parts[name]
    if (!Array.isArray(lines) || !Array.isArray(told)) return
    parts[name] = lines.map((line, at) => (isTold(told[at]) ? (sayIn(language, told[at]) ?? line) : line))
  }
  tell('sentence', parts)
  for (const [name, told] of Object.entries(parts)) {
    const of = /^(.+)Said$/.exec(name)?.[1]
    if (of === undefined) continue
    tell(of, told)
    tell(`${of}Sentence`, told)
    tellEach(of, told)
  }
  tellEach('sentences', parts.said)
  return parts
}

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const isTold = (value: unknown): value is { code: string; params: Params } =>
  isPlain(value) && typeof value.code === 'string' && isPlain(value.params)
