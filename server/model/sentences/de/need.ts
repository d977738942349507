import type { needSentences } from '../need-sentences.ts'
import type { Translation } from '../said.ts'

export const needTexts: Translation<typeof needSentences> = {
  'need-blind': (p) =>
    `${p.count === 1 ? `${p.name} zeigt nichts` : `${p.count} Quellen zeigen nichts, darunter ${p.name}`}: ${p.why ?? 'Warum, ist nicht bekannt.'}`,
  'need-jobs': (p) =>
    `${p.count === 1 ? 'Eine Aufgabe im Hintergrund wurde' : `${p.count} Aufgaben im Hintergrund wurden`} aufgegeben: siehe /admin/jobs.`,
  'need-deliveries': (p) =>
    `${p.count === 1 ? 'Eine Nachricht dieser Woche kam' : `${p.count} Nachrichten dieser Woche kamen`} nicht an: Sieh dir den Weg an und sende noch einmal.`,
  'need-source': () => 'Kein Marktplatz ist verbunden: Verbinde eine Quelle.',
  'need-rule': () => 'Du hast keinen Suchauftrag: Sag, was du suchst.',
  'need-channel': () =>
    'Bescheid bekommst du nur unter Nachrichten: Richte einen Weg ein, der dich erreicht.',
  'need-home': () => 'Wo du wohnst, ist nicht bekannt: Ohne das gibt es keine Entfernungen.',
}
