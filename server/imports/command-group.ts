import type { CommandGroup, Open, Output } from '../core/commands.ts'
import type { ImportCommandDeps } from './commands.ts'
import type { ParsedPage } from './page.ts'

export const importCommandGroup: CommandGroup<
  [
    open: Open<ImportCommandDeps>,
    output: () => Output,
    parseFile: (marketplace: string, file: string, url?: string) => Promise<ParsedPage>,
  ]
> = {
  commands: [
    [
      'import <files...>',
      'takes in listings from CSV, JSON, JSONL (gzipped or not) or a saved marketplace page; see docs/import.md',
    ],
  ],
  begins: ['import'],
  register: async (program, open, output, parseFile) => {
    const { importCommand } = await import('./commands.ts')
    importCommand(program, open, output, parseFile)
  },
}
