import { createHash } from 'node:crypto'
import type { Message } from '../../model/message.ts'
import { factsOf, subjectOf } from '../render.ts'
import { clickUrl, plainText, renderShort, type Urgency, urgencyOf } from '../render-short.ts'
import { truncate, urlWithin } from '../safe-text.ts'

export interface NtfyPayload {
  topic: string
  title: string
  message: string
  priority: 1 | 2 | 3 | 4 | 5
  tags: string[]
  click: string
  attach?: string
  /** From ntfy 2.16 on a message with the same one replaces the first in the apps; older servers do not look at it. */
  sequence_id: string
}

/**
 * In bytes. By https://docs.ntfy.sh/publish/#limitations a message of 4,096 becomes an attachment; the server reads at
 * most twice that as JSON (server.go) and cuts titles at 200 (limit-message-title-length).
 */
export const limits = { message: 4000, title: 200, json: 8192, url: 1000 }

const priorities: Record<Urgency, NtfyPayload['priority']> = { urgent: 5, high: 4, normal: 3, low: 2 }

export const bytes = (text: string) => Buffer.byteLength(text, 'utf8')

/** The message as plain text: what apps do with Markdown differs. */
export function ntfyPayload(
  message: Message,
  baseUrl: string,
  { topic, idempotencyKey }: { topic: string; idempotencyKey: string },
): NtfyPayload {
  const [item] = message.items
  const facts = item && message.items.length === 1 ? factsOf(item, baseUrl, message) : null
  const attach = facts ? urlWithin(facts.imageUrl, limits.url) : null
  const payload = (lengthMax: number): NtfyPayload => ({
    topic,
    title: truncate(subjectOf(message), 66) || 'Deal Scout',
    message: renderShort(message, baseUrl, plainText, {
      lengthMax,
      measure: bytes,
      itemsMax: 10,
      urlMax: limits.url,
      withSubject: false,
    }),
    priority: priorities[urgencyOf(message)],
    tags: tagsOf(message),
    click: clickUrl(message, baseUrl, limits.url),
    ...(attach && { attach }),
    sequence_id: createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 32),
  })
  const full = payload(limits.message)
  // Quotes and line ends take two bytes in JSON.
  return bytes(JSON.stringify(full)) <= limits.json ? full : payload(limits.message / 2)
}

/** Names of emoji by https://docs.ntfy.sh/emojis. */
function tagsOf(message: Message): string[] {
  const isRisky = message.items.some(({ risk }) => risk && risk.level !== 'low')
  if (isRisky || message.kind === 'outage' || message.kind === 'channel-off') return ['warning']
  return message.items.length > 0 ? ['moneybag'] : ['bell']
}
