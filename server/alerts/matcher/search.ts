import type { Figures, MatchSubject } from '../schema.ts'
import { categoryNumber } from './category-number.ts'
import { cellAt, everywhere } from './cells.ts'
import { isOnEarth, Spot } from './circles.ts'
import type { MatcherRule, MatchResult } from './matcher.ts'
import {
  categoryShift,
  field,
  hasWish,
  isOneOfMany,
  isPlaced,
  isSingle,
  noLimit,
  priceTop,
  profileMask,
  stride,
} from './postings.ts'
import { type Finding, look, no, unknown, yes } from './profiles.ts'
import { Reading } from './reading.ts'
import type { RuleIndex } from './rule-index.ts'
import { RuleView } from './rule-view.ts'
import { Seen } from './seen.ts'
import { figuresFit, lookAtWish } from './wishes.ts'

/** Looks rules up for one listing after the other, with memory that is used again. */
export class Search implements MatchResult {
  length = 0
  ruleIds = new Uint32Array(256)
  userIds = new Uint32Array(256)
  verdicts = new Uint8Array(256)
  readonly text = new Reading()
  subject: MatchSubject | null = null
  private slotsFound = new Uint32Array(256)
  private readonly index: RuleIndex
  private readonly seen = new Seen()
  private readonly spot = new Spot()
  /** It is known where the listing is; and on Earth. */
  private isLocated = false
  private isNear = false
  /** By profile: this listing's round * 4 + the finding. */
  private profileFindings = new Float64Array(64)
  private round = 0
  private figures: Figures<MatcherRule> | null = null
  private readonly view: RuleView

  constructor(index: RuleIndex) {
    this.index = index
    this.view = new RuleView(index, this)
  }

  get bytes(): number {
    return this.text.bytes + this.seen.bytes + this.profileFindings.byteLength + this.ruleIds.byteLength * 3
  }

  rule(at: number): MatcherRule {
    this.view.slot = this.slotsFound[at]!
    return this.view
  }

  run(subject: MatchSubject, figures: Figures<MatcherRule>): MatchResult {
    const { index, text } = this
    this.subject = subject
    this.figures = figures
    this.length = 0
    this.round++
    this.seen.clear()
    if (this.profileFindings.length < index.profiles.bound)
      this.profileFindings = new Float64Array(Math.ceil(index.profiles.bound * 1.25))
    text.read(subject, index.vocabulary)
    const { lat, lon } = subject
    this.isLocated = lat !== null && lon !== null
    this.isNear = lat !== null && lon !== null && isOnEarth({ lat, lon })
    if (this.isNear) this.spot.set(lat!, lon!)

    const price = subject.priceCents === null ? noLimit : Math.min(subject.priceCents, priceTop)
    const category = categoryNumber(subject.category)
    for (let i = 0; i < text.presentCount; i++) {
      const word = text.present[i]!
      this.scanWord(word, category, price, text.hasAlone(word))
    }
    const { vocabulary } = index
    this.scanWord(vocabulary.find(everywhere), category, price, true)
    // Where it is not known where the listing is, rules with a place may fit wherever they are.
    if (this.isNear) this.scanWord(vocabulary.find(cellAt(lat!, lon!)), category, price, true)
    else for (const cell of index.cells) this.scanWord(cell, category, price, true)
    return this
  }

  private scanWord(word: number, category: number, price: number, isAlone: boolean): void {
    const { postings } = this.index
    const length = word < 0 ? 0 : postings.countOf(word)
    if (length === 0) return
    const end = postings.startOf(word) + length
    this.scan(postings.startOf(word), end, 0, price, isAlone)
    if (category === 0) return
    this.scan(postings.lowerBound(word, category, noLimit), end, category, price, isAlone)
  }

  /** The postings of a category from there on, as far as their price limit is high enough. */
  private scan(start: number, end: number, category: number, price: number, isAlone: boolean): void {
    const { arena, floats } = this.index.postings
    const { spot, isLocated, isNear, profileFindings } = this
    const round = this.round * 4
    for (let at = start * stride; at < end * stride; at += stride) {
      const meta = arena[at + field.meta]!
      if (meta >>> categoryShift !== category || arena[at + field.priceMax]! < price) return
      if (arena[at + field.priceMin]! > price) continue
      if ((meta & isSingle) !== 0 && !isAlone) continue
      let finding: Finding = yes
      let isOnEdge = false
      if ((meta & isPlaced) !== 0) {
        if (!isLocated) finding = unknown
        else if (isNear) {
          const inside = spot.look(arena[at + field.spot]!, floats[at + field.reach]!)
          if (inside < 0) continue
          isOnEdge = inside === 0
        } else isOnEdge = true
      }
      const profile = meta & profileMask
      if (profile !== 0) {
        const kept = profileFindings[profile]! - round
        const found = kept >= 0 ? kept : this.lookAtProfile(profile)
        if (found === no) continue
        if (found < finding) finding = unknown
      }
      this.settle(arena[at]!, meta, finding, isOnEdge)
    }
  }

  private lookAtProfile(profile: number): number {
    // A posting of a removed rule may be the last to speak of a profile.
    const known = this.index.profiles.at(profile)
    const found = known === undefined ? no : look(known, this.subject!)
    this.profileFindings[profile] = this.round * 4 + found
    return found
  }

  /** The costly rest, for a rule whose posting does not speak against it. */
  private settle(slot: number, meta: number, before: Finding, isOnEdge: boolean): void {
    const { slots, programs, circles, wishes } = this.index
    const subject = this.subject!
    if (slots.isDead(slot)) return
    if ((meta & isOneOfMany) !== 0 && !this.seen.add(slot)) return
    if ((meta & isSingle) === 0 && !programs.fits(slots.programOf(slot), this.text)) return
    if (isOnEdge && !circles.holds(slots.circleOf(slot), subject.lat!, subject.lon!)) return
    let finding = before
    if ((meta & hasWish) !== 0) {
      const wish = wishes.at(slots.wishOf(slot))!
      const found = lookAtWish(wish, subject, this.text)
      if (found === no) return
      if (found === unknown) finding = unknown
      if (finding === yes) {
        this.view.slot = slot
        if (!figuresFit(wish, this.view, subject, this.figures!)) return
      }
    }
    this.emit(slot, finding)
  }

  private emit(slot: number, finding: Finding): void {
    const at = this.length
    if (at === this.ruleIds.length) this.growResult()
    this.slotsFound[at] = slot
    this.ruleIds[at] = this.index.slots.idOf(slot)
    this.userIds[at] = this.index.slots.userOf(slot)
    this.verdicts[at] = finding === yes ? 1 : 2
    this.length = at + 1
  }

  private growResult(): void {
    const grown = (array: Uint32Array<ArrayBuffer>) => {
      const more = new Uint32Array(array.length * 2)
      more.set(array)
      return more
    }
    this.ruleIds = grown(this.ruleIds)
    this.userIds = grown(this.userIds)
    this.slotsFound = grown(this.slotsFound)
    const verdicts = new Uint8Array(this.verdicts.length * 2)
    verdicts.set(this.verdicts)
    this.verdicts = verdicts
  }
}
