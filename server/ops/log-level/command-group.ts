import type { CommandGroup, Open, Output } from '../../core/commands.ts'
import type { LogLevelDeps } from './commands.ts'

export const logLevelCommandGroup: CommandGroup<[open: Open<LogLevelDeps>, output: () => Output]> = {
  commands: [
    [
      'log-level [level]',
      'how much every process logs, for a while: trace, debug, info, warn, error, or default',
    ],
  ],
  impersonal: ['log-level'],
  register: async (program, open, output) => {
    const { logLevelCommand } = await import('./commands.ts')
    logLevelCommand(program, open, output)
  },
}
