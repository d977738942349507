import { sendJson } from '../../../test/harness/fake-server.ts'
import { type ChannelFakeServer, startHttpFakeServer } from '../fake-server.ts'

/** Answers as a workflow with a webhook: 202 without a body, or `{error: {code, message}}`. */
export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const error = (code: string, message: string) => ({ error: { code, message } })
  const { server, become, vanish } = await startHttpFakeServer(
    (response) => response.writeHead(202, { 'x-ms-workflow-run-id': '0858' }).end(),
    (response, { url }) =>
      sendJson(response, 400, error('TriggerInputSchemaMismatch', `no: ${url.pathname}${url.search}`)),
    {
      gone: (response) =>
        sendJson(response, 400, error('WorkflowTriggerIsNotEnabled', "… as its state is 'Deleted'.")),
    },
  )
  const signature = 'l0lFm8uGc6kFwT73IzDPQBdNut4ZWgNs'
  return {
    settings: {
      webhookUrl: `https://default01.a7.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/c3181d4e/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${signature}`,
    },
    options: { TEAMS_BASE_URL: server.baseUrl },
    secrets: [signature],
    become,
    vanish,
    saysBlocked: true,
    received: () => server.requests.map(({ body }) => body.replaceAll('\u2060', '')),
    repetitionIds: () => null,
    busyWaitMs: 7000,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
