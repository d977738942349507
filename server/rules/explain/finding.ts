import { fitSentences } from '../../model/sentences/fit-sentences.ts'
import { type Said, sayer } from '../../model/sentences/said.ts'

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

/** With one sentence for a person, with its words and figures. */
export interface TraceLine extends Said {
  condition: RuleCondition
  outcome: Outcome
}

export type Finding = Omit<TraceLine, 'condition'>

type FitCode = keyof typeof fitSentences
const finding =
  (outcome: Outcome) =>
  <Code extends FitCode>(code: Code, ...params: Parameters<(typeof fitSentences)[Code]>): Finding => ({
    outcome,
    ...sayFit(code, ...params),
  })
const sayFit = sayer(fitSentences)

export const yes = finding('yes')
export const no = finding('no')
export const unknown = finding('unknown')
