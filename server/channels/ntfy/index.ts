import type { FetchResponse } from '../../core/fetch.ts'
import type { Message } from '../../model/message.ts'
import { callProvider, isAnswer, isOk, personServer, privateNetworkOption, serverField } from '../call.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { jsonObject, quote, statusOutcome, targetGone } from '../outcome.ts'
import { german } from './german.ts'
import { ntfyPayload } from './payload.ts'

const ntfy: Channel = {
  id: 'ntfy',
  words: { de: german },
  name: 'ntfy',
  description: 'Pushes messages to phones and desktops through ntfy.sh or an ntfy server of yours.',
  options: [privateNetworkOption('NTFY_ALLOW_PRIVATE_NETWORK', 'ntfy servers')],
  fields: [
    serverField({ default: 'https://ntfy.sh', help: 'https://ntfy.sh, or the address of your own server.' }),
    {
      name: 'topic',
      label: 'Topic',
      type: 'text',
      required: true,
      secret: true,
      help: 'What you subscribed to in the ntfy app. Without a login it works like a password: choose one that nobody guesses.',
    },
    {
      name: 'token',
      label: 'Access token',
      type: 'text',
      secret: true,
      help: 'Only for a protected topic: Account, Access tokens in the ntfy web app (tk_…).',
    },
  ],
  unavailable: () => null,
  deliver,
}

export default ntfy

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const { topic, token } = ctx.settings
  const server = personServer(ctx, {
    address: ctx.settings.server,
    name: 'ntfy server',
    option: 'NTFY_ALLOW_PRIVATE_NETWORK',
  })
  if (!server) {
    return { outcome: 'failed', reason: 'The ntfy server has no valid address; set e.g. https://ntfy.sh.' }
  }
  if (typeof topic !== 'string' || !/^[-\w]{1,64}$/.test(topic)) {
    return {
      outcome: 'failed',
      reason: 'This is not a topic of ntfy; it has up to 64 letters, digits, dashes and underscores.',
    }
  }
  const answer = await callProvider(ctx, {
    ...server,
    url: `${server.base}/`,
    headers: typeof token === 'string' && token ? { authorization: `Bearer ${token}` } : {},
    body: JSON.stringify(ntfyPayload(message, ctx.baseUrl, { topic, idempotencyKey: ctx.idempotencyKey })),
  })
  return isAnswer(answer) ? outcomeOf(answer, ctx, server.provider) : answer
}

/** Errors are `{code, http, error, link}`, https://github.com/binwiederhier/ntfy/blob/main/server/errors.go. */
function outcomeOf(response: FetchResponse, ctx: ChannelContext, provider: string): DeliveryResult {
  const { id, code, error } = jsonObject(response)
  if (isOk(response)) {
    return { outcome: 'sent', ...(typeof id === 'string' && { providerRef: id.slice(0, 100) }) }
  }
  const said = quote(error, [ctx.settings.server, ctx.settings.topic, ctx.settings.token])
  if (response.status === 401) {
    return targetGone(`${provider} does not accept the access token${said}; make a new one and set it.`)
  }
  // With its own code: a proxy in front of the server refuses with the same status.
  if (response.status === 403 && code === 40301) {
    return targetGone(
      `${provider} does not let this login write to the topic${said}; set an access token that may, or another topic.`,
    )
  }
  if (code === 40010) return targetGone(`${provider} does not allow a topic of this name; set another one.`)
  return statusOutcome(provider, response, `check server and topic${said}.`, ctx.clock.now())
}
