import type { FetchResponse } from '../../core/fetch.ts'
import type { Message } from '../../model/message.ts'
import { callProvider, isAnswer, personServer, privateNetworkOption, serverField } from '../call.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { jsonObject, quote, statusOutcome, targetGone } from '../outcome.ts'
import { german } from './german.ts'
import { apprisePayload } from './payload.ts'

const apprise: Channel = {
  id: 'apprise',
  words: { de: german },
  name: 'Apprise',
  description: 'Hands messages to an Apprise API server of yours, which knows a hundred more services.',
  options: [privateNetworkOption('APPRISE_ALLOW_PRIVATE_NETWORK', 'Apprise servers')],
  fields: [
    serverField({ help: 'Where your Apprise API server is, e.g. https://apprise.example.com:8000.' }),
    {
      name: 'key',
      label: 'Configuration key',
      type: 'text',
      secret: true,
      help: 'Of a configuration stored on the server; or leave it empty and give addresses.',
    },
    {
      name: 'urls',
      label: 'Apprise addresses',
      type: 'text',
      secret: true,
      help: 'One or more with commas between, e.g. signal://localhost:9922/+4915112345678; only without a key.',
    },
    {
      name: 'tag',
      label: 'Tag',
      type: 'text',
      target: true,
      help: 'Only notify the services with this tag of the configuration; empty = all.',
    },
  ],
  unavailable: () => null,
  deliver,
}

export default apprise

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const { key, urls } = ctx.settings
  const server = personServer(ctx, {
    address: ctx.settings.server,
    name: 'Apprise server',
    option: 'APPRISE_ALLOW_PRIVATE_NETWORK',
  })
  if (!server) {
    return {
      outcome: 'failed',
      reason: 'The Apprise server has no valid address; set e.g. https://apprise.example.com:8000.',
    }
  }
  if (!key === !urls) {
    return {
      outcome: 'failed',
      reason:
        'Apprise needs either the key of a stored configuration or addresses of services; set one of the two.',
    }
  }
  if (key && (typeof key !== 'string' || !/^[\w-]{1,128}$/.test(key))) {
    return {
      outcome: 'failed',
      reason: 'This is not a key of Apprise; it has letters, digits, dashes and underscores only.',
    }
  }
  const answer = await callProvider(ctx, {
    ...server,
    url: `${server.base}/notify${key ? `/${key}` : ''}`,
    headers: { accept: 'application/json' },
    body: JSON.stringify(apprisePayload(message, ctx.baseUrl, ctx.settings)),
  })
  return isAnswer(answer) ? outcomeOf(answer, ctx, server.provider) : answer
}

/**
 * 200 is the only yes. 204 is what the server says when nothing is stored under the key, 424 when a service could not
 * be notified or none has the tag; https://github.com/caronc/apprise-api (NotifyView).
 */
function outcomeOf(response: FetchResponse, ctx: ChannelContext, provider: string): DeliveryResult {
  if (response.status === 200) return { outcome: 'sent' }
  const { error } = jsonObject(response)
  const { key, urls } = ctx.settings
  const said = quote(error, [
    ctx.settings.server,
    key,
    urls,
    ...(typeof urls === 'string' ? urls.split(/[,\s]+/) : []),
  ])
  if (response.status === 204) {
    return targetGone(
      `${provider} has nothing stored for this key or these addresses; store a configuration there, or correct them.`,
    )
  }
  if (response.status === 424) {
    return {
      outcome: 'retry',
      undecided: true,
      reason: `${provider} could not notify all of its services${said}; check them and the tag. Deal Scout tries again, so services that were notified may be notified twice.`,
    }
  }
  return statusOutcome(provider, response, `check its address and configuration${said}.`, ctx.clock.now())
}
