import type { RuleIndex } from './rule-index.ts'

/** So many dead rules stay where they are, or a quarter of the living. */
const deadMin = 1000
/** Postings and words that one change of a rule looks at while a sweep is under way. */
const postingsPerStep = 2000
const wordsPerStep = 100

/**
 * Takes dead rules out of the index, a little with every change of a rule, so that no change waits for all of it.
 * A removed rule's slot and its words' numbers are given to others once no posting of theirs is left.
 */
export class Sweeper {
  private readonly index: RuleIndex
  private dead: number[] = []
  /** The dead of the sweep under way. */
  private sweeping: number[] | null = null
  private nextWord = 0

  constructor(index: RuleIndex) {
    this.index = index
  }

  bury(slot: number): void {
    this.dead.push(slot)
  }

  /** One step, when a sweep is under way or due. */
  work(): void {
    const { index } = this
    if (this.sweeping === null) {
      if (this.dead.length < Math.max(deadMin, index.slots.size / 4)) return
      this.sweeping = this.dead
      this.dead = []
      this.nextWord = 0
    }
    const isDead = (slot: number) => index.slots.isDead(slot)
    const end = Math.min(this.nextWord + wordsPerStep, index.vocabulary.bound)
    let looked = 0
    while (this.nextWord < end && looked < postingsPerStep)
      looked += index.postings.sweep(this.nextWord++, isDead)
    if (this.nextWord === index.vocabulary.bound) this.finish(this.sweeping)
  }

  private finish(swept: readonly number[]): void {
    const { slots, vocabulary, postings, cells } = this.index
    for (const slot of swept) slots.release(slot)
    for (let word = 0; word < vocabulary.bound; word++) {
      if (vocabulary.uses[word] !== 0 || postings.countOf(word) > 0 || !vocabulary.holds(word)) continue
      vocabulary.drop(word)
      cells.delete(word)
    }
    this.sweeping = null
  }
}
