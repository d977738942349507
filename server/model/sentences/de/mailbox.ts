import type { mailboxSentences } from '../mailbox-sentences.ts'
import type { Translation } from '../said.ts'

export const mailboxTexts: Translation<typeof mailboxSentences> = {
  'mailbox-unknown-host': () =>
    'Einen Mailserver mit diesem Namen gibt es nicht: Prüfe den Namen des Servers.',
  'mailbox-private-host': () =>
    'Dieser Name führt in ein privates Netz. Wer dieses Deal Scout betreibt, kann das mit MAILBOX_ALLOW_PRIVATE_NETWORK erlauben.',
  'mailbox-host-not-allowed': () =>
    'Wer dieses Deal Scout betreibt, erlaubt keine Verbindung zu diesem Mailserver (DEAL_SCOUT_OUTBOUND_HOSTS, DEAL_SCOUT_OUTBOUND_PLAIN).',
  'mailbox-plain-not-allowed': () =>
    'Ohne Verschlüsselung könnte unterwegs jemand das Passwort mitlesen: Wähle TLS oder STARTTLS. Nur ein Server in einem privaten Netz darf darauf verzichten.',
  'mailbox-unreachable': () =>
    'Der Mailserver ist nicht erreichbar: Prüfe Name und Port, oder warte, bis er wieder da ist.',
  'mailbox-not-trusted': () =>
    'Dem Zertifikat des Mailservers ist für diesen Namen nicht zu trauen: Prüfe den Namen des Servers.',
  'mailbox-not-imap': () => 'Was dort antwortet, spricht kein IMAP: Prüfe Name, Port und Verschlüsselung.',
  'mailbox-sign-in-refused': () =>
    'Der Mailserver lehnt die Anmeldung ab: Prüfe Name und Passwort. Viele Anbieter verlangen ein eigenes Passwort für jede App.',
  'mailbox-token-refused': () =>
    'Der Anbieter nimmt das Refresh-Token nicht mehr an: Verbinde das Postfach noch einmal.',
  'mailbox-token-away': () => 'Der Anbieter gibt gerade kein Zugriffstoken; es wird wieder danach gefragt.',
  'mailbox-access-closed': () =>
    'Das gespeicherte Passwort lässt sich mit den Schlüsseln dieser Installation nicht öffnen: Gib es noch einmal ein.',
  'mailbox-folder-missing': () => 'Diesen Ordner hat der Mailserver nicht: Wähle einen anderen.',
  'mailbox-hung': () =>
    'Der Mailserver hat zu lange nicht geantwortet, darum wurde die Verbindung beendet; es wird wieder versucht.',
  'mailbox-dropped': () => 'Der Mailserver hat die Verbindung beendet; es wird wieder versucht.',
  'mailbox-too-much': () =>
    'Der Mailserver hat mehr gesendet, als er gefragt war, darum wurde die Verbindung beendet; es wird wieder versucht.',
  'mailbox-keys-away': () =>
    'Die Schlüssel, mit denen Signaturen geprüft werden, lassen sich gerade nicht nachsehen (DNS). Keine Mail wird derweil übergangen; es wird wieder versucht.',
  'mailbox-not-stored': () =>
    'Was in den Mails steht, ließ sich nicht speichern; warum, steht im Protokoll. Es wird wieder versucht.',
}
