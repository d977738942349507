import { sendJson } from '../../../test/harness/fake-server.ts'
import { type ChannelFakeServer, startHttpFakeServer } from '../fake-server.ts'

/** Answers as api.pushover.net: `status` 1 with a request id, or `status` 0 with `errors`. */
export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const request = '647d2300-702c-4b38-8b2f-d56326ae460b'
  const userKey = 'uQiRzpo4DXghDmr9QzzfQu27cmVRsG'
  const appToken = 'azGDORePK8gMaC0QOYAMyEEuzJnyUi'
  const { server, become, vanish } = await startHttpFakeServer(
    (response) => sendJson(response, 200, { status: 1, request }),
    (response) => sendJson(response, 400, { status: 0, request, errors: [`message is wrong: ${appToken}`] }),
    {
      gone: (response) =>
        sendJson(response, 400, {
          status: 0,
          request,
          user: 'invalid',
          errors: [`user identifier ${userKey} is not a valid user, group, or subscribed user key`],
        }),
    },
  )
  return {
    settings: { userKey, appToken },
    options: { PUSHOVER_BASE_URL: server.baseUrl },
    secrets: [userKey, appToken],
    become,
    vanish,
    saysBlocked: true,
    received: () => server.requests.map(({ body }) => body.replaceAll('\u2060', '')),
    repetitionIds: () => null,
    busyWaitMs: 7000,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
