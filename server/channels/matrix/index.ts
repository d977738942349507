import type { FetchResponse } from '../../core/fetch.ts'
import type { Message } from '../../model/message.ts'
import { callProvider, isAnswer, isOk, personServer, privateNetworkOption, serverField } from '../call.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { clampWait, jsonObject, quote, statusOutcome, targetGone } from '../outcome.ts'
import { german } from './german.ts'
import { matrixEvent, transactionId } from './payload.ts'

const matrix: Channel = {
  id: 'matrix',
  words: { de: german },
  name: 'Matrix',
  description: 'Writes messages to a Matrix room (Element and others).',
  options: [privateNetworkOption('MATRIX_ALLOW_PRIVATE_NETWORK', 'Matrix homeservers')],
  fields: [
    serverField({
      name: 'homeserver',
      label: 'Homeserver',
      help: 'Where its API is, e.g. https://matrix-client.matrix.org; Element shows it under Settings, Help & About.',
    }),
    {
      name: 'roomId',
      label: 'Room ID',
      type: 'text',
      required: true,
      target: true,
      help: 'In Element: Room settings, Advanced, Internal room ID (!abc:example.org), not its #alias. Messages are not encrypted.',
    },
    {
      name: 'accessToken',
      label: 'Access token',
      type: 'text',
      required: true,
      secret: true,
      help: 'Of an account made for this, which is a member of the room; in Element: Settings, Help & About, Access Token.',
    },
  ],
  unavailable: () => null,
  deliver,
}

export default matrix

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const { roomId, accessToken } = ctx.settings
  const server = personServer(ctx, {
    address: ctx.settings.homeserver,
    name: 'Matrix homeserver',
    option: 'MATRIX_ALLOW_PRIVATE_NETWORK',
  })
  if (!server) {
    return {
      outcome: 'failed',
      reason: 'The Matrix homeserver has no valid address; set e.g. https://matrix-client.matrix.org.',
    }
  }
  if (typeof roomId !== 'string' || !/^![!-~]{1,254}$/.test(roomId)) {
    return {
      outcome: 'failed',
      reason:
        'This is not the ID of a Matrix room (!abc:example.org); copy the internal room ID, not the #alias.',
    }
  }
  if (typeof accessToken !== 'string' || !/^[!-~]{1,1000}$/.test(accessToken)) {
    return {
      outcome: 'failed',
      reason: 'The access token of the Matrix account is missing or not one; copy it again from Element.',
    }
  }
  const transaction = transactionId(ctx.idempotencyKey)
  const answer = await callProvider(ctx, {
    ...server,
    method: 'PUT',
    url: `${server.base}/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/send/m.room.message/${transaction}`,
    headers: { authorization: `Bearer ${accessToken}` },
    body: JSON.stringify(matrixEvent(message, ctx.baseUrl)),
  })
  return isAnswer(answer) ? outcomeOf(answer, ctx, server.provider) : answer
}

/** Errors are `{errcode, error}`, https://spec.matrix.org/latest/client-server-api/#standard-error-response. */
function outcomeOf(response: FetchResponse, ctx: ChannelContext, provider: string): DeliveryResult {
  const { event_id: eventId, errcode, error, retry_after_ms: waitMs } = jsonObject(response)
  if (isOk(response)) {
    return typeof eventId === 'string'
      ? { outcome: 'sent', providerRef: eventId.slice(0, 255) }
      : {
          outcome: 'failed',
          reason: `${provider} did not answer like a homeserver; set the address of its API, not that of a web page.`,
        }
  }
  const said = quote(error, [ctx.settings.homeserver, ctx.settings.accessToken])
  switch (errcode) {
    case 'M_UNKNOWN_TOKEN':
    case 'M_MISSING_TOKEN':
    case 'M_USER_DEACTIVATED':
    case 'M_USER_LOCKED':
    case 'M_USER_SUSPENDED':
      return targetGone(
        `${provider} no longer accepts the access token${said}; sign the account in again and set its new token.`,
      )
    case 'M_FORBIDDEN':
      return targetGone(
        `The Matrix account may not write in the room${said}; invite it to the room, let it join, and give it the right.`,
      )
    case 'M_NOT_FOUND':
      return targetGone(`${provider} does not know the room${said}; set the ID of a room of this account.`)
  }
  const result = statusOutcome(provider, response, `check address, room and token${said}.`, ctx.clock.now())
  // Retry-After came with Matrix 1.10; the field is what older servers say.
  return result.outcome === 'retry' && result.afterMs === undefined && isWait(waitMs)
    ? { ...result, afterMs: clampWait(waitMs) }
    : result
}

function isWait(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
