import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { ClusterRouteDeps } from './routes.ts'

export const clusterCommandGroup: CommandGroup<[open: Open<ClusterRouteDeps>, output: () => Output]> = {
  commands: [['clusters', 'listings that are the same thing']],
  register: async (program, open, output) => {
    const { clusterCommands } = await import('./commands.ts')
    clusterCommands(program, open, output)
  },
}
