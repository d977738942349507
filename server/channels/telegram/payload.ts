import type { Message } from '../../model/message.ts'
import { factsOf } from '../render.ts'
import { type Markup, renderShort } from '../render-short.ts'
import { urlWithin } from '../safe-text.ts'

/** After entities were parsed, by https://core.telegram.org/bots/api#sendmessage and #sendphoto. */
export const limits = {
  text: 4096,
  caption: 1024,
  url: 2000,
  /** Of all addresses of a message together, in bytes; not documented, 9,500 are refused (ENTITIES_TOO_LONG). */
  urls: 9000,
}

/** https://core.telegram.org/bots/api#html-style: `<`, `>` and `&` are entities, quotes too inside an attribute. */
export const telegramHtml: Markup = {
  escape: (text) => entities(unlinked(text)),
  bold: (text) => `<b>${text}</b>`,
  struck: (text) => `<s>${text}</s>`,
  link: (label, url) => `<a href="${entities(url).replaceAll('"', '&quot;')}">${label}</a>`,
  newLine: '\n',
  newBlock: '\n\n',
}

/**
 * Telegram makes links of bare addresses, mentions, hash tags, commands, cash tags and numbers of phones or cards;
 * an invisible joiner keeps the words of strangers from it. Texts that are cut come here by the character, so that what
 * one sign tells is told by it alone.
 */
function unlinked(text: string): string {
  return text
    .replace(/\+?\d(?:[\s().-]{0,2}\d){6,}/g, (number) => number.replace(/\d{3}/g, '$&\u2060'))
    .replace(/[.。．/#@+](?!\d|\u2060)|[#@+]/g, '$&\u2060')
    .replace(/(?<=\d)\.(?=\d+\.)/g, '.\u2060')
    .replace(/\$(?=[A-Z])/g, '$$\u2060')
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
export function textCall(
  message: Message,
  baseUrl: string,
  chatId: string,
  urlsMax = limits.urls,
): TelegramCall {
  const text = render(message, baseUrl, limits.text, urlsMax)
  return {
    method: 'sendMessage',
    body: { chat_id: chatId, parse_mode: 'HTML', text, link_preview_options: { is_disabled: true } },
  }
}

/** The message as a photo with a caption: only for one listing that has a photo. */
export function photoCall(message: Message, baseUrl: string, chatId: string): TelegramCall | null {
  const [item] = message.items
  if (!item || message.items.length > 1) return null
  const photo = urlWithin(factsOf(item, baseUrl, message).imageUrl, limits.url)
  if (!photo) return null
  const caption = render(message, baseUrl, limits.caption, limits.urls)
  return { method: 'sendPhoto', body: { chat_id: chatId, parse_mode: 'HTML', photo, caption } }
}

/** Bytes of all addresses that links lead to. */
export function urlBytes(html: string): number {
  const urls = html.match(/(?<=<a href=")[^"]*/g) ?? []
  return urls.reduce((sum, url) => sum + Buffer.byteLength(url.replaceAll('&amp;', '&')), 0)
}

/** Addresses of listings give way, the longest first, until all fit: these then lead to their pages in Deal Scout. */
function render(message: Message, baseUrl: string, lengthMax: number, urlsMax: number): string {
  const within = (urlMax: number) =>
    renderShort(message, baseUrl, telegramHtml, {
      lengthMax,
      measure: visibleLength,
      itemsMax: 10,
      urlMax,
      withSubject: true,
    })
  for (const urlMax of [limits.url, 1000, 700, 500, 300, 150]) {
    const html = within(urlMax)
    if (urlBytes(html) <= urlsMax) return html
  }
  return within(0)
}
