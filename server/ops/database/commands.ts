import type { Command } from 'commander'
import type { Open, Output } from '../../core/commands.ts'
import { setupError } from '../../core/errors.ts'
import { careFor, type DatabaseCareDeps, type Finding } from './care.ts'

/** `deal-scout db optimize`: docs/operations/database.md. */
export function databaseCommands(program: Command, open: Open<DatabaseCareDeps>, output: () => Output): void {
  program
    .command('db')
    .description('looks after the database')
    .command('optimize')
    .description('what makes the database slow or large, and what to do about it')
    .option('--apply', 'do what is safe beside a running program: ANALYZE, VACUUM, REINDEX CONCURRENTLY')
    .action((flags: { apply?: boolean }) =>
      open(async (deps) => {
        const findings = await careFor(deps, flags.apply === true)
        output().print({ findings }, () =>
          findings.length === 0 ? 'Nothing to do.' : findings.map(textOf).join('\n\n'),
        )
        if (findings.some(({ problem }) => typeof problem === 'string'))
          throw setupError('not-all-applied', 'Not all of it could be done: see above.')
      }),
    )
}

function textOf({ kind, of, says, do: advice, remedy, problem }: Finding): string {
  const outcome =
    problem === undefined
      ? `  ${remedy === null ? 'by hand' : 'with --apply'}: ${advice}`
      : problem === null
        ? `  done: ${advice}`
        : `  not done: ${advice}: ${problem}`
  return `${of ?? 'server'} (${kind}): ${says}\n${outcome}`
}
