import { createHash } from 'node:crypto'
import type { Message } from '../../model/message.ts'
import { factsOf, type ItemFacts, introOf, isDemo, links, moreCount, subjectOf } from '../render.ts'
import { truncate } from '../safe-text.ts'
import { wordsOf } from '../words.ts'

/** What the service worker is handed, as JSON. */
export interface PushPayload {
  title: string
  body: string
  /** Where a tap leads: a path of Deal Scout. */
  page: string
  /** The listing at its marketplace, for a button of that name. */
  there?: { name: string; url: string }
  /** A path of Deal Scout with a picture of the listing: from elsewhere, its marketplace would learn who is told of it. */
  icon?: string
  /** The same for every attempt: a browser shows a repetition in the place of the first one. */
  tag: string
  notificationId: number
  demo: boolean
}

/** A record of 4096 bytes (RFC 8291 §4) without its header of 86 bytes, its tag of 16 and its delimiter. */
export const plainBytesMax = 3993

const urlBytesMax = 1200
const nameUnitsMax = 60
const titleUnitsMax = 120
const bodyUnitsMax = 500

export function pushPayload(message: Message, baseUrl: string, idempotencyKey: string): PushPayload {
  const one = message.items.length === 1 ? factsOf(message.items[0]!, baseUrl, message) : null
  const listingId = one?.imageUrl ? message.items[0]!.listingId : null
  const there = thereOf(one)
  const payload = {
    title: truncate(subjectOf(message), titleUnitsMax),
    body: truncate(bodyLines(message, one, baseUrl).join('\n'), bodyUnitsMax),
    page: pageOf(message, one, baseUrl),
    ...(there && { there }),
    ...(listingId !== null && { icon: `/api/photos/${listingId}/0?w=176` }),
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
  const words = wordsOf(message)
  const demo = isDemo(message) ? [words.demoNotice] : []
  if (one) {
    const was = one.previousPrice ? ` ${words.was(one.previousPrice)}` : ''
    const numbers = [`${one.price}${was}`, words.score(one.score), one.comparison]
    const place = [one.marketplace, one.where].filter(Boolean).join(' · ')
    // "1 listing already matches" says of which rule, and not what it found.
    const what = message.title.includes(one.title) ? [] : [truncate(one.title, 80)]
    const lines = [
      ...demo,
      ...what,
      numbers.filter(Boolean).join(' · '),
      one.caution,
      place,
      ...intro,
      one.because,
    ]
    return lines.filter((line): line is string => Boolean(line))
  }
  const shown = message.items.slice(0, 5).map((item) => factsOf(item, baseUrl, message))
  const more = moreCount(message, shown.length)
  return [
    ...demo,
    ...intro,
    ...shown.map((facts) => `${facts.price} · ${truncate(facts.title, 60)} (${facts.score})`),
    ...(more > 0 && shown.length > 0 ? [words.more(more)] : []),
  ]
}

function pageOf(message: Message, one: ItemFacts | null, baseUrl: string): string {
  const many = message.items.length > 0 ? links.notifications(baseUrl) : links.settings(baseUrl)
  return (one?.dealScoutUrl ?? many).slice(baseUrl.length)
}

function thereOf(one: ItemFacts | null): PushPayload['there'] | null {
  if (!one?.listingUrl || bytesOf(one.listingUrl) > urlBytesMax) return null
  return {
    name: truncate(`Open at ${one.marketplace ?? 'the marketplace'}`, nameUnitsMax),
    url: one.listingUrl,
  }
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
