import type { Db } from '../core/db.ts'
import type { Check } from '../core/feature.ts'
import { migrationsAhead } from '../core/migrate.ts'
import { type Migration, readMigrations } from '../core/released-migrations.ts'

/** Null where there are none. */
export function migrationsPending(pending: readonly Pick<Migration, 'name'>[]): string | null {
  return pending.length === 0 ? null : `migrations pending: ${pending.map(({ name }) => name).join(', ')}`
}

export interface MigrationsCheckDeps {
  db: Db
  migrationsDir: string
  version: string
}

/**
 * Whether the database has what this program needs: also while it runs, since another may have taken its place (a restore,
 * a failover to one that is behind).
 */
export function migrationsCheck({ db, migrationsDir, version }: MigrationsCheckDeps): Check {
  const known = readMigrations(migrationsDir)
  return {
    name: 'migrations',
    critical: true,
    async run() {
      const { pending, unknown, refusal } = await migrationsAhead(db, migrationsDir, version, known)
      if (refusal !== null) return { ok: false, detail: refusal }
      const missing = migrationsPending(pending)
      if (missing !== null)
        return {
          ok: false,
          detail: `${missing}. Run "deal-scout migrate" of ${version}, or start this process again with DATABASE_MIGRATE=auto`,
        }
      return {
        ok: true,
        detail:
          unknown.length === 0
            ? `up to date (${known.at(-1)?.name})`
            : `made by a newer release (${unknown.join(', ')}), on which this one runs`,
      }
    },
  }
}
