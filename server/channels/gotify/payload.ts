import type { Message } from '../../model/message.ts'
import { factsOf, subjectOf } from '../render.ts'
import { clickUrl, type Markup, renderShort, type Urgency, urgencyOf } from '../render-short.ts'
import { truncate, urlWithin } from '../safe-text.ts'

/** Ours, in characters: Gotify takes megabytes, phones show a screen or two. */
export const limits = { title: 200, message: 8000, url: 2000 }

/** https://gotify.net/docs/msgextras */
export interface GotifyPayload {
  title: string
  message: string
  priority: number
  extras: {
    'client::display': { contentType: 'text/markdown' }
    'client::notification': { click: { url: string }; bigImageUrl?: string }
  }
}

/** CommonMark: a backslash before any ASCII punctuation takes its meaning, an escaped colon that of an address. */
export const commonMark: Markup = {
  escape: (text) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&'),
  bold: (text) => `**${text}**`,
  struck: (text) => `~~${text}~~`,
  link: (label, url) => `[${label}](${url.replace(/[()\\<>]/g, encodeURIComponentStrictly)})`,
  newLine: '  \n',
  newBlock: '\n\n',
}

function encodeURIComponentStrictly(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/** Android makes sound from 4 on and pops up from 8 on. */
const priorities: Record<Urgency, number> = { urgent: 8, high: 6, normal: 4, low: 2 }

export function gotifyPayload(message: Message, baseUrl: string): GotifyPayload {
  const [item] = message.items
  const facts = item && message.items.length === 1 ? factsOf(item, baseUrl, message) : null
  const bigImageUrl = facts ? urlWithin(facts.imageUrl, limits.url) : null
  return {
    // Shown as it is, without Markdown.
    title: truncate(subjectOf(message), limits.title) || 'Deal Scout',
    message: renderShort(message, baseUrl, commonMark, {
      lengthMax: limits.message,
      itemsMax: 10,
      urlMax: limits.url,
      withSubject: false,
    }),
    priority: priorities[urgencyOf(message)],
    extras: {
      'client::display': { contentType: 'text/markdown' },
      'client::notification': {
        click: { url: clickUrl(message, baseUrl, limits.url) },
        ...(bigImageUrl && { bigImageUrl }),
      },
    },
  }
}
