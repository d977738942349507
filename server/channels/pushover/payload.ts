import type { Message } from '../../model/message.ts'
import { subjectOf } from '../render.ts'
import { clickUrl, plainText, renderShort, type Urgency, urgencyOf } from '../render-short.ts'
import { truncate } from '../safe-text.ts'
import { wordsOf } from '../words.ts'

/** In characters, by https://pushover.net/api#limits. */
export const limits = { title: 250, message: 1024, url: 512, urlTitle: 100 }

export interface PushoverPayload {
  token: string
  user: string
  device?: string
  title: string
  message: string
  url: string
  url_title: string
  /** -1 makes no sound; 1 passes the person's quiet hours of Pushover; 2 would ask for an answer, which no deal is worth. */
  priority: -1 | 0 | 1
  /** Unix seconds. */
  timestamp: number
}

const priorities: Record<Urgency, PushoverPayload['priority']> = { urgent: 1, high: 0, normal: 0, low: -1 }

/** The message as plain text: Pushover parses nothing in it. UTF-16 units are never fewer than its characters. */
export function pushoverPayload(
  message: Message,
  baseUrl: string,
  to: { token: string; user: string; device?: string },
): PushoverPayload {
  const url = clickUrl(message, baseUrl, limits.url)
  return {
    ...to,
    title: truncate(subjectOf(message), limits.title) || 'Deal Scout',
    message: renderShort(message, baseUrl, plainText, {
      lengthMax: limits.message,
      itemsMax: 10,
      urlMax: 200,
      withSubject: false,
    }),
    url,
    url_title: url.startsWith(`${baseUrl}/`) ? wordsOf(message).openHere : wordsOf(message).openListing,
    priority: priorities[urgencyOf(message)],
    timestamp: Math.floor(Date.parse(message.createdAt) / 1000),
  }
}
