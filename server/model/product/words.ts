import { words } from '../../core/text.ts'
import { asCode, chunksOf, isCompound, isSpecificCode, splitChunk, withoutSeparators } from './codes.ts'
import { lines } from './lines.ts'
import { ageOf, feetAndInches, type Measure, measureOf } from './measures.ts'

/** A word of a title in the one spelling in which it is compared. */
export interface TitleWord {
  text: string
  /** What it measures, if anything; its text is then the same however it was written. */
  measure: Measure | null
  /** How many pieces of a kit its measure is the sum of. */
  pieces?: number
  /** The model or part number that it is or that it is part of, letters and digits only. */
  code: string | null
}

export interface TitleWords {
  words: readonly TitleWord[]
  /** Model and part numbers as they stand, letters and digits only. */
  codes: readonly string[]
  /** Compounds that are no number, written in one: `lcs-csl` as `lcscsl`. */
  joins: readonly string[]
}

const wordsMax = 60
const wordCharsMax = 40

/**
 * The words of a spelled title. Letters and digits are parted and joined by one rule, so that a model is the same
 * words whether it is written together, apart or with a hyphen: one or two letters belong to the digits behind them
 * (`PS 5`, `PS-5`, `ps5`), three or more are a word of their own (`iPhone13`), one letter behind digits belongs to them
 * (`4s`). Long part numbers stay whole.
 */
export function titleWords(spelled: string): TitleWords {
  const chunks = chunksOf(spelled)
  const out: Draft = { words: [], codes: [], joins: [] }
  for (let i = 0; i < chunks.length && out.words.length < wordsMax; i++) {
    const chunk = chunks[i]!
    const measured = measureOf(chunk, chunks[i + 1], chunks[i + 2]) ?? ageOf(chunk, chunks[i + 1])
    if (measured) {
      const last = out.words.at(-1)
      const tall = last?.measure && feetAndInches(last.measure, measured.measure)
      if (tall) out.words.pop()
      const measure = tall || measured.measure
      push(out, { text: measure.text, measure, code: null })
      if (measured.usedNext) i++
    } else readChunk(out, chunk)
  }
  return { ...out, words: joined(out.words) }
}

interface Draft {
  words: TitleWord[]
  codes: string[]
  joins: string[]
}

const push = ({ words }: Draft, word: TitleWord): void => {
  if (words.length < wordsMax) words.push(word)
}
const plainWord = (text: string, code: string | null = null): TitleWord => ({
  text: text.length > wordCharsMax ? text.slice(0, wordCharsMax) : text,
  measure: null,
  code,
})

function readChunk(out: Draft, chunk: string): void {
  const code = asCode(chunk)
  if (code !== undefined) out.codes.push(code)
  if (code !== undefined && isWhole(code)) {
    push(out, plainWord(code, code))
    return
  }
  if (isCompound(chunk) && code === undefined) out.joins.push(withoutSeparators(chunk))
  if (!hasDigit.test(chunk)) {
    const one = isCompound(chunk) ? withoutSeparators(chunk) : chunk
    if (lines.has(one)) push(out, plainWord(one))
    else for (const part of splitChunk(chunk)) if (part !== '') push(out, plainWord(part))
    return
  }
  for (const part of splitChunk(chunk)) for (const word of parted(part)) push(out, plainWord(word, code))
}

const hasDigit = /\d/

/** A part number rather than the name of a model with its number: parted it would be nothing. */
const isWhole = (code: string): boolean => isSpecificCode(code) && !namedNumber.test(code)

/** A name is spoken (`iphone13`), or an abbreviation of three letters (`rtx3080`); others are letters of a number. */
const namedNumber =
  /^(?:\p{L}*[aeiouy]\p{L}*(?<=\p{L}{3})|\p{L}{3})\d{1,4}\p{L}*$|^\p{L}{0,2}\d{1,4}(?:\p{L}{1,2}\d?)?$/u

const runs = /\p{L}[\p{L}\p{M}]*|\d+(?:\.\d+)*|[^\p{L}\d]+/gu
const isDigits = (run: string) => hasDigit.test(run)

/** The words of letters and digits that are written together; ordinals, counts and the like stay one. */
function parted(word: string): readonly string[] {
  if (!hasDigit.test(word) || whole.test(word)) return [word]
  const found: string[] = []
  for (const run of word.match(runs) ?? []) {
    const last = found.at(-1)
    if (last !== undefined && isDigits(run) && !isDigits(last) && last.length <= 2)
      found[found.length - 1] = last + run
    else if (last !== undefined && !isDigits(run) && run.length === 1 && /\d$/.test(last))
      found[found.length - 1] = last + run
    else found.push(run)
  }
  return found.flatMap((one) => variantRuns.get(one) ?? one)
}

const whole =
  /^(?:\d+(?:st|nd|rd|th|er|in\d+|x\d.*|dr|wd|[gt]bx\d+)|\d+(?:\.\d+)*\p{L}?|\p{L}{1,2}\d+\p{L}?)$/u
const variantRuns: ReadonlyMap<string, readonly string[]> = new Map([['promax', ['pro', 'max']]])

/** The words of any text with letters and digits parted and known names joined, as in titles; nothing is measured. */
export function modelWords(text: string): string[] {
  const list = words(text).flatMap((word) => parted(word))
  return joined(list.map((word) => plainWord(word))).map((word) => word.text)
}

/** Two words that are one written apart: a model's letters and digits, or a known name. */
function joined(list: readonly TitleWord[]): TitleWord[] {
  const found: TitleWord[] = []
  for (let i = 0; i < list.length; i++) {
    const word = list[i]!
    const next = list[i + 1]
    if (word.measure === null && word.code !== word.text) {
      if (
        next !== undefined &&
        next.measure === null &&
        isOneWord(word.text, next.text, list[i + 2], i === 0)
      ) {
        found.push(plainWord(word.text + next.text))
        i++
        continue
      }
      const parts = variantRuns.get(word.text)
      if (parts !== undefined) {
        found.push(...parts.map((part) => plainWord(part)))
        continue
      }
    }
    found.push(word)
  }
  return found
}

/** Short words that are no part of a model, whatever number stands behind them. */
const noLetters = new Set(
  (
    'a of to in at no on my is it by or an as be we us up so if do go he me am pm vs tv pc cd lp ep uk eu nr st ft mr dr ' +
    'id ok hp lg ge vw mg de la le el du et un da im am ab je te se xr xs xl fe hd m l x w sz gr qt nd rd th vg bd vs ' +
    'ca ny nj tx fl oz lb kg aa v en fr es it pt nl pl'
  ).split(' '),
)
const digitsOfModel = /^\d{1,4}(?:\p{L}|\p{L}{0,2}\d?)$/u
const yearLike = /^(?:19[5-9]|20[0-4])\d$/
const endLetters = new Set(['s', 'c', 'k', 'g'])

function isOneWord(word: string, next: string, after: TitleWord | undefined, isFirst: boolean): boolean {
  const { length } = word
  if (hasDigit.test(word)) {
    if (next.length !== 1 || !endLetters.has(next) || !/^\d{1,2}$/.test(word)) return false
    return (!isFirst || next === 'k') && !(next === 's' && after !== undefined && after.text === 'm')
  }
  if (length <= 2 && hasDigit.test(next)) {
    return (
      after?.measure?.kind !== 'mm' &&
      digitsOfModel.test(next) &&
      !yearLike.test(next) &&
      !noLetters.has(word) &&
      /^[a-z]+$/.test(word)
    )
  }
  return !hasDigit.test(next) && next.length > 1 && lines.has(word + next)
}
