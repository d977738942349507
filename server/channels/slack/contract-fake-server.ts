import { type ChannelFakeServer, startHttpFakeServer } from '../fake-server.ts'

/** Answers as hooks.slack.com: `ok`, or a word with a status. */
export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const { server, become, vanish } = await startHttpFakeServer(
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('ok'),
    (response, { url }) => response.writeHead(400).end(`invalid_payload ${url.pathname}`),
    { gone: (response) => response.writeHead(404).end('no_service') },
  )
  const token = 'kR3tT0kEn5ecret00000000x'
  return {
    settings: { webhookUrl: `https://hooks.slack.com/services/T0001/B0002/${token}` },
    options: { SLACK_BASE_URL: server.baseUrl },
    secrets: [token],
    become,
    vanish,
    saysBlocked: true,
    // What a reader sees: without the entities of mrkdwn.
    received: () => server.requests.map(({ body }) => body.replaceAll('&amp;', '&')),
    repetitionIds: () => null,
    busyWaitMs: 7000,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
