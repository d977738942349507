import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type Authorized, authorized } from '../../core/actor.ts'
import type { Db } from '../../core/db.ts'
import type { Check } from '../../core/feature.ts'
import type { Http } from '../../core/http.ts'
import { runChecks } from '../health.ts'
import { doctorSchema, type OptionView, optionListSchema, storageSchema } from './schema.ts'
import { databaseBytes } from './storage-store.ts'

export interface AdminStateDeps {
  db: Db
  dataDir: string
  /** Everything that `deal-scout doctor` looks at; sources and channels are those of whoever asks. */
  doctor(userId: Authorized<'read'>): Promise<Check[]>
  options(): OptionView[]
  photosKept: { folder: string; isOn: boolean; bytesMax: number }
}

/** How the installation is: what is looked at, how much is stored, and what is set. */
export function adminStateRoutes(http: Http, deps: AdminStateDeps): void {
  const config = { access: 'admin' } as const
  const tags = ['ops']
  http.get(
    '/api/admin/doctor',
    {
      config: { ...config, limit: 'costly' },
      schema: {
        tags,
        summary: 'Look whether everything that Deal Scout needs is there',
        description: 'The checks of `deal-scout doctor`, of the sources and channels of whoever asks.',
        response: { 200: doctorSchema },
      },
    },
    async ({ actor }) => ({ items: await runChecks(await deps.doctor(authorized(actor, 'read'))) }),
  )
  http.get(
    '/api/admin/storage',
    {
      config,
      schema: { tags, summary: 'How much room everything takes', response: { 200: storageSchema } },
    },
    async () => {
      const { folder, isOn, bytesMax } = deps.photosKept
      const disk = await statfs(deps.dataDir).catch(() => null)
      return {
        databaseBytes: await databaseBytes(deps.db),
        dataFolder: deps.dataDir,
        diskFreeBytes: disk && disk.bavail * disk.bsize,
        diskBytes: disk && disk.blocks * disk.bsize,
        photos: { shown: isOn, ...(await filesIn(folder)), bytesMax },
      }
    },
  )
  http.get(
    '/api/admin/options',
    {
      config,
      schema: {
        tags,
        summary: 'What is set, and where it comes from; of secrets only whether they are set',
        response: { 200: optionListSchema },
      },
    },
    async () => ({ items: deps.options() }),
  )
}

async function filesIn(folder: string): Promise<{ files: number; bytes: number }> {
  const names = await readdir(folder).catch(() => [])
  let bytes = 0
  // One after the other: there may be thousands, and nobody waits for this.
  for (const name of names) bytes += (await stat(join(folder, name)).catch(() => null))?.size ?? 0
  return { files: names.length, bytes }
}
