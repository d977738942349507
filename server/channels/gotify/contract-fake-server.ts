import { sendJson } from '../../../test/harness/fake-server.ts'
import { type ChannelFakeServer, startHttpFakeServer } from '../fake-server.ts'

/** Answers as a Gotify server: the stored message, or `{error, errorCode, errorDescription}`. */
export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const appToken = 'AkR3tT0kEnEn5ec'
  const error = (errorCode: number, error: string, errorDescription: string) => ({
    error,
    errorCode,
    errorDescription,
  })
  const { server, become, vanish } = await startHttpFakeServer(
    (response) => sendJson(response, 200, { id: 25, appid: 5, date: '2026-11-20T19:00:06Z' }),
    (response) => sendJson(response, 400, error(400, 'Bad Request', `message is wrong for ${appToken}`)),
    {
      gone: (response) =>
        sendJson(response, 401, error(401, 'Unauthorized', 'you need to provide a valid access token')),
    },
  )
  return {
    settings: { server: server.baseUrl, appToken },
    options: { GOTIFY_ALLOW_PRIVATE_NETWORK: true },
    secrets: [appToken],
    become,
    vanish,
    saysBlocked: true,
    // What a reader sees: without the backslashes that make text literal.
    received: () => server.requests.map(({ body }) => body.replaceAll('\\\\', '')),
    repetitionIds: () => null,
    busyWaitMs: 7000,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
