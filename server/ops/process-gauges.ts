import { Gauge, type Registry } from 'prom-client'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import type { SharedRedis } from '../core/redis.ts'
import type { BackupPlace } from './backup/place.ts'
import { bytesFree } from './health.ts'
import { waitsSince } from './pitr/ship.ts'

export interface ProcessGaugesDeps {
  db: Pick<Db, 'poolCounts'>
  redis: SharedRedis | null
  matcher: { readonly size: number }
  clock: Clock
  version: string
  dataDir: string
  backups: { place: BackupPlace | undefined }
  /** Null where the database's log is not kept. */
  pitr: object | null
}

/** Figures of this process and its machine, which are asked of nobody else. */
export function processGauges(registry: Registry, deps: ProcessGaugesDeps): void {
  const registers = [registry]
  const gauge = (
    name: string,
    help: string,
    collect: (set: (value: number) => void) => Promise<void> | void,
  ) =>
    new Gauge({
      ...{ name: `deal_scout_${name}`, help, registers },
      async collect() {
        // Without it a figure that is not there any more would stay; reset() would make it 0.
        this.remove()
        await collect((value) => this.set(value))
      },
    })
  new Gauge({
    name: 'deal_scout_build_info',
    help: 'Always 1; the version is its label',
    labelNames: ['version'],
    registers,
  }).set({ version: deps.version }, 1)
  new Gauge({
    name: 'deal_scout_db_connections',
    help: 'Connections of the pool: open, of them idle; and who waits for one',
    labelNames: ['state'],
    registers,
    collect() {
      const { total, idle, waiting } = deps.db.poolCounts()
      this.set({ state: 'open' }, total)
      this.set({ state: 'idle' }, idle)
      this.set({ state: 'waiting' }, waiting)
    },
  })
  gauge('rules_held', 'Rules that this process has in memory', (set) => set(deps.matcher.size))
  const { redis } = deps
  if (redis !== null) gauge('redis_up', '1 while Redis answers', (set) => set(redis.isAway() ? 0 : 1))
  gauge('disk_free_bytes', 'Bytes free where the data folder is', async (set) =>
    set(await bytesFree(deps.dataDir)),
  )
  gauge(
    'archive_waiting_seconds',
    'How long the oldest part of the database’s log waits to be at its archive; absent where it is not kept',
    async (set) => {
      if (deps.pitr === null) return
      const since = await waitsSince(deps.dataDir)
      set(since === null ? 0 : Math.max(0, (Date.now() - since.getTime()) / 1000))
    },
  )
  const { place } = deps.backups
  if (place === undefined) return
  // Where it cannot be asked nothing is known of any; the check "backup" says why.
  const known = () => place.glance().catch(() => [])
  const ageOf = (at: Date) => Math.max(0, (deps.clock.now().getTime() - at.getTime()) / 1000)
  // Absent where there is none: an age that is made up could look young.
  gauge('backup_age_seconds', 'How old the newest backup is; absent while there is none', async (set) => {
    const [newest] = await known()
    if (newest !== undefined) set(ageOf(newest.at))
  })
  gauge(
    'backup_verified_age_seconds',
    'How old the newest backup is that was restored and compared; absent while none was',
    async (set) => {
      const verified = (await known()).find(({ verifiedAt }) => verifiedAt !== null)
      if (verified !== undefined) set(ageOf(verified.at))
    },
  )
}
