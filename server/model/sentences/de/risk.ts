import type { QuoteParams, riskSentences } from '../risk-sentences.ts'
import type { Translation } from '../said.ts'
import { count, money } from './words.ts'

const quoting = (text: (marked: string, quote: string) => string) => (p: QuoteParams) =>
  `${text(`(„${p.quote}“)`, p.quote)}${besides(p)}`

function besides({ beside, again }: QuoteParams): string {
  if (beside === 'in-person') return ', allerdings neben Barzahlung oder einem Treffen'
  if (beside === 'for-parts') return ', allerdings wird es für Bastler verkauft'
  return again.length === 0 ? '' : `, und noch einmal: ${again.map((quote) => `„${quote}“`).join(', ')}`
}

export const riskTexts: Translation<typeof riskSentences> = {
  'risk-payment-gift-card': quoting(
    (q) => `Es wird Zahlung per Gutscheinkarte verlangt ${q}, die man nicht zurückholen kann`,
  ),
  'risk-payment-untraceable': quoting(
    (q) => `Es wird eine Zahlung genannt, die man weder zurückholen noch verfolgen kann ${q}`,
  ),
  'risk-payment-wire': quoting((q) => `Es wird eine Zahlung genannt, die man nicht zurückholen kann ${q}`),
  'risk-payment-friends': quoting(
    (q) => `Es wird eine Zahlung wie unter Freunden verlangt ${q}, ohne Käuferschutz`,
  ),
  'risk-payment-app': quoting(
    (_, quote) =>
      `Es wird ${quote} genannt, eine Zahlung außerhalb des Marktplatzes, die man nicht zurückholen kann`,
  ),
  'risk-payment-unseen': quoting((q) => `Das Geld wird verlangt, bevor man die Sache sehen kann ${q}`),
  'risk-payment-advance': quoting((q) => `Das Geld wird im Voraus verlangt ${q}`),
  'risk-deposit': quoting((q) => `Es wird eine Anzahlung verlangt ${q}, bevor man die Sache sehen kann`),
  'risk-courier': quoting(
    (q) => `Zwischen Verkäufer und Käufer steht ein Agent oder Kurier ${q}, wie üblich bei Vorkassebetrug`,
  ),
  'risk-fake-escrow': quoting(
    (q) => `Ein Dritter soll das Geld sicher verwahren ${q}, wie es erfundene Treuhanddienste versprechen`,
  ),
  'risk-free-but-pay': quoting((q) => `Die Sache kostet nichts, doch etwas soll gezahlt werden ${q}`),
  'risk-asks-code': quoting(
    (q) => `Es wird nach einem Code oder Papieren gefragt ${q}, mit denen Konten gestohlen werden`,
  ),
  'risk-seller-away': quoting(
    (q) => `Der Verkäufer soll weg sein ${q}, sodass niemand sich treffen oder die Sache zeigen könnte`,
  ),
  'risk-excuse': quoting(
    (q) => `Es wird eine Geschichte über andere erzählt ${q}, die den Käufer vom Verkäufer fernhält`,
  ),
  'risk-urgency': quoting((q) => `Es wird zur Eile gedrängt ${q}`),
  'risk-assurance': quoting((q) => `Die eigene Ehrlichkeit wird gelobt ${q}`),
  'risk-counterfeit-words': quoting((q) => `Die Wörter sind die einer Fälschung ${q}`),
  'risk-counterfeit-said': quoting((q) => `Es soll nicht echt sein ${q}`),
  'risk-counterfeit-like': quoting((q) => `Es ist wie von einer Luxusmarke ${q}, nicht von ihr`),
  'risk-locked': quoting(
    (q) => `Es ist gesperrt ${q}: Vielleicht nützt es nichts, oder der Verkäufer darf es nicht verkaufen`,
  ),
  'risk-locked-account': quoting(
    (q) => `Es soll gesperrt sein ${q}, und an keinen Anbieter gebunden: vielleicht an ein fremdes Konto`,
  ),
  'risk-no-papers': quoting(
    (q) => `Ein Fahrzeug ohne Papiere ${q} darf der Verkäufer vielleicht nicht verkaufen`,
  ),
  'risk-no-origin': quoting((q) => `Nichts zeigt, woher diese teure Sache kommt ${q}`),

  'risk-contact-hidden': ({ quote }) =>
    `Eine Nummer oder Adresse ist verschleiert („${quote}“), wie um an einem Filter vorbeizukommen`,
  'risk-contact-messenger': ({ messenger }) =>
    `Das Gespräch soll zu ${messenger} wechseln, wo der Marktplatz nichts sieht`,
  'risk-contact-address': ({ domain }) =>
    `Man soll an eine E-Mail-Adresse schreiben (…@${domain}) statt über den Marktplatz`,
  'risk-contact-phone': () =>
    'Im Text steht eine Telefonnummer, was unter Nachbarn üblich ist und wenig sagt',

  'risk-shipping-bulky': ({ quote }) =>
    `Eine sperrige Sache, die nur verschickt wird (${said(quote)}) und vor dem Zahlen nicht zu sehen ist`,
  'risk-shipping-only': ({ quote, isFarBelow }) =>
    `Es wird nur verschickt (${said(quote)}), ist also vor dem Zahlen nicht zu sehen${isFarBelow ? ', für weit weniger, als es wert ist' : ''}`,
  'risk-photo-reused': ({ listings }) =>
    `Ein Foto davon steht auch in ${count(listings, 'anderen Anzeige', 'anderen Anzeigen')}`,
  'risk-photo-stock': ({ isUsed }) =>
    `Gezeigt wird ein Katalogfoto${isUsed ? ' für eine gebrauchte Sache' : ''}, nicht die Sache selbst (0 eigene Fotos)`,
  'risk-photo-few': ({ photos }) =>
    `${photos === 0 ? 'Kein Foto (0)' : `Nur ${count(photos, 'Foto', 'Fotos')}`} von einer teuren Sache`,
  'risk-text-reused': ({ listings }) =>
    `Derselbe Text steht in ${count(listings, 'Anzeige', 'Anzeigen')} an anderen Orten`,
  'risk-text-short': ({ words }) =>
    `Eine teure Sache ist mit ${words === 0 ? '0 Wörtern über den Titel hinaus' : `nur ${count(words, 'Wort', 'Wörtern')}`} beschrieben`,
  'risk-seller-new': ({ days }) => `Das Konto des Verkäufers ist ${age(days)} alt`,
  'risk-seller-unrated': () => 'Der Verkäufer hat 0 Bewertungen',
  'risk-seller-ratings': ({ ratings, stars }) =>
    `${ratings} Bewertungen des Verkäufers ergeben im Schnitt ${String(stars).replace('.', ',')} von 5`,

  'risk-price-unreal': (p) =>
    `${money(p.priceCents, p.currency)} ist kein echter Preis: Der Text nennt ${p.quote}`,
  'risk-price-other': (p) =>
    `${money(p.priceCents, p.currency)} steht neben einem anderen Preis im Text: ${p.quote}`,
  'risk-price-below': (p) =>
    `${money(p.priceCents, p.currency)} ist ${p.belowPct} % unter dem unteren Ende dessen, was ${p.isSold ? 'vergleichbare Verkäufe brachten' : 'vergleichbare Angebote kosten'} (${money(p.lowCents, p.currency)})${p.days === null ? '' : `, und in ${count(p.days, 'Tag', 'Tagen')} hat es niemand genommen`}`,
  'risk-price-new': (p) =>
    `Angeblich neu, doch ${money(p.priceCents, p.currency)} ist ${p.sharePct} % der üblichen ${money(p.usualCents, p.currency)}`,
  'risk-price-implausible': (p) =>
    `${money(p.priceCents, p.currency)} für einen Luxusnamen ist weniger, als echte bringen`,
}

const said = (quote: string | null) => (quote === null ? 'so ist die Anzeige eingestellt' : `„${quote}“`)

function age(days: number): string {
  if (days < 60) return count(Math.floor(days), 'Tag', 'Tage')
  if (days < 730) return count(Math.floor(days / 30.44), 'Monat', 'Monate')
  return count(Math.floor(days / 365.25), 'Jahr', 'Jahre')
}
