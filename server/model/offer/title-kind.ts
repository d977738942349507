import { remembering } from '../../core/remembering.ts'
import { brokenPhrases, defectWords, denialReach, denials } from './broken-words.ts'
import { dealPhrases } from './deal-words.ts'
import { deviceWords, fillers } from './head-words.ts'
import type { OfferKind } from './kinds.ts'
import { wordSet } from './phrases.ts'
import { type Segment, segmentsOf } from './text.ts'
import { askedOf } from './title-asks.ts'
import { type Context, contextOf, readHead } from './title-head.ts'

/** A sign in a title of what kind of offer it is. */
export interface TitleSign {
  kind: OfferKind
  /** The words that say so, folded. */
  words: string
  /** The words allow hardly another reading. */
  sure: boolean
}

/** Text beyond this says nothing about the thing; keywords are stuffed there. */
const titleCharsMax = 240

/** Whose sign decides where a title has several: who wants, swaps or lets a thing does not sell it, broken or not. */
const precedence: readonly OfferKind[] = [
  'wanted',
  'trade',
  'rental',
  'other',
  'service',
  'broken',
  'fake',
  'catalogue',
  'lot',
  'accessory',
  'part',
]

/** A title as it is read for what is offered. */
export interface OfferTitle {
  /** The part of it that is read. */
  text: string
  segments: readonly Segment[]
  /** The words of all segments. */
  words: readonly string[]
  /** What its own words name. */
  context: Context
  /** By its own words alone: see `titleSigns`. */
  signs: readonly TitleSign[]
}

const titlesMax = 2000

/** Kind, category, value and risk of a listing all ask: each title is read once for a while. */
export const readOfferTitle: (title: string) => OfferTitle = remembering((title) => {
  const text = shownTitle(title)
  const segments = segmentsOf(text)
  const words = segments.flatMap((segment) => segment.words)
  const context = contextOf(words)
  return { text, segments, words, context, signs: signsOf(text, segments, words, context) }
}, titlesMax)

/** The signs of a title, what decides first; none = the thing itself. */
export const titleSigns = (title: string): readonly TitleSign[] => readOfferTitle(title).signs

/** `titleSigns` where the category of the thing is known. */
export function signsIn(title: OfferTitle, category: string): readonly TitleSign[] {
  const { text, segments, words, context } = title
  const known = contextOf(words, category)
  const isSame = known.device === context.device && known.vehicle === context.vehicle
  return isSame ? title.signs : signsOf(text, segments, words, known)
}

/** The part of a title that is read. */
export function shownTitle(title: string): string {
  return title.length > titleCharsMax ? title.slice(0, titleCharsMax) : title
}

function signsOf(
  text: string,
  segments: readonly Segment[],
  all: readonly string[],
  context: Context,
): readonly TitleSign[] {
  const barter = haveAndWant(text)
  if (barter !== null) return barter.kind === 'thing' ? titleSigns(barter.have) : [barter.sign]
  const signs: TitleSign[] = askedOf(text)
  const isAsked = signs.length > 0
  for (const segment of segments) signs.push(...brokenIn(segment))
  for (const [index, segment] of segments.entries())
    signs.push(...dealsIn(segment, isBegun(segments, index), all))
  if (isDeadDevice(all)) signs.push({ kind: 'broken', words: 'dead', sure: false })
  if (isLockedPhone(all)) signs.push({ kind: 'broken', words: 'locked', sure: false })
  const head = readHead(segments, context)
  if (head.kind !== 'thing' && !(head.kind === 'part' && isOfBroken(head.words, signs, all)))
    signs.push({ kind: head.kind, words: head.words, sure: head.sure })
  // "Repair, parts or scrap": to be repaired by whoever buys it.
  const isForParts = signs.some(({ kind, words }) => kind === 'broken' && /part|scrap|spare/.test(words))
  return (
    signs
      // "Need your TV mounted?", "Barber wanted": looked for is who pays for work, or does it.
      .filter(({ kind }) => !(isAsked && (kind === 'wanted' || kind === 'broken')))
      .filter(({ kind, words }) => !(isForParts && kind === 'service' && /^repairs?$/.test(words)))
      .sort((a, b) => precedence.indexOf(a.kind) - precedence.indexOf(b.kind))
  )
}

type Barter = { kind: 'thing'; have: string } | { kind: 'sign'; sign: TitleSign }

const money =
  /\b(?:cash|paypal|pp|venmo|zelle|cashapp|money|usd|eur|gbp|revolut|twint|bank transfer|bargeld|efectivo|contanti)\b|[$€£]/i

/** "[H] cash [W] card": what is had and what is wanted for it. */
function haveAndWant(title: string): Barter | null {
  const have = /\[h(?:ave)?\]([^[]*)/i.exec(title)?.[1]
  const want = /\[w(?:ant)?\]([^[]*)/i.exec(title)?.[1]
  if (want === undefined) return null
  if (money.test(want)) return have === undefined ? null : { kind: 'thing', have }
  const isBuyer = have === undefined || isOnlyMoney(have)
  return {
    kind: 'sign',
    sign: { kind: isBuyer ? 'wanted' : 'trade', words: have === undefined ? '[W]' : '[H] … [W]', sure: true },
  }
}

function isOnlyMoney(have: string): boolean {
  const rest = have
    .replace(new RegExp(money, 'gi'), ' ')
    .replace(/\b(?:local|verified|and|or|g&s|gs|ff)\b/gi, ' ')
  return money.test(have) && !/\p{L}{3}/u.test(rest)
}

/** True while nothing before the segment says what it is about. */
function isBegun(segments: readonly Segment[], index: number): boolean {
  return segments.slice(0, index).every(({ words }) => words.every((word) => fillers.has(word)))
}

const saleWords = wordSet('sale sell selling verkaufe verkauf vends vendo vende verkoop sprzedam')

/** Signs of one part of a text; `all` are the words of the whole, `isBegun` where none before says what it is about. */
export function dealsIn(
  { words, bracketed }: Segment,
  isBegun: boolean,
  all: readonly string[] = words,
): TitleSign[] {
  const found: TitleSign[] = []
  for (let i = 0; i < words.length; ) {
    const phrase = dealPhrases.at(words, i)
    if (phrase === null) {
      i++
      continue
    }
    const { value, length } = phrase
    const isLead =
      (isBegun && words.slice(0, i).every((word) => fillers.has(word))) ||
      (i === 0 && (bracketed || length === words.length))
    const isLast = i + length === words.length && words.at(-1) === all.at(-1)
    const stands = value?.where === 'anywhere' || isLead || (value?.where === 'ends' && isLast)
    if (value !== null && stands && !isExcused(value.kind, words, i, all)) {
      found.push({ kind: value.kind, words: words.slice(i, i + length).join(' '), sure: true })
    }
    i += length
  }
  return found
}

const consoles = wordSet(
  'ps1 ps2 ps3 ps4 ps5 playstation xbox switch wii nintendo console gamecube n64 quest',
)

/** A copy is one of something: without a maker, "fake" and "replica" are words like others. */
const copiedMakers = wordSet(
  'rolex gucci louis vuitton lv chanel prada nike jordan jordans yeezy yeezys adidas supreme cartier omega hermes dior ' +
    'burberry coach mk michael kors oakley oakleys ray ban rayban beats dyson balenciaga fendi versace apple tiffany ' +
    'pandora patek audemars hublot breitling heuer moncler goose ugg uggs makita dewalt fender gibson eames corbusier ' +
    'airpods watch handbag bag bolso sac borsa tasche montre reloj orologio uhr',
)

/** "ISO 400", "for sale, trade for …", "PS4 bundle": the same words, said of a thing that is sold. */
function isExcused(kind: OfferKind, words: readonly string[], at: number, all: readonly string[]): boolean {
  if (kind === 'wanted') return words[at] === 'iso' && /^\d/.test(words[at + 1] ?? '')
  if (kind === 'fake')
    return isDenied(words, at) || !all.some((word) => deviceWords.has(word) || copiedMakers.has(word))
  if (kind === 'trade') return all.some((word) => saleWords.has(word))
  if (kind === 'lot') return words[at] === 'bundle' && words.some((word) => consoles.has(word))
  return false
}

export function brokenIn({ words }: Segment): TitleSign[] {
  const found: TitleSign[] = []
  for (let i = 0; i < words.length; ) {
    const phrase = brokenPhrases.at(words, i)
    const length = phrase?.length ?? (defectWords.has(words[i]!) ? 1 : 0)
    const says = phrase === null ? length > 0 : phrase.value !== null
    if (says && !isDenied(words, i)) {
      found.push({ kind: 'broken', words: words.slice(i, i + length).join(' '), sure: true })
    }
    i += Math.max(1, length)
  }
  return found
}

function isDenied(words: readonly string[], at: number): boolean {
  // "Never dropped or broken": the same denial is of both.
  const reach = alternatives.has(words[at - 1] ?? '') ? 2 * denialReach : denialReach
  return words.slice(Math.max(0, at - reach), at).some((word) => denials.has(word))
}

const alternatives = wordSet('or nor oder noch ni ou neither eller lub ani')

const device =
  /^(?:parts|screens?|scherm|ecran|bildschirm|pantalla|schermo|tela|ekran|szybka|lcd|display|glass|back glass|battery|motherboard|logic board|housing|hinge|engine|motor|transmission)$/

/** "iPhone 12 cracked screen", "PS4 for parts only": what is broken of the thing, or what it is good for. */
function isOfBroken(part: string, signs: readonly TitleSign[], all: readonly string[]): boolean {
  if (!device.test(part)) return false
  const text = ` ${all.join(' ')} `
  return signs.some(
    ({ kind, words }) =>
      kind === 'broken' &&
      (` ${words} `.includes(` ${part} `) || text.includes(` ${words} ${part} `)) &&
      text.indexOf(` ${words} `) > 0,
  )
}

/** Names of games and films that end so. */
const deadNames = wordSet('walking grateful red evil living the left undead island 4 2 of until')

/** "Galaxy S20 dead": a device, and nothing behind the word. */
function isDeadDevice(all: readonly string[]): boolean {
  const at = all.length - 1
  return (
    all[at] === 'dead' &&
    at > 0 &&
    !deadNames.has(all[at - 1]!) &&
    !isDenied(all, at) &&
    all.some((word) => deviceWords.has(word))
  )
}

const carriers = wordSet(
  'att at t sprint verizon tmobile mobile metro metropcs cricket boost carrier network sim simlock o2 ee vodafone ' +
    'three orange tesco giffgaff telekom telus rogers bell fido tracfone straighttalk xfinity virgin',
)

/** "iPhone X locked" says nothing of a carrier: locked to another's account, most likely. */
function isLockedPhone(all: readonly string[]): boolean {
  const at = all.findIndex((word) => word === 'locked' || word === 'loked')
  return (
    at >= 0 &&
    !isDenied(all, at) &&
    all.some((word) => deviceWords.has(word)) &&
    !all.some((word) => carriers.has(word) || word === 'unlocked')
  )
}
