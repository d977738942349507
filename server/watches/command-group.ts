import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { WatchRouteDeps } from './routes.ts'

export const watchCommandGroup: CommandGroup<[open: Open<WatchRouteDeps>, output: () => Output]> = {
  commands: [['watch', 'single listings that you follow']],
  begins: ['watch add'],
  register: async (program, open, output) => {
    const { watchCommands } = await import('./commands.ts')
    watchCommands(program, open, output)
  },
}
