import type { MatchSubject } from '../../model/rule-schema.ts'
import { withRoom } from './arrays.ts'
import { categoryNumber } from './category-number.ts'
import { isOnEarth, Spot } from './circles.ts'
import { hopesMax } from './hopes.ts'
import { KeyRanges } from './key-ranges.ts'
import {
  field,
  isPlaced,
  noLimit,
  priceStep,
  priceTop,
  profileMask,
  ringOfKey,
  stepMask,
  stride,
} from './posting.ts'
import { listCount, listSegment, listStart, listStride, type Segment, seek } from './postings.ts'
import {
  brokenBit,
  categoryStride,
  conditionBit,
  conditionMask,
  currencyMask,
  currencyShift,
  hasCategories,
  isComplex,
  kindBitsOf,
  kindMask,
  kindShift,
  look,
  no,
  unknown,
  yes,
} from './profiles.ts'
import { lastOfTerm, wordMask } from './programs.ts'
import type { Reading } from './reading.ts'
import type { RuleIndex } from './rule-index.ts'

/** A candidate is four 32-bit fields, copied from its posting. */
export const candidateStride = 4
export const candidate = {
  id: 0,
  user: 1,
  program: 2,
  /** What `meta` has above the profile, and below it what was found. */
  meta: 3,
} as const
/** Of what was found: the finding, and that only the exact distance tells. */
export const findingMask = 3
export const onEdge = 4

/** Finds for one listing after the other the rules whose postings do not speak against them. */
export class Scan {
  count = 0
  candidates = new Uint32Array(candidateStride * 256)
  private readonly index: RuleIndex
  private readonly text: Reading
  private readonly spot = new Spot()
  private subject: MatchSubject | null = null
  /** Words that are not there may come with the listing's own page. */
  private isUnread = false
  /** It is known where the listing is; and on Earth. */
  private isLocated = false
  isOnEarth = false
  private price = 0
  private category = 0
  private condition = 0
  private broken = 0
  private kinds = 0
  private isKindOpen = false
  private currency = 0
  private readonly ranges = new KeyRanges()
  /** By profile: this listing's round * 4 + the finding. */
  private profileFindings = new Float64Array(64)
  private round = 0

  constructor(index: RuleIndex, text: Reading) {
    this.index = index
    this.text = text
  }

  get bytes(): number {
    return this.profileFindings.byteLength + this.candidates.byteLength
  }

  /** The text has been read. */
  begin(subject: MatchSubject): void {
    const { index } = this
    this.subject = subject
    this.isUnread = subject.unread
    this.count = 0
    this.round++
    if (this.profileFindings.length < index.profiles.bound)
      this.profileFindings = new Float64Array(Math.ceil(index.profiles.bound * 1.25))
    this.price = subject.priceCents === null ? noLimit : Math.min(subject.priceCents, priceTop)
    this.condition = conditionBit(subject.condition)
    this.broken = brokenBit(subject.kind)
    this.kinds = kindBitsOf(subject)
    this.isKindOpen = subject.kindDoubt === 'open'
    // A rule with a price limit fits no listing without a price: that is in none of its currencies.
    this.currency = subject.priceCents === null ? 0 : (index.currencies.get(subject.currency) ?? 0)
    const { lat, lon } = subject
    const place = lat !== null && lon !== null ? { lat, lon } : null
    this.isLocated = place !== null
    this.isOnEarth = place !== null && isOnEarth(place)
    if (this.isOnEarth) this.spot.set(place!.lat, place!.lon)
    this.category = categoryNumber(subject.category)
    this.ranges.set(this.category, this.price, this.isOnEarth ? place : null)
  }

  /** The postings of a word that are within the ranges. */
  word(word: number, isAlone: boolean): void {
    const { segments, lists } = this.index.postings
    const own = word * listStride
    const count = word < 0 ? 0 : (lists[own + listCount] ?? 0)
    if (count === 0) return
    const segment = segments[lists[own + listSegment]!]!
    const { keys } = segment
    const { bounds } = this.ranges
    let place = lists[own + listStart]!
    const end = place + count
    for (let i = 0; i < this.ranges.count && place < end; i++) {
      const from = seek(keys, place, end, bounds[i * 2]!)
      place = seek(keys, from, end, bounds[i * 2 + 1]!)
      if (from < place) this.look(segment, from, place, isAlone)
    }
  }

  /** Rules that want words which the listing may yet get, as far as there is room for them. */
  hopes(): void {
    const { lat, lon } = this.subject!
    const place = this.isOnEarth ? { lat: lat!, lon: lon! } : null
    const before = this.count
    this.index.hopes.each(
      this.category,
      place,
      (bucket, from, end) => this.look(bucket, from, end, false),
      () => this.count - before >= hopesMax,
    )
  }

  lookAtProfile(profile: number): number {
    const kept = this.profileFindings[profile]! - this.round * 4
    if (kept >= 0) return kept
    const found = look(this.index.profiles.at(profile)!, this.subject!)
    this.profileFindings[profile] = this.round * 4 + found
    return found
  }

  /** Looks at the postings between two places of a segment. */
  private look(segment: Segment, from: number, end: number, isAlone: boolean): void {
    const { spot, isLocated, isOnEarth, price, category, condition, broken, currency, kinds, isKindOpen } =
      this
    const { profileBits, profileCategories } = this.index
    const { arena, floats, keys } = segment
    const { alone } = this.text
    let to = this.count * candidateStride
    this.candidates = withRoom(this.candidates, to + (end - from) * candidateStride)
    const { candidates } = this
    const leastStep = ringOfKey(keys[from]!) > 0 ? priceStep(price) : 0
    for (let place = from; place < end; place++) {
      if ((keys[place]! & stepMask) < leastStep) continue
      const at = place * stride
      if (arena[at + field.priceMax]! < price) continue
      if (arena[at + field.priceMin]! > price) continue
      const meta = arena[at + field.meta]!
      let finding: number = yes
      const profile = meta & profileMask
      const bits = profileBits[profile]!
      if ((bits & isComplex) !== 0) {
        finding = this.lookAtProfile(profile)
        if (finding === no) continue
      } else {
        if ((bits & hasCategories) !== 0) {
          const chosen = profileCategories[profile * categoryStride + (category >>> 5)]!
          if ((chosen & (1 << (category & 31))) === 0) continue
        }
        const paidIn = (bits >>> currencyShift) & currencyMask
        if (paidIn !== 0 && paidIn !== currency) continue
        if ((bits & conditionMask) !== 0 && (bits & broken) === 0) {
          if (condition === 0) finding = unknown
          else if ((bits & condition) === 0) continue
        }
        const wanted = (bits >>> kindShift) & kindMask
        if (wanted !== 0) {
          if ((wanted & kinds) === 0) continue
          if (isKindOpen) finding = unknown
        }
      }
      const program = arena[at + field.program]!
      if (program >= lastOfTerm) {
        const word = program & wordMask
        if (!isAlone || (alone[word >>> 5]! & (1 << (word & 31))) === 0) {
          if (!this.isUnread) continue
          finding = unknown
        }
      }
      if ((meta & isPlaced) !== 0) {
        if (!isLocated) finding = unknown
        else if (isOnEarth) {
          const inside = spot.look(arena[at + field.spot]!, floats[at + field.reach]!)
          if (inside < 0) continue
          if (inside === 0) finding |= onEdge
        } else finding |= onEdge
      }
      candidates[to + candidate.id] = arena[at + field.id]!
      candidates[to + candidate.user] = arena[at + field.user]!
      candidates[to + candidate.program] = program
      candidates[to + candidate.meta] = (meta & ~profileMask) | finding
      to += candidateStride
    }
    this.count = to / candidateStride
  }
}
