import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import type { Visitor } from '../accounts/test-kit.ts'

/** What a tool answered, as an agent gets it. */
export interface Told {
  isError: boolean
  /** As JSON where it is that. */
  text: string
  structured: never
}

export interface Agent extends AsyncDisposable {
  client: Client
  call(name: string, input?: Record<string, unknown>): Promise<Told>
}

export function agentOf(client: Client): Agent {
  return {
    client,
    async call(name, input = {}) {
      const { isError, content, structuredContent } = await client.callTool({ name, arguments: input })
      const [first] = content
      return {
        isError: isError === true,
        text: first?.type === 'text' ? first.text : '',
        structured: structuredContent as never,
      }
    },
    [Symbol.asyncDispose]: () => client.close(),
  }
}

/** `auto` speaks the newest revision where both know it, `legacy` that of 2025. */
export const eras = ['auto', 'legacy'] as const
export type Era = (typeof eras)[number]

export function newClient(mode: Era): Client {
  return new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } })
}

/** An agent that has a key, over HTTP. */
export async function httpAgent(address: string, headers: Record<string, string>, era: Era = 'auto') {
  const client = newClient(era)
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${address}/mcp`), { requestInit: { headers } }),
  )
  return agentOf(client)
}

/** A key of somebody who signed in, as a header. */
export async function keyOf(person: Visitor, scope: string) {
  const made = await person.call('POST', '/api/auth/keys', { name: scope, scope })
  const { id, key } = made.body as { id: number; key: string }
  return { id, headers: { authorization: `Bearer ${key}` } }
}
