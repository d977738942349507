import type { FetchResponse } from '../../core/fetch.ts'
import type { Message } from '../../model/message.ts'
import { callProvider, fixedServer, isAnswer, isOk } from '../call.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { statusOutcome, targetGone } from '../outcome.ts'
import { german } from './german.ts'
import { slackPayload } from './payload.ts'

const slack: Channel = {
  id: 'slack',
  words: { de: german },
  name: 'Slack',
  description: 'Posts messages with pictures to a Slack channel through an incoming webhook.',
  options: [
    {
      env: 'SLACK_BASE_URL',
      type: 'url',
      protocols: ['http', 'https'],
      doc: 'Where Slack webhooks are called instead of https://hooks.slack.com, e.g. a proxy of yours.',
    },
  ],
  fields: [
    {
      name: 'webhookUrl',
      label: 'Webhook address',
      type: 'url',
      required: true,
      secret: true,
      help: 'On api.slack.com/apps: your app, Incoming Webhooks, Add New Webhook to Workspace, then copy the Webhook URL.',
    },
  ],
  unavailable: () => null,
  deliver,
}

export default slack

const hosts = new Set(['hooks.slack.com', 'hooks.slack-gov.com'])

/** Origin and path to call for what the person pasted, or null when that is no incoming webhook of Slack. */
export function slackHook(webhookUrl: unknown): URL | null {
  const url = typeof webhookUrl === 'string' ? URL.parse(webhookUrl.trim()) : null
  const isHook = url?.protocol === 'https:' && hosts.has(url.host)
  return isHook && /^\/services(?:\/[\w-]{1,100}){3}\/?$/.test(url.pathname) ? url : null
}

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const hook = slackHook(ctx.settings.webhookUrl)
  if (!hook) {
    return {
      outcome: 'failed',
      reason:
        'This is not the address of an incoming webhook of Slack (https://hooks.slack.com/services/…); copy it again from your app’s page.',
    }
  }
  const { base, ...server } = fixedServer(ctx, 'SLACK_BASE_URL', hook.origin)
  const send = (withImages: boolean) => {
    const body = JSON.stringify(slackPayload(message, ctx.baseUrl, withImages))
    return callProvider(ctx, { ...server, provider: 'Slack', url: base + hook.pathname, body })
  }
  const answer = await send(true)
  if (!isAnswer(answer)) return answer
  // Refused for a picture that Slack cannot load: nothing was posted, so the words go without pictures.
  const imageRefused = answer.status === 400 && /invalid_blocks|invalid_attachments/.test(answer.text())
  const last = imageRefused && message.items.some((item) => item.imageUrl) ? await send(false) : answer
  return isAnswer(last) ? outcomeOf(last, ctx) : last
}

const remake = 'make a new webhook in your Slack app and paste its address.'

/** By https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors: a word as plain text. */
const gone: Record<string, string> = {
  no_service: `The webhook was removed or switched off in Slack; ${remake}`,
  no_service_id: `The webhook is not known to Slack; ${remake}`,
  no_active_hooks: `The webhook was switched off in Slack; ${remake}`,
  no_team: `Slack does not know the workspace of this webhook; ${remake}`,
  team_disabled: 'The Slack workspace is disabled; set a webhook of another workspace.',
  invalid_token: `Slack no longer accepts the webhook; ${remake}`,
  channel_not_found: `The Slack channel of the webhook no longer exists; ${remake}`,
  channel_is_archived: 'The Slack channel was archived; restore it, or make a webhook for another channel.',
  user_not_found: `The Slack user that the webhook writes to no longer exists; ${remake}`,
  action_prohibited:
    'An administrator of the Slack workspace forbids the webhook to post; ask them to allow it.',
  posting_to_general_channel_denied:
    'The Slack workspace forbids posting to its general channel; make a webhook for another channel.',
}

function outcomeOf(response: FetchResponse, ctx: ChannelContext): DeliveryResult {
  if (isOk(response)) return { outcome: 'sent' }
  const word = /^[a-z_]{1,60}/.exec(response.text().trim())?.[0] ?? ''
  const reason = Object.hasOwn(gone, word) ? gone[word] : undefined
  if (reason) return targetGone(reason)
  if (response.status === 404 || response.status === 410) {
    return targetGone(`The webhook no longer exists in Slack (HTTP ${response.status}); ${remake}`)
  }
  return statusOutcome('Slack', response, remake, ctx.clock.now())
}
