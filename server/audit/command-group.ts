import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { AuditCommandDeps } from './commands.ts'

export const auditCommandGroup: CommandGroup<[open: Open<AuditCommandDeps>, output: () => Output]> = {
  commands: [['audit', 'who did what, when and from where']],
  impersonal: ['audit'],
  register: async (program, open, output) => {
    const { auditCommands } = await import('./commands.ts')
    auditCommands(program, open, output)
  },
}
