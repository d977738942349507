import type { Audit } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'
import { conflict, notFound } from '../../core/errors.ts'
import type { Http } from '../../core/http.ts'
import type { JobFate } from '../../core/job-store.ts'
import type { Jobs } from '../../core/jobs.ts'
import type { KnownBackup } from '../backup/back-up.ts'
import type { BackupDeps } from '../backup/keep-backups.ts'
import { type BackupPlace, nameOfBackup } from '../backup/place.ts'
import { backupJob } from '../jobs.ts'
import { askedSchema, backupsSchema, verifySchema } from './schema.ts'

export interface AdminBackupDeps {
  db: Db
  audit: Audit
  jobs: Pick<Jobs, 'send' | 'lastFate'>
  backups: Pick<BackupDeps, 'place' | 'everyHours' | 'keep' | 'recipients' | 'keyFile'>
}

const askedKey = 'asked'
const verifyKey = (name: string) => `verify:${name}`

const fateView = (fate: JobFate | null) =>
  fate && {
    state: fate.state,
    askedAt: fate.askedAt.toISOString(),
    startedAt: fate.startedAt?.toISOString() ?? null,
    finishedAt: fate.finishedAt?.toISOString() ?? null,
  }

/** Backups, and having one made or tried out by the worker, for admins. */
export function adminBackupRoutes(http: Http, { db, audit, jobs, backups }: AdminBackupDeps): void {
  const config = { access: 'admin' } as const
  const tags = ['ops']
  const viewOf = async (place: BackupPlace, one: KnownBackup) => {
    const name = nameOfBackup(one)
    return {
      ...{ name, at: one.at.toISOString(), bytes: await place.bytesOf(one) },
      verifiedAt: one.verifiedAt?.toISOString() ?? null,
      asked: fateView(await jobs.lastFate(backupJob, verifyKey(name))),
    }
  }
  const ask = async (key: string, payload: { now?: true; verify?: string }) => {
    const before = await jobs.lastFate(backupJob, key)
    if (before?.state === 'waiting' || before?.state === 'active')
      throw conflict(
        'backup-under-way',
        'That was asked for already, and is under way: wait until it is done.',
      )
    await db.transaction(async (tx) => {
      await jobs.send(backupJob, payload, { tx, key })
      const details = { verify: payload.verify ?? null }
      await audit.note(tx, { what: 'backup-asked', person: null, details })
    })
  }
  http.get(
    '/api/admin/backups',
    { config, schema: { tags, summary: 'What backups there are', response: { 200: backupsSchema } } },
    async () => {
      const { place, everyHours, keep, recipients, keyFile } = backups
      const items = place === undefined ? [] : (await place.list()).map((one) => viewOf(place, one))
      return {
        ...{ folder: place?.address ?? null, everyHours, keep, keyFile, isEncrypted: recipients.length > 0 },
        items: await Promise.all(items),
        asked: fateView(await jobs.lastFate(backupJob, askedKey)),
      }
    },
  )
  http.post(
    '/api/admin/backups',
    {
      config,
      schema: { tags, summary: 'Have a backup made now', response: { 202: askedSchema } },
    },
    async (_, reply) => {
      if (backups.place === undefined) throw noFolder()
      await ask(askedKey, { now: true })
      return reply.status(202).send({ asked: true as const })
    },
  )
  http.post(
    '/api/admin/backups/verify',
    {
      config,
      schema: {
        tags,
        summary: 'Have a backup restored into a database of its own and compared',
        body: verifySchema,
        response: { 202: askedSchema },
      },
    },
    async ({ body: { name } }, reply) => {
      if (backups.place === undefined) throw noFolder()
      const found = (await backups.place.list()).some((one) => nameOfBackup(one) === name)
      if (!found) throw notFound('backup')
      if (backups.recipients.length > 0)
        throw conflict(
          'backup-encrypted',
          'Backups are encrypted here, and the key that opens them is not on this machine. Where it is: deal-scout backup --verify FOLDER --identity FILE.',
        )
      await ask(verifyKey(name), { verify: name })
      return reply.status(202).send({ asked: true as const })
    },
  )
}

const noFolder = () =>
  conflict(
    'no-backup-folder',
    'No folder for backups is set. Set BACKUP_FOLDER or BACKUP_S3_URL and start Deal Scout again, or run: deal-scout backup --to FOLDER.',
  )
