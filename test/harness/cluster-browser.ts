import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { text } from 'node:stream/consumers'

export interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export interface ClusterBrowser extends Disposable {
  open(path: string, asked?: Asked): Promise<IncomingMessage>
  ask(path: string, asked?: Asked): Promise<{ status: number; text: string }>
  json(method: string, path: string, body: unknown): Promise<{ status: number; text: string }>
  /** Another one of the same person: it has the cookies of now. */
  twin(localAddress: string): ClusterBrowser
}

/** A browser that comes through nginx: it keeps cookies, and says where its pages are from. */
export function clusterBrowser(
  { address, certPath }: { address: string; certPath: string },
  { localAddress, cookies = new Map() }: { localAddress?: string; cookies?: Map<string, string> } = {},
): ClusterBrowser {
  const agent = new Agent({
    ...{ keepAlive: true, ca: readFileSync(certPath) },
    ...(localAddress !== undefined && { localAddress }),
  })
  const headersOf = (headers: Record<string, string> = {}) => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    origin: address,
    'x-csrf-token': [...cookies].find(([name]) => name.endsWith('.csrf'))?.[1] ?? '',
    ...headers,
  })
  async function open(path: string, { method = 'GET', headers, body }: Asked = {}): Promise<IncomingMessage> {
    const sent = request(`${address}${path}`, { method, agent, headers: headersOf(headers) })
    sent.end(body)
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      cookies.set(name!, value!)
    }
    return answer
  }
  async function ask(path: string, asked?: Asked): Promise<{ status: number; text: string }> {
    const answer = await open(path, asked)
    return { status: answer.statusCode!, text: await text(answer) }
  }
  return {
    open,
    ask,
    json: (method, path, body) =>
      ask(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    twin: (from) => clusterBrowser({ address, certPath }, { localAddress: from, cookies: new Map(cookies) }),
    [Symbol.dispose]: () => agent.destroy(),
  }
}
