import type { Translation } from '../said.ts'
import type { unvaluedSentences } from '../unvalued-sentences.ts'
import { categories, kindNames, money } from './words.ts'

const offered = {
  wanted: 'sucht jemand die Sache',
  service: 'wird ein Dienst angeboten, nicht die Sache',
  rental: 'wird die Sache vermietet, nicht verkauft',
  trade: 'wird die Sache getauscht, nicht verkauft',
  fake: 'ist es ein Nachbau',
}
const few = 'Zu wenig Vergleichbares:'

export const unvaluedTexts: Translation<typeof unvaluedSentences> = {
  'unvalued-not-for-sale': (p) =>
    `Hier wird nichts verkauft: Dem Titel nach ${offered[p.offered]}. Frage mit dem Titel, den die Sache selbst hätte.`,
  'unvalued-unseen': (p) => {
    const named = [p.brand, p.model].filter((part) => part !== null).join(' ')
    const missing = named === '' ? 'heißt so' : `ist von ${named}`
    const others = {
      maker: `andere, einige von ${p.brand ?? p.model}`,
      category: 'Anzeigen der Kategorie',
      words: 'andere mit ähnlichen Wörtern',
    }[named === '' && p.nearest === 'maker' ? 'words' : p.nearest]
    const prices =
      p.compsLowCents === null || p.compsHighCents === null
        ? ''
        : ` Am nächsten kommen ${p.count}: ${others}, meist für ${money(p.compsLowCents, p.currency)} bis ${money(p.compsHighCents, p.currency)} ${p.basis === 'sold' ? 'verkauft' : 'angeboten'}; über diese Sache sagt das nichts.`
    return `Unbekannt: Keine vergleichbare Anzeige ${missing}.${prices} Frage eine Quelle ab oder importiere Anzeigen davon${named === '' ? ', oder nenne die Kategorie für deren Spanne' : ''}.`
  },
  'unvalued-demo-off': () => `${few} Die Demo läuft nicht. Frage ohne sie.`,
  'unvalued-demo-only': () =>
    `${few} Bisher sind nur die erfundenen Anzeigen der Demo da. Frage eine Quelle ab oder importiere eine Datei mit Anzeigen; oder frage mit der Demo, um zu sehen, wie es geht.`,
  'unvalued-nothing': () =>
    `${few} Noch sind keine Anzeigen mit Preis da. Frage eine Quelle ab oder importiere eine Datei mit Anzeigen.`,
  'unvalued-currency': (p) =>
    `${few} Es gibt welches in ${p.known.join(', ')}, keines in ${p.currency}; Währungen werden nie gemischt oder umgerechnet. Frage in einer davon oder importiere Anzeigen in ${p.currency}.`,
  'unvalued-words': () =>
    `${few} Der Titel hat keine Wörter, die sich vergleichen lassen. Schreibe, was es ist: Marke, Modell, Größe.`,
  'unvalued-kind': (p) =>
    `${few} Weniger als ${p.similarMin} sind ähnlich, und der Titel sagt nicht, was für eine Sache es ist. Schreibe Marke und Modell, oder nenne die Kategorie.`,
  'unvalued-few': (p) => {
    const category = categories([p.category])
    const known =
      p.inCategory < p.categoryMin
        ? `in der Kategorie ${category} gibt es in ${p.currency} insgesamt ${p.inCategory} (nötig sind ${p.categoryMin})`
        : `von den ${p.inCategory} der Kategorie ${category} in ${p.currency} sind zu wenige aus den letzten ${p.days} Tagen`
    const elsewhere =
      p.elsewhere > 0 && p.elsewhereCurrency !== null
        ? `In ${p.elsewhereCurrency} gibt es ${p.elsewhere}; Währungen werden nie gemischt. `
        : ''
    return `${few} Weniger als ${p.similarMin} sind ähnlich, und ${known}. ${elsewhere}Mehr Anzeigen dieser Art würden helfen: Frage eine Quelle ab, importiere eine Datei, oder prüfe die Kategorie.`
  },
  'unvalued-no-currency': () => 'Der Preis nennt keine Währung: Damit lässt sich nichts vergleichen.',
  'unvalued-kind-of-offer': (p) =>
    `Gelesen wurde es so: ${kindNames[p.kind] ?? p.kind}. Bewertet werden nur ganze Sachen.`,
}
