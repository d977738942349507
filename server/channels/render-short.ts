import type { Message } from '../model/message.ts'
import { codeOf, factsOf, type ItemFacts, introOf, isDemo, links, moreCount, subjectOf } from './render.ts'
import { truncate, urlWithin, webUrl } from './safe-text.ts'
import { type Words, wordsOf } from './words.ts'

/** How a provider writes text. `escape` gets raw text, any part of it; the others get what is already escaped. */
export interface Markup {
  escape(text: string): string
  bold(text: string): string
  /** A price that it no longer has. */
  struck(text: string, words: Words): string
  link(label: string, url: string): string
  /** Between lines. */
  newLine: string
  /** Between listings. */
  newBlock: string
}

/** Text without markup; addresses in the words of strangers do not become links. */
export const plainText: Markup = {
  escape: (text) => text.replaceAll('://', ':\u2060//'),
  bold: (text) => text,
  struck: (text, words) => words.was(text),
  link: (label, url) => `${label}\n${url}`,
  newLine: '\n',
  newBlock: '\n\n',
}

const lookAlikes: Record<string, string> = {
  '*': '∗',
  _: 'ˍ',
  '~': '∼',
  '`': 'ˋ',
  '@': '＠',
  '<': '‹',
  '>': '›',
  '[': '［',
  ']': '］',
  '\\': '＼',
}

/** Replaces characters that mean something in most markups by ones that only look like them. */
export function withLookAlikes(text: string, which = /[*_~`@<>[\]\\]/g): string {
  return text.replace(which, (character) => lookAlikes[character] ?? character)
}

export interface ShortLimits {
  /** Of the text as the provider measures it. */
  lengthMax: number
  /** UTF-16 units by default. */
  measure?: (text: string) => number
  itemsMax: number
  /** Longer addresses of listings are replaced by the listing's page in Deal Scout. */
  urlMax: number
  /** Put the subject above the text; off where the provider has a title of its own. */
  withSubject: boolean
}

type Detail = 'full' | 'brief' | 'least'

/**
 * The message for services that limit a message's length: as much detail as fits for all listings, then fewer
 * listings. Nothing is cut inside markup or an address. Never empty.
 */
export function renderShort(message: Message, baseUrl: string, markup: Markup, limits: ShortLimits): string {
  const words = wordsOf(message)
  const measure = limits.measure ?? ((text: string) => text.length)
  const fits = (text: string) => measure(text) <= limits.lengthMax
  const subject = truncate(subjectOf(message), 200, markup.escape)
  const heading = limits.withSubject ? [markup.bold(subject)] : []
  const notice = isDemo(message) ? [markup.escape(words.demoNotice)] : []
  const facts = message.items.slice(0, limits.itemsMax).map((item) => factsOf(item, baseUrl, message))

  const compose = (shown: ItemFacts[], detail: Detail, introLines: string[]) => {
    const more = moreCount(message, shown.length)
    const top = [...heading, ...notice, ...introLines].join(markup.newLine)
    const blocks = shown.map((item) => itemLines(item, markup, detail, limits.urlMax).join(markup.newLine))
    const end = more > 0 ? [markup.link(words.more(more), links.notifications(baseUrl))] : []
    return [...(top ? [top] : []), ...blocks, ...end].join(markup.newBlock)
  }
  const { sentences, code, link } = introParts(message, markup)
  // Where there are listings, the sentences above them leave at least half of the room.
  const room = facts.length > 0 ? limits.lengthMax / 2 : limits.lengthMax
  const hasRoom = (lines: string[]) => measure(compose([], 'least', lines)) <= room
  // The code is what such a message is for: link and sentences have what room it leaves.
  const ending = hasRoom([...code, ...link]) ? [...code, ...link] : code
  const start = longestStart(sentences, (lines) => hasRoom([...lines, ...ending]))
  const introLines = [...start, ...ending]

  for (const detail of ['full', 'brief', 'least'] as const) {
    const text = compose(facts, detail, introLines)
    if (text !== '' && fits(text)) return text
  }
  for (let count = facts.length - 1; count >= 0; count--) {
    const text = compose(facts.slice(0, count), 'least', introLines)
    if (text !== '' && fits(text)) return text
  }
  return code[0] ?? (truncate(subjectOf(message), 100, markup.escape) || 'Deal Scout')
}

/** The sentences under the heading, escaped; of a message that asks for confirmation its code and its link too. */
export function linesOf(message: Message, markup: Markup): string[] {
  const { sentences, code, link } = introParts(message, markup)
  return [...sentences, ...code, ...link]
}

function introParts(message: Message, markup: Markup) {
  const { confirm, ...rest } = message
  const words = wordsOf(message)
  const sentences = introOf(rest).map((line) => truncate(line, 600, markup.escape))
  if (message.kind !== 'confirm' || !confirm) return { sentences, code: [], link: [] }
  const url = webUrl(confirm.url)
  return {
    sentences,
    code: [`${markup.escape(words.yourCode)} ${markup.bold(markup.escape(codeOf(confirm)))}`],
    link: url ? [markup.link(markup.escape(words.confirmYours), url)] : [],
  }
}

/** The longest start of the list that `fits`. */
function longestStart(list: string[], fits: (start: string[]) => boolean): string[] {
  let count = list.length
  while (count > 0 && !fits(list.slice(0, count))) count--
  return list.slice(0, count)
}

/** One listing as lines: its title as a link, price and score first, then what fits the detail. */
export function itemLines(facts: ItemFacts, markup: Markup, detail: Detail, urlMax: number): string[] {
  const { words } = facts
  const literal = (text: string, unitsMax = 400) => truncate(text, unitsMax, markup.escape)
  const url = urlWithin(facts.listingUrl, urlMax) ?? facts.dealScoutUrl
  const title = literal((facts.demo ? '[DEMO] ' : '') + facts.title, detail === 'least' ? 120 : 300)
  const was = facts.previousPrice ? ` ${markup.struck(literal(facts.previousPrice), words)}` : ''
  const price = `${markup.bold(literal(facts.price))}${was}`
  const score = markup.escape(words.dealScore(facts.score))
  const head = markup.link(markup.bold(title), url)
  const sentence = (text: string | null) => (text ? [literal(text)] : [])
  const comparison = sentence(facts.comparison)
  if (detail === 'least') {
    // A warning is never left out, only its reasons are.
    const warning = sentence(facts.caution?.split(':')[0] ?? null)
    return [head, [price, ...comparison, score, ...warning].join(' · ')]
  }

  const details = [facts.condition && words.condition(facts.condition), facts.where]
    .filter(Boolean)
    .join(' · ')
  const own = markup.link(markup.escape(words.seeHere), facts.dealScoutUrl)
  const offer = `${price} ${literal(words.on(facts.marketplace))}`
  if (detail === 'brief') {
    return [head, [offer, ...comparison].join(' · '), score, ...sentence(facts.caution), ...sentence(details)]
  }
  return [
    head,
    [offer, ...comparison].join(' · '),
    ...sentence(facts.fairValue && `${words.fairValue}: ${facts.fairValue}`),
    ...sentence(facts.profit),
    ...sentence(details),
    ...sentence(facts.posted && words.posted(facts.posted)),
    ...sentence(facts.also),
    ...sentence(facts.caution),
    markup.bold(score),
    ...facts.scoreParts.map((part) => literal(`${part.points} ${part.label}: ${part.sentence}`)),
    ...sentence(facts.because),
    own,
  ]
}

/** How loudly a push service should tell it. Nothing made up is ever loud. */
export type Urgency = 'urgent' | 'high' | 'normal' | 'low'

export function urgencyOf(message: Message): Urgency {
  if (isDemo(message)) return 'low'
  switch (message.kind) {
    case 'outage':
    case 'channel-off':
    case 'task':
    case 'confirm':
      return 'high'
    case 'recovered':
    case 'test':
    case 'digest':
    case 'existing-matches':
      return 'normal'
  }
  const best = Math.max(0, ...message.items.map((item) => item.score.total))
  if (best >= 90) return 'urgent'
  if (best >= 75) return 'high'
  return best >= 50 || message.kind === 'watch' ? 'normal' : 'low'
}

/** What a tap on the notification opens: the one listing, or the place in Deal Scout that the message is about. */
export function clickUrl(message: Message, baseUrl: string, urlMax: number): string {
  const [item] = message.items
  if (message.confirm) return webUrl(message.confirm.url) ?? links.settings(baseUrl)
  if (message.kind === 'channel-off') return links.settings(baseUrl)
  if (message.kind === 'task') return links.sell(baseUrl)
  if (!item || message.items.length > 1) return links.notifications(baseUrl)
  return urlWithin(webUrl(item.url), urlMax) ?? links.listing(baseUrl, item.listingId)
}
