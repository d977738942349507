import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { MeDeps } from './me.ts'

export const profileCommandGroup: CommandGroup<[open: Open<MeDeps>, output: () => Output]> = {
  commands: [['profile', 'where you live, and how distances, prices and times are shown to you']],
  register: async (program, open, output) => {
    const { profileCommands } = await import('./commands.ts')
    profileCommands(program, open, output)
  },
}
