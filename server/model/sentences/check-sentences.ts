import { utc } from './message-sentences.ts'

/** How many of a kind are stored: `stored`, `rows` ("about 1,000" where `isExact` is no "1") and `keptDays` ('' = for good), side by side. */
export interface StoredParams {
  stored: readonly string[]
  rows: readonly string[]
  exact: readonly string[]
  keptDays: readonly string[]
}

/** What a check of `deal-scout doctor` found; what a driver or a site answered stays in its words. */
export const checkSentences = {
  'check-database': (p: { version: string; tookMs: number }) =>
    `PostgreSQL ${p.version}, answered in ${p.tookMs} ms`,
  'check-redis-none': () => 'none (REDIS_URL); one process needs none',
  'check-redis-needed': (p: { count: number }) =>
    `${p.count} processes with the role api run without REDIS_URL: each counts rate limits for itself, so that they allow ${p.count} times as many requests. Set REDIS_URL, to the same for all processes`,
  'check-redis-away': (p: { reason: string }) =>
    `REDIS_URL does not answer: ${p.reason}; until it does, ${alone}`,
  'check-redis': (p: { release: string | null; tookMs: number }) =>
    `Redis ${p.release ?? 'of an unknown version'}, answered in ${p.tookMs} ms`,
  'check-orders': (p: { count: number }) =>
    p.count === 0 ? 'nobody sells by a connected account' : `of ${p.count} connected accounts are read`,
  'check-orders-behind': (p: { names: readonly string[] }) =>
    `some of ${p.names.join(', ')} were not read for more than an hour: each seller sees why under /sell/sales`,
  'check-rates-none': () =>
    'none were fetched yet: they are within an hour, or at once with deal-scout rates fetch',
  'check-rates': (p: { day: string }) => `of ${p.day}, from the European Central Bank`,
  'check-rates-old': (p: { day: string; days: number }) =>
    `the newest are of ${p.day}, ${p.days} days ago: look in the log for "exchange-rates", and whether ecb.europa.eu can be reached`,
  'check-disk': (p: { freeGib: number; folder: string }) => `${gib(p.freeGib)} GiB free in ${p.folder}`,
  'check-disk-low': (p: { freeGib: number; folder: string }) =>
    `only ${gib(p.freeGib)} GiB free in ${p.folder}: free some space`,
  'check-backup-off': () => 'none is made by itself: BACKUP_FOLDER, BACKUP_S3_URL (docs/backup.md)',
  'check-backup-none': (p: { place: string }) =>
    `there is none in ${p.place} yet: make one under /admin/backups (or deal-scout backup)`,
  'check-backup': (p: BackupParams) => age(p),
  'check-backup-late': (p: BackupParams & { everyHours: number }) =>
    `${age(p)}. One is due every ${p.everyHours} h: read the log for "backup", or make one under /admin/backups`,
  'check-folder': (p: { folder: string }) => `${p.folder} can be written`,
  'check-folder-shut': (p: { folder: string; reason: string }) =>
    `${p.folder} cannot be written (${p.reason}): let this user write there, or set DEAL_SCOUT_DATA`,
  'check-key': () => 'opens every stored setting',
  /** Names of sources and of channels. */
  'check-key-wrong': (p: { sources: readonly string[]; channels: readonly string[] }) =>
    `does not open the settings of ${[...p.sources.map((name) => `source ${name}`), ...p.channels.map((name) => `channel ${name}`)].join(', ')}: restore the file secret-key or DEAL_SCOUT_SECRET_KEYS, or enter them again`,
  'check-ai-off': () => 'off (AI_PROVIDER): nobody describes photos, and nothing is sent',
  'check-ai': (p: { recipient: string; aiModel: string; agreed: number }) =>
    `${p.aiModel} at ${p.recipient}; ${p.agreed} ${p.agreed === 1 ? 'person' : 'people'} agreed to it`,
  'check-ai-unpriced': (p: { recipient: string; aiModel: string; agreed: number }) =>
    `${p.aiModel} at ${p.recipient}, whose price is not known, so that only tokens are counted: name it in AI_PRICES; ${p.agreed} ${p.agreed === 1 ? 'person' : 'people'} agreed to it`,
  'check-leaked-own': () => 'the list that comes along',
  'check-leaked': (p: { file: string }) => `${p.file} can be read, and is sorted by hash`,
  'check-leaked-wrong': (p: { file: string; reason: string }) =>
    `${p.file} ${p.reason}: nobody can set a password meanwhile. Download it anew, ordered by hash (docs/accounts.md), or clear LEAKED_PASSWORDS_PATH`,
  'check-sources-none': () => 'none is connected yet: connect one under /sources',
  /** Side by side; `states` are ok, waiting, off, outage, or demo-fails. */
  'check-sources': (p: { names: readonly string[]; states: readonly string[] }) =>
    p.names
      .map(
        (name, at) =>
          `${name} ${p.states[at] === 'demo-fails' ? "fails for a while, as the demo's sites do" : (p.states[at] ?? '')}`,
      )
      .join(', '),
  /** Side by side; `states` are off, waiting, reading or listening. */
  'check-mailboxes': (p: { names: readonly string[]; states: readonly string[] }) =>
    p.names.map((name, at) => `${name} ${p.states[at] === 'off' ? 'is off' : 'is read'}`).join(', '),
  /** Side by side. */
  'check-mailboxes-failing': (p: { names: readonly string[]; reasons: readonly string[] }) =>
    p.names.map((name, at) => `${name} is not read: ${p.reasons[at] ?? ''}`).join(' '),
  'check-none': () => 'none',
  'check-notices-none': () => 'no marketplace sends any',
  /** Side by side; an option is '' where the terms are accepted. */
  'check-terms': (p: { names: readonly string[]; urls: readonly string[]; options: readonly string[] }) =>
    p.names
      .map((name, at) =>
        p.options[at] === ''
          ? `${name} accepted`
          : `${name} not accepted (read ${p.urls[at]}, then accept them at /welcome?step=sources, or ${p.options[at]}=true)`,
      )
      .join(', '),
  'check-terms-none': () => 'none to accept',
  'check-encrypted': () => 'nothing leaves this machine unencrypted',
  /** Side by side; `why` is the option or the field that is not filled in, '' where the channel is to be set up. */
  'check-channels-silent': (p: { names: readonly string[]; reasons: readonly string[] }) =>
    `rules notify through ${p.names.map((name, at) => `${name}, which is not ready: ${p.reasons[at] || 'set it up under /settings/notifications'}`).join('; ')}`,
  'check-channels': (p: { names: readonly string[]; missing: readonly string[] }) =>
    `ready: ${p.names.join(', ')}${p.missing.length === 0 ? '' : `; not set up: ${p.missing.join(', ')}`}`,
  'check-stored': (p: StoredParams) =>
    p.stored
      .map((kind, at) => {
        const count = `${p.exact[at] === '1' ? '' : 'about '}${Number(p.rows[at]).toLocaleString('en')} ${kind}`
        return p.keptDays[at] ? `${count} (kept ${p.keptDays[at]} days)` : count
      })
      .join(', '),
}

interface BackupParams {
  hours: number
  /** When that of the last trial was made; null = none was ever tried out. */
  triedAt: string | null
}

const alone =
  'each process counts rate limits for itself, what is limited strictly (sign-in, codes, test messages) is refused, and processes wake each other by the database'
const gib = (free: number) => free.toFixed(1)
const age = ({ hours, triedAt }: BackupParams) =>
  `the newest is ${hours} h old; ${triedAt === null ? 'none was ever restored: try one out under /admin/backups' : `that of ${utc(triedAt)} was restored and compared`}`
