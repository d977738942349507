import type { FetchResponse } from '../../core/fetch.ts'
import type { Message } from '../../model/message.ts'
import { callProvider, fixedServer, isAnswer, isOk } from '../call.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { jsonObject, statusOutcome, targetGone } from '../outcome.ts'
import { german } from './german.ts'
import { teamsPayload } from './payload.ts'

const teams: Channel = {
  id: 'teams',
  words: { de: german },
  name: 'Microsoft Teams',
  description: 'Posts cards to a Microsoft Teams channel or chat through a webhook of Workflows.',
  options: [
    {
      env: 'TEAMS_BASE_URL',
      type: 'url',
      protocols: ['http', 'https'],
      doc: 'Where webhooks of Teams Workflows are called instead of their own host, path and query kept, e.g. a proxy of yours.',
    },
  ],
  fields: [
    {
      name: 'webhookUrl',
      label: 'Webhook address',
      type: 'url',
      required: true,
      secret: true,
      help: 'In Teams: … next to the channel, Workflows, “Send webhook alerts to a channel”; copy the address it shows at the end.',
    },
  ],
  unavailable: () => null,
  deliver,
}

export default teams

const hostEnds = ['.logic.azure.com', '.api.powerplatform.com']

/** What the person pasted, or null when that is no webhook of Workflows with its signature. */
export function workflowHook(webhookUrl: unknown): URL | null {
  const url = typeof webhookUrl === 'string' ? URL.parse(webhookUrl.trim()) : null
  if (url?.protocol !== 'https:' || url.port !== '' || url.username || url.password) return null
  const isHook = hostEnds.some((end) => url.hostname.endsWith(end)) && url.pathname.includes('/workflows/')
  return isHook && url.searchParams.has('sig') ? url : null
}

const remake = 'look at it in the Workflows app of Teams, or make a new one and paste its address.'

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const hook = workflowHook(ctx.settings.webhookUrl)
  if (!hook) {
    return {
      outcome: 'failed',
      reason:
        'This is not the address of a webhook of Teams Workflows (https://….api.powerplatform.com/…&sig=…); copy the whole address again. Those of webhook.office.com no longer work.',
    }
  }
  const { base, ...server } = fixedServer(ctx, 'TEAMS_BASE_URL', hook.origin)
  const answer = await callProvider(ctx, {
    ...server,
    provider: 'Microsoft Teams',
    url: base + hook.pathname + hook.search,
    body: JSON.stringify(teamsPayload(message, ctx.baseUrl)),
  })
  return isAnswer(answer) ? outcomeOf(answer, ctx) : answer
}

/** Errors of Azure Logic Apps, which Workflows are made of: `{error: {code, message}}`. */
const gone: Record<string, string> = {
  WorkflowTriggerIsNotEnabled: `The workflow in Teams was switched off or deleted; ${remake}`,
  WorkflowDisabled: `The workflow in Teams was switched off; ${remake}`,
  WorkflowNotFound: `The workflow in Teams no longer exists; ${remake}`,
  WorkflowTriggerNotFound: `The workflow in Teams has no such webhook any more; ${remake}`,
  AuthorizationFailed: `The workflow in Teams no longer accepts this address; ${remake}`,
  InvalidSharedAccessSignature: `The workflow in Teams no longer accepts this address; ${remake}`,
  DirectApiAuthorizationRequired:
    'The workflow in Teams only lets people who are signed in trigger it; set “Who can trigger the flow” to “Anyone”.',
}

function outcomeOf(response: FetchResponse, ctx: ChannelContext): DeliveryResult {
  if (isOk(response)) {
    // 202: the workflow was started. What it then does in Teams it tells nobody but its owner.
    const run = response.headers['x-ms-workflow-run-id']
    return { outcome: 'sent', ...(run && { providerRef: run.slice(0, 100) }) }
  }
  const { error } = jsonObject(response)
  const { code } = (error ?? {}) as { code?: unknown }
  const reason = typeof code === 'string' && Object.hasOwn(gone, code) ? gone[code] : undefined
  if (reason && response.status >= 400 && response.status < 500) return targetGone(reason)
  if (response.status === 404 || response.status === 410) {
    return targetGone(`The workflow in Teams no longer exists (HTTP ${response.status}); ${remake}`)
  }
  return statusOutcome('Microsoft Teams', response, remake, ctx.clock.now())
}
