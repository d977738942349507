import type { Translation } from '../said.ts'
import type { findingSentences, orderSentences, sellerSentences } from '../sell-sentences.ts'
import { money } from './words.ts'

export const orderTexts: Translation<typeof orderSentences> = {
  'order-cancelled': () => 'Sie wurde dort storniert: nicht verschicken.',
  'order-unpaid': () => 'Sie ist noch nicht bezahlt: nicht verschicken.',
  'order-payment-failed': () =>
    'Die Zahlung ist fehlgeschlagen: nicht verschicken. Der Käufer kann es noch einmal versuchen; gezählt wird sie, wenn sie bezahlt ist.',
  'order-part-refunded': (p) => `${money(p.refundCents, p.currency)} davon gingen an den Käufer zurück.`,
  'order-refund-above': (p) =>
    `${money(p.refundCents, p.currency)} gingen an den Käufer zurück, mehr als die ${money(p.paidCents, p.currency)}, die bezahlt wurden: Sieh auf dem Marktplatz nach.`,
  'order-two-currencies': (p) =>
    `Die Bestellung hat Beträge in ${p.currencies.join(' und ')}: Jeder zählt in seiner Währung, nichts wird umgerechnet.`,
  'order-not-in-stock': () =>
    'Das ist keines deiner Dinge hier: Nimm es in den Bestand auf, sag, welches es ist, oder lass es weg.',
}

export const findingTexts: Translation<typeof findingSentences> = {
  'finding-order-not-in-stock': (p) =>
    `Bestellung ${p.order} ist von etwas, das nicht in deinem Bestand ist: ${p.title}`,
  'finding-order-was-missing': (p) => `Bestellung ${p.order} fehlte hier und wurde übernommen: ${p.title}`,
  'finding-unreadable': (p) => `Nicht gezählt: ${p.reason}`,
  'finding-sale-not-there': (p) =>
    `Bestellung ${p.order} steht in deinen Büchern, und der Marktplatz zeigt sie nicht: ${p.title}`,
  'finding-refund-above': (p) =>
    `Es ging mehr zurück, als bezahlt wurde (${money(p.refundCents, p.currency)} von ${money(p.paidCents, p.currency)}): ${p.title}`,
  'finding-fee-differs': (p) =>
    `Als Gebühr wurden ${money(p.hereCents, p.currency)} erwartet, es waren ${money(p.thereCents, p.currency)}: ${p.title}`,
  'finding-booking-waits': (p) =>
    `${money(p.thereCents, p.currency)} wurden für Bestellung ${p.order} gebucht, die nie kam.`,
  'finding-booking-unknown': (p) =>
    `Gebucht wurden ${money(p.thereCents, p.currency)} (${p.note}); ob das eingenommen oder ausgegeben ist, ist nicht bekannt: Es zählt nicht. Buche es von Hand, wenn es bei dir zählt.`,
  'finding-ended-there': (p) => `Die Anzeige ist dort beendet: ${p.title}`,
  'finding-not-there': (p) => `Die Anzeige steht hier, und dort steht nichts unter ihrer SKU: ${p.title}`,
  'finding-still-there': (p) =>
    `Die Anzeige ist hier beendet und steht dort noch: Lösche sie dort. ${p.title}`,
  'finding-price-differs': (p) =>
    `Dort kostet es ${money(p.thereCents, p.thereCurrency)}, hier ${money(p.hereCents, p.currency)}: ${p.title}`,
  'finding-quantity-differs': (p) => `Dort stehen ${p.there} zum Verkauf, und du hast ${p.here}: ${p.title}`,
  'finding-mail-sale': (p) =>
    `Eine Mail sagt, dass das verkauft ist${p.order === null ? '' : ` (Bestellung ${p.order})`}: ${p.title}. Welches deiner Dinge ist es?${p.suggestion === null ? '' : ` Es könnte sein: ${p.suggestion}`}`,
  'finding-mail-no-price': (p) =>
    `Eine Mail hat diesen Verkauf ohne einen sicheren Betrag gemeldet. Was wurde dafür bezahlt? ${p.title}`,
  'finding-mail-cancelled': (p) =>
    `Eine Mail sagt, dass ${p.order === null ? 'eine Bestellung' : `Bestellung ${p.order}`} storniert wurde: Sieh auf dem Marktplatz nach, und schick vorher nichts ab. ${p.title}`,
}

export const sellerTexts: Translation<typeof sellerSentences> = {
  'task-consent': (p) => `Deine Bestellungen auf ${p.place} können nicht mehr gelesen werden`,
  'task-connect-again': (p) =>
    `${p.reason} Bis dahin werden Verkäufe dort nicht gesehen und andere Anzeigen desselben Dings nicht beendet.`,
}
