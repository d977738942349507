import type { Message } from '../../model/message.ts'
import { factsOf, isDemo, links, moreCount, subjectOf } from '../render.ts'
import { itemLines, linesOf, type Markup, withLookAlikes } from '../render-short.ts'
import { truncate, urlWithin } from '../safe-text.ts'
import { wordsOf } from '../words.ts'

type TextObject = { type: 'mrkdwn'; text: string; verbatim: true } | { type: 'plain_text'; text: string }

export type SlackBlock =
  | { type: 'header'; text: TextObject }
  | { type: 'divider' }
  | { type: 'context'; elements: TextObject[] }
  | {
      type: 'section'
      text: TextObject
      accessory?: { type: 'image'; image_url: string; alt_text: string }
    }
  | { type: 'image'; image_url: string; alt_text: string }

export interface SlackPayload {
  /** What notifications show. */
  text: string
  blocks: SlackBlock[]
  unfurl_links: false
  unfurl_media: false
}

/**
 * In characters, by https://docs.slack.dev/reference/block-kit/blocks (header, section, context and image block) and
 * https://docs.slack.dev/changelog/2018-truncating-really-long-messages (text).
 */
export const limits = {
  text: 4000,
  blocks: 50,
  header: 150,
  section: 3000,
  context: 2000,
  url: 3000,
  altText: 2000,
}

const itemsMax = 10

/**
 * Slack's mrkdwn (https://docs.slack.dev/messaging/formatting-message-text): `&`, `<` and `>` have entities, which
 * takes mentions and links away; the signs of bold, italic, struck and code have no escape, so look-alikes stand for them.
 */
export const mrkdwn: Markup = {
  escape: (text) => entities(withLookAlikes(text, /[*_~`]/g)),
  bold: (text) => `*${text}*`,
  struck: (text) => `~${text}~`,
  link: (label, url) => `<${entities(url).replaceAll('|', '%7C')}|${label.replaceAll('|', '¦')}>`,
  newLine: '\n',
  newBlock: '\n\n',
}

function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * The message in Block Kit. `withImages: false` leaves pictures out: Slack refuses a whole message when it cannot load
 * one of them.
 */
export function slackPayload(message: Message, baseUrl: string, withImages: boolean): SlackPayload {
  const items = message.items.slice(0, itemsMax).map((item) => factsOf(item, baseUrl, message))
  const more = moreCount(message, items.length)
  const words = wordsOf(message)
  const subject = subjectOf(message) || 'Deal Scout'
  const lines = linesOf(message, mrkdwn)
  const blocks: SlackBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: truncate(subject, limits.header, entities) } },
    ...(isDemo(message) ? [context(words.demoNotice)] : []),
    ...(lines.length > 0 ? [section(lines)] : []),
  ]
  for (const facts of items) {
    if (items.length > 1) blocks.push({ type: 'divider' })
    const block = section(itemLines(facts, mrkdwn, items.length === 1 ? 'full' : 'brief', 1000))
    const url = withImages ? urlWithin(facts.imageUrl, limits.url) : null
    const image = url ? { type: 'image' as const, image_url: url, alt_text: facts.title } : null
    blocks.push(image && items.length > 1 ? { ...block, accessory: image } : block)
    if (image && items.length === 1) blocks.push(image)
  }
  const end = [
    ...(more > 0 ? [mrkdwn.link(words.more(more), links.notifications(baseUrl))] : []),
    mrkdwn.link(words.change, links.settings(baseUrl)),
  ]
  blocks.push({ type: 'context', elements: [{ type: 'mrkdwn', text: end.join(' · '), verbatim: true }] })
  return { text: truncate(subject, 300, mrkdwn.escape), blocks, unfurl_links: false, unfurl_media: false }
}

function context(text: string): SlackBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text }] }
}

/** As many whole lines as a section takes; a line is never cut, so that no markup is. */
function section(lines: string[]): SlackBlock & { type: 'section' } {
  let text = ''
  for (const line of lines) {
    if (text.length + 1 + line.length > limits.section) continue
    text += (text === '' ? '' : '\n') + line
  }
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }
}
