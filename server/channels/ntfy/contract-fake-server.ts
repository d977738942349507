import { sendJson } from '../../../test/harness/fake-server.ts'
import { type ChannelFakeServer, startHttpFakeServer } from '../fake-server.ts'

/** Answers as an ntfy server: the message with its id, or `{code, http, error, link}`. */
export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const topic = 'deals-kR3tT0pic'
  const token = 'tk_kR3tT0kEnEn5ecret'
  const { server, become, vanish } = await startHttpFakeServer(
    (response) => sendJson(response, 200, { id: 'sPs71M8A2T', time: 1643935928, event: 'message', topic }),
    (response) => sendJson(response, 400, { code: 40009, http: 400, error: `topic invalid: ${topic}` }),
    {
      gone: (response) => sendJson(response, 403, { code: 40301, http: 403, error: `forbidden: ${token}` }),
    },
  )
  return {
    settings: { server: server.baseUrl, topic, token },
    options: { NTFY_ALLOW_PRIVATE_NETWORK: true },
    secrets: [topic, token],
    become,
    vanish,
    saysBlocked: true,
    received: () => server.requests.map(({ body }) => body.replaceAll('\u2060', '')),
    repetitionIds: () => server.requests.map(({ body }) => JSON.parse(body).sequence_id),
    busyWaitMs: 7000,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
