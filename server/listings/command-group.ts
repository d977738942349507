import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { ListingRouteDeps } from './listing-pages.ts'

export const listingCommandGroup: CommandGroup<[open: Open<ListingRouteDeps>, output: () => Output]> = {
  commands: [
    ['deals [words...]', 'what is for sale now, best deal first'],
    ['show <listing>', 'everything about one listing: its value, score, profit, prices and comparables'],
  ],
  register: async (program, open, output) => {
    const { listingCommands } = await import('./commands.ts')
    listingCommands(program, open, output)
  },
}
