import { type AdapterWords, reasonIn } from '../../core/adapter-words.ts'
import type { Translator } from '../../core/http-language.ts'
import { type Language, languages } from '../../core/languages.ts'
import { answerIn } from '../../model/sentences/languages.ts'
import { problemIn } from '../../model/sentences/problems.ts'

/**
 * What the API says, in every language that there are sentences in. What adapters say in English alone (why a marketplace
 * did something not, what is missing there) is in their own words for it, beside those of the marketplace itself.
 */
export function translatorOf(adapters: readonly { words?: AdapterWords }[]): Translator {
  const words = Object.fromEntries(
    languages.map((language) => [
      language,
      Object.assign({}, ...adapters.map((adapter) => adapter.words?.[language] ?? {})) as Record<
        string,
        string
      >,
    ]),
  ) as AdapterWords
  const say = (language: Language) => (text: string) => reasonIn(language, text, words)
  return {
    answer: (payload, language) => withReasons(answerIn(language, payload), say(language)),
    problem(payload, language) {
      const { detail } = payload as { detail: string }
      return problemIn(language, { ...(payload as object), detail: say(language)(detail) })
    },
  }
}

/** Under which an answer says why, in an adapter's own words. */
const reasonNames: ReadonlySet<string> = new Set(['reason', 'untold', 'missing', 'warnings'])

function withReasons(answer: unknown, say: (text: string) => string): unknown {
  if (Array.isArray(answer)) return answer.map((one) => withReasons(one, say))
  if (typeof answer !== 'object' || answer === null || Object.getPrototypeOf(answer) !== Object.prototype)
    return answer
  return Object.fromEntries(
    Object.entries(answer).map(([name, part]) => {
      if (!reasonNames.has(name)) return [name, withReasons(part, say)]
      if (typeof part === 'string') return [name, say(part)]
      if (!Array.isArray(part)) return [name, withReasons(part, say)]
      return [name, part.map((one) => (typeof one === 'string' ? say(one) : withReasons(one, say)))]
    }),
  )
}
