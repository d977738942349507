import type { Message } from '../message.ts'
import { factsOf } from '../render.ts'
import { type Markup, renderShort } from '../render-short.ts'
import { urlWithin } from '../safe-text.ts'

/** After entities were parsed, by https://core.telegram.org/bots/api#sendmessage and #sendphoto. */
export const limits = { text: 4096, caption: 1024, url: 2000 }

/** https://core.telegram.org/bots/api#html-style: `<`, `>` and `&` are entities, quotes too inside an attribute. */
export const telegramHtml: Markup = {
  // Telegram makes links of bare addresses; an invisible joiner keeps those of strangers from it.
  escape: (text) => entities(text).replaceAll('://', ':\u2060//').replaceAll('@', '@\u2060'),
  bold: (text) => `<b>${text}</b>`,
  struck: (text) => `<s>${text}</s>`,
  link: (label, url) => `<a href="${entities(url).replaceAll('"', '&quot;')}">${label}</a>`,
  newLine: '\n',
  newBlock: '\n\n',
}

function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Length of what is seen: without tags, an entity as one. */
export function visibleLength(html: string): number {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, '-').length
}

export type TelegramCall =
  | { method: 'sendMessage'; body: { text: string; link_preview_options: { is_disabled: true } } & Common }
  | { method: 'sendPhoto'; body: { photo: string; caption: string } & Common }

interface Common {
  chat_id: string
  parse_mode: 'HTML'
}

/** The message as text. */
export function textCall(message: Message, baseUrl: string, chatId: string): TelegramCall {
  const text = render(message, baseUrl, limits.text)
  return {
    method: 'sendMessage',
    body: { chat_id: chatId, parse_mode: 'HTML', text, link_preview_options: { is_disabled: true } },
  }
}

/** The message as a photo with a caption: only for one listing that has a photo. */
export function photoCall(message: Message, baseUrl: string, chatId: string): TelegramCall | null {
  const [item] = message.items
  if (!item || message.items.length > 1) return null
  const photo = urlWithin(factsOf(item, baseUrl).imageUrl, limits.url)
  if (!photo) return null
  const caption = render(message, baseUrl, limits.caption)
  return { method: 'sendPhoto', body: { chat_id: chatId, parse_mode: 'HTML', photo, caption } }
}

function render(message: Message, baseUrl: string, lengthMax: number): string {
  return renderShort(message, baseUrl, telegramHtml, {
    lengthMax,
    measure: visibleLength,
    itemsMax: 10,
    urlMax: limits.url,
    withSubject: true,
  })
}
