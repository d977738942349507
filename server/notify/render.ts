import type { FairValue } from '../scoring/schema.ts'
import { formatPrice, type Message, type MessageItem } from './message.ts'
import { oneLine, webUrl, wrap } from './safe-text.ts'

/** What a channel shows of one listing: cleaned single lines, not yet escaped for any markup. */
export interface ItemFacts {
  title: string
  price: string
  /** Only when the price went down. */
  previousPrice: string | null
  /** `29% below the middle of fair value`, or above it. */
  comparison: string | null
  /** The price is below the middle of fair value. */
  belowValue: boolean
  fairValue: string | null
  score: number
  /** What selling it again should bring, where the parts of the score do not tell. */
  profit: string | null
  scoreParts: { label: string; points: string; sentence: string }[]
  condition: string | null
  /** Place and distance, e.g. `Oakland, CA · 7 mi (12 km) away`. */
  where: string | null
  posted: string | null
  marketplace: string
  /** `Because of your rule “Sofa”`. */
  because: string | null
  also: string | null
  /** `Careful: …`, where the signs of a swindle are more than slight. */
  caution: string | null
  /** null when the listing's address is not one to follow. */
  listingUrl: string | null
  dealScoutUrl: string
  imageUrl: string | null
  demo: boolean
}

/** Where the web application shows things; `baseUrl` without trailing slash. */
export const links = {
  listing: (baseUrl: string, listingId: number) => `${baseUrl}/listings/${listingId}`,
  notifications: (baseUrl: string) => `${baseUrl}/notifications`,
  settings: (baseUrl: string) => `${baseUrl}/settings/notifications`,
}

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
  switch (message.kind) {
    case 'test':
      return ['This is a test: messages from Deal Scout reach you here.', ...own]
    case 'existing-matches':
      return ['These were already for sale when you saved the rule.', ...own]
    case 'price-drop':
      return ['The price went down.', ...own]
    case 'confirm':
      return [...own, ...confirmLines(message)]
    default:
      return own
  }
}

const linesMax = 20

function confirmLines({ confirm }: Message): string[] {
  if (!confirm) return []
  return [`Your code: ${oneLine(confirm.code, 40)}`, `Or open: ${webUrl(confirm.url) ?? ''}`]
}

export const demoNotice = 'DEMO: these listings are made up. Nothing here is for sale.'

export function factsOf(item: MessageItem, baseUrl: string): ItemFacts {
  const dropped =
    item.previousPriceCents !== undefined &&
    item.priceCents !== null &&
    item.previousPriceCents > item.priceCents
  const percent = percentFromValue(item)
  return {
    title: oneLine(item.title, 200) || 'Untitled',
    price: formatPrice(item.priceCents, item.currency),
    previousPrice: dropped ? formatPrice(item.previousPriceCents ?? null, item.currency) : null,
    comparison: percent === null ? null : comparisonText(percent),
    belowValue: percent !== null && percent < 0,
    fairValue: item.value && fairValueLine(item.value),
    score: Math.round(item.score.total),
    profit: item.profit === undefined ? null : oneLine(item.profit, 300),
    scoreParts: item.score.parts.map((part) => ({
      label: part.name,
      points: `${Math.round(part.points)}/${Math.round(part.pointsMax)}`,
      sentence: oneLine(part.sentence, 300),
    })),
    condition: item.condition ? oneLine(item.condition, 60).replaceAll('-', ' ') : null,
    where: whereLine(item),
    posted: postedLine(item.postedAt),
    marketplace: oneLine(item.marketplaceName, 60),
    because: becauseLine(item.ruleNames),
    also: item.also ? oneLine(item.also, 300) : null,
    caution: cautionLine(item),
    listingUrl: webUrl(item.url),
    dealScoutUrl: links.listing(baseUrl, item.listingId),
    imageUrl: webUrl(item.imageUrl),
    demo: item.demo,
  }
}

/** Signed whole percent; null when price and value cannot be compared. */
function percentFromValue({ priceCents, currency, value }: MessageItem): number | null {
  if (priceCents === null || !value || value.currency !== currency || value.midCents <= 0) return null
  return Math.round(((priceCents - value.midCents) / value.midCents) * 100)
}

function comparisonText(percent: number): string {
  if (percent === 0) return 'at the middle of fair value'
  return `${Math.abs(percent)}% ${percent < 0 ? 'below' : 'above'} the middle of fair value`
}

function fairValueLine(value: FairValue): string {
  const range = `${formatPrice(value.lowCents, value.currency)} – ${formatPrice(value.highCents, value.currency)}`
  const basis = value.basis === 'mixed' ? 'asking and sold' : value.basis
  const evidence = `${value.count} ${basis} price${value.count === 1 ? '' : 's'}`
  const weak = value.method === 'category' ? ' of the same category only (weak evidence)' : ''
  return `${range}, from ${evidence}${weak}`
}

function whereLine({ location, distanceKm }: MessageItem): string | null {
  const place = location ? oneLine(location, 100) : ''
  const distance = distanceKm === null ? '' : `${distanceText(distanceKm)} away`
  return [place, distance].filter(Boolean).join(' · ') || null
}

function distanceText(km: number): string {
  const round = (value: number) => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value))
  return `${round(km / 1.609344)} mi (${round(km)} km)`
}

function postedLine(postedAt: string | null): string | null {
  const time = postedAt ? Date.parse(postedAt) : Number.NaN
  if (Number.isNaN(time)) return null
  const format = new Intl.DateTimeFormat('en-US', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  // ICU puts a narrow no-break space before AM and PM, which plain-text mail readers may not have.
  return `${format.format(time).replaceAll('\u202f', ' ')} UTC`
}

function becauseLine(ruleNames: string[]): string | null {
  if (ruleNames.length === 0) return null
  const shown = ruleNames.slice(0, 5).map((name) => `“${oneLine(name, 80)}”`)
  const hidden = ruleNames.length - shown.length
  if (hidden > 0) shown.push(`${hidden} more`)
  const list = new Intl.ListFormat('en-US', { type: 'conjunction' }).format(shown)
  return `Because of your ${ruleNames.length === 1 ? 'rule' : 'rules'} ${list}`
}

const cautionSentencesMax = 3

function cautionLine({ risk }: MessageItem): string | null {
  if (!risk || risk.level === 'low') return null
  const reasons = risk.sentences
    .slice(0, cautionSentencesMax)
    .map((sentence) => oneLine(sentence, 200).replace(/\.$/, ''))
  return `${risk.level === 'high' ? 'Be very careful' : 'Careful'}: ${reasons.join('; ')}.`
}

const columns = 78

/** Plain text for e-mail and the like: lines of at most 78 columns except addresses and single long words. */
export function renderText(message: Message, baseUrl: string, itemsMax: number): string {
  const shown = message.items.slice(0, itemsMax)
  const more = moreCount(message, shown.length)
  const intro = introOf(message)
  const blocks = [
    wrap(subjectOf(message), columns),
    ...(isDemo(message) ? [demoNotice] : []),
    ...intro.map((line) => wrap(line, columns)),
    ...shown.map((item) => itemText(factsOf(item, baseUrl))),
    ...(more > 0 ? [`+${more} more: ${links.notifications(baseUrl)}`] : []),
    `--\nDeal Scout: ${baseUrl}\nChange what you are told: ${links.settings(baseUrl)}`,
  ]
  return `${blocks.join('\n\n')}\n`
}

function itemText(facts: ItemFacts): string {
  const details = [facts.condition && `Condition: ${facts.condition}`, facts.where]
    .filter(Boolean)
    .join(' · ')
  const lines = [
    '-'.repeat(40),
    (facts.demo ? '[DEMO] ' : '') + facts.title,
    `${facts.price}${facts.previousPrice ? ` (was ${facts.previousPrice})` : ''} on ${facts.marketplace}`,
    facts.comparison && `That is ${facts.comparison}.`,
    facts.fairValue && `Fair value: ${facts.fairValue}`,
    facts.profit,
    details,
    facts.posted && `Posted ${facts.posted}`,
    facts.also,
    facts.caution,
    `Deal score: ${facts.score} of 100`,
  ]
  const parts = facts.scoreParts.map((part) =>
    wrap(`${part.label} ${part.points}: ${part.sentence}`, columns, '  ', '    '),
  )
  const after = [
    facts.because,
    facts.listingUrl && `Listing: ${facts.listingUrl}`,
    `Details: ${facts.dealScoutUrl}`,
  ]
  const isLink = (line: string) => line.startsWith('Listing: ') || line.startsWith('Details: ')
  const wrapped = (list: (string | null)[]) =>
    list
      .filter((line) => line !== null && line !== '')
      .map((line) => (isLink(line!) ? line : wrap(line!, columns)))
  return [...wrapped(lines), ...parts, ...wrapped(after)].join('\n')
}
