import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { NotifyRouteDeps } from './routes.ts'

export const notifyCommandGroup: CommandGroup<[open: Open<NotifyRouteDeps>, output: () => Output]> = {
  commands: [
    ['inbox', 'what you were notified of, newest first, with the state of each delivery'],
    ['deliveries', 'the ledger: what became of every message'],
    ['when', 'when you are notified: digests, quiet hours, limits'],
    ['channels', 'where you are notified'],
    ['feed', 'your matches for a feed reader, at a secret address'],
  ],
  begins: ['channels set', 'when set'],
  register: async (program, open, output) => {
    const { notifyCommands } = await import('./commands.ts')
    notifyCommands(program, open, output)
  },
}
