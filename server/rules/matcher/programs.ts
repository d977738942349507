import { withRoom } from './arrays.ts'
import { type Finding, no, unknown, yes } from './profiles.ts'
import type { Reading } from './reading.ts'

/** On the last word of a term. */
export const lastOfTerm = 0x80000000
export const wordMask = 0x7fffffff

/** A rule's terms as words' numbers; terms without a word are left out. */
export interface Terms {
  all: number[][]
  any: number[][]
  none: number[][]
}

const partMax = 1023
/** Two terms that must be there, nothing else. */
const pairHeader = 2

/**
 * What a rule wants of words, in one growable array: how many terms of each kind, then their words. A rule whose only
 * term is one word has none of that: the word itself stands in for its program (`isWord`).
 */
export class Programs {
  pool = new Uint32Array(64)
  private used = 1
  /** Blocks that were given back, by length. */
  private readonly free = new Map<number, number[]>()

  take({ all, any, none }: Terms): number {
    const count = all.length + any.length + none.length
    if (count === 0) return noProgram
    if (Math.max(all.length, any.length, none.length) > partMax)
      throw new RangeError(`a rule can have ${partMax} keywords of a kind`)
    const [only] = all.length === 1 ? all : any
    if (count === 1 && none.length === 0 && only!.length === 1) return (lastOfTerm | only![0]!) >>> 0
    const words = [...all, ...any, ...none]
    const length = words.reduce((sum, term) => sum + term.length, 1)
    let at = this.free.get(length)?.pop()
    if (at === undefined) {
      at = this.used
      this.used += length
      this.pool = withRoom(this.pool, this.used)
    }
    let to = at
    this.pool[to++] = all.length | (any.length << 10) | (none.length << 20)
    for (const term of words) {
      for (const word of term) this.pool[to++] = word
      this.pool[to - 1]! |= lastOfTerm
    }
    return at
  }

  /**
   * What is left to be looked at where a word of the rule was found that it is filed under. Where that is no more than
   * one other word, the posting names that one instead of the program: reading the program costs more than all else.
   * A single word is left to itself.
   */
  besides(program: number, anchor: number): number {
    if (program === noProgram || isWord(program) || this.pool[program] !== pairHeader) return program
    const [one, other] = [this.pool[program + 1]!, this.pool[program + 2]!]
    if (one < lastOfTerm || other < lastOfTerm) return program
    return (one & wordMask) === anchor ? other : one
  }

  /**
   * Lays all programs that are named to `place` out anew, in that order, and gives where each is then; to be used
   * after `done`. Those that a search reads together are then near each other.
   */
  rearrange(): { place(program: number): number; done(): void } {
    const pool = new Uint32Array(this.used)
    const placed = new Uint32Array(this.used)
    let used = 1
    const place = (program: number) => {
      if (program === noProgram || isWord(program)) return program
      if (placed[program] !== 0) return placed[program]!
      const length = this.lengthOf(program)
      for (let i = 0; i < length; i++) pool[used + i] = this.pool[program + i]!
      placed[program] = used
      used += length
      return placed[program]!
    }
    const done = () => {
      this.pool = pool.slice(0, used)
      this.used = used
      this.free.clear()
    }
    return { place, done }
  }

  give(program: number): void {
    if (program === noProgram || isWord(program)) return
    const length = this.lengthOf(program)
    const free = this.free.get(length)
    if (free) free.push(program)
    else this.free.set(length, [program])
  }

  /** Calls back for every word, as often as it stands there. */
  eachWord(program: number, visit: (word: number) => void): void {
    if (program === noProgram) return
    if (isWord(program)) {
      visit(wordOf(program))
      return
    }
    const end = program + this.lengthOf(program)
    for (let at = program + 1; at < end; at++) visit(this.pool[at]! & wordMask)
  }

  /**
   * The words that a text which fits has: the rarest of all that must be there, or else the rarest of each term of
   * which one must; appended to `anchors`. `usesOf` tells how rare a word is.
   */
  anchorsOf(program: number, uses: Uint32Array, anchors: number[]): void {
    if (program === noProgram) return
    if (isWord(program)) {
      anchors.push(wordOf(program))
      return
    }
    const { pool } = this
    const allCount = pool[program]! & partMax
    const count = allCount > 0 ? allCount : (pool[program]! >>> 10) & partMax
    let rarest = -1
    let at = program + 1
    for (let term = 0; term < count; term++) {
      if (allCount === 0) rarest = -1
      for (let isLast = false; !isLast; at++) {
        const word = pool[at]! & wordMask
        isLast = pool[at]! >= lastOfTerm
        if (rarest < 0 || uses[word]! < uses[rarest]!) rarest = word
      }
      if (allCount === 0 && !anchors.includes(rarest)) anchors.push(rarest)
    }
    if (allCount > 0) anchors.push(rarest)
  }

  /** Every word that `anchorsOf` can give, whatever the uses; true when it gives only one of them. */
  possibleAnchors(program: number, words: number[]): boolean {
    if (program === noProgram) return false
    if (isWord(program)) {
      words.push(wordOf(program))
      return true
    }
    const { pool } = this
    const allCount = pool[program]! & partMax
    const count = allCount > 0 ? allCount : (pool[program]! >>> 10) & partMax
    let at = program + 1
    for (let term = 0; term < count; term++) {
      const end = this.afterTerm(at)
      for (; at < end; at++) words.push(pool[at]! & wordMask)
    }
    return allCount > 0
  }

  /** Whether a text has the words that it must have and none that it must not. */
  fits(program: number, text: Reading): boolean {
    if (program === noProgram) return true
    if (isWord(program)) return text.hasAlone(wordOf(program))
    const { pool } = this
    const header = pool[program]!
    let at = program + 1
    for (let left = header & partMax; left > 0; left--) {
      if (!text.has(pool, at)) return false
      at = this.afterTerm(at)
    }
    const anyCount = (header >>> 10) & partMax
    let found = anyCount === 0
    for (let left = anyCount; left > 0; left--) {
      found ||= text.has(pool, at)
      at = this.afterTerm(at)
    }
    if (!found) return false
    for (let left = header >>> 20; left > 0; left--) {
      if (text.has(pool, at)) return false
      at = this.afterTerm(at)
    }
    return true
  }

  /**
   * The same of a text of which more may come (0 = no, 1 = not known, 2 = yes): what is there stays there, what is not may
   * come.
   */
  chance(program: number, text: Reading): Finding {
    if (program === noProgram) return yes
    if (isWord(program)) return text.hasAlone(wordOf(program)) ? yes : unknown
    const { pool } = this
    const header = pool[program]!
    let found: Finding = header >>> 20 > 0 ? unknown : yes
    let at = program + 1
    for (let left = header & partMax; left > 0; left--) {
      if (!text.has(pool, at)) found = unknown
      at = this.afterTerm(at)
    }
    const anyCount = (header >>> 10) & partMax
    let hasAny = anyCount === 0
    for (let left = anyCount; left > 0; left--) {
      hasAny ||= text.has(pool, at)
      at = this.afterTerm(at)
    }
    if (!hasAny) found = unknown
    for (let left = header >>> 20; left > 0; left--) {
      if (text.has(pool, at)) return no
      at = this.afterTerm(at)
    }
    return found
  }

  /** Whether some word is wanted, not only unwanted. */
  wantsWords(program: number): boolean {
    return isWord(program) || (program !== noProgram && (this.pool[program]! & ((1 << 20) - 1)) !== 0)
  }

  /** Adds up for `keywordMatch`: the wanted terms (of `any` those in the text), and those of them in the title. */
  countWanted(program: number, text: Reading, counts: { wanted: number; inTitle: number }): void {
    if (program === noProgram) return
    if (isWord(program)) {
      const word = wordOf(program)
      counts.wanted++
      if (text.hasAlone(word) && text.wordInTitle(word)) counts.inTitle++
      return
    }
    const { pool } = this
    const header = pool[program]!
    let at = program + 1
    const allCount = header & partMax
    const count = allCount + ((header >>> 10) & partMax)
    for (let term = 0; term < count; term++) {
      const inTitle = text.has(pool, at, text.titleWords)
      if (inTitle) counts.inTitle++
      if (term < allCount || inTitle || text.has(pool, at)) counts.wanted++
      at = this.afterTerm(at)
    }
  }

  get bytes(): number {
    let bytes = this.pool.byteLength
    for (const free of this.free.values()) bytes += free.length * 8
    return bytes
  }

  private afterTerm(at: number): number {
    let end = at
    while (this.pool[end]! < lastOfTerm) end++
    return end + 1
  }

  private lengthOf(program: number): number {
    const header = this.pool[program]!
    let at = program + 1
    for (let left = (header & partMax) + ((header >>> 10) & partMax) + (header >>> 20); left > 0; left--)
      at = this.afterTerm(at)
    return at - program
  }
}

export const noProgram = 0

export function isWord(program: number): boolean {
  return program >= lastOfTerm
}

export function wordOf(program: number): number {
  return program & wordMask
}
