import type { FetchResponse } from '../../core/fetch.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import type { Message } from '../message.ts'
import { clampWait, errorOutcome, statusOutcome } from '../outcome.ts'
import { discordPayload } from './payload.ts'

const discord: Channel = {
  id: 'discord',
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
  const override = ctx.options.DISCORD_BASE_URL
  const baseUrl = typeof override === 'string' && override ? override : null
  const url = executeUrl(ctx.settings.webhookUrl, baseUrl)
  if (!url) {
    return {
      outcome: 'failed',
      reason:
        'This is not the address of a Discord webhook; copy it again from the channel’s Integrations page.',
    }
  }
  try {
    const response = await ctx.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(discordPayload(message, ctx.baseUrl)),
      signal: ctx.signal,
      timeoutMs: 15_000,
      bytesMax: 1024 * 1024,
      network: baseUrl ? 'any' : 'public',
      redirectsMax: 0,
    })
    ctx.log.debug({ channel: 'discord', status: response.status }, 'discord answered')
    return outcomeOf(response, ctx)
  } catch (error) {
    return errorOutcome(
      'Discord',
      error,
      baseUrl
        ? 'the operator should check DISCORD_BASE_URL and the network.'
        : 'the operator should check that this machine can reach discord.com.',
    )
  }
}

function outcomeOf(response: FetchResponse, ctx: ChannelContext): DeliveryResult {
  if (response.status >= 200 && response.status < 300) {
    const { id } = jsonObject(response)
    return { outcome: 'sent', ...(typeof id === 'string' && { providerRef: id.slice(0, 100) }) }
  }
  if (response.status === 404 || response.status === 401) {
    return {
      outcome: 'failed',
      reason:
        'The webhook no longer exists in Discord; make a new one in the channel’s settings and paste its address.',
    }
  }
  const result = statusOutcome(
    'Discord',
    response,
    'make a new webhook and paste its address.',
    ctx.clock.now(),
  )
  const seconds = response.status === 429 ? jsonObject(response).retry_after : undefined
  // Finer than the header's whole seconds.
  return result.outcome === 'retry' && typeof seconds === 'number' && Number.isFinite(seconds)
    ? { ...result, afterMs: clampWait(seconds * 1000) }
    : result
}

/** The answer as an object; empty when it is anything else, since the status alone decides. */
function jsonObject(response: FetchResponse): Record<string, unknown> {
  try {
    const value = response.json()
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
