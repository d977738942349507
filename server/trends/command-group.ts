import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { TrendDeps } from './trend.ts'

export const trendCommandGroup: CommandGroup<[open: Open<TrendDeps>, output: () => Output]> = {
  commands: [['trends [words...]', 'what things ask, sell for and how fast they go, by week']],
  register: async (program, open, output) => {
    const { trendCommands } = await import('./commands.ts')
    trendCommands(program, open, output)
  },
}
