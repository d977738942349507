import type { Translation } from '../said.ts'
import type { sourceSentences } from '../source-sentences.ts'
import { needTexts } from './need.ts'
import { moment } from './words.ts'

/** What a scan that ended so means; what the site answered follows, in its own words. */
const whys: Readonly<Record<string, string>> = {
  blocked: 'Die Website lässt sich zurzeit nicht von Programmen lesen.',
  captcha: 'Die Website will einen Menschen sehen.',
  'rate-limited': 'Die Website bittet darum, seltener zu fragen.',
  'auth-expired': 'Die Website nimmt die Zugangsdaten nicht an.',
  'parse-drift': 'Die Antwort der Website wurde nicht verstanden.',
  unreachable: 'Die Website war nicht zu erreichen.',
}

const patience =
  'Abfragen ruhen und werden von selbst wieder versucht; dauert es an, frage diese Website seltener ab.'
const remedies: Readonly<Record<string, string>> = {
  none: 'Sieh nach, ob Deal Scout mit der Rolle worker läuft und alles in Ordnung ist: /admin/doctor.',
  blocked: patience,
  captcha: patience,
  'rate-limited':
    'Es geht von selbst weiter, sobald die Website es zulässt; weniger Suchaufträge oder größere Abstände fragen weniger.',
  'auth-expired': 'Gib gültige Zugangsdaten ein: Öffne die Quelle unter /sources.',
  'parse-drift': 'Die Website hat sich geändert: Sieh nach, ob es eine neuere Version von Deal Scout gibt.',
  unreachable: 'Sieh nach, ob dieser Rechner online ist und ob die Website im Browser antwortet.',
}

export const sourceTexts: Translation<typeof sourceSentences> = {
  'source-why': ({ outcome, answered }) => {
    if (outcome === null) return 'Abfragen laufen nicht.'
    const why = whys[outcome] ?? 'Die letzte Abfrage ist gescheitert.'
    return answered === null ? why : `${why} Gemeldet wurde: „${answered.replace(/\.$/, '')}“.`
  },
  'source-remedy': ({ outcome }) => remedies[outcome ?? 'none'] ?? remedies.none!,
  'source-unseen': (p) =>
    `Nichts zu sehen seit ${moment(p.since)}: ${sourceTexts['source-why'](p)}${
      p.outcome === null ? ` ${sourceTexts['source-remedy'](p)}` : ''
    }`,
  'message-not-seen': (p) =>
    `Dort war nichts zu sehen seit ${moment(p.since)}. ${sourceTexts['source-why'](p)}`,
  'message-remedy': (p) =>
    `${sourceTexts['source-remedy'](p)}${p.until === null ? '' : ` Der nächste Versuch ist am ${moment(p.until)}.`}`,
  'need-unseen': (p) => needTexts['need-blind']({ ...p, why: sourceTexts['source-unseen'](p) }),
  'source-set-back': () =>
    'Die Uhr wurde zurückgestellt: Wann sie zuletzt gesehen wurde, ist erst nach der nächsten Abfrage bekannt.',
  'source-new': (p) =>
    p.isBrowsed
      ? 'Noch nicht abgefragt.'
      : 'Noch nicht abgefragt: Gesucht wird dort, was deine Suchaufträge wollen.',
  'source-no-marketplace': (p) => `Diese Version hat keinen Marktplatz „${p.marketplace}“.`,
  'source-paused': () => 'Ausgeschaltet.',
  'source-terms': (p) =>
    `Die Bedingungen sind nicht angenommen: Sieh unter /sources nach oder setze ${p.option}=true.`,
}
