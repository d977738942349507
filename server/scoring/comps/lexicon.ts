import { ownString } from '../../core/text.ts'
import { createPostings, grown } from './postings.ts'
import { tokenFactor } from './title.ts'

/** A word that nobody else uses is as often a slip as a model, so rarity stops counting here. */
const weightMax = 6
/** Keeps words that everything of a kind shares from counting for nothing against one odd word. */
const weightMin = 0.5

/** What a word of a kind (`tokenFactor`) weighs that `slots` of `all` titles have. */
export function weightOf(factor: number, slots: number, all: number): number {
  return Math.min(weightMax, factor * (weightMin + Math.log((all + 4) / (Math.min(slots, all) + 2))))
}

/** The words of many vocabularies, numbered in one row so that they can share flat columns and postings. */
export interface Lexicon {
  /** By word; a new array whenever it grows, so never keep it between calls. */
  readonly weights: Float32Array
  /** How many slots have a word. */
  slotsOf(id: number): number
  /** The number of a word in a vocabulary, given one where it is new among `all` titles. */
  intern(vocabulary: Map<string, number>, token: string, all: number): number
  /** Notes that a slot has a word. */
  add(id: number, slot: number): void
  /** Notes that a slot is gone; its posting stays until the vocabulary is cleared. */
  drop(id: number): void
  /** Computes the weights of a vocabulary anew. */
  weigh(vocabulary: ReadonlyMap<string, number>, all: number): void
  /** Empties the postings of a vocabulary and forgets its words that no slot has; live ones must be posted anew. */
  clear(vocabulary: Map<string, number>): void
  /** Posts a slot for a word without counting it again. */
  repost(id: number, slot: number): void
  /** See `Postings.copy`. */
  copy(id: number, out: Int32Array, start: number, end: number): number
}

export function createLexicon(): Lexicon {
  const postings = createPostings()
  const free: number[] = []
  let count = 0
  let slots = new Int32Array(1024)
  let factors = new Float32Array(1024)
  let weights = new Float32Array(1024)

  return {
    get weights() {
      return weights
    },
    slotsOf: (id) => slots[id]!,
    intern(vocabulary, token, all) {
      let id = vocabulary.get(token)
      if (id !== undefined) return id
      id = free.pop() ?? count++
      if (id >= slots.length) {
        const length = Math.ceil(slots.length * 1.25)
        slots = grown(slots, length)
        factors = grown(factors, length)
        weights = grown(weights, length)
      }
      vocabulary.set(ownString(token), id)
      slots[id] = 0
      factors[id] = tokenFactor(token)
      weights[id] = weightOf(factors[id]!, 1, all)
      return id
    },
    add(id, slot) {
      slots[id] = slots[id]! + 1
      postings.add(id, slot)
    },
    drop(id) {
      slots[id] = slots[id]! - 1
    },
    weigh(vocabulary, all) {
      for (const id of vocabulary.values()) weights[id] = weightOf(factors[id]!, slots[id]!, all)
    },
    clear(vocabulary) {
      for (const [token, id] of vocabulary) {
        postings.clear(id)
        if (slots[id] !== 0) continue
        vocabulary.delete(token)
        free.push(id)
      }
    },
    repost: postings.add,
    copy: postings.copy,
  }
}
