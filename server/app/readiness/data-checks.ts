import type { Look } from './situation.ts'

const verifiedDaysMax = 8
const freeShareMin = 0.1
const freeBytesMin = 2 * 1024 ** 3
const retentionHoursMax = 48

const gib = (bytes: number) => `${(bytes / 1024 ** 3).toFixed(1)} GiB`

/** What is kept: whether it would still be there after a fault, and could be opened by nobody else. */
export const dataChecks = {
  'key beside data': ({ keyFile, database }) =>
    keyFile !== null && database.isEmbedded
      ? `${keyFile.path} lies beside the database that it opens, so whoever copies the folder has both: set DEAL_SCOUT_SECRET_KEYS_FILE to a file elsewhere (docs/security/secrets.md)`
      : null,
  'key permissions': ({ keyFile }) =>
    keyFile !== null && (keyFile.mode & 0o077) !== 0
      ? `others than its user may open ${keyFile.path} (mode ${keyFile.mode.toString(8)}): chmod 600 ${keyFile.path}`
      : null,
  'database for several': ({ config: { roles }, database }) =>
    database.isEmbedded && (roles.length < 3 || database.apiProcesses > 1)
      ? 'several processes run on the embedded database, which ends with the one that started it: set DATABASE_URL to a PostgreSQL of your own (docs/many-processes.md)'
      : null,
  backups: ({ backups, config: { backupEveryHours } }) => {
    if (backups === null)
      return 'no backup is made: set BACKUP_FOLDER or BACKUP_S3_URL (docs/backup.md), or have your provider make them and set it anyway, so that one can be read elsewhere'
    if (backups.problem !== null) return backups.problem
    if (backups.newestHours === null) return 'there is no backup yet: deal-scout backup'
    return backups.newestHours <= 2 * backupEveryHours
      ? null
      : `the newest backup is ${Math.round(backups.newestHours)} h old though one is due every ${backupEveryHours} h: look for "backup" in the log`
  },
  'backups tried out': ({ backups }) => {
    if (backups === null || backups.newestHours === null) return null
    if (backups.verifiedHours === null) return 'no backup was ever restored: deal-scout backup --verify'
    return backups.verifiedHours <= verifiedDaysMax * 24
      ? null
      : `the newest backup that was restored is ${Math.round(backups.verifiedHours / 24)} days old: deal-scout backup --verify`
  },
  'backup disk': ({ backups, config: { backupFolder, dataDir } }) =>
    backups?.isOnSameDisk
      ? `${backupFolder} is on the same disk as ${dataDir}, with which it would be lost: set BACKUP_FOLDER to another disk or machine`
      : null,
  'disk space': ({ disk, config: { dataDir } }) =>
    disk.bytesFree < Math.min(freeBytesMin, disk.bytes * freeShareMin)
      ? `only ${gib(disk.bytesFree)} of ${gib(disk.bytes)} are free in ${dataDir}: make room, or give it a larger disk`
      : null,
  'photo folder': ({ photoFolderProblem }) =>
    photoFolderProblem === null
      ? null
      : `${photoFolderProblem}: let this user write there, or set PHOTOS_SHOWN=off`,
  demo: ({ config: { demo }, database }) => {
    if (demo === 'on') return 'DEAL_SCOUT_DEMO=on mixes made-up listings with real ones: set it to off'
    return database.demoSources === 0
      ? null
      : 'what the demo made up is still there: connect a real source with deal-scout sources add … --remove-demo'
  },
  'old data': ({ database: { retentionHours } }) =>
    retentionHours !== null && retentionHours <= retentionHoursMax
      ? null
      : `old data was ${retentionHours === null ? 'never' : `last ${Math.round(retentionHours)} h ago`} looked through for what is to be deleted: let a process with the roles scheduler and worker run, and read the log for "retention"`,
} satisfies Record<string, Look>
