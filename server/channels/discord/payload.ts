import type { Message, MessageItem } from '../../model/message.ts'
import { factsOf, type ItemFacts, introOf, isDemo, links, moreCount, subjectOf } from '../render.ts'
import { scoreColor } from '../render-html.ts'
import { truncate, urlWithin } from '../safe-text.ts'
import { wordsOf } from '../words.ts'

export interface DiscordEmbed {
  title: string
  url?: string
  description: string
  color: number
  timestamp?: string
  thumbnail?: { url: string }
  image?: { url: string }
  fields?: { name: string; value: string }[]
  footer: { text: string }
}

export interface DiscordPayload {
  content: string
  embeds: DiscordEmbed[]
  /** Empty: no text of a listing can ping anybody. */
  allowed_mentions: { parse: [] }
}

/** Discord's own limits, in characters; https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export const limits = {
  content: 2000,
  embeds: 10,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  total: 6000,
  url: 2048,
}

/** Largest text of an embed without fields, so that ten of them fit into the total. */
const compact = { title: 200, description: 320, footer: 70 }
const compactMax = compact.title + compact.description + compact.footer

/**
 * Makes text appear literally: Discord drops a backslash before ASCII punctuation. The colon keeps addresses from
 * becoming links. Works on any part of a text, so that cutting and escaping go together.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_~|<>[\]#@:]/g, '\\$&')
}

/** Discord refuses a whole message for one address in an embed whose host has no dot ("nas", "localhost", "[::1]"). */
function embeddable(url: string | null): string | null {
  const short = urlWithin(url, limits.url)
  return short !== null && /[^.]\.[^.]/.test(new URL(short).hostname) ? short : null
}

/** The message without the addresses and pictures of its embeds, for when Discord refused it for one of them. */
export function withoutAddresses(payload: DiscordPayload): DiscordPayload {
  const embeds = payload.embeds.map(({ url: _url, thumbnail: _thumbnail, image: _image, ...embed }) => embed)
  return { ...payload, embeds }
}

/** The message as one webhook call within all of Discord's limits; later listings get shorter when room is scarce. */
export function discordPayload(message: Message, baseUrl: string): DiscordPayload {
  const items = message.items.slice(0, limits.embeds)
  const embeds: DiscordEmbed[] = []
  let room = limits.total
  for (const [index, item] of items.entries()) {
    const reserved = (items.length - index - 1) * compactMax
    const facts = factsOf(item, baseUrl, message)
    const full = fullEmbed(facts, item, items.length === 1)
    const embed = embedLength(full) + reserved <= room ? full : compactEmbed(facts)
    room -= embedLength(embed)
    embeds.push(embed)
  }
  return { content: contentOf(message, embeds.length, baseUrl), embeds, allowed_mentions: { parse: [] } }
}

/** Characters that count towards the total of a message. */
export function embedLength(embed: DiscordEmbed): number {
  const fields = (embed.fields ?? []).reduce((sum, field) => sum + field.name.length + field.value.length, 0)
  return embed.title.length + embed.description.length + embed.footer.text.length + fields
}

function contentOf(message: Message, shown: number, baseUrl: string): string {
  const more = moreCount(message, shown)
  const words = wordsOf(message)
  const intro = introOf(message)
  const lines = [
    `**${truncate(subjectOf(message), 400, escapeMarkdown)}**`,
    isDemo(message) ? words.demoNotice : null,
    ...intro.map((line) => truncate(line, 400, escapeMarkdown)),
    more > 0 ? `${words.more(more)}: <${links.notifications(baseUrl)}>` : null,
  ]
  return truncate(lines.filter((line) => line !== null).join('\n'), limits.content)
}

function fullEmbed(facts: ItemFacts, item: MessageItem, alone: boolean): DiscordEmbed {
  const postedAt = item.postedAt ? Date.parse(item.postedAt) : Number.NaN
  const image = embeddable(facts.imageUrl)
  const { words } = facts
  const details = [facts.condition && words.condition(facts.condition), facts.where]
    .filter(Boolean)
    .join('\n')
  const fields = [
    facts.fairValue && { name: words.fairValue, value: literal(facts.fairValue) },
    facts.also && { name: words.sameThing, value: literal(facts.also) },
    facts.caution && { name: words.risk, value: literal(facts.caution) },
    facts.profit && { name: words.soldAgain, value: literal(facts.profit) },
    facts.scoreParts.length > 0 && { name: words.dealScore(facts.score), value: scoreLines(facts) },
    details && { name: words.details, value: literal(details) },
    facts.because && { name: words.why, value: literal(facts.because) },
  ]
  return {
    ...baseEmbed(facts, limits.title, limits.description),
    ...(image && (alone ? { image: { url: image } } : { thumbnail: { url: image } })),
    ...(!Number.isNaN(postedAt) && { timestamp: new Date(postedAt).toISOString() }),
    fields: fields.filter((field) => typeof field === 'object' && field !== null),
  }
}

function compactEmbed(facts: ItemFacts): DiscordEmbed {
  const image = embeddable(facts.imageUrl)
  return {
    ...baseEmbed(facts, compact.title, compact.description),
    ...(image && { thumbnail: { url: image } }),
  }
}

function baseEmbed(facts: ItemFacts, titleMax: number, descriptionMax: number): DiscordEmbed {
  const demo = facts.demo ? '[DEMO] ' : ''
  const was = facts.previousPrice ? ` ~~${escapeMarkdown(facts.previousPrice)}~~` : ''
  const comparison = facts.comparison ? ` · ${facts.comparison}` : ''
  const open = `[${facts.words.seeHere}](${facts.dealScoutUrl})`
  const url = embeddable(facts.listingUrl) ?? embeddable(facts.dealScoutUrl)
  const price = `**${escapeMarkdown(facts.price)}**${was}${comparison}`
  return {
    title: demo + truncate(facts.title, titleMax - demo.length, escapeMarkdown),
    ...(url && { url }),
    // The link goes whole or not at all: half a link would show as text.
    description:
      price.length + open.length < descriptionMax ? `${price}\n${open}` : truncate(price, descriptionMax),
    color: Number.parseInt(scoreColor(facts.score).slice(1), 16),
    // Footers show no markdown, so nothing is escaped here.
    footer: {
      text: truncate(`${facts.words.scoreAlone(facts.score)} · ${facts.marketplace}`, compact.footer),
    },
  }
}

function scoreLines(facts: ItemFacts): string {
  let text = ''
  for (const part of facts.scoreParts) {
    const line = `${part.points} · ${truncate(`${part.label}: ${part.sentence}`, 300, escapeMarkdown)}\n`
    if (text.length + line.length > limits.fieldValue) break
    text += line
  }
  return text.trimEnd()
}

function literal(text: string): string {
  return truncate(text, limits.fieldValue, escapeMarkdown)
}
