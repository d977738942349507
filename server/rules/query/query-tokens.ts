import { termProblem } from './terms.ts'

/** What an expression is made of; `at` is where it starts, UTF-16, `written` how it was written. */
export type QueryToken = { at: number; written: string } & (
  | { kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { kind: 'term'; text: string; inTitle?: true }
  | { kind: 'regex'; source: string; caseSensitive: boolean }
)

export class QuerySyntaxError extends Error {
  /** The character that is wrong, UTF-16; the text's length for its end. */
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.name = 'QuerySyntaxError'
    this.at = at
  }
}

/** How many characters from the wrong one on are meant: a sign, a count as in {1,9}, or the word that begins there; 0 at the end. */
export function wrongLength(text: string, at: number): number {
  const [found = ''] = /^(?:\{[^}\s]*\}|[\s()[\]{}|&!+*?\\]|[^\s()]+)/u.exec(text.slice(at)) ?? []
  return found.length
}

/** The line with the character, cut to a readable length, and a ^ under it. */
export function pointAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  const from = Math.max(start, at - shownBefore)
  const line = text.slice(from, Math.min(end < 0 ? text.length : end, at + shownAfter))
  const lead = from > start ? '…' : ''
  const shown = `${lead}${line}`.replace(/\p{C}/gu, ' ')
  const before = Array.from(`${lead}${text.slice(from, at)}`).length
  return `${shown}\n${' '.repeat(before)}^`
}

const shownBefore = 60
const shownAfter = 30
const termCharsMax = 200
/** Kinds of quotes that phones, word processors and languages put; any of a kind closes any of it. */
const quoteKinds = ['"“”„‟＂❝❞〝〞〟', '«»', '‹›', '「」', '『』', '《》', '〈〉', '｢｣'] as const
/** A quote that is no apostrophe. */
export const quotes = new RegExp(`[${quoteKinds.join('')}]`)
/** Quotes at the beginning of a word where another ends one; apostrophes elsewhere. */
const singleQuotes = "'‘’‚‛`´＇❛❜′‵ʼʻ"
/** What a keyboard, a phone or a word processor puts for a minus. */
const minus = /[-‐‑‒–—―⸺⸻⁃−⁻₋˗－﹣﹘➖]/
/** Forms of other keyboards. */
const plainSigns: Record<string, string> = {
  '！': '!',
  '（': '(',
  '）': ')',
  '｜': '|',
  '＆': '&',
  '／': '/',
}
const operators = { AND: 'and', OR: 'or', NOT: 'not' } as const

/** Throws QuerySyntaxError for what is no token. */
export function tokenise(text: string): QueryToken[] {
  const tokens: QueryToken[] = []
  for (let at = 0; at < text.length; ) {
    const space = /^\s+/.exec(text.slice(at))
    if (space) {
      at += space[0].length
      continue
    }
    const token = tokenAt(text, at)
    if (token.kind === 'not' && !/^\p{L}/u.test(token.written)) refuseDouble(token, tokens.at(-1))
    tokens.push(token)
    at += token.written.length
  }
  return tokens
}

/** "--broken" asks for what is broken, which nobody means who writes it. */
function refuseDouble(token: QueryToken, before: QueryToken | undefined): void {
  if (before?.kind !== 'not') return
  throw new QuerySyntaxError(
    `“${before.written}” and “${token.written}” together would ask for what follows: leave one of them out.`,
    before.at,
  )
}

function tokenAt(text: string, at: number): QueryToken {
  const sign = plain(text[at]!)
  const two = sign + plain(text[at + 1] ?? '')
  const written = text.slice(at, at + 1)
  const field = titleField.exec(text.slice(at, at + 6))
  if (field !== null) return inTitleAt(text, at, field[0].length)
  if (sign === '(') return { kind: 'open', at, written }
  if (sign === ')') return { kind: 'close', at, written }
  if (two === '&&') return { kind: 'and', at, written: text.slice(at, at + 2) }
  if (sign === '|') return { kind: 'or', at, written: two === '||' ? text.slice(at, at + 2) : written }
  if (quotes.test(sign) || singleQuotes.includes(sign)) {
    const phrase = phraseAt(text, at)
    if (phrase !== null) return phrase
  }
  if (sign === '/') return regexAt(text, at)
  if (minus.test(sign) || sign === '!') {
    const next = text[at + 1]
    if (next !== undefined && !/[\s)|）｜]/.test(next)) return { kind: 'not', at, written }
    throw new QuerySyntaxError(
      `“${written}” stands alone: write it directly before what must not be there, such as ${minus.test(sign) ? '-' : '!'}broken.`,
      at,
    )
  }
  return wordAt(text, at)
}

const titleField = /^title[:：]/i

/** "title:" and what must stand in the title, directly behind it. */
function inTitleAt(text: string, at: number, length: number): QueryToken {
  const next = text[at + length]
  const token = next === undefined || /[\s()|（）｜]/.test(next) ? null : tokenAt(text, at + length)
  if (token?.kind === 'term')
    return { ...token, at, written: text.slice(at, at + length) + token.written, inTitle: true }
  throw new QuerySyntaxError(
    '“title:” takes one word or phrase directly behind it, such as title:sofa or title:"mid century".',
    at,
  )
}

function plain(sign: string): string {
  return plainSigns[sign] ?? sign
}

/** Null for an apostrophe: a single quote that no other closes at the end of a word. */
function phraseAt(text: string, at: number): QueryToken | null {
  const kind = quoteKinds.find((signs) => signs.includes(text[at]!))
  const rest = text.slice(at + 1)
  const length = rest.search(
    kind === undefined
      ? new RegExp(`(?<=\\S)[${singleQuotes}](?=[\\s()|（）｜]|$)`)
      : new RegExp(`[${kind}]`),
  )
  if (length < 0 && kind === undefined) return null
  if (length < 0)
    throw new QuerySyntaxError('This quote is not closed: put another where the phrase ends.', at)
  const written = text.slice(at, at + length + 2)
  return term(at, written, written.slice(1, -1).replace(/\s+/g, ' ').trim())
}

/** Up to a space, a parenthesis, a sign for AND or OR, or a quote, except that after a digit, which is inches. */
function wordAt(text: string, at: number): QueryToken {
  let end = at + 1
  while (
    end < text.length &&
    !/[\s()|（）｜]/.test(text[end]!) &&
    !/^[&＆]{2}/.test(text.slice(end, end + 2))
  ) {
    if (quotes.test(text[end]!) && !(/["“”＂]/.test(text[end]!) && /\p{N}/u.test(text[end - 1]!)))
      throw new QuerySyntaxError('A quote stands in the middle of a word: put a space before it.', end)
    end++
  }
  const written = text.slice(at, end)
  const name = written.normalize('NFKC')
  if (Object.hasOwn(operators, name)) return { kind: operators[name as keyof typeof operators], at, written }
  if (name === '&')
    throw new QuerySyntaxError('“&” stands alone: write AND or && between two words, or just a space.', at)
  if (/^[^*]*\p{L}\*$/u.test(written))
    throw new QuerySyntaxError(
      `Words are found whole, with or without a plural; for what begins so write /\\b${written.slice(0, -1)}/.`,
      end - 1,
    )
  return term(at, written, written)
}

function term(at: number, written: string, text: string): QueryToken {
  if (text.length > termCharsMax)
    throw new QuerySyntaxError(`A word or phrase has ${termCharsMax} characters at most.`, at)
  const problem = termProblem(text)
  if (problem !== null) throw new QuerySyntaxError(`“${text}”: ${problem}`, at)
  return { kind: 'term', at, written, text }
}

function regexAt(text: string, at: number): QueryToken {
  const end = regexEnd(text, at)
  const source = text.slice(at + 1, end)
  if (source === '')
    throw new QuerySyntaxError('The regular expression is empty: write something between the two /.', at)
  const flags = /^[\p{L}\p{N}]*/u.exec(text.slice(end + 1))![0]
  if (flags !== '' && flags !== 'i' && flags !== 'c')
    throw new QuerySyntaxError(
      `“${flags}” cannot stand behind a regular expression: i (the default) ignores capitals, c does not. A / inside is written \\/.`,
      end + 1,
    )
  return {
    kind: 'regex',
    at,
    written: text.slice(at, end + 1 + flags.length),
    source,
    caseSensitive: flags === 'c',
  }
}

/** Where the closing / is: neither behind a \ nor within [ ]. */
function regexEnd(text: string, at: number): number {
  let inClass = false
  for (let i = at + 1; i < text.length; i++) {
    const sign = text[i]
    if (sign === '\n') break
    if (sign === '\\') i++
    else if (sign === '[') inClass = true
    else if (sign === ']') inClass = false
    else if (sign === '/' && !inClass) return i
  }
  throw new QuerySyntaxError(
    'This regular expression is not closed: put a / where it ends. (For a word that begins with / use quotes.)',
    at,
  )
}
