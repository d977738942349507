import type { StoredListing } from '../listings/stored-listing.ts'
import type { Rule } from '../model/rule-schema.ts'
import { no } from '../rules/explain/finding.ts'
import { matchRule, type Verdict } from '../rules/explain/reference.ts'
import { RegexAnswers } from '../rules/query/regex-answers.ts'
import { matchSubject } from './match-subject.ts'
import type { PipelineDeps } from './page.ts'
import { isStoredUnread } from './read-undecided.ts'
import { ruleFigures } from './score-for-rules.ts'

/** Somebody waits for a look at many listings: what an expensive rule did not get to in that time is left out, and said. */
export const lookMsMax = 10_000

/** What evaluating takes: what people's selling tells, and where expensive expressions are tested. */
export type EvaluateDeps = Pick<
  PipelineDeps,
  'profiles' | 'selling' | 'rates' | 'regexes' | 'marketplaces' | 'owner'
>

export interface Evaluation extends Verdict {
  /** For what is known where that is not all; 0 where it does not fit. */
  score: number
}

/**
 * How a rule sees a stored listing, with the listing's stored value and this moment's score. Untraced it leaves out the
 * rule's expression where everything else already speaks against the listing. `unread` is whether its own page may still
 * tell more, by default as it is.
 */
export async function evaluateRule(
  deps: EvaluateDeps,
  rule: Rule,
  stored: StoredListing,
  nowMs: number,
  {
    traced = true,
    answers = new RegexAnswers(stored.listing),
    unread = isStoredUnread(deps, stored),
  }: { traced?: boolean; answers?: RegexAnswers; unread?: boolean } = {},
): Promise<Evaluation> {
  if (stored.demo && rule.userId !== deps.owner) return { ...ofOthersDemo, score: 0 }
  const subject = matchSubject(stored, unread, deps.rates.now())
  const figures = ruleFigures(deps, stored, nowMs)
  if (!traced && rule.query?.includes('/')) {
    const before = matchRule({ ...rule, ...noExpression }, subject, figures)
    if (before.verdict === 'no') return { ...before, score: 0 }
  }
  const { verdict, trace } = await answers.evaluated(deps.regexes.test, (test) =>
    matchRule(rule, subject, figures, test),
  )
  return { verdict, trace, score: verdict === 'no' ? 0 : figures.score(rule) }
}

/** The demo is one for the whole installation, and shown to who runs that. */
const ofOthersDemo: Verdict = {
  verdict: 'no',
  trace: [{ condition: 'demo', ...no('fit-demo') }],
}

/** What is looked at before an expression, and the figures are not. */
const noExpression = { query: null, scoreMin: null, landedCentsMax: null, profitCentsMin: null }
