import { type ChannelFakeServer, startHttpFakeServer } from '../fake-server.ts'

export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const { server, become, vanish } = await startHttpFakeServer(
    (response) => response.writeHead(204).end(),
    410,
  )
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  return {
    settings: { url: `${server.baseUrl}/hooks/deals`, secret },
    options: { WEBHOOK_ALLOW_PRIVATE_NETWORK: true },
    secrets: [secret, secret.slice('whsec_'.length)],
    become,
    vanish,
    saysBlocked: true,
    received: () => server.requests.map((request) => request.body),
    repetitionIds: () => server.requests.map((request) => String(request.headers['webhook-id'])),
    busyWaitMs: 7000,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
