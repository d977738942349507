import { formatMoney } from '../../core/money.ts'
import type { DismissReason } from '../dismiss/dismiss-schema.ts'
import { momentWords, spanWords } from './trace-words.ts'

/** Money as a price is said: "free" for nothing. */
const price = (cents: number | null, currency: string) =>
  cents === null ? 'no price' : cents === 0 ? 'free' : formatMoney(cents, currency)

const holdWords: Readonly<Record<string, string>> = {
  digest: 'it goes into your next digest',
  'quiet-hours': 'your quiet hours',
  'cap-hour': 'your limit of messages per hour is reached',
  'cap-day': 'your limit of messages per day is reached',
  cooldown: 'the rule is in its cooldown after its last message',
  snooze: 'the rule is snoozed',
  'channel-off': 'the channel is switched off',
  unconfirmed: 'you have not confirmed the channel yet',
}

/** What a trace says, in English; `when` and `zone` are a moment and where it is told. */
export const englishTrace = {
  moment: momentWords,
  span: spanWords,
  hold: (reason: string | null) =>
    reason === null ? 'it waits for its moment' : (holdWords[reason] ?? reason),
  noChannel: (when: string) => `It matched at ${when}, but the rule had no channel to notify by.`,
  unnotified: (reason: string) => `It matched, but was not notified: ${lower(reason)}`,
  notified: (channel: string, when: string, after: string | null) =>
    `You were notified by ${channel} at ${when}${after === null ? '' : `, ${after} after it was seen`}.`,
  waits: 'It matched, and its message waits.',
  failed: 'It matched, and its message did not get through.',
  firstSeen: (when: string) => `It was first seen at ${when}.`,
  foundToFit: (when: string, score: number) =>
    `It was found to fit at ${when}, with a deal score of ${score}.`,
  dismissed: (when: string, reason: DismissReason | null) =>
    `You dismissed it at ${when}: ${reason ?? 'other'}.`,
  message: (id: number, when: string, title: string) => `Message ${id} of ${when}: "${title}".`,
  noWay: 'It had no channel to go by.',
  snoozed: (until: string) => `The rule is snoozed until ${until}: what matches is kept and notified then.`,
  fits: 'It fits the rule now.',
  fitsNot: (why: string) => `It does not fit the rule now: ${why}`,
  fitUnknown: (why: string) => `Whether it fits is not known yet: ${why}`,
  ended: (when: string) => `The rule ended at ${when}.`,
  over: (state: string, since: string | null) =>
    `It is ${state}${since === null ? '' : ` since ${since}`}; only what is for sale is matched.`,
  pageTellsNot: 'Its own page was read and does not tell.',
  pageUnread: 'Its own page has not been read yet.',
  madeAfter: (when: string) => `The rule was made at ${when}, after the listing was first seen.`,
  changedAfter: (when: string) =>
    `The rule was last changed at ${when}, after the listing was first seen; before, it may have asked for something else.`,
  fitsNow:
    'It fits now, but did not when it was last looked at; it is looked at again when it changes, when its value is computed again (every hour) and when the rule is changed.',
  twin: (p: { when: string; listingId: number; title: string | undefined; price: [number, string] | null }) =>
    `The same thing was notified at ${p.when} as listing ${p.listingId}${p.title === undefined ? '' : ` "${p.title}"`}${p.price === null ? '' : ` for ${price(...p.price)}`}, and this is not cheaper.`,
  notifiedBefore: (when: string, rules: readonly string[]) =>
    `You were notified of it at ${when}${rules.length === 0 ? '' : ` for your rule ${rules.map((name) => `"${name}"`).join(', ')}`}; a listing is notified once, however many rules it fits.`,
  noMessage: 'No message about it is kept: there was none, or it was deleted.',
  fell: (p: { nowCents: number | null; beforeCents: number | null; currency: string; isOnlyNew: boolean }) =>
    `It costs ${price(p.nowCents, p.currency)} now and was notified at ${price(p.beforeCents, p.currency)}; ${p.isOnlyNew ? 'this rule notifies of new things only.' : 'the rule asks for a larger drop before it notifies again.'}`,

  delivered: (name: string, arrival: string, attempts: number, waited: string) =>
    `${name}: delivered ${arrival}${attempts > 1 ? `, at attempt ${attempts}` : ''}.${waited}`,
  held: (name: string, until: string, why: string) => `${name}: held until ${until}: ${why}.`,
  onItsWay: (name: string, waited: string) => `${name}: on its way.${waited}`,
  notThrough: (name: string, attempts: number, why: string, again: string) =>
    `${name}: not through yet after ${tries(attempts)}${why}; tried again at ${again}.`,
  digestGone: (name: string) => `${name}: notified in a digest that is no longer there.`,
  refused: (name: string, why: string) => `${name}: refused${why}.`,
  givenUp: (name: string, attempts: number, why: string) =>
    `${name}: given up after ${tries(attempts)}${why}.`,
  instead: (channel: string) => ` It stands in for ${channel}, which failed.`,
  doubt: (undecided: number) => ` Of ${undecided} of its attempts nobody can tell whether it arrived.`,
  digest: (name: string, when: string, id: number) =>
    `${name}: part of the digest of ${when} (message ${id})`,
  digestDelivered: (arrival: string) => `, delivered ${arrival}.`,
  digestFailed: ', which did not get through.',
  digestOnItsWay: ', which is on its way.',
  wasHeld: (until: string | null, why: string) =>
    ` It was held${until === null ? '' : ` until ${until}`}: ${why}.`,
  arrivedSometime: 'at an unknown time',
  arrived: (when: string, after: string | null) =>
    `at ${when}${after === null ? '' : `, ${after} after it was seen`}`,
}

export type TraceTexts = typeof englishTrace

const tries = (count: number) => `${count} ${count === 1 ? 'attempt' : 'attempts'}`

/** Names stay as they are. */
function lower(sentence: string): string {
  return sentence.startsWith('It ') ||
    sentence.startsWith('No ') ||
    sentence.startsWith('The ') ||
    sentence.startsWith('You ')
    ? sentence[0]!.toLowerCase() + sentence.slice(1)
    : sentence
}
