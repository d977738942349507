import { RE2JS, RE2JSSyntaxException, RE2Set } from 're2js'
import type { MatchSubject } from '../../model/rule-schema.ts'
import { textCharsMax } from './terms.ts'

/** Instructions of all compiled expressions of one query: what a character of a listing costs at most. */
export const regexStepsMax = 500

/** What is wrong with a regular expression, a sentence for the person who wrote it. */
export class RegexProblem extends Error {
  /** Where in the expression, UTF-16. */
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.name = 'RegexProblem'
    this.at = at
  }
}

/** A regular expression as a rule has it. */
export interface Regex {
  source: string
  caseSensitive: boolean
}

interface CompiledRegex {
  test(text: string): boolean
}

/** Keeps what was used last. */
class Kept<Value> {
  private readonly values = new Map<string, Value>()
  private readonly max: number
  constructor(max: number) {
    this.max = max
  }

  get(key: string): Value | undefined {
    const value = this.values.get(key)
    if (value === undefined) return undefined
    this.values.delete(key)
    this.values.set(key, value)
    return value
  }

  set(key: string, value: Value): void {
    if (this.values.size >= this.max) this.values.delete(this.values.keys().next().value!)
    this.values.set(key, value)
  }
}

const compiled = new Kept<CompiledRegex>(300)
const steps = new Kept<number>(10_000)
/** What an expression may remember of the texts that it read; without a bound of ours it would be 8 MB for each. */
const memoryBytesMax = 256 * 1024

/** What a character of a text costs at most, in instructions; throws RegexProblem. */
export function regexSteps(regex: Regex): number {
  const key = keyOf(regex)
  const known = steps.get(key)
  if (known !== undefined) return known
  const counted = stepsOf(patternOf(regex), flagsOf(regex))
  steps.set(key, counted)
  return counted
}

/** Runs in time linear in the text, whatever the expression; throws RegexProblem. */
export function testRegex(regex: Regex, text: string): boolean {
  const key = keyOf(regex)
  let known = compiled.get(key)
  if (known === undefined) {
    known = compile(regex)
    compiled.set(key, known)
  }
  return known.test(text)
}

/** What compiling costs for each character of an expression, as instructions at a character of a text. */
const compileCost = 2_000
/** Tests above this take so long (30 ms on a laptop) that they are made in a thread of their own. */
export const expensiveCost = 1_000_000

/** What a test costs at worst, in instructions; of most texts it costs a small part of that. */
export function regexCost(regex: Regex, textChars: number): number {
  const compiling = compiled.get(keyOf(regex)) === undefined ? regex.source.length * compileCost : 0
  return regexSteps(regex) * textChars + compiling
}

export function keyOf({ source, caseSensitive }: Regex): string {
  return `${caseSensitive ? 'c' : 'i'}${source}`
}

const patternOf = ({ source }: Regex) => source.normalize('NFC')
const flagsOf = ({ caseSensitive }: Regex) => RE2JS.MULTILINE | (caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE)

function compile(regex: Regex): CompiledRegex {
  // A set of one: of the library's ways to match only this takes a bound of memory.
  const set = new RE2Set(RE2Set.UNANCHORED, flagsOf(regex), memoryBytesMax)
  set.add(patternOf(regex))
  return { test: (text) => set.match(text).length > 0 }
}

function stepsOf(pattern: string, flags: number): number {
  try {
    return RE2JS.compile(pattern, flags).programSize()
  } catch (error) {
    throw problemOf(pattern, error)
  }
}

/** The library's error in our words, at the part of the expression that it names. */
function problemOf(source: string, error: unknown): RegexProblem {
  const isSyntax = error instanceof RE2JSSyntaxException
  const what = isSyntax ? error.getDescription() : ''
  // The whole expression comes back with the flags before it.
  const named = (isSyntax ? (error.getPattern() ?? '') : '').replace(/^(?:\(\?[im]\))+/, '')
  const part = named === source ? '' : named
  const at = Math.max(0, source.indexOf(part))
  const forever = 'are not supported because they can take forever'
  const lookAround = /\(\?(?:[=!]|<[=!])/.exec(source)
  if (lookAround && /Perl syntax|named capture/.test(what))
    return new RegexProblem(`Look-arounds ${forever}.`, lookAround.index)
  const backReference = /\\(?:[1-9]|k[<{'])/.exec(source)
  if (backReference && /^\\[1-9k]/.test(part))
    return new RegexProblem(`Back-references ${forever}.`, backReference.index)
  if (what.includes('repeat count'))
    return new RegexProblem('A repetition goes from less to more and to 1,000 at most, also when nested.', at)
  const [, sentence] = sentences.find(([word]) => what.includes(word)) ?? []
  const quoted = part === '' ? '' : ` (“${part.slice(0, 40)}”)`
  return new RegexProblem(
    `${sentence ?? 'This is not a regular expression that is understood here'}${quoted}.`,
    at,
  )
}

const sentences: readonly (readonly [string, string])[] = [
  ['missing closing )', 'A parenthesis in the regular expression is not closed; a plain one is written \\('],
  ['unexpected )', 'A parenthesis in the regular expression closes none; a plain one is written \\)'],
  ['missing closing ]', 'A bracket in the regular expression is not closed; a plain one is written \\['],
  ['missing argument', 'There is nothing before the repetition; a plain sign is written with a \\ before it'],
  ['nested repetition', 'A repetition is repeated; put parentheses around the inner one'],
  ['escape sequence', 'This escape is not known here; a plain backslash is written \\\\'],
  ['trailing backslash', 'The regular expression ends in a \\; a plain backslash is written \\\\'],
  ['character class', 'This is not a class of characters'],
  ['named capture', 'The name of a group has letters, digits and _ only'],
  ['too deeply', 'The regular expression is nested too deeply'],
  ['too large', 'The regular expression is too large'],
  ['Perl syntax', 'This kind of group is not known here; (?:…) and (?i:…) are'],
]

/** What regular expressions read: title and description as they are written, a line break between. */
export function regexText({ title, description }: Pick<MatchSubject, 'title' | 'description'>): string {
  const text = (description === null ? title : `${title}\n${description}`).slice(0, textCharsMax)
  if (/^[\0-\x7f]*$/.test(text)) return text
  // More marks on one letter than any script has would make normalising take quadratic time (UAX #15, stream-safe).
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1').normalize('NFC')
}
