import { createMcpHandler } from '@modelcontextprotocol/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { badInput } from '../core/errors.ts'
import type { Http } from '../core/http.ts'
import { type McpDeps, serverFor } from './server.ts'

/** What a message of an agent is: larger ones are refused before they are read. */
const bodyBytesMax = 256 * 1024
const takenHeader = /^(?:accept|content-type|mcp-[\w-]+)$/
const givenHeaders = ['content-type', 'mcp-protocol-version', 'allow']

/**
 * `/mcp` for agents: Streamable HTTP without sessions, so that any process can answer. Host, origin, key and limits are
 * checked as of every route before this is reached; tools that write check the right for that themselves.
 */
export function mcpRoutes(http: Http, deps: McpDeps): void {
  http.post(
    '/mcp',
    // Any tool may come this way, those that take long as well.
    { bodyLimit: bodyBytesMax, config: { access: 'read', limit: 'costly' }, schema: { hide: true } },
    async (request, reply) => {
      const { actor, body } = request
      // One request is counted as one.
      if (Array.isArray(body)) throw badInput('Send one message at a time: a batch is not taken.')
      const handler = createMcpHandler(() => serverFor(deps, actor), {
        // Nothing changes that one could be told of, and a stream that never ends would hold up the end of the program.
        maxSubscriptions: 0,
        onerror: (error) => deps.log.debug({ err: error }, 'a message of an agent was refused'),
      })
      const answer = await handler.fetch(webRequest(request, reply), { parsedBody: body })
      for (const name of givenHeaders) {
        const value = answer.headers.get(name)
        if (value !== null) reply.header(name, value)
      }
      return reply.status(answer.status).send(await answer.text())
    },
  )
}

/** What the library looks at of a request: no cookie, no key. */
function webRequest({ headers }: FastifyRequest, { raw }: FastifyReply): Request {
  const gone = new AbortController()
  raw.once('close', () => gone.abort())
  const taken = Object.entries(headers).flatMap(([name, value]) =>
    takenHeader.test(name) && value !== undefined ? [[name, String(value)] as [string, string]] : [],
  )
  return new Request('http://deal-scout.invalid/mcp', { method: 'POST', headers: taken, signal: gone.signal })
}
