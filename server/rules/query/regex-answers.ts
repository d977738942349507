import type { MatchSubject } from '../../model/rule-schema.ts'
import { expensiveCost, keyOf, type Regex, regexCost, regexText, testRegex } from './query-regex.ts'

/** Whether a listing's text fits a regular expression. */
export type RegexTest = (regex: Regex) => boolean

/** Asks at once, however long it takes. */
export function testAtOnce(subject: Pick<MatchSubject, 'title' | 'description'>): RegexTest {
  let text: string | undefined
  return (regex) => {
    text ??= regexText(subject)
    return testRegex(regex, text)
  }
}

/** Thrown by a test that would hold up others: ask for it elsewhere, then evaluate again. */
class ExpensiveRegex extends Error {
  readonly regex: Regex
  constructor(regex: Regex) {
    super('this takes long')
    this.regex = regex
  }
}

/** What one text answers, each expression asked once; what is expensive is asked in a thread of its own. */
export class RegexAnswers {
  private readonly text: string
  private readonly answers = new Map<string, boolean>()
  private spent = 0

  constructor(subject: Pick<MatchSubject, 'title' | 'description'>) {
    this.text = regexText(subject)
  }

  readonly test: RegexTest = (regex) => {
    const key = keyOf(regex)
    let answer = this.answers.get(key)
    if (answer === undefined) {
      this.spent += regexCost(regex, this.text.length)
      if (this.spent > expensiveCost) throw new ExpensiveRegex(regex)
      answer = testRegex(regex, this.text)
      this.answers.set(key, answer)
    }
    return answer
  }

  /**
   * What `evaluate` says with these answers. It is asked again each time that it came to an expensive expression whose answer
   * was not there yet, so that only what it needs is asked.
   */
  async evaluated<Result>(
    ask: (regex: Regex, text: string) => Promise<boolean>,
    evaluate: (test: RegexTest) => Result,
  ): Promise<Result> {
    for (;;) {
      try {
        return evaluate(this.test)
      } catch (error) {
        if (!(error instanceof ExpensiveRegex)) throw error
        this.answers.set(keyOf(error.regex), await ask(error.regex, this.text))
      }
    }
  }
}
