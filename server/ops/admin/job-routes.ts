import type { Audit } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'
import { errorOutline } from '../../core/error-outline.ts'
import type { Http } from '../../core/http.ts'
import type { Jobs } from '../../core/jobs.ts'
import { discardSchema, doneSchema, type JobsView, jobsSchema, retrySchema } from './schema.ts'

export interface AdminJobDeps {
  db: Db
  audit: Audit
  jobs: Pick<
    Jobs,
    'counts' | 'oldestDue' | 'scheduledSecondsAgo' | 'dead' | 'countDead' | 'retryDead' | 'discardDead'
  >
}

const deadShown = 100

async function jobsView({ jobs }: AdminJobDeps): Promise<JobsView> {
  const oldest = await jobs.oldestDue()
  return {
    items: (await jobs.counts()).map((one) => ({
      ...one,
      oldestDueAt: oldest.get(one.name)?.toISOString() ?? null,
    })),
    scheduledSecondsAgo: await jobs.scheduledSecondsAgo(),
    dead: {
      count: await jobs.countDead(),
      items: (await jobs.dead(deadShown)).map(({ id, name, failedAt, error, payload }) => ({
        ...{ id, job: name, failedAt: failedAt.toISOString() },
        ...{ error: errorOutline(error), payload: payloadOutline(payload) },
      })),
    },
  }
}

function payloadOutline(payload: object): JobsView['dead']['items'][number]['payload'] {
  const shown = Object.entries(payload ?? {}).map(([name, value]: [string, unknown]) => {
    const isPlain = value === null || typeof value === 'number' || typeof value === 'boolean'
    return [name, isPlain ? value : ('…' as const)] as const
  })
  return Object.fromEntries(shown)
}

/** Background work of everybody, for admins. */
export function adminJobRoutes(http: Http, deps: AdminJobDeps): void {
  const { db, audit, jobs } = deps
  const config = { access: 'admin' } as const
  const tags = ['ops']
  http.get(
    '/api/admin/jobs',
    {
      config,
      schema: {
        tags,
        summary: 'What background work waits, and what of it failed for good',
        response: { 200: jobsSchema },
      },
    },
    () => jobsView(deps),
  )
  http.post(
    '/api/admin/jobs/retry',
    {
      config,
      schema: {
        tags,
        summary: 'Put what failed for good back to work',
        body: retrySchema,
        response: { 200: doneSchema },
      },
    },
    async ({ body }) => {
      const count = await jobs.retryDead(body.jobs)
      if (count > 0) await audit.note(db, { what: 'jobs-retried', person: null, details: { count } })
      return { count }
    },
  )
  http.post(
    '/api/admin/jobs/discard',
    {
      config,
      schema: {
        tags,
        summary: 'Throw away what failed for good',
        body: discardSchema,
        response: { 200: doneSchema },
      },
    },
    async ({ body }) =>
      db.transaction(async (tx) => {
        const names = await jobs.discardDead(tx, body.jobs)
        const details = { count: names.length, jobs: [...new Set(names)].toSorted().join(', ') }
        if (names.length > 0) await audit.note(tx, { what: 'jobs-discarded', person: null, details })
        return { count: names.length }
      }),
  )
}
