import type { CommandGroup, Open } from '../core/commands.ts'
import type { McpCommandDeps } from './commands.ts'

export const mcpCommandGroup: CommandGroup<[open: Open<McpCommandDeps>]> = {
  commands: [['mcp', 'lets an agent (MCP) search, value and watch for you, over stdin and stdout']],
  register: async (program, open) => {
    const { mcpCommands } = await import('./commands.ts')
    mcpCommands(program, open)
  },
}
