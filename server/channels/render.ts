import type { Message, MessageItem } from '../model/message.ts'
import { factsOf, type ItemFacts, links } from './facts.ts'
import { oneLine, webUrl, wrap } from './safe-text.ts'
import { type Words, wordsOf } from './words.ts'

export { factsOf, type ItemFacts, links }

/** One line for a subject or heading; says DEMO when anything in the message was made up. */
export function subjectOf(message: Message): string {
  return (isDemo(message) ? '[DEMO] ' : '') + oneLine(message.title, 160)
}

export function isDemo(message: Message): boolean {
  return message.demo || message.items.some((item) => item.demo)
}

/** How many matches the message counts beyond the `shown` ones. */
export function moreCount(message: Message, shown: number): number {
  return Math.max(0, Math.max(message.itemCount, message.items.length) - shown)
}

/** Sentences under the heading where the heading alone does not say it all; cleaned, not yet escaped. */
export function introOf(message: Message): string[] {
  const own = (message.lines ?? [])
    .slice(0, linesMax)
    .map((line) => oneLine(line, 400))
    .filter((line) => line !== '')
  const words = wordsOf(message)
  switch (message.kind) {
    case 'test':
      return [words.isTest, ...own]
    case 'existing-matches':
      return [words.wereThere, ...own]
    case 'price-drop':
      return [words.wentDown, ...own]
    case 'confirm':
      return [...own, ...confirmLines(message, words)]
    default:
      return own
  }
}

const linesMax = 20

/** The code of a message that asks for verification: always whole, since the beginning of one is worth nothing. */
export function codeOf(confirm: Message['confirm']): string {
  return oneLine(confirm?.code ?? '', 1000)
}

function confirmLines({ confirm }: Message, words: Words): string[] {
  if (!confirm) return []
  const code = codeOf(confirm)
  const url = webUrl(confirm.url)
  return [
    ...(code ? [`${words.yourCode} ${code}`] : []),
    ...(url ? [`${code ? words.orOpen : words.toConfirm}: ${url}`] : []),
  ]
}

/** Listings that are shown together: those of one rule in a digest, otherwise all of them. */
export interface ItemGroup {
  /** null for no heading. */
  name: string | null
  /** `4 matches`. */
  count: string
  /** Each in a few lines only. */
  compact: boolean
  facts: ItemFacts[]
}

/** More than these are read rather as a list than one by one. */
const fullItemsMax = 3

/** The first `itemsMax` listings, of a long digest by the first of their rules; the group with the best one first. */
export function groupsOf(message: Message, baseUrl: string, itemsMax: number): ItemGroup[] {
  const words = wordsOf(message)
  const shown = message.items.slice(0, itemsMax)
  const group = (name: string | null, compact: boolean, items: MessageItem[]): ItemGroup => ({
    name,
    compact,
    count: words.matches(items.length),
    facts: items.map((item) => factsOf(item, baseUrl, message)),
  })
  if (shown.length === 0) return []
  if (message.kind !== 'digest' || shown.length <= fullItemsMax) return [group(null, false, shown)]
  const byRule = Map.groupBy(shown, ({ ruleNames }) => oneLine(ruleNames[0] ?? '', 80) || words.otherRule)
  return [...byRule].map(([name, items]) => group(name, true, items))
}

const columns = 78

/**
 * Plain text for e-mail and the like: lines of at most 78 columns except addresses and single long words.
 * `unsubscribeUrl` is where one click ends these messages, null where there is no such thing.
 */
export function renderText(
  message: Message,
  baseUrl: string,
  itemsMax: number,
  unsubscribeUrl: string | null = null,
): string {
  const more = moreCount(message, Math.min(message.items.length, itemsMax))
  const intro = introOf(message)
  const words = wordsOf(message)
  const end = [
    '--',
    `Deal Scout: ${baseUrl}`,
    `${words.change}: ${links.settings(baseUrl)}`,
    ...(unsubscribeUrl === null ? [] : [`${words.stop}: ${unsubscribeUrl}`]),
  ]
  const blocks = [
    wrap(subjectOf(message), columns),
    ...(isDemo(message) ? [words.demoNotice] : []),
    ...intro.map((line) => wrap(line, columns)),
    ...(message.kind === 'confirm' ? [words.confirmNotice] : []),
    ...groupsOf(message, baseUrl, itemsMax).flatMap(groupText),
    ...(more > 0 ? [`${words.more(more)}: ${links.notifications(baseUrl)}`] : []),
    end.join('\n'),
  ]
  return `${blocks.join('\n\n')}\n`
}

function groupText({ name, count, compact, facts }: ItemGroup): string[] {
  const heading = name === null ? [] : [`${'='.repeat(40)}\n${wrap(`${name}: ${count}`, columns)}`]
  return [...heading, ...facts.map(compact ? compactText : itemText)]
}

function compactText(facts: ItemFacts): string {
  const { words } = facts
  const was = facts.previousPrice ? ` ${words.was(facts.previousPrice)}` : ''
  const numbers = [`${facts.price}${was}`, facts.comparison, words.score(facts.score)]
  const place = [facts.condition, facts.where, facts.marketplace]
  const joined = (parts: (string | null)[]) => parts.filter(Boolean).join(' · ')
  const lines = [(facts.demo ? '[DEMO] ' : '') + facts.title, joined(numbers), joined(place), facts.caution]
  return [
    ...lines.filter((line) => line !== null && line !== '').map((line) => wrap(line!, columns, '', '  ')),
    facts.listingUrl ?? facts.dealScoutUrl,
  ].join('\n')
}

function itemText(facts: ItemFacts): string {
  const { words } = facts
  const details = [facts.condition && words.condition(facts.condition), facts.where]
    .filter(Boolean)
    .join(' · ')
  const lines = [
    '-'.repeat(40),
    (facts.demo ? '[DEMO] ' : '') + facts.title,
    `${facts.price}${facts.previousPrice ? ` ${words.was(facts.previousPrice)}` : ''} ${words.on(facts.marketplace)}`,
    facts.comparison && words.thatIs(facts.comparison),
    facts.fairValue && `${words.fairValue}: ${facts.fairValue}`,
    facts.profit,
    details,
    facts.posted && words.posted(facts.posted),
    facts.also,
    facts.caution,
    words.dealScoreLine(facts.score),
  ]
  const parts = facts.scoreParts.map((part) =>
    wrap(`${part.label} ${part.points}: ${part.sentence}`, columns, '  ', '    '),
  )
  const after = [
    facts.because,
    facts.listingUrl && `${words.listing}: ${facts.listingUrl}`,
    `${words.details}: ${facts.dealScoutUrl}`,
  ]
  const isLink = (line: string) =>
    line.startsWith(`${words.listing}: `) || line.startsWith(`${words.details}: `)
  const wrapped = (list: (string | null)[]) =>
    list
      .filter((line) => line !== null && line !== '')
      .map((line) => (isLink(line!) ? line : wrap(line!, columns)))
  return [...wrapped(lines), ...parts, ...wrapped(after)].join('\n')
}
