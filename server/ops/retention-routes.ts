import type { Db } from '../core/db.ts'
import type { Check } from '../core/feature.ts'
import type { Http } from '../core/http.ts'
import { checked } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import type { RetentionKind } from './retention.ts'
import { countRows, passFigures } from './retention-store.ts'
import { type Stored, storedListSchema } from './schema.ts'

export interface StoredDeps {
  db: Db
  kinds: readonly RetentionKind[]
}

/** How much there is of every kind that grows, and how long it is kept. */
export async function storedKinds({ db, kinds }: StoredDeps): Promise<Stored[]> {
  const figures = await passFigures(db)
  const counted = kinds.flatMap(({ kind, table, keptDays }) =>
    table === null ? [] : [{ kind, table, keptDays }],
  )
  return Promise.all(
    counted.map(async ({ kind, table, keptDays }) => {
      const { deleted = 0, passedAt = null } = figures.get(kind) ?? {}
      const count = await countRows(db, table)
      return { kind, ...count, keptDays, deleted, passedAt: passedAt?.toISOString() ?? null }
    }),
  )
}

export function retentionRoutes(http: Http, deps: StoredDeps): void {
  http.get(
    '/api/retention',
    {
      config: { access: 'admin' },
      schema: {
        tags: ['ops'],
        summary: 'How much is stored, and how long it is kept',
        response: { 200: storedListSchema },
      },
    },
    async () => ({ items: await storedKinds(deps) }),
  )
}

/** What is stored, in a line of `deal-scout doctor`. */
export function storedCheck(deps: StoredDeps): Check {
  return {
    name: 'stored',
    critical: false,
    async run() {
      const all = await storedKinds(deps)
      return checked(
        true,
        say('check-stored', {
          stored: all.map(({ kind }) => kind),
          rows: all.map(({ rows }) => String(rows)),
          exact: all.map(({ isExact }) => (isExact ? '1' : '0')),
          keptDays: all.map(({ keptDays }) => String(keptDays ?? '')),
        }),
      )
    },
  }
}
