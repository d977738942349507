import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { RateDeps } from './rates.ts'

export const rateCommandGroup: CommandGroup<[open: Open<RateDeps>, output: () => Output]> = {
  commands: [['rates', 'exchange rates']],
  register: async (program, open, output) => {
    const { rateCommands } = await import('./commands.ts')
    rateCommands(program, open, output)
  },
}
