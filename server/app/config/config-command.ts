import type { Command } from 'commander'
import { type Output, table } from '../../core/commands.ts'
import { shownValue } from './config-docs.ts'
import type { ConfigEntry } from './config-options.ts'

/** `deal-scout config`: needs no database. */
export function configCommand(
  program: Command,
  entries: () => Promise<ConfigEntry[]>,
  output: () => Output,
): void {
  program
    .command('config')
    .description('the effective configuration, secrets masked')
    .action(async () => {
      const shown = (await entries()).map(({ spec, value, origin }) => ({
        name: spec.env,
        value: shownValue(spec, value),
        origin,
        doc: spec.doc,
      }))
      output().print(shown, () =>
        table(
          ['option', 'value', 'from'],
          shown.map(({ name, value, origin }) => [name, value, origin]),
        ),
      )
    })
}
