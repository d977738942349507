import type { Figures, MatchSubject } from '../../model/rule-schema.ts'
import { expensiveCost, regexText, testRegex } from '../query/query-regex.ts'
import type { RegexTest } from '../query/regex-answers.ts'
import { withRoom } from './arrays.ts'
import { type MatchBudget, noBudget } from './budget.ts'
import { cellAt, everywhere } from './cells.ts'
import { type MatcherRule, type MatchResult, verdict } from './matcher.ts'
import { anyScore, hasMore, isOneOfMany, profileMask, scoreMask, scoreShift } from './posting.ts'
import { no, yes } from './profiles.ts'
import { isWord } from './programs.ts'
import { Reading } from './reading.ts'
import type { RuleIndex } from './rule-index.ts'
import { RuleView } from './rule-view.ts'
import { candidate, candidateStride, findingMask, onEdge, Scan } from './scan.ts'
import { Seen } from './seen.ts'
import { figuresFit, lookAtWish } from './wishes.ts'
import { queryCost, queryFits, type WordQuery, wordQueryChance } from './word-query.ts'

/** In place of a finding. */
const putOff = 3
/** Looks at fewer places are not worth counting; one takes about so long. */
const lookedMin = 1_000
const lookMs = 5e-6

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
  private readonly scan: Scan
  private readonly view: RuleView
  private budget: MatchBudget = noBudget
  private isUnread = false
  /** What is settled was found without its words. */
  private isHope = false
  /** What regular expressions read; null until one asks. */
  private written: string | null = null
  /** The first word of each one's program. */
  private heads = new Uint32Array(256)

  constructor(index: RuleIndex) {
    this.index = index
    this.scan = new Scan(index, this.text)
    this.view = new RuleView(index, this)
  }

  get bytes(): number {
    const { text, seen, scan, heads, ruleIds } = this
    const found = ruleIds.byteLength * 2 + this.verdicts.byteLength
    return text.bytes + seen.bytes + scan.bytes + heads.byteLength + found
  }

  rule(at: number): MatcherRule {
    return this.view.set(this.ruleIds[at]!, this.userIds[at]!)
  }

  run(subject: MatchSubject, figures: Figures<MatcherRule>, budget: MatchBudget): MatchResult {
    const { text, scan, index } = this
    this.budget = budget
    this.written = null
    budget.begin()
    this.subject = subject
    this.isUnread = subject.unread
    this.length = 0
    this.seen.clear()
    text.read(subject, index.vocabulary)
    scan.begin(subject)
    for (let i = 0; i < text.presentCount; i++) {
      const word = text.present[i]!
      scan.word(word, text.hasAlone(word))
    }
    scan.word(index.vocabulary.find(everywhere), true)
    // Where it is not known where the listing is, rules with a place may fit wherever they are.
    if (scan.isOnEarth) scan.word(index.vocabulary.find(cellAt(subject.lat!, subject.lon!)), true)
    else for (const cell of index.cells) scan.word(cell, true)
    const certain = scan.count
    if (subject.unread) scan.hopes()
    this.settleAll(figures, certain)
    return this
  }

  /** The costly rest, for rules whose posting does not speak against them. */
  private settleAll(figures: Figures<MatcherRule>, certain: number): void {
    const { candidates, count } = this.scan
    const { pool } = this.index.programs
    this.heads = withRoom(this.heads, count)
    const { heads } = this
    // Far-apart memory is read all together: one after the other each would be waited for.
    for (let i = 0; i < count; i++) {
      const program = candidates[i * candidateStride + candidate.program]!
      if (!isWord(program)) heads[i] = pool[program]!
    }
    this.isHope = false
    for (let i = 0; i < certain; i++) this.settle(candidates, i * candidateStride, figures)
    this.isHope = true
    for (let i = certain; i < count; i++) this.settle(candidates, i * candidateStride, figures)
  }

  private settle(candidates: Uint32Array, at: number, figures: Figures<MatcherRule>): void {
    const id = candidates[at + candidate.id]!
    const user = candidates[at + candidate.user]!
    const program = candidates[at + candidate.program]!
    const meta = candidates[at + candidate.meta]!
    // A word instead of a program was looked at in the scan.
    const isPlain = isWord(program) && (meta & hasMore) === 0
    const isPutOff = !isPlain && this.budget.isUsedUp(user)
    let finding = meta & findingMask
    if (!isPutOff && !isWord(program)) {
      const words = this.words(program, user)
      if (words === no) return
      if (words < finding) finding = words
    }
    if (((meta & isOneOfMany) !== 0 || this.isUnread) && !this.seen.add(id)) return
    if (isPutOff) finding = putOff
    else if ((meta & (onEdge | hasMore)) !== 0) {
      const closer = this.lookCloser(id, user, (meta & onEdge) !== 0, (meta & hasMore) !== 0)
      if (closer === no) return
      finding = closer === putOff ? putOff : Math.min(finding, closer)
    }
    if (finding === yes) {
      const scoreMin = (meta >>> scoreShift) & scoreMask
      if (scoreMin !== anyScore && figures.score(this.view.set(id, user)) < scoreMin) return
      if ((meta & hasMore) !== 0 && !this.figuresFit(id, user, figures)) return
    }
    this.emit(id, user, finding)
  }

  private words(program: number, user: number): number {
    const { text } = this
    const { programs } = this.index
    const before = text.looked
    const found = this.isUnread ? programs.chance(program, text) : programs.fits(program, text) ? yes : no
    const looked = text.looked - before
    if (looked > lookedMin) this.budget.spend(user, looked * lookMs)
    return found
  }

  /** By the exact distance, and by what the posting has no room for. */
  private lookCloser(id: number, user: number, isOnEdge: boolean, asksMore: boolean): number {
    const { slots, circles, wishes } = this.index
    const subject = this.subject!
    const slot = slots.find(id)
    if (isOnEdge && !circles.holds(slots.circleOf(slot), subject.lat!, subject.lon!)) return no
    if (!asksMore) return yes
    const profile = slots.profileOf(slot)
    const wish = wishes.at(slots.wishOf(slot))
    let finding: number = profile > profileMask ? this.scan.lookAtProfile(profile) : yes
    if (wish === undefined) return finding
    if (finding !== no) finding = Math.min(finding, lookAtWish(wish, subject))
    if (finding === no || wish.query === null) return finding
    const fits = this.queryFinding(wish.query, user)
    return fits === putOff ? putOff : Math.min(finding, fits)
  }

  private queryFinding(query: WordQuery, user: number): number {
    const { budget } = this
    if (query.regexes.length > 0 && budget !== noBudget) {
      this.written ??= regexText(this.subject!)
      if (queryCost(query, this.written.length) > expensiveCost) return putOff
    }
    const before = budget.now()
    const found = this.isUnread
      ? wordQueryChance(query, this.text, this.test)
      : queryFits(query, this.text, this.test)
        ? yes
        : no
    budget.spend(user, budget.now() - before)
    return found
  }

  private readonly test: RegexTest = (regex) => {
    this.written ??= regexText(this.subject!)
    return testRegex(regex, this.written)
  }

  private figuresFit(id: number, user: number, figures: Figures<MatcherRule>): boolean {
    const { slots, wishes } = this.index
    const wish = wishes.at(slots.wishOf(slots.find(id)))
    return wish === undefined || figuresFit(wish, this.view.set(id, user), this.subject!, figures)
  }

  private emit(id: number, user: number, finding: number): void {
    // Expensive rules are put off where they may fit for what is known, not for what may come.
    if (this.isHope && finding === putOff) return
    const at = this.length
    if (at === this.ruleIds.length) this.growResult()
    this.ruleIds[at] = id
    this.userIds[at] = user
    this.verdicts[at] = finding === putOff ? verdict.putOff : finding === yes ? verdict.yes : verdict.unknown
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
