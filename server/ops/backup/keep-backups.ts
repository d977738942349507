import type { Check } from '../../core/feature.ts'
import { type BackUpDeps, backUp, backupsIn, removeOldBackups } from './back-up.ts'
import type { RestoreDeps } from './restore.ts'
import { verify } from './verify.ts'

export interface BackupDeps extends Omit<BackUpDeps, 'db'>, RestoreDeps {
  /** Where backups are kept; undefined = none are made by itself. */
  folder: string | undefined
  recipients: readonly string[]
  everyHours: number
  /** How many are kept. */
  keep: number
  /** Of the key that opens stored secrets; null = it is given by an option. */
  keyFile: string | null
}

const hourMs = 3_600_000

/**
 * Makes a backup when the newest is older than it should be, tries it out where it can be read without a key that is not
 * here, and deletes what is too old. Two processes never do so at once: it is a job of which one runs.
 */
export async function keepBackups(deps: BackupDeps): Promise<void> {
  const { folder, clock, everyHours, keep, log, recipients } = deps
  if (folder === undefined) return
  const [newest] = await backupsIn(folder)
  // A little early, or each would be a round of the schedule later than the one before.
  if (newest !== undefined && clock.now().getTime() - newest.at.getTime() < everyHours * hourMs - 60_000)
    return
  const made = await backUp(deps, { folder, recipients })
  const rows = made.manifest.tables.reduce((sum, one) => sum + one.rows, 0)
  log.info({ path: made.path, rows, bytes: made.bytes }, 'backed up')
  if (recipients.length === 0) await verify(deps, { folder: made.path, identities: [] })
  await removeOldBackups(folder, keep)
}

/** Whether the newest backup is as young as it should be; says how old the newest is that was tried out. */
export function backupCheck({ folder, everyHours, clock }: BackupDeps): Check {
  return {
    name: 'backup',
    critical: false,
    async run() {
      if (folder === undefined)
        return { ok: true, detail: 'none is made by itself: BACKUP_FOLDER (docs/backup.md)' }
      const all = await backupsIn(folder)
      const [newest] = all
      if (newest === undefined)
        return { ok: false, detail: `there is none in ${folder} yet: deal-scout backup` }
      const hours = (clock.now().getTime() - newest.at.getTime()) / hourMs
      const verified = all.find(({ verifiedAt }) => verifiedAt !== null)
      const age = `the newest is ${Math.round(hours)} h old; ${verified ? `that of ${verified.at.toISOString()} was restored and compared` : 'none was ever restored: deal-scout backup --verify'}`
      return hours <= everyHours * 2
        ? { ok: true, detail: age }
        : {
            ok: false,
            detail: `${age}. One is due every ${everyHours} h: read the log for "backup", or run deal-scout backup`,
          }
    },
  }
}
