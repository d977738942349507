import type { FetchResponse } from '../../core/fetch.ts'
import type { Message } from '../../model/message.ts'
import { callProvider, fixedServer, isAnswer, isOk } from '../call.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { clampWait, jsonObject, quote, statusOutcome, targetGone } from '../outcome.ts'
import { german } from './german.ts'
import { type DiscordPayload, discordPayload, withoutAddresses } from './payload.ts'

const discord: Channel = {
  id: 'discord',
  words: { de: german },
  name: 'Discord',
  description: 'Posts messages with pictures to a Discord channel through a webhook.',
  options: [
    {
      env: 'DISCORD_BASE_URL',
      type: 'url',
      protocols: ['http', 'https'],
      doc: 'Where Discord webhooks are called instead of https://discord.com, e.g. a proxy of yours.',
    },
  ],
  fields: [
    {
      name: 'webhookUrl',
      label: 'Webhook address',
      type: 'url',
      required: true,
      secret: true,
      help: 'In Discord: Edit channel, Integrations, Webhooks, New webhook, Copy webhook URL.',
    },
  ],
  unavailable: () => null,
  deliver,
}

export default discord

const hosts = new Set(['discord.com', 'discordapp.com', 'ptb.discord.com', 'canary.discord.com'])

/** The address to call for what the person pasted, or null when that is no Discord webhook. */
export function executeUrl(webhookUrl: unknown, baseUrl: string | null): string | null {
  if (typeof webhookUrl !== 'string' || !URL.canParse(webhookUrl)) return null
  const pasted = new URL(webhookUrl)
  if (pasted.protocol !== 'https:' || !hosts.has(pasted.host)) return null
  const path = /^\/api\/(?:v\d{1,3}\/)?webhooks\/\d{1,25}\/[\w-]{1,200}\/?$/.exec(pasted.pathname)?.[0]
  if (!path) return null
  const url = new URL((baseUrl ?? pasted.origin).replace(/\/$/, '') + path.replace(/\/$/, ''))
  // With wait=true Discord answers after it stored the message, with its id.
  url.searchParams.set('wait', 'true')
  const thread = pasted.searchParams.get('thread_id')
  if (thread && /^\d{1,25}$/.test(thread)) url.searchParams.set('thread_id', thread)
  return url.href
}

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const { base, ...server } = fixedServer(ctx, 'DISCORD_BASE_URL', 'https://discord.com')
  const url = executeUrl(ctx.settings.webhookUrl, server.network === 'any' ? base : null)
  if (!url) {
    return {
      outcome: 'failed',
      reason:
        'This is not the address of a Discord webhook; copy it again from the channel’s Integrations page.',
    }
  }
  const payload = discordPayload(message, ctx.baseUrl)
  const send = (body: DiscordPayload) =>
    callProvider(ctx, { ...server, provider: 'Discord', url, body: JSON.stringify(body) })
  const answer = await send(payload)
  if (!isAnswer(answer)) return answer
  // Refused for an embed, of which only addresses can be wrong: nothing was posted, so the words go without them.
  const last = embedsRefused(answer) ? await send(withoutAddresses(payload)) : answer
  return isAnswer(last) ? outcomeOf(last, ctx) : last
}

function embedsRefused(response: FetchResponse): boolean {
  return response.status === 400 && /"?embeds?"?/.test(response.text())
}

function outcomeOf(response: FetchResponse, ctx: ChannelContext): DeliveryResult {
  if (isOk(response)) {
    const { id } = jsonObject(response)
    return { outcome: 'sent', ...(typeof id === 'string' && { providerRef: id.slice(0, 100) }) }
  }
  if (response.status === 404 || response.status === 401) {
    return targetGone(
      'The webhook no longer exists in Discord; make a new one in the channel’s settings and paste its address.',
    )
  }
  const result = statusOutcome(
    'Discord',
    response,
    response.status === 400
      ? `it takes nothing of this kind${quote(response.text(), [ctx.settings.webhookUrl])}; other messages are not concerned.`
      : 'make a new webhook and paste its address.',
    ctx.clock.now(),
  )
  const seconds = response.status === 429 ? jsonObject(response).retry_after : undefined
  // Finer than the header's whole seconds.
  return result.outcome === 'retry' && typeof seconds === 'number' && Number.isFinite(seconds)
    ? { ...result, afterMs: clampWait(seconds * 1000) }
    : result
}
