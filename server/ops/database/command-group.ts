import type { CommandGroup, Open, Output } from '../../core/commands.ts'
import type { DatabaseCareDeps } from './care.ts'

export const databaseCommandGroup: CommandGroup<[open: Open<DatabaseCareDeps>, output: () => Output]> = {
  commands: [['db', 'looks after the database']],
  impersonal: ['db'],
  register: async (program, open, output) => {
    const { databaseCommands } = await import('./commands.ts')
    databaseCommands(program, open, output)
  },
}
