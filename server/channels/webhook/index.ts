import type { FetchResponse } from '../../core/fetch.ts'
import type { Message } from '../../model/message.ts'
import { callProvider, isAnswer, isOk, personServer, privateNetworkOption } from '../call.ts'
import type { ChallengeResult, Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { jsonObject, statusOutcome, targetGone } from '../outcome.ts'
import { links } from '../render.ts'
import { webUrl } from '../safe-text.ts'
import { german } from './german.ts'
import { secretBytesMin, signedHeaders, signingKey } from './sign.ts'

const webhook: Channel = {
  id: 'webhook',
  words: { de: german },
  name: 'Webhook',
  description: 'Posts each message as signed JSON (Standard Webhooks) to an address of yours.',
  options: [privateNetworkOption('WEBHOOK_ALLOW_PRIVATE_NETWORK', 'the targets of webhooks')],
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
      help: 'whsec_ and what `openssl rand -base64 32` prints, as the libraries of Standard Webhooks take it; check the webhook-signature header with it.',
    },
  ],
  confirmation: 'challenge',
  unavailable: () => null,
  deliver,
  challenge,
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
  const sent = await postSigned(ctx, ctx.idempotencyKey, webhookBody(message, ctx.baseUrl))
  if ('outcome' in sent) return sent
  const { provider, response } = sent
  if (isOk(response)) return { outcome: 'sent' }
  if (response.status === 410) {
    return targetGone(
      `${provider} says that it is gone for good (HTTP 410); set a new address, or remove this webhook.`,
    )
  }
  return statusOutcome(provider, response, 'check its address and what it expects.', ctx.clock.now())
}

/** Nobody can point messages at an address whose answers they do not write. */
async function challenge(token: string, ctx: ChannelContext): Promise<ChallengeResult> {
  const timestamp = ctx.clock.now().toISOString()
  const body = JSON.stringify({ type: 'deal_scout.challenge', timestamp, data: { challenge: token } })
  const sent = await postSigned(ctx, ctx.idempotencyKey, body)
  if ('outcome' in sent) {
    return { outcome: 'refused', reason: 'reason' in sent ? sent.reason : 'The challenge was not sent.' }
  }
  const { provider, response } = sent
  if (isOk(response) && repeated(response) === token) return { outcome: 'confirmed' }
  const what = isOk(response)
    ? `${provider} answered, but did not repeat the challenge`
    : `${provider} answered the challenge with HTTP ${response.status}`
  return {
    outcome: 'refused',
    reason: `${what}; let it answer a deal_scout.challenge with status 200 and the value of data.challenge as the body, or {"challenge": "…"}, then try again.`,
  }
}

/** What an answer repeats: `{"challenge": …}`, or the whole body as text. */
function repeated(response: FetchResponse): unknown {
  const text = response.text().trim()
  if (!text.startsWith('{')) return text
  const { challenge: value } = jsonObject(response)
  return value
}

async function postSigned(
  ctx: ChannelContext,
  id: string,
  body: string,
): Promise<{ provider: string; response: FetchResponse } | DeliveryResult> {
  const { url, secret } = ctx.settings
  const key = typeof secret === 'string' ? signingKey(secret.trim()) : null
  if (!key) {
    return {
      outcome: 'failed',
      reason: `The signing secret is missing, too short or not valid base64 after whsec_; set one of at least ${secretBytesMin} characters.`,
    }
  }
  const target = typeof url === 'string' ? URL.parse(url) : null
  const server = personServer(ctx, { address: url, name: 'webhook', option: 'WEBHOOK_ALLOW_PRIVATE_NETWORK' })
  if (!target || !server) {
    return { outcome: 'failed', reason: 'The webhook has no valid address; set its URL.' }
  }
  const response = await callProvider(ctx, {
    ...server,
    url: target.href,
    headers: { 'user-agent': 'Deal-Scout-Webhook/1', ...signedHeaders(key, id, ctx.clock.now(), body) },
    body,
    remedy: 'check the address and that it answers with a short 2xx response.',
  })
  return isAnswer(response) ? { provider: server.provider, response } : response
}
