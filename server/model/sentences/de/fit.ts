import { kmPerMile } from '../../../core/units.ts'
import type { fitSentences } from '../fit-sentences.ts'
import type { Translation } from '../said.ts'
import { categories, conditionNames, conditions, figure, kindNames, money, quoted } from './words.ts'

type Params<Code extends keyof typeof fitSentences> = NonNullable<Parameters<(typeof fitSentences)[Code]>[0]>

export const fitTexts: Translation<typeof fitSentences> = {
  'fit-not-looked': (p) => `${figureNames[p.of]} wird erst angesehen, wenn alles andere passt.`,
  'fit-demo': () =>
    'Es ist erfunden: Die Demo ist für den Eigentümer da, und kein Suchauftrag von anderen nimmt ihre Anzeigen.',
  'fit-rule-off': () => 'Der Suchauftrag ist ausgeschaltet.',
  'fit-marketplace': (p) => `Es steht auf ${p.marketplace}, einem der Marktplätze, die du gewählt hast.`,
  'fit-marketplace-other': (p) => `Es steht auf ${p.marketplace}; gewählt hast du ${p.chosen.join(', ')}.`,
  'fit-category': (p) =>
    `Seine Kategorie ist ${categories([p.category])}, eine von denen, die du gewählt hast.`,
  'fit-category-other': (p) =>
    `Seine Kategorie ist ${categories([p.category])}; gewählt hast du ${categories(p.chosen)}.`,
  'fit-condition': (p) =>
    `Sein Zustand ist „${conditionNames[p.condition]}“, einer von denen, die du gewählt hast.`,
  'fit-condition-broken': () => 'Es ist defekt, was als „für Bastler“ zählt.',
  'fit-condition-unknown': (p) => `Sein Zustand ist noch nicht bekannt; du willst: ${conditions(p.chosen)}.`,
  'fit-condition-other': (p) =>
    `Sein Zustand ist „${conditionNames[p.condition]}“; du willst: ${conditions(p.chosen)}.`,

  'fit-price-none': () => 'Es nennt keinen Preis, und du hast eine Preisgrenze gesetzt.',
  'fit-price-currency': (p) => `Sein Preis ist in ${p.currency}, deine Grenze in ${p.limitCurrency}.`,
  'fit-no-rate': (p) =>
    `Sein Preis ist in ${p.currency}, und es gibt keinen Wechselkurs zu deinem ${p.limitCurrency}.`,
  'fit-price': (p) => `${costs(p)}, innerhalb deiner Preisgrenzen.`,
  'fit-price-below': (p) => `${costs(p)}, unter deinem Mindestpreis von ${money(p.limitCents, p.currency)}.`,
  'fit-price-above': (p) => `${costs(p)}, über deiner Grenze von ${money(p.limitCents, p.currency)}.`,

  'fit-all': (p) => `Es hat jedes Wort, das du willst: ${quoted(p.terms)}.`,
  'fit-all-unread': (p) =>
    `In seinem Titel fehlt, was du willst, und seine eigene Seite wurde noch nicht gelesen: ${quoted(p.terms)}.`,
  'fit-all-missing': (p) => `Es fehlt, was du willst: ${quoted(p.terms)}.`,
  'fit-any': (p) => `Von den Wörtern, von denen du mindestens eines willst, hat es ${quoted(p.terms)}.`,
  'fit-any-unread': (p) =>
    `Sein Titel hat keines der Wörter, von denen du mindestens eines willst, und seine eigene Seite wurde noch nicht gelesen: ${quoted(p.terms)}.`,
  'fit-any-missing': (p) =>
    `Es hat keines der Wörter, von denen du mindestens eines willst: ${quoted(p.terms)}.`,
  'fit-none': (p) => `Es hat nichts, was du nicht willst: ${quoted(p.terms)}.`,
  'fit-none-unread': (p) =>
    `Seine eigene Seite, auf der stehen kann, was du nicht willst, wurde noch nicht gelesen: ${quoted(p.terms)}.`,
  'fit-none-found': (p) => `Es hat, was du nicht willst: ${quoted(p.terms)}.`,
  'fit-query': (p) => p.reason,
  'fit-query-unread': () =>
    'Seine eigene Seite, von der dein Ausdruck abhängen kann, wurde noch nicht gelesen.',
  'fit-query-no-time': () =>
    'Dein Ausdruck wurde nicht angesehen: Die deiner Suchaufträge brauchen zusammen zu lange. Frage nach diesem Suchauftrag allein.',
  'fit-query-wrong': (p) => `Dein Ausdruck ist nicht lesbar, deshalb passt nichts zu ihm: ${p.reason}`,

  'fit-place': (p) =>
    `Es ist ${length(p.km)} entfernt, innerhalb deines Umkreises von ${length(p.radiusKm)} um ${p.place}.`,
  'fit-place-outside': (p) =>
    `Es ist ${length(p.km)} entfernt, außerhalb deines Umkreises von ${length(p.radiusKm)} um ${p.place}.`,
  'fit-place-unknown': (p) => `Wo es ist, ist noch nicht bekannt; du willst ${p.places.join('; ')}.`,
  'fit-kind': (p) => `${readAs(p)}; dieser Suchauftrag will: ${named(p)}.`,
  'fit-kind-unread': (p) =>
    `${readAs(p)}, was seine eigene Seite sagen kann; dieser Suchauftrag will: ${named(p)}.`,
  'fit-handover': (p) => `Es kann ${way(p)} werden, wie du es willst.`,
  'fit-handover-unknown': (p) => `Ob es ${way(p)} werden kann, wie du es willst, ist noch nicht bekannt.`,
  'fit-handover-not': (p) => `Es kann nicht ${way(p)} werden, und das willst du.`,

  'fit-seller': (p) => `Es wird von ${quoted(p.terms)} verkauft, von dir gewählt.`,
  'fit-seller-unknown': (p) => `Wer es verkauft, ist nicht bekannt; du willst nur ${quoted(p.terms)}.`,
  'fit-seller-other': (p) =>
    `Es wird von keinem der Verkäufer verkauft, die du gewählt hast: ${quoted(p.terms)}.`,
  'fit-seller-not-unread': (p) =>
    `Wer es verkauft, ist noch nicht bekannt; von ${quoted(p.terms)} willst du nichts.`,
  'fit-seller-not-unknown': () =>
    'Wer es verkauft, ist nicht bekannt, es zählt also als keiner, den du nicht willst.',
  'fit-seller-not': (p) => `Es wird von niemandem verkauft, den du nicht willst: ${quoted(p.terms)}.`,
  'fit-seller-unwanted': (p) => `Es wird von ${quoted(p.terms)} verkauft, und davon willst du nichts.`,

  'fit-risk': (p) => `Sein Risiko ist ${p.figure}, höchstens deine ${p.limit}.`,
  'fit-risk-unread': (p) =>
    `Sein Risiko ist bisher ${p.figure}, höchstens deine ${p.limit}; seine eigene Seite wurde noch nicht gelesen.`,
  'fit-risk-above': (p) => `Sein Risiko ist ${p.figure}, über deinen ${p.limit}.`,
  'fit-discount-no-price': () => 'Es nennt keinen Preis, und du willst einen Mindestnachlass.',
  'fit-discount-no-value': () => 'Sein Wert ist nicht bekannt, und du willst einen Mindestnachlass.',
  'fit-discount': (p) => `${prices(p)}: mindestens deine ${p.discountPct} % weniger.`,
  'fit-discount-below': (p) => `${prices(p)}: nicht deine ${p.discountPct} % weniger.`,
  'fit-confidence-no-value': () => 'Sein Wert ist nicht bekannt, und du willst ihn sicher haben.',
  'fit-confidence': (p) => `Sein Wert ist zu ${p.figure} % sicher, mindestens deine ${p.limit} %.`,
  'fit-confidence-below': (p) => `Sein Wert ist zu ${p.figure} % sicher, weniger als deine ${p.limit} %.`,
  'fit-score': (p) => `Es hat ${p.figure} Punkte, mindestens deine ${p.limit}.`,
  'fit-score-below': (p) => `Es hat ${p.figure} Punkte, weniger als deine ${p.limit}.`,
  'fit-landed-none': () => 'Es nennt keinen Preis, und du hast eine Grenze mit Versand und Weg gesetzt.',
  'fit-landed': (p) => `${landed(p)}, höchstens deine ${money(p.limitCents, p.currency)}.`,
  'fit-landed-above': (p) => `${landed(p)}, über deinen ${money(p.limitCents, p.currency)}.`,
  'fit-profit-currency': (p) => `Sein Preis ist in ${p.currency}, dein Mindestgewinn in ${p.limitCurrency}.`,
  'fit-profit-unknown': () =>
    'Was ein Weiterverkauf bringt, ist nicht bekannt, und du willst einen Mindestgewinn.',
  'fit-profit': (p) => `${brings(p)}, mindestens deine ${money(p.limitCents, p.currency)}.`,
  'fit-profit-below': (p) => `${brings(p)}, weniger als deine ${money(p.limitCents, p.currency)}.`,
}

const figureNames = {
  score: 'Die Punktzahl',
  landed: 'Der Preis mit Versand und Weg',
  profit: 'Der erwartete Gewinn',
} as const

const costs = (p: Params<'fit-price'>) =>
  p.priceCents === 0 ? 'Es ist gratis' : `Es kostet ${counted(p.priceCents, p)}`
const prices = (p: Params<'fit-discount'>) =>
  `Es kostet ${money(p.priceCents, p.currency)}, angemessen wären ${money(p.valueCents, p.currency)}`
const landed = (p: Params<'fit-landed'>) => `Mit Versand und Weg kostet es ${counted(p.landedCents, p)}`
const brings = (p: Params<'fit-profit'>) => `Ein Weiterverkauf sollte ${counted(p.profitCents, p)} bringen`
const way = ({ handover }: Params<'fit-handover'>) => (handover === 'local' ? 'abgeholt' : 'verschickt')
const named = ({ wanted }: Params<'fit-kind'>) => wanted.map((kind) => kindNames[kind]).join(' oder ')
const readAs = ({ kind, isDoubtful }: Params<'fit-kind'>) =>
  isDoubtful ? 'Es kann die Sache selbst sein oder nicht' : `Es wird so gelesen: ${kindNames[kind]}`
const length = (km: number) => `${figure(km)} km (${figure(km / kmPerMile)} mi)`

function counted(
  cents: number,
  { currency, statedCents, statedCurrency, rate, rateDay }: Omit<Params<'fit-price'>, 'priceCents'>,
): string {
  const own = money(cents, currency)
  if (statedCents === undefined || statedCurrency === undefined || rate === undefined) return own
  return `${money(statedCents, statedCurrency)}, etwa ${own} (${rateText(rate, statedCurrency, currency)}, ${rateDay})`
}

/** „1 USD = 10,52 SEK“: von der, die mehr wert ist. */
export function rateText(rate: number, from: string, to: string): string {
  const [one, figure, other] = rate >= 1 ? [from, rate, to] : [to, 1 / rate, from]
  return `1 ${one} = ${Number(figure.toPrecision(5)).toLocaleString('de')} ${other}`
}
