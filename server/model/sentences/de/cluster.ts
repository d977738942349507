import { changePercent, type clusterSentences, spanOf } from '../cluster-sentences.ts'
import type { Translation } from '../said.ts'
import { price } from './words.ts'

const openings = {
  repost: 'Neu eingestellt',
  'cross-post': 'Auch auf einem anderen Marktplatz',
  'multi-listing': 'Mehrfach gleichzeitig angeboten',
}
const units = {
  day: ['einem Tag', 'Tagen'],
  week: ['einer Woche', 'Wochen'],
  month: ['einem Monat', 'Monaten'],
  year: ['einem Jahr', 'Jahren'],
} as const
const steadyWords = { one: 'für', always: 'immer für', again: 'wieder für', still: 'noch immer für' }

export const clusterTexts: Translation<typeof clusterSentences> = {
  'cluster-story': (p) => {
    const span = spanOf(p.spanDays)
    const within =
      span === null
        ? 'binnen eines Tages'
        : `in ${span.count === 1 ? units[span.unit][0] : `${span.count} ${units[span.unit][1]}`}`
    return [
      `${p.listed}-mal angeboten${p.sites > 1 ? `, auf ${p.sites} Marktplätzen` : ''}, ${within}`,
      priceWords(p),
      p.other.length > 0 ? `; Preise in ${p.other.join(', ')} sind nicht verglichen` : '',
      p.isOver ? '; nicht mehr zu haben' : '',
    ].join('')
  },
  'cluster-member': (p) =>
    `${openings[p.relation]}: ${p.why ?? 'du hast gesagt, dass es dieselbe Sache ist'}`,
}

function priceWords({
  firstCents,
  lastCents,
  currency,
  steady,
}: Parameters<(typeof clusterSentences)['cluster-story']>[0]): string {
  if (firstCents === null || lastCents === null || currency === null) return ''
  const [first, last] = [price(firstCents, currency), price(lastCents, currency)]
  if (firstCents === lastCents) return `, ${steadyWords[steady]} ${first}`
  const percent = changePercent(firstCents, lastCents)
  const amount = percent === null || percent === 0 ? '' : `${Math.abs(percent)} % `
  return `, ${amount}${lastCents < firstCents ? 'billiger' : 'teurer'}: von ${first} auf ${last}`
}
