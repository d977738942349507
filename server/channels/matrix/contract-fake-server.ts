import { sendJson } from '../../../test/harness/fake-server.ts'
import { type ChannelFakeServer, startHttpFakeServer } from '../fake-server.ts'

/** Answers as a homeserver: the event's id, or `{errcode, error}`. */
export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const accessToken = 'syt_a1IzdFQwa0Vu_En5ecretEn5ecretEn5_0abcde'
  const roomId = '!deals:example.org'
  const { server, become, vanish } = await startHttpFakeServer(
    (response) => sendJson(response, 200, { event_id: '$YUwRidLecu:example.org' }),
    (response) => sendJson(response, 400, { errcode: 'M_BAD_JSON', error: `bad ${accessToken}` }),
    {
      gone: (response) =>
        sendJson(response, 403, { errcode: 'M_FORBIDDEN', error: `User not in room ${roomId}` }),
      busy: (response) =>
        sendJson(response, 429, { errcode: 'M_LIMIT_EXCEEDED', error: 'Too many', retry_after_ms: 7000 }),
    },
  )
  return {
    settings: { homeserver: server.baseUrl, roomId, accessToken },
    options: { MATRIX_ALLOW_PRIVATE_NETWORK: true },
    secrets: [accessToken],
    become,
    vanish,
    saysBlocked: true,
    // What a reader sees: without the entities of HTML and the invisible joiners.
    received: () => server.requests.map(({ body }) => body.replaceAll('&amp;', '&').replaceAll('\u2060', '')),
    repetitionIds: () => server.requests.map(({ url }) => url.pathname.split('/').at(-1)!),
    busyWaitMs: 7000,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
