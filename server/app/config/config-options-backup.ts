import type { OptionSpec } from '../../core/options.ts'

/** Where everything in the database is copied to, and how often. */
export const backupOptions = {
  backupFolder: {
    env: 'BACKUP_FOLDER',
    type: 'string',
    doc: 'Folder in which a backup is made every BACKUP_EVERY_HOURS, each in a folder of its own; on another disk than the database. Empty = none is made by itself. docs/backup.md.',
  },
  backupEveryHours: {
    env: 'BACKUP_EVERY_HOURS',
    type: 'integer',
    default: 24,
    min: 1,
    max: 8760,
    doc: 'Hours between two backups in BACKUP_FOLDER: what changed since the last one is lost with the database.',
  },
  backupKeep: {
    env: 'BACKUP_KEEP',
    type: 'integer',
    default: 7,
    min: 1,
    max: 10_000,
    doc: 'How many backups stay in BACKUP_FOLDER; the newest that was tried out stays besides.',
  },
  backupRecipients: {
    env: 'BACKUP_RECIPIENTS',
    type: 'list',
    default: [],
    isNot: (text) => (/^age1[a-z0-9]{20,}$/.test(text) ? null : 'a recipient of age, which begins with age1'),
    doc: 'For whom backups are encrypted: recipients of age (age-keygen prints one). Their secret keys open the backups; this machine cannot. Empty = not encrypted.',
  },
} as const satisfies Record<string, OptionSpec>
