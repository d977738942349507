import { FetchError } from '../../core/fetch.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import type { Message } from '../message.ts'
import { errorOutcome, statusOutcome } from '../outcome.ts'
import { links } from '../render.ts'
import { webUrl } from '../safe-text.ts'
import { secretBytesMin, signedHeaders, signingKey } from './sign.ts'

const webhook: Channel = {
  id: 'webhook',
  name: 'Webhook',
  description: 'Posts each message as signed JSON (Standard Webhooks) to an address of yours.',
  options: [
    {
      env: 'WEBHOOK_ALLOW_PRIVATE_NETWORK',
      type: 'boolean',
      default: false,
      doc: 'Let webhooks call addresses in private networks and on this machine; only where every user is trusted.',
    },
  ],
  fields: [
    {
      name: 'url',
      label: 'Address',
      type: 'url',
      required: true,
      target: true,
      help: 'Called with POST; answer with any 2xx status. Redirects are not followed.',
    },
    {
      name: 'secret',
      label: 'Signing secret',
      type: 'text',
      required: true,
      secret: true,
      help: 'At least 16 characters, e.g. what `openssl rand -hex 32` prints, or a whsec_… secret; check the webhook-signature header with it.',
    },
  ],
  unavailable: () => null,
  deliver,
}

export default webhook

/** The documented body: `type` is `deal_scout.` and the message's kind, `timestamp` its creation, `data` the message. */
export function webhookBody(message: Message, baseUrl: string): string {
  // Receivers put these addresses into pages of their own: only ones that may be followed leave the house.
  const items = message.items.map((item) => ({
    ...item,
    url: webUrl(item.url) ?? links.listing(baseUrl, item.listingId),
    imageUrl: webUrl(item.imageUrl),
  }))
  return JSON.stringify({
    type: `deal_scout.${message.kind}`,
    timestamp: message.createdAt,
    data: { ...message, items },
  })
}

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const { url, secret } = ctx.settings
  const key = typeof secret === 'string' ? signingKey(secret.trim()) : null
  if (!key) {
    return {
      outcome: 'failed',
      reason: `The signing secret is missing, too short or not valid base64 after whsec_; set one of at least ${secretBytesMin} characters.`,
    }
  }
  const target = typeof url === 'string' && URL.canParse(url) ? new URL(url) : null
  if (!target) return { outcome: 'failed', reason: 'The webhook has no valid address; set its URL.' }

  const provider = `The webhook at ${target.hostname}`
  const allowPrivate = ctx.options.WEBHOOK_ALLOW_PRIVATE_NETWORK === true
  const body = webhookBody(message, ctx.baseUrl)
  try {
    const response = await ctx.fetch(target.href, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Deal-Scout-Webhook/1',
        ...signedHeaders(key, ctx.idempotencyKey, ctx.clock.now(), body),
      },
      body,
      signal: ctx.signal,
      timeoutMs: 15_000,
      bytesMax: 1024 * 1024,
      network: allowPrivate ? 'any' : 'public',
      redirectsMax: 0,
    })
    ctx.log.debug({ channel: 'webhook', host: target.hostname, status: response.status }, 'webhook answered')
    if (response.status >= 200 && response.status < 300) return { outcome: 'sent' }
    const remedy =
      response.status === 410
        ? 'it says it is gone for good (410): remove this webhook or set a new address.'
        : 'check its address and what it expects.'
    return statusOutcome(provider, response, remedy, ctx.clock.now())
  } catch (error) {
    const isPrivate = error instanceof FetchError && error.kind === 'refused-address'
    return errorOutcome(
      provider,
      error,
      isPrivate
        ? 'use a public address, or ask the operator to set WEBHOOK_ALLOW_PRIVATE_NETWORK.'
        : 'check the address and that it answers with a short 2xx response.',
    )
  }
}
