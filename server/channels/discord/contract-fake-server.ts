import { sendJson } from '../../../test/harness/fake-server.ts'
import { type ChannelFakeServer, startHttpFakeServer } from '../fake-server.ts'

export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const { server, become, vanish } = await startHttpFakeServer(
    (response) => sendJson(response, 200, { id: '900100200300' }),
    404,
  )
  const token = 'kR3t-Tok_En5ecret'
  return {
    settings: { webhookUrl: `https://discord.com/api/webhooks/1122334455/${token}` },
    options: { DISCORD_BASE_URL: server.baseUrl },
    secrets: [token],
    become,
    vanish,
    saysBlocked: true,
    // What a reader of the channel sees: without the backslashes that make text literal.
    received: () => server.requests.map(({ body }) => body.replaceAll('\\\\', '')),
    repetitionIds: () => null,
    busyWaitMs: 7000,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
