import type { Message } from '../../model/message.ts'
import { codeOf, factsOf, type ItemFacts, introOf, isDemo, links, moreCount, subjectOf } from '../render.ts'
import { truncate, urlWithin, webUrl } from '../safe-text.ts'
import { wordsOf } from '../words.ts'

/**
 * In bytes of JSON. Teams refuses messages of about 28 KB (https://learn.microsoft.com/connectors/teams, "Message size
 * limit") and counts what it makes of a card, so there is room left.
 */
export const limits = { payload: 20_000, url: 2000, actions: 4 }

interface OpenUrl {
  type: 'Action.OpenUrl'
  title?: string
  url: string
}

/** https://learn.microsoft.com/adaptive-cards/schema-explorer/text-run: "Markdown is not supported", so all is literal. */
interface TextRun {
  type: 'TextRun'
  text: string
  weight?: 'Bolder'
  size?: 'Large' | 'Medium' | 'Small'
  color?: 'Good' | 'Warning' | 'Attention'
  isSubtle?: true
  strikethrough?: true
  selectAction?: OpenUrl
}

type Element =
  | { type: 'RichTextBlock'; inlines: TextRun[] }
  | { type: 'Image'; url: string; altText: string; size: 'Medium' | 'Stretch' }
  /** A tap anywhere on it opens Deal Scout: not every phone follows the link of a run. */
  | { type: 'Container'; separator: true; selectAction: OpenUrl; items: Element[] }
  | { type: 'ColumnSet'; columns: { type: 'Column'; width: 'auto' | 'stretch'; items: Element[] }[] }

export interface TeamsPayload {
  type: 'message'
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive'
      contentUrl: null
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
        type: 'AdaptiveCard'
        version: '1.4'
        msteams: { width: 'Full' }
        body: Element[]
        actions: OpenUrl[]
      }
    },
  ]
}

export const bytes = (payload: TeamsPayload) => Buffer.byteLength(JSON.stringify(payload), 'utf8')

/** The message as an Adaptive Card; where room is scarce the listings get shorter, then fewer. */
export function teamsPayload(message: Message, baseUrl: string): TeamsPayload {
  const facts = message.items.slice(0, 10).map((item) => factsOf(item, baseUrl, message))
  const intro = introElements(message)
  for (const isFull of facts.length === 1 ? [true, false] : [false]) {
    const payload = card(message, baseUrl, intro, facts, isFull)
    if (bytes(payload) <= limits.payload) return payload
  }
  for (let count = facts.length - 1; count >= 0; count--) {
    const payload = card(message, baseUrl, intro, facts.slice(0, count), false)
    if (bytes(payload) <= limits.payload) return payload
  }
  return card(message, baseUrl, [], [], false)
}

function card(
  message: Message,
  baseUrl: string,
  intro: Element[],
  facts: ItemFacts[],
  isFull: boolean,
): TeamsPayload {
  const more = moreCount(message, facts.length)
  const words = wordsOf(message)
  const body: Element[] = [
    line({ text: subjectOf(message) || 'Deal Scout', weight: 'Bolder', size: 'Large' }),
    ...(isDemo(message) ? [line({ text: words.demoNotice, weight: 'Bolder', color: 'Warning' })] : []),
    ...intro,
    ...facts.map((item) => (isFull ? fullItem(item) : briefItem(item))),
  ]
  const [only] = facts
  const confirmUrl = webUrl(message.confirm?.url)
  const actions: OpenUrl[] = [
    ...(confirmUrl ? [open(words.confirm, confirmUrl)] : []),
    ...(only && facts.length === 1
      ? [
          ...(urlWithin(only.listingUrl, limits.url) ? [open(words.openListing, only.listingUrl!)] : []),
          open(words.seeHere, only.dealScoutUrl),
        ]
      : []),
    ...(more > 0 ? [open(words.more(more), links.notifications(baseUrl))] : []),
    open(words.change, links.settings(baseUrl)),
  ]
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body,
          actions: actions.slice(0, limits.actions),
        },
      },
    ],
  }
}

/** At most a fifth of the room, so that listings have the rest. */
function introElements(message: Message): Element[] {
  const { confirm, ...rest } = message
  const lines = introOf(rest)
  if (confirm) lines.unshift(`${wordsOf(message).yourCode} ${codeOf(confirm)}`)
  const elements: Element[] = []
  let left = limits.payload / 5
  for (const text of lines) {
    const element = line({ text })
    left -= Buffer.byteLength(JSON.stringify(element), 'utf8')
    if (left < 0) break
    elements.push(element)
  }
  return elements
}

function fullItem(facts: ItemFacts): Element {
  const image = urlWithin(facts.imageUrl, limits.url)
  const { words } = facts
  const score = words.dealScore(facts.score)
  const subtle = (text: string | null): Element[] => (text ? [line({ text, isSubtle: true })] : [])
  return container(facts, [
    ...head(facts, 300),
    ...(image ? [picture(image, facts, 'Stretch')] : []),
    ...(facts.fairValue ? [line({ text: `${words.fairValue}: ${facts.fairValue}` })] : []),
    ...(facts.profit ? [line({ text: facts.profit })] : []),
    ...(facts.caution ? [line({ text: facts.caution, weight: 'Bolder', color: 'Attention' })] : []),
    ...subtle(detailsOf(facts)),
    ...subtle(facts.posted && words.posted(facts.posted)),
    ...subtle(facts.also),
    line({ text: score, weight: 'Bolder' }),
    ...facts.scoreParts.map((part) =>
      line({ text: `${part.points} ${part.label}: ${part.sentence}`, size: 'Small' }),
    ),
    ...subtle(facts.because),
  ])
}

function briefItem(facts: ItemFacts): Element {
  const image = urlWithin(facts.imageUrl, 500)
  const details = detailsOf(facts)
  const text: Element[] = [
    ...head(facts, 120),
    line({ text: facts.words.dealScore(facts.score) }),
    ...(facts.caution ? [line({ text: truncate(facts.caution, 200), color: 'Attention' })] : []),
    ...(details ? [line({ text: truncate(details, 200), isSubtle: true })] : []),
  ]
  if (!image) return container(facts, text)
  const columns: (Element & { type: 'ColumnSet' })['columns'] = [
    { type: 'Column', width: 'auto', items: [picture(image, facts, 'Medium')] },
    { type: 'Column', width: 'stretch', items: text },
  ]
  return container(facts, [{ type: 'ColumnSet', columns }])
}

function container(facts: ItemFacts, items: Element[]): Element {
  const selectAction: OpenUrl = { type: 'Action.OpenUrl', url: facts.dealScoutUrl }
  return { type: 'Container', separator: true, selectAction, items }
}

function head(facts: ItemFacts, titleMax: number): Element[] {
  const url = urlWithin(facts.listingUrl, limits.url) ?? facts.dealScoutUrl
  const title = truncate((facts.demo ? '[DEMO] ' : '') + facts.title, titleMax)
  const comparison = facts.comparison ? ` · ${facts.comparison}` : ''
  return [
    line({
      text: title,
      weight: 'Bolder',
      size: 'Medium',
      selectAction: { type: 'Action.OpenUrl', url },
    }),
    line(
      { text: facts.price, weight: 'Bolder' },
      ...(facts.previousPrice
        ? [{ text: ' ' }, { text: facts.previousPrice, strikethrough: true as const }]
        : []),
      { text: ` ${facts.words.on(facts.marketplace)}` },
      { text: comparison, ...(facts.belowValue && { color: 'Good' as const }) },
    ),
  ]
}

function detailsOf(facts: ItemFacts): string | null {
  return (
    [facts.condition && facts.words.condition(facts.condition), facts.where].filter(Boolean).join(' · ') ||
    null
  )
}

/** One line of text; `{{DATE(…)}}` and `{{TIME(…)}}`, the only things that cards replace in it, are taken apart. */
function line(...runs: Omit<TextRun, 'type'>[]): Element {
  const inlines = runs
    .filter(({ text }) => text !== '')
    .map((run): TextRun => ({ type: 'TextRun', ...run, text: run.text.replace(/\{(?=\{)/g, '{\u2060') }))
  return { type: 'RichTextBlock', inlines }
}

function picture(url: string, facts: ItemFacts, size: 'Medium' | 'Stretch'): Element {
  return { type: 'Image', url, altText: truncate(facts.title, 120), size }
}

function open(title: string, url: string): OpenUrl {
  return { type: 'Action.OpenUrl', title, url }
}
