import type { ChallengeResult, Channel, ChannelContext, DeliveryResult } from '../channels/contract.ts'
import { adapterSecrets } from '../core/field-secrets.ts'
import { hideInError, hideSecrets } from '../core/secret-address.ts'
import type { Message } from '../model/message.ts'

/**
 * One attempt of a channel whose reasons, references and errors repeat nothing secret of what the person filled in,
 * or the operator configured, whatever the provider answered.
 */
export async function deliverDiscreetly(
  channel: Channel,
  message: Message,
  ctx: ChannelContext,
): Promise<DeliveryResult> {
  const secrets = adapterSecrets(channel, ctx).all
  try {
    const result = await channel.deliver(message, ctx)
    if (result.outcome !== 'sent') return { ...result, reason: hideSecrets(result.reason, secrets) }
    return result.providerRef === undefined
      ? result
      : { ...result, providerRef: hideSecrets(result.providerRef, secrets) }
  } catch (error) {
    throw hideInError(error, secrets)
  }
}

/** The same for a challenge; only for channels that have one. */
export async function challengeDiscreetly(
  channel: Channel,
  token: string,
  ctx: ChannelContext,
): Promise<ChallengeResult> {
  const secrets = adapterSecrets(channel, ctx).all
  try {
    const result = await channel.challenge!(token, ctx)
    return result.outcome === 'refused' ? { ...result, reason: hideSecrets(result.reason, secrets) } : result
  } catch (error) {
    throw hideInError(error, secrets)
  }
}
