import { distanceKm } from '../core/places.ts'
import type { MergedListing } from '../listings/merge.ts'
import type { ValuedListing } from '../listings/valued-listing.ts'
import type { Figures, Rule } from '../model/rule-schema.ts'
import type { Resale, ScoreSubject, ScoreWeights } from '../model/score-schema.ts'
import { keywordMatcher } from '../rules/explain/keyword-match.ts'
import type { MatcherRule } from '../rules/matcher/matcher.ts'
import { landedCents } from '../scoring/resale/landed.ts'
import { scoreTotal } from '../scoring/score.ts'
import { weightsOf } from '../scoring/weights.ts'
import type { PipelineDeps } from './page.ts'
import { scoreSubject } from './score-subject.ts'

/** A listing as a rule sees it. */
export interface RuleScore {
  subject: ScoreSubject
  weights: ScoreWeights
  total: number
}

/** Whether a rule asks what selling a thing again brings. */
export function asksProfit(rule: Pick<Rule, 'weights' | 'profitCentsMin'>): boolean {
  return rule.profitCentsMin !== null || weightsOf(rule.weights).profit > 0
}

type Scored = Pick<ValuedListing, 'listing' | 'firstSeenAtMs' | 'value'>

/** What of a rule its figures rest on, for the listing at hand. */
type Asking = Pick<MatcherRule, 'userId' | 'weights' | 'place' | 'keywordShare'>

/** Scores a listing for rules: from each one's place, else from home, for its words, under its weights, as its person sells. */
export function scoreForRules(
  deps: Pick<PipelineDeps, 'profiles' | 'selling'>,
  valued: Scored,
  nowMs: number,
): (rule: Rule) => RuleScore {
  const subjectOf = ruleSubjects(deps, valued)
  const asking = askingOf(valued.listing)
  return (rule) => {
    const weights = weightsOf(rule.weights)
    const subject = subjectOf(asking(rule))
    return { subject, weights, total: scoreTotal(subject, nowMs, weights) }
  }
}

/** What a listing's rules may limit beyond what it states, made only when it is asked for. */
export function ruleFigures(...args: Parameters<typeof askedFigures>): Figures<Rule> {
  const { score, landedCents, profitCents } = askedFigures(...args)
  const asking = askingOf(args[1].listing)
  return {
    score: (rule) => score(asking(rule)),
    landedCents: (rule) => landedCents(asking(rule)),
    profitCents: (rule) => profitCents(asking(rule)),
  }
}

/** The same for rules as the matcher knows them. */
export function askedFigures(
  deps: Pick<PipelineDeps, 'profiles' | 'selling'>,
  valued: Scored,
  nowMs: number,
): Figures<Asking> {
  const subjectOf = ruleSubjects(deps, valued)
  return {
    score: (rule) => scoreTotal(subjectOf(rule), nowMs, weightsOf(rule.weights)),
    landedCents: (rule) => landedCents(subjectOf(rule)),
    profitCents(rule) {
      const subject = { ...subjectOf(rule), category: valued.listing.category }
      return deps.selling.of(rule.userId).profitCentsOf(subject)
    },
  }
}

/** What each rule's score looks at; what is the same for all of them is made once. */
function ruleSubjects(
  deps: Pick<PipelineDeps, 'profiles' | 'selling'>,
  valued: Scored,
): (rule: Asking) => ScoreSubject {
  const resales = new Map<number, Resale | null>()
  const resaleFor = (userId: number) => {
    let resale = resales.get(userId)
    if (resale === undefined) {
      resale = deps.selling.of(userId).resaleOf({ value: valued.value, category: valued.listing.category })
      resales.set(userId, resale)
    }
    return resale
  }
  return (rule) =>
    scoreSubject(valued, {
      place: rule.place ?? deps.profiles.of(rule.userId).home,
      keywordShare: rule.keywordShare(),
      travel: deps.profiles.of(rule.userId).travel,
      units: deps.profiles.of(rule.userId).units,
      resale: weightsOf(rule.weights).profit > 0 ? resaleFor(rule.userId) : undefined,
    })
}

function askingOf(listing: MergedListing): (rule: Rule) => Asking {
  const keywordShare = keywordMatcher(listing)
  return (rule) => ({
    userId: rule.userId,
    weights: rule.weights,
    place: nearest(rule.places, listing),
    keywordShare: () => keywordShare(rule),
  })
}

/** The place that a listing is nearest to; the first where it is not known where that is. */
function nearest<Place extends { lat: number; lon: number }>(
  places: readonly Place[],
  { lat, lon }: { lat: number | null; lon: number | null },
): Place | null {
  const [first = null] = places
  if (places.length < 2 || lat === null || lon === null) return first
  const km = new Map(places.map((place) => [place, distanceKm(place, { lat, lon })]))
  return places.reduce((best, place) => (km.get(place)! < km.get(best)! ? place : best))
}
