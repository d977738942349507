import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { OfferRouteDeps } from './routes.ts'

export const offerCommandGroup: CommandGroup<[open: Open<OfferRouteDeps>, output: () => Output]> = {
  commands: [
    ['message <listing>', 'a draft to the seller of a listing, with an opening offer; you send it yourself'],
    ['templates', 'texts that messages are drafted from'],
  ],
  begins: ['templates add'],
  register: async (program, open, output) => {
    const { offerCommands } = await import('./commands.ts')
    offerCommands(program, open, output)
  },
}
