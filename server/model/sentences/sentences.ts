import { checkSentences } from './check-sentences.ts'
import { clusterSentences } from './cluster-sentences.ts'
import { fitSentences } from './fit-sentences.ts'
import { forecastSentences } from './forecast-sentences.ts'
import { mailboxSentences } from './mailbox-sentences.ts'
import { messageSentences } from './message-sentences.ts'
import { needSentences } from './need-sentences.ts'
import { profitSentences } from './profit-sentences.ts'
import { reasonSentences } from './reason-sentences.ts'
import { type QuoteParams, riskSentences } from './risk-sentences.ts'
import { type Said, sayer, textSentences } from './said.ts'
import { scoreSentences } from './score-sentences.ts'
import {
  adSentences,
  findingSentences,
  orderSentences,
  sellerSentences,
  taskSentences,
} from './sell-sentences.ts'
import { sourceSentences } from './source-sentences.ts'
import { trendSentences } from './trend-sentences.ts'
import { unvaluedSentences } from './unvalued-sentences.ts'
import { valueSentences } from './value-sentences.ts'

/** Every sentence that carries a code, in English. A code begins with what it is about. */
export const sentences = {
  ...textSentences,
  ...scoreSentences,
  ...profitSentences,
  ...fitSentences,
  ...riskSentences,
  ...reasonSentences,
  ...messageSentences,
  ...needSentences,
  ...forecastSentences,
  ...sourceSentences,
  ...valueSentences,
  ...unvaluedSentences,
  ...trendSentences,
  ...clusterSentences,
  ...checkSentences,
  ...adSentences,
  ...taskSentences,
  ...orderSentences,
  ...findingSentences,
  ...sellerSentences,
  ...mailboxSentences,
}
export type SentenceCode = keyof typeof sentences

export const say = sayer(sentences)

/** Those that quote the listing. */
export type QuotingCode = {
  [Code in SentenceCode]: Parameters<(typeof sentences)[Code]>[0] extends QuoteParams
    ? QuoteParams extends Parameters<(typeof sentences)[Code]>[0]
      ? Code
      : never
    : never
}[SentenceCode]

/** Sentences about one thing: `SaidOf<'score'>`. */
export type SaidOf<About extends string> = Said<Extract<SentenceCode, `${About}-${string}`>>
