import type { OptionSpec } from '../../core/options.ts'
import { isNoBucket } from '../../ops/backup/s3/settings.ts'

/** Where everything in the database is copied to, and how often. */
export const backupOptions = {
  backupFolder: {
    env: 'BACKUP_FOLDER',
    type: 'string',
    doc: 'Folder in which a backup is made every BACKUP_EVERY_HOURS, each in a folder of its own; on another disk than the database. Empty = none is made by itself. docs/backup.md.',
  },
  backupS3Url: {
    env: 'BACKUP_S3_URL',
    type: 'string',
    isNot: isNoBucket,
    doc: 'Bucket of an S3-compatible store in which backups are made instead of BACKUP_FOLDER: s3://BUCKET/PREFIX, with a prefix of its own for each installation. docs/backup.md#into-a-bucket.',
  },
  backupS3Endpoint: {
    env: 'BACKUP_S3_ENDPOINT',
    type: 'url',
    protocols: ['https', 'http'],
    doc: 'Address of the store, e.g. https://s3.eu-central-003.backblazeb2.com. Empty = AWS in BACKUP_S3_REGION.',
  },
  backupS3Region: {
    env: 'BACKUP_S3_REGION',
    type: 'string',
    default: 'us-east-1',
    isNot: (text) => (/^[a-z\d-]{2,40}$/.test(text) ? null : 'a region such as eu-central-1'),
    doc: 'Region of the bucket; other stores than AWS say which one they take (Cloudflare R2: auto).',
  },
  backupS3Style: {
    env: 'BACKUP_S3_STYLE',
    type: 'enum',
    values: ['path', 'host'],
    doc: 'Where the bucket stands in addresses: path = https://STORE/BUCKET, host = https://BUCKET.STORE. Empty = host at AWS, path elsewhere.',
  },
  backupS3AccessKeyId: {
    env: 'BACKUP_S3_ACCESS_KEY_ID',
    type: 'string',
    doc: 'Id of the key that may write to the bucket, and to nothing else.',
  },
  backupS3SecretAccessKey: {
    env: 'BACKUP_S3_SECRET_ACCESS_KEY',
    type: 'string',
    secret: true,
    doc: 'The secret of that key. It signs requests, and is never sent.',
  },
  backupS3Unencrypted: {
    env: 'BACKUP_S3_UNENCRYPTED',
    type: 'enum',
    values: ['refuse', 'allow'],
    default: 'refuse',
    doc: 'allow = backups may go into a bucket without BACKUP_RECIPIENTS, so that whoever may read it reads everything.',
  },
  backupEveryHours: {
    env: 'BACKUP_EVERY_HOURS',
    type: 'integer',
    default: 24,
    min: 1,
    max: 8760,
    doc: 'Hours between two backups in BACKUP_FOLDER or BACKUP_S3_URL: what changed since the last one is lost with the database.',
  },
  backupKeep: {
    env: 'BACKUP_KEEP',
    type: 'integer',
    default: 7,
    min: 1,
    max: 10_000,
    doc: 'How many backups stay there; the newest that was tried out stays besides.',
  },
  backupPitr: {
    env: 'BACKUP_PITR',
    type: 'enum',
    values: ['on', 'off'],
    doc: 'on = the log of the embedded database is sent to BACKUP_FOLDER or BACKUP_S3_URL all the time, so that all but the last minute can be restored, at any moment (docs/backup.md#to-any-moment). Empty = as it was set last.',
  },
  backupPitrSeconds: {
    env: 'BACKUP_PITR_SECONDS',
    type: 'integer',
    default: 30,
    min: 5,
    max: 50,
    doc: 'After so long what the database wrote is sent there, however little it is.',
  },
  backupPitrBaseHours: {
    env: 'BACKUP_PITR_BASE_HOURS',
    type: 'integer',
    default: 24,
    min: 1,
    max: 168,
    doc: 'Hours between two copies of the files of the embedded database, from which the log leads on: the longer, the longer a restore takes.',
  },
  backupPitrKeptDays: {
    env: 'BACKUP_PITR_KEPT_DAYS',
    type: 'integer',
    default: 7,
    min: 1,
    max: 365,
    doc: 'For so many days back every moment can be restored.',
  },
  backupRecipients: {
    env: 'BACKUP_RECIPIENTS',
    type: 'list',
    default: [],
    isNot: (text) => (/^age1[a-z0-9]{20,}$/.test(text) ? null : 'a recipient of age, which begins with age1'),
    doc: 'For whom backups are encrypted: recipients of age (age-keygen prints one). Their secret keys open the backups; this machine cannot. Empty = not encrypted.',
  },
} as const satisfies Record<string, OptionSpec>
