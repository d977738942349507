import type { CommandGroup } from '../../core/commands.ts'
import type { BackupGiven } from './commands.ts'

export const backupCommandGroup: CommandGroup<[given: BackupGiven]> = {
  commands: [
    ['backup', 'copies everything in the database into a folder or a bucket, while it runs'],
    ['restore <backup>', 'makes the database hold what a backup holds'],
  ],
  begins: ['restore'],
  impersonal: ['backup', 'restore'],
  register: async (program, given) => {
    const { backupCommands } = await import('./commands.ts')
    backupCommands(program, given)
  },
}
