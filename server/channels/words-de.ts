import { againstValue, conditionNames } from '../model/sentences/de/words.ts'
import type { Words } from './words-en.ts'

const partNames: Readonly<Record<string, string>> = {
  price: 'Preis',
  profit: 'Gewinn',
  condition: 'Zustand',
  recency: 'Alter der Anzeige',
  distance: 'Entfernung',
  photos: 'Fotos',
  keyword: 'deine Wörter',
}

const bases = { asking: 'verlangten', sold: 'erzielten', mixed: 'verlangten und erzielten' }

/** What a message says around its listings, in German. */
export const germanWords: Words = {
  language: 'de',
  free: 'gratis',
  noPrice: 'kein Preis',
  was: (price) => `(vorher ${price})`,
  score: (score) => `${score} von 100 Punkten`,
  scoreAlone: (score) => `${score} Punkte`,
  scoreOf: (score) => `${score} von 100 Punkten`,
  dealScore: (score) => `${score} von 100 Punkten`,
  dealScoreLine: (score) => `Punkte: ${score} von 100`,
  part: (name) => partNames[name] ?? name,
  more: (count) => `+${count} weitere`,
  moreHere: (count) => `+${count} weitere in Deal Scout`,
  moreNames: (count) => `${count} weitere`,
  matches: (count) => `${count} Treffer`,
  otherRule: 'Andere',
  untitled: 'Ohne Titel',
  on: (marketplace) => `auf ${marketplace}`,
  condition: (condition) => `Zustand: ${condition}`,
  conditionName: (condition) =>
    (conditionNames as Readonly<Record<string, string>>)[condition.replaceAll(' ', '-')] ?? condition,
  fairValue: 'Wert',
  evidence: ({ count, basis, method }) => {
    const kind = bases[basis]
    const weak = method === 'category' ? ', nur aus derselben Kategorie (schwach belegt)' : ''
    return count === 1 ? `aus einem ${kind} Preis${weak}` : `aus ${count} ${kind} Preisen${weak}`
  },
  comparison: againstValue,
  thatIs: (comparison) => `Das ist ${comparison}.`,
  details: 'Mehr dazu',
  sameThing: 'Dasselbe',
  risk: 'Risiko',
  soldAgain: 'Weiterverkauf',
  why: 'Warum',
  listing: 'Anzeige',
  away: (distance) => `${distance} entfernt`,
  posted: (moment) => `Eingestellt ${moment}`,
  postedThere: (moment) => `eingestellt ${moment}`,
  because: (rules, count) => `Wegen ${count === 1 ? 'deines Suchauftrags' : 'deiner Suchaufträge'} ${rules}`,
  quoted: (name) => `„${name}“`,
  caution: (isHigh, reasons) => `${isHigh ? 'Große Vorsicht' : 'Vorsicht'}: ${reasons}.`,
  openListing: 'Anzeige öffnen',
  openHere: 'Deal Scout öffnen',
  seeHere: 'In Deal Scout ansehen',
  change: 'Ändern, worüber du Bescheid bekommst',
  stop: 'Diese E-Mails abbestellen',
  stopByReply: 'Antworte STOP, um diese Nachrichten zu beenden.',
  confirm: 'Bestätigen',
  confirmAddress: 'Diese Adresse bestätigen',
  confirmYours: 'Bestätigen, dass das dir gehört',
  yourCode: 'Dein Code:',
  orOpen: 'Oder öffne',
  toConfirm: 'Zum Bestätigen öffne',
  confirmNotice: 'Wenn du das nicht wolltest, tu nichts: Dann wird dir nichts weiter geschickt.',
  demoNotice: 'DEMO: Diese Angebote sind erfunden. Nichts davon ist zu kaufen.',
  isTest: 'Das ist ein Test: Nachrichten von Deal Scout erreichen dich hier.',
  wereThere: 'Das gab es schon, als du den Suchauftrag gespeichert hast.',
  wentDown: 'Der Preis ist gefallen.',
}
