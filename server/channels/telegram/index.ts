import type { FetchResponse } from '../../core/fetch.ts'
import type { Message } from '../../model/message.ts'
import { callProvider, fixedServer, isAnswer } from '../call.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { clampWait, jsonObject, quote, statusOutcome, targetGone } from '../outcome.ts'
import { german } from './german.ts'
import { photoCall, type TelegramCall, textCall } from './payload.ts'

/** The bot is the person's own: with one of the operator's, anybody could have strangers' chats written to. */
const telegram: Channel = {
  id: 'telegram',
  words: { de: german },
  name: 'Telegram',
  description: 'Writes messages with pictures to a Telegram chat as a bot of yours.',
  options: [
    {
      env: 'TELEGRAM_BASE_URL',
      type: 'url',
      protocols: ['http', 'https'],
      doc: 'Where the Telegram Bot API is called instead of https://api.telegram.org, e.g. a Bot API server of yours.',
    },
  ],
  fields: [
    {
      name: 'botToken',
      label: 'Bot token',
      type: 'text',
      required: true,
      secret: true,
      help: 'Write /newbot to @BotFather in Telegram; it answers with a token like 123456789:AAE….',
    },
    {
      name: 'chatId',
      label: 'Chat',
      type: 'text',
      required: true,
      target: true,
      help: 'Start a chat with your bot first. Your number is what @userinfobot answers; groups have a negative number, public channels @theirname.',
    },
  ],
  unavailable: () => null,
  deliver,
}

export default telegram

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const { botToken, chatId } = ctx.settings
  if (typeof botToken !== 'string' || !/^\d{3,20}:[\w-]{20,100}$/.test(botToken)) {
    return {
      outcome: 'failed',
      reason: 'This is not the token of a Telegram bot (123456789:AAE…); copy it again from @BotFather.',
    }
  }
  if (typeof chatId !== 'string' || !/^(?:-?\d{1,20}|@[A-Za-z]\w{3,60})$/.test(chatId)) {
    return {
      outcome: 'failed',
      reason: 'This is not a Telegram chat; set the number of the chat, or @name of a public channel.',
    }
  }
  const { base, ...server } = fixedServer(ctx, 'TELEGRAM_BASE_URL', 'https://api.telegram.org')
  const send = ({ method, body }: TelegramCall) =>
    callProvider(ctx, {
      ...server,
      provider: 'Telegram',
      url: `${base}/bot${botToken}/${method}`,
      body: JSON.stringify(body),
    })
  const photo = photoCall(message, ctx.baseUrl, chatId)
  const text = textCall(message, ctx.baseUrl, chatId)
  const answer = await send(photo ?? text)
  if (!isAnswer(answer)) return answer
  // Refused for a photo that Telegram cannot load: nothing was posted, so the words go alone.
  const words = photo && photoRefused(answer) ? await send(text) : answer
  if (!isAnswer(words)) return words
  // Refused for its addresses: the message goes with as few of them as can be.
  const last = linksRefused(words) ? await send(textCall(message, ctx.baseUrl, chatId, 0)) : words
  return isAnswer(last) ? outcomeOf(last, ctx, botToken) : last
}

function linksRefused(response: FetchResponse): boolean {
  const { description } = jsonObject(response)
  return (
    response.status === 400 &&
    typeof description === 'string' &&
    /ENTITIES_TOO_LONG|ENTITY_/i.test(description)
  )
}

function photoRefused(response: FetchResponse): boolean {
  const { description } = jsonObject(response)
  return (
    response.status === 400 &&
    typeof description === 'string' &&
    /photo|image|http url|file|web page|webpage|media/i.test(description)
  )
}

/** Descriptions by the Bot API server, https://github.com/tdlib/telegram-bot-api; their codes alone are too coarse. */
const gone: [RegExp, string][] = [
  [/bot was blocked by the user/i, 'You blocked the bot in Telegram; unblock it to be notified there again.'],
  [/user is deactivated/i, 'The Telegram account was deleted; set another chat.'],
  [/bot was kicked|not a member/i, 'The bot was removed from the Telegram chat; add it again.'],
  [/chat was deleted|group chat was deactivated/i, 'The Telegram group was deleted; set another chat.'],
  [
    /can't initiate conversation|PEER_ID_INVALID|user not found/i,
    'The bot may not write first in Telegram; open a chat with it and press Start.',
  ],
  [
    /chat not found/i,
    'Telegram does not find the chat for this bot; open a chat with the bot and press Start, or check the number.',
  ],
  [
    /rights to send|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|need administrator rights/i,
    'The bot may not write in the Telegram chat; give it the right to post there.',
  ],
]

function outcomeOf(response: FetchResponse, ctx: ChannelContext, botToken: string): DeliveryResult {
  const { ok, result, description, parameters } = jsonObject(response)
  if (response.status === 200 && ok === true) {
    const { message_id: id } = (result ?? {}) as { message_id?: unknown }
    return { outcome: 'sent', ...(typeof id === 'number' && { providerRef: String(id) }) }
  }
  const { retry_after: seconds, migrate_to_chat_id: movedTo } = (parameters ?? {}) as Record<string, unknown>
  if (response.status === 401 || response.status === 404) {
    return targetGone('Telegram no longer knows this bot token; copy the current one from @BotFather.')
  }
  if (typeof movedTo === 'number') {
    return targetGone(`The Telegram group became a supergroup; set ${movedTo} as the chat.`)
  }
  const words = typeof description === 'string' ? description : ''
  const known = gone.find(([pattern]) => pattern.test(words))
  if (known && (response.status === 400 || response.status === 403)) return targetGone(known[1])
  const said = quote(words, [botToken])
  const after = statusOutcome('Telegram', response, `check the bot and the chat${said}.`, ctx.clock.now())
  // The header is not documented, the field is: https://core.telegram.org/bots/api#responseparameters
  return after.outcome === 'retry' && typeof seconds === 'number' && Number.isFinite(seconds)
    ? { ...after, afterMs: clampWait(seconds * 1000) }
    : after
}
