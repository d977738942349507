import type { Translator } from '../../core/http-language.ts'
import { answerIn } from './languages.ts'
import { problemIn } from './problems.ts'

/** What the API says, in every language that there are sentences in. */
export const translator: Translator = {
  answer: (payload, language) => answerIn(language, payload),
  problem: (payload, language) => problemIn(language, payload),
}
