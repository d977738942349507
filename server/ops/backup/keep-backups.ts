import { basename } from 'node:path'
import type { Check } from '../../core/feature.ts'
import { TryAgainLater } from '../../core/jobs.ts'
import { checked } from '../../model/sentences/said.ts'
import { say } from '../../model/sentences/sentences.ts'
import type { BackUpDeps } from './back-up.ts'
import { holdBackups } from './copy-store.ts'
import { type BackupPlace, nameOfBackup } from './place.ts'
import type { RestoreDeps } from './restore.ts'
import { verify } from './verify.ts'

export interface BackupDeps extends Omit<BackUpDeps, 'db'>, RestoreDeps {
  /** Where backups are kept; undefined = none are made by itself. */
  place: BackupPlace | undefined
  /** Another one, by its address. */
  placeAt(address: string): BackupPlace
  recipients: readonly string[]
  everyHours: number
  /** How many are kept. */
  keep: number
  /** Of the key that opens stored secrets; null = it is given by an option. */
  keyFile: string | null
}

const hourMs = 3_600_000

export interface BackupAsked {
  /** Whether or not one is due. */
  now?: boolean | undefined
  /** Only try out the one of this name. */
  verify?: string | undefined
}

const askAgainMs = 15_000

/**
 * Makes a backup when the newest is older than it should be or one was asked for, tries it out where it can be read without
 * a key that is not here, and deletes what is too old. Two processes never do so at once.
 */
export async function keepBackups(deps: BackupDeps, asked: BackupAsked = {}): Promise<void> {
  const { place } = deps
  if (place === undefined) return
  const isHeld = await deps.db.session(async (session) => {
    if (!(await holdBackups(session))) return false
    await (asked.verify === undefined
      ? makeOne(deps, place, asked.now === true)
      : tryOne(deps, place, asked.verify))
    return true
  })
  const isAsked = asked.now === true || asked.verify !== undefined
  if (!isHeld && isAsked) throw new TryAgainLater(askAgainMs, 'another process makes a backup')
}

async function tryOne(deps: BackupDeps, place: BackupPlace, name: string): Promise<void> {
  const found = (await place.list()).some((one) => nameOfBackup(one) === name)
  // Those that are kept may have taken its place meanwhile.
  if (found) await place.withFiles(name, (folder) => verify(deps, { folder, identities: [] }))
}

async function makeOne(deps: BackupDeps, place: BackupPlace, isAsked: boolean): Promise<void> {
  const { clock, everyHours, keep, log, recipients } = deps
  const [newest] = isAsked ? [] : await place.list()
  // A little early, or each would be a round of the schedule later than the one before.
  if (newest !== undefined && clock.now().getTime() - newest.at.getTime() < everyHours * hourMs - 60_000)
    return
  const made = await place.make(deps, recipients)
  const rows = made.manifest.tables.reduce((sum, one) => sum + one.rows, 0)
  log.info({ path: made.path, rows, bytes: made.bytes }, 'backed up')
  if (recipients.length === 0)
    await place.withFiles(basename(made.path), (folder) => verify(deps, { folder, identities: [] }))
  const { isRefused } = await place.removeOld(keep)
  if (isRefused)
    log.info({ place: place.address }, 'old backups may not be deleted here: that is left to the bucket')
}

/** Whether the newest backup is as young as it should be; says how old the newest is that was tried out. */
export function backupCheck({ place, everyHours, clock }: BackupDeps): Check {
  return {
    name: 'backup',
    critical: false,
    async run() {
      if (place === undefined) return checked(true, say('check-backup-off'))
      const all = await place.glance()
      const [newest] = all
      if (newest === undefined) return checked(false, say('check-backup-none', { place: place.address }))
      const agoHours = (clock.now().getTime() - newest.at.getTime()) / hourMs
      const tried = all.find(({ verifiedAt }) => verifiedAt !== null)
      const found = { hours: Math.round(agoHours), triedAt: tried?.at.toISOString() ?? null }
      return agoHours <= everyHours * 2
        ? checked(true, say('check-backup', found))
        : checked(false, say('check-backup-late', { ...found, everyHours }))
    },
  }
}
