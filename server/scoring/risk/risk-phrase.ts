import type { RiskSignalName, RiskSubject } from '../../model/risk.ts'
import type { QuotingCode } from '../../model/sentences/sentences.ts'
import type { Goods } from './risk-goods.ts'

/** A turn of words that speaks for a swindle. The figures in `docs/risk.md` have the reason of each weight. */
export interface Phrase {
  name: RiskSignalName
  weight: number
  /** Words of which one must occur before the pattern is tried; what makes looking cheap. */
  triggers: string
  /** Over `RiskText.text`; what the first group caught is quoted. Gaps are bounded, so time is linear. */
  pattern: RegExp
  /** What it says, of the quote. */
  code: QuotingCode
  /** Where it means something else, it is not looked for. */
  unless?(subject: RiskSubject, goods: Goods, text: string): boolean
  /**
   * A demand (default) is disarmed by being refused, a state by being denied; a refusal ("no pick-up") is one itself, so
   * that a "no" before it disarms nothing.
   */
  tells?: 'demand' | 'state' | 'refusal'
  /** Looked for up to here: further down a long text tells of other things. */
  reachChars?: number
  /** Of the sentence before and after a match: it is then no sign. */
  harmlessBefore?: RegExp
  harmlessAfter?: RegExp
}

/** Any word of a pattern, with the space behind it. */
export const w = '(?:[^ .,]+ )'
export const p = (body: string): RegExp => new RegExp(` (${body}) `, 'g')

export const inHousingOrWork = ({ category }: RiskSubject): boolean =>
  category === 'housing' || category === 'services' || category === 'jobs' || category === 'business'
