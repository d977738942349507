import type { Command } from 'commander'
import { type Open, type OpenDatabase, type Output, table } from '../core/commands.ts'
import type { Db } from '../core/db.ts'
import { AppError } from '../core/errors.ts'
import type { Check } from '../core/feature.ts'
import type { Jobs } from '../core/jobs.ts'
import { type MigrationStatus, migrationStatus } from '../core/migrate.ts'
import { runChecks } from './health.ts'

export interface OpsCommandDeps {
  db: Db
  jobs(): Promise<Jobs>
  checks(): Promise<Check[]>
  /** What others may rely on asks for besides. */
  readiness(): Promise<Check[]>
}

/** `deal-scout jobs`, `doctor`, `migrate`. */
export function opsCommands(
  program: Command,
  open: Open<OpsCommandDeps>,
  database: { asItIs: OpenDatabase; migrated: Open<{ db: Db }> },
  migrationsDir: string,
  output: () => Output,
): void {
  const jobs = program.command('jobs').description('background work: what waits, and what failed for good')
  jobs
    .command('list', { isDefault: true })
    .description('counts by job, and dead jobs')
    .action(() =>
      open(async (deps) => {
        const queue = await deps.jobs()
        const value = { jobs: await queue.counts(), dead: await queue.dead(100) }
        output().print(value, () =>
          [
            table(
              ['job', 'waiting', 'active', 'failed'],
              value.jobs.map((job) => [job.name, job.waiting, job.active, job.failed]),
            ),
            value.dead.length === 0
              ? '\nNo dead jobs.'
              : `\n${table(
                  ['dead job', 'name', 'failed at', 'error'],
                  value.dead.map((job) => [job.id, job.name, job.failedAt.toISOString(), job.error]),
                )}\nPut them back to work: deal-scout jobs retry`,
          ].join('\n'),
        )
      }),
    )
  jobs
    .command('retry [ids...]')
    .description('puts dead jobs back to work: all, or those named')
    .action((ids: string[]) =>
      open(async (deps) => {
        const retried = await (await deps.jobs()).retryDead(ids.length > 0 ? ids : undefined)
        output().print({ retried }, () => `${retried} jobs are back at work.`)
      }),
    )
  program
    .command('doctor')
    .description('checks whether everything Deal Scout needs is there')
    .option('--production', 'also what an installation needs that others rely on')
    .action((flags: { production?: boolean }) =>
      open(async (deps) => {
        const more = flags.production ? await deps.readiness() : []
        const results = await runChecks([...(await deps.checks()), ...more])
        output().print(results, () =>
          results.map(({ ok, name, detail }) => `${ok ? 'ok ' : 'BAD'}  ${name}: ${detail}`).join('\n'),
        )
        const bad = results.filter(({ ok }) => !ok)
        if (bad.length > 0) {
          throw new AppError({
            code: 'unhealthy',
            status: 500,
            message: `${bad.map(({ name }) => name).join(', ')}: see above.`,
          })
        }
      }),
    )
  const show = async ({ db }: { db: Db }) => {
    const status: MigrationStatus[] = await migrationStatus(db, migrationsDir)
    output().print(status, () =>
      table(
        ['migration', 'applied', 'older programs'],
        status.map(({ name, appliedAt, kind, worksFrom }) => [
          name,
          appliedAt?.toISOString() ?? 'not yet',
          kind === 'expand' ? 'run on' : worksFrom === null ? 'do not run' : `run on from ${worksFrom}`,
        ]),
      ),
    )
  }
  program
    .command('migrate')
    .description('brings the database up to date (also done at a start)')
    .option('--status', 'only show what is applied, change nothing')
    .action((flags: { status?: boolean }) => (flags.status ? database.asItIs : database.migrated)(show))
}
