import type { Command } from 'commander'
import type { Output } from '../../core/commands.ts'
import { AppError, setupError } from '../../core/errors.ts'
import { judgeUpgrade, stateOf, type UpgradeFacts, type UpgradeFinding } from './upgrade.ts'

/** Looks at the database as it is, not migrated. */
export type LookedAt = () => Promise<UpgradeFacts>

/** Process by process is not possible; with a stop it is. */
const stopFirstCode = 3

/** `deal-scout upgrade-check`: docs/upgrading.md. */
export function upgradeCommands(program: Command, look: LookedAt, output: () => Output): void {
  program
    .command('upgrade-check')
    .description('whether this version may be rolled out beside what runs, or what to do before')
    .addHelpText(
      'after',
      '\nRun it with the new version, before anything is replaced; it changes nothing.\nExit code: 0 = replace process by process; 3 = stop older processes first; 1 = mend first what is BAD.',
    )
    .action(async () => {
      const facts = await look()
      const findings = judgeUpgrade(facts)
      const state = stateOf(findings)
      output().print({ release: facts.release, state, findings }, () => findings.map(lineOf).join('\n'))
      const named = (wanted: UpgradeFinding['state']) =>
        findings.flatMap(({ name, state: is }) => (is === wanted ? name : [])).join(', ')
      if (state === 'bad') throw setupError('upgrade-not-ready', `Mend first: ${named('bad')}.`)
      if (state === 'stop')
        throw new AppError({
          ...{ code: 'upgrade-needs-stop', status: 500, exitCode: stopFirstCode },
          message: `Stop older processes first: ${named('stop')}.`,
        })
    })
}

const shown = { ok: 'ok  ', stop: 'STOP', bad: 'BAD ' }
const lineOf = ({ name, state, detail }: UpgradeFinding) => `${shown[state]} ${name}: ${detail}`
