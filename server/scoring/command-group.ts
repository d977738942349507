import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { SellingSettingsDeps } from './resale/selling.ts'
import type { ValueDeps } from './value/answer/value-asked.ts'
import type { ValueAnswer, ValueInput } from './value/answer/value-schema.ts'

export const valueCommandGroup: CommandGroup<
  [
    open: Open<ValueDeps>,
    output: () => Output,
    askRunning: (input: ValueInput) => Promise<ValueAnswer | null>,
  ]
> = {
  commands: [
    ['value <title...>', 'what a thing is worth by comparable listings, with an interval and the listings'],
  ],
  register: async (program, open, output, askRunning) => {
    const { valueCommand } = await import('./commands.ts')
    valueCommand(program, open, output, askRunning)
  },
}

export const sellingCommandGroup: CommandGroup<[open: Open<SellingSettingsDeps>, output: () => Output]> = {
  commands: [['settings', 'your own settings']],
  begins: ['settings selling set'],
  register: async (program, open, output) => {
    const { sellingCommands } = await import('./resale/selling-commands.ts')
    sellingCommands(program, open, output)
  },
}
