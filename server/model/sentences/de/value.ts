import type { OfferKind } from '../../offer/kinds.ts'
import type { Translation } from '../said.ts'
import { isOwnGeneration, parts, storageWords, type valueSentences } from '../value-sentences.ts'
import { categories, conditionNames, kindNames, money } from './words.ts'

const surenesses = {
  'quite-sure': 'recht sicher',
  'fairly-sure': 'ziemlich sicher',
  'rough-guide': 'ein grober Anhalt',
  guess: 'kaum mehr als geraten',
}

export const valueTexts: Translation<typeof valueSentences> = {
  'value-is': (p) => {
    const amount = (cents: number) => money(cents, p.currency)
    const what = p.method === 'similar' ? 'ähnlichen Anzeigen' : 'Anzeigen der ganzen Kategorie'
    const basis = { asking: 'alle verlangt', sold: 'alle verkauft', mixed: 'verlangt und verkauft' }[p.basis]
    const days = p.newestDays === p.oldestDays ? String(p.newestDays) : `${p.newestDays} bis ${p.oldestDays}`
    const seen =
      p.compsLowCents === null || p.compsHighCents === null || p.compsLowCents === p.compsHighCents
        ? ''
        : `meist für ${amount(p.compsLowCents)} bis ${amount(p.compsHighCents)}, `
    return (
      `${amount(p.midCents)} ${p.isSold ? 'sollte es beim Verkauf bringen' : 'werden meist verlangt'}, ` +
      `8 von 10 zwischen ${amount(p.lowCents)} und ${amount(p.highCents)}; aus ${p.count} ${what} ` +
      `(${seen}${basis}, ${days} Tage alt): ${surenesses[p.sureness]} (zu ${p.confidencePct} % sicher).`
    )
  },
  'value-understood': (p) => {
    const named = [p.brand, p.model].filter((part) => part !== null).join(' ')
    return parts([
      named === '' && p.terms.length > 0 && p.terms.join(' '),
      named === '' ? 'Hersteller nicht erkannt' : named,
      isOwnGeneration(p) && `Generation ${p.generation}`,
      p.storageGb > 0 && storageWords(p.storageGb),
      p.year > 0 && String(p.year),
      p.size !== null && `Größe ${p.size}`,
      p.material,
      p.quantity > 1 && `${p.quantity} Stück`,
      p.kinds.length > 0 && p.kinds.map((kind) => kindNames[kind as OfferKind] ?? kind).join(', '),
      p.condition !== null && `Zustand: ${conditionNames[p.condition]}`,
      p.category === null ? 'Kategorie unbekannt' : `Kategorie: ${categories([p.category])}`,
    ])
  },
  'value-sale-ratio': ({ percent }) =>
    percent === 0
      ? 'So etwas wird etwa für das verkauft, was verlangt wird.'
      : `So etwas wird für etwa ${Math.abs(percent)} % ${percent < 0 ? 'weniger' : 'mehr'} verkauft, als verlangt wird.`,
  'value-note-condition': (p) =>
    `Der Zustand „${p.given}“ ist nicht bekannt und zählt als unbekannt. Möglich sind: neu, wie neu, sehr gut, gut, in Ordnung, schlecht oder für Bastler.`,
  'value-note-demo': () => 'Nach erfundenen Anzeigen der Demo: Nichts Wirkliches ist das wert.',
  'value-note-other-models': () =>
    'Nichts Vergleichbares ist von genau diesem Modell: Die Spanne ist die von anderen und sagt wenig.',
  'value-note-other-names': () =>
    'Nichts Vergleichbares heißt so: Die Spanne ist die von anderen und sagt wenig.',
  'value-note-category': () =>
    'Nichts ist ähnlich genug: Das ist die Spanne der ganzen Kategorie. Marke und Modell helfen.',
  'value-note-wide': () =>
    'Die Wörter passen auf Verschiedenes, deshalb ist es die Spanne von allem davon. Modell, Größe, Speicher oder Jahr würden sie enger machen.',
  'value-note-unlearned': () =>
    'Was Einzelheiten wert sind, ist noch nicht gelernt (zu wenige Preise, oder es wird gerade gelernt): Verglichen wird nur nach dem Zustand.',
  'value-note-pieces': (p) => {
    const all = `Der Wert ist für alle ${p.quantity} Stück zusammen`
    if (p.perComp === null) return `${all}, wie beim Vergleichbaren.`
    return p.perComp === 1
      ? `${all}: das ${p.quantity}-Fache eines einzelnen, wie es das Vergleichbare ist.`
      : `${all}; das Vergleichbare hat ${p.perComp} Stück und ist darauf umgerechnet.`
  },
  'value-note-lot': () => 'Der Wert ist für alles zusammen.',
  'value-note-accessory': () => 'Dem Titel nach ist es Zubehör oder ein Teil und als solches bewertet.',
  'value-note-old': (p) =>
    `Das neueste Vergleichbare ist ${p.days} Tage alt: Der Markt kann sich bewegt haben.`,
}
