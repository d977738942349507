export type ForecastParams = {
  notified: number
  coveredDays: number
  /** null, with all that follow = too short a time to forecast from. */
  perDay: number | null
  perDayMax: number | null
  /** Messages on two days of three. */
  low: number | null
  high: number | null
}

/** How often a rule would have notified somebody. */
export const forecastSentences = {
  'forecast-told': ({ notified, coveredDays: days, perDay, perDayMax, low, high }: ForecastParams) => {
    const span = days < 1 ? `${spell(days * 24)} hours` : days === 1 ? 'day' : `${spell(days)} days`
    if (perDay === null || perDayMax === null)
      return notified === 0
        ? 'There is nothing to look back on yet.'
        : `This would have notified you ${timesWords(notified)} since the first listing was seen, too short a time to forecast from.`
    if (notified === 0)
      return `This would have notified you of nothing in the last ${span}; more than ${rate(perDayMax)} would be a surprise.`
    const range = low === high ? `${low}` : `${low} to ${high}`
    return `This would have notified you ${timesWords(notified)} in the last ${span}, about ${rate(perDay)} (${range} on most days).`
  },
}

function timesWords(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}

function rate(perDay: number): string {
  return perDay >= 0.95 ? `${spell(perDay)} a day` : `${spell(perDay * 7)} a week`
}

/** One decimal below ten, none above. */
export function spell(figure: number): string {
  return figure >= 9.95 ? String(Math.round(figure)) : String(Math.round(figure * 10) / 10)
}
