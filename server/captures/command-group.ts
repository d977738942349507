import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { CaptureRouteDeps } from './routes.ts'

export const captureCommandGroup: CommandGroup<
  [open: Open<Pick<CaptureRouteDeps, 'take'>>, output: () => Output]
> = {
  commands: [['capture <file>', 'takes in the listings of a page that you saved; see docs/capture.md']],
  begins: ['capture'],
  register: async (program, open, output) => {
    const { captureCommand } = await import('./commands.ts')
    captureCommand(program, open, output)
  },
}
