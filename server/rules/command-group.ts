import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { DismissCommandDeps } from './dismiss/dismiss-commands.ts'
import type { TraceRouteDeps } from './explain/trace-routes.ts'
import type { AlertRouteDeps } from './routes.ts'

export const ruleCommandGroup: CommandGroup<[open: Open<AlertRouteDeps>, output: () => Output]> = {
  commands: [['rules', 'what you want to be notified about']],
  begins: ['rules add', 'rules import'],
  register: async (program, open, output) => {
    const { ruleCommands } = await import('./commands.ts')
    ruleCommands(program, open, output)
  },
}

export const traceCommandGroup: CommandGroup<[open: Open<TraceRouteDeps>, output: () => Output]> = {
  commands: [['why <listing>', 'why you were, or were not, notified of a listing']],
  register: async (program, open, output) => {
    const { traceCommands } = await import('./explain/trace-commands.ts')
    traceCommands(program, open, output)
  },
}

export const dismissCommandGroup: CommandGroup<[open: Open<DismissCommandDeps>, output: () => Output]> = {
  commands: [
    ['matches <rule>', 'what a rule matched, newest first'],
    [
      'dismiss <listing>',
      'says that a match was not wanted and why; suggests the change that would have prevented it',
    ],
  ],
  register: async (program, open, output) => {
    const { dismissCommands } = await import('./dismiss/dismiss-commands.ts')
    dismissCommands(program, open, output)
  },
}
