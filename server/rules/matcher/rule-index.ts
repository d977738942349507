import type { Figures, MatchSubject, Rule } from '../../model/rule-schema.ts'
import { withRoom } from './arrays.ts'
import { noBudget } from './budget.ts'
import { categoryNumber } from './category-number.ts'
import { Circles, isOnEarth, reachOf, ringFor, spotOf } from './circles.ts'
import { Filing, noId } from './filing.ts'
import { Hopes } from './hopes.ts'
import { Interned } from './interned.ts'
import type { MatchedRule, Matcher, MatcherRule, MatchResult } from './matcher.ts'
import {
  anyScore,
  circleOrder,
  eastOf,
  field,
  groupOf,
  hasMore,
  isPlaced,
  keyOf,
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

const idMax = 0xfffffffe

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
  readonly hopes = new Hopes()
  /** The words that stand for square degrees. */
  readonly cells = new Set<number>()
  private readonly filing = new Filing(this)
  private readonly search = new Search(this)
  /** The posting of the rule that is being added, before it is known under which words it goes. */
  private readonly draft = new Uint32Array(stride)
  private keyOfDraft = 0
  private readonly draftFloats = new Float32Array(this.draft.buffer)

  get size(): number {
    return this.slots.size
  }

  get bytes(): number {
    const { vocabulary, programs, circles, slots, postings, hopes, search } = this
    const parts = [vocabulary, programs, circles, slots, postings, hopes, search]
    return parts.reduce((sum, { bytes }) => sum + bytes, this.profileBits.byteLength * (1 + categoryStride))
  }

  add(rule: MatchedRule): void {
    this.remove(rule.id)
    const slot = this.enter(rule)
    if (this.draft[field.id] === noId) return
    this.filing.file(slot, this.keyOfDraft, this.draft)
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
      done: () => this.filing.fileAll(drafts, keys),
    }
  }

  remove(ruleId: number): boolean {
    const slot = this.slots.find(ruleId)
    if (slot < 0) return false
    const { slots, programs, circles, profiles, wishes } = this
    const [program, circle, wish] = [slots.programOf(slot), slots.circleOf(slot), slots.wishOf(slot)]
    this.filing.takeOut(ruleId, slot)
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

  match(subject: MatchSubject, figures: Figures<MatcherRule>, budget = noBudget): MatchResult {
    return this.search.run(subject, figures, budget)
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
      return this.slots.add(rule.id, { program: noProgram, circle: 0, profile: 0, wish: 0, group: 0 })
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
    const isExpensive = (rule.priceCentsMin ?? 0) >= priceTop || (rule.priceCentsMax ?? 0) >= priceTop
    const wished = wishedOf(rule, terms.query, {
      priced: isExpensive || rule.otherCurrencies,
      round: isRound,
    })
    const wish =
      wished === null
        ? 0
        : this.wishes.take(wishKey(wished), () => makeWish(wished, (spelled) => this.learnWord(spelled)))
    const needsWish = wished !== null && asksMore(wished)
    const group = groupOf(category, isRound ? ringFor(place.radiusKm) : 0)
    draft[field.id] = rule.id
    draft[field.user] = rule.userId
    // A posting compares figures, whatever they are of.
    const [lowest, highest] = rule.otherCurrencies ? [null, null] : [rule.priceCentsMin, rule.priceCentsMax]
    draft[field.priceMax] = highest === null ? noLimit : Math.min(highest, priceTop)
    draft[field.priceMin] = Math.min(lowest ?? 0, priceTop)
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
    return this.slots.add(rule.id, { program, circle, profile, wish, group })
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

  /** If nothing uses it any more. */
  dropWord(word: number): void {
    const { vocabulary, postings } = this
    if (vocabulary.uses[word] !== 0 || postings.countOf(word) > 0) return
    vocabulary.drop(word)
    this.cells.delete(word)
  }
}
