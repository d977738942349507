import type { checkSentences } from '../check-sentences.ts'
import type { Translation } from '../said.ts'
import { moment } from './words.ts'

const gib = (free: number) => free.toFixed(1).replace('.', ',')
const alone =
  'jeder Prozess zählt Grenzen für sich, was streng begrenzt ist (Anmeldung, Codes, Probenachrichten) wird abgelehnt, und Prozesse wecken einander über die Datenbank'
const age = ({ hours, triedAt }: { hours: number; triedAt: string | null }) =>
  `Die neueste ist ${hours} h alt; ${triedAt === null ? 'noch keine wurde je zurückgespielt: probiere eine unter /admin/backups aus' : `die vom ${moment(triedAt)} wurde zurückgespielt und verglichen`}`
const states: Readonly<Record<string, string>> = {
  ok: 'läuft',
  waiting: 'wartet',
  off: 'ist aus',
  outage: 'ist ausgefallen',
  'demo-fails': 'fällt eine Weile aus, wie es die Seiten der Demo tun',
}
const kinds: Readonly<Record<string, string>> = {
  'demo listings': 'Anzeigen der Demo',
  matches: 'Treffer',
  'photo hashes': 'verglichene Fotos',
  'price changes': 'Preisänderungen',
  listings: 'Anzeigen',
  clusters: 'mehrfach angebotene Sachen',
  notifications: 'Nachrichten',
  'scan runs': 'Abfragen',
  'audit events': 'Einträge im Protokoll',
  leftovers: 'Reste',
}

export const checkTexts: Translation<typeof checkSentences> = {
  'check-database': (p) => `PostgreSQL ${p.version}, antwortete in ${p.tookMs} ms`,
  'check-redis-none': () => 'keines (REDIS_URL); ein Prozess allein braucht keines',
  'check-redis-needed': (p) =>
    `${p.count} Prozesse mit der Rolle api laufen ohne REDIS_URL: Jeder zählt Grenzen für sich, sie lassen also ${p.count}-mal so viele Anfragen zu. Setze REDIS_URL, für alle Prozesse gleich`,
  'check-redis-away': (p) => `REDIS_URL antwortet nicht: ${p.reason}; bis dahin gilt: ${alone}`,
  'check-redis': (p) => `Redis ${p.release ?? 'in unbekannter Version'}, antwortete in ${p.tookMs} ms`,
  'check-orders': (p) =>
    p.count === 0
      ? 'niemand verkauft über ein verbundenes Konto'
      : `von ${p.count} verbundenen Konten werden gelesen`,
  'check-orders-behind': (p) =>
    `einige von ${p.names.join(', ')} wurden länger als eine Stunde nicht gelesen: Warum, sieht jeder unter /sell/sales`,
  'check-rates-none': () =>
    'Noch wurden keine geholt: Sie kommen binnen einer Stunde, oder sofort mit deal-scout rates fetch',
  'check-rates': (p) => `Vom ${p.day}, von der Europäischen Zentralbank`,
  'check-rates-old': (p) =>
    `Die neuesten sind vom ${p.day}, vor ${p.days} Tagen: Suche im Log nach „exchange-rates“, und ob ecb.europa.eu zu erreichen ist`,
  'check-disk': (p) => `${gib(p.freeGib)} GiB frei in ${p.folder}`,
  'check-disk-low': (p) => `Nur ${gib(p.freeGib)} GiB frei in ${p.folder}: Mache Platz`,
  'check-backup-off': () => 'Von selbst wird keine gemacht: BACKUP_FOLDER, BACKUP_S3_URL (docs/backup.md)',
  'check-backup-none': (p) =>
    `In ${p.place} ist noch keine: Mache eine unter /admin/backups (oder mit deal-scout backup)`,
  'check-backup': (p) => age(p),
  'check-backup-late': (p) =>
    `${age(p)}. Fällig ist alle ${p.everyHours} h eine: Suche im Log nach „backup“, oder mache eine unter /admin/backups`,
  'check-folder': (p) => `In ${p.folder} kann geschrieben werden`,
  'check-folder-shut': (p) =>
    `In ${p.folder} kann nicht geschrieben werden (${p.reason}): Lass diesen Benutzer dort schreiben, oder setze DEAL_SCOUT_DATA`,
  'check-key': () => 'Öffnet alles, was verschlüsselt gespeichert ist',
  'check-key-wrong': (p) =>
    `Öffnet die Einstellungen nicht von: ${[...p.sources.map((name) => `Quelle ${name}`), ...p.channels.map((name) => `Weg ${name}`)].join(', ')}. Bring die Datei secret-key oder DEAL_SCOUT_SECRET_KEYS zurück, oder gib sie neu ein`,
  'check-ai-off': () => 'Aus (AI_PROVIDER): Niemand beschreibt Fotos, und nichts wird gesendet',
  'check-ai': (p) =>
    `${p.aiModel} bei ${p.recipient}; ${p.agreed === 1 ? '1 Person hat' : `${p.agreed} Personen haben`} zugestimmt`,
  'check-ai-unpriced': (p) =>
    `${p.aiModel} bei ${p.recipient}. Was es kostet, ist nicht bekannt, darum werden nur Tokens gezählt: Nenne es in AI_PRICES. ${p.agreed === 1 ? '1 Person hat' : `${p.agreed} Personen haben`} zugestimmt`,
  'check-leaked-own': () => 'Die Liste, die mitkommt',
  'check-leaked': (p) => `${p.file} kann gelesen werden und ist nach Hash sortiert`,
  'check-leaked-wrong': (p) =>
    `${p.file} ${p.reason}: Niemand kann derweil ein Passwort setzen. Lade sie neu herunter, nach Hash sortiert (docs/accounts.md), oder leere LEAKED_PASSWORDS_PATH`,
  'check-sources-none': () => 'Noch ist keine verbunden: Verbinde eine unter /sources',
  'check-sources': (p) =>
    p.names.map((name, at) => `${name} ${states[p.states[at] ?? ''] ?? p.states[at] ?? ''}`).join(', '),
  'check-mailboxes': (p) =>
    p.names.map((name, at) => `${name} ${p.states[at] === 'off' ? 'ist aus' : 'wird gelesen'}`).join(', '),
  'check-mailboxes-failing': (p) =>
    p.names.map((name, at) => `${name} wird nicht gelesen: ${p.reasons[at] ?? ''}`).join(' '),
  'check-none': () => 'keine',
  'check-notices-none': () => 'Kein Marktplatz sendet welche',
  'check-terms': (p) =>
    p.names
      .map((name, at) =>
        p.options[at] === ''
          ? `${name} angenommen`
          : `${name} nicht angenommen (lies ${p.urls[at]}, dann nimm sie unter /welcome?step=sources an, oder setze ${p.options[at]}=true)`,
      )
      .join(', '),
  'check-terms-none': () => 'Keine anzunehmen',
  'check-encrypted': () => 'Nichts verlässt diesen Rechner unverschlüsselt',
  'check-channels-silent': (p) =>
    `Suchaufträge nennen Wege, die nicht bereit sind: ${p.names.map((name, at) => `${name} (${p.reasons[at] || 'richte ihn unter /settings/notifications ein'})`).join('; ')}`,
  'check-channels': (p) =>
    `Bereit: ${p.names.join(', ')}${p.missing.length === 0 ? '' : `; nicht eingerichtet: ${p.missing.join(', ')}`}`,
  'check-stored': (p) =>
    p.stored
      .map((kind, at) => {
        const count = `${p.exact[at] === '1' ? '' : 'etwa '}${Number(p.rows[at]).toLocaleString('de')} ${kinds[kind] ?? kind}`
        return p.keptDays[at] ? `${count} (${p.keptDays[at]} Tage lang)` : count
      })
      .join(', '),
}
