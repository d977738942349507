import type { ProblemCode } from '../../../core/problem-codes.ts'
import { mailboxTexts } from './mailbox.ts'

type Facts = Readonly<Record<string, unknown>>

/** What may be spent, behind "mehr, als". */
const aiCaps: Readonly<Record<string, string>> = {
  'person-day-cents': 'du an einem Tag ausgeben darfst',
  'person-month-cents': 'du in einem Monat ausgeben darfst',
  'house-month-cents': 'alle hier zusammen in einem Monat ausgeben dürfen',
  'person-day-tokens': 'du an einem Tag an Tokens brauchen darfst',
  'house-month-tokens': 'alle hier zusammen in einem Monat an Tokens brauchen dürfen',
}

/**
 * What a problem says in German, by its code. `english` is its own sentence, for those that tell what only happened once: it
 * stands behind what the kind is. What is not here is said in English alone; problems.test.ts counts both.
 */
export const germanProblems: Partial<
  Readonly<Record<ProblemCode, (params: Facts, english: string) => string>>
> = {
  'bad-cursor': () =>
    'Diese Stelle der Liste gibt es nicht mehr. Lade die Seite neu, um von vorn zu beginnen.',
  'ai-off': () =>
    'Hier beschreibt niemand Fotos: Der Betreiber hat es nicht eingerichtet (AI_PROVIDER). Alles andere geht auch ohne.',
  'ai-not-agreed': () =>
    'Nichts von dir wird gesendet, bevor du zustimmst: unter „Wie deine Anzeigen geschrieben sind“, oder mit deal-scout sell ai --agree.',
  'ai-other-recipient': () =>
    'Es ginge inzwischen an jemand anderen: Sieh noch einmal nach, wem du zustimmst.',
  'ai-asked-already': () => 'Dasselbe wird gerade gefragt: Warte darauf.',
  'ai-cap-too-small': ({ cap }) =>
    `Eine Beschreibung kann mehr kosten, als ${aiCaps[String(cap)] ?? 'erlaubt ist'}: Der Betreiber muss das anheben.`,
  'ai-cap-reached': ({ cap, until }) =>
    `Eine Beschreibung mehr könnte mehr kosten, als ${aiCaps[String(cap)] ?? 'erlaubt ist'}: Frage ab ${until} wieder. Nichts wurde gesendet.`,
  'ai-busy': ({ until }) => `Der Anbieter bittet, bis ${until} zu warten: Frage dann wieder.`,
  'offer-gone': () => 'Das wird nicht mehr angeboten: Sieh noch einmal nach.',
  'photos-being-read': () => 'Die Fotos werden noch gelesen: Frage, wenn das fertig ist.',
  'bad-request': (_, english) => `Die Anfrage ist nicht lesbar: ${english}`,
  'confirm-link-invalid': () =>
    'Dieser Link ist unvollständig oder wurde verändert: Öffne ihn noch einmal aus der Nachricht oder fordere einen neuen an.',
  'malformed-json': () => 'Was gesendet wurde, ist kein JSON.',
  'unknown-parameter': (_, english) => `Die Adresse hat Angaben, die es hier nicht gibt: ${english}`,
  'unsubscribe-link-invalid': () =>
    'Dieser Link zum Abbestellen ist unvollständig oder wurde verändert: Öffne ihn noch einmal aus der Nachricht oder schalte den Weg in den Einstellungen aus.',
  'invalid-code': () => 'Der Code ist falsch oder wurde schon benutzt: Nimm den nächsten, den die App zeigt.',
  'passkey-refused': () =>
    'Der Passkey wurde nicht angenommen: Nimm einen, der zu diesem Konto gehört, oder melde dich mit dem Passwort an.',
  'passkey-too-late': () => 'Das hat zu lange gedauert: Fange noch einmal an.',
  'passkey-unverified': () =>
    'Dein Gerät muss nach PIN, Finger oder Gesicht fragen: Richte das dort ein oder nimm ein anderes.',
  'invalid-password': () => 'Das Passwort ist falsch.',
  'invalid-email-or-password': () => 'E-Mail-Adresse oder Passwort ist falsch.',
  'listing-not-stored': ({ marketplace }) =>
    `Dieses Angebot bei ${marketplace} wurde hier noch nicht gesehen. Beobachte es, dann wird seine Seite gelesen, sobald das geht.`,
  'unknown-selling-place': () =>
    'Dort lässt sich keine Anzeige über eine API einstellen: Nimm einen der Marktplätze, bei denen es geht, und eine ihrer Seiten.',
  'unknown-posting-place': () =>
    'Wie Anzeigen dort geschrieben werden, ist nicht bekannt: Nimm einen der Marktplätze, für die es bekannt ist.',
  'unknown-site': ({ sites }) =>
    `Unter dieser Adresse ist kein Angebot bekannt, und sie gehört zu keiner der Seiten, deren Links gelesen werden (${sites}). Kopiere die Adresse der Seite eines Angebots oder frage mit seinem Titel.`,
  'not-signed-in': () => 'Du bist nicht angemeldet: Melde dich an.',
  'sign-in-not-begun': () => 'Keine Anmeldung wartet auf einen Code: Fange noch einmal an.',
  'account-disabled': () => 'Dieses Konto ist ausgeschaltet: Frage einen Admin.',
  'email-not-verified': () => 'Die E-Mail-Adresse ist noch nicht bestätigt: Öffne den Link, der an sie ging.',
  'csrf-token-missing': () => 'Diese Seite ist zu alt: Lade sie neu und sende noch einmal.',
  'foreign-origin': () => 'Anfragen von anderen Webseiten werden abgelehnt.',
  'key-not-enough': () => 'Das geht nicht mit einem Schlüssel: Melde dich an.',
  'role-missing': () => 'Dafür reichen deine Rechte nicht: Frage einen Admin.',
  'scope-missing': () => 'Dafür reichen die Rechte dieses Schlüssels nicht.',
  'passkey-wanted': () =>
    'Ein Passwort reicht hier nicht: Melde dich mit deinem Passkey an. Wer ihn verloren hat, fragt einen Admin.',
  'second-factor-missing': () => 'Es fehlt noch der Code: Gib ihn ein.',
  'session-not-fresh': () =>
    'Zeige noch einmal, dass du es bist, mit deinem Passwort oder einem Code. Das gilt fünf Minuten.',
  'sign-up-closed': () => 'Neue Konten gibt es hier nur auf Einladung: Frage einen Admin.',
  'link-not-good': () =>
    'Dieser Link gilt nicht mehr: Er wurde benutzt, durch einen neueren ersetzt oder ist zu alt. Fordere einen neuen an.',
  'no-such-route': () => 'Unter dieser Adresse gibt es nichts.',
  'not-found': ({ what }) =>
    nouns[String(what)] === undefined
      ? 'Das gibt es nicht, oder nicht mehr.'
      : `${nouns[String(what)]} gibt es nicht.`,
  'photos-off': () => 'Fotos dieses Marktplatzes werden hier nicht gezeigt.',
  'no-photo': () => 'Dieses Foto gibt es nicht.',
  'photo-unusable': () => 'Dieses Foto lässt sich nicht zeigen.',
  'request-timeout': () => 'Die Anfrage kam zu langsam: Sende sie noch einmal.',
  'already-set-up': () => 'Dieses Deal Scout hat schon jemand eingerichtet.',
  'account-exists': () => 'Unter dieser Adresse gibt es schon ein Konto: Melde dich an.',
  'is-owner': () => 'Wem dieses Deal Scout gehört, der bleibt sein Eigentümer.',
  'last-admin': () => 'Das ist der letzte Admin, der sich anmelden kann: Mache erst einen anderen dazu.',
  'no-mail': () => 'Dafür braucht es E-Mail, und die ist hier nicht eingerichtet.',
  'no-passkeys-here': (_, english) => `Unter dieser Adresse gehen keine Passkeys: ${english}`,
  'too-many-passkeys': () => 'Es gibt schon so viele Passkeys, wie es sein dürfen: Entferne erst einen.',
  'second-factor-closed': () =>
    'Der Schlüssel zu deinen Codes ist verloren: Nimm einen Wiederherstellungscode oder frage einen Admin.',
  'second-factor-off': () => 'Es sind keine Codes eingerichtet.',
  'second-factor-on': () => 'Nach Codes wird schon gefragt: Schalte sie erst aus.',
  'not-set-up': () => 'Hier meldet sich noch niemand an: Werde erst der Eigentümer.',
  'one-owner': () => 'Es gibt einen Eigentümer; ein Admin darf dasselbe.',
  'account-changed': ({ name, role, suspended }) =>
    `Jemand anderes hat ${name} inzwischen geändert: Die Rolle ist jetzt ${roleNames[String(role)] ?? role}${suspended === 1 ? ', und das Konto ist gesperrt' : ''}. Von dir wurde nichts geändert: Sieh es dir an, und ändere es noch einmal, wenn es noch gewünscht ist.`,
  'no-backup-folder': () =>
    'Für Sicherungen ist kein Ordner gesetzt. Setze BACKUP_FOLDER oder BACKUP_S3_URL und starte Deal Scout neu, oder führe aus: deal-scout backup --to FOLDER.',
  'backup-encrypted': () =>
    'Sicherungen sind hier verschlüsselt, und der Schlüssel ist nicht auf diesem Rechner. Wo er ist: deal-scout backup --verify FOLDER --identity FILE.',
  'backup-under-way': () => 'Das ist schon verlangt und im Gange: Warte, bis es fertig ist.',
  'rule-changed': () =>
    'Dieser Suchauftrag wurde inzwischen geändert, in einem anderen Fenster oder von einem Programm: Sieh ihn dir an, wie er jetzt ist, und speichere dann noch einmal.',
  'already-followed': () => 'Du beobachtest diese Anzeige schon.',
  'item-has-sales': () =>
    'Davon gibt es Verkäufe, und die bleiben in deinen Büchern: Lege es stattdessen beiseite, als behalten oder verloren.',
  'item-is-posted': () =>
    'Die Anzeige steht auf einem Marktplatz und wurde von hier eingestellt: Beende sie erst.',
  'order-is-sale': () =>
    'Diese Bestellung ist schon ein Verkauf in deinen Büchern: Storniere stattdessen den.',
  'sale-unpaid': () => 'Das ist noch nicht bezahlt: Schicke es, sobald es bezahlt ist.',
  'finding-by-hand': () =>
    'Das lässt sich nicht von hier beheben: Sieh es dir auf dem Marktplatz an und lege es dann beiseite.',
  'order-unreadable': () =>
    'Diese Bestellung hat Beträge, die sich nicht zählen lassen: Sieh sie dir auf dem Marktplatz an.',
  'order-no-sale': () =>
    'Die Bestellung wurde storniert, oder ihre Zahlung ist gescheitert: Es gibt keinen Verkauf zu buchen.',
  'rates-not-allowed': () =>
    'Diese Installation fragt die Europäische Zentralbank nicht nach Wechselkursen: Setze EXCHANGE_RATES=ecb, oder gib sie ein.',
  'rates-not-fetched': () =>
    'Die Wechselkurse konnten nicht geholt werden. Die von vorher bleiben: Versuche es später, oder gib sie ein.',
  'post-by-api': () =>
    'Diese Anzeige wurde von hier über eine Schnittstelle eingestellt: Ändere Preis und Anzahl dort, oder beende sie.',
  'not-checked': () => 'Prüfe die Anzeige erst und warte, bis die Gebühren da sind.',
  'ad-changed': () => 'Die Anzeige wurde seit der Prüfung geändert: Prüfe sie noch einmal.',
  'not-confirmed-now': () =>
    'Diese Bestätigung ist verbraucht oder abgelaufen: Sieh dir die Gebühren noch einmal an.',
  'ad-stands-there': () =>
    'Die Anzeige steht dort schon, oder vielleicht: Ändere dort Preis und Anzahl, oder beende sie erst.',
  'ad-not-live': () => 'Die Anzeige steht dort nicht: Veröffentliche sie erst.',
  'marketplace-refused': (_, english) => `Der Marktplatz lehnt es ab: ${english}`,
  'item-sold': () =>
    'Es ist verkauft: Davon ist nichts mehr einzustellen. Erhöhe die Anzahl, wenn du mehr davon hast.',
  'sale-of-another-item': () =>
    'Diese Bestellnummer gehört schon zum Verkauf eines anderen Gegenstands: Gib jedem Gegenstand einer Bestellung eine eigene.',
  'sale-state': () => 'Das kann aus diesem Verkauf nicht mehr werden.',
  'too-many-items': () =>
    'Du hast so viele Gegenstände, wie es sein dürfen: Lösche einige, die nie verkauft wurden.',
  'channel-has-one-target': () => 'Davon gibt es nur ein Ziel.',
  'target-exists': () => 'Ein anderes Ziel führt schon dorthin: Niemand bekommt zweimal Bescheid.',
  'too-many-targets': () => 'Es gibt schon so viele Ziele, wie es sein dürfen: Ändere oder entferne eines.',
  'channel-not-set-up': () => 'Das ist noch nicht eingerichtet: Fülle es erst aus.',
  'channel-settings-closed': () =>
    'Diese Einstellungen lassen sich nicht mehr öffnen: Gib alle noch einmal ein, oder der Betreiber bringt den Schlüssel zurück.',
  'channel-unavailable': () => 'Das gibt es in dieser Fassung nicht: Nimm einen anderen Weg.',
  'confirmation-not-sent': (_, english) => `Der Code konnte nicht gesendet werden: ${english}`,
  'demo-source': () =>
    'Die Demo macht Deal Scout selbst: Verbinde eine echte Quelle oder setze DEAL_SCOUT_DEMO=off.',
  'no-confirmation-needed': () => 'Es gibt nichts zu bestätigen.',
  'not-confirmed': (_, english) => `Nicht bestätigt: ${english}`,
  'not-in-a-cluster': () => 'Diese Anzeige gilt mit keiner anderen als dasselbe.',
  'source-not-readable': (_, english) => `Die Quelle lässt sich nicht lesen: ${english}`,
  'source-settings-closed': () =>
    'Die Einstellungen der Quelle lassen sich nicht mehr öffnen: Gib alle noch einmal ein, oder der Betreiber bringt den Schlüssel zurück.',
  'account-not-connected': () => 'Es ist kein Konto verbunden: Verbinde erst dein Konto beim Marktplatz.',
  'account-needs-consent': () =>
    'Die Zustimmung ist abgelaufen: Verbinde das Konto beim Marktplatz noch einmal.',
  'accounts-not-set-up': (_, english) => `Konten lassen sich noch nicht verbinden: ${english}`,
  'source-unavailable': () => 'Diesen Marktplatz gibt es in dieser Fassung nicht: Nimm einen anderen.',
  'mailbox-not-read': ({ problem }) =>
    mailboxTexts[`mailbox-${problem}` as keyof typeof mailboxTexts]?.(undefined) ??
    'Das Postfach lässt sich nicht lesen.',
  'too-many-mailboxes': () => 'Es gibt schon so viele Postfächer, wie es sein dürfen: Entferne eines.',
  'template-exists': () => 'Eine Vorlage mit diesem Namen gibt es schon: Wähle einen anderen.',
  'terms-not-accepted': () =>
    'Die Bedingungen dieses Marktplatzes sind nicht angenommen: Lies sie und nimm sie unter den Quellen an.',
  'terms-set-by-option': () =>
    'Die Bedingungen sind durch eine Option angenommen: Zurückgenommen wird das dort, wo Deal Scout gestartet wird.',
  'too-early': (_, english) => `Das kam zu früh: ${english}`,
  'too-many-templates': () => 'Es gibt schon so viele Vorlagen, wie es sein dürfen: Lösche eine.',
  'too-many-views': () => 'Es gibt schon so viele gespeicherte Ansichten, wie es sein dürfen: Lösche eine.',
  'too-many-watches': () =>
    'Du beobachtest so viele Anzeigen, wie es sein dürfen: Beende das bei einigen, die vorbei sind.',
  'view-exists': () => 'Eine Ansicht mit diesem Namen gibt es schon: Wähle einen anderen.',
  'body-too-large': () => 'Das ist zu groß: Sende weniger auf einmal.',
  'address-too-long': () => 'Ein Teil der Adresse ist zu lang.',
  'foreign-host': (_, english) => `Unter diesem Namen antwortet dieses Deal Scout nicht: ${english}`,
  'password-guessable': () =>
    'Das Passwort ist zu leicht zu erraten oder steht in einer Liste gestohlener: Nimm ein längeres.',
  'bad-input': (_, english) => `Etwas davon ist nicht gültig: ${english}`,
  'too-many-tries': () => 'Zu viele Versuche, die nicht stimmten: Warte eine Weile.',
  'no-photos': () =>
    'Davon sind noch keine Fotos fertig: Füge welche hinzu, oder warte, bis sie gelesen sind.',
  'photo-has-item': () => 'Das Foto gehört schon zu einem Ding: Nimm es dort erst weg.',
  'photo-too-large': () => 'Die Datei ist größer als 40 MB: Speichere das Bild kleiner, und sende das.',
  'too-many-photos': () => 'Du hast so viele Fotos, wie es sein dürfen: Lösche einige.',
  'uploads-under-way': () => 'Es werden schon Fotos gesendet: Sende dieses, wenn eines davon angekommen ist.',
  'imports-under-way': () => 'Es laufen schon Importe: Sende diesen, wenn einer fertig ist.',
  'too-many-requests': () => 'Das war mehr, als in einer Minute erlaubt ist: Warte einen Moment.',
  'too-many-streams': () => 'Es sind zu viele Fenster offen: Schließe eines.',
  'internal-error': () => 'Hier ist etwas schiefgegangen. Im Protokoll steht unter dieser Anfrage mehr dazu.',
  'photo-away': () => 'Das Foto ist gerade nicht zu bekommen: Versuche es später noch einmal.',
  'marketplace-no-answer': (_, english) => `Der Marktplatz hat nicht klar geantwortet: ${english}`,
  'marketplace-away': (_, english) => `Der Marktplatz ist gerade nicht erreichbar: ${english}`,
  'leaked-passwords-away': () =>
    'Ob dieses Passwort gestohlen wurde, lässt sich gerade nicht nachsehen: Bitte den Betreiber, die Diagnose anzusehen (/admin/doctor).',
  'database-away': () => 'Die Datenbank antwortet gerade nicht: Versuche es gleich noch einmal.',
  overloaded: () => 'Deal Scout hat gerade mehr zu tun, als es kann: Versuche es gleich noch einmal.',
  'redis-away': () => 'Redis antwortet gerade nicht: Versuche es gleich noch einmal.',
  stopping: () => 'Deal Scout wird gerade beendet: Sende alles noch einmal, wenn es wieder läuft.',
}

const roleNames: Readonly<Record<string, string>> = {
  owner: 'Eigentümer',
  admin: 'Admin',
  member: 'Mitglied',
  viewer: 'Zuschauer',
}

/** What there is none of, with its article. */
const nouns: Readonly<Record<string, string>> = {
  account: 'Dieses Konto',
  backup: 'Diese Sicherung',
  invitation: 'Diese Einladung',
  'change that can still be taken back': 'Eine Änderung, die sich noch zurücknehmen lässt,',
  channel: 'Diesen Weg',
  cluster: 'Diese Gruppe',
  'connected account': 'Dieses verbundene Konto',
  key: 'Diesen Schlüssel',
  listing: 'Diese Anzeige',
  'listing at this address': 'Eine Anzeige unter dieser Adresse',
  'match of this rule': 'Diesen Treffer',
  'message template': 'Diese Vorlage',
  message: 'Diese Nachricht',
  notification: 'Diese Nachricht',
  passkey: 'Diesen Passkey',
  rule: 'Diesen Suchauftrag',
  'saved view': 'Diese Ansicht',
  session: 'Diese Anmeldung',
  source: 'Diese Quelle',
  thing: 'Das',
  watch: 'Diese Beobachtung',
}

/** What is wrong with a field, by the code of its reason; the others are said in English. */
export const germanFieldReasons: Readonly<Record<string, (params: Facts) => string>> = {
  'invalid-type': ({ expected }) =>
    expected === 'undefined' ? 'darf hier nicht stehen' : 'ist von der falschen Art oder fehlt',
  'too-small': ({ minimum, origin, inclusive }) => {
    if (origin === 'string')
      return minimum === 1 ? 'darf nicht leer sein' : `braucht mindestens ${minimum} Zeichen`
    if (origin === 'array' || origin === 'set') return `braucht mindestens ${minimum} Einträge`
    return inclusive === false ? `muss größer als ${minimum} sein` : `muss mindestens ${minimum} sein`
  },
  'too-big': ({ maximum, origin, inclusive }) => {
    if (origin === 'string') return `darf höchstens ${maximum} Zeichen haben`
    if (origin === 'array' || origin === 'set') return `darf höchstens ${maximum} Einträge haben`
    return inclusive === false ? `muss kleiner als ${maximum} sein` : `darf höchstens ${maximum} sein`
  },
  'invalid-format': () => 'ist nicht so geschrieben, wie es hier sein muss',
  'invalid-value': () => 'ist keiner der möglichen Werte',
  'unrecognized-keys': ({ keys }) => `hat etwas, das es hier nicht gibt: ${[keys].flat().join(', ')}`,
  'not-multiple-of': ({ divisor }) => `muss ein Vielfaches von ${divisor} sein`,
  'ad-not-chosen': () => 'ist noch zu wählen',
  'ad-no-photo': () => 'fehlen: mindestens eines',
  'ad-costs-nothing': () => 'ist null: dafür lässt es sich nicht verkaufen',
  'ad-other-currency': ({ currency, site, takes }) => `ist in ${currency}: ${site} nimmt ${takes}`,
  'ad-more-than-left': ({ left }) => `ist mehr als die ${left}, die du hast`,
  'ad-offers-as-price': () => 'nimmt Angebote an, die so hoch sind wie der Preis',
  'ad-offers-refused': () => 'lehnt jedes Angebot unter dem Preis ab',
  'ad-offers-cross': () => 'lehnt Angebote ab, die angenommen würden',
  'ad-asked-for': () => 'wird in dieser Kategorie verlangt',
  'ad-too-many-values': ({ most }) => `nimmt höchstens ${most}`,
  'ad-other-value': ({ value }) => `nimmt diesen Wert nicht: ${value}`,
  'ad-condition-not-taken': () => 'wird in dieser Kategorie nicht angenommen',
  'ad-choice-gone': () => 'gibt es nicht mehr: wähle etwas anderes',
  'ad-weight-asked-for': () => 'wird von den Versandbedingungen verlangt, die nach Gewicht rechnen',
}
