import type { CommandGroup, Output } from '../../core/commands.ts'
import type { LookedAt } from './commands.ts'

export const upgradeCommandGroup: CommandGroup<[look: LookedAt, output: () => Output]> = {
  commands: [
    ['upgrade-check', 'whether this version may be rolled out beside what runs, or what to do before'],
  ],
  impersonal: ['upgrade-check'],
  register: async (program, look, output) => {
    const { upgradeCommands } = await import('./commands.ts')
    upgradeCommands(program, look, output)
  },
}
