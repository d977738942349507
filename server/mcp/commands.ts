import { once } from 'node:events'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Command } from 'commander'
import type { Open } from '../core/commands.ts'
import { type McpDeps, serverFor } from './server.ts'

export interface McpCommandDeps {
  mcp: McpDeps
  stop: AbortSignal
}

/** `deal-scout mcp`: on stdout stands the protocol and nothing else; it ends with stdin. */
export function mcpCommands(program: Command, open: Open<McpCommandDeps>): void {
  program
    .command('mcp')
    .description('lets an agent (MCP) search, value and watch for you, over stdin and stdout')
    .option('--read-only', 'nothing that changes something')
    .action((flags: { readOnly?: boolean }) =>
      open(async ({ mcp, stop }, actor) => {
        const readOnly = flags.readOnly === true
        const own = readOnly ? { ...actor, scope: 'read' as const } : actor
        const ended = endOf(process.stdin, stop)
        const served = serveStdio(() => serverFor(mcp, own, { readOnly }), {
          maxSubscriptions: 0,
          onerror: (error) => mcp.log.warn({ err: error }, 'a message of an agent was refused'),
        })
        await ended
        await served.close()
      }),
    )
}

/** Resolves when nothing more comes, or the command is told to stop. */
async function endOf(input: NodeJS.ReadStream, stop: AbortSignal): Promise<void> {
  const done = new AbortController()
  const { signal } = done
  const stopped = stop.aborted ? Promise.resolve() : once(stop, 'abort', { signal })
  await Promise.race([stopped, once(input, 'end', { signal }), once(input, 'close', { signal })])
  done.abort()
}
