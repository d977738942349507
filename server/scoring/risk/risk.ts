import {
  type Risk,
  type RiskLevel,
  type RiskSignal,
  type RiskSubject,
  riskLevelFrom,
} from '../../model/risk.ts'
import { contactSignals } from './risk-contact.ts'
import { factSignals } from './risk-facts.ts'
import { goodsOf } from './risk-goods.ts'
import { readRiskText } from './risk-text.ts'
import { hasContactWord, phraseSignals, phraseTriggers, shippingOnlyWords } from './risk-words.ts'

export type {
  Risk,
  RiskLevel,
  RiskSeller,
  RiskSignal,
  RiskSignalName,
  RiskSubject,
} from '../../model/risk.ts'
export { sellerFacts } from './risk-seller.ts'

/**
 * Signs of a swindle in a listing, each with its sentence; 0 = none found, which is no proof of honesty. It stands
 * beside the deal score and changes neither that nor what is shown. Score = 100 · (1 − Π(1 − weight)), so that each
 * further signal adds to it and none outweighs another. `nowMs` tells how long a listing has stood; optional.
 */
export function weighRisk(subject: RiskSubject, nowMs?: number): Risk {
  const read = readRiskText(subject.title, subject.description, phraseTriggers())
  const goods = goodsOf(subject, read)
  const signals: RiskSignal[] = [
    ...factSignals(subject, read, goods, shippingOnlyWords(read), nowMs),
    ...phraseSignals(read, subject, goods),
    ...contactSignals(read, hasContactWord(read), subject.marketplaceHasPayment),
  ].sort((a, b) => b.weight - a.weight)
  const score = scoreOf(signals)
  return { level: levelOf(score), score, signals }
}

function scoreOf(signals: readonly RiskSignal[]): number {
  const clean = signals.reduce((product, { weight }) => product * (1 - weight), 1)
  return Math.round(100 * (1 - clean))
}

function levelOf(score: number): RiskLevel {
  return score >= riskLevelFrom.high ? 'high' : score >= riskLevelFrom.elevated ? 'elevated' : 'low'
}
