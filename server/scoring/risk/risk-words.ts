import type { RiskSignal, RiskSubject } from '../../model/risk.ts'
import type { QuoteParams } from '../../model/sentences/risk-sentences.ts'
import { say } from '../../model/sentences/sentences.ts'
import { contactTriggers, figureTriggers } from './risk-contact.ts'
import type { Goods } from './risk-goods.ts'
import { isDeniedState, isRefused, sentenceAfter, sentenceBefore } from './risk-negation.ts'
import type { Phrase } from './risk-phrase.ts'
import { phrases } from './risk-phrases.ts'
import { seenToo, seenWords, shippingOnlyPattern, shippingTriggers } from './risk-shipping.ts'
import { misspellings, oftenMisspelt } from './risk-spelling.ts'
import { figureBit, misspeltBit, type RiskText, type Triggers } from './risk-text.ts'

const shippingBit = 1 << phrases.length
const contactBit = shippingBit << 1

// Made at first use: modules do no work when they are loaded.
let triggerTable: (Map<string, number> & { spelling: ReadonlyMap<string, string> }) | undefined

/** The words that call for a closer look, each with the bits of the phrases it belongs to. */
export function phraseTriggers(): Triggers {
  if (triggerTable !== undefined) return triggerTable
  const table = new Map<string, number>()
  for (const [bit, { triggers }] of phrases.entries()) addTriggers(table, triggers, 1 << bit)
  addTriggers(table, shippingTriggers, shippingBit)
  addTriggers(table, contactTriggers, contactBit)
  addTriggers(table, figureTriggers, figureBit)
  const spelling = new Map<string, string>()
  for (const word of oftenMisspelt) {
    const bits = table.get(word)
    if (bits === undefined) continue
    for (const wrong of misspellings(word)) {
      if (table.has(wrong)) continue
      table.set(wrong, bits | misspeltBit)
      spelling.set(wrong, word)
    }
  }
  triggerTable = Object.assign(table, { spelling })
  return triggerTable
}

function addTriggers(table: Map<string, number>, list: string, bit: number): void {
  for (const word of list.split(' ')) table.set(word, (table.get(word) ?? 0) | bit)
}

/** The signals that the words of a listing give, at most one of each name. */
export function phraseSignals(read: RiskText, subject: RiskSubject, goods: Goods): RiskSignal[] {
  const signals: RiskSignal[] = []
  if ((read.triggers & ~(figureBit | misspeltBit)) === 0) return signals
  for (const [bit, phrase] of phrases.entries()) {
    if ((read.triggers & (1 << bit)) === 0) continue
    if (signals.some(({ name }) => name === phrase.name)) continue
    const quotes = quotesOf(read, phrase)
    const quote = quotes[0]
    // What is offered is read last: that takes longer than to look for words.
    if (quote === undefined || phrase.unless?.(subject, goods, read.text)) continue
    const [weight, more] = weightOf(phrase, quotes, read, subject)
    const params = { quote, beside: null, again: [], ...more }
    if (weight > 0) signals.push({ name: phrase.name, weight, ...say(phrase.code, params) })
  }
  return signals
}

/** What is also said of how a thing is brought where it can be picked up as well. */
const sentSoftly = /^(?:(?:delivery|postage|posting|shipping|mailing|only) |.* (?:meet|meeting|meet ?ups?)$)/

/** The words that say that a thing is sent only and cannot be seen; null = none. */
export function shippingOnlyWords(read: RiskText): string | null {
  if ((read.triggers & shippingBit) === 0) return null
  const isBoth = seenWords.test(read.text)
  const quotes = quotesOf(read, { pattern: shippingOnlyPattern, harmlessBefore: seenToo })
  return quotes.find((quote) => !isBoth || !sentSoftly.test(quote)) ?? null
}

/** Whether a word of a way of contact occurs. */
export function hasContactWord(read: RiskText): boolean {
  return (read.triggers & contactBit) !== 0
}

const inPersonWords = / (?:cash|in person|pick ?up|meet ?up|at meeting) /
const appOnly = /^only |(?:zelle|cash ?app|venmo|postepay)(?: [^ ]+)? only$/
const appAtPickUp = 0.04
const cryptoWords = /(?:bitcoins?|btc|crypto|cryptocurrency|usdt|ethereum)/
const cryptoAtPickUp = 0.15
const lockedForParts = 0.25

function isInPerson(read: RiskText): boolean {
  return inPersonWords.test(read.text.replace(/ (?:no cash|cash app) /g, ' '))
}

/** What depends on the surroundings: apps beside cash are how private people pay each other; haste adds up. */
function weightOf(
  phrase: Phrase,
  quotes: readonly string[],
  read: RiskText,
  subject: RiskSubject,
): [weight: number, more: Partial<QuoteParams>] {
  if (phrase.name === 'payment-app' && isInPerson(read)) {
    return [appAtPickUp, { beside: 'in-person' }]
  }
  // "Cash or Venmo only" is no wish for money in advance.
  if (phrase.name === 'payment-advance' && quotes.every((quote) => appOnly.test(quote)) && isInPerson(read)) {
    return [0, {}]
  }
  if (
    phrase.name === 'payment-transfer' &&
    isInPerson(read) &&
    quotes.every((quote) => cryptoWords.test(quote))
  ) {
    return [cryptoAtPickUp, { beside: 'in-person' }]
  }
  if (phrase.name === 'urgency' && quotes.length > 1) {
    return [Math.min(0.2, phrase.weight + 0.06 * (quotes.length - 1)), { again: quotes.slice(1, 4) }]
  }
  if (phrase.name === 'locked' && subject.condition === 'for-parts') {
    return [lockedForParts, { beside: 'for-parts' }]
  }
  return [phrase.weight, {}]
}

const quotesMax = 5
const matchesMax = 40
const quoteCharsMax = 80

/** Different matches that are meant as they stand, in order. */
function quotesOf(
  { text, titleText }: RiskText,
  {
    pattern,
    tells,
    reachChars,
    harmlessBefore,
    harmlessAfter,
  }: Pick<Phrase, 'pattern' | 'tells' | 'reachChars' | 'harmlessBefore' | 'harmlessAfter'>,
): string[] {
  const quotes = new Set<string>()
  pattern.lastIndex = 0
  for (let i = 0; i < matchesMax && quotes.size < quotesMax; i++) {
    const found = pattern.exec(text)
    if (found === null || found.index > (reachChars ?? text.length)) break
    const start = found.index
    const end = start + found[0].length
    // The space between two matches belongs to both.
    pattern.lastIndex = end - 1
    if (harmlessBefore?.test(sentenceBefore(text, start)) || harmlessAfter?.test(sentenceAfter(text, end)))
      continue
    const isTakenBack =
      tells === 'state'
        ? isDeniedState(text, start, end, start < titleText.length - 1)
        : tells !== 'refusal' && isRefused(text, start, end)
    if (!isTakenBack) quotes.add(found[1]!.trim().slice(0, quoteCharsMax))
  }
  return [...quotes]
}
