import type { Figures, MatchSubject, Rule } from '../schema.ts'
import { withRoom } from './arrays.ts'
import { categoryNumber } from './category-number.ts'
import { cellsOf, everywhere } from './cells.ts'
import { Circles, isOnEarth, reachOf, ringFor, spotOf } from './circles.ts'
import { Interned } from './interned.ts'
import type { MatchedRule, Matcher, MatcherRule, MatchResult } from './matcher.ts'
import {
  anyScore,
  circleOrder,
  eastOf,
  field,
  groupOf,
  hasMore,
  isOneOfMany,
  isPlaced,
  keyOf,
  lastKeyOf,
  noLimit,
  priceOrder,
  priceTop,
  profileMask,
  ringOf,
  scoreShift,
  stride,
} from './posting.ts'
import { Postings } from './postings.ts'
import {
  categoryStride,
  type Profile,
  profileBits,
  profileKey,
  profileOf,
  writeCategoryBits,
} from './profiles.ts'
import { noProgram, Programs } from './programs.ts'
import { readTerms } from './rule-terms.ts'
import { Search } from './search.ts'
import { Slots } from './slots.ts'
import { Vocabulary } from './vocabulary.ts'
import { asksMore, makeWish, type Wish, wishedOf, wishKey } from './wishes.ts'
import { anchorsOfQuery } from './word-query.ts'

const idMax = 0xfffffffe
/** In a draft: of a rule that nothing fits. */
const noId = 0xffffffff

/** The rules in compiled form: what `Search` looks through. */
export class RuleIndex implements Matcher {
  readonly vocabulary = new Vocabulary()
  readonly programs = new Programs()
  readonly circles = new Circles()
  readonly profiles = new Interned<Profile>()
  /** By profile: `profileBits`. */
  profileBits = new Uint32Array(64)
  /** By profile: see `writeCategoryBits`. */
  profileCategories = new Uint32Array(64 * categoryStride)
  /** Numbers of currencies, from 1. */
  readonly currencies = new Map<string, number>()
  readonly wishes = new Interned<Wish>()
  readonly slots = new Slots()
  readonly postings = new Postings()
  /** The words that stand for square degrees. */
  readonly cells = new Set<number>()
  private readonly search = new Search(this)
  /** The posting of the rule that is being added, before it is known under which words it goes. */
  private readonly draft = new Uint32Array(stride)
  private keyOfDraft = 0
  private readonly draftFloats = new Float32Array(this.draft.buffer)
  private readonly anchors: number[] = []

  get size(): number {
    return this.slots.size
  }

  get bytes(): number {
    const { vocabulary, programs, circles, slots, postings, search } = this
    const parts = [vocabulary, programs, circles, slots, postings, search]
    return parts.reduce((sum, { bytes }) => sum + bytes, this.profileBits.byteLength * (1 + categoryStride))
  }

  add(rule: MatchedRule): void {
    this.remove(rule.id)
    const slot = this.enter(rule)
    if (this.draft[field.id] === noId) return
    this.findAnchors(slot)
    this.draft[field.meta]! |= this.anchors.length > 1 ? isOneOfMany : 0
    const program = this.slots.programOf(slot)
    for (const word of this.anchors) {
      this.draft[field.program] = this.programs.besides(program, word)
      this.postings.insert(word, this.keyOfDraft, this.draft, 0)
    }
  }

  addAll(rules: Iterable<MatchedRule>): void {
    if (this.slots.bound > 0) {
      for (const rule of rules) this.add(rule)
      return
    }
    const load = this.load()
    for (const rule of rules) load.take(rule)
    load.done()
  }

  load(): { take(rule: MatchedRule): void; done(): void } {
    if (this.slots.bound > 0) throw new Error('only an empty matcher is loaded')
    let drafts = new Uint32Array(0)
    let keys = new Uint32Array(0)
    return {
      take: (rule) => {
        this.remove(rule.id)
        const slot = this.enter(rule)
        drafts = withRoom(drafts, (slot + 1) * stride)
        drafts.set(this.draft, slot * stride)
        keys = withRoom(keys, slot + 1)
        keys[slot] = this.keyOfDraft
      },
      // Which word is the rarest is known once all are read.
      done: () => this.file(drafts, keys),
    }
  }

  remove(ruleId: number): boolean {
    const slot = this.slots.find(ruleId)
    if (slot < 0) return false
    const { slots, programs, circles, profiles, wishes } = this
    const [program, circle, wish] = [slots.programOf(slot), slots.circleOf(slot), slots.wishOf(slot)]
    this.unfile(ruleId, slot)
    const words: number[] = []
    programs.eachWord(program, (word) => words.push(word))
    programs.give(program)
    circles.give(circle)
    profiles.give(slots.profileOf(slot))
    words.push(...(wishes.give(wish)?.words ?? []))
    slots.remove(slot)
    for (const word of words) this.forgetWord(word)
    return true
  }

  asks(holds: (wish: Pick<Rule, 'weights' | 'profitCentsMin'>) => boolean): boolean {
    for (const wish of this.wishes.values()) if (holds(wish)) return true
    return false
  }

  match(subject: MatchSubject, figures: Figures<MatcherRule>): MatchResult {
    return this.search.run(subject, figures)
  }

  /** Gives the rule a slot and writes its posting to `draft`; `noId` there for a rule that nothing fits. */
  private enter(rule: MatchedRule): number {
    if (rule.id > idMax || rule.userId > idMax || rule.id < 0)
      throw new RangeError(`rule ${rule.id} of person ${rule.userId}: the matcher takes ids up to ${idMax}`)
    const { draft } = this
    draft.fill(0)
    const terms = rule.enabled ? readTerms(rule) : null
    if (terms === null) {
      draft[field.id] = noId
      return this.slots.add(rule.id, noProgram, 0, 0, 0, 0)
    }
    const program = this.programs.take({
      all: this.learn(terms.all),
      any: this.learn(terms.any),
      none: this.learn(terms.none),
    })
    const [place, ...otherPlaces] = rule.places
    const isRound = place !== undefined && otherPlaces.length === 0 && isOnEarth(place)
    const circle = isRound ? this.circles.take(place.lat, place.lon, place.radiusKm) : 0
    const category = rule.categories.length === 1 ? categoryNumber(rule.categories[0]!) : 0
    const profile = this.takeProfile(rule, category)
    const isDear = (rule.priceCentsMin ?? 0) >= priceTop || (rule.priceCentsMax ?? 0) >= priceTop
    const wished = wishedOf(rule, terms.query, { dear: isDear, round: isRound })
    const wish =
      wished === null
        ? 0
        : this.wishes.take(wishKey(wished), () => makeWish(wished, (spelled) => this.learnWord(spelled)))
    const needsWish = wished !== null && asksMore(wished)
    const group = groupOf(category, isRound ? ringFor(place.radiusKm) : 0)
    draft[field.id] = rule.id
    draft[field.user] = rule.userId
    draft[field.priceMax] = rule.priceCentsMax === null ? noLimit : Math.min(rule.priceCentsMax, priceTop)
    draft[field.priceMin] = Math.min(rule.priceCentsMin ?? 0, priceTop)
    if (isRound) {
      draft[field.spot] = spotOf(place.lat, place.lon)
      this.draftFloats[field.reach] = reachOf(place.radiusKm)
    }
    this.keyOfDraft = keyOf(
      group,
      ringOf(group) > 0
        ? circleOrder(eastOf(draft[field.spot]!), draft[field.priceMax]!)
        : priceOrder(draft[field.priceMax]!),
    )
    draft[field.meta] =
      (isRound ? isPlaced : 0) |
      (needsWish || profile > profileMask ? hasMore : 0) |
      ((needsWish ? anyScore : (rule.scoreMin ?? anyScore)) << scoreShift) |
      (profile > profileMask ? 0 : profile)
    return this.slots.add(rule.id, program, circle, profile, wish, group)
  }

  private takeProfile(rule: MatchedRule, category: number): number {
    const profile = profileOf(rule, category === 0 ? rule.categories : [])
    const key = profileKey(profile)
    const id = key === '' ? 0 : this.profiles.take(key, () => profile)
    this.profileBits = withRoom(this.profileBits, id + 1)
    this.profileCategories = withRoom(this.profileCategories, (id + 1) * categoryStride)
    if (id !== 0) {
      this.profileBits[id] = profileBits(profile, (currency) => this.currencyNumber(currency))
      writeCategoryBits(profile, this.profileCategories, id * categoryStride)
    }
    return id
  }

  private currencyNumber(currency: string): number {
    const number = this.currencies.get(currency) ?? this.currencies.size + 1
    this.currencies.set(currency, number)
    return number
  }

  private learn(terms: readonly (readonly string[])[]): number[][] {
    return terms.map((term) => term.map((spelled) => this.learnWord(spelled)))
  }

  private learnWord(spelled: string): number {
    const word = this.vocabulary.learn(spelled)
    this.vocabulary.uses[word]!++
    return word
  }

  private forgetWord(word: number): void {
    const { vocabulary } = this
    vocabulary.uses[word]!--
    this.dropWord(word)
  }

  private dropWord(word: number): void {
    const { vocabulary, postings } = this
    if (vocabulary.uses[word] !== 0 || postings.countOf(word) > 0) return
    vocabulary.drop(word)
    this.cells.delete(word)
  }

  /** To `anchors`: the words of which a listing that fits the rule of this slot has one. */
  private findAnchors(slot: number): void {
    const { anchors, programs, vocabulary, slots } = this
    anchors.length = 0
    programs.anchorsOf(slots.programOf(slot), vocabulary.uses, anchors)
    if (anchors.length > 0) return
    const query = this.wishes.at(slots.wishOf(slot))?.query
    const inQuery = query && anchorsOfQuery(query, vocabulary.uses)
    if (inQuery) {
      anchors.push(...inQuery)
      return
    }
    for (const cell of this.cellsOfSlot(slot)) {
      const word = vocabulary.learn(cell)
      if (cell !== everywhere) this.cells.add(word)
      anchors.push(word)
    }
  }

  private cellsOfSlot(slot: number): string[] {
    const { circles } = this
    const circle = this.slots.circleOf(slot)
    if (circle === 0) return [everywhere]
    return cellsOf(circles.latOf(circle), circles.lonOf(circle), circles.radiusOf(circle))
  }

  /**
   * Takes the rule's postings out. Which of its words were its anchors depended on how rare they were then, so all
   * that could be are looked under.
   */
  private unfile(id: number, slot: number): void {
    const { slots, circles, programs, postings, vocabulary } = this
    const group = slots.groupOf(slot)
    const circle = slots.circleOf(slot)
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
    const query = this.wishes.at(slots.wishOf(slot))?.query
    for (const word of query?.groups.flat(2) ?? []) take(word)
    for (const cell of this.cellsOfSlot(slot)) {
      const word = vocabulary.find(cell)
      if (word >= 0 && take(word)) this.dropWord(word)
    }
  }

  /** Files all drafts at once: counted first, so that every list has just its room, then sorted. */
  private file(drafts: Uint32Array, keys: Uint32Array): void {
    const { slots, postings, anchors } = this
    const isFiled = (slot: number) =>
      drafts[slot * stride] !== noId && slots.find(drafts[slot * stride]!) === slot
    let counts = new Uint32Array(this.vocabulary.bound)
    for (let slot = 0; slot < slots.bound; slot++) {
      if (!isFiled(slot)) continue
      this.findAnchors(slot)
      counts = withRoom(counts, this.vocabulary.bound)
      for (const word of anchors) counts[word]!++
    }
    postings.reserve(counts.subarray(0, this.vocabulary.bound))
    for (let slot = 0; slot < slots.bound; slot++) {
      if (!isFiled(slot)) continue
      this.findAnchors(slot)
      if (anchors.length > 1) drafts[slot * stride + field.meta]! |= isOneOfMany
      for (const word of anchors) {
        drafts[slot * stride + field.program] = this.programs.besides(slots.programOf(slot), word)
        postings.append(word, keys[slot]!, drafts, slot * stride)
      }
    }
    postings.sortAll()
    for (const part of [this.vocabulary, this.programs, slots]) part.trim()
  }
}
