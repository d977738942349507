import type { Figures, MatchSubject } from '../schema.ts'
import { withRoom } from './arrays.ts'
import { categoryNumber } from './category-number.ts'
import { cellAt, everywhere } from './cells.ts'
import { eastSteps, isOnEarth, ringKm, Spot, spotOf } from './circles.ts'
import type { MatcherRule, MatchResult } from './matcher.ts'
import {
  anyScore,
  eastOf,
  field,
  groupOf,
  hasMore,
  isOneOfMany,
  isPlaced,
  keyOf,
  noLimit,
  priceOrder,
  priceTop,
  profileMask,
  scoreMask,
  scoreShift,
  stride,
} from './postings.ts'
import { conditionBit, conditionMask, currencyShift, isComplex, look, no, unknown, yes } from './profiles.ts'
import { isWord } from './programs.ts'
import { Reading } from './reading.ts'
import type { RuleIndex } from './rule-index.ts'
import { RuleView } from './rule-view.ts'
import { Seen } from './seen.ts'
import { figuresFit, lookAtWish } from './wishes.ts'

/** Of a rule to be looked at closer: its circle decides, and only the exact distance tells. */
const onEdge = 4
const eastEnd = 0xffff

/** Looks rules up for one listing after the other, with memory that is used again. */
export class Search implements MatchResult {
  length = 0
  ruleIds = new Uint32Array(256)
  userIds = new Uint32Array(256)
  verdicts = new Uint8Array(256)
  readonly text = new Reading()
  subject: MatchSubject | null = null
  private readonly index: RuleIndex
  private readonly seen = new Seen()
  private readonly spot = new Spot()
  private readonly view: RuleView
  /** It is known where the listing is; and on Earth. */
  private isLocated = false
  private isOnEarth = false
  /** The longitudes of circles around, from and to; two ranges where they reach over the date line. */
  private readonly easts = new Uint32Array(3 * 2 * ringKm.length)
  private eastCount = 0
  private category = 0
  private price = 0
  private condition = 0
  private currency = 0
  /** By profile: this listing's round * 4 + the finding. */
  private profileFindings = new Float64Array(64)
  private round = 0
  /** Rules whose posting does not speak against them, pairs: where that is, finding and `onEdge`. */
  private candidates = new Uint32Array(2 * 256)
  /** The first word of each one's program. */
  private heads = new Uint32Array(256)
  private candidateCount = 0

  constructor(index: RuleIndex) {
    this.index = index
    this.view = new RuleView(index, this)
  }

  get bytes(): number {
    const { text, seen, profileFindings, ruleIds, candidates } = this
    const found = ruleIds.byteLength * 3 + this.verdicts.byteLength
    return text.bytes + seen.bytes + profileFindings.byteLength + candidates.byteLength * 1.5 + found
  }

  rule(at: number): MatcherRule {
    return this.view.set(this.ruleIds[at]!, this.userIds[at]!)
  }

  run(subject: MatchSubject, figures: Figures<MatcherRule>): MatchResult {
    this.begin(subject)
    const { text } = this
    const { vocabulary, cells } = this.index
    for (let i = 0; i < text.presentCount; i++) {
      const word = text.present[i]!
      this.scanWord(word, text.hasAlone(word))
    }
    this.scanWord(vocabulary.find(everywhere), true)
    // Where it is not known where the listing is, rules with a place may fit wherever they are.
    if (this.isOnEarth) this.scanWord(vocabulary.find(cellAt(subject.lat!, subject.lon!)), true)
    else for (const cell of cells) this.scanWord(cell, true)
    this.settleAll(figures)
    return this
  }

  private begin(subject: MatchSubject): void {
    const { index, text } = this
    this.subject = subject
    this.length = 0
    this.candidateCount = 0
    this.round++
    this.seen.clear()
    if (this.profileFindings.length < index.profiles.bound)
      this.profileFindings = new Float64Array(Math.ceil(index.profiles.bound * 1.25))
    text.read(subject, index.vocabulary)
    this.price = subject.priceCents === null ? noLimit : Math.min(subject.priceCents, priceTop)
    this.category = categoryNumber(subject.category)
    this.condition = conditionBit(subject.condition)
    // A rule with a price limit fits no listing without a price: that is in none of its currencies.
    this.currency = subject.priceCents === null ? 0 : (index.currencies.get(subject.currency) ?? 0)
    const { lat, lon } = subject
    this.isLocated = lat !== null && lon !== null
    this.isOnEarth = lat !== null && lon !== null && isOnEarth({ lat, lon })
    this.eastCount = 0
    if (this.isOnEarth) this.spot.set(lat!, lon!)
    for (let ring = 1; ring <= ringKm.length; ring++)
      if (this.isOnEarth) this.lookAround(ring, eastOf(spotOf(lat!, lon!)), eastSteps(ring, lat!))
      else this.lookFrom(ring, 0, eastEnd)
  }

  private lookAround(ring: number, east: number, steps: number): void {
    const [from, to] = [east - steps, east + steps]
    if (to - from >= eastEnd) {
      this.lookFrom(ring, 0, eastEnd)
      return
    }
    this.lookFrom(ring, Math.max(0, from), Math.min(eastEnd, to))
    if (from < 0) this.lookFrom(ring, eastEnd + from, eastEnd)
    if (to > eastEnd) this.lookFrom(ring, 0, to - eastEnd)
  }

  private lookFrom(ring: number, east: number, to: number): void {
    this.easts.set([ring, east, to], this.eastCount * 3)
    this.eastCount++
  }

  private scanWord(word: number, isAlone: boolean): void {
    const { postings } = this.index
    const count = word < 0 ? 0 : postings.countOf(word)
    if (count === 0) return
    const cheapest = priceOrder(this.price)
    for (let category = 0; category <= this.category; category += this.category || 1) {
      const wide = groupOf(category, 0)
      this.scan(word, keyOf(wide, 0), keyOf(wide, cheapest), isAlone)
      for (let i = 0; i < this.eastCount; i++) {
        const near = groupOf(category, this.easts[i * 3]!)
        this.scan(word, keyOf(near, this.easts[i * 3 + 1]!), keyOf(near, this.easts[i * 3 + 2]!), isAlone)
      }
    }
  }

  /** The postings of a word within a range of keys: those that may fit by their price limits or their longitude. */
  private scan(word: number, fromKey: number, toKey: number, isAlone: boolean): void {
    const { index, spot, isLocated, isOnEarth, price, profileFindings, condition, currency } = this
    const { profileBits, postings } = index
    const { arena, floats, keys } = postings
    const end = postings.startOf(word) + postings.countOf(word)
    const round = this.round * 4
    for (let place = postings.lowerBound(word, fromKey); place < end && keys[place]! <= toKey; place++) {
      const at = place * stride
      const meta = arena[at + field.meta]!
      if (arena[at + field.priceMax]! < price) continue
      if (arena[at + field.priceMin]! > price) continue
      if (!isAlone && isWord(arena[at + field.program]!)) continue
      let finding: number = yes
      let edge = 0
      if ((meta & isPlaced) !== 0) {
        if (!isLocated) finding = unknown
        else if (isOnEarth) {
          const inside = spot.look(arena[at + field.spot]!, floats[at + field.reach]!)
          if (inside < 0) continue
          if (inside === 0) edge = onEdge
        } else edge = onEdge
      }
      const profile = meta & profileMask
      if (profile !== 0) {
        const bits = profileBits[profile]!
        if (bits >= isComplex) {
          const kept = profileFindings[profile]! - round
          const found = kept >= 0 ? kept : this.lookAtProfile(profile)
          if (found === no) continue
          if (found < finding) finding = unknown
        } else {
          if (bits >>> currencyShift !== 0 && bits >>> currencyShift !== currency) continue
          if ((bits & conditionMask) !== 0) {
            if (condition === 0) finding = unknown
            else if ((bits & condition) === 0) continue
          }
        }
      }
      this.keep(at, finding | edge)
    }
  }

  private keep(posting: number, finding: number): void {
    const at = this.candidateCount * 2
    this.candidateCount++
    if (at + 2 > this.candidates.length) this.candidates = withRoom(this.candidates, at * 2)
    this.candidates[at] = posting
    this.candidates[at + 1] = finding
  }

  private lookAtProfile(profile: number): number {
    const found = look(this.index.profiles.at(profile)!, this.subject!)
    this.profileFindings[profile] = this.round * 4 + found
    return found
  }

  /** The costly rest, for rules whose posting does not speak against them. */
  private settleAll(figures: Figures<MatcherRule>): void {
    const { candidates, candidateCount, index } = this
    const { arena } = index.postings
    const { pool } = index.programs
    this.heads = withRoom(this.heads, candidateCount)
    const { heads } = this
    // Far-apart memory is read all together: one after the other each would be waited for.
    for (let i = 0; i < candidateCount; i++) {
      const program = arena[candidates[i * 2]! + field.program]!
      if (!isWord(program)) heads[i] = pool[program]!
    }
    for (let i = 0; i < candidateCount; i++)
      this.settle(arena, candidates[i * 2]!, candidates[i * 2 + 1]!, figures)
  }

  private settle(arena: Uint32Array, at: number, before: number, figures: Figures<MatcherRule>): void {
    const meta = arena[at + field.meta]!
    const id = arena[at]!
    const user = arena[at + field.user]!
    const program = arena[at + field.program]!
    // That its word stands alone was looked at in the scan.
    if (!isWord(program) && !this.index.programs.fits(program, this.text)) return
    if ((meta & isOneOfMany) !== 0 && !this.seen.add(id)) return
    let finding = before & ~onEdge
    if ((before & onEdge) !== 0 || (meta & hasMore) !== 0) {
      finding = Math.min(finding, this.lookCloser(id, (before & onEdge) !== 0, (meta & hasMore) !== 0))
      if (finding === no) return
    }
    if (finding === yes) {
      const scoreMin = (meta >>> scoreShift) & scoreMask
      if (scoreMin !== anyScore && figures.score(this.view.set(id, user)) < scoreMin) return
      if ((meta & hasMore) !== 0 && !this.figuresFit(id, user, figures)) return
    }
    this.emit(id, user, finding)
  }

  /** By the exact distance, and by what the posting has no room for. */
  private lookCloser(id: number, isOnEdge: boolean, asksMore: boolean): number {
    const { slots, circles, wishes } = this.index
    const subject = this.subject!
    const slot = slots.find(id)
    if (isOnEdge && !circles.holds(slots.circleOf(slot), subject.lat!, subject.lon!)) return no
    if (!asksMore) return yes
    const profile = slots.profileOf(slot)
    const finding = profile > profileMask ? this.lookAtProfile(profile) : yes
    const wish = wishes.at(slots.wishOf(slot))
    return wish === undefined ? finding : Math.min(finding, lookAtWish(wish, subject, this.text))
  }

  private figuresFit(id: number, user: number, figures: Figures<MatcherRule>): boolean {
    const { slots, wishes } = this.index
    const wish = wishes.at(slots.wishOf(slots.find(id)))
    return wish === undefined || figuresFit(wish, this.view.set(id, user), this.subject!, figures)
  }

  private emit(id: number, user: number, finding: number): void {
    const at = this.length
    if (at === this.ruleIds.length) this.growResult()
    this.ruleIds[at] = id
    this.userIds[at] = user
    this.verdicts[at] = finding === yes ? 1 : 2
    this.length = at + 1
  }

  private growResult(): void {
    const size = this.ruleIds.length * 2
    this.ruleIds = withRoom(this.ruleIds, size)
    this.userIds = withRoom(this.userIds, size)
    const verdicts = new Uint8Array(this.ruleIds.length)
    verdicts.set(this.verdicts)
    this.verdicts = verdicts
  }
}
