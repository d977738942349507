import { formatMoney } from '../../core/money.ts'
import { formatPrice } from '../message.ts'
import { rateText } from './fit-sentences.ts'

export type MatchParams = { priceCents: number | null; currency: string; title: string }
export type WatchParams = {
  title: string
  ended: 'sold' | 'gone' | null
  isBack: boolean
  priceCents: number | null
  currency: string
  /** Before it fell or rose; null where it did neither. */
  previousCents: number | null
  isRise: boolean
  /** What the person set, where the price reached it. */
  limitCents: number | null
  limitCurrency: string | null
}
/** Things of a digest that are over. */
export type OverParams = { sold: number; gone: number }
/** Where else the thing is: names of marketplaces, with the price as `18000 USD` where it is known, else ''. */
export type AlsoParams = {
  now: readonly string[]
  nowPrices: readonly string[]
  /** Further ones, beyond those that are named. */
  nowMore: number
  before: readonly string[]
  beforePrices: readonly string[]
  beforeMore: number
  relisted: number
}

const holdReasons: Readonly<Record<string, string>> = {
  digest: 'your digest',
  'quiet-hours': 'they came in your quiet hours',
  'cap-hour': 'your limit of messages an hour was reached',
  'cap-day': 'your limit of messages a day was reached',
  cooldown: 'their rule was in its cooldown after a message',
  snooze: 'their rule was snoozed',
  'catch-up': 'Deal Scout was not running when they were due',
}

/** Titles of messages, and lines under them. */
export const messageSentences = {
  'message-match': (p: MatchParams) => `${formatPrice(p.priceCents, p.currency)}: ${p.title}`,
  'message-drop': (p: MatchParams & { previousCents: number | null }) =>
    `Now ${formatPrice(p.priceCents, p.currency)} (was ${formatPrice(p.previousCents, p.currency)}): ${p.title}`,
  'message-matches': (p: { count: number; onlyRule: string | null; ruleCount: number }) =>
    `${p.count} new listings for ${p.onlyRule === null ? `${p.ruleCount} rules` : `“${p.onlyRule}”`}`,
  'message-existing': (p: { count: number; ruleName: string }) =>
    `${p.count} ${p.count === 1 ? 'listing already matches' : 'listings already match'} "${p.ruleName}"`,
  'message-watch': (p: WatchParams) => {
    if (p.ended !== null) return `${p.ended === 'sold' ? 'Sold' : 'No longer there'}: ${p.title}`
    const price = p.priceCents === null ? null : formatPrice(p.priceCents, p.currency)
    const start = p.isBack
      ? `Back on sale${price === null ? '' : ` for ${price}`}`
      : `Now ${price ?? 'no price'}`
    const was =
      p.previousCents === null
        ? ''
        : ` (${p.isRise ? 'up from' : 'was'} ${formatPrice(p.previousCents, p.currency)})`
    const isLimited = p.limitCents !== null && p.limitCurrency !== null
    const limit = isLimited
      ? `, ${p.priceCents === p.limitCents ? 'at' : 'below'} your ${formatPrice(p.limitCents, p.limitCurrency!)}`
      : ''
    return `${start}${was}${limit}: ${p.title}`
  },
  'message-note': (p: { note: string }) => `Your note: ${p.note}`,
  'message-follow': (p: { url: string }) => `You follow ${p.url}`,

  'message-outage': (p: { source: string; since: string }) => `Cannot see ${p.source} since ${utc(p.since)}`,
  'message-mailbox-unread': (p: { name: string; since: string }) =>
    `The mailbox ${p.name} is not read since ${utc(p.since)}`,
  'message-mailbox-later': () =>
    'Its mails stay where they are and are read when it works again; see /sources/mail. You will be notified then.',
  'message-mailbox-read': (p: { name: string }) => `The mailbox ${p.name} is read again`,
  'message-mailbox-caught-up': () => 'What came meanwhile has been read, too.',
  'message-recovered': (p: { source: string }) => `${p.source} is seen again`,
  'message-unseen': (p: { since: string; until: string | null }) =>
    `It was not seen from ${utc(p.since)}${p.until === null ? '' : ` to ${utc(p.until)}`}. What was listed meanwhile is read now.`,
  'message-concerns': (p: { ruleNames: readonly string[]; rulesMore: number }) => `${concerned(p)}.`,
  'message-concerns-told': (p: { ruleNames: readonly string[]; rulesMore: number }) =>
    `${concerned(p)}. You will be notified when it is seen again; what was listed meanwhile is then read.`,

  'message-digest': (p: { count: number }) => `${p.count} ${p.count === 1 ? 'deal' : 'deals'} in one message`,
  'message-digest-messages': (p: { count: number }) => `${p.count} messages from Deal Scout`,
  'message-digest-over': (p: OverParams) =>
    `${p.sold + p.gone} ${p.sold + p.gone === 1 ? 'deal' : 'deals'} ${endedWords(p)} before this digest`,
  'message-over': (p: OverParams) => `${p.sold + p.gone} more ${endedWords(p)} before this digest.`,
  'message-more': (p: { count: number }) => `And ${p.count} more messages; see your inbox.`,
  'message-together': (p: { reasons: readonly string[] }) =>
    `Notified together because ${p.reasons.map((reason) => holdReasons[reason] ?? reason).join('; ')}.`,

  'message-off': (p: { name: string }) => `${p.name} was switched off`,
  'message-off-what': (p: { name: string }) =>
    `Messages no longer go there. Mend it under channels and switch ${p.name} on again.`,
  'message-test': () => 'A test message from Deal Scout',
  'message-confirm': () => 'Confirm that Deal Scout may send to you here',
  'message-confirm-what': () =>
    'Somebody, probably you, asked Deal Scout to send its alerts here. If it was not you, do nothing.',

  /** `isWithout`: the source shows no descriptions at all. */
  'message-unchecked': (p: { isWithout: boolean }) =>
    `${p.isWithout ? 'This source shows no descriptions' : 'No description of it could be read'}: words to leave out could be looked for in the title only.`,
  /** `priceCents` of `currency`, which is the rules' own; see `fit-price`. */
  'message-exchanged': (p: {
    priceCents: number
    currency: string
    statedCurrency: string
    rate: number
    rateDay: string
  }) =>
    `About ${formatMoney(p.priceCents, p.currency)} (${rateText(p.rate, p.statedCurrency, p.currency)}, ${p.rateDay})`,
  'message-also': (p: AlsoParams) => {
    const parts = [
      ...(p.now.length > 0 ? [`also ${places(p.now, p.nowPrices, p.nowMore)}`] : []),
      ...(p.before.length > 0 ? [`before ${places(p.before, p.beforePrices, p.beforeMore)}`] : []),
      ...(p.relisted > 0 ? [`relisted ${times(p.relisted)}`] : []),
    ]
    const line = parts.join('; ') || 'nowhere else'
    return line[0]!.toUpperCase() + line.slice(1)
  },
}

/** "2026-11-30 02:09 UTC". */
export const utc = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`

function concerned({ ruleNames, rulesMore }: { ruleNames: readonly string[]; rulesMore: number }): string {
  const names = ruleNames.map((name) => `“${name}”`)
  const all = rulesMore > 0 ? [...names, `${rulesMore} more`] : names
  const list = new Intl.ListFormat('en').format(all)
  return `This concerns your ${all.length === 1 ? 'rule' : 'rules'} ${list}`
}

/** "was sold", "were sold or taken down". */
function endedWords({ sold, gone }: OverParams): string {
  const how = gone === 0 ? 'sold' : sold === 0 ? 'taken down' : 'sold or taken down'
  return `${sold + gone === 1 ? 'was' : 'were'} ${how}`
}

/** A price as a parameter has it; null where it is not known. */
export function readPriceParam(text: string | undefined): [cents: number, currency: string] | null {
  const [, cents, currency] = /^(\d+) ([A-Z]{3})$/.exec(text ?? '') ?? []
  return cents === undefined ? null : [Number(cents), currency!]
}

/** "on OfferUp for $180 and on eBay for €150". */
function places(names: readonly string[], prices: readonly string[], more: number): string {
  const each = names.map((name, at) => {
    const price = readPriceParam(prices[at])
    return `on ${name}${price === null ? '' : ` for ${formatPrice(...price)}`}`
  })
  const shown = more > 0 ? [...each, `${more} more`] : each
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)
