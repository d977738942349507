import { kmPerMile } from '../../../core/units.ts'
import type { Translation } from '../said.ts'
import type { AgainstValueParams, LandedParams, scoreSentences } from '../score-sentences.ts'
import { againstValue, conditionNames, count, money, price } from './words.ts'

export const scoreTexts: Translation<typeof scoreSentences> = {
  'score-price-none': () => 'Es ist kein Preis angegeben',
  'score-price-typed': (p) =>
    `${money(p.priceCents, p.currency)} steht dort, wo ein Formular einen Preis will: Das sagt nichts`,
  'score-price-free': () => 'Gratis',
  'score-price-other-currency': (p) =>
    `${landedText(p)} lässt sich mit einem Wert in ${p.valueCurrency} nicht vergleichen`,
  'score-price-alone': (p) => `${landedText(p)}; der Wert ist unbekannt: zu wenig Vergleichbares`,
  'score-price-against-value': (p) => {
    const against = `${againstValue(p.discountPct)} von ${money(p.valueCents, p.currency)} (${evidence(p)})`
    const isWhole = p.totalCents === p.priceCents
    const asked = isWhole ? landedText(p) : price(p.priceCents, p.currency)
    return `${asked}, ${against}${isWhole ? '' : `; zusammen ${landedText(p)}`}`
  },
  'score-profit-not-asked': () => 'Der Weiterverkauf wird nicht betrachtet, deshalb zählt er nicht',
  'score-profit-no-price': () => 'Der Gewinn ist unbekannt: Es ist kein Preis angegeben',
  'score-profit-value-currency': (p) =>
    `Der Gewinn ist unbekannt: Der Preis ist in ${p.currency}, der Wert in ${p.valueCurrency}`,
  'score-profit-no-sale': () => 'Der Gewinn ist unbekannt: Was der Verkauf brächte, ist unbekannt',
  'score-profit-sale-currency': (p) =>
    `Der Gewinn ist unbekannt: Der Preis ist in ${p.currency}, der Verkauf in ${p.saleCurrency}`,
  'score-profit': ({ netCents, landedCents, currency }) => {
    const profitCents = netCents - landedCents
    const net =
      netCents < 0
        ? 'Gebühren und Versand sind mehr, als der Weiterverkauf bringt'
        : `Der Weiterverkauf sollte nach Gebühren und Versand ${money(netCents, currency)} bringen`
    if (profitCents === 0) return `${net}: kein Gewinn bei ${money(landedCents, currency)}`
    const word = profitCents > 0 ? 'Gewinn' : 'Verlust'
    return `${net}: ${money(Math.abs(profitCents), currency)} ${word} bei ${money(landedCents, currency)}`
  },
  'score-condition-unknown': () => 'Der Zustand ist unbekannt',
  'score-condition': ({ condition }) => `Zustand: ${conditionNames[condition]}`,
  'score-posted-unknown': () => 'Wann es eingestellt wurde, ist unbekannt',
  'score-posted': ({ minutes }) => {
    if (minutes < 1) return 'Gerade eben eingestellt'
    if (minutes < 60) return `Vor ${count(minutes, 'Minute', 'Minuten')} eingestellt`
    const hours = Math.floor(minutes / 60)
    if (hours < 48) return `Vor ${count(hours, 'Stunde', 'Stunden')} eingestellt`
    return `Vor ${count(Math.floor(hours / 24), 'Tag', 'Tagen')} eingestellt`
  },
  'score-distance-unknown': () => 'Die Entfernung ist unbekannt, deshalb zählt sie nicht',
  'score-distance': ({ km, units, isShipped }) => {
    const miles = km / kmPerMile
    const away = units === 'mi' ? awayText(miles, 'mi') : awayText(km, 'km', units === 'both' ? miles : null)
    return isShipped ? `${away}, und wird verschickt` : away
  },
  'score-photos': (p) => (p.count > 0 ? count(p.count, 'Foto', 'Fotos') : 'Keine Fotos'),
  'score-keywords-none': () => 'Es wurde nach keinen Wörtern gefragt, deshalb zählen sie nicht',
  'score-keywords': (p) => `${p.sharePct} % der gesuchten Wörter stehen im Titel`,
}

/** "140 $ mit 20 $ für den Versand", "120 $ (Versand unbekannt)". */
export function landedText(p: LandedParams): string {
  const { totalCents, shippingCents, wayCents, wayCurrency, currency } = p
  const known = [
    (shippingCents ?? 0) > 0 && `${money(shippingCents!, currency)} für den Versand`,
    wayCents > 0 && `${money(wayCents, currency)} für den Weg`,
  ].filter((text) => text !== false)
  const missing = [
    shippingCents === null && wayCents === 0 && 'Versand unbekannt',
    wayCurrency !== null && `der Weg ist nicht gezählt: Seine Kosten stehen in ${wayCurrency}`,
  ].filter((text) => text !== false)
  return (
    money(totalCents, currency) +
    (known.length > 0 ? ` mit ${known.join(' und ')}` : '') +
    (missing.length > 0 ? ` (${missing.join('; ')})` : '')
  )
}

/** "12 vergleichbare Angebote, meist 150 $ bis 260 $". */
function evidence(p: AgainstValueParams): string {
  const isSold = p.basis === 'sold'
  const range =
    p.compsLowCents < p.compsHighCents
      ? `, meist ${money(p.compsLowCents, p.currency)} bis ${money(p.compsHighCents, p.currency)}`
      : ''
  if (p.method === 'category') {
    const all = isSold ? count(p.count, 'Verkauf', 'Verkäufe') : count(p.count, 'Angebot', 'Angebote')
    return `schwach: ${all} der ganzen Kategorie${range}`
  }
  const [one, many] = isSold
    ? (['vergleichbarer Verkauf', 'vergleichbare Verkäufe'] as const)
    : (['vergleichbares Angebot', 'vergleichbare Angebote'] as const)
  return count(p.count, one, many) + range
}

function awayText(distance: number, unit: string, miles: number | null = null): string {
  if (distance < 1) return `Weniger als 1 ${unit} entfernt`
  return `${Math.round(distance)} ${unit}${miles === null ? '' : ` (${Math.round(miles)} mi)`} entfernt`
}
