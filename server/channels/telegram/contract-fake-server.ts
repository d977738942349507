import { sendJson } from '../../../test/harness/fake-server.ts'
import { type ChannelFakeServer, startHttpFakeServer } from '../fake-server.ts'

/** Answers as the Bot API: `ok` with a result, or with `error_code`, `description` and `parameters`. */
export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const refuse = (status: number, description: string, parameters?: object) => ({
    ok: false,
    error_code: status,
    description,
    ...(parameters && { parameters }),
  })
  const { server, become, vanish } = await startHttpFakeServer(
    (response) => sendJson(response, 200, { ok: true, result: { message_id: 77, chat: { id: 4711 } } }),
    (response, { url }) =>
      sendJson(response, 400, refuse(400, `Bad Request: message is wrong at ${url.pathname}`)),
    {
      gone: (response) => sendJson(response, 403, refuse(403, 'Forbidden: bot was blocked by the user')),
      busy: (response) =>
        sendJson(response, 429, refuse(429, 'Too Many Requests: retry after 7', { retry_after: 7 })),
    },
  )
  const botToken = '123456789:AAE-kR3tT0kEn_En5ecret000000000000'
  return {
    settings: { botToken, chatId: '4711' },
    options: { TELEGRAM_BASE_URL: server.baseUrl },
    secrets: [botToken],
    become,
    vanish,
    saysBlocked: true,
    // What a reader sees: without the entities of HTML and the invisible joiners.
    received: () => server.requests.map(({ body }) => body.replaceAll('&amp;', '&').replaceAll('\u2060', '')),
    repetitionIds: () => null,
    busyWaitMs: 7000,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
