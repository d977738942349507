import { words } from '../server/core/text.ts'
import { type RiskLevel, riskLevels } from '../server/model/risk.ts'
import {
  type AnsweredValue,
  every,
  forbiddenCategory,
  readFaultWish,
  readRiskWish,
  readValueWish,
  type Told,
} from './lib-judge-sentence.ts'

/** A row of a file of cases, as it is written. */
export interface CaseRow {
  should: string
  import?: Record<string, unknown>
  title?: string
  titles?: string[]
  /** Names of the files that its market is made of. */
  data?: string
  source?: string
  /** The true price in whole units, where it is told. */
  truePrice?: number
}

/** A listing as a user sees it; what the program does not tell (yet) is left out. */
export interface SeenListing {
  category: string
  condition: string | null
  /** "thing", "accessory", "broken", … */
  kind?: string
  priceMeaning?: string
  priceCents: number | null
  score: number
  value: AnsweredValue | null
  risk: { score: number; level: RiskLevel }
  riskSignals: { name: string; sentence: string }[]
  comps: SeenComp[]
  /** What the whole, working, real thing costs in its market; null = unknown. */
  wholeCents: number | null
  /** The rule for the thing that it fits; null = none. */
  toldFor: string | null
  /** How many other listings, and answers about its title, rest on its price. */
  evidenceFor: number
}

export interface SeenComp {
  title: string
  priceCents: number | null
  currency: string | null
  condition: string | null
  kind?: string
  /** The same model as the listing's, by their titles. */
  same: boolean
}

export interface Verdict {
  right: Told
  /** What was seen, and why that is not right. */
  got: string
}

const dealFrom = 70
const sureFrom = 0.35
/**
 * How much of the whole an accessory or a part costs at most, of a working, real one what is broken, locked or copied, and
 * what is cracked.
 */
const partShareMax = 1 / 3
const faultShareMax = 0.6
const crackedShareMax = 0.85
/** Condition may move a price so far beyond what the same model asks. */
const conditionShare = 0.25

interface Check {
  name: string
  right: Told
}

/** An accessory, a part or something else that is not the whole: not valued as one, no deal, told to no rule for it. */
export function judgePart({ should }: CaseRow, seen: SeenListing): Verdict {
  const forbidden = forbiddenCategory(should)
  return verdict(seen, [
    notValuedAs(seen, partShareMax),
    notADeal(seen),
    { name: `fits ${seen.toldFor}`, right: seen.toldFor === null },
    {
      name: `is in ${forbidden} as if it were one`,
      right: seen.category !== forbidden || isOtherKind(seen.kind),
    },
  ])
}

/** Locked, broken or copied: not valued as a working one, no deal, and the risk or state that the sentence asks for. */
export function judgeFault({ should }: CaseRow, seen: SeenListing): Verdict {
  const wish = readFaultWish(should)
  if (wish === null) return unread(seen)
  const isElevated = isAtLeast(seen.risk.level, 'elevated')
  return verdict(seen, [
    notADeal(seen),
    ...(wish.worthLess ? [notValuedAs(seen, wish.cracked ? crackedShareMax : faultShareMax)] : []),
    ...(wish.forParts
      ? [{ name: 'not known as for parts', right: isForParts(seen) || (wish.orRisk && isElevated) }]
      : []),
    ...(wish.counterfeit
      ? [
          {
            name: 'not known as a copy',
            right: seen.kind === 'fake' || seen.riskSignals.some(({ name }) => name === 'counterfeit'),
          },
        ]
      : []),
    ...(wish.levelMin ? [levelIsAtLeast(seen, wish.levelMin)] : []),
    ...(wish.notFree ? [notFree(seen)] : []),
  ])
}

/** A price of nothing: no deal, not shown as free unless the sentence says that it is, for parts where it says so. */
export function judgeZero({ should }: CaseRow, seen: SeenListing): Verdict {
  const isFree = /\bfree to\b|\bgiven away\b/i.test(should)
  return verdict(seen, [
    notADeal(seen),
    ...(isFree ? [] : [notFree(seen)]),
    ...(/\bfor parts\b/i.test(should) ? [{ name: 'not known as for parts', right: isForParts(seen) }] : []),
  ])
}

/** A price that is none: no deal, and evidence for no other. */
export function judgePlaceholder(_: CaseRow, seen: SeenListing): Verdict {
  return verdict(seen, [
    notADeal(seen),
    { name: `evidence for ${seen.evidenceFor} others`, right: seen.evidenceFor === 0 },
  ])
}

/** A middle within what the same model asks (a quarter more or less by condition), no value, or one that is not sure. */
export function judgeFair(_: CaseRow, seen: SeenListing): Verdict {
  const { value } = seen
  if (value === null || (value.confidence ?? 0) < sureFrom) return verdict(seen, [])
  const asked = seen.comps.flatMap(({ same, priceCents, currency }) =>
    same && priceCents !== null && currency === value.currency ? [priceCents] : [],
  )
  const from = Math.min(...asked) * (1 - conditionShare)
  const to = Math.max(...asked) * (1 + conditionShare)
  return verdict(seen, [
    asked.length === 0
      ? { name: `sure without one of the same model among ${seen.comps.length}`, right: false }
      : {
          name: `sure outside ${money(Math.min(...asked))}–${money(Math.max(...asked))} of ${asked.length} of the same model`,
          right: from <= value.midCents && value.midCents <= to,
        },
  ])
}

/** Signs and level of risk as the sentence demands or forbids. */
export function judgeRisk({ should }: CaseRow, seen: SeenListing): Verdict {
  const wish = readRiskWish(should)
  if (wish === null) return unread(seen)
  const names = seen.riskSignals.map(({ name }) => name)
  return verdict(seen, [
    ...(wish.levelMin ? [levelIsAtLeast(seen, wish.levelMin)] : []),
    ...(wish.levelMax
      ? [{ name: `risk above ${wish.levelMax}`, right: isAtLeast(wish.levelMax, seen.risk.level) }]
      : []),
    ...wish.signals.map((group) => ({
      name: `no sign ${group.join(' or ')}`,
      right: group.some((name) => names.includes(name)),
    })),
    ...wish.noSignals.map((name) => ({ name: `sign ${name}`, right: !names.includes(name) })),
  ])
}

/** The answer to a question, as the sentence asks for it. */
export function judgeQuestion(row: CaseRow, value: AnsweredValue | null): Verdict {
  const got = valueText(value)
  const wish = readValueWish(row.should)
  if (wish === null) return { right: null, got: `${got}; the sentence is not understood` }
  const truthCents = row.truePrice === undefined ? null : Math.round(row.truePrice * 100)
  const right = wish(value, truthCents)
  return { right, got: right === null ? `${got}; the true price is not known` : got }
}

/** `clusters` has, for each title, the cluster of each listing with it; null = it is alone. */
export function judgeCluster(row: CaseRow, clusters: readonly (readonly (number | null)[])[]): Verdict {
  const apart = wantsApart(row)
  const got = clusters.map((own) => own.map((id) => id ?? 'alone').join(', ')).join(' / ')
  if (apart === null) return { right: null, got: `${got}; the sentence is not understood` }
  if (clusters.length < 2 || clusters.some((own) => own.length === 0))
    return { right: null, got: 'its listings were not found' }
  const [first = [], ...others] = clusters
  const shared = first.some((id) => id !== null && others.every((own) => own.includes(id)))
  const all = new Set(clusters.flat())
  return { right: apart ? !shared : all.size === 1 && !all.has(null), got }
}

/** Whether the sentence wants two things apart, or one thing joined; null where it says neither or both. */
export function wantsApart({ should }: CaseRow): Told {
  const denied = /\b(?:not|instead of) (?:in )?(?:one|two|the same) (?:clusters?|things?)\b|\bnot joined\b/gi
  const apart = /\btwo (?:\w+ )?things\b|\bnot (?:in )?one cluster\b|\bnot (?:the same|joined)\b/i.test(
    should,
  )
  const joined = /\bone (?:cluster|thing)\b|\bsame thing\b|\bjoined\b/i.test(should.replace(denied, ' '))
  return apart === joined ? null : apart
}

function notValuedAs(seen: SeenListing, shareMax: number): Check {
  const { value, wholeCents } = seen
  if (value === null || isValuedByItsKind(seen)) return { name: '', right: true }
  return {
    name: `valued as a whole, working one (about ${wholeCents === null ? 'an unknown sum' : money(wholeCents)})`,
    right: wholeCents === null ? null : value.midCents <= wholeCents * shareMax,
  }
}

/**
 * Most of the comps shown are of the listing's own kind, which is not the thing itself, or are for parts like it, and the
 * middle is no dearer than they are.
 */
function isValuedByItsKind({ kind, condition, comps, value }: SeenListing): boolean {
  const alike = comps.filter(
    (comp) =>
      (isOtherKind(kind) && (comp.kind === kind || (isPartOf(kind) && isPartOf(comp.kind)))) ||
      (condition === 'for-parts' && (comp.condition === 'for-parts' || comp.kind === 'broken')),
  )
  const dearest = Math.max(...alike.map(({ priceCents }) => priceCents ?? 0))
  return alike.length * 2 > comps.length && (value?.midCents ?? 0) <= dearest * (1 + conditionShare)
}

function isForParts({ condition, kind }: SeenListing): boolean {
  return condition === 'for-parts' || ['broken', 'part', 'fake'].includes(kind ?? '')
}

/** Which of the two it is called is a matter of taste. */
function isPartOf(kind: string | undefined): boolean {
  return kind === 'accessory' || kind === 'part'
}

function isOtherKind(kind: string | undefined): boolean {
  return kind !== undefined && kind !== 'thing'
}

function notADeal({ score }: SeenListing): Check {
  return { name: `a deal of ${score}`, right: score < dealFrom }
}

function notFree({ category, priceMeaning, priceCents }: SeenListing): Check {
  const isFree =
    category === 'free' || (priceMeaning === undefined ? priceCents === 0 : priceMeaning === 'free')
  return { name: 'shown as free', right: !isFree }
}

function levelIsAtLeast({ risk }: SeenListing, level: RiskLevel): Check {
  return { name: `risk ${risk.score} below ${level}`, right: isAtLeast(risk.level, level) }
}

function isAtLeast(level: RiskLevel, least: RiskLevel): boolean {
  return riskLevels.indexOf(level) >= riskLevels.indexOf(least)
}

function verdict(seen: SeenListing, checks: readonly Check[]): Verdict {
  const right = every(checks.map((check) => check.right))
  const faults = checks.filter((check) => check.right !== true).map(({ name }) => name)
  return { right, got: [...faults, seenText(seen)].join('; ') }
}

function unread(seen: SeenListing): Verdict {
  return { right: null, got: `the sentence is not understood; ${seenText(seen)}` }
}

function seenText({ kind, category, score, value, risk, riskSignals }: SeenListing): string {
  const signs = riskSignals.map(({ name }) => name).join(' ')
  return `${kind === undefined ? '' : `${kind}, `}${category}, ${valueText(value)}, score ${score}, risk ${risk.score}${signs === '' ? '' : ` (${signs})`}`
}

function valueText(value: AnsweredValue | null): string {
  if (value === null) return 'no value'
  const { lowCents, midCents, highCents, currency, confidence } = value
  return `${money(lowCents)}–${money(midCents)}–${money(highCents)} ${currency} sure ${confidence ?? '–'}`
}

function money(cents: number): string {
  return (cents / 100).toFixed(0)
}

/**
 * Whether two titles name the same model, told by their words alone: of what is said of at least two listings, years
 * aside, they share two words and most of the weight of the one that says less. `listingsWith` counts the listings of
 * `total` with a word.
 */
export function isSameModel(
  one: string,
  other: string,
  listingsWith: (word: string) => number,
  total: number,
): boolean {
  const weigh = (title: string) =>
    new Map(
      [...new Set(words(title))].flatMap((word) => {
        const count = listingsWith(word)
        const isYear = /^(?:19|20)\d\d$/.test(word)
        return count < 2 || isYear ? [] : [[word, Math.log(total / count)] as const]
      }),
    )
  const [a, b] = [weigh(one), weigh(other)]
  const shared = [...a].filter(([word]) => b.has(word))
  const weight = (list: Iterable<readonly [string, number]>) =>
    [...list].reduce((sum, [, own]) => sum + own, 0)
  return (
    shared.length >= Math.min(2, Math.max(1, a.size)) &&
    weight(shared) >= sameShareMin * Math.min(weight(a), weight(b))
  )
}
const sameShareMin = 0.6

/** What a whole one of a model costs: the median of their prices, those aside that ask less than a fifth of what dear ones do. */
export function wholePrice(pricesCents: readonly number[]): number | null {
  const dear = pricesCents.toSorted((a, b) => a - b)[Math.floor(pricesCents.length * 0.9)] ?? 0
  return median(pricesCents.filter((price) => price >= dear / 5))
}

/** Null of fewer than three. */
export function median(values: readonly number[]): number | null {
  return values.length < medianMin ? null : values.toSorted((a, b) => a - b)[values.length >> 1]!
}
const medianMin = 3
