import type { CommandGroup, Open, Output } from '../../core/commands.ts'
import type { RotateDeps } from './rotate.ts'

export const secretCommandGroup: CommandGroup<[open: Open<RotateDeps>, output: () => Output]> = {
  commands: [['secrets', 'the keys that stored secrets are sealed with: how it is, another one']],
  impersonal: ['secrets'],
  register: async (program, open, output) => {
    const { secretCommands } = await import('./commands.ts')
    secretCommands(program, open, output)
  },
}
