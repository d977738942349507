import { withRoom } from './arrays.ts'
import { cellsOf, everywhere } from './cells.ts'
import { spotOf } from './circles.ts'
import {
  circleOrder,
  eastOf,
  field,
  isOneOfMany,
  keyOf,
  lastKeyOf,
  noLimit,
  ringOf,
  stride,
} from './posting.ts'
import type { RuleIndex } from './rule-index.ts'
import { anchorsOfQuery } from './word-query.ts'

/** In a draft: of a rule that nothing fits. */
export const noId = 0xffffffff

/** Puts rules' postings under words and takes them out. */
export class Filing {
  private readonly index: RuleIndex
  private readonly anchors: number[] = []

  constructor(index: RuleIndex) {
    this.index = index
  }

  /** `draft` is the rule's posting as far as it does not depend on the word. */
  file(slot: number, key: number, draft: Uint32Array): void {
    const { slots, programs, postings } = this.index
    if (this.findAnchors(slot)) this.hope(slot, draft, 0)
    if (this.anchors.length > 1) draft[field.meta]! |= isOneOfMany
    for (const word of this.anchors) {
      draft[field.program] = programs.besides(slots.programOf(slot), word)
      postings.insert(word, key, draft, 0)
    }
  }

  /** Files all drafts at once: counted first, so that every list has just its room, then sorted. */
  fileAll(drafts: Uint32Array, keys: Uint32Array): void {
    const { anchors, index } = this
    const { slots, postings, programs, vocabulary } = index
    const isFiled = (slot: number) =>
      drafts[slot * stride] !== noId && slots.find(drafts[slot * stride]!) === slot
    let counts = new Uint32Array(vocabulary.bound)
    for (let slot = 0; slot < slots.bound; slot++) {
      if (!isFiled(slot)) continue
      this.findAnchors(slot)
      counts = withRoom(counts, vocabulary.bound)
      for (const word of anchors) counts[word]!++
    }
    postings.reserve(counts.subarray(0, vocabulary.bound))
    for (let slot = 0; slot < slots.bound; slot++) {
      if (!isFiled(slot)) continue
      this.findAnchors(slot)
      if (anchors.length > 1) drafts[slot * stride + field.meta]! |= isOneOfMany
      for (const word of anchors) {
        drafts[slot * stride + field.program] = programs.besides(slots.programOf(slot), word)
        postings.append(word, keys[slot]!, drafts, slot * stride)
      }
    }
    postings.sortAll()
    const order = programs.rearrange()
    postings.eachProgram(order.place)
    slots.eachProgram(order.place)
    order.done()
    for (let slot = 0; slot < slots.bound; slot++)
      if (isFiled(slot) && this.wantsWords(slot)) this.hope(slot, drafts, slot * stride)
    vocabulary.trim()
    slots.trim()
  }

  /**
   * Takes the rule's postings out. Which of its words were its anchors depended on how rare they were then, so all
   * that could be are looked under.
   */
  takeOut(id: number, slot: number): void {
    const { slots, circles, programs, postings, vocabulary, wishes } = this.index
    const group = slots.groupOf(slot)
    const circle = slots.circleOf(slot)
    this.index.hopes.remove(group, this.placeOf(slot), id)
    const isRound = ringOf(group) > 0
    const east = isRound ? eastOf(spotOf(circles.latOf(circle), circles.lonOf(circle))) : 0
    const first = keyOf(group, isRound ? circleOrder(east, 0) : 0)
    const last = isRound ? keyOf(group, circleOrder(east, noLimit)) : lastKeyOf(group)
    const take = (word: number) => postings.remove(word, id, first, last)
    const words: number[] = []
    const isOne = programs.possibleAnchors(slots.programOf(slot), words)
    if (words.length > 0) {
      words.sort((a, b) => vocabulary.uses[a]! - vocabulary.uses[b]!)
      if (isOne) words.some(take)
      else words.forEach(take)
      return
    }
    const query = wishes.at(slots.wishOf(slot))?.query
    for (const word of query?.groups.flat(2) ?? []) take(word)
    for (const cell of this.cellsOfSlot(slot)) {
      const word = vocabulary.find(cell)
      if (word >= 0 && take(word)) this.index.dropWord(word)
    }
  }

  /** A rule that wants words, for listings whose words are not all known yet. */
  private hope(slot: number, drafts: Uint32Array, at: number): void {
    const { hopes, slots } = this.index
    drafts[at + field.program] = slots.programOf(slot)
    hopes.add(slots.groupOf(slot), this.placeOf(slot), drafts, at)
  }

  private placeOf(slot: number): { lat: number; lon: number } | null {
    const { circles, slots } = this.index
    const circle = slots.circleOf(slot)
    return circle === 0 ? null : { lat: circles.latOf(circle), lon: circles.lonOf(circle) }
  }

  private wantsWords(slot: number): boolean {
    const { programs, slots, wishes } = this.index
    if (programs.wantsWords(slots.programOf(slot))) return true
    return (wishes.at(slots.wishOf(slot))?.query?.groups.length ?? 0) > 0
  }

  /** To `anchors`: the words of which a listing that fits the rule of this slot has one; true where they are wanted. */
  private findAnchors(slot: number): boolean {
    const { anchors } = this
    const { programs, vocabulary, slots, wishes, cells } = this.index
    anchors.length = 0
    programs.anchorsOf(slots.programOf(slot), vocabulary.uses, anchors)
    if (anchors.length > 0) return true
    const query = wishes.at(slots.wishOf(slot))?.query
    const inQuery = query && anchorsOfQuery(query, vocabulary.uses)
    if (inQuery) {
      anchors.push(...inQuery)
      return true
    }
    for (const cell of this.cellsOfSlot(slot)) {
      const word = vocabulary.learn(cell)
      if (cell !== everywhere) cells.add(word)
      anchors.push(word)
    }
    return false
  }

  private cellsOfSlot(slot: number): string[] {
    const { circles, slots } = this.index
    const circle = slots.circleOf(slot)
    if (circle === 0) return [everywhere]
    return cellsOf(circles.latOf(circle), circles.lonOf(circle), circles.radiusOf(circle))
  }
}
