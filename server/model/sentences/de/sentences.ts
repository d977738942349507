import { type Translation, textSentences } from '../said.ts'
import type { sentences } from '../sentences.ts'
import { checkTexts } from './check.ts'
import { clusterTexts } from './cluster.ts'
import { fitTexts } from './fit.ts'
import { forecastTexts } from './forecast.ts'
import { mailboxTexts } from './mailbox.ts'
import { messageTexts } from './message.ts'
import { needTexts } from './need.ts'
import { findingTexts, orderTexts, sellerTexts } from './order.ts'
import { profitTexts } from './profit.ts'
import { reasonTexts } from './reason.ts'
import { riskTexts } from './risk.ts'
import { scoreTexts } from './score.ts'
import { adTexts, taskTexts } from './sell.ts'
import { sourceTexts } from './source.ts'
import { trendTexts } from './trend.ts'
import { unvaluedTexts } from './unvalued.ts'
import { valueTexts } from './value.ts'

/** Every sentence that carries a code, in German. */
export const germanSentences: Translation<typeof sentences> = {
  ...textSentences,
  ...scoreTexts,
  ...profitTexts,
  ...fitTexts,
  ...riskTexts,
  ...reasonTexts,
  ...messageTexts,
  ...needTexts,
  ...forecastTexts,
  ...sourceTexts,
  ...valueTexts,
  ...unvaluedTexts,
  ...trendTexts,
  ...clusterTexts,
  ...checkTexts,
  ...adTexts,
  ...taskTexts,
  ...orderTexts,
  ...findingTexts,
  ...sellerTexts,
  ...mailboxTexts,
}
