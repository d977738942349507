import type { reasonSentences } from '../reason-sentences.ts'
import type { Translation } from '../said.ts'
import { againstValue, conditionNames } from './words.ts'

const nearlyCertainFrom = 95

export const reasonTexts: Translation<typeof reasonSentences> = {
  'reason-given-away': () => 'wird verschenkt',
  'reason-against-value': ({ discountPct, surePct, condition, isFresh }) =>
    [
      discountPct === 0
        ? 'kostet, was es wert ist'
        : `${againstValue(discountPct)}, ${surePct >= nearlyCertainFrom ? 'fast sicher' : `zu ${surePct} % sicher`}`,
      ...(condition === null ? [] : [conditionNames[condition]]),
      ...(isFresh ? ['seit höchstens einem Tag eingestellt'] : []),
    ].join('; '),
}
