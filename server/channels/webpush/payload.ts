import { createHash } from 'node:crypto'
import type { Message } from '../../model/message.ts'
import {
  demoNotice,
  factsOf,
  type ItemFacts,
  introOf,
  isDemo,
  links,
  moreCount,
  subjectOf,
} from '../render.ts'
import { truncate } from '../safe-text.ts'

/** What the service worker is handed, as JSON. */
export interface PushPayload {
  title: string
  body: string
  /** Where a tap leads. */
  url: string
  /** A picture of the listing. */
  icon?: string
  /** The same for every attempt: a browser shows a repetition in the place of the first one. */
  tag: string
  notificationId: number
  demo: boolean
}

/** A record of 4096 bytes (RFC 8291 §4) without its header of 86 bytes, its tag of 16 and its delimiter. */
export const plainBytesMax = 3993

const urlBytesMax = 1200
const iconBytesMax = 500
const titleUnitsMax = 120
const bodyUnitsMax = 500

export function pushPayload(message: Message, baseUrl: string, idempotencyKey: string): PushPayload {
  const one = message.items.length === 1 ? factsOf(message.items[0]!, baseUrl) : null
  const icon = one?.imageUrl
  const payload = {
    title: truncate(subjectOf(message), titleUnitsMax),
    body: truncate(bodyLines(message, one, baseUrl).join('\n'), bodyUnitsMax),
    url: urlOf(message, one, baseUrl),
    ...(icon && bytesOf(icon) <= iconBytesMax && { icon }),
    tag: idempotencyKey.length <= 64 ? idempotencyKey : topicOf(idempotencyKey),
    notificationId: message.notificationId,
    demo: isDemo(message),
  }
  return withinBytes(payload)
}

/** Texts of three bytes a character still fit; this is for what JSON writes as an escape. */
function withinBytes(payload: PushPayload): PushPayload {
  let fitting = payload
  while (bytesOf(JSON.stringify(fitting)) > plainBytesMax && fitting.body !== '') {
    fitting = {
      ...fitting,
      body: fitting.body.length > 20 ? truncate(fitting.body, fitting.body.length >> 1) : '',
    }
  }
  return fitting
}

function bodyLines(message: Message, one: ItemFacts | null, baseUrl: string): string[] {
  const intro = introOf(message)
  const demo = isDemo(message) ? [demoNotice] : []
  if (one) {
    const was = one.previousPrice ? ` (was ${one.previousPrice})` : ''
    const numbers = [`${one.price}${was}`, `score ${one.score} of 100`, one.comparison]
    const place = [one.marketplace, one.where].filter(Boolean).join(' · ')
    const lines = [...demo, numbers.filter(Boolean).join(' · '), one.caution, place, ...intro, one.because]
    return lines.filter((line): line is string => Boolean(line))
  }
  const shown = message.items.slice(0, 5).map((item) => factsOf(item, baseUrl))
  const more = moreCount(message, shown.length)
  return [
    ...demo,
    ...intro,
    ...shown.map((facts) => `${facts.price} · ${truncate(facts.title, 60)} (${facts.score})`),
    ...(more > 0 && shown.length > 0 ? [`+${more} more`] : []),
  ]
}

function urlOf(message: Message, one: ItemFacts | null, baseUrl: string): string {
  if (one) {
    return one.listingUrl && bytesOf(one.listingUrl) <= urlBytesMax ? one.listingUrl : one.dealScoutUrl
  }
  return message.items.length > 0 ? links.notifications(baseUrl) : links.settings(baseUrl)
}

/** 32 characters of base64url (RFC 8030 §5.4): a repetition that still waits takes the place of the first one. */
export function topicOf(idempotencyKey: string): string {
  return createHash('sha256').update(idempotencyKey).digest('base64url').slice(0, 32)
}

/** How soon to wake a device (RFC 8030 §5.3). */
export function urgencyOf({ kind, items }: Message): 'low' | 'normal' | 'high' {
  if (kind === 'confirm' || kind === 'test') return 'high'
  if (kind === 'digest' || kind === 'existing-matches') return 'low'
  const best = Math.max(0, ...items.map(({ score }) => score.total))
  return best >= bargainScore ? 'high' : 'normal'
}

/** From here on a deal is a bargain that may be gone in minutes. */
const bargainScore = 75

/** How long the push service keeps it for a device that is off: a deal of yesterday is no news. */
export function ttlSecondsOf({ kind }: Message): number {
  if (kind === 'confirm') return 15 * 60
  return kind === 'test' ? 3600 : 24 * 3600
}

const bytesOf = (text: string) => Buffer.byteLength(text)
