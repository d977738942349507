import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { Marketplace } from '../marketplaces/contract.ts'
import type { ScanCommandDeps } from './commands.ts'
import type { ConnectionDeps } from './connections/connections.ts'

export const sourceCommandGroup: CommandGroup<[open: Open<ScanCommandDeps>, output: () => Output]> = {
  commands: [
    ['scan', 'scans now what is planned, without waiting for its time'],
    ['sources', 'connections to marketplaces'],
  ],
  begins: ['sources add', 'sources try'],
  register: async (program, open, output) => {
    const { marketplaceCommands } = await import('./commands.ts')
    marketplaceCommands(program, open, output)
  },
}

export const connectionCommandGroup: CommandGroup<[open: Open<ConnectionDeps>, output: () => Output]> = {
  commands: [['connections', 'your own accounts at marketplaces, for which Deal Scout may act']],
  register: async (program, open, output) => {
    const { connectionCommands } = await import('./connections/commands.ts')
    connectionCommands(program, open, output)
  },
}

export const parseCommandGroup: CommandGroup<
  [marketplaces: () => Promise<ReadonlyMap<string, Marketplace>>]
> = {
  commands: [
    [
      'parse <marketplace> <file>',
      "prints what a marketplace's parser sees in a saved page or answer, as JSON; touches nothing",
    ],
  ],
  impersonal: ['parse'],
  register: async (program, marketplaces) => {
    const { parseCommand } = await import('./parse-command.ts')
    parseCommand(program, marketplaces)
  },
}
