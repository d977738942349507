import type { CommandGroup, Open, Output } from '../../core/commands.ts'
import type { SellDeps } from '../deps.ts'

export const photoCommandGroup: CommandGroup<[open: Open<SellDeps>, output: () => Output]> = {
  commands: [['photos', 'what the photos of your own things are worked on with']],
  begins: ['photos add-cutout'],
  register: async (program, open, output) => {
    const { photoToolCommands } = await import('./photo-commands.ts')
    photoToolCommands(program, open, output)
  },
}
