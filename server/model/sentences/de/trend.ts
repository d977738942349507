import type { Translation } from '../said.ts'
import type { trendSentences } from '../trend-sentences.ts'
import { count } from './words.ts'

export const trendTexts: Translation<typeof trendSentences> = {
  'trend-demo': () => 'Diese Anzeigen hat die Demo erfunden: Über einen wirklichen Markt sagen sie nichts.',
  'trend-currencies': (p) =>
    `Beträge sind in ${p.currency}; Anzeigen in anderen Währungen fehlen: ${p.others.map((one) => one.replace(' ', ' in ')).join(', ')}.`,
  'trend-left-out': (p) =>
    `Nicht dabei, weil die Bedingungen des Marktplatzes verbieten, mit seinen Anzeigen zu rechnen: ${p.places.join(', ')}.`,
  'trend-placeholders': (p) =>
    `${count(p.count, 'Preis fehlt', 'Preise fehlen')}, weil niemand sie meint, etwa 1 oder 1234.`,
  'trend-found-late': (p) =>
    `${p.count} von ${p.listings} Anzeigen wurden erst eine Woche nach dem Einstellen oder später gefunden: Aus diesen Wochen ist nur bekannt, was niemand kaufte, die Preise sind also eher zu hoch.`,
  'trend-young': (p) =>
    `Wie viel verkauft wird, steht für die ${p.weeks === 1 ? 'letzte Woche' : `letzten ${p.weeks} Wochen`} nicht da: Ihre Anzeigen sind jünger als ${p.days} Tage.`,
  'trend-of-rule': () =>
    'Es gelten die Wörter, Kategorien, Zustände und Marktplätze des Suchauftrags; seine Preisgrenzen, sein Ort und seine Punkte nicht, denn sie verdeckten den Markt darum herum.',
  'trend-truncated': () =>
    'Es passen mehr Anzeigen, als angesehen werden: Die ältesten fehlen. Suche enger oder frage nach weniger Wochen.',
}
