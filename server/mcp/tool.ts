import type { CallToolResult, McpServer } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import type { Actor } from '../core/actor.ts'
import { asAppError } from '../core/http-problems.ts'
import type { Log } from '../core/log.ts'
import type { ListingRouteDeps } from '../listings/listing-pages.ts'
import type { NotifyRouteDeps } from '../notify/routes.ts'
import type { TraceRouteDeps } from '../rules/explain/trace-routes.ts'
import type { AlertRouteDeps } from '../rules/routes.ts'
import type { ValueDeps } from '../scoring/value/answer/value-asked.ts'
import type { SellDeps } from '../sell/deps.ts'
import type { WatchRouteDeps } from '../watches/routes.ts'
import { type Marker, markStrangers } from './untrusted.ts'

/** What of the program agents may use: what its routes and commands use. */
export interface ToolDeps {
  log: Log
  listings: ListingRouteDeps
  value: ValueDeps
  rules: AlertRouteDeps
  traces: TraceRouteDeps
  watches: WatchRouteDeps
  notify: NotifyRouteDeps
  sell: SellDeps
}

/** One thing that an agent can ask for. */
export interface Tool {
  name: string
  /** What it asks of who asks; a tool that writes is not there where only reading is offered. */
  right: 'read' | 'write'
  /** Puts it into a server that acts for `actor`. */
  add(server: McpServer, deps: ToolDeps, actor: Actor): void
}

/**
 * A tool of input and output by schemas. `run` checks the right itself, by authorized(), as routes do; what strangers wrote
 * goes through `marks`. Errors are answers that say what to do; what nobody foresaw is logged and not told.
 */
export function tool<In extends z.ZodType, Out extends z.ZodType>(spec: {
  name: string
  title: string
  description: string
  right: Tool['right']
  input: In
  output: Out
  /** Of one that writes: asked again it does nothing further. */
  isIdempotent?: boolean
  run(deps: ToolDeps, actor: Actor, input: z.output<In>, marks: Marker): Promise<z.input<Out>>
}): Tool {
  const { name, title, description, right, input, output, isIdempotent = false, run } = spec
  const isReading = right === 'read'
  return {
    name,
    right,
    add(server, deps, actor) {
      server.registerTool<z.ZodType, z.ZodType>(
        name,
        {
          title,
          description,
          inputSchema: input,
          outputSchema: output,
          annotations: {
            readOnlyHint: isReading,
            destructiveHint: false,
            idempotentHint: isReading || isIdempotent,
            openWorldHint: false,
          },
        },
        async (given): Promise<CallToolResult> => {
          try {
            // The library has checked it by this very schema.
            const answer = await run(deps, actor, given as z.output<In>, markStrangers())
            return {
              structuredContent: answer as NonNullable<CallToolResult['structuredContent']>,
              content: [{ type: 'text', text: JSON.stringify(answer) }],
            }
          } catch (error) {
            return refused(error, name, deps.log)
          }
        },
      )
    },
  }
}

function refused(error: unknown, name: string, log: Log): CallToolResult {
  const known = asAppError(error)
  if (known.status >= 500) log.error({ err: error, tool: name }, 'a tool of an agent failed')
  const { code, fields } = known
  const message =
    code === 'internal-error' ? 'Something went wrong here. The log of the program says what.' : known.message
  return {
    isError: true,
    content: [{ type: 'text', text: JSON.stringify({ code, message, ...(fields && { fields }) }) }],
  }
}
