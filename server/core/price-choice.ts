import {
  type AmountWord,
  amountWord,
  type Figure,
  figures,
  minorDigits,
  readFigure,
  scale,
} from './amounts.ts'
import { type Mark, markAfter, markBefore, unknownCurrency } from './currencies.ts'
import { joinsSpace, mendSplit, undecorated } from './price-mending.ts'
import { type RoleOf, roleOf, saidOfSecond, sentenceBefore } from './price-roles.ts'
import { askedBefore, firmBehind, onlyPriceWords, priceWords } from './price-words.ts'

export interface Chosen {
  price: { priceCents: number; currency: string | null } | null
  why: string
}

const none = (why: string): Chosen => ({ price: null, why })

/** A figure with what stands beside it. */
interface Candidate {
  figure: Figure
  /** With its sign. */
  start: number
  end: number
  mark: Mark | null
  word: AmountWord | null
  negative: boolean
  percent: boolean
  /** Letters, a colon, a superscript or the like touch it: a model, a date, a time. */
  attached: boolean
  /** A sign between two figures that could be either's. */
  contested: boolean
}

/** Chooses the asking price of a normalised text. `alone`: the text is the cell of a column of prices. */
export function choosePrice(given: string, hint: string | null, alone: boolean): Chosen {
  const scientific = readScientific(given, hint)
  if (scientific) return scientific
  const text = mendSplit(alone ? given.replace(/\${2,}/g, ' ') : undecorated(given), alone)
  const all = candidatesOf(text, hint, alone)
  if (all.length === 0) return none('no figure')
  const strongest = Math.max(...all.map(({ mark }) => mark?.strength ?? 0))
  if (strongest === 0) return alone ? chooseBare(text, all, hint) : chooseSpoken(text, all, hint)
  const marked = all.filter(({ mark }) => mark !== null && (mark.strength > 1 || strongest === 1))
  return chooseMarked(text, all, marked, hint, alone)
}

function readScientific(text: string, hint: string | null): Chosen | null {
  if (text.length > 60) return null
  const match = /^(\D{0,8}?) ?(\d+(?:\.\d+)?)e([+-]?\d{1,4}) ?(\D{0,8})$/i.exec(text)
  if (!match) return null
  const [, before = '', figure = '', exponent = '', after = ''] = match
  const prefix = markBefore(before, hint, true)
  const suffix = markAfter(after, hint, true)
  if ((before !== '' && prefix === null) || (after !== '' && suffix === null)) return null
  const currency = known(suffix?.currency ?? prefix?.currency ?? hint)
  const [whole = '', fraction = ''] = figure.split('.')
  const priceCents = scale(whole, fraction, Number(exponent) + minorDigits(currency))
  return priceCents === null ? null : { price: { priceCents, currency }, why: 'scientific notation' }
}

const figuresMax = 400

function candidatesOf(text: string, hint: string | null, alone: boolean): Candidate[] {
  const all = figures(text, (given, start, end) => joinsSpace(given, start, end, hint))
    .slice(0, figuresMax)
    .map((figure) => candidateOf(text, figure, hint, alone))
  for (let i = 1; i < all.length; i++) shareSign(text, all[i - 1]!, all[i]!, alone, i + 1 === all.length)
  for (const candidate of all) settle(text, candidate, alone, hint)
  return all
}

interface Beside extends Candidate {
  before: Mark | null
  after: Mark | null
  afterFrom: number
}

function candidateOf(text: string, figure: Figure, hint: string | null, alone: boolean): Beside {
  const left = text.slice(Math.max(0, figure.start - 18), figure.start)
  const rest = text.slice(figure.end, figure.end + 24)
  let before = markBefore(left, hint, alone)
  const word = amountWord(rest, hint)
  const tail = /^[.,]-{1,2}|^-{2}/.exec(rest)?.[0].length ?? 0
  const skip = word !== null ? word.length : tail
  let after = markAfter(rest.slice(skip), hint, alone)
  // "size 42 Euro 2020": before a year the word is a name.
  if (!alone && figure.separators.length === 0 && /^ ?\p{L}{3,} (?:19|20)\d\d(?!\d)/u.test(rest.slice(skip)))
    after = null
  if (tail > 0 && after === null && before === null) after = markAfter(rest, hint, alone)
  before ??= letterBefore(left, figure, hint)
  const year = isYear(figure)
  // "Euro 2020", "CAD 2020": a word before a year is a name.
  if (!alone && year && before !== null && before.strength < 4 && before.strength > 1) before = null
  const only =
    alone && figure.start < 40 && /^[\p{L}.]*\p{Sc}?[\p{L}.]*[ :]*$/u.test(text.slice(0, figure.start))
  if (before !== null && before.strength === 1 && !only && year) before = null
  return {
    figure,
    start: figure.start,
    end: figure.end + (word?.length ?? 0),
    mark: null,
    word,
    negative:
      (!rest.startsWith('-') && /(?:^|[ :(])-(?:[$€£¥₹]|[A-Z]{1,3}\$?)?$/.test(left)) ||
      /(?:^|[ :])[$€£¥₹]-$/.test(left),
    percent: /^[ \u00a0]?%/.test(rest),
    attached: false,
    contested: false,
    before,
    after,
    afterFrom: figure.end + skip,
  }
}

/** "R1,500", "P12 500": the letter that a currency is written with, before an amount with its thousands apart. */
function letterBefore(left: string, { separators, runs }: Figure, hint: string | null): Mark | null {
  const letter = /(?:^|[^\p{L}\p{N}])([RP])$/u.exec(left)?.[1]
  const currency = letter === 'R' ? 'ZAR' : 'PHP'
  if (letter === undefined || hint !== currency || separators.length === 0 || runs.at(-1)!.length < 2)
    return null
  return { currency, length: 1, touches: true, strength: 4, power: 0, leads: true }
}

/** A sign between two figures belongs to one of them: to the one that it touches, else where it is usually written. */
function shareSign(text: string, first: Candidate, second: Candidate, alone: boolean, last: boolean): void {
  const left = first as Beside
  const right = second as Beside
  if (left.after === null || right.before === null) return
  const leftEnd = left.afterFrom + left.after.length
  if (leftEnd <= right.figure.start - right.before.length) return
  const between = text.slice(left.afterFrom, right.figure.start)
  // "20 € $5" has two signs; what lies between is then longer than either.
  if (between.trim().length > Math.max(left.after.length, right.before.length)) return
  if (left.after.touches !== right.before.touches) {
    if (left.after.touches) right.before = null
    else left.after = null
  } else if (right.after !== null && left.before === null) right.before = null
  else if (left.before !== null) left.after = null
  else if (isExact(left.figure, left.after) !== isExact(right.figure, right.before)) {
    if (isExact(left.figure, left.after)) right.before = null
    else left.after = null
  } else if (isYear(right.figure) && !isYear(left.figure)) {
    // "500 $ 2020 Specialized", but in "BMW 320 $ 2020" either may be the price.
    if (modelBefore(text, left.figure.start)) left.contested = right.contested = true
    else right.before = null
  } else if (left.after.leads && right.before.leads && right.before.strength === 4) left.after = null
  else if (
    last &&
    modelBefore(text, left.figure.start) &&
    /^[^\p{L}\p{N}]*(?:\p{L}{2,}.*)?$/u.test(text.slice(right.figure.end, right.figure.end + 40))
  )
    left.after = null
  else if (
    alone ||
    !/[\p{L}\p{N}] ?$/u.test(text.slice(Math.max(0, left.figure.start - 3), left.figure.start))
  )
    right.before = null
  else {
    left.contested = true
    right.contested = true
  }
}

/** Written to the last minor unit or with its thousands apart, as prices are and counts are not: 905,18, 16.500. */
const isExact = ({ runs, separators }: Figure, { currency }: Mark): boolean =>
  separators.length > 0 && [3, minorDigits(known(currency))].includes(runs.at(-1)!.length)

const isYear = ({ runs }: Figure): boolean => runs.length === 1 && /^(?:19|20)\d\d$/.test(runs[0]!)

const modelBefore = (text: string, at: number) =>
  /\p{L}[\p{L}\p{N}]* $/u.test(text.slice(Math.max(0, at - 24), at))

/** "EUR32" in a source of pounds. */
function isShoeSize({ runs }: Figure, mark: Mark | null, hint: string | null): boolean {
  return (
    mark?.currency === 'EUR' &&
    mark.strength === 3 &&
    hint !== null &&
    hint !== 'EUR' &&
    /^[1-4]\d$/.test(runs.join(''))
  )
}

function settle(text: string, candidate: Candidate, alone: boolean, hint: string | null): void {
  const beside = candidate as Beside
  const { figure, after, before, word } = beside
  const rest = text.slice(figure.end, figure.end + 12)
  const left = text.slice(Math.max(0, figure.start - 3), figure.start)
  // A code beside the amount says more than a symbol: "$20 CAD".
  const isCode = after !== null && after.strength === 3 && before !== null && before.strength === 4
  const mark = isCode ? after : (before ?? after)
  const wordBehind = /^\p{L}+/u.exec(rest)?.[0]
  const joined =
    (wordBehind !== undefined &&
      word === null &&
      !(after?.touches ?? false) &&
      !priceWords.has(wordBehind.toLowerCase())) ||
    /^\p{No}/u.test(rest) ||
    (before === null &&
      /[\p{L}\p{N}]$/u.test(left) &&
      !priceWords.has(
        /\p{L}+$/u.exec(text.slice(Math.max(0, figure.start - 12), figure.start))?.[0].toLowerCase() ?? '',
      )) ||
    (before === null && /[\p{L}\p{N}][-/]$/u.test(left) && /\p{L}/u.test(left) && !(after?.strength === 4)) ||
    /\d\+$/.test(left) ||
    (!alone && isShoeSize(figure, mark, hint)) ||
    (mark === null && (/^[:/]\d/.test(rest) || /\d[:/]$/.test(left)))
  candidate.attached = joined
  candidate.mark = joined || candidate.percent ? null : mark
  if (!alone && candidate.mark?.strength === 1 && figure.runs.join('').length < 3) candidate.mark = null
  if (candidate.mark === null) return
  if (before !== null && candidate.mark === before) candidate.start = figure.start - before.length
  else if (isCode) candidate.start = figure.start - before!.length
  if (after !== null) candidate.end = beside.afterFrom + after.length
}

const known = (currency: string | null): string | null => (currency === unknownCurrency ? null : currency)

function amountOf(candidate: Candidate, currency: string | null): number | null {
  const { figure, word, mark } = candidate
  if (figure.uncertain || candidate.contested || word?.ambiguous) return null
  const digits = minorDigits(currency)
  // "1.750 rb" is 1,750 thousands: what is told to the thousandth part of a thousand is written out.
  const isGrouped = word?.power === 3 && /^(?:IDR|VND)$/.test(currency ?? '')
  const parts = readFigure(figure, digits, word !== null && !isGrouped)
  const power = (word?.power ?? 0) + (mark?.power ?? 0)
  return parts === null ? null : scale(parts[0], parts[1], digits + power)
}

interface Reading extends RoleOf {
  candidate: Candidate
  currency: string | null
  priceCents: number | null
  /** Read together with the one before: a range, or an old and a new price side by side. */
  joinsPrevious: boolean
}

const rangeBetween = /^[ \u00a0]?(?:-|~|to|bis|à|a|do|til|till|up to|–)[ \u00a0]?$/
const sideBySide = /^[ \u00a0]*(?:[|/>→]|->|=>)?[ \u00a0]*$/

function chooseMarked(
  text: string,
  all: Candidate[],
  marked: Candidate[],
  hint: string | null,
  alone: boolean,
): Chosen {
  const lower = text.toLowerCase()
  const readings: Reading[] = []
  for (const candidate of marked) {
    const i = all.indexOf(candidate)
    const previous = all[i - 1]
    const currency = known(candidate.mark!.currency)
    const from = previous === undefined ? 0 : previous.mark === null && !previous.percent ? 0 : previous.end
    const left = sentenceBefore(lower.slice(Math.max(from, candidate.start - 48), candidate.start))
    const next = marked[marked.indexOf(candidate) + 1]
    const right = lower.slice(candidate.end, Math.min(candidate.end + 28, next?.start ?? text.length))
    const before = readings.at(-1)
    const said =
      before === undefined && !previous?.percent
        ? left
        : saidOfSecond(
            left,
            before?.role,
            lower.slice(Math.max(0, (before?.candidate.start ?? 0) - 2), before?.candidate.start ?? 0),
            previous?.percent === true,
          )
    let role = roleOf(said, right, alone)
    if (candidate.negative) {
      // "-10 € 40 €": what is taken off, and what is left.
      if (role.role === 'discount' || (alone && next !== undefined)) continue
      return none('a negative amount')
    }
    let priceCents = amountOf(candidate, currency)
    const between = previous === undefined ? '' : lower.slice(previous.end, candidate.start)
    if (
      previous !== undefined &&
      previous.mark === null &&
      !previous.attached &&
      rangeBetween.test(between)
    ) {
      // "10 - 20 €" begins with its lowest price; "iPhone 12 - 400 €" is no range, "sofa 450-500 €" is one.
      const tight = between === '-' && isLikeRange(previous, candidate)
      if (tight || onlyPriceWords(text.slice(Math.max(0, previous.start - 60), previous.start))) {
        const lowest = { ...previous, word: previous.word ?? candidate.word, mark: candidate.mark }
        priceCents = amountOf(lowest, currency)
      }
    }
    // "From £24 - £40": each piece has a price of its own.
    if (before?.role === 'threshold' && before.candidate === previous && rangeBetween.test(between))
      role = { ...role, role: 'threshold' }
    // "25p - £1" begins in another unit.
    if (previous?.attached && /^p ?(?:-|to) ?$/.test(between)) priceCents = null
    const joinsPrevious =
      before !== undefined &&
      before.candidate === previous &&
      before.currency === currency &&
      (sideBySide.test(between) || rangeBetween.test(between))
    readings.push({ ...role, candidate, currency, priceCents, joinsPrevious })
  }
  const prices = readings.filter(({ role }) => role === 'asking')
  if (prices.length === 0) {
    const [recurring, second] = readings.filter(({ role }) => role === 'recurring' || role === 'per unit')
    if (alone && recurring && second === undefined) return answer(recurring, recurring.role)
    return none(readings[0] === undefined ? 'no amount' : `the amount is ${readings[0].role}`)
  }
  return best(prices, hint)
}

/** Two plain figures of about one size. */
function isLikeRange(low: Candidate, high: Candidate): boolean {
  const [from = Number.NaN, to = Number.NaN] = [low, high].map(({ figure }) => Number(figure.runs.join('')))
  return from >= 10 && from < to && to <= 3 * from && !isYear(low.figure)
}

function answer({ priceCents, currency }: Reading, why: string): Chosen {
  return priceCents === null
    ? none('cannot be read with certainty')
    : { price: { priceCents, currency }, why }
}

function best(prices: Reading[], hint: string | null): Chosen {
  const merged: Reading[] = []
  for (const price of prices) {
    const last = merged.at(-1)
    if (last === undefined || !price.joinsPrevious || last.currency !== price.currency) merged.push(price)
    else if (last.priceCents === null || price.priceCents === null)
      merged[merged.length - 1] = { ...last, priceCents: null }
    else if (price.priceCents < last.priceCents)
      merged[merged.length - 1] = { ...price, rank: rankOf(last, price) }
    else merged[merged.length - 1] = { ...last, rank: rankOf(last, price) }
  }
  const rank = Math.max(...merged.map((price) => price.rank))
  let top = merged.filter((price) => price.rank === rank)
  // The same in another currency, or in another country.
  const own = top.filter(({ currency }) => currency === hint)
  if (own.length > 0) top = own
  const [first] = top
  const why = rank === 3 ? 'the current price' : rank === 2 ? 'the price asked' : 'the only price'
  if (
    top.every(({ priceCents, currency }) => priceCents === first!.priceCents && currency === first!.currency)
  )
    return answer(first!, why)
  return none('several amounts could be the price')
}

/** A number without a currency that words of asking stand beside: "120 obo", "asking 525". */
function chooseSpoken(text: string, all: Candidate[], hint: string | null): Chosen {
  const spoken = all.filter(
    ({ figure, start, end, attached, percent, negative, word }) =>
      !attached &&
      !percent &&
      !negative &&
      figure.runs.join('').length > 1 &&
      (firmBehind.test(text.slice(end, end + 24)) ||
        (hint === 'INR' && word !== null && (word.power === 5 || word.power === 7)) ||
        askedBefore.test(text.slice(Math.max(0, start - 20), start))),
  )
  const [only, second] = spoken
  if (hint === null || only === undefined || second !== undefined) return none('no amount with a currency')
  const priceCents = amountOf(only, hint)
  return priceCents === null
    ? none('cannot be read with certainty')
    : { price: { priceCents, currency: hint }, why: 'the number asked' }
}

const rankOf = (a: Reading, b: Reading): Reading['rank'] => (a.rank > b.rank ? a.rank : b.rank)

/** A column's number without a currency: the only one, with nothing but words of prices around. */
function chooseBare(text: string, all: Candidate[], hint: string | null): Chosen {
  const numbers = all.filter(({ percent }) => !percent)
  const [only, second, third] = numbers
  if (!only || third || only.negative || only.attached) return none('no amount with a currency')
  const stripped = only.word === null ? text : text.slice(0, only.figure.end) + text.slice(only.end)
  if (!onlyPriceWords(all.length > numbers.length ? stripped.replace(/\d+ ?%/g, '') : stripped))
    return none('no price')
  const lower = text.toLowerCase()
  if (second) {
    if (second.attached || second.negative || !rangeBetween.test(lower.slice(only.end, second.start)))
      return none('two numbers')
  }
  const { role } = roleOf(
    lower.slice(Math.max(0, only.start - 48), only.start),
    lower.slice(only.end, only.end + 28),
    true,
  )
  if (role !== 'asking' && role !== 'recurring' && role !== 'per unit') return none(`the amount is ${role}`)
  // "12k" is as much a resolution or a weight: words of prices must say so, or nothing else.
  const priceCents = amountOf(only, hint)
  return priceCents === null
    ? none('cannot be read')
    : { price: { priceCents, currency: hint }, why: 'the only number' }
}
