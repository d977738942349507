import type { FetchResponse } from '../../core/fetch.ts'
import type { Message } from '../../model/message.ts'
import { callProvider, isAnswer, isOk, personServer, privateNetworkOption, serverField } from '../call.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { jsonObject, quote, statusOutcome, targetGone } from '../outcome.ts'
import { german } from './german.ts'
import { gotifyPayload } from './payload.ts'

const gotify: Channel = {
  id: 'gotify',
  words: { de: german },
  name: 'Gotify',
  description: 'Pushes messages to your devices through a Gotify server of yours.',
  options: [privateNetworkOption('GOTIFY_ALLOW_PRIVATE_NETWORK', 'Gotify servers')],
  fields: [
    serverField({ help: 'Where the web page of your Gotify server is, e.g. https://gotify.example.com.' }),
    {
      name: 'appToken',
      label: 'Application token',
      type: 'text',
      required: true,
      secret: true,
      help: 'In Gotify: Apps, Create application; its token begins with A.',
    },
  ],
  unavailable: () => null,
  deliver,
}

export default gotify

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const { appToken } = ctx.settings
  const server = personServer(ctx, {
    address: ctx.settings.server,
    name: 'Gotify server',
    option: 'GOTIFY_ALLOW_PRIVATE_NETWORK',
  })
  if (!server) {
    return {
      outcome: 'failed',
      reason: 'The Gotify server has no valid address; set e.g. https://gotify.example.com.',
    }
  }
  if (typeof appToken !== 'string' || !/^[!-~]{1,200}$/.test(appToken)) {
    return {
      outcome: 'failed',
      reason: 'The application token of Gotify is missing or not one; copy it again from Apps in Gotify.',
    }
  }
  const answer = await callProvider(ctx, {
    ...server,
    url: `${server.base}/message`,
    headers: { 'x-gotify-key': appToken },
    body: JSON.stringify(gotifyPayload(message, ctx.baseUrl)),
  })
  return isAnswer(answer) ? outcomeOf(answer, ctx, server.provider) : answer
}

/** Errors are `{error, errorCode, errorDescription}`, https://gotify.net/api-docs (createMessage). */
function outcomeOf(response: FetchResponse, ctx: ChannelContext, provider: string): DeliveryResult {
  const { id, errorCode, errorDescription } = jsonObject(response)
  if (isOk(response)) {
    return { outcome: 'sent', ...(typeof id === 'number' && { providerRef: String(id) }) }
  }
  // Only with Gotify's own error: a proxy in front of it refuses with the same statuses.
  if (response.status === 401 && errorCode === 401) {
    return targetGone(
      `${provider} does not know the application token, or the application was deleted; make one under Apps and set its token.`,
    )
  }
  if (response.status === 403 && errorCode === 403) {
    return targetGone(
      `${provider} does not let this token send messages; set the token of an application, not that of a client.`,
    )
  }
  const said = quote(errorDescription, [ctx.settings.server, ctx.settings.appToken])
  return statusOutcome(provider, response, `check address and application token${said}.`, ctx.clock.now())
}
