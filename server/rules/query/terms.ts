import type { MatchSubject } from '../../model/rule-schema.ts'
import { ruleWords } from './spelling.ts'

/** Only this many characters of title and description together are read; what follows does not count. */
export const textCharsMax = 20_000

/**
 * A text as rules see it: stemmed words in order. Letters and digits are always apart ("256gb" is two words);
 * `joined[i]` says that word i is written together with the next one and counts only in its company.
 */
export interface WordList {
  words: string[]
  joined: boolean[]
}

/** Stands between title and description: no term has it, so no phrase reaches across. */
const breakWord = ''

/** English plurals that no ending tells, and those in -us, which the endings leave alone. */
const irregular = new Map([
  ...['knife', 'penknife', 'wife', 'midwife'].map((one) => [`${one.slice(0, -2)}ves`, one] as const),
  ...[
    'shelf',
    'bookshelf',
    'wolf',
    'half',
    'calf',
    'leaf',
    'loaf',
    'scarf',
    'hoof',
    'elf',
    'dwarf',
    'thief',
  ].map((one) => [`${one.slice(0, -1)}ves`, one] as const),
  ...['gpu', 'cpu', 'menu', 'tutu', 'bureau'].map((one) => [`${one}s`, one] as const),
  // With a vowel, which two letters that stand for a thing seldom have ("gas", "bus", "its" are no plurals).
  ...['ac', 'ad', 'av', 'ev', 'id', 'oz', 'suv', 'ufo', 'ebike'].map((one) => [`${one}s`, one] as const),
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['quizzes', 'quiz'],
])

/** Singulars in -s that would lose it: either another word without it ("new") or not found by their plural. */
const kept = new Set([
  ...['news', 'goods', 'lens', 'atlas', 'canvas', 'iris', 'trellis', 'alias', 'bias'],
  ...['gps', 'vhs', 'dts', 'sms', 'css', 'rss', 'dvs', 'rts', 'bbs', 'hps', 'dss', 'mts', 'sls'],
])

/** Two letters without a vowel and an s: "pcs", "tvs", "kgs". */
const shortPlural = /^[b-df-hj-np-tv-xz]{2}s$/

/**
 * The form in which the singular and the plural of a folded English word are the same. It need not be a word
 * ("house" and "houses" give "hous"), so it serves to compare only. Limits: docs/rules.md.
 */
export function stem(word: string): string {
  const singular = irregular.get(word)
  if (singular !== undefined) return withoutEnding(singular)
  const rest = withoutEnding(word)
  if (rest === word) return word
  const again = irregular.get(rest)
  return again === undefined ? rest : withoutEnding(again)
}

function withoutEnding(word: string): string {
  const { length } = word
  if (length === 3 && shortPlural.test(word) && !kept.has(word)) return word.slice(0, 2)
  if (length <= 3) return word
  if (word.endsWith('s')) {
    if (kept.has(word) || word.endsWith('ss') || word.endsWith('us')) return word
    if (length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
    if (length > 4 && word.endsWith('es') && hisses(word, length - 2)) return word.slice(0, -2)
    return withoutFinalE(word.slice(0, -1))
  }
  if (!word.endsWith('e')) return word
  if (word.endsWith('ie')) return `${word.slice(0, -2)}y`
  return hisses(word, length - 1) ? word.slice(0, -1) : withoutFinalE(word)
}

/** "canoe" and "heroe(s)" lose the e, "shoe" and "toe" do not. */
function withoutFinalE(word: string): string {
  return word.length > 4 && word.endsWith('oe') ? word.slice(0, -1) : word
}

/** Whether the first `length` letters end in s, x, z, ch or sh, after which a plural takes -es. */
function hisses(word: string, length: number): boolean {
  const last = word[length - 1]
  if (last === 's' || last === 'x' || last === 'z') return true
  return last === 'h' && (word[length - 2] === 'c' || word[length - 2] === 's')
}

/**
 * Names that people write as one word or as two, as two; one of them in rules and texts alike. Only those whose halves
 * side by side are hardly ever anything else: "x box" may be the box of an iPhone X.
 */
const pairedNames = new Map(
  (
    'i-phone i-pad i-pod i-mac mac-book power-book chrome-book think-book air-pod air-tag home-pod play-station game-boy ' +
    'game-cube go-pro chrome-cast think-pad idea-pad fit-bit kitchen-aid cyber-shot power-shot cool-pix ' +
    'gore-tex wi-fi blu-ray t-shirt l-oreal d-addario arc-teryx o-neill o-neal o-brien o-connor o-reilly o-keefe o-hara o-donnell'
  )
    .split(' ')
    .map((name) => name.split('-') as [string, string])
    .map(([first, second]) => [`${first} ${second}`, first + second]),
)
const secondHalves = new Set([...pairedNames.keys()].map((name) => name.split(' ')[1]!))

const hasNumber = /\p{N}/u
const letterAndNumberRuns = /\p{L}[\p{L}\p{M}]*|\p{N}+(?:\.\p{N}+)*/gu
/** The words of a term or a text, folded and stemmed; empty for symbols only. */
export function readWords(text: string): WordList {
  const list: WordList = { words: [], joined: [] }
  append(list, text)
  return list
}

/** The words of title and description with a break between them. */
export function readSubject(subject: Pick<MatchSubject, 'title' | 'description'>): WordList {
  const list = readWords(subject.title.slice(0, textCharsMax))
  const rest = textCharsMax - subject.title.length
  if (subject.description !== null && rest > 0) {
    list.words.push(breakWord)
    list.joined.push(false)
    append(list, subject.description.slice(0, rest))
  }
  return list
}

/** The title's words of what `readSubject` read. */
export function titlePart({ words, joined }: WordList): WordList {
  const end = words.indexOf(breakWord)
  return end < 0 ? { words, joined } : { words: words.slice(0, end), joined: joined.slice(0, end) }
}

function append(list: WordList, text: string): void {
  for (const word of ruleWords(text)) {
    if (hasNumber.test(word)) appendMixed(list, word)
    else push(list, stem(word), false)
  }
}

function push({ words, joined }: WordList, word: string, isJoined: boolean): void {
  if (secondHalves.has(word) && joined.at(-1) === false) {
    const name = pairedNames.get(`${words.at(-1)!} ${word}`)
    // "Ready to go, Pro Max": no camera.
    if (name !== undefined && words.at(-2) !== 'to') {
      words[words.length - 1] = name
      joined[joined.length - 1] = isJoined
      return
    }
  }
  words.push(word)
  joined.push(isJoined)
}

/** One or two letters belong to the digits beside them ("s10", "256gb"); three or more are a word of their own. */
function appendMixed(list: WordList, word: string): void {
  const runs = word.match(letterAndNumberRuns) ?? []
  for (const [i, run] of runs.entries()) {
    const next = runs[i + 1]
    push(list, stem(run), next !== undefined && (hasNumber.test(run) ? next : run).length <= 2)
  }
}

/** Whether the words of a term stand side by side, from where a word begins to where one ends; never for none. */
export function stands(term: readonly string[], text: WordList): boolean {
  const { length } = term
  if (length === 0) return false
  const isWhole = (at: number) => text.joined[at - 1] !== true && text.joined[at + length - 1] !== true
  if (length === 1) return text.words.some((word, at) => word === term[0] && isWhole(at))
  return standsInRow(term, text.words, text.words.length, isWhole)
}

/** Of a term the ways in which it can stand in a text: its words, or a row in which its neighbours belong to it. */
export type TermRows = readonly (readonly string[])[]

/** Whether a term stands in one of its ways. */
export function standsInAny(rows: TermRows, text: WordList): boolean {
  return rows.some((row) => stands(row, text))
}

/** So many neighbours at most make one model: "wh 1000 xm 4". */
const modelWordsMax = 4

/**
 * The ways of each of several terms which must all be there. Neighbours that would be one model if they were written
 * together (digits beside one or two letters: "ps" and "5", "256" and "gb"; "go" and "pro") count in it, too: "PS5" has
 * both.
 */
export function withNeighbours(terms: readonly (readonly string[])[]): TermRows[] {
  const links = terms.map((term, i) => i > 0 && isModelLink(terms[i - 1]!, term))
  if (!links.includes(true)) return terms.map((term) => [term])
  const ways = terms.map((term): (readonly string[])[] => [term])
  for (let from = 0; from < terms.length; from++) {
    for (let to = from + 1; links[to] === true && to - from < modelWordsMax; to++) {
      const row: WordList = { words: [], joined: [] }
      for (const word of terms.slice(from, to + 1).flat()) push(row, word, false)
      for (let i = from; i <= to; i++) ways[i]!.push(row.words)
    }
  }
  return ways
}

function isModelLink(before: readonly string[], behind: readonly string[]): boolean {
  // "wh" and "1000xm4"; a phrase is none.
  const row = [...before, ...behind]
  const isOne = row.every((word, i) => i === 0 || isModelPair(row[i - 1]!, word))
  return isOne && before.length > 0 && behind.length > 0
}

function isModelPair(one: string, other: string): boolean {
  if (pairedNames.has(`${one} ${other}`)) return true
  const digitsFirst = hasNumber.test(one)
  return digitsFirst !== hasNumber.test(other) && (digitsFirst ? other : one).length <= 2
}

/**
 * Whether a row of words stands in a text, before its word number `end`, where `counts` says so of its place: in time
 * that grows with both lengths only, however often the words repeat (Knuth, Morris and Pratt).
 */
export function standsInRow<Word>(
  row: ArrayLike<Word>,
  text: ArrayLike<Word>,
  end: number,
  counts: (at: number) => boolean,
): boolean {
  // How much of the row is still there where its next word is another.
  const rest = [0]
  for (let i = 1, same = 0; i < row.length; i++) {
    while (same > 0 && row[i] !== row[same]) same = rest[same - 1]!
    if (row[i] === row[same]) same++
    rest.push(same)
  }
  for (let at = 0, same = 0; at < end; at++) {
    while (same > 0 && text[at] !== row[same]) same = rest[same - 1]!
    if (text[at] === row[same]) same++
    if (same < row.length) continue
    if (counts(at - row.length + 1)) return true
    same = rest[same - 1]!
  }
  return false
}

/** What is wrong with a keyword, as a sentence for the person who wrote it; null when it can be found in texts. */
export function termProblem(term: string): string | null {
  return readWords(term).words.length > 0
    ? null
    : 'A keyword needs at least one letter or digit: symbols and emoji cannot be searched for.'
}
