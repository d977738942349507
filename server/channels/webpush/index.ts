import type { RequestDetails } from 'web-push'
import { FetchError, type FetchResponse } from '../../core/fetch.ts'
import type { OptionValues } from '../../core/options.ts'
import type { Message } from '../../model/message.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { errorOutcome, statusOutcome } from '../outcome.ts'
import { german } from './german.ts'
import { pushPayload, topicOf, ttlSecondsOf, urgencyOf } from './payload.ts'
import {
  endpointProblem,
  hostIsNot,
  isAuthSecret,
  isPublicKey,
  makeKeys,
  type Subscription,
  subscriptionOf,
  type VapidDetails,
  vapidDetails,
} from './vapid.ts'

const webpush: Channel = {
  id: 'webpush',
  words: { de: german },
  name: 'Web Push',
  description: 'Shows each message as a notification of a browser or phone where Deal Scout is installed.',
  options: [
    {
      env: 'VAPID_PUBLIC_KEY',
      type: 'string',
      doc: 'Public key for push services, of a pair that `npx web-push generate-vapid-keys` makes; without one Deal Scout makes a pair and keeps it sealed. Another pair ends every subscription.',
    },
    {
      env: 'VAPID_PRIVATE_KEY',
      type: 'string',
      secret: true,
      doc: 'Private key that belongs to VAPID_PUBLIC_KEY.',
    },
    {
      env: 'VAPID_SUBJECT',
      type: 'string',
      doc: 'Where push services can ask about you: mailto:you@example.com or an https address; without it DEAL_SCOUT_BASE_URL.',
    },
    {
      env: 'WEBPUSH_HOSTS',
      type: 'list',
      default: [],
      doc: 'Hosts of further push services, separated by commas, `*.push.example.com` for all below one; those of Chrome, Edge, Firefox and Safari are known.',
      isNot: hostIsNot,
    },
    {
      env: 'WEBPUSH_ALLOW_PRIVATE_NETWORK',
      type: 'boolean',
      default: false,
      doc: 'Let push services have addresses in private networks and without TLS; only for a push service of your own, whose host is in WEBPUSH_HOSTS.',
    },
  ],
  fields: [
    {
      name: 'device',
      label: 'Device',
      type: 'text',
      target: true,
      help: 'A name by which you know this browser again, e.g. Firefox on my phone.',
    },
    {
      name: 'endpoint',
      label: 'Address of the subscription',
      type: 'url',
      required: true,
      secret: true,
      help: 'Deal Scout fills this in when you switch notifications on in a browser.',
    },
    {
      name: 'p256dh',
      label: 'Public key of the subscription',
      type: 'text',
      required: true,
      secret: true,
      problem: (text) => (isPublicKey(text) ? null : 'is not a point of the curve P-256 as base64url'),
    },
    {
      name: 'auth',
      label: 'Secret of the subscription',
      type: 'text',
      required: true,
      secret: true,
      problem: (text) => (isAuthSecret(text) ? null : 'is not 16 bytes as base64url'),
    },
  ],
  made: { options: ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY'], make: makeKeys },
  subscribeKey(options) {
    const vapid = vapidDetails(options)
    return 'problem' in vapid ? null : vapid.publicKey
  },
  problems({ endpoint }, options): Record<string, string> {
    const problem = endpointProblem(endpoint, allowedBy(options))
    return problem === null ? {} : { endpoint: problem }
  },
  unavailable,
  deliver,
}

export default webpush

function unavailable(options: OptionValues): string | null {
  const vapid = vapidDetails(options)
  return 'problem' in vapid ? vapid.problem : null
}

const allowedBy = (options: OptionValues) => ({
  more: (options.WEBPUSH_HOSTS ?? []) as string[],
  allowHttp: options.WEBPUSH_ALLOW_PRIVATE_NETWORK === true,
})

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const vapid = vapidDetails(ctx.options, ctx.baseUrl)
  // The operator's to mend: the message waits meanwhile.
  if ('problem' in vapid) return { outcome: 'retry', reason: vapid.problem, blocked: true }
  const allowPrivate = ctx.options.WEBPUSH_ALLOW_PRIVATE_NETWORK === true
  const subscription = subscriptionOf(ctx.settings, allowPrivate)
  if (!subscription) {
    if (subscriptionOf(ctx.settings, true)) {
      return {
        outcome: 'failed',
        reason:
          'The push service has no public https address; the operator can set WEBPUSH_ALLOW_PRIVATE_NETWORK for a push service of their own.',
      }
    }
    return {
      outcome: 'failed',
      reason: 'This is not the subscription of a browser; switch notifications on again in the browser.',
    }
  }
  const { host } = new URL(subscription.endpoint)
  // What was let in before the operator took a host away.
  const problem = endpointProblem(subscription.endpoint, allowedBy(ctx.options))
  if (problem !== null) return { outcome: 'failed', reason: `The address of the subscription ${problem}.` }
  const provider = `The push service at ${host}`
  try {
    const { headers, body } = await encrypted(message, subscription, vapid, ctx)
    const response = await ctx.fetch(subscription.endpoint, {
      method: 'POST',
      headers,
      body,
      signal: ctx.signal,
      timeoutMs: 15_000,
      bytesMax: 1024 * 1024,
      network: allowPrivate ? 'any' : 'public',
      redirectsMax: 0,
    })
    ctx.log.debug({ channel: 'webpush', host, status: response.status }, 'push service answered')
    return outcomeOf(provider, response, ctx)
  } catch (error) {
    const isPrivate = error instanceof FetchError && error.kind === 'refused-address'
    return errorOutcome(
      provider,
      error,
      isPrivate
        ? 'the operator can set WEBPUSH_ALLOW_PRIVATE_NETWORK for a push service of their own.'
        : 'the operator should check that this machine can reach it.',
    )
  }
}

async function encrypted(
  message: Message,
  subscription: Subscription,
  vapid: VapidDetails,
  { baseUrl, idempotencyKey }: ChannelContext,
): Promise<{ headers: Record<string, string>; body: Buffer }> {
  // Loaded at first use: most installations push to nobody.
  const { default: library } = await import('web-push')
  const payload = JSON.stringify(pushPayload(message, baseUrl, idempotencyKey))
  const details: RequestDetails & { body: Buffer } = library.generateRequestDetails(subscription, payload, {
    vapidDetails: vapid,
    TTL: ttlSecondsOf(message),
    urgency: urgencyOf(message),
    topic: topicOf(idempotencyKey),
    contentEncoding: 'aes128gcm',
  })
  // The length is counted where the body is sent.
  const { 'Content-Length': _, ...headers } = details.headers
  return {
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: details.body,
  }
}

/** By RFC 8030 and what the services of Apple, Google, Microsoft and Mozilla document. */
function outcomeOf(provider: string, response: FetchResponse, ctx: ChannelContext): DeliveryResult {
  const { status } = response
  // The address of the message that comes with a 201 is a secret of its own, so it is not kept as a reference.
  if (status >= 200 && status < 300) return { outcome: 'sent' }
  switch (status) {
    case 404:
    case 410:
      return {
        outcome: 'failed',
        reason:
          'The browser has ended this subscription (it was reinstalled, or notifications were switched off); switch notifications on again in the browser.',
        targetGone: true,
      }
    case 401:
    case 403:
      return {
        outcome: 'failed',
        reason: `${provider} does not accept our keys (HTTP ${status}): switch notifications on again in the browser, which ties them to the present keys; if that does not help, the operator should check the VAPID_… options.`,
      }
    case 413:
      return {
        outcome: 'failed',
        reason: `${provider} found the message too large (HTTP 413); please report this as a mistake of Deal Scout.`,
      }
    default:
      return statusOutcome(
        provider,
        response,
        'switch notifications on again in the browser.',
        ctx.clock.now(),
      )
  }
}
