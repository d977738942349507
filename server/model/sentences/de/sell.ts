import type { Translation } from '../said.ts'
import type { adSentences, taskSentences } from '../sell-sentences.ts'

export const adTexts: Translation<typeof adSentences> = {
  'ad-missing-title': () => 'Der Titel fehlt.',
  'ad-missing-price': () => 'Der Preis fehlt: Sag, was du verlangst.',
  'ad-missing-description': () => 'Die Beschreibung fehlt.',
  'ad-missing-condition': () => 'Das Formular fragt nach dem Zustand: Sag, wie das Ding ist.',
  'ad-missing-brand': () => 'Das Formular fragt nach der Marke: Käufer suchen danach.',
  'ad-missing-place': () =>
    'Das Formular fragt nach dem Ort: Sag in deinem Stil, wo es abgeholt werden kann.',
  'ad-missing-photos': () => 'Das Formular fragt nach Fotos: Mach welche unter „Fotos“.',
  'ad-long-title': (p) => `Der Titel hat ${p.characters} Zeichen; ${p.charactersMax} passen hinein.`,
  'ad-long-description': (p) =>
    `Die Beschreibung hat ${p.characters} Zeichen; ${p.charactersMax} passen hinein.`,
  'ad-email': () => 'Darin steht eine E-Mail-Adresse: Betrüger sammeln sie.',
  'ad-phone': () => 'Darin steht eine Telefonnummer: Betrüger sammeln sie.',
  'ad-link': () => 'Darin steht eine Internetadresse: Marktplätze löschen solche Anzeigen.',
  'ad-other-marketplace': (p) =>
    `Darin steht ${p.name}: Marktplätze löschen Anzeigen, die anderswohin führen.`,
  'ad-authenticity': (p) =>
    `„${p.quote}“ verspricht, was nur der Hersteller sagen kann. Zeig lieber die Rechnung oder die Seriennummer.`,
  'ad-condition-claim': (p) => `„${p.quote}“ ist mehr, als der Zustand sagt, den du dem Ding gegeben hast.`,
  'ad-defect-dropped': (p) =>
    `Darin steht nicht, was fehlt: „${p.defect}“. Käufer schicken zurück, was ihnen verschwiegen wurde.`,
  'ad-contradiction': (p) =>
    p.yours === ''
      ? `Dein Titel lässt „${p.thing}“ weg, was ein anderes Ding daraus macht.`
      : p.thing === ''
        ? `Dein Titel sagt „${p.yours}“, was das Ding nicht ist.`
        : `Dein Titel sagt „${p.yours}“, das Ding ist „${p.thing}“.`,
  'ad-shouting': () => 'Es schreit: Bei Großbuchstaben und Ausrufezeichen blättern Leute weiter.',
  'ad-prohibited': (p) =>
    `Die meisten Marktplätze verbieten, das zu verkaufen: „${p.quote}“. Sieh zuerst in ihre Regeln.`,
  'ad-currency': (p) => `Preise sind dort in ${p.currencies.join(', ')}, deiner ist in ${p.currency}.`,
  'ad-condition-not-sold': () =>
    'Das Formular kennt keinen solchen Zustand: Was nicht geht, wird dort nicht verkauft.',
  'ad-language': (p) =>
    `Anzeigen werden dort auf ${p.language === 'de' ? 'Deutsch' : p.language === 'nl' ? 'Niederländisch' : 'Englisch'} gelesen: Deine eigenen Zeilen bleiben in deinen Worten.`,
  'ad-facts-changed': () =>
    'Was du über das Ding weißt, hat sich geändert, nachdem du diesen Text geschrieben hast: Lies ihn noch einmal oder lass ihn neu schreiben.',
  'ad-stands-already': () =>
    'Dort steht schon eine Anzeige dafür: Eine zweite wird gelöscht und kann dein Konto kosten.',
}

export const taskTexts: Translation<typeof taskSentences> = {
  'task-sold': (p) =>
    `Verkauft auf ${p.place}: ${p.title}. Lösche ${p.count === 1 ? 'die andere Anzeige' : `die ${p.count} anderen Anzeigen`}`,
  'task-still-up': (p) =>
    `Steht noch auf ${p.place}, seit ${p.hours < 48 ? `${p.hours} Stunden` : `${Math.floor(p.hours / 24)} Tagen`} verkauft: ${p.title}`,
  'task-take-down': (p) =>
    p.url === null ? `Lösche sie auf ${p.place}.` : `Lösche sie auf ${p.place}: ${p.url}`,
  'task-end-failed': (p) =>
    `Ließ sich auf ${p.place} nicht beenden und kann dort noch gekauft werden: ${p.title}`,
  'task-end-why': (p) => `${p.reason} Es wird von selbst weiter versucht.`,
  'task-mail-sale': (p) =>
    `Eine Mail von ${p.place} sagt, dass etwas verkauft ist, und nicht sicher, welches deiner Dinge: ${p.title}`,
  'task-mail-answer': () =>
    'Sag unter „Verkaufen“, „Verkäufe“, welches es ist: Bis dahin zählt es nicht, und seine anderen Anzeigen werden nicht beendet.',
  'task-mail-cancelled': (p) =>
    `Eine Mail von ${p.place} sagt, dass eine Bestellung storniert wurde: ${p.title}`,
  'task-mail-look': (p) => `Sieh auf ${p.place} nach, bevor du etwas abschickst. Hier wurde nichts geändert.`,
  'task-done': () => 'Sag es dann unter „Verkaufen“, und du wirst nicht mehr erinnert.',
  'task-oversold': (p) => `Öfter verkauft, als du es hast: ${p.title}`,
  'task-call-off': (p) =>
    `Der neueste Verkauf ist auf ${p.place}: Sag ihn ab oder besorge noch eines. Ein Text für den Käufer steht unter „Verkaufen“.`,
  'task-runs-out': (p) => `Die Anzeige auf ${p.place} läuft am ${p.endsOn} ab: ${p.title}`,
  'task-renew': (p) => (p.url === null ? `Verlängere sie auf ${p.place}.` : `Verlängere sie: ${p.url}`),
}
