import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { OrderDeps } from './orders/deps.ts'

export const sellCommandGroup: CommandGroup<[open: Open<OrderDeps>, output: () => Output]> = {
  commands: [['sell', 'your own things: stock, posts, sales and profit']],
  begins: ['sell add'],
  register: async (program, open, output) => {
    const { sellCommands } = await import('./commands.ts')
    sellCommands(program, open, output)
  },
}
