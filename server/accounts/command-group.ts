import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { AccountCommandDeps } from './auth/commands.ts'
import type { MeDeps } from './me.ts'

export const accountCommandGroup: CommandGroup<[open: Open<AccountCommandDeps>, output: () => Output]> = {
  commands: [
    ['setup-link', 'a link that makes you the owner, once: then others may be let in'],
    ['users', 'who may sign in: list, invite, reset a password, switch off'],
  ],
  begins: ['setup-link', 'users claim'],
  impersonal: ['setup-link', 'users'],
  register: async (program, open, output) => {
    const { accountCommands } = await import('./auth/commands.ts')
    accountCommands(program, open, output)
  },
}

export const profileCommandGroup: CommandGroup<[open: Open<MeDeps>, output: () => Output]> = {
  commands: [['profile', 'where you live, and how distances, prices and times are shown to you']],
  register: async (program, open, output) => {
    const { profileCommands } = await import('./commands.ts')
    profileCommands(program, open, output)
  },
}
