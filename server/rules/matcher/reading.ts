import type { MatchSubject } from '../../model/rule-schema.ts'
import { readSubject, standsInRow } from '../query/terms.ts'
import { withRoom } from './arrays.ts'
import { lastOfTerm } from './programs.ts'
import type { Vocabulary } from './vocabulary.ts'

const wordMask = ~lastOfTerm
/** By word: the last text that had it, where it stood first there. */
const stateSize = 2
/** Looking from each place of a term's first word is faster at first. */
const lookedBeforeRow = 64

/** One listing's text in terms of the rules' words; read anew for each, keeping its memory. */
export class Reading {
  /** How many of the words are the title's. */
  titleWords = 0
  /** The distinct words that rules have, the first `presentCount` of them. */
  present = new Uint32Array(256)
  presentCount = 0
  /** Places that were looked at for terms of several words: what looking costs. */
  looked = 0
  private text = 0
  private state = new Uint32Array(0)
  /** The word at each position + 1, 0 where no rule has it. */
  private at = new Uint32Array(256)
  /** Where the word at a position stands again, + 1. */
  private next = new Uint32Array(256)
  private joined: readonly boolean[] = []
  private length = 0
  /** A bit for each word that is there, and for each that stands alone: small enough to stay near the processor. */
  private there = new Uint32Array(16)
  alone = new Uint32Array(16)

  read(subject: Pick<MatchSubject, 'title' | 'description'>, vocabulary: Vocabulary): void {
    const { words, joined } = readSubject(subject)
    const { length } = words
    this.joined = joined
    this.length = length
    this.titleWords = length
    this.beginText(vocabulary.bound)
    this.at = withRoom(this.at, length)
    this.next = withRoom(this.next, length)
    this.present = withRoom(this.present, length)
    const { state, text, there, alone } = this
    for (let i = length - 1; i >= 0; i--) {
      const spelled = words[i]!
      // The break after the title is the only empty word.
      if (spelled === '') this.titleWords = i
      const word = vocabulary.find(spelled)
      this.at[i] = word + 1
      if (word < 0) continue
      const own = word * stateSize
      if (state[own] !== text) {
        state[own] = text
        there[word >>> 5]! |= 1 << (word & 31)
        this.present[this.presentCount++] = word
        this.next[i] = 0
      } else this.next[i] = state[own + 1]! + 1
      state[own + 1] = i
      if (joined[i] !== true && joined[i - 1] !== true) alone[word >>> 5]! |= 1 << (word & 31)
    }
  }

  /** Whether the word stands there, not only written together with others. */
  hasAlone(word: number): boolean {
    return (this.alone[word >>> 5]! & (1 << (word & 31))) !== 0
  }

  hasWord(word: number): boolean {
    return (this.there[word >>> 5]! & (1 << (word & 31))) !== 0
  }

  /** Whether a word stands alone in the title. */
  wordInTitle(word: number): boolean {
    if (!this.hasWord(word)) return false
    for (let at = this.state[word * stateSize + 1]!; at < this.titleWords; at = this.next[at]! - 1) {
      if (this.joined[at] !== true && this.joined[at - 1] !== true) return true
      if (this.next[at] === 0) return false
    }
    return false
  }

  /** Whether the words of the term at `from` stand side by side among the first `before`, from where a word begins to where one ends. */
  has(pool: Uint32Array, from: number, before = this.length): boolean {
    const { state, at, next, joined, there } = this
    let last = from
    for (; ; last++) {
      const word = pool[last]! & wordMask
      if ((there[word >>> 5]! & (1 << (word & 31))) === 0) return false
      if (pool[last]! >= lastOfTerm) break
    }
    const first = pool[from]! & wordMask
    const length = last - from
    if (length === 0 && before === this.length) return this.hasAlone(first)
    const lookedMax = this.looked + lookedBeforeRow + before
    for (let start = state[first * stateSize + 1]!; start + length < before; ) {
      if (joined[start - 1] !== true && joined[start + length] !== true) {
        let i = 1
        while (i <= length && at[start + i] === (pool[from + i]! & wordMask) + 1) i++
        this.looked += i
        if (i > length) return true
        // Words that repeat in the term and in the text would make this a product of both lengths.
        if (this.looked > lookedMax) return this.hasRow(pool.subarray(from, last + 1), before)
      }
      if (next[start] === 0) return false
      start = next[start]! - 1
    }
    return false
  }

  /** The same as `has`, in time that grows with the text and the term only. */
  private hasRow(term: Uint32Array, before: number): boolean {
    const { joined } = this
    this.looked += before
    return standsInRow(
      term.map((word) => (word & wordMask) + 1),
      this.at,
      before,
      (start) => joined[start - 1] !== true && joined[start + term.length - 1] !== true,
    )
  }

  get bytes(): number {
    return (
      this.there.byteLength * 2 +
      this.state.byteLength +
      this.at.byteLength +
      this.next.byteLength +
      this.present.byteLength
    )
  }

  private beginText(words: number): void {
    const { present, presentCount, there, alone } = this
    for (let i = 0; i < presentCount; i++) there[present[i]! >>> 5] = alone[present[i]! >>> 5] = 0
    this.presentCount = 0
    this.state = withRoom(this.state, words * stateSize)
    this.there = withRoom(this.there, (words >>> 5) + 1)
    this.alone = withRoom(this.alone, (words >>> 5) + 1)
    this.text++
    if (this.text > 0xffffffff) {
      this.state.fill(0)
      this.text = 1
    }
  }
}
