import { sendJson } from '../../../test/harness/fake-server.ts'
import { type ChannelFakeServer, startHttpFakeServer } from '../fake-server.ts'

/** Answers as an Apprise API server: `{error, details}` as JSON, 204 for a key that it does not know. */
export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const key = 'kR3t-configuration-5ecret'
  const { server, become, vanish } = await startHttpFakeServer(
    (response) => sendJson(response, 200, { error: null, details: [] }),
    (response) => sendJson(response, 400, { error: `Bad payload for ${key}` }),
    { gone: (response) => response.writeHead(204).end() },
  )
  return {
    settings: { server: server.baseUrl, key },
    options: { APPRISE_ALLOW_PRIVATE_NETWORK: true },
    secrets: [key],
    become,
    vanish,
    saysBlocked: true,
    received: () => server.requests.map(({ body }) => body.replaceAll('\u2060', '')),
    repetitionIds: () => null,
    busyWaitMs: 7000,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
