import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { MailboxDeps } from './mailboxes.ts'

export const mailboxCommandGroup: CommandGroup<[open: Open<MailboxDeps>, output: () => Output]> = {
  commands: [['mailboxes', 'your own mail, from which alerts of marketplaces become listings']],
  register: async (program, open, output) => {
    const { mailboxCommands } = await import('./commands.ts')
    mailboxCommands(program, open, output)
  },
}
