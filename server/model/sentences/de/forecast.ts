import { type forecastSentences, spell } from '../forecast-sentences.ts'
import type { Translation } from '../said.ts'

export const forecastTexts: Translation<typeof forecastSentences> = {
  'forecast-told': ({ notified, coveredDays: days, perDay, perDayMax, low, high }) => {
    const span =
      days < 1
        ? `den letzten ${comma(days * 24)} Stunden`
        : days === 1
          ? 'den letzten 24 Stunden'
          : `den letzten ${comma(days)} Tagen`
    if (perDay === null || perDayMax === null)
      return notified === 0
        ? 'Es gibt noch nichts, worauf sich zurückblicken lässt.'
        : `Du hättest ${notified}-mal Bescheid bekommen, seit die erste Anzeige gesehen wurde: zu kurz für eine Schätzung.`
    if (notified === 0)
      return `Du hättest in ${span} keinen Bescheid bekommen; mehr als ${rate(perDayMax)} wäre eine Überraschung.`
    const range = low === high ? `${low}` : `${low} bis ${high}`
    return `Du hättest in ${span} ${notified}-mal Bescheid bekommen, etwa ${rate(perDay)} (an den meisten Tagen ${range}).`
  },
}

const comma = (figure: number) => spell(figure).replace('.', ',')

function rate(perDay: number): string {
  return perDay >= 0.95 ? `${comma(perDay)}-mal am Tag` : `${comma(perDay * 7)}-mal in der Woche`
}
