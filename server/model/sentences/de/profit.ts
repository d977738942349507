import type { FeesParams, profitSentences } from '../profit-sentences.ts'
import type { Translation } from '../said.ts'
import { landedText } from './score.ts'
import { figure, money } from './words.ts'

export const profitTexts: Translation<typeof profitSentences> = {
  'profit-resale': (p) =>
    `Sollte ${money(p.saleCents, p.currency)} bringen${basisNote(p)}, ${chance(p.chanceBps)} innerhalb von ${p.withinDays} Tagen`,
  'profit-fees': (p) =>
    p.feeCents + p.paymentCents === 0 ? feesText(p) : `${feesText(p)}, ${chance(p.chanceBps)}`,
  'profit-local': () => 'Vor Ort verkauft: nichts zu verschicken',
  'profit-shipping': (p) =>
    `Der Versand kostet ${money(p.shippingCents ?? 0, p.currency)}, ${chance(p.chanceBps)}`,
  'profit-purchase-free': () => 'Umsonst bekommen',
  'profit-purchase': (p) => `Gekauft für ${landedText(p)}`,

  'profit-chance': (p) => {
    const should = `${Math.round(p.chanceBps / 100)} % sollten innerhalb von ${p.withinDays} Tagen verkauft sein`
    if (p.watched === 0) return `${should} (angenommen: Verkäufe dieser Art wurden nicht beobachtet)`
    const seen = `${p.sold} von ${p.watched} beobachteten Anzeigen wurden verkauft`
    return p.isAssumed ? `${should} (größtenteils angenommen: ${seen})` : `${should} (${seen})`
  },

  'profit-unknown-price': () => 'Der Gewinn ist unbekannt: Es ist kein Preis angegeben',
  'profit-unknown-currency': (p) =>
    `Der Gewinn ist unbekannt: Der Preis ist in ${p.currency}, der Wert in ${p.valueCurrency}`,
  'profit-unknown-kind': () => 'Der Gewinn ist unbekannt: So etwas wird nicht weiterverkauft',
  'profit-unknown-value': () => 'Der Gewinn ist unbekannt: Der Wert ist unbekannt, zu wenig Vergleichbares',
  'profit-unknown-shipping': (p) =>
    `Der Gewinn ist unbekannt: Die Versandkosten stehen in ${p.shippingCurrency}, der Wert in ${p.valueCurrency}`,
  'profit-unknown-fees': (p) =>
    `Der Gewinn ist unbekannt: Für ${p.marketplace} (${p.isLocal ? 'vor Ort' : 'mit Versand'}) stehen keine Gebühren in ${p.currency} fest`,
}

function feesText({ marketplace, isLocal, feeCents, paymentCents, currency }: FeesParams): string {
  const where = isLocal ? `${marketplace} (vor Ort)` : marketplace
  if (feeCents + paymentCents === 0) return `${where} nimmt nichts`
  if (feeCents === 0) return `${where} nimmt ${money(paymentCents, currency)} für die Zahlung`
  const payment = paymentCents > 0 ? `, davon ${money(paymentCents, currency)} für die Zahlung` : ''
  return `${where} nimmt ${money(feeCents + paymentCents, currency)}${payment}`
}

const wholeBps = 10_000
const percent = (bps: number) => `${figure(bps / 100)} %`
const chance = (bps: number) => `× ${percent(bps)} für die Aussicht auf einen Verkauf`

function basisNote(p: Parameters<(typeof profitSentences)['profit-resale']>[0]): string {
  if (p.basis === 'sold') return ''
  if (p.basis === 'mixed') return ' (zum Teil aus verlangten Preisen, so wie sie sind)'
  return p.askedBps === wholeBps
    ? ' (verlangte Preise, so wie sie sind)'
    : ` (${percent(p.askedBps)} der ${money(p.askedCents, p.currency)}, die verlangt werden)`
}
