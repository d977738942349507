import { mix, tableSize, withRoom } from './arrays.ts'

/**
 * Words ↔ small integers without an object per word: characters in one array, found by open addressing. A word is
 * counted by those who use it and its number is given to another once `drop` let it go.
 */
export class Vocabulary {
  /** How many words there are. */
  size = 0
  /** Numbers given out so far, those that were dropped included: the room that arrays by word need. */
  bound = 0
  /** By word: how often the rules' terms have it. */
  uses = new Uint32Array(16)
  /** Pairs: word + 1 (0 = empty place), hash. */
  private table = new Uint32Array(32)
  /** By word, pairs: where its characters are, how many. */
  private spans = new Uint32Array(32)
  private chars = new Uint16Array(64)
  private charsUsed = 0
  private charsLost = 0
  private readonly dropped: number[] = []

  /** -1 when no rule has it. */
  find(text: string): number {
    const hash = hashOf(text)
    const { table } = this
    const mask = table.length / 2 - 1
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const entry = table[place * 2]!
      if (entry === 0) return -1
      if (table[place * 2 + 1] === hash && this.is(entry - 1, text)) return entry - 1
    }
  }

  /** Its number, a new one if need be; counts no use. */
  learn(text: string): number {
    const known = this.find(text)
    if (known >= 0) return known
    const word = this.dropped.pop() ?? this.bound++
    this.uses = withRoom(this.uses, word + 1)
    this.spans = withRoom(this.spans, word * 2 + 2)
    this.uses[word] = 0
    this.write(word, text)
    this.size++
    this.growTable()
    this.enter(word, hashOf(text))
    return word
  }

  /** Lets a word go that nothing uses and nothing is filed under. */
  drop(word: number): void {
    const { table } = this
    const mask = table.length / 2 - 1
    let hole = this.hashAt(word) & mask
    while (table[hole * 2] !== word + 1) hole = (hole + 1) & mask
    // What was pushed on by this entry moves back, so that no search stops short of it.
    for (let place = (hole + 1) & mask; table[place * 2] !== 0; place = (place + 1) & mask) {
      const home = table[place * 2 + 1]! & mask
      if (((place - home) & mask) < ((place - hole) & mask)) continue
      table[hole * 2] = table[place * 2]!
      table[hole * 2 + 1] = table[place * 2 + 1]!
      hole = place
    }
    table[hole * 2] = 0
    this.charsLost += this.spans[word * 2 + 1]!
    this.spans[word * 2 + 1] = 0
    this.dropped.push(word)
    this.size--
    if (this.charsLost > 4096 && this.charsLost * 2 > this.charsUsed) this.packChars()
  }

  /** Whether the number is given to a word. */
  holds(word: number): boolean {
    return this.spans[word * 2 + 1] !== 0
  }

  /** Gives back the room for growth. */
  trim(): void {
    this.uses = this.uses.slice(0, this.bound)
    this.spans = this.spans.slice(0, this.bound * 2)
    this.chars = this.chars.slice(0, this.charsUsed)
  }

  get bytes(): number {
    return (
      this.uses.byteLength +
      this.table.byteLength +
      this.spans.byteLength +
      this.chars.byteLength +
      this.dropped.length * 8
    )
  }

  private is(word: number, text: string): boolean {
    const { chars, spans } = this
    const length = spans[word * 2 + 1]!
    if (length !== text.length) return false
    const at = spans[word * 2]!
    for (let i = 0; i < length; i++) if (chars[at + i] !== text.charCodeAt(i)) return false
    return true
  }

  private write(word: number, text: string): void {
    const at = this.charsUsed
    if (at + text.length > this.chars.length) {
      const grown = new Uint16Array(Math.max(at + text.length, Math.ceil(this.chars.length * 1.25)))
      grown.set(this.chars)
      this.chars = grown
    }
    for (let i = 0; i < text.length; i++) this.chars[at + i] = text.charCodeAt(i)
    this.spans[word * 2] = at
    this.spans[word * 2 + 1] = text.length
    this.charsUsed += text.length
  }

  private enter(word: number, hash: number): void {
    const mask = this.table.length / 2 - 1
    let place = hash & mask
    while (this.table[place * 2] !== 0) place = (place + 1) & mask
    this.table[place * 2] = word + 1
    this.table[place * 2 + 1] = hash
  }

  private growTable(): void {
    const places = tableSize(this.size)
    const old = this.table
    if (old.length >= places * 2) return
    this.table = new Uint32Array(places * 2)
    for (let i = 0; i < old.length; i += 2) if (old[i] !== 0) this.enter(old[i]! - 1, old[i + 1]!)
  }

  private hashAt(word: number): number {
    const at = this.spans[word * 2]!
    const end = at + this.spans[word * 2 + 1]!
    let hash = seed
    for (let i = at; i < end; i++) hash = Math.imul(hash ^ this.chars[i]!, prime)
    return mix(hash)
  }

  /** Moves the characters together. */
  private packChars(): void {
    const { chars, spans } = this
    const kept = new Uint16Array(this.charsUsed - this.charsLost + 64)
    let used = 0
    for (let word = 0; word < this.bound; word++) {
      const at = spans[word * 2]!
      const length = spans[word * 2 + 1]!
      for (let i = 0; i < length; i++) kept[used + i] = chars[at + i]!
      spans[word * 2] = used
      used += length
    }
    this.chars = kept
    this.charsUsed = used
    this.charsLost = 0
  }
}

const seed = 0x811c9dc5
const prime = 0x01000193

function hashOf(text: string): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime)
  return mix(hash)
}
