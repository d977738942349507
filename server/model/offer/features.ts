import { featureOf } from '../../core/classifier.ts'
import { minorDigits } from '../../core/money.ts'
import { amountsOf } from './amounts.ts'
import { consoleWords, deviceWords, makerWords, purposeWords, vehicleWords } from './head-words.ts'
import { addPrice, addPriceWords } from './price-features.ts'
import { addQuantities, isSeveral } from './quantity.ts'
import type { Add, OfferSubject } from './subject.ts'
import { numberless, type Segment, segmentsOf, unglued } from './text.ts'
import { failureCount, placesOf, type Said, saidOf } from './text-signs.ts'
import { contextOf, readHead } from './title-head.ts'
import { brokenIn, dealsIn, readOfferTitle, signsIn, type TitleSign } from './title-kind.ts'

/** What was seen in a listing: hashed features for the weights, and what the rules found. */
export interface Seen {
  features: number[]
  /** How much each feature counts, beside it. */
  strengths: number[]
  signs: readonly TitleSign[]
  textSigns: TitleSign[]
  /** What title and description say of state and number. */
  said: Said[]
  titleWords: readonly string[]
}

/** So much of a description is read: what is offered is said at its beginning. */
export const descriptionCharsMax = 420
const descriptionWordsMax = 55

/** Looks at a listing from every side that tells its kind or what its price means. */
export function seenIn(subject: OfferSubject): Seen {
  const read = readOfferTitle(subject.title)
  const { text: title, segments, words: titleWords } = read
  const description = unglued((subject.description ?? '').slice(0, descriptionCharsMax))
  const texts = segmentsOf(description)
  const signs = signsIn(read, subject.category ?? '')
  const all = [...segments, ...texts].flatMap(({ words }) => words)
  const textSigns = texts.flatMap((segment) => [...brokenIn(segment), ...dealsIn(segment, true, all)])
  const major = majorOf(subject)
  const amounts = amountsOf(`${title} . ${description}`, major)
  const features: number[] = []
  const strengths: number[] = []
  const add = (group: string, text: string | number | boolean) => {
    features.push(featureOf(group, String(text)))
    strengths.push(scales[group] ?? 1)
  }
  add('bias', '')
  const beginning = texts[0]?.words.join(' ') ?? ''
  addSigns(add, signs, textSigns, { beginning, isCounted: signs.length === 0 && isSeveral(read) })
  addTitle(add, segments, titleWords)
  const said = addSaid(add, segments, texts, subject.category ?? 'none')
  addDescription(add, texts)
  addShape(add, title, description)
  addQuantity(add, title, description, titleWords)
  addQuantities(add, read, texts, subject.category ?? 'none', description)
  addSite(add, subject, titleWords)
  addPrice(add, { ...subject, major }, amounts, titleWords)
  addPriceWords(add, `${title} . ${description}`, major)
  return { features, strengths, signs, textSigns, said, titleWords }
}

/** The price in whole units; null where there is none. */
function majorOf({ priceCents, currency }: OfferSubject): number | null {
  return priceCents === undefined || priceCents === null
    ? null
    : priceCents / 10 ** minorDigits(currency ?? 'USD')
}

/** What rules found counts more than what words may hint at. */
const scales: Readonly<Record<string, number>> = {
  'first sign': 4,
  'sign sure': 2,
  'text sign': 2,
  'text sign alone': 2,
  'text opens': 2,
  each: 3,
  rate: 3,
  filler: 3,
  slip: 5,
  among: 2,
  'price words': 2,
  'asked other': 2,
  'asks another': 3,
  'sole amount': 2,
  'for device': 2,
  'site kind': 2,
  'title says': 2,
  'text says': 2,
  'text says in': 1,
  failures: 2,
  'text head': 1.5,
  title: 0.7,
  text: 0.35,
  'text first': 0.5,
}

function addSigns(
  add: Add,
  signs: readonly TitleSign[],
  textSigns: readonly TitleSign[],
  { beginning, isCounted }: { beginning: string; isCounted: boolean },
): void {
  add('first sign', signs[0]?.kind ?? (isCounted ? 'counted' : 'none'))
  for (const { kind, words, sure } of signs) {
    add('sign', kind)
    add('sign sure', `${kind} ${sure}`)
    add('sign words', words)
  }
  const opens = textSigns[0]
  if (opens !== undefined && beginning.startsWith(opens.words)) add('text opens', opens.kind)
  const kinds = new Set(textSigns.map(({ kind }) => kind))
  for (const kind of kinds) {
    add('text sign', kind)
    if (signs.length === 0) add('text sign alone', kind)
  }
  for (const { words } of textSigns) add('text sign words', words)
  const broken = textSigns.filter(({ kind }) => kind === 'broken').length
  if (broken > 1) add('text broken', Math.min(3, broken))
}

function addTitle(add: Add, segments: readonly Segment[], all: readonly string[]): void {
  add('title first', all[0] ?? '')
  add('title length', Math.min(12, all.length))
  for (let i = 0; i < all.length && i < 30; i++) {
    const word = numberless(all[i]!)
    add('title', word)
  }
  if (isForDevice(all)) add('for device', true)
  const last = segments.find(({ bracketed }) => !bracketed)?.words.at(-1)
  if (last !== undefined) add('head end', numberless(last))
}

/**
 * "Zoom for iPhone 4", "Nokia headset for Lumia": a device is named behind what is for it, and nowhere before. What is for
 * a console is a game as often.
 */
function isForDevice(words: readonly string[]): boolean {
  const at = words.findIndex((word) => deviceWords.has(word) && !makerWords.has(word))
  if (at > 1 && consoleWords.has(words[at]!)) return false
  return at > 1 && words.slice(Math.max(1, at - 2), at).some((word) => purposeWords.has(word))
}

/** What title and description say of the thing's state and number, alone and by what sort of thing it is. */
function addSaid(add: Add, title: readonly Segment[], texts: readonly Segment[], category: string): Said[] {
  const inTitle = saidOf(title)
  const inText = saidOf(texts)
  for (const { name } of inTitle) {
    add('title says', name)
    add('title says in', `${name} ${category}`)
  }
  for (const { name } of inText) {
    add('text says', name)
    add('text says in', `${name} ${category}`)
  }
  add('failures', Math.min(4, failureCount([...inTitle, ...inText])))
  const last = title.find(({ bracketed }) => !bracketed)?.words.at(-1) ?? ''
  const plural = last.length > 3 && /[^su]s$/.test(last)
  if (plural) add('plural in', category)
  if (plural && inText.some(({ name }) => name.startsWith('counted'))) add('plural', 'counted')
  const beginning = texts.slice(0, 2)
  const words = [...title, ...beginning].flatMap((segment) => segment.words)
  const head = readHead(beginning, contextOf(words, category))
  add('text head', head.kind)
  return [...inTitle, ...inText]
}

function addDescription(add: Add, texts: readonly Segment[]): void {
  let count = 0
  add('text first', texts[0]?.words.slice(0, 2).join(' ') ?? 'no text')
  for (const { words } of texts) {
    for (const each of words) {
      if (count++ >= descriptionWordsMax) return
      const word = numberless(each)
      add('text', word)
    }
  }
}

function addShape(add: Add, title: string, description: string): void {
  const capitals = title.match(/[A-Z]/g)?.length ?? 0
  const letters = title.match(/\p{L}/gu)?.length ?? 0
  const odd = title.match(/[^\p{L}0-9 .,'"()&/-]/gu)?.length ?? 0
  add('capitals', letters === 0 ? 'no letters' : Math.round((capitals / letters) * 4))
  add('odd signs', odd > 12 ? 'many' : odd > 5 ? 'some' : odd > 2 ? 'few' : 'none')
  add(
    'text length',
    description === ''
      ? 'none'
      : description.length < 60
        ? 'short'
        : description.length < 240
          ? 'some'
          : 'long',
  )
  add('lines', Math.min(6, description.match(/\n|•|- \p{L}/gu)?.length ?? 0))
}

const several =
  /\b(?:for both|for all|for the lot|for everything|the whole lot|as a lot|as a bundle|bundle includes|includes:|all together|willing to split|will separate|can separate|sell separately|sold separately|mix and match|check out my other|see my other|other items|we have|we sell|we offer|in stock|choose from|various|variety|selection of|range of|list of|available in|wholesale|free delivery|warranty)\b/gi

function addQuantity(add: Add, title: string, description: string, words: readonly string[]): void {
  const lead = /^\W*(\d{1,3})\s*(x\b|×)?/i.exec(title)
  const count = lead === null ? 0 : Number(lead[1])
  if (count > 1 && count < 200) {
    add('lead count', count > 6 ? 'many' : count)
    if (words[1]?.endsWith('s')) add('lead count', 'plural')
    if (lead![2] !== undefined) add('lead count', 'x')
  }
  if (/\bx\s?\d{1,3}\b|\b\d{1,3}\s?x\b/i.test(title)) add('times', 'title')
  if (/\b(?:two|three|four|five|six|seven|eight|ten)\b/i.test(title)) add('number word', 'title')
  const plural = words.filter((word) => word.length > 3 && /[^su]s$/.test(word)).length
  add('plurals', Math.min(3, plural))
  for (const phrase of new Set(description.match(several)?.map((each) => each.toLowerCase())))
    add('several', phrase)
}

function addSite(
  add: Add,
  { siteCategory, category, condition }: OfferSubject,
  words: readonly string[],
): void {
  const steps = (siteCategory ?? '')
    .toLowerCase()
    .split(/[/>|›»\\]/)
    .map((step) => step.trim())
    .filter((step) => step !== '')
  for (const step of steps) add('site step', step)
  for (const kind of placesOf(siteCategory ?? '')) add('site kind', kind)
  add('site leaf', steps.at(-1) ?? 'none')
  add('category', category ?? 'none')
  add('condition', condition ?? 'none')
  if (condition === 'for-parts') add('condition', 'broken')
  const device = words.some((word) => deviceWords.has(word))
  const vehicle = words.some((word) => vehicleWords.has(word))
  add('named', `${device ? 'device' : ''} ${vehicle ? 'vehicle' : ''} ${category ?? ''}`)
}
